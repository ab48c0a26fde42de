"""The digit trainer below the browser: every row is what the functions read, and a training can be stopped and left."""

import asyncio
import base64
import gc
import gzip
import json
import re
import weakref

import numpy as np
import pytest

from backprop.examples import Digits, digits, lecun_network
from backprop.exercises import accuracy, confusion, predict
from backprop.exercises import digits as reading
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stages import STAGES, StandIn
from backprop.widgets import DigitTrainer
from backprop.widgets.digits import SIZES, progress
from backprop.words import say
from trained import film, told

SCRIPTS = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>")


def rows(piece, columns):
    """{name: the numbers of each row} of a piece, as the page's module reads them."""
    floats, small = (sum(columns[kind].values()) for kind in ("floats", "bytes"))
    n, found = len(piece) // (4 * floats + small), {}
    blocks = {
        "floats": np.frombuffer(piece[: 4 * n * floats], np.float32).reshape(n, floats),
        "bytes": np.frombuffer(piece[4 * n * floats :], np.uint8).reshape(n, small),
    }
    for kind, block in blocks.items():
        at = 0
        for name, size in columns[kind].items():
            found[name] = block[:, at : at + size]
            at += size
    return found


def fetched(trainer):
    """All rows, and what is told of each, as a page comes to have them."""
    pieces, sentences, number = [], [], trainer._stand["number"]
    while len(sentences) < trainer._stand["rows"]:
        (content, buffers), _ = told(trainer, rows=len(sentences), number=number)
        assert content["rows"]["from"] == len(sentences) and content["rows"]["number"] == number
        pieces.append(rows(buffers[0], film(trainer)["columns"]))
        sentences += content["rows"]["told"]
    return {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}, sentences


def few(trainer):
    """The same trainer on few images, which soon are read."""
    data = digits()
    trainer.data = Digits(data.x[:96], data.target[:96], data.held_out_x[:48], data.held_out_target[:48])
    trainer._begin()
    return trainer


def test_every_row_is_what_the_engine_reads_after_that_epoch():
    trainer = DigitTrainer(epochs=3)
    assert trainer.train() == trainer.history[-1]
    found, sentences = fetched(trainer)
    data = digits(0)
    expected = list(reading.readings(REFERENCE, data, lecun_network(SIZES, 0), epochs=3))
    assert len(expected) == len(sentences) == 4
    for i, each in enumerate(expected):
        guesses = predict(REFERENCE["forward"], data.held_out_x, each.weights, each.biases)
        assert (found["guesses"][i] == guesses).all()
        assert (found["counts"][i].reshape(10, 10) == confusion(guesses, data.held_out_target)).all()
        assert np.abs(found["y"][i].reshape(-1, 10) / 100 - each.y).max() < 5.1e-3
        assert found["right"][i, 0] == np.float32(accuracy(guesses, data.held_out_target))
        y = REFERENCE["forward"](data.x, each.weights, each.biases)[1][-1]
        cost = -(data.target * np.log(y) + (1 - data.target) * np.log(1 - y)).sum()
        assert found["loss"][i, 0] == pytest.approx(cost, rel=1e-6)
        assert found["learned"][i, 0] == np.float32(np.mean(np.argmax(y, 1) == np.argmax(data.target, 1)))
    assert sentences[0] == say("widgets.digits.unread", share=reading.share(expected[0].right))
    assert sentences[2] == reading.outcome([each.right for each in expected[1:3]])
    assert trainer._stand["wanted"] == 3 and trainer._stand["share"] == 1 and not trainer._stand["recording"]


def test_the_page_has_the_held_out_images_themselves():
    shown, data = film(DigitTrainer(seed=3)), digits(3)
    ink = [int(level, 36) for level in shown["ink"]]
    assert np.allclose(np.reshape(ink, (-1, 64)) / shown["levels"], data.held_out_x)
    assert [shown["outputs"][step] for step in (0, 1, 50, 99, 100)] == ["< 0.01", "0.01", "0.5", "0.99", "> 0.99"]
    assert shown["digits"] == np.argmax(data.held_out_target, axis=1).tolist()


def test_an_epoch_takes_what_the_page_of_sizes_says():
    trainer = few(DigitTrainer(epochs=2))
    trainer.train()
    sizes = [len(floats) + len(small) for floats, small in trainer.course.rows]
    assert sizes == [12 + 48 + 100 + 480] * 3
    trainer = DigitTrainer()
    assert len(trainer.course.rows[0][0] + trainer.course.rows[0][1]) == 4072 and len(trainer._film) < 20_000


