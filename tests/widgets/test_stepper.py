"""The stepper below the browser: what it shows is always of the current inputs, and nonsense changes nothing."""

import asyncio
from html import unescape

import ipywidgets as widgets
import numpy as np
import pytest

from backprop import Layer, Network
from backprop.examples import lecture_network, random_network, worked_example
from backprop.notation import number
from backprop.pictures.diagram import diagram
from backprop.story.telling import compare
from backprop.story.walkthrough import GRAINS
from backprop.widgets import words
from backprop.widgets.page import Folds, close_all
from backprop.widgets.parts import judged
from backprop.widgets.stepper import MOST_LINES, PRESETS, Stepper
from backprop.widgets.transport import Transport
from backprop.words import say

# A difference that agrees as far as its rounding lets it be seen begins in the same way.
AGREES, DIFFERS, AT_A_KINK = (say(f"story.verdict.{verdict}") for verdict in ("right", "differs", "kink"))


def fresh(stepper):
    """Every display equals one computed anew from the current inputs."""
    assert stepper.picture.value == diagram(stepper.walk, stepper.position, stepper.neuron.value or None)
    again = eval(
        stepper.code.value, {"Stepper": Stepper, "Network": Network, "Layer": type(stepper.walk.network.layers[0])}
    )
    for each in (again, stepper):
        each.details.titles[0].value = True
    assert again.table.value == stepper.table.value != ""
    assert again.walk.example == stepper.walk.example
    assert DIFFERS not in stepper.formula.value


def message(stepper, *key):
    return unescape(stepper.messages[key].value)


def test_stepping_to_the_end_and_back_shows_the_same_pictures():
    stepper, there = Stepper(*lecture_network()), []
    stepper.details.titles[0].value = True  # the table, which is folded away at first
    for i in range(-1, 50):
        stepper.transport.position = i
        there.append((stepper.picture.value, stepper.formula.value, stepper.table.value))
    for i in reversed(range(-1, 50)):
        stepper.transport.position = i
        assert (stepper.picture.value, stepper.formula.value, stepper.table.value) == there[i + 1]
    assert len({picture for picture, _, _ in there[:26]}) == len({table for _, _, table in there[:26]}) == 26


def test_a_table_that_is_folded_away_is_not_made_and_one_that_is_opened_is_of_the_current_step():
    stepper = Stepper(*lecture_network())
    stepper.transport.position = 23
    assert stepper.table.value == ""
    table = stepper.details.titles[0]
    table.value = True
    assert stepper._table() in stepper.table.value
    table.value = False
    assert stepper.table.value == ""


def test_buttons_stay_within_the_steps():
    stepper = Stepper(*lecture_network())
    steps = stepper.transport.steps
    for name, position in (("Back", -1), ("Forward", 0), ("Last", 49), ("Forward", 49), ("Back", 48), ("First", -1)):
        steps[name].click()
        assert stepper.position == position
    assert stepper.transport.count.value == "0 of 50"


def test_play_runs_to_the_end_and_pause_stops_it():
    async def play():
        bar = Transport(2)
        bar.speed.options = [("test", 0.001)]
        bar.play.value = True
        task = bar._task
        await task
        assert (bar.position, bar.play.value) == (2, False)
        bar.play.value = True
        bar.play.value = False
        await asyncio.sleep(0.01)
        assert bar.position in (-1, 2)

    asyncio.run(play())


def test_an_edited_weight_gives_a_new_walkthrough_at_the_same_position():
    stepper = Stepper(*lecture_network(), position=23)
    before = stepper.walk.backward.dC_dz[0][0, 0]
    stepper.fields["w", 0, 0].value = "0.5, −2"
    assert stepper.walk.network.layers[0].weights[0].tolist() == [0.5, -2]
    assert stepper.walk.backward.dC_dz[0][0, 0] != before
    assert stepper.position == 23
    fresh(stepper)


@pytest.mark.parametrize(
    ("key", "nonsense", "words"),
    [
        (("w", 0, 0), "1, abc", "is not a row of numbers"),
        (("w", 0, 0), "1", "1 number came; expected 2"),
        (("x", 0), "1, nan", "expected finite numbers"),
        (("b", 1, 0), "", "0 numbers came; expected 1"),
        (("target", 0), "2, 0", "cross_entropy expects targets from 0 to 1"),
        (("rate",), "-1", "learning_rate is -1.0; expected one finite number above 0"),
        (("rate",), "1e400", "expected finite numbers"),
        (("f", 0), "softmax", "softmax in a hidden layer"),
        (("loss",), "categorical_cross_entropy", "expects softmax there"),
    ],
)
def test_nonsense_is_refused_beside_its_field_and_keeps_the_last_good_state(key, nonsense, words):
    stepper = Stepper(*lecture_network(), position=10)
    walk, picture, good = stepper.walk, stepper.picture.value, stepper.fields[key].value
    stepper.fields[key].value = nonsense
    assert words in message(stepper, *key)
    assert stepper.walk is walk
    assert stepper.picture.value == picture
    stepper.fields[key].value = good
    assert not any(field.value for field in stepper.messages.values())
    fresh(stepper)


