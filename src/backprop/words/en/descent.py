"""What the descent explorer says: how a descent went, its loop, and its fields."""

SENTENCES = {
    "story.descent.caption": {
        "one": "After {n} update: w = {w}, b = {b}, L = {L}; it began at L = {first}.",
        "other": "After {n} updates: w = {w}, b = {b}, L = {L}; it began at L = {first}.",
    },
    "story.descent.creeps": "L falls at every update, and is still falling at the last: η is small.",
    "story.descent.settles": "L falls at every update, and settles.",
    "story.descent.swings": "L rises on the way: some steps overshoot the valley. In the end it settles.",
    "story.descent.leaps": "η is too large: the steps leap across the valley, and L does not settle.",
    "story.descent.forward": "forward, loss:",
    "story.descent.gradient": "gradient:",
    "story.descent.update": "update:",
    "story.descent.and": "and",
    "story.descent.updates": "updates",
    "widgets.descent.title": "Descent",
    "widgets.descent.start": "Start w, b",
    "widgets.descent.start-is": "Start w, b = {start}",
    "widgets.descent.stands": "Where the descent stands",
    "widgets.descent.no-point": {
        "one": "start has {n} number; expected two, (w, b).",
        "other": "start has {n} numbers; expected two, (w, b).",
    },
}
