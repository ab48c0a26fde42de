"""The words of the exercises of 07: the five stages, and questions about them."""

SENTENCES = {
    "07-forward.prompt": "Write my_forward(x, weights, biases). Return z and a: a list each, one array a layer.",
    "07-forward.hint": "For each layer: z = feed @ w.T + b, then a = 1 / (1 + np.exp(-z)). "
    "What feeds the next layer is a.",
    "07-backward.prompt": "Write my_backward(z, a, target, weights). "
    "Return dC_dz: a list, one array a layer, first layer first.",
    "07-backward.hint": "Start with a[-1] - target. Then go back: dC_dz @ weights of the next layer, times a (1 - a).",
    "07-multiply.prompt": "Write my_multiply(x, a, dC_dz). Return dL_dw and dL_db: a list each.",
    "07-multiply.hint": "What feeds a layer is x, or the a before it. delta.T @ feed also sums over the examples.",
    "07-update.prompt": "Write my_update(weights, biases, dL_dw, dL_db, learning_rate). "
    "Return the new weights and biases.",
    "07-update.hint": "Subtract learning_rate times the gradient, in new lists: the old weights stay as they are.",
    "07-train.prompt": "Write my_train(x, target, weights, biases, learning_rate, batch, orders). "
    "It calls forward, backward, multiply and update. Return the last weights and biases.",
    "07-train.hint": "Two loops: for order in orders, and in it for start in range(0, len(order), batch). "
    "The examples of a batch are order[start : start + batch]; they choose rows of x and of target.",
    "07-order.prompt": "You update the last layer's weights before you go back through them. What is wrong then?",
    "07-order.hint": "Which weights did the forward pass use?",
    "07-order.solution": "The gradients of the layers before: "
    "they are taken with weights that the forward pass did not use.",
    "07-order.choice.layers-before": "The gradients of the layers before.",
    "07-order.choice.last-layer": "The gradient of the last layer.",
    "07-order.choice.nothing": "Nothing: the update is small.",
    "07-order.choice.forward": "The forward pass.",
    "07-order.reason.last-layer": "The last layer's gradient needs no weights: y − ŷ times what feeds it.",
    "07-order.reason.nothing": "Small or not, it is another number; a finite difference shows it.",
    "07-order.reason.forward": "The forward pass is over by then.",
    "07-size.prompt": "By hand: how many parameters has the 64-32-10 network?",
    "07-size.hint": "Each layer has n_out · n_in weights and n_out biases.",
    "07-size.solution": "64 · 32 + 32 + 32 · 10 + 10 = {parameters}",
    "07-size.reason.biases-forgotten": "That is the weights without the biases.",
    "07-diagram.prompt": "Read the stepper: what is ∂C/∂w from x₂ to z₁, forward times backward?",
}