def test_a_bug_is_not_mistaken_for_bad_input(monkeypatch):
    stepper = Stepper(*lecture_network())

    def broken(*args):
        raise ZeroDivisionError

    monkeypatch.setattr("backprop.widgets.stepper.walkthrough", broken)
    with pytest.raises(ZeroDivisionError):
        stepper.fields["b", 0, 0].value = "3"


def test_every_gradient_step_shows_a_finite_difference_that_agrees():
    stepper = Stepper(*worked_example(), example=1)
    for i, step in enumerate(stepper.walk):
        stepper.transport.position = i
        if step.phase in ("backward", "gradient"):
            assert stepper.formula.value.count(AGREES) == len(step.lines)


def test_a_wrong_gradient_is_marked_as_differing():
    walk = Stepper(*lecture_network()).walk
    line = walk[23].lines[0]
    assert DIFFERS in judged(compare(walk, line.makes, line.value * 1.01))
    assert AGREES in judged(compare(walk, line.makes, line.value))


def test_choosing_a_neuron_shows_its_products_and_choosing_an_example_shows_that_example():
    network, x, target = worked_example()
    stepper = Stepper(network, x, target)
    stepper.transport.steps["Last"].click()
    stepper.neuron.value = (1, 1)
    assert 'data-product="1 1 0"' in stepper.picture.value
    stepper.example.value = 2
    assert stepper.walk.example == 2
    fresh(stepper)
    assert f"{number(stepper.walk.backward.dC_dz[0][2, 0])}" in stepper.table.value
    stepper.preset.value = words.LECTURE
    assert (stepper.neuron.value, stepper.example.value, stepper.example.disabled) == ((), 0, True)
    fresh(stepper)


def test_a_wide_network_has_fields_for_its_first_rows_and_says_how_many_it_leaves_out():
    rng = np.random.default_rng(0)
    network = Network([Layer(rng.normal(size=(20, 3)), rng.normal(size=20)), Layer(rng.normal(size=(1, 20)), [0])])
    stepper = Stepper(network, rng.normal(size=(10, 3)), np.ones((10, 1)))
    assert sum(key[0] == "w" for key in stepper.fields) == 8 + 1
    assert stepper.editor.children[-1].value.startswith("14 more rows")
    stepper.fields["b", 0, 0].value = "3"
    assert stepper.walk.network.layers[0].biases[0] == 3
    assert (stepper.walk.network.layers[0].biases[1:] == network.layers[0].biases[1:]).all()


def test_a_grain_keeps_what_is_known():
    stepper = Stepper(*lecture_network(), position=23)
    stepper.grain.value = "layer"
    assert stepper.walk[stepper.position].phase == "backward"
    assert stepper.walk[stepper.position].layer == 0
    stepper.grain.value = "phase"
    assert stepper.walk[stepper.position].phase == "backward"
    stepper.grain.value = "neuron"
    assert stepper.position == 24


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_opens_and_reset_brings_back_the_first_network(name):
    stepper = Stepper(*lecture_network(), learning_rate=0.25)
    code = stepper.code.value
    stepper.preset.value = name
    for i in range(len(stepper.walk)):
        stepper.transport.position = i
    fresh(stepper)
    stepper.reset.click()
    assert stepper.code.value == code


def parameters(network, after, backward):
    """(layer before, layer after, gradient, which) of all weights and biases."""
    layers = list(zip(network.layers, after.layers, strict=True))
    yield from ((*pair, g, "weights") for pair, g in zip(layers, backward.dL_dw, strict=True))
    yield from ((*pair, g, "biases") for pair, g in zip(layers, backward.dL_db, strict=True))


def test_the_seed_belongs_to_the_random_preset_and_leaves_other_work_alone():
    stepper = Stepper(*lecture_network())
    stepper.preset.value = "saturated"
    stepper.fields["b", 0, 0].value = "3"
    stepper.seed.value = 4
    assert stepper.walk.network.layers[0].biases[0] == 3
    stepper.preset.value = "random"
    four = stepper.code.value
    stepper.seed.value = 5
    assert stepper.code.value != four


def test_a_field_writes_a_number_so_that_reading_it_changes_nothing():
    third = 1 / 3
    stepper = Stepper(Network([Layer([[third, 1e-7]], [2])]), [1, 2], [0])
    assert stepper.fields["w", 0, 0].value == "0.3333333333333333, 0.0000001"
    stepper.fields["b", 0, 0].value = "1"
    assert stepper.walk.network.layers[0].weights.tolist() == [[third, 1e-7]]


def test_another_network_opens_whatever_neuron_and_example_were_chosen():
    stepper = Stepper(*worked_example(), example=1)
    code = stepper.code.value
    stepper.preset.value = words.LECTURE
    stepper.neuron.value = (0, 1)  # there is none in the worked example
    stepper.reset.click()
    assert stepper.code.value == code and stepper.neuron.value == ()
    fresh(stepper)


