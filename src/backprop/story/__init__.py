"""Numbers as formulas: quantities, the walkthrough and its steps, curves. Everything here is a pure function."""
