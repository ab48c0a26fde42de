"""The diagram as structure: what is known, what is empty, what an edge carries, what is left out."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import numpy as np
import pytest

from backprop import Layer, Network, Quantity, walkthrough
from backprop.examples import lecture_network, worked_example
from backprop.notation import number
from backprop.pictures.diagram import diagram
from backprop.pictures.layout import MOST_LABELLED, PLATE, gradient_width, layout

SVG = "{http://www.w3.org/2000/svg}"


def lecture():
    return walkthrough(*lecture_network())


def random_walk(*sizes, activation="sigmoid", loss="cross_entropy"):
    rng = np.random.default_rng(0)
    layers = [Layer(rng.normal(size=(o, i)), rng.normal(size=o)) for i, o in pairwise(sizes)]
    layers[-1] = Layer(layers[-1].weights, layers[-1].biases, activation)
    target = np.eye(sizes[-1])[0]
    return walkthrough(Network(layers), rng.normal(size=sizes[0]), target, loss)


def states(svg):
    """{quantity: (state, text shown)} of every place for a quantity."""
    found = {}
    for group in ET.fromstring(svg).iter(f"{SVG}g"):
        if "data-q" in group.attrib:
            found[group.attrib["data-q"]] = group.attrib["data-state"], group.find(f"{SVG}text").text or ""
    return found


def key(quantity):
    return quantity.key


def wires(svg):
    """{name: the path} of every edge."""
    return {
        path.attrib["data-edge"]: path for path in ET.fromstring(svg).iter(f"{SVG}path") if "data-edge" in path.attrib
    }


def edges(svg, hot=None):
    return [name for name, path in wires(svg).items() if hot is None or path.attrib["data-hot"] == str(int(hot))]


def dashed(path):
    return "neg" in path.attrib["class"].split()


@pytest.mark.parametrize("make", [lecture, lambda: walkthrough(*worked_example(), example=1)])
def test_no_value_is_shown_before_it_is_known_and_every_known_one_is(make):
    walk = make()
    before_update = [i for i, step in enumerate(walk) if step.phase != "forward-again"]
    for i in (-1, *before_update):
        known = {key(q): v for q, v in (walk.given | walk.known(i)).items()}
        for name, (state, text) in states(diagram(walk, i)).items():
            assert (state != "unknown") == (name in known), (i, name)
            assert text == (number(known[name]).text if name in known else ""), (i, name)


def test_gains_stay_empty_until_their_z_is_known():
    walk = lecture()
    assert 'data-gain="0 0" data-state="unknown"' in diagram(walk, -1)
    assert 'data-gain="0 0" data-state="known"' in diagram(walk, 0)
    assert 'data-gain="0 1" data-state="unknown"' in diagram(walk, 0)


def test_the_step_marks_exactly_what_it_makes_known():
    walk = lecture()
    for i, step in enumerate(walk):
        marked = {name for name, (state, _) in states(diagram(walk, i)).items() if state == "now"}
        drawn = {key(q) for q in step.makes if q.name not in ("dC_dw", "dC_db", "w", "b")}
        assert marked == drawn, step.phase


def test_the_edges_that_feed_a_step_are_the_ones_lit():
    walk = lecture()
    z3 = next(i for i, s in enumerate(walk) if s.makes == (Quantity("z", 1, 0),))
    assert edges(diagram(walk, z3), hot=True) == ["w 1 0 0", "w 1 0 1"]
    a1 = next(i for i, s in enumerate(walk) if s.makes == (Quantity("dC_da", 0, 0),))
    assert edges(diagram(walk, a1), hot=True) == ["back 1 0 0", "back 1 1 0"]


def test_reverse_wires_carry_weight_times_dC_dz():
    walk = lecture()
    svg = diagram(walk, 23)
    carried = walk.network.layers[1].weights[1, 0] * walk.backward.dC_dz[1][0, 1]
    assert f"carries w⁽²⁾₂₁ · ∂C/∂z₄ = {number(carried, 6)}" in svg


def test_negative_weights_are_dashed_and_signed_and_positive_ones_solid():
    walk = lecture()
    drawn = wires(diagram(walk, -1))
    for l, layer in enumerate(walk.network.layers):
        for j, k in np.ndindex(layer.weights.shape):
            assert dashed(drawn[f"w {l} {j} {k}"]) == (layer.weights[j, k] < 0)
    plates = re.findall(r'data-plate="[^"]*">([^<]*)<', diagram(walk, -1))
    assert all(text[0] in "+−×" for text in plates)
    assert len(plates) == 12 + 8


def test_a_reverse_wire_shows_what_it_carries_once_that_is_known_and_until_then_its_factor():
    walk = lecture()
    before, after = diagram(walk, 17), diagram(walk, 23)
    weights, deltas = walk.network.layers[1].weights, walk.backward.dC_dz[1][0]
    signs = set()
    for j, k in np.ndindex(weights.shape):
        carried = weights[j, k] * deltas[j]
        assert f">×{number(weights[j, k])}<" in before
        signs.add((weights[j, k] < 0, carried < 0))
        assert not dashed(wires(before)[f"back 1 {j} {k}"])
        assert dashed(wires(after)[f"back 1 {j} {k}"]) == (carried < 0)
    assert any(w != c for w, c in signs)  # what is carried need not have the weight's sign


def test_gradients_have_one_fixed_log_scale_so_that_a_vanishing_one_is_seen_to_vanish():
    widths = [gradient_width(g) for g in (0, 1e-9, 1e-6, 1e-5, 1e-3, -1e-3, 0.1, 10, 1e5)]
    assert widths == sorted(widths)
    assert widths[0] == widths[2] < widths[3]
    assert widths[4] == widths[5]
    assert widths[-1] == widths[-2]
    assert gradient_width(1e-2) - gradient_width(1e-3) == pytest.approx(gradient_width(1) - gradient_width(0.1))


def test_every_weight_names_its_product_once_that_is_known():
    walk = lecture()
    i = next(i for i, s in enumerate(walk) if s.phase == "update")
    for l, layer in enumerate(walk.network.layers):
        for j, k in np.ndindex(layer.weights.shape):
            feed, delta = walk.forward.dz_dw[l][0, k], walk.backward.dC_dz[l][0, j]
            assert f" = {number(feed, 6)} × {number(delta, 6)} = {number(feed * delta, 6)}" in diagram(walk, i)
    assert " × " not in diagram(walk, 17)


def test_a_layers_step_shows_the_products_of_all_its_neurons():
    walk = lecture().grouped("layer")
    i = next(i for i, s in enumerate(walk) if s.phase == "gradient" and s.layer == 1)
    assert diagram(walk, i).count("data-product") == 4


def test_products_of_forward_and_backward_stand_at_the_foot_once_known():
    walk = lecture()
    i = next(i for i, s in enumerate(walk) if s.phase == "gradient" and (s.layer, s.neuron) == (1, 1))
    svg = diagram(walk, i)
    assert 'data-product="1 1 0"' in svg
    assert "data-product" not in diagram(walk, i - 5)
    assert 'data-product="0 0 0"' in diagram(walk, i, selected=(0, 0))


def test_after_the_update_the_edges_show_the_new_weights():
    walk = lecture()
    new = walk.updated.layers[2].weights[0, 0]
    assert f">+{number(new)}<" in diagram(walk, len(walk) - 1)
    assert f">+{number(new)}<" not in diagram(walk, 25)


def test_squared_error_shows_sigma_prime_where_cross_entropy_shows_y_minus_target():
    network, x, target = lecture_network()
    assert 'data-kind="gain joint"' in diagram(lecture(), -1)
    squared = diagram(walkthrough(network, x, target, "squared_error"), 11)
    assert 'data-kind="gain joint"' not in squared
    assert 'data-gain="2 0" data-state="known"' in squared


def test_softmax_with_squared_error_is_one_coupled_box():
    svg = diagram(random_walk(2, 3, activation="softmax", loss="squared_error"), -1)
    assert svg.count('data-kind="gain coupled"') == 1
    assert "data-gain" not in svg


def test_softmax_with_its_cross_entropy_is_one_coupled_box_around_the_error_of_each_output():
    svg = diagram(random_walk(2, 3, activation="softmax", loss="categorical_cross_entropy"), -1)
    assert svg.count('data-kind="gain joint"') == 1 and svg.count('class="t b"') == 1
    assert all(f">y{j} − ŷ{j}<" in svg for j in "₁₂₃") and svg.count(">joint<") == 1


def test_wide_layers_say_what_they_leave_out_and_show_the_neuron_in_focus():
    walk = random_walk(20, 12, 3)
    svg = diagram(walk, -1)
    assert "… 13 more" in svg and "… 5 more" in svg
    assert "z 0 11" not in states(svg)
    assert "z 0 11" in states(diagram(walk, -1, selected=(0, 11)))
    assert "z 0 11" in states(diagram(walk, 11))


@pytest.mark.parametrize("sizes", [(a, b, c) for a in range(1, 5) for b in range(1, 5) for c in range(1, 5)])
def test_no_two_edge_labels_overlap_and_none_is_missing_up_to_four_by_four(sizes):
    found = layout(sizes)
    assert len(found.plates) == sizes[0] * sizes[1] + sizes[1] * sizes[2]
    assert max(sizes) <= MOST_LABELLED
    places = list(found.plates.values())
    for i, (x, y) in enumerate(places):
        for other_x, other_y in places[:i]:
            assert abs(x - other_x) >= PLATE[0] or abs(y - other_y) >= PLATE[1]


@pytest.mark.parametrize("sizes", [(2, 1, 2), (1, 3, 1), (2, 2, 2, 2), (4, 4, 4)])
def test_no_edge_label_reaches_the_neurons_at_the_ends_of_its_edge(sizes):
    place = layout(sizes)
    for (l, j, k), (x, _) in place.plates.items():
        assert place.a[l] + place.half <= x - PLATE[0] / 2 and x + PLATE[0] / 2 <= place.z[l] - place.half, (l, j, k)


def test_nothing_moves_while_stepping():
    walk = lecture()

    def geometry(svg):
        shapes = [e for e in ET.fromstring(svg).iter() if e.tag == f"{SVG}rect"]
        return [[e.attrib.get(key) for key in ("x", "y", "width", "height", "rx")] for e in shapes]

    first = geometry(diagram(walk, -1))
    assert len(first) > 40
    assert geometry(diagram(walk, -1).replace(' x="', ' x="1')) != first
    for i in range(len(walk)):
        assert geometry(diagram(walk, i)) == first


def test_the_picture_has_no_ids_is_the_same_every_time_and_describes_itself():
    walk = lecture()
    svg = diagram(walk, 23)
    assert svg == diagram(lecture(), 23)
    root = ET.fromstring(svg)
    assert not any("id" in element.attrib for element in root.iter())
    assert root.attrib["aria-label"] == "Network 2-2-2-2, backward: ∂C/∂z₁ = −0.0211."
    told = [part for part in root.iter() if {"data-q", "data-gain", "data-edge"} & part.attrib.keys()]
    assert told and all(part.find(f"{SVG}title").text for part in told)


@pytest.mark.parametrize("sizes", [(1, 1), (8, 8, 8, 8), (3, 1, 7, 2, 5)])
def test_every_size_draws_at_every_position(sizes):
    walk = random_walk(*sizes)
    for i in range(-1, len(walk)):
        ET.fromstring(diagram(walk, i))


@pytest.mark.parametrize(("i", "selected"), [(50, None), (-2, None), (0, (3, 0)), (0, (0, 2)), (0, (-1, 0))])
def test_positions_and_neurons_that_do_not_exist_are_refused(i, selected):
    with pytest.raises(ValueError, match="expected"):
        diagram(lecture(), i, selected)


def narrowed(svg):
    """The width below which a picture scrolls, in pixels, and its scroll margins at the right and at the left."""
    style = ET.fromstring(svg).attrib["style"]
    return [float(v) for v in re.fullmatch(r"min-width:(\d+)px;scroll-margin:0 (-?\d+)px 0 (-?\d+)px", style).groups()]


@pytest.mark.parametrize("sizes", [(2, 2, 2, 2), (4, 8, 8, 3), (20, 12, 3)])
def test_no_label_falls_below_ten_pixels_before_a_narrow_page_scrolls(sizes):
    walk = random_walk(*sizes)
    for i in range(-1, len(walk), 7):
        svg = diagram(walk, i)
        fonts = re.findall(r'font-size[:="]+([\d.]+)', svg.split("</style>")[0].split(".bp-d .f{")[0].split("auto}")[1])
        fonts += re.findall(r'font-size[:="]+([\d.]+)', svg.split(".bp-d .f{")[1])
        share = narrowed(svg)[0] / float(ET.fromstring(svg).attrib["width"])
        assert share * min(map(float, fonts)) > 9.99


@pytest.mark.parametrize("make", [lecture, lambda: walkthrough(*worked_example()), lambda: random_walk(4, 8, 8, 3)])
def test_on_a_page_of_1024_pixels_the_picture_shrinks_and_does_not_scroll(make):
    room_in_jupyterlab = 840
    assert narrowed(diagram(make(), -1))[0] <= room_in_jupyterlab


def test_where_it_scrolls_its_snapping_line_stands_at_what_the_step_makes_known():
    walk = lecture()
    place = layout(walk.network.sizes)
    expected = {"z": place.z, "dC_dz": place.z, "a": place.a[1:], "dC_da": place.a[1:], "C": None}
    for i, step in enumerate(walk):
        width, right, left = narrowed(diagram(walk, i))
        share = width / place.width
        assert width + right + left == pytest.approx(0, abs=1)
        made = step.makes[0]
        name = made.name
        if name in expected:
            x = place.cost if made.layer is None else expected[name][made.layer]
            assert -left == pytest.approx(share * x, abs=1)
        else:
            assert share * place.a[made.layer] < -left < share * place.z[made.layer]
    assert narrowed(diagram(walk, -1))[2] == 0


def test_every_bias_is_drawn_also_where_the_rows_are_close():
    for walk in (lecture(), random_walk(8, 8, 8, 8)):
        drawn = re.findall(r">b ([^<]*)</text>", diagram(walk, -1))
        biases = [b for layer in walk.network.layers for b in layer.biases]
        assert [text.removeprefix("+") for text in drawn] == [number(b).text for b in biases]


def test_no_wire_to_the_cost_passes_a_target():
    walk = random_walk(8, 8, 8, 8)
    root, place = ET.fromstring(diagram(walk, -1)), layout(walk.network.sizes)
    targets = [e for e in root.iter(f"{SVG}text") if (e.text or "").startswith("ŷ")]
    wires = [
        e.attrib["d"] for e in root.iter(f"{SVG}path") if e.attrib["d"].startswith(f"M{place.a[-1] + place.half:g} ")
    ]
    assert len(targets) == len(wires) == 8
    for target, wire in zip(targets, wires, strict=True):
        (_, y), (turn, level), (end, _) = np.array(re.findall(r"[\d.]+", wire), dtype=float).reshape(3, 2)
        assert y == level > float(target.attrib["y"]) + 8
        assert float(target.attrib["x"]) + 30 < turn < end


def test_long_numbers_and_names_are_drawn_narrower_so_that_they_stay_in_their_places():
    first = Layer(np.full((5, 3), 1.5e-7), np.full(5, -0.00385), "leaky_relu")
    network = Network([first, Layer(np.full((4, 5), 0.5), np.zeros(4))])
    walk = walkthrough(network, [0.00271, -0.0159, -1e-9], [0.25, 0.25, 0.5, 1.0])
    drawn = diagram(walk, len(walk) - 1, marked=frozenset({Quantity("w", 0, 0, 0)}))
    texts = re.findall(r"<text([^>]*)>([^<]*)</text>", drawn)
    long = [text for attributes, text in texts if len(text) > 9 and "textLength" not in attributes]
    assert {
        text for text in long if not text.startswith(("∂C/∂", "every", "after", "the same", "Forward", "Backward"))
    } == set()
    assert any("textLength" in attributes and text == "LeakyReLU" for attributes, text in texts)
