"""What a page shows of an explorer: its film, read as the page's own module reads it."""

import gzip
import json
from math import prod


def film(explorer, packed=None):
    """The film that the page has, or another one of its kind."""
    return json.loads(gzip.decompress(packed or explorer._film))


def _summed(steps):
    """[n, part, n, part, …], the differences added up."""
    runs = steps[:2]
    for i, step in enumerate(steps[2:]):
        runs.append(runs[i] + step)
    return runs


def part(data, piece, place):
    """What stands there for a piece."""
    on, steps = piece
    runs = _summed(steps)
    n, sizes = 0, [len(data["axes"][axis]["texts"]) for axis in on]
    for axis, size in zip(on, sizes, strict=True):
        assert 0 <= place[axis] < size
        n = n * size + place[axis]
    assert runs[0] == 0 and runs[::2] == sorted(set(runs[::2])) and runs[-2] < prod(sizes)
    found = max(at for at in range(0, len(runs), 2) if runs[at] <= n)
    return data["parts"][runs[found + 1]]


def shown(explorer, place=None, packed=None):
    """All that stands on the page at a place: words, lines, tables, pictures, and what can be changed."""
    data, place = film(explorer, packed), place or explorer.place
    assert place.keys() == data["axes"].keys()

    def at(piece):
        return part(data, piece, place)

    told = at(data["told"]).format(**{name: at(piece) for name, piece in data["fields"].items()})
    return {
        "where": at(data["where"]),
        "lines": [at(line) for line in data["lines"]],
        "told": told,
        "tables": [[[at(cell) for cell in row] for row in table["rows"]] for table in data["tables"]],
        "pictures": [[at(slot) for slot in panel["slots"]] for panel in data["panels"]],
        "handles": [panel["handles"] for panel in data["panels"]],
        "scales": data["scales"],
        "form": data["form"],
    }


def tell(explorer, **message):
    """What a page says to it, and the answer: {"id": …}, with why where it was refused."""
    sent = []
    explorer.send = lambda content, buffers=None: sent.append(content)
    explorer._told(message | {"id": 7})
    del explorer.send
    assert [each["id"] for each in sent] == [7]
    return sent[0]


def refusal(explorer, **message):
    """Why it was refused, or None."""
    return tell(explorer, **message).get("refused")
