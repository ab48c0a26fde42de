"""What a function of yours returned, as lists of arrays: from lists, tuples, dicts, generators or one stacked array."""

import re
from collections.abc import Iterable, Mapping

import numpy as np

from backprop.engine.arrays import in_order_of_keys
from backprop.exercises.agreement import not_numbers, numbers
from backprop.exercises.explain import same
from backprop.words import say


def groups(returned, names, layers, given=None):
    """({name: [array, …]}, None), or (None, what is wrong with the form).

    ``given`` holds the right arrays; without it, how many there are is not looked at.
    """
    lists, found = ", ".join(names), _found(returned, names)
    if returned is None:
        return None, say("exercises.returned.nothing", lists=lists, n=len(names))
    if found is not None and len(found) == layers != len(names) and _are_pairs(found, names):
        return None, say("exercises.returned.pairs", lists=lists, n=len(names))
    if found is None or len(found) != len(names):
        return None, say("exercises.returned.lists", lists=lists, n=len(names))
    result = {}
    for name, group in zip(names, found, strict=True):
        if complaint := _alone(name, group, given):
            return None, complaint
        arrays = _listed(group)
        if arrays is not None and len(arrays) == 1 and layers > 1 and len(names) == 1:
            arrays = (_listed(arrays[0]) if holds_arrays(arrays[0]) else None) or arrays  # a tuple of one list
        if complaint := _complaint(name, arrays, layers, given):
            return None, complaint
        result[name] = [array if isinstance(array, np.ndarray) else np.asarray(array) for array in arrays]
    return result, None


def holds_arrays(one):
    """Whether it is a group of arrays: a list, a generator, or arrays that are stacked; not one array."""
    return not isinstance(one, np.ndarray) or one.dtype == object or one.ndim > 2


def _found(returned, names):
    """What was returned, a group for each name as far as can be told; None where it is of no such form."""
    if isinstance(returned, Mapping):
        return _of_mapping(returned, names)
    if len(names) == 1:
        return [returned]
    return list(returned) if isinstance(returned, Iterable) and not isinstance(returned, str) else None


def _alone(name, group, given):
    """What is said of an array, or of several lists, where a list of arrays belongs; None where it is neither."""
    if given is None:
        return None
    if isinstance(group, np.ndarray) and group.dtype != object and 0 < group.ndim <= np.ndim(given[name][0]):
        return say("exercises.returned.one-array", name=name, layers=len(given[name]))
    if isinstance(group, list | tuple) and len(group) > 1 and all(map(_holds_matrices, group)):
        return say("exercises.returned.several-lists", name=name, n=len(group))
    return None


def _holds_matrices(one):
    """Whether it is a list of arrays with rows."""
    return isinstance(one, list | tuple) and len(one) > 0 and all(np.ndim(array) > 1 for array in one)


def _are_pairs(found, names):
    """Whether each is a tuple or a list with something for every name: the layers' groups in place of the names'."""
    return all(isinstance(one, tuple | list) and len(one) == len(names) for one in found)


def _complaint(name, arrays, layers, given):
    """What is wrong with a group, or None: it is no list, of another length, or holds what is no array of numbers."""
    if arrays is None:
        return say("exercises.returned.no-list", name=name, layers=layers)
    if given is not None and len(arrays) != layers:
        told = say("exercises.returned.count", name=name, n=len(arrays), layers=layers)
        return f"{told} {_which(name, arrays, given)}".strip()
    for l, array in enumerate(arrays):
        if array is None or numbers(array) is None:
            return not_numbers(f"{name}[{l}]", array)
    return None


def _listed(group):
    """A group as a list of arrays; a dict by the numbers in its keys; None where it is one number or a text."""
    if isinstance(group, Mapping):
        return in_order_of_keys(group)
    if isinstance(group, np.ndarray) and group.ndim == 0:
        return None
    if isinstance(group, str) or not isinstance(group, Iterable):
        return None
    return list(group)


def _of_mapping(returned, names):
    """The groups of a dict: by their names, or by the letters of its keys; None where unclear."""
    if set(names) <= set(returned):
        return [returned[name] for name in names]
    if len(names) == 1:
        return [returned]
    letters = {}
    for key, value in returned.items():
        letter, digits = re.fullmatch(r"(.*?)(\d*)", str(key), flags=re.DOTALL).groups()
        letters.setdefault(letter, {})[digits] = value
    if len(letters) != len(names):
        return None
    return [each.get("", each) for each in letters.values()]


def _which(name, arrays, given):
    """Which array is missing, or does not belong; empty where the others are not right."""
    right = given[name]
    if any(numbers(array) is None for array in arrays):
        return ""
    if len(arrays) == len(right) - 1:
        for l in range(len(right)):
            if all(map(same, arrays, [*right[:l], *right[l + 1 :]])):
                return say("exercises.returned.missing", name=f"{name}[{l}]", layer=l + 1)
    if len(arrays) == len(right) + 1:
        for k in range(len(arrays)):
            if all(map(same, [*arrays[:k], *arrays[k + 1 :]], right)):
                key = "exercises.returned.extra-x" if same(arrays[k], given["x"]) else "exercises.returned.extra"
                return say(key, k=k + 1)
    return ""