def test_another_network_is_drawn_once(monkeypatch):
    drawn = []
    stepper = Stepper(*lecture_network(), position=20)
    stepper.neuron.value = (0, 1)
    monkeypatch.setattr("backprop.widgets.stepper.diagram", lambda *args: drawn.append(args) or "")
    stepper.preset.value = words.WORKED
    assert len(drawn) == 1


def test_a_message_goes_away_once_its_own_field_is_right():
    stepper = Stepper(*lecture_network())
    stepper.fields["w", 0, 0].value = "?"
    stepper.fields["b", 2, 1].value = "?"
    stepper.fields["w", 0, 0].value = "1, 2"
    assert message(stepper, "w", 0, 0) == "" and message(stepper, "b", 2, 1)


def test_the_update_shows_the_predicted_change_beside_the_true_one():
    stepper = Stepper(*lecture_network(), position=49)
    network, x, target = lecture_network()
    backward = network.backward(network.forward(x), target)
    after = network.updated(backward, 0.5)
    pairs = [(getattr(new, kind) - getattr(old, kind), g) for old, new, g, kind in parameters(network, after, backward)]
    predicted = number(sum((change * g).sum() for change, g in pairs))
    true = number(after.loss(x, target) - network.loss(x, target))
    assert f"ΔL = <b>{true}</b>; predicted Σ ∂L/∂θ·Δθ = <b>{predicted}</b>" in stepper.formula.value


def test_a_reader_without_a_kernel_gets_the_picture_with_its_text_and_the_table():
    bundle = Stepper(*lecture_network(), position=23)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle["text/plain"] == "Stepper, step 24 of 50: Network 2-2-2-2, backward: ∂C/∂z₁ = −0.0211."
    assert '<img src="data:image/svg+xml;base64,' in bundle["text/html"]
    assert 'alt="Network 2-2-2-2, backward: ∂C/∂z₁ = −0.0211."' in bundle["text/html"]
    assert "<td>−0.0211</td>" in bundle["text/html"]


@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize("make", [lecture_network, lambda: random_network(1, (4, 8, 8, 3))])
def test_the_room_for_the_formulas_fits_the_largest_step_and_stays_while_stepping(make, grain):
    stepper = Stepper(*make(), by=grain)
    assert list(stepper.formulas.children) == [stepper.room, stepper.formula]
    room = stepper.room.value
    kept = [largest.count("<div>") - 1 for largest in room.split("bp-lines")[1:]]
    assert max(kept) == min(MOST_LINES, max(len(step.lines) for step in stepper.walk))
    for i in range(-1, len(stepper.walk), 5):
        stepper.transport.position = i
        assert stepper.room.value == room
    stepper.preset.value = words.WORKED
    assert stepper.room.value != room


def test_one_panel_at_most_is_open_and_its_title_closes_it():
    folds = Folds([widgets.HTML(), widgets.HTML()], ["Table", "Edit"], opened=1)

    def opened():
        return [panel.layout.display != "none" for panel in folds.panels]

    assert opened() == [False, True]
    folds.titles[0].value = True
    assert opened() == [True, False] and [title.value for title in folds.titles] == [True, False]
    assert [title.description for title in folds.titles] == ["▾ Table", "▸ Edit"]
    folds.titles[0].value = False
    assert opened() == [False, False]


def test_a_z_at_a_kink_is_named_and_no_gradient_is_called_wrong():
    network = Network([Layer([[1.0, -1.0]], [0.0], "relu"), Layer([[1.0]], [0.0])])
    stepper = Stepper(network, [[1.0, 1.0]], [[1.0]])
    said = []
    for position in range(len(stepper.walk)):
        stepper.transport.position = position
        said.append(stepper.formula.value)
    assert any(AT_A_KINK in each for each in said) and not any(DIFFERS in each for each in said)


@pytest.mark.parametrize("bias", [-10.0, -5.0, 10.0])
def test_a_y_near_0_or_1_agrees_with_its_finite_difference(bias):
    network = Network([Layer([[1.0]], [bias])])
    stepper, said = Stepper(network, [[0.0]], [[0.5]]), ""
    for position in range(len(stepper.walk)):
        stepper.transport.position = position
        said += stepper.formula.value
    assert AGREES in said and DIFFERS not in said


def test_a_preset_that_is_edited_is_a_preset_no_longer_and_can_be_chosen_again():
    stepper = Stepper(*lecture_network())
    stepper.preset.value = next(iter(PRESETS))
    weights = stepper.walk.network.layers[0].weights.tolist()
    stepper.fields["w", 0, 0].value = ", ".join(["9"] * len(weights[0]))
    assert stepper.preset.value == words.OWN and stepper.walk.network.layers[0].weights[0, 0] == 9
    stepper.preset.value = next(iter(PRESETS))
    assert stepper.walk.network.layers[0].weights.tolist() == weights


def test_a_closed_stepper_plays_no_more():
    async def closed():
        stepper = Stepper(*lecture_network())
        stepper.transport.speed.options = [("fast", 0.01)]
        stepper.transport.play.value = True
        close_all([stepper])
        await asyncio.sleep(0.05)
        return stepper.transport.position

    assert asyncio.run(closed()) == -1
