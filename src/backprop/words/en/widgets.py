"""What several widgets say."""

SENTENCES = {
    "widgets.plain": "{widget}, {caption}",
}
