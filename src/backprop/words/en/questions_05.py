"""The words of the exercises of 05: training."""

SENTENCES = {
    "05-zero.prompt": "All weights start equal, at ½. What do the hidden neurons of a layer do, update after update?",
    "05-zero.hint": "Do they ever get different gradients?",
    "05-zero.solution": "They get the same gradients, so they stay equal: the layer acts as one neuron.",
    "05-zero.choice.equal": "They stay equal to one another.",
    "05-zero.choice.faster": "They learn faster.",
    "05-zero.choice.apart": "They move apart.",
    "05-zero.choice.die": "They die.",
    "05-zero.reason.faster": "Equal neurons waste each other: nothing gets faster.",
    "05-zero.reason.apart": "Equal weights get equal gradients.",
    "05-zero.reason.die": "Only a ReLU can die, and only below 0.",
    "05-rate.prompt": "You train with η = {rate}. Now every example stands in the data {copies} times. "
    "Which η gives the same updates?",
    "05-rate.hint": "L is a sum. What happens to its gradient?",
    "05-rate.solution": "∂L/∂w is {copies} times as large, so η = {rate} / {copies} = {answer}.",
    "05-rate.reason.mean": "That would hold for a mean. Here L is a sum.",
    "05-rate.reason.other-way": "It goes the other way.",
    "05-hand.prompt": "By hand or in NumPy: one update of a 2-2-1 network on the four XOR examples, η = 0.3. "
    "What is the new bias of the output? It starts at 0; Σₙ (y − ŷ) is its gradient. "
    "initial_network((2, 2, 1)) is the start.",
    "05-diagram.prompt": "Read the player on XOR: every ∂L/∂w shrinks while L falls. Why?",
    "05-diagram.hint": "Which factor does every ∂C/∂z start from?",
    "05-diagram.solution": "y − ŷ shrinks as the outputs reach their targets, and every gradient has it as a factor.",
    "05-diagram.choice.error": "y − ŷ shrinks.",
    "05-diagram.choice.rate": "The learning rate shrinks.",
    "05-diagram.choice.weights": "The weights shrink.",
    "05-diagram.choice.scale": "The picture scales each frame anew.",
    "05-diagram.reason.rate": "η is the same at every update.",
    "05-diagram.reason.weights": "The weights grow.",
    "05-diagram.reason.scale": "The scale is fixed, so that a vanishing gradient is seen to vanish.",
    "05-code.prompt": "Write my_train(network, x, target, learning_rate, updates). "
    "Return the network after that many updates.",
    "05-code.hint": "network.forward, network.backward, network.updated; then take the new network for the old.",
}
