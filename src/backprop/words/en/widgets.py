"""What several widgets say, and the cards of questions."""

SENTENCES = {
    "widgets.run-to-use": "Run this cell in JupyterLab to use it.",
    "widgets.plain": "{widget}, {caption}",
    "widgets.picture": "The picture",
    "widgets.seed": "Seed",
    # ------------------------------------------------------------- questions
    "widgets.question.plain": "{widget}, {name}: {prompt}",
    "widgets.question.run": "Run this cell in JupyterLab to answer.",
    "widgets.question.check": "Check",
    "widgets.question.hint": "Hint",
    "widgets.question.solution": "Solution",
    "widgets.question.number": "a number",
    "widgets.question.numbers": "The same numbers as a table",
    "widgets.question.pictured": "The network before its first step: its inputs and targets, weights and biases; "
    "the table has them too.",
    "widgets.drill.plain": "{widget}, seed {seed}: {prompt}",
    "widgets.drill.next": "New numbers",
    "exercises.asked.hint": "Hint.",
    "exercises.asked.solution": "Solution.",
    "exercises.asked.not-attempted": "· {verdict}",
    "exercises.asked.not-yet": "✗ {verdict}",
    "exercises.asked.right": "✓ {verdict}",
    "exercises.asked.head.neuron": "neuron",
    "exercises.asked.head.weights": "weights",
    "exercises.asked.head.bias": "bias",
    "exercises.asked.head.activation": "activation",
}