def test_what_a_function_raises_is_told_and_what_was_read_until_then_stays():
    assert DigitTrainer(epochs=1)._stand["refused"] == ""
    for stage in STAGES:
        broken = DigitTrainer(REFERENCE | {stage: lambda *args: 1 / 0}, epochs=1)
        assert "not trained yet" in repr(broken)
        assert broken.train() is None
        assert "ZeroDivisionError" in broken._stand["refused"] and not broken._stand["recording"]
        assert len(broken.course.rows) == (stage != "forward")


@pytest.mark.parametrize("text", SCRIPTS)
def test_what_a_function_says_reaches_the_page_as_text_alone(text, tmp_path):
    def update(*args):
        raise ValueError(text)

    trainer = few(DigitTrainer(REFERENCE | {"update": update}, epochs=1))
    trainer.train()
    assert text in trainer._stand["refused"]
    html = trainer.save_html(tmp_path / "page.html").read_text("utf-8")
    assert text not in re.sub(r'<script type="application/json".*?</script>', "", html, flags=re.DOTALL)
    assert html.count("</script>") == 2 and text not in trainer._repr_mimebundle_()[0]["text/html"]


def test_outputs_that_are_no_ten_numbers_an_image_or_not_finite_end_the_training_in_a_sentence():
    def three(x, weights, biases):
        z, a = REFERENCE["forward"](x, weights, biases)
        return z, [*a[:-1], a[-1][:, :3]]

    assert "outputs of shape (360, 3)" in DigitTrainer(REFERENCE | {"forward": three})._stand["refused"]

    def forward(x, weights, biases):
        z = x @ weights[0].T @ weights[1].T
        return [z], [1 / (1 + np.exp(-z))]

    def blow_up(x, target, weights, *_):
        return [w * np.inf for w in weights], []

    with np.errstate(all="ignore"):
        trainer = few(DigitTrainer(REFERENCE | {"forward": forward, "train": blow_up}, epochs=3))
        assert trainer.train() is None
    assert trainer._stand["refused"] == say("exercises.digits.not-finite", n=1)
    assert len(fetched(trainer)[1]) == 1


def test_it_trains_while_the_page_is_answered_says_how_long_and_stopped_keeps_what_there_is():
    async def run():
        trainer = DigitTrainer(epochs=200)
        told(trainer, train=True)
        assert trainer.recording and trainer.position == 200
        heard = 0
        while trainer.course.updates < 3:
            await asyncio.sleep(0.002)
            heard += 1
        stand = trainer._stand
        assert heard and stand["recording"] and stand["wanted"] == 200 and 1 < stand["rows"] <= 201
        assert re.fullmatch(r"\d+ of 9000 updates; about (a|\d+) (second|minute)s? left", stand["progress"])
        told(trainer, stop=True)
        kept = trainer.course.updates
        await asyncio.sleep(0.05)
        assert 3 <= trainer.course.updates == kept < 200
        assert not trainer._stand["recording"] and trainer._stand["wanted"] == kept
        assert len(fetched(trainer)[1]) == kept + 1

    asyncio.run(run())


def test_once_nobody_sees_it_or_it_is_closed_it_trains_no_more():
    async def run():
        seen, closed = DigitTrainer(epochs=300), DigitTrainer(epochs=300)
        for trainer in (seen, closed):
            told(trainer, views=1)
            told(trainer, train=True)
        told(seen, views=-1)
        closed.close()
        counts = [trainer.course.updates for trainer in (seen, closed)]
        await asyncio.sleep(0.2)
        assert counts == [trainer.course.updates for trainer in (seen, closed)]
        assert not seen.recording and not closed.recording

    asyncio.run(run())


def test_closed_it_is_let_go():
    trainer = DigitTrainer(epochs=1)
    trainer.train()
    gone = weakref.ref(trainer.course)
    trainer.close()
    del trainer
    gc.collect()
    assert gone() is None


def test_rows_of_a_training_that_was_replaced_are_not_sent():
    trainer = few(DigitTrainer(epochs=1))
    number = trainer._stand["number"]
    assert len(told(trainer, rows=0, number=number)) == 2
    told(trainer, train=True)  # no loop runs: at once
    assert len(told(trainer, rows=0, number=number)) == 1
    assert len(told(trainer, rows=2, number=number + 1)) == 1  # there are no more
    told(trainer, reset=True)
    assert trainer.history == [] and trainer._stand["wanted"] == 0 and trainer.position == 0


