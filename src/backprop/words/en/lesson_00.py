"""What the cells of notebook 00 print: heads of tables, what follows from the numbers, model answers."""

SENTENCES = {
    "00.backwards": "Example 1 is the worst: the neuron says almost 1, and the target is 0. "
    "It has things backwards: its output is large where x is small.",
    "00.falls": "With η = {rate} and twenty updates L went from {first} to {last}.",
    "00.creeps-slides-leaps": "Too small, and the dot creeps: after twenty updates it has hardly left. Too large, "
    "and it leaps over the valley, lands high on the other side, and leaps back. In between it slides in.\n"
    "It does not fly off to infinity. Every y − ŷ is smaller than 1 in size, so no slope is larger than the sum of the "
    "|x|, which is 7, and no leap is longer than 7 η in either direction. And wherever it lands, the slopes point back "
    "to the valley. Other costs have no such bound, and there it can.",
    "00.head.nudging": "passes by nudging",
    "00.head.forward": "passes forward",
    "00.head.backward": "passes back",
    "00.nudging": "passes by nudging",
    "00.going-back": "passes by backpropagation",
    "00.derivation": "The formula is right for steps that are small enough, and ≈ is where it says so. A slope holds "
    "where it was taken. On the way the ground bends, and after a long step the slopes at its end have little to do "
    "with those at its start. So wherever the ground is not level there is an η small enough for L to fall, but one "
    "that is small enough here can be too large elsewhere. With η = 5 the first step left the whole map behind.",
    "00.friend": "One answer among many:\n"
    "A network's loss depends on all its weights, and for each weight one can ask how the loss would change if that "
    "weight grew a little. Backpropagation answers this for all weights at once, in one walk forward and one walk "
    "back. It changes nothing. The training is what comes after: every weight moves a small step in the direction "
    "that lowers the loss, and the whole thing starts again, many times over.\n"
    "Did you say that backpropagation only finds slopes, and that something else moves the weights?",
}
