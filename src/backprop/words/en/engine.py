"""What the engine says: refusals of what cannot be computed, each with what came, what was expected, what to do."""

SENTENCES = {
    "engine.no-layers": "Network has no layers; expected at least one.",
}
