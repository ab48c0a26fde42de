"""What the cells of notebook 02 show."""

SENTENCES = {
    "02.shares": "Three bars, one for each example, stacked end to end from 0 to their sum, the gradient of the total.",
}
