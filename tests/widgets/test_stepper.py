"""The stepper below the browser: its film is of the current inputs, and nonsense changes nothing."""

import gc
import gzip
import json
import tracemalloc

import numpy as np
import pytest

from backprop import Layer, Network, walkthrough
from backprop.examples import lecture_network, random_network, worked_example
from backprop.pictures.film import film, still
from backprop.widgets.player import MOST_PARAMETERS
from backprop.widgets.stepper import PRESETS, Stepper
from monkey import open_widgets


def shown(stepper):
    """The film that the page has."""
    return json.loads(gzip.decompress(stepper._film))


def tell(stepper, **message):
    """What a page says to it, and what it answers: all that it sends meanwhile, the answer last."""
    sent = []
    stepper.send = lambda content, buffers=None: sent.append(content)
    stepper._told(message | {"id": 7})
    del stepper.send
    assert sent[-1]["id"] == 7
    return sent


def refusal(stepper, place, text):
    return tell(stepper, edit=place, text=text)[-1].get("refused")


def again(stepper):
    """The stepper that its line of code makes."""
    return eval(stepper.code, {"Stepper": Stepper, "Network": Network, "Layer": Layer})


def test_the_film_is_the_walkthroughs_with_the_players_words():
    stepper = Stepper(*lecture_network(), position=23)
    data = shown(stepper)
    whole = json.loads(json.dumps(film(walkthrough(*lecture_network()))))
    whole["names"]["rate"] = "η"
    assert whole.items() <= data.items()
    assert data["words"]["play"] == "Play" and data["words"]["phases"]["forward-again"] == "Forward again"
    assert (stepper.position, stepper.grain) == (23, "neuron")


@pytest.mark.parametrize("preset", PRESETS)
def test_every_number_of_a_preset_is_the_engines(preset):
    stepper = Stepper(*lecture_network())
    tell(stepper, preset=preset)
    walk, data = stepper._inputs.walk, shown(stepper)
    assert json.loads(json.dumps(film(walk)["values"])) == data["values"]
    assert data["values"].keys() == {q.key for q in (*walk.given, *walk.made)}
    assert stepper.position == -1
    tell(stepper, reset=True)
    assert stepper._film == Stepper(*lecture_network())._film


def test_the_line_of_code_makes_the_same_stepper_again():
    stepper = Stepper(*worked_example(), learning_rate=0.25, example=1, by="layer", position=3)
    copy = again(stepper)
    assert (copy._film, copy.position, copy.grain) == (stepper._film, 3, "layer")


def test_an_edited_weight_gives_its_step_at_once_and_a_new_film_at_the_same_position():
    stepper = Stepper(*lecture_network(), position=23)
    sent = tell(stepper, edit="row w 0 0", text="0.5, −2")
    network, x, target = lecture_network()
    first = Layer([[0.5, -2], [-1, 1]], network.layers[0].biases)
    walk = walkthrough(Network([first, *network.layers[1:]]), x, target)
    assert sent[0] == {"stale": True, "still": still(walk, 23)} and sent[1] == {"id": 7}
    assert shown(stepper)["values"] == json.loads(json.dumps(film(walk)["values"]))
    assert stepper.position == 23


@pytest.mark.parametrize(
    ("place", "text", "read"),
    [
        ("x 1", "−3,5", lambda walk: walk.forward.x[0, 1] == -3.5),
        ("target 0", "1/4", lambda walk: walk.backward.target[0, 0] == 0.25),
        ("w 2 1 0", "1e-3", lambda walk: walk.network.layers[2].weights[1, 0] == 0.001),
        ("b 1 0", "7", lambda walk: walk.network.layers[1].biases[0] == 7),
        ("row x 0", "3 4", lambda walk: walk.forward.x.tolist() == [[3, 4]]),
        ("row target 0", "0, 1", lambda walk: walk.backward.target.tolist() == [[0, 1]]),
        ("f 1", "tanh", lambda walk: walk.network.layers[1].activation == "tanh"),
        ("loss", "squared_error", lambda walk: walk.loss == "squared_error"),
        ("rate", "0.125", lambda walk: walk.learning_rate == 0.125),
    ],
)
def test_each_place_takes_what_is_typed_there_and_nothing_else_changes(place, text, read):
    stepper = Stepper(*lecture_network())
    assert refusal(stepper, place, text) is None
    assert read(stepper.walk)
    fields = {field["key"]: field["text"] for row in shown(stepper)["form"] for field in row}
    before = {field["key"]: field["text"] for row in shown(Stepper(*lecture_network()))["form"] for field in row}
    assert sum(fields[key] != before[key] for key in fields) == 1


@pytest.mark.parametrize(
    ("place", "nonsense", "words"),
    [
        ("row w 0 0", "1, abc", "is not a row of numbers"),
        ("row w 0 0", "1", "1 number came; expected 2"),
        ("row x 0", "1, nan", "expected finite numbers"),
        ("b 1 0", "", "0 numbers came; expected 1"),
        ("row target 0", "2, 0", "cross_entropy expects targets from 0 to 1"),
        ("target 0", "<img src=x onerror=alert(1)>", "is not a row of numbers"),
        ("rate", "-1", "learning_rate is -1.0; expected one finite number above 0"),
        ("rate", "1e400", "expected finite numbers"),
        ("f 0", "softmax", "softmax in a hidden layer"),
        ("loss", "categorical_cross_entropy", "expects softmax there"),
    ],
)
def test_nonsense_is_refused_in_a_sentence_and_keeps_the_last_good_state(place, nonsense, words):
    stepper = Stepper(*lecture_network(), position=10)
    before, inputs = stepper._film, stepper._inputs
    sent = tell(stepper, edit=place, text=nonsense)
    assert words in sent[-1]["refused"] and len(sent) == 1
    assert (stepper._film, stepper.position) == (before, 10) and stepper._inputs is inputs


