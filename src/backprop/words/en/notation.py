"""Words inside formulas."""

SENTENCES = {
    "notation.new": "new",
    "notation.undefined": "undefined",
}
