"""What the cells of notebook 06 print: what follows from the numbers."""

SENTENCES = {
    "06.flat-sooner": "tanh is steeper at 0, and flat sooner: at z = 2 its slope is {tanh}, that of σ {sigma}.",
    "06.digits-lost": "Worked out as 1 − tanh²(20) it would be 0: tanh(20) differs from 1 in digits that are not kept. "
    "The engine computes 4e^(−2|z|) / (1 + e^(−2|z|))².",
    "06.gelu-falls": "At z = −1.5 the slope is negative: GELU falls here, before it rises.",
}
