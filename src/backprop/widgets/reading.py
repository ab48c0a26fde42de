"""What is handed over or typed for a training player, read; what cannot be is refused in a learner's sentence."""

import re

import numpy as np

from backprop.engine.arrays import as_numbers


def read_pairs(data):
    """(x, target) as examples in rows; one example is welcome. Raises ValueError or TypeError for what is no pair."""
    if len(data) != 2:
        raise ValueError(f"data has {len(data)} parts; expected two, (x, target).")
    x, target = map(as_numbers, data, ("x", "target"))
    one = x.ndim == 1 and target.ndim == 1
    x, target = np.atleast_2d(x) if one else x, np.atleast_2d(target) if one else target
    if not x.ndim == target.ndim == 2 or len(x) != len(target):
        raise ValueError(
            f"x has shape {x.shape} and target {target.shape}; "
            "expected (n, n_in) and (n, n_out), a row for each example."
        )
    return x, target


def read_sizes(text):
    """The hidden layers' sizes in a text; at most four layers of at most 32. Empty is none."""
    parts = re.sub(r"(?<=\d)-(?=\d)", " ", text).replace(",", " ").split()  # 8-8 too, but no size below 0
    if not all(part.isdecimal() and 1 <= int(part) <= 32 for part in parts) or len(parts) > 4:
        raise ValueError(f"The hidden layers are {text!r}; expected up to four sizes from 1 to 32, such as 4 or 8, 8.")
    return tuple(map(int, parts))
