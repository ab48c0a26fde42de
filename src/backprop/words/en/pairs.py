"""What is said of a pair of functions, a function and its derivative, that cannot be used."""

SENTENCES = {
    "engine.pairs.unknown": "{name} is {choice}; expected one of {known}, or (function, derivative).",
    "engine.pairs.no-pair": "{name} is {choice}; expected a pair of functions, (function, derivative).",
    "engine.pairs.count": {
        "one": "The derivative of {name} gives {n} number; expected {expected}.",
        "other": "The derivative of {name} gives {n} numbers; expected {expected}.",
    },
    "engine.pairs.slope-differs": "The derivative of {name} gives {given} at {place}; "
    "a central difference of {name} gives {expected}.",
    "engine.pairs.partial-differs": "The derivative of {name} by {letter} gives {given} at {place}; "
    "a central difference of {name} gives {expected}.",
    "engine.pairs.kink-differs": "The derivative of {name} by {letter} gives {given} at {place}, "
    "where {name} has a kink; expected a number from {low} to {high}, the slopes of its two sides.",
    "engine.pairs.values": {
        "one": "{name} gives {n} number at {place}; expected 1.",
        "other": "{name} gives {n} numbers at {place}; expected 1.",
    },
    "engine.pairs.value-fails": "{name} at {place} cannot be computed: {error}.",
    "engine.pairs.slope-fails": "The derivative of {name} at {place} cannot be computed: {error}.",
    "engine.pairs.value-infinite": "{name} at {place} is not a finite number; choose other functions or another span.",
    "engine.pairs.slope-infinite": "The derivative of {name} at {place} is not a finite number; "
    "choose other functions or another span.",
    "engine.pairs.complex": "it gives complex numbers",
    "engine.pairs.differs": "{name} gives two different numbers at the same point; "
    "expected the same each time, with nothing drawn at random or kept from the call before.",
    "engine.pairs.hidden": "{name} cannot be checked: its values are so large beside their changes "
    "that rounding hides the slope; expected smaller values, without a large number added.",
    "engine.pairs.exits": "it calls sys.exit(), which ends Python",
}
