"""What a lesson must be beside a whole notebook: each check takes a notebook and returns its complaints."""

import ast
import io
import re
import tokenize

from backprop import widgets, words
from backprop.engine import ACTIVATIONS, LOSSES
from backprop.exercises import ChoiceQuestion, CodeQuestion, NumberQuestion, question
from backprop.story.curves import curve_names
from backprop.words import say
from pseudo import texts

ASKS = ("Ask", "Drill", "Compare")
ALIVE = re.compile(rf"^({'|'.join(name for name in widgets.__all__ if name not in ASKS)})\(", re.MULTILINE)
ASKED = re.compile(r'^Ask\(question\("([^"]+)"\)', re.MULTILINE)
WITH_FUNCTION = re.compile(r'^Ask\(question\("([^"]+)"\), \w+\)', re.MULTILINE)
PREDICTS = re.compile(r"\bPredict\b|\*\*Commit first")
NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([+-]?\d+))?")
PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
DIGITS = 3  # a number with fewer may stand anywhere
WORD = re.compile(r"[A-Za-z]{2,}(?:_[A-Za-z]+)*")  # an id such as cross_entropy is one word
SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}")
# The same in every language: letters of mathematics and what code calls them.
SYMBOLS = {"dC", "dL", "dx", "dy", "dz", "dw", "db", "da", "ds", "ln", "exp", "sin", "cos", "tanh", "ReLU", "GELU"}
SYMBOLS |= {*ACTIVATIONS, *LOSSES}
PRINTS = ("print", "agree", "tell", "table", "reveal", "show")
# Macros that GitHub refuses, or that not every page knows.
REFUSED = re.compile(
    r"\\(operatorname|newcommand|renewcommand|def|gdef|let|require|href|style|class|cssId|unicode|bbox|mmlToken)\b"
)
ID = re.compile(r"(?!cell-)[a-z][a-z0-9]*(-[a-z0-9]+)*")
WIDEST = 100  # letters in a line of code
SPEED = 200  # words a minute
DOING = {"alive": 2.0, "choice": 1.0, "number": 3.0, "code": 5.0, "explain": 3.0, "cell": 0.5}  # minutes


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def prose(notebook):
    return [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown"]


def title(cell):
    """How a complaint names a cell."""
    return f"{cell['id']}: {cell['source'].strip()[:40]!r}"


def asked(cell):
    """The question that a cell asks, or None."""
    found = ASKED.search(cell["source"]) if cell["cell_type"] == "code" else None
    return question(found[1]) if found else None


def in_exercises(notebook):
    """The cells from the heading of the exercises on."""
    cells = notebook["cells"]
    starts = [i for i, cell in enumerate(cells) if re.search(r"^## Exercises", cell["source"], re.MULTILINE)]
    return cells[starts[0] :] if starts else []


# ------------------------------------------------------- how it goes


def starts_alive(notebook):
    """Something to touch and a question stand on the first screen."""
    first = notebook["cells"][:5]
    alive = any(cell["cell_type"] == "code" and ALIVE.search(cell["source"]) and cell["outputs"] for cell in first)
    asks = any("?" in cell["source"] for cell in first if cell["cell_type"] == "markdown")
    return ([] if alive else ["nothing alive within the first five cells"]) + ([] if asks else ["no question there"])


def frame(notebook):
    """A title, exercises, a summary, and in the last cell a way on."""
    texts_, complaints = prose(notebook), []
    if not texts_[0].startswith("# "):
        complaints.append("no title")
    if not in_exercises(notebook):
        complaints.append("no exercises")
    if not re.search(r"^## In short", "\n".join(texts_), re.MULTILINE):
        complaints.append("no summary")
    return complaints


def minutes(notebook):
    """The minutes that are said are those that reading and doing take."""
    found = re.search(r"\*\*Minutes\*\* (\d+)", "\n".join(prose(notebook)))
    if not found:
        return ["no minutes"]
    takes = duration(notebook)
    close = abs(int(found[1]) - takes) <= max(3, takes / 10)
    return [] if close else [f"{found[1]} minutes are said; reading and doing take {takes:.0f}"]


def duration(notebook):
    """How long a notebook takes: its words read, every cell run, every question answered, every widget used."""
    read = sum(len(WORD.findall(re.sub(r"\$[^$]*\$", " formula ", text))) for text in prose(notebook))
    done = 0.0
    for cell in code_cells(notebook):
        asks = asked(cell)
        kind = "cell"
        if ALIVE.search(cell["source"]):
            kind = "alive"
        elif re.search(r"^reveal\(\"", cell["source"], re.MULTILINE):
            kind = "explain"
        elif asks:
            read += len(
                WORD.findall(" ".join([asks.prompt, *(asks.shown(choice) for choice in getattr(asks, "choices", ()))]))
            )
            kind = next(
                name
                for name, which in (("choice", ChoiceQuestion), ("number", NumberQuestion), ("code", CodeQuestion))
                if isinstance(asks, which)
            )
        done += DOING[kind]
    return read / SPEED + done


def exercises(notebook):
    """At least six exercises, among them a choice, a number, code, and one with a model answer."""
    cells = [cell for cell in in_exercises(notebook) if cell["cell_type"] == "code"]
    asks = [one for one in map(asked, cells) if one]
    explained = [cell for cell in cells if re.search(r"^reveal\(\"", cell["source"], re.MULTILINE)]
    complaints = [] if len(asks) + len(explained) >= 6 else [f"{len(asks) + len(explained)} exercises"]
    for kind in (ChoiceQuestion, NumberQuestion, CodeQuestion):
        if not any(isinstance(one, kind) for one in asks):
            complaints.append(f"no {kind.__name__} among the exercises")
    return complaints + ([] if explained else ["no exercise with a model answer"])


# ------------------------------------------------------- commit, then see


def shown(notebook):
    """No check is silent, and none is stored that does not hold."""
    complaints = []
    for cell in code_cells(notebook):
        calls = {
            getattr(node.func, "id", "") for node in ast.walk(ast.parse(cell["source"])) if isinstance(node, ast.Call)
        }
        checks = calls & {"agree", "tell", "table", "reveal", "check_gradient"}
        checks |= {type(node).__name__ for node in ast.walk(ast.parse(cell["source"])) if isinstance(node, ast.Assert)}
        if checks and not cell["outputs"]:
            complaints.append(f"checks and shows nothing: {title(cell)}")
        if any(line.startswith("✗") for output in cell["outputs"] for line in output.get("text", "").splitlines()):
            complaints.append(f"does not hold: {title(cell)}")
    return complaints


def commitments(notebook):
    """What a prediction asks is answered by a choice, or stands in a folded output whose first line says nothing."""
    cells, complaints = notebook["cells"], []
    for i, cell in enumerate(cells):
        after = next((other for other in cells[i + 1 :] if other["cell_type"] == "code"), None)
        if cell["cell_type"] == "code":
            complaints += leaks(cell)
            choice = isinstance(asked(cell), ChoiceQuestion) and cell not in in_exercises(notebook)
            if choice and not (after and folded(after)):
                complaints.append(f"what is asked is not folded: {title(cell)}")
        elif PREDICTS.search(cell["source"]) and not (
            after and (folded(after) or isinstance(asked(after), ChoiceQuestion))
        ):
            complaints.append(f"neither a choice nor a folded output follows: {title(cell)}")
    return complaints


def folded(cell):
    return cell["metadata"].get("jupyter", {}).get("outputs_hidden", False)


def leaks(cell):
    """A folded output is one that a cell reveals, and its first line is harmless."""
    if folded(cell) != ("reveal(" in cell["source"]):
        return [f"folded and not revealed, or revealed and not folded: {title(cell)}"]
    if folded(cell):
        first = next(iter(cell["outputs"]), {}).get("text", "").lstrip().splitlines()
        if first[:1] != [say("exercises.printed.reveal")]:
            return [f"the fold shows {first[:1]}: {title(cell)}"]
    return []


def answers(notebook):
    """No number of three digits or more that answers one of its questions stands in the notebook."""
    stand = numbers(notebook)
    complaints = []
    for cell in code_cells(notebook):
        one = asked(cell)
        if isinstance(one, NumberQuestion):
            found = [text for text, value, unit in stand if abs(value - abs(one.answer)) <= 0.5000001 * unit]
            complaints += [f"{text} answers {one.name}" for text in sorted(set(found))]
    return complaints


def numbers(notebook):
    """(text, size, unit of its last digit) of every number with three digits or more that a reader can see."""
    pages = [*prose(notebook), *(cell["source"] for cell in code_cells(notebook))]
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            data = output.get("data", {})
            pages += [output.get("text", ""), data.get("text/plain", ""), *texts(data.get("text/html", ""))]
    found = []
    for match in NUMBER.finditer("\n".join(pages)):
        digits = match[1]
        if len(digits.replace(".", "").lstrip("0")) >= DIGITS:
            power = int((match[2] or match[3] or "0").translate(PLAIN))
            decimals = len(digits.partition(".")[2])
            found.append((match[0], float(digits) * 10.0**power, 10.0 ** (power - decimals)))
    return found


# ------------------------------------------------------- what a translation shares


def wordless(notebook):
    """A code cell holds no word that a learner reads: neither in a comment nor in what it prints."""
    return [f"{word!r} in {title(cell)}" for cell in code_cells(notebook) for word in spoken(cell["source"])]


def spoken(source):
    """The words of a language in a cell's comments and strings; ids are none."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield from others(token.string)
    tree, inside = ast.parse(source), set()
    for node in ast.walk(tree):
        prints = isinstance(node, ast.Call) and getattr(node.func, "id", "") in PRINTS
        if prints or isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in own(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in known():
            if id(node) in inside:
                yield from others(node.value)
            elif SENTENCE.search(node.value):
                yield node.value


def own(node):
    """The parts of a call or a text, but for what stands in calls of its own."""
    for part in ast.iter_child_nodes(node):
        yield part
        if not isinstance(part, ast.Call):
            yield from own(part)


def others(text):
    return [word for word in WORD.findall(text) if word not in SYMBOLS]


def known():
    """The ids of sentences, and the names of curves."""
    return {*words.sentences(words.ENGLISH), *curve_names()}


def narrow(notebook):
    """A line of code fits beside the file browser."""
    lines = [(cell, line) for cell in code_cells(notebook) for line in cell["source"].splitlines()]
    return [f"{len(line)} letters in a line of {title(cell)}" for cell, line in lines if len(line) > WIDEST]


def macros(notebook):
    """No macro that GitHub refuses."""
    return [f"{match[0]} in a formula" for text in prose(notebook) for match in REFUSED.finditer(text)]


def ids(notebook):
    """Every cell has an id that says what it is, for a translation hangs on it."""
    found = [cell["id"] for cell in notebook["cells"]]
    return [
        f"{name} is no id that says anything" for name in found if not ID.fullmatch(name) or re.search(r"\d{4}", name)
    ]


CHECKS = (
    starts_alive,
    frame,
    minutes,
    exercises,
    shown,
    commitments,
    answers,
    wordless,
    narrow,
    macros,
    ids,
)
