"""What the page's player needs of a walkthrough: the film, or where there is none its outline, words, and fields."""

from backprop.notation import ETA, number
from backprop.pictures.film import film, outline
from backprop.story.walkthrough import Walkthrough
from backprop.widgets.editing import form, handles, left_out
from backprop.words import say, spoken, templates

MOST_PARAMETERS = 600  # of a network with a film: it then takes some 3 MB, a tenth of that compressed, and 0.5 s


def size(walk: Walkthrough) -> int:
    """How many parameters its network has."""
    return sum(layer.weights.size + layer.biases.size for layer in walk.network.layers)


def film_data(walk: Walkthrough) -> dict:
    """What a player needs of a walkthrough by neuron: its film, the player's words, and all that can be edited."""
    shown = film(walk)
    return _around(walk) | shown | {"names": shown["names"] | {"rate": ETA.text}, "edits": handles(walk), "note": ""}


def sent_data(walk: Walkthrough) -> dict:
    """The same for a player that can ask for more: of a network that is too large for a film, the outline alone."""
    if size(walk) <= MOST_PARAMETERS:
        return film_data(walk)
    note = say("widgets.player.large", n=size(walk))
    return _around(walk) | outline(walk) | {"edits": {}, "note": note}


def _around(walk):
    """The player's words, and what stands around the picture."""
    return {
        "words": templates("widgets.player."),
        "title": say("widgets.player.title"),
        "lang": spoken(),
        "form": form(walk),
        "left_out": left_out(walk),
        "rate": say("widgets.player.rate", rate=number(walk.learning_rate)),
        "code": code(walk, "{grain}", "{position}"),  # which the page fills in
    }


def code(walk: Walkthrough, by: str, position: int | str) -> str:
    """The line that makes a stepper of it; ``by`` and ``position`` as they are to stand there."""
    return (
        f"Stepper({walk.network!r}, {walk.forward.x.tolist()}, {walk.backward.target.tolist()}, loss={walk.loss!r}, "
        f"learning_rate={walk.learning_rate!r}, example={walk.example}, by={by}, position={position})"
    )
