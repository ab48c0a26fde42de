"""A walkthrough as a page that steps with no kernel and no network."""

from pathlib import Path

from backprop.notation import ETA, number
from backprop.pictures.film import film
from backprop.story import telling
from backprop.story.walkthrough import Walkthrough, walkthrough
from backprop.widgets.fields import form, given
from backprop.widgets.modules import page
from backprop.words import say, spoken, templates

MOST_PARAMETERS = 600  # of a network on a page: its film then takes some 3 MB, a tenth of that compressed


def save(walk: Walkthrough, position: int, path: str | Path) -> Path:
    """Write a page that opens at ``position`` of the walkthrough, and return its path.

    Raises ValueError for a network that is too large for a page.
    """
    network = walk.network
    parameters = sum(layer.weights.size + layer.biases.size for layer in network.layers)
    if parameters > MOST_PARAMETERS:
        raise ValueError(say("widgets.player.too-large", n=parameters, most=MOST_PARAMETERS))
    x, target = walk.forward.x, walk.backward.target
    whole = walkthrough(network, x, target, walk.loss, walk.learning_rate, walk.example)
    path = Path(path)
    title = telling.describe(walk, position)
    path.write_text(page(title, [(player_data(whole), position + 1, walk.by)]), encoding="utf-8")
    return path


def player_data(walk: Walkthrough) -> dict:
    """What a player needs of a walkthrough by neuron: its film, the player's words, and all that could be edited."""
    shown = film(walk)
    return shown | {
        "words": templates("widgets.player."),
        "title": say("widgets.player.title"),
        "lang": spoken(),
        "names": shown["names"] | {"rate": ETA.text},
        "edits": given(walk),
        "form": form(walk),
        "rate": say("widgets.player.rate", rate=number(walk.learning_rate)),
        "code": code(walk, "{grain}", "{position}"),  # which the page fills in
    }


def code(walk: Walkthrough, by: str, position: int | str) -> str:
    """The line that makes a stepper of it; ``by`` and ``position`` as they are to stand there."""
    return (
        f"Stepper({walk.network!r}, {walk.forward.x.tolist()}, {walk.backward.target.tolist()}, loss={walk.loss!r}, "
        f"learning_rate={walk.learning_rate!r}, example={walk.example}, by={by}, position={position})"
    )
