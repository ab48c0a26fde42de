"""What a gradient costs: the passes are counted, and the plot shows what was measured."""

import matplotlib.pyplot as plt
import pytest

from backprop.engine.numeric import numeric_gradients
from backprop.engine.timing import by_backpropagation, cost, layered, parameters, passes_made
from backprop.pictures.figures import gradient_cost


@pytest.mark.parametrize("width", [1, 2, 7])
def test_finite_differences_make_two_passes_a_parameter_and_backpropagation_two_in_all(width):
    model = layered(width)
    assert passes_made(numeric_gradients, *model) == (2 * parameters(model[0]), 0)
    assert passes_made(by_backpropagation, *model) == (1, 1)


def test_counting_leaves_the_network_as_it_was():
    network, x, _ = layered(2)
    with pytest.raises(ZeroDivisionError):
        passes_made(lambda: 1 / 0)
    assert passes_made(lambda: network.forward(x)) == (1, 0)
    assert type(network).forward.__name__ == "forward" and not hasattr(type(network).forward, "call_count")


def test_parameters_are_the_weights_and_the_biases():
    assert parameters(layered(10, layers=2)[0]) == 2 * (100 + 10)


def test_the_plot_takes_an_ax_draws_every_row_and_returns_it():
    rows = [cost(*layered(width)) for width in (1, 3)]
    figure, ax = plt.subplots()
    assert gradient_cost(ax, rows) is ax
    lines = [(list(line.get_xdata()), list(line.get_ydata())) for line in ax.lines]
    assert lines == [([6, 36], [row[i] for row in rows]) for i in (3, 2, 1)]
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")
    plt.close(figure)
