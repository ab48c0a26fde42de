"""Every word the widgets show, in one place: translate this module, and they are translated."""

# the transport bar
FIRST, BACK, FORWARD, LAST = "First", "Back", "Forward", "Last"
STEP, PLAY, PAUSE, SPEED = "Step", "Play", "Pause", "Speed"
SLOW, MEDIUM, FAST = "slow", "medium", "fast"
COUNT = "{} of {}"

# the stepper's controls
GRAIN, NEURON, CURRENT, EXAMPLE, NUMBER_OF = "Step by", "Products of", "the current step", "Example", "{} of {}"
PRESET, OWN, SEED, RESET, PROJECTOR = "Preset", "your own", "Seed", "Reset", "Projector size"
LECTURE, WORKED, SATURATED, DEAD, RANDOM = (
    "the lecture's network",
    "the worked example",
    "saturated",
    "dead ReLU",
    "random",
)
AS_CODE, PANELS = "As code", ["Table", "Edit", "Copy as code"]
OPENED, FOLDED = "▾ {}", "▸ {}"
X_OF, TARGET_OF, F_OF, LOSS = "x of {}", "ŷ of {}", "f of layer {}", "Loss"
LEFT_OUT = "{} more rows have no field here; change them in code, with Copy as code."

# the formula and the tables
BEFORE = "<b>Before the first step.</b> x, ŷ, the weights and the biases are known. Which number comes first?"
CHANGE = "ΔL = <b>{true}</b>; predicted Σ ∂L/∂θ·Δθ = <b>{predicted}</b>"
DIFFERENCE = " · finite difference {} "
AGREES, DIFFERS = '<span class="ok">✓\u00a0agrees</span>', '<span class="no">✗\u00a0differs</span>'
AT_A_KINK = "(a z stands at a kink: the difference mixes the slopes of its two sides)"
NO_DIFFERENCE = " (too close to 0 or 1 for a finite difference)"

RUN_TO_USE = "Run this cell in JupyterLab to use it."
