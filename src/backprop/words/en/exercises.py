"""What the questions for a number say: of what was typed, of its sign and size, of several causes."""

SENTENCES = {
    "exercises.typed.no-number": "{answer} is not a number that can be compared; write one such as −0.25.",
    "exercises.typed.not-finite": "Expected a finite number.",
    "exercises.typed.not-finite-here": "expected finite numbers.",
    "exercises.typed.several": {"one": "{n} number came; expected one.", "other": "{n} numbers came; expected one."},
    "exercises.typed.two-ways": "{text} can be read in two ways, as {decimal} and as {whole}; "
    "write it without the comma, or with a point.",
    "exercises.typed.thousands": "{text} has commas between its digits; write {whole}.",
    "exercises.typed.comma": "{text} can be read as {one}, and as {first} and {second}; "
    "write the decimal with a point, or a space after the comma.",
    "exercises.typed.count": {
        "one": "{n} number came; expected {expected}.",
        "other": "{n} numbers came; expected {expected}.",
    },
    "exercises.typed.no-row": "{text} is not a row of numbers; write some, such as 0.5, −1.",
    "exercises.typed.no-row-of": {
        "one": "{text} is not a row of numbers; write 1, such as 0.5.",
        "other": "{text} is not a row of numbers; write {n}, such as 0.5, −1.",
    },
    "exercises.number.none": "Give one number.",
    "exercises.number.right": "It is {answer}.",
}
