"""Wrong loops that are written out whole, and the parts of a right one."""

from entries import sigma


def gradients(x, target, weights, biases, slope=lambda a: a * (1 - a), start=lambda y, t: y - t):
    """∂L/∂w and ∂L/∂b of these examples, as they should be."""
    a = [x]
    for w, b in zip(weights, biases, strict=True):
        a.append(sigma(a[-1] @ w.T + b))
    d, dw, db = start(a[-1], target), [], []
    for l in reversed(range(len(weights))):
        dw.insert(0, d.T @ a[l])
        db.insert(0, d.sum(axis=0))
        d = (d @ weights[l]) * slope(a[l])
    return dw, db


def moved(parameters, found, step):
    return [p - step * g for p, g in zip(parameters, found, strict=True)]


def slices(order, batch):
    return [order[start : start + batch] for start in range(0, len(order), batch)]


def start_gradient(x, target, weights, biases, learning_rate, batch, orders):
    start = weights, biases
    for order in orders:
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], *start)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


def start_network(x, target, weights, biases, learning_rate, batch, orders):
    start = new = weights, biases
    for order in orders:
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], *new)
            new = moved(start[0], dw, learning_rate), moved(start[1], db, learning_rate)
    return new


def epoch_gradient(x, target, weights, biases, learning_rate, batch, orders):
    """Gradients taken with the weights of the epoch's start, each batch a step."""
    for order in orders:
        at = weights, biases
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], *at)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


def epochs_from_the_start(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        new = weights, biases
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], *new)
            new = moved(new[0], dw, learning_rate), moved(new[1], db, learning_rate)
    return new


def last_gradient(x, target, weights, biases, learning_rate, batch, orders):
    """The update stands behind the inner loop."""
    for order in orders:
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], weights, biases)
        weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


def one_update(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], weights, biases)
            return moved(weights, dw, learning_rate), moved(biases, db, learning_rate)


def thrown_away(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], weights, biases)
            moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


def added(pile, found, kept=1.0):
    pairs = zip(pile, found, strict=True)
    return tuple([kept * p + g for p, g in zip(*pair, strict=True)] for pair in pairs)


def piled(x, target, weights, biases, learning_rate, batch, orders):
    pile = None
    for order in orders:
        for chosen in slices(order, batch):
            found = gradients(x[chosen], target[chosen], weights, biases)
            pile = found if pile is None else added(pile, found)
            weights, biases = moved(weights, pile[0], learning_rate), moved(biases, pile[1], learning_rate)
    return weights, biases


def with_momentum(x, target, weights, biases, learning_rate, batch, orders):
    v = [0 * w for w in weights], [0 * b for b in biases]
    for order in orders:
        for chosen in slices(order, batch):
            found = gradients(x[chosen], target[chosen], weights, biases)
            v = added(v, found, 0.9)
            weights, biases = moved(weights, v[0], learning_rate), moved(biases, v[1], learning_rate)
    return weights, biases


def weights_first(x, target, weights, biases, learning_rate, batch, orders):
    """The biases' gradient is taken with the new weights."""
    for order in orders:
        for chosen in slices(order, batch):
            dw, _ = gradients(x[chosen], target[chosen], weights, biases)
            weights = moved(weights, dw, learning_rate)
            _, db = gradients(x[chosen], target[chosen], weights, biases)
            biases = moved(biases, db, learning_rate)
    return weights, biases


def updated_on_the_way(x, target, weights, biases, learning_rate, batch, orders):
    """Each layer is updated before its weights carry ∂C/∂z back."""
    for order in orders:
        for chosen in slices(order, batch):
            a = [x[chosen]]
            for w, b in zip(weights, biases, strict=True):
                a.append(sigma(a[-1] @ w.T + b))
            d, weights, biases = a[-1] - target[chosen], list(weights), list(biases)
            for l in reversed(range(len(weights))):
                weights[l] = weights[l] - learning_rate * d.T @ a[l]
                biases[l] = biases[l] - learning_rate * d.sum(axis=0)
                d = (d @ weights[l]) * a[l] * (1 - a[l])
    return weights, biases


def old_returned(x, target, weights, biases, learning_rate, batch, orders):
    """What was before the last update."""
    for order in orders:
        for chosen in slices(order, batch):
            old = weights, biases
            dw, db = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return old


def twice_each(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], weights, biases)
            for _ in (0, 1):
                weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


def each_batch_twice(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for chosen in slices(order, batch):
            for _ in (0, 1):
                dw, db = gradients(x[chosen], target[chosen], weights, biases)
                weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


def averaged(x, target, weights, biases, learning_rate, batch, orders):
    """The mean of the weights after each epoch."""
    kept = []
    for order in orders:
        for chosen in slices(order, batch):
            dw, db = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
        kept.append((weights, biases))
    return tuple([sum(one) / len(kept) for one in zip(*(each[k] for each in kept), strict=True)] for k in (0, 1))


WHOLE = {
    "gradient of the start": ("old pass", start_gradient),
    "update from the start": ("old pass", start_network),
    "gradient of the epoch's start": ("old pass | no batches", epoch_gradient),
    "epochs from the start": ("epochs", epochs_from_the_start),
    "update behind the inner loop": ("batch dropped", last_gradient),
    "return inside": ("one update", one_update),
    "result thrown away": ("not updated", thrown_away),
    "gradients piled up": ("piles up", piled),
    "momentum": ("piles up", with_momentum),
    "biases after the new weights": ("updated", weights_first),
    "updated on the way back": ("updated", updated_on_the_way),
    "before the last update": ("one update", old_returned),
    "each update twice": ("double | twice updated", twice_each),
    "each batch twice": ("one update", each_batch_twice),
    "averaged over the epochs": ("averaged", averaged),
}
