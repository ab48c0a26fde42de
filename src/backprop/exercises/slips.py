"""The misconceptions, each an id: one table for questions, the drill, code questions and your own functions.

An id names what was done, never where it was seen. Its sentence is "exercises.slip.<id>": what the slip is, and what
belongs there. Some sentences have a field, such as the factor that was found.
"""

from backprop.words import say, sentences

PREFIX = "exercises.slip."


def slips():
    """Every id, in the order in which their sentences stand."""
    return tuple(key.removeprefix(PREFIX) for key in sentences("en") if key.startswith(PREFIX))


def sentence(slip, **fields):
    """What is said of a slip. Raises KeyError for an id that is not known."""
    return say(f"{PREFIX}{slip}", **fields)
