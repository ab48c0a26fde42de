"""What a committed notebook must be: each check takes a notebook and returns its complaints; lesson.py has the rest."""

import re
from pathlib import Path

import lesson
from backprop import widgets
from regenerate import install

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
VIEW = "application/vnd.jupyter.widget-view+json"
WIDGETS = "|".join(widgets.__all__)
QUESTIONS = ("Ask", "Drill", "Compare")  # they need no picture
# Cells whose output cannot repeat, by a piece of their source; each carries the tag nbval-ignore-output.
UNREPEATABLE = {
    "gradient_cost(ax, rows)": "times measured on the reader's machine",
    "trainer.train()": "a trained network's last digits differ between processors",
}


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def outputs(notebook):
    return [output for cell in code_cells(notebook) for output in cell["outputs"]]


def stored(notebook):
    """(pictures, tables) that the stored outputs hold."""
    bundles = [output.get("data", {}) for output in outputs(notebook)]
    pages = "".join(data.get("text/html", "") for data in bundles)
    return pages.count("<img ") + sum("image/png" in data for data in bundles), pages.count("<table>")


def counts(notebook):
    """Every code cell was run, in order, from a fresh kernel."""
    found = [cell["execution_count"] for cell in code_cells(notebook)]
    return [] if found == list(range(1, len(found) + 1)) else [f"execution counts are {found}"]


def installs(notebook):
    """The first code cell gets the package from the address in pyproject.toml where it is missing, and is not seen."""
    first, wanted = code_cells(notebook)[0], install()
    return [
        f"the first code cell has another {part}"
        for part in ("id", "source", "metadata")
        if first[part] != wanted[part]
    ]


def missing_outputs(notebook):
    """A cell that prints or ends in a widget has an output."""
    shows = re.compile(rf"\bprint\(|^({WIDGETS})\(", re.MULTILINE)
    cells = [cell for cell in code_cells(notebook) if shows.search(cell["source"]) and not cell["outputs"]]
    return [f"no output stored: {cell['source'][:40]}" for cell in cells]


def errors(notebook):
    """No stored error, no warning."""
    bad = [o for o in outputs(notebook) if o["output_type"] == "error" or o.get("name") == "stderr"]
    return [f"stored {o['output_type']}" for o in bad]


def widget_state(notebook):
    """No widget state: it shows dead widgets without a kernel."""
    return ["metadata.widgets is stored"] if "widgets" in notebook["metadata"] else []


def fallbacks(notebook):
    """Every widget has a picture with alt text, a table, and a sentence."""
    complaints = []
    for output in outputs(notebook):
        data = output.get("data", {})
        if VIEW in data:
            html, text = data.get("text/html", ""), data.get("text/plain", "")
            if not re.match(rf"({WIDGETS}), ", text):
                complaints.append("a widget without a sentence")
            if text.startswith(QUESTIONS):
                continue
            if not re.search(r'<img src="data:image/svg\+xml;base64,[\w+/=]{100,}" alt="[^"]+"', html):
                complaints.append("a widget without a picture that has alt text")
            if "<table>" not in html:
                complaints.append("a widget without a table")
    return complaints


def figures(notebook):
    """Every figure that is shown is stored, with the words that stand for it."""
    complaints = []
    for cell in code_cells(notebook):
        stored = [output for output in cell["outputs"] if "image/png" in output.get("data", {})]
        if re.search(r"^show\(", cell["source"], re.MULTILINE) and not stored:
            complaints.append(f"no figure stored: {cell['source'][:40]}")
        alts = [output["metadata"].get("image/png", {}).get("alt", "") for output in stored]
        complaints += ["a figure without alt text" for alt in alts if len(alt.split()) < 4]
    return complaints


def machine(notebook):
    """No object address and no path of a machine in an output."""
    text = str(outputs(notebook))
    return [f"{m[0]} in an output" for m in re.finditer(r"0x[0-9a-f]{8,}|/root/|/home/\w+/|/tmp/|site-packages", text)]


def minutes(notebook):
    """The minutes that it says it takes."""
    return int(re.search(r"\*\*Minutes\*\* (\d+)", "\n".join(lesson.prose(notebook)))[1])


def unrepeatable(notebook):
    """A cell is left out of comparison only where it is on the list."""
    tagged = [c["source"] for c in code_cells(notebook) if "nbval-ignore-output" in c["metadata"].get("tags", [])]
    return [f"not on the list: {text[:40]}" for text in tagged if not any(piece in text for piece in UNREPEATABLE)]


def links(notebook):
    """The last cell leads back, on, and to the notation; every notebook it names exists."""
    last = notebook["cells"][-1]["source"]
    complaints = [] if "[Notation](00_gradient_descent.ipynb#Notation)" in last else ["no link to the notation"]
    text = "\n".join(cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    named = set(re.findall(r"\]\((\w+\.ipynb)", text))
    complaints += [f"a link to {name}, which is not there" for name in named if not (NOTEBOOKS / name).exists()]
    return complaints


OF_THE_FILE = (
    counts,
    installs,
    missing_outputs,
    errors,
    widget_state,
    fallbacks,
    figures,
    machine,
    unrepeatable,
    links,
)
CHECKS = (*OF_THE_FILE, *lesson.CHECKS)
