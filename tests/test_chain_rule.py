"""The chain rule: ratios tend to derivatives, every path counts, and a wrong derivative is refused."""

import numpy as np
import pytest

from backprop.chain_rule import CURVES, SURFACES, Curve, case1, case2, checked_curve, checked_surface


@pytest.mark.parametrize("g", CURVES.values(), ids=CURVES)
@pytest.mark.parametrize("h", CURVES.values(), ids=CURVES)
def test_in_case_1_the_ratio_tends_to_the_product(g, h):
    for x in (-1.3, 0.4, 1.7):
        errors = [abs(case1(g, h, x, dx).ratio - case1(g, h, x, dx).derivative) for dx in (1e-2, 1e-3, 1e-4)]
        assert errors[2] < 2e-3
        assert errors[0] < 1e-9 or errors[1] < 0.2 * errors[0]


@pytest.mark.parametrize("k", SURFACES.values(), ids=SURFACES)
def test_in_case_2_the_ratio_tends_to_the_sum_of_both_paths(k):
    for g in CURVES.values():
        for h in CURVES.values():
            step = case2(g, h, k, 0.7, 1e-5)
            assert step.ratio == pytest.approx(step.derivative, abs=1e-3)
            assert step.derivative == sum(step.terms)


def test_a_dropped_path_gives_another_number():
    step = case2(CURVES["sin u"], CURVES["u²"], SURFACES["x · y"], 0.7, 1e-5)
    assert abs(step.terms[0] - step.ratio) > 0.1


@pytest.mark.parametrize("curve", CURVES.values(), ids=CURVES)
def test_every_curve_of_the_library_passes_the_check_for_your_own(curve):
    checked_curve(curve.f, curve.derivative)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_every_surface_of_the_library_passes_the_check_for_your_own(surface):
    checked_surface(surface.f, surface.by_x, surface.by_y)


def test_a_wrong_derivative_is_refused_with_both_numbers():
    with pytest.raises(ValueError, match=r"At -2 your derivative gives -0.416147; a central difference gives 0.416147"):
        checked_curve(lambda u: -np.sin(u), np.cos)
    with pytest.raises(ValueError, match="derivative by y gives"):
        checked_surface(lambda x, y: x * y, lambda x, y: y, lambda x, y: y)
    with pytest.raises(TypeError, match="expected a function of one number"):
        checked_curve(3, np.cos)
    with np.errstate(all="ignore"), pytest.raises(ValueError, match="expected finite numbers"):
        checked_curve(np.log, lambda u: 1 / u)


def test_no_change_is_refused():
    identity = Curve("u", lambda u: u, lambda u: 1.0)
    with pytest.raises(ValueError, match="Δ is 0"):
        case1(identity, identity, 1.0, 0)