def test_a_bug_is_not_mistaken_for_bad_input(monkeypatch):
    def broken(*args):
        raise ZeroDivisionError

    monkeypatch.setattr("backprop.widgets.stepper.Inputs.edited", broken)
    with pytest.raises(ZeroDivisionError):
        tell(Stepper(*lecture_network()), edit="b 0 0", text="3")


def test_another_example_is_shown_where_the_walk_stands():
    stepper = Stepper(*worked_example(), position=5)
    tell(stepper, example=2)
    assert stepper.walk.example == 2 and shown(stepper)["example"] == 2
    assert stepper.position == 5


def test_a_shorter_walk_keeps_the_position_within_it():
    stepper = Stepper(*lecture_network(), position=49)
    tell(stepper, preset="worked")
    assert stepper.position == -1
    layers = Stepper(*lecture_network(), by="layer", position=99)
    assert layers.position == len(layers.walk) - 1


@pytest.mark.slow
def test_a_large_network_has_no_film_says_so_and_shows_each_step_that_is_asked_for():
    stepper = Stepper(*random_network(0, (64, 64, 64)), by="layer")
    data = shown(stepper)
    assert data["parts"] == [] and str(64 * 65 * 2) in data["note"]
    assert len(stepper._film) < 200_000
    (answer, _) = tell(stepper, show=3, grain="layer")
    assert answer == {"still": still(stepper.walk, 2)}
    assert "at most" in tell(stepper, save=True)[-1]["refused"]


def test_networks_up_to_the_limit_have_a_film():
    sizes = (8, 16, 16, 8)
    network, x, target = random_network(0, sizes)
    parameters = sum(layer.weights.size + layer.biases.size for layer in network.layers)
    assert parameters <= MOST_PARAMETERS < parameters + 100
    assert shown(Stepper(network, x, target))["parts"]


def test_a_field_writes_a_number_so_that_reading_it_changes_nothing():
    stepper = Stepper(Network([Layer([[1 / 3, 1e-7]], [2])]), [1, 2], [0])
    fields = {field["key"]: field["text"] for row in shown(stepper)["form"] for field in row}
    assert fields["row w 0 0"] == "0.3333333333333333, 0.0000001"
    tell(stepper, edit="b 0 0", text="1")
    assert stepper.walk.network.layers[0].weights.tolist() == [[1 / 3, 1e-7]]


def test_a_wide_network_has_fields_for_its_first_rows_and_says_how_many_it_leaves_out():
    rng = np.random.default_rng(0)
    network = Network([Layer(rng.normal(size=(20, 3)), rng.normal(size=20)), Layer(rng.normal(size=(1, 20)), [0])])
    data = shown(Stepper(network, rng.normal(size=(10, 3)), np.ones((10, 1))))
    assert sum(field["key"].startswith("row w") for row in data["form"] for field in row) == 8 + 1
    assert data["left_out"] == "14 more rows have no field here; change them in code, with Copy as code."


def test_a_stepper_is_one_widget_and_closed_it_leaves_nothing():
    before = len(open_widgets())
    stepper = Stepper(*lecture_network())
    assert len(open_widgets()) <= before + 2  # itself and its layout
    tell(stepper, edit="b 0 0", text="3")
    stepper.close()
    stepper.layout.close()
    assert len(open_widgets()) == before


@pytest.mark.slow
def test_a_cell_that_is_run_again_leaves_at_most_100_kilobytes_behind():
    def run():
        stepper = Stepper(*lecture_network(), position=20)
        stepper._repr_mimebundle_()

    run()
    gc.collect()
    tracemalloc.start()
    try:
        for _ in range(3):  # what they leave to be replaced, such as a walkthrough that is kept, is there
            run()
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(5):
            run()
        gc.collect()
        kept = (tracemalloc.get_traced_memory()[0] - before) / 5
    finally:
        tracemalloc.stop()
    assert kept < 100_000, f"{kept / 1000:.0f} kB a run"


def test_without_a_kernel_it_is_a_sentence_a_picture_and_tables():
    stepper = Stepper(*lecture_network(), position=23)
    bundle, _ = stepper._repr_mimebundle_()
    assert (
        bundle["text/plain"] == repr(stepper) == "Stepper, step 24 of 50: Network 2-2-2-2, backward: ∂C/∂z₁ = −0.0211."
    )
    assert "−0.0211" in bundle["text/html"] and "<table>" in bundle["text/html"] and "<img" in bundle["text/html"]


def test_a_gradient_that_no_finite_difference_agrees_with_is_marked(monkeypatch):
    walk = walkthrough(*lecture_network())
    monkeypatch.setattr(type(walk), "numeric", lambda self, quantity: 0.5)
    checks = [line["check"] for line in film(walk)["lines"].values() if line["check"]]
    assert checks and {verdict for verdict, _ in checks} == {"differs"}
