"""Right loops in several styles: each must be called right."""

import numpy as np
from whole_loops import gradients


def loop_of(batches, gradient=gradients, end=lambda w, b: (w, b)):
    def train(x, target, weights, biases, learning_rate, batch, orders):
        for order in orders:
            for chosen in batches(order, batch):
                dw, db = gradient(x[chosen], target[chosen], weights, biases)
                weights = [w - learning_rate * g for w, g in zip(weights, dw, strict=True)]
                biases = [b - learning_rate * g for b, g in zip(biases, db, strict=True)]
        return end(weights, biases)

    return train


def sliced(order, batch):
    return [order[start : start + batch] for start in range(0, len(order), batch)]


def taken_off(order, batch):
    rest = list(order)
    while rest:
        yield rest[:batch]
        rest = rest[batch:]


def with_where(order, batch):
    """The examples of each batch in ascending order: a sum does not mind."""
    return [np.sort(order[np.arange(len(order)) // batch == k]) for k in range(-(-len(order) // batch))]


def example_by_example(x, target, weights, biases):
    """The gradients of single examples, summed before the update."""
    found = [gradients(x[[n]], target[[n]], weights, biases) for n in range(len(x))]
    return tuple([sum(one) for one in zip(*(each[k] for each in found), strict=True)] for k in (0, 1))


def mean_undone(x, target, weights, biases):
    return tuple([g / len(x) * len(x) for g in group] for group in gradients(x, target, weights, biases))


def shuffled_first(x, target, weights, biases, learning_rate, batch, orders):
    weights, biases = [w.copy() for w in weights], [b.copy() for b in biases]
    for order in orders:
        shuffled_x, shuffled_t = x[order], target[order]
        for k in range(int(np.ceil(len(x) / batch))):
            rows = slice(k * batch, (k + 1) * batch)
            dw, db = gradients(shuffled_x[rows], shuffled_t[rows], weights, biases)
            for l in range(len(weights)):
                weights[l] -= learning_rate * dw[l]
                biases[l] -= learning_rate * db[l]
    return weights, biases


def recursive_train(x, target, weights, biases, learning_rate, batch, orders):
    if not len(orders):
        return weights, biases
    one = loop_of(sliced)(x, target, weights, biases, learning_rate, batch, orders[:1])
    return recursive_train(x, target, *one, learning_rate, batch, orders[1:])


def one_vector(x, target, weights, biases, learning_rate, batch, orders):
    """All parameters in one vector, as descent is written."""
    arrays = [*weights, *biases]
    theta = np.concatenate([v.ravel() for v in arrays])
    ends = np.cumsum([v.size for v in arrays])[:-1]

    def shaped(theta):
        parts = [part.reshape(v.shape) for part, v in zip(np.split(theta, ends), arrays, strict=True)]
        return parts[: len(weights)], parts[len(weights) :]

    for order in orders:
        for chosen in sliced(order, batch):
            dw, db = gradients(x[chosen], target[chosen], *shaped(theta))
            theta = theta - learning_rate * np.concatenate([g.ravel() for g in [*dw, *db]])
    return shaped(theta)


TRAIN = {
    "slices": loop_of(sliced),
    "taken off a list": loop_of(taken_off),
    "np.split": loop_of(lambda order, batch: np.split(order, range(batch, len(order), batch))),
    "sorted within a batch": loop_of(with_where),
    "example by example": loop_of(sliced, example_by_example),
    "mean times n": loop_of(sliced, mean_undone),
    "shuffled first": shuffled_first,
    "recursion": recursive_train,
    "one vector": one_vector,
    "lists": loop_of(sliced, end=lambda w, b: ([v.tolist() for v in w], [v.tolist() for v in b])),
    "tuples": loop_of(sliced, end=lambda w, b: (tuple(w), tuple(b))),
    "generators": loop_of(sliced, end=lambda w, b: ((v for v in w), (v for v in b))),
    "float32": loop_of(sliced, end=lambda w, b: ([np.float32(v) for v in w], [np.float32(v) for v in b])),
}
