"""Find a record by its name."""

from backprop.words import say


def named(known: dict, name: str, kind: str):
    """The record of that name; ``kind`` is "activation" or "loss".

    Raises TypeError, or ValueError with the nearest known name.
    """
    if not isinstance(name, str):
        raise TypeError(say(f"engine.no-name.{kind}", name=repr(name), known=", ".join(known)))
    if name in known:
        return known[name]
    import difflib  # for a misspelt name alone, and slow to load

    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    told = say(f"engine.unknown.{kind}", name=repr(name), known=", ".join(known))
    raise ValueError(say("engine.did-you-mean", refusal=told, name=repr(near[0])) if near else told)
