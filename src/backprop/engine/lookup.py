"""Find a record by its name."""


def named(known: dict, name: str, kind: str):
    """The record of that name; ``kind`` says what it is. Raises TypeError or ValueError with the nearest known name."""
    if not isinstance(name, str):
        raise TypeError(f"The {kind} is {name!r}; expected a name, one of {', '.join(known)}.")
    if name in known:
        return known[name]
    import difflib  # for a misspelt name alone, and slow to load

    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    guess = f" Did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"Unknown {kind} {name!r}; known: {', '.join(known)}.{guess}")