def test_trained_again_it_starts_from_the_same_weights():
    trainer = few(DigitTrainer(epochs=2))
    first = trainer.train(), [rows[0] for rows in trainer.course.rows]
    assert (trainer.train(), [rows[0] for rows in trainer.course.rows]) == first


def test_what_the_page_sets_stays_within_what_there_is():
    trainer = DigitTrainer(epochs=4)
    trainer.set_state({"position": 99, "chosen": [3, 8]})
    assert (trainer.position, trainer.chosen) == (4, [3, 8])
    for nonsense in ([10, 0], [1], [1, 2, 3], ["<b>", 1]):
        trainer.set_state({"position": -4, "chosen": nonsense})
        assert (trainer.position, trainer.chosen) == (0, [])


@pytest.mark.parametrize(
    ("argument", "value", "sentence"),
    [
        ("epochs", 0, "epochs is 0; expected a whole number from 1 to 500"),
        ("epochs", 501, "epochs is 501"),
        ("epochs", 2.5, "epochs is 2.5"),
        ("seed", -1, "seed is -1; expected a whole number from 0"),
        ("learning_rate", "x", "learning_rate is 'x'; expected one finite number above 0"),
        ("functions", {"forward": REFERENCE["forward"]}, "functions has no 'backward'"),
    ],
)
def test_an_argument_that_is_none_is_refused_in_a_sentence(argument, value, sentence):
    with pytest.raises((ValueError, TypeError), match=re.escape(sentence)):
        DigitTrainer(**{argument: value})


def test_the_time_left_is_told_in_words():
    assert progress(0, 900, 3.0) == "0 of 900 updates"
    assert progress(45, 900, 0.2) == "45 of 900 updates; about a second left"
    assert progress(45, 900, 12.4) == "45 of 900 updates; about 12 seconds left"
    assert progress(45, 900, 130) == "45 of 900 updates; about 2 minutes left"
    assert progress(900, 900, 0) == "900 of 900 updates"


def test_a_reader_without_a_kernel_sees_images_before_and_the_confusion_after():
    trainer = DigitTrainer(epochs=2)
    before, _ = trainer._repr_mimebundle_()
    assert before["text/plain"] == "DigitTrainer, not trained yet."
    assert say("widgets.digits.sample") in before["text/html"] and before["text/html"].count("<img") == 1
    trainer.train()
    after, _ = trainer._repr_mimebundle_()
    assert after["text/plain"].startswith("DigitTrainer, after 2 epochs")
    assert after["text/html"].count("<img") == 2 and say("widgets.digits.missed") in after["text/html"]


HELD = re.compile(r'<script type="application/json" id="film-0">(.*?)</script>', re.DOTALL)


def held(trainer, tmp_path):
    """(the rows, the data) that a saved page holds."""
    data = json.loads(HELD.search(trainer.save_html(tmp_path / "page.html").read_text("utf-8"))[1])
    return rows(gzip.decompress(base64.b64decode(data["rows"])), data["columns"]), data


def test_a_page_holds_every_epoch_and_of_an_untrained_engine_those_that_it_would_train(tmp_path):
    trainer = DigitTrainer(epochs=2)
    waiting, data = held(trainer, tmp_path)
    assert trainer.history == [] and data["stand"]["wanted"] == 2 and len(data["told"]) == 3
    trainer.train()
    done, again = held(trainer, tmp_path)
    assert all((waiting[name] == done[name]).all() for name in done) and again["told"] == data["told"]
    assert (fetched(trainer)[0]["y"] == done["y"]).all()


def test_a_page_of_functions_of_ones_own_holds_what_they_have_read_and_trains_nothing(tmp_path):
    def mine(*args):
        return REFERENCE["update"](*args)

    _, data = held(DigitTrainer(REFERENCE | {"update": mine}, epochs=2), tmp_path)
    assert data["stand"]["wanted"] == 0 and len(data["told"]) == 1
    stands_in = {stage: StandIn(stage, "not-attempted") for stage in STAGES}
    _, data = held(DigitTrainer(stands_in, epochs=2), tmp_path)
    assert data["stand"]["wanted"] == 2 and "not attempted" in data["whose"]
