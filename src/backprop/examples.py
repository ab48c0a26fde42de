"""The networks and numbers the series uses, in one place."""

from backprop.network import Layer, Network

LEARNING_RATE = 0.5


def lecture_network():
    """The lecture's 2-2-2-2 network, all sigmoid, with its x and target: (network, x, target)."""
    network = Network(
        [
            Layer([[1, -2], [-1, 1]], [1, 0]),
            Layer([[2, -1], [-2, -1]], [0, 0]),
            Layer([[3, -1], [-1, 4]], [-2, 2]),
        ]
    )
    return network, [1, -1], [1, 0]


def worked_example():
    """The worked example, x₁, x₂ → z → a → z′, z″, with its three examples: (network, x, target).

    Its letters: w₁, w₂ and b feed z; w₃ and b′ feed z′; w₄ and b″ feed z″.
    """
    network = Network([Layer([[0.4, -0.6]], [0.1]), Layer([[0.7], [-0.5]], [-0.2, 0.3])])
    return network, [[1, 0.5], [-1, 2], [0.5, -1.5]], [[1, 0], [0, 1], [1, 1]]
