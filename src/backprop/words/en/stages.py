"""What the comparison of your functions says: of their form, of the first array that differs, of the verdict."""

SENTENCES = {
    "exercises.or": " Or: ",
    "exercises.stages.unknown": "stage is {stage}; expected one of {stages}.",
    "exercises.stages.return": {
        "one": "Return {first}: a list.",
        "other": "Return {first} and {last}: a list each.",
    },
    "exercises.stages.no-function": "{value} is not a function.",
    "exercises.stages.right": "Every array agrees with the engine.",
    "exercises.stages.engine": "Every array agrees, since this is the engine's own function. "
    "Write one of your own in NumPy.",
    "exercises.stages.told.not-attempted": "{stage}: not attempted. {text}",
    "exercises.stages.told.not-yet": "{stage}: not yet. {text}",
    "exercises.stages.told.right": "{stage}: right. {text}",
    "exercises.stages.stood-in.not-attempted": "{stages}: not attempted; the engine's function was used.",
    "exercises.stages.stood-in.not-yet": "{stages}: not yet; the engine's function was used.",
    "exercises.stages.of-one": "The cross marks the weight or the bias. "
    "The picture shows the first of the three examples; the array sums all.",
    "exercises.stages.changed": "Every array agrees, but your function changes {names}, which it was given.",
    "exercises.stages.changes": "Your function also changes {names}, which it was given.",
    "exercises.stages.new-arrays": "Make new arrays: w − s, not w -= s.",
    "exercises.stages.new-lists": "Put new arrays in a list of your own, not in the one that you were given.",
    "exercises.diagnosis.not-finite": "Not every entry is a finite number. A division by 0, a root or a logarithm of a "
    "number below 0, or an exponential too large gives such an entry, and all that is made of it is one too.",
    "exercises.diagnosis.booleans": "It holds True and False, as a comparison such as z > 0 gives. Return numbers.",
    "exercises.diagnosis.of": "Of {name}: {told}",
    "exercises.diagnosis.float32": "It agrees to six digits, as where a part is rounded to float32 on the way. "
    "Keep float64 throughout.",
    "exercises.coarse": "A part of it is rounded on the way, as float16 and round do: where {given} changes "
    "in its seventh digit, {array} stays as it is. Keep every digit.",
    "exercises.stages.elsewhere": "It is right for the lecture's network, not for one of {sizes}. {why}",
    "exercises.stages.differs": "The first array that differs is {array}, layer {layer}. {how}",
    "exercises.agreement.not-numbers": "{name} is {value}; expected an array of numbers.",
    "exercises.agreement.shape": "{name} has shape {mine}; expected {engine}.",
    "exercises.agreement.float16": "{name} agrees within what float16 can hold, which is three digits. "
    "Return float64 or float32.",
    "exercises.agreement.sign": "{name} has the right size and the wrong sign.",
    "exercises.agreement.entry": "{name} is {mine}; expected {engine}.",
    "exercises.returned.nothing": {
        "one": "Your function returned nothing: its last line is to be return …. Return {n} list: {lists}.",
        "other": "Your function returned nothing: its last line is to be return …. Return {n} lists: {lists}.",
    },
    "exercises.returned.lists": {"one": "Return {n} list: {lists}.", "other": "Return {n} lists: {lists}."},
    "exercises.returned.no-list": "{name} is not a list of {layers} arrays, one for each layer.",
    "exercises.returned.one-array": "{name} is one array; expected a list of {layers}, one for each layer. "
    "Append that of each layer to a list, and return the list.",
    "exercises.returned.several-lists": "{name} is {n} lists of arrays; expected one list, an array for each layer.",
    "exercises.returned.count": {
        "one": "{name} has {n} array; expected {layers}, one for each layer.",
        "other": "{name} has {n} arrays; expected {layers}, one for each layer.",
    },
    "exercises.returned.pairs": "This is a list of pairs, one a layer. Return {n} lists: {lists}.",
    "exercises.returned.missing": "{name} is missing, that of layer {layer}.",
    "exercises.returned.extra": "Number {k} does not belong there; the others are right.",
    "exercises.returned.extra-x": "Number {k} is x, which is given: leave it out. The others are right.",
    "exercises.diagnosis.agree": {
        "one": "{names} agrees with the engine.",
        "other": "{names} agree with the engine.",
    },
    "exercises.diagnosis.is": "It is {name}.",
    "exercises.diagnosis.ratio": "It is {name} times what it should be, entry by entry.",
    "exercises.diagnosis.off": "It differs from what it should be by {factor} times {name}.",
    # --------------------------------- where no slip is known: what an array is made of
    "exercises.dependence.activation": "This is another function of z than σ. "
    "The activation here is σ(z) = 1 / (1 + e⁻ᶻ).",
    "exercises.dependence.slope": "What comes back is right. It is multiplied by another function of z than σ′(z), "
    "which is a (1 − a).",
    "exercises.dependence.slope-cut": "This is 0 where z is far from 0. The slope of σ, a (1 − a), is small there, "
    "and not 0.",
    "exercises.dependence.slope-flat": "What comes back is multiplied by {size}, and by 0 where z is far from 0. "
    "The slope of σ is a (1 − a), another number for each z.",
    "exercises.dependence.start": "The way back starts from another function of y and ŷ. At the output, "
    "∂C/∂z is y − ŷ.",
    "exercises.dependence.direction": "The step is another function of the gradient. It is η times the gradient.",
    "exercises.dependence.unused": "{array} stays as it is when {given} changes. It is to change with it.",
    "exercises.dependence.used": "{array} changes when {given} changes. It is not made of it.",
    "exercises.dependence.of-other-examples": "{array} of one example changes when {given} of another does. "
    "Each example keeps its own.",
    "exercises.dependence.of-other-entries": "When one number of {given} changes, "
    "entries of {array} change that are not made of it.",
    "exercises.dependence.partly-unused": "When one number of {given} changes, "
    "entries of {array} stay as they are that are made of it.",
}
