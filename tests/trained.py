"""What a page has of a training player: its film, and the rows that it fetches, as the page's own module reads them."""

import gzip
import json

import numpy as np

from backprop.pictures.film_rows import byte_columns, float_columns


def film(player):
    """What stands still on the page."""
    return json.loads(gzip.decompress(player._film))


def told(player, **message):
    """What a page says to it, and all that it says in return: (content, buffers), the answer last."""
    sent = []
    player.send = lambda content, buffers=None: sent.append((content, buffers))
    player._told(message | {"id": 7})
    del player.send
    assert [content.get("id") for content, _ in sent][-1] == 7
    return sent


def refusal(player, **message):
    """Why what a page asks for is refused, or None."""
    return told(player, **message)[-1][0].get("refused")


def fetched(player):
    """(float32, bytes) of all rows, as a page comes to have them: the first ones, then piece after piece."""
    history, runs = player.histories[0], len(player.histories)
    columns = [sum(sizes(history).values()) * runs for sizes in (float_columns, byte_columns)]
    pieces = [player._rows]
    count = len(player._rows) // (4 * columns[0] + columns[1])
    while count < player._ready:
        (content, buffers), _ = told(player, rows=count, number=player._stand["number"])
        assert content["rows"] == {"from": count, "number": player._stand["number"]}
        pieces.append(buffers[0])
        count += len(buffers[0]) // (4 * columns[0] + columns[1])
    assert count == player._ready
    return tuple(map(np.concatenate, zip(*(_read(piece, *columns) for piece in pieces), strict=True)))


def _read(piece, floats, small):
    rows = len(piece) // (4 * floats + small)
    cut = rows * floats * 4
    return (
        np.frombuffer(piece[:cut], np.float32).reshape(rows, floats),
        np.frombuffer(piece[cut:], np.uint8).reshape(rows, small),
    )
