"""The README's pictures: the reverse network as the code draws it, the stepper as JupyterLab shows it.

WRITE_PICTURES=1 .venv-test/bin/python -m pytest tests/browser/test_pictures.py
"""

import os
from pathlib import Path

from backprop import walkthrough
from backprop.examples import lecture_network
from backprop.pictures.diagram import diagram

DOCS = Path(__file__).parents[2] / "docs"
WRITE = bool(os.environ.get("WRITE_PICTURES"))
SOURCE = (
    "from backprop.examples import lecture_network\nfrom backprop.widgets import Stepper\n"
    "Stepper(*lecture_network(), position=23)"
)


def test_the_stored_network_is_the_one_the_code_draws():
    drawn = diagram(walkthrough(*lecture_network()), 23)
    if WRITE:
        (DOCS / "reverse_network.svg").write_text(drawn, encoding="utf-8")
    assert (DOCS / "reverse_network.svg").read_text(encoding="utf-8") == drawn


def test_the_stored_stepper_can_be_shot_again(lab, notebook, tmp_path):
    page = notebook(lab.write("picture.ipynb", SOURCE), width=1300, height=1400)
    page.idle()
    place = DOCS / "stepper.png" if WRITE else tmp_path / "stepper.png"
    assert page.widget.locator(".bp-view svg").is_visible()
    page.widget.screenshot(path=place)
    shot, stored = place.read_bytes(), (DOCS / "stepper.png").read_bytes()
    size = slice(16, 24)  # width and height in a PNG's header
    assert shot[:8] == stored[:8] and shot[size] == stored[size]
