"""What a finite difference says of the number beside it."""

SENTENCES = {
    "story.verdict.difference": "finite difference {number}",
    "story.verdict.right": "✓\u00a0agrees",
    "story.verdict.near": "✓\u00a0agrees, as far as its rounding lets it be seen",
    "story.verdict.differs": "✗\u00a0differs",
    "story.verdict.kink": "(a z stands at a kink: the difference mixes the slopes of its two sides)",
    "story.verdict.flat": "(too flat to judge: rounding alone makes as much)",
    "story.verdict.none": "(too close to 0 or 1 for a finite difference)",
}
