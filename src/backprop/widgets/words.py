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
