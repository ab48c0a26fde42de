"""What the code questions say: with what a function was tried, and what it returned or raised in place of an answer."""

SENTENCES = {
    "exercises.code.none": "Write the function, then run this cell again.",
    "exercises.code.no-function": "{answer} is not a function.",
    "exercises.code.right": "It agrees with the engine.",
    "exercises.code.another-form": "Your function returned a {form}; "
    "expected what the question asks it to return, in that order.",
    "exercises.code.raised": "Your function raised {kind}: {error}",
    "exercises.code.raised-on-line": "Your function raised {kind}: {error}, on line {number}: {line}",
    "exercises.code.raised-alone": "Your function raised {kind}.",
    "exercises.code.raised-alone-on-line": "Your function raised {kind}, on line {number}: {line}",
    "exercises.code.exits": "Your function calls sys.exit(), which ends Python. Return the result in its place.",
    "exercises.code.exits-on-line": "Your function ends Python, as sys.exit() does, on line {number}: {line}",
    "exercises.code.coroutine": "Your function returned no result: what begins with async def does not run "
    "when it is called. Leave out async.",
    "exercises.code.with": "With {where}: {complaint}",
    "exercises.code.nothing": "Your function returned nothing: its last line is to be return …; "
    "expected what the question asks it to return, in that order.",
    "exercises.code.form": "Your function returned a {kind}; expected {n} results, in this order: {names}.",
    "exercises.code.one-array": "Your function returned one array; expected these, in this order: {names}.",
    "exercises.code.count": {
        "one": "Your function returned {n} result; expected these, in this order: {names}.",
        "other": "Your function returned {n} results; expected these, in this order: {names}.",
    },
    "exercises.code.network": "Your function returned a {kind}; expected the network, after the last update.",
    "exercises.code.networks": {
        "one": "Your function returned the network in a list or a tuple; expected the network alone.",
        "other": "Your function returned {n} things; expected the last network alone.",
    },
    "exercises.code.one-axis-more": "The numbers are right, but in a tuple or a list of one, which adds an axis. "
    "A comma at the end of return makes such a tuple: return the array alone.",
    "exercises.code.ignored": "The result does not depend on {argument}, which your function is given. "
    "Use it in the place of a value from elsewhere.",
    "exercises.code.differs": "Two calls with the same arguments give different results. "
    "Each call is to begin anew: draw nothing at random, and keep nothing from the call before, "
    "as a list in the def line or a global variable does.",
    "exercises.code.of-earlier": "With other arguments of the same shapes it returns what it returned before. "
    "Compute the result anew in each call.",
    "exercises.code.right-of-few": "With fewer examples it is right. Look for a number of examples that is fixed.",
    "exercises.code.right-below": "With smaller numbers it is right. "
    "Look for a limit at which something is held, as np.clip, min and max do.",
    "exercises.code.right-below-or-of-few": "With fewer examples, or smaller numbers, it is right. "
    "Look for a limit at which something is held, as np.clip, min and max do.",
    "exercises.code.right-above": "With larger numbers it is right. "
    "Look for what leaves out or rounds small numbers, as a threshold, np.where and round do.",
    "exercises.code.right-at-first": "With fewer updates it is right. "
    "Look for what ends the loop early, or holds a number at a limit.",
    "exercises.code.step": {
        "one": "θ of {n} number and η = {rate}",
        "other": "θ of {n} numbers and η = {rate}",
    },
    "exercises.code.curves": "y = {y} and z = {z}",
    "exercises.code.layer": {
        "one": "{n} example and a layer of {inputs} and {neurons}",
        "other": "{n} examples and a layer of {inputs} and {neurons}",
    },
    "exercises.code.inputs": {"one": "{n} input", "other": "{n} inputs"},
    "exercises.code.neurons": {"one": "{n} neuron", "other": "{n} neurons"},
    "exercises.code.hidden": {
        "one": "{n} example and a layer of {neurons} before one of {n_out}",
        "other": "{n} examples and a layer of {neurons} before one of {n_out}",
    },
    "exercises.code.worked": "w₃ = {w3} and w₄ = {w4}",
    "exercises.code.loop": {
        "one": "{n} update, η = {rate} and a {sizes} network",
        "other": "{n} updates, η = {rate} and a {sizes} network",
    },
    "exercises.code.array": "z of shape {shape}",
    "exercises.code.new_w": "layers[{l}].weights",
    "exercises.code.new_b": "layers[{l}].biases",
    "exercises.code.slope": "da/dz",
    "exercises.share.differs": {
        "one": "For {n} example and {classes} outputs it is {mine}; expected {right}.",
        "other": "For {n} examples and {classes} outputs it is {mine}; expected {right}.",
    },
    "exercises.share.reason.other-axis": "This takes the largest of each column. Examples are rows: axis=1.",
    "exercises.share.reason.first-alone": "This looks at the first example alone. Every row counts.",
    "exercises.share.reason.last-alone": "This looks at the last example alone. Every row counts.",
    "exercises.share.reason.count": "This is how many are right. Divide by how many there are.",
    "exercises.share.reason.wrong-ones": "This is the share of those that are wrong.",
    "exercises.share.reason.percent": "This is in percent. A share lies between 0 and 1.",
    "exercises.share.reason.entries": "This counts every output by itself. An example is right or wrong as a whole.",
    "exercises.share.reason.above-half": "This asks for outputs above ½. The largest one decides, however large it is.",
    "exercises.share.reason.smallest": "This takes the smallest output. Take the largest.",
    "exercises.share.reason.no-axis": "This takes the largest of the whole array, "
    "one place for all examples. Take it in each row: axis=1.",
    "exercises.share.reason.whole-numbers": "This is 1 where every example is right and 0 otherwise, "
    "as a division with // makes it. Divide with /.",
    "exercises.share.reason.no-axis-divided": "This takes the largest of the whole array, and so counts one at most. "
    "Take it in each row: axis=1.",
    "exercises.share.reason.value-for-place": "This compares how large the largest ones are. "
    "Compare where they stand: np.argmax.",
    "exercises.share.reason.over-ten": "This divides by 10. Divide by how many examples there are.",
    "exercises.share.reason.over-entries": "This divides by how many outputs there are. "
    "Divide by how many examples there are.",
    "exercises.share.reason.no-mean": "This says of each example whether it is right. Take the mean over all.",
    "exercises.share.reason.in-one-more": "The number is right, but it stands in a tuple, a list or an array. "
    "Return it alone; a comma after it makes a tuple.",
    "exercises.share.reason.label-for-row": "The targets are rows with a single 1, not labels. Take their argmax too.",
}
