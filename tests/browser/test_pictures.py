"""The README's pictures: the reverse network as the code draws it, the stepper as JupyterLab shows it, and it moving.

WRITE_PICTURES=1 .venv-test/bin/python -m pytest tests/browser/test_pictures.py
"""

import io
import os
from pathlib import Path

from PIL import Image

from backprop import walkthrough
from backprop.examples import lecture_network
from backprop.pictures.diagram import diagram
from backprop.widgets import Stepper

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


MOST_BYTES = 1_500_000
STAYS = {"step": 900, "start": 1600, "end": 3000}  # ms


def frames(chromium, folder):
    """(picture, ms) of a walk by layer, and at its end of a weight that is pointed at."""
    page = chromium.new_page(viewport={"width": 960, "height": 760}, reduced_motion="reduce", color_scheme="light")
    page.goto(Stepper(*lecture_network(), by="layer").save_html(folder / "moving.html").as_uri())
    card, last = page.locator(".bp-card"), len(walkthrough(*lecture_network(), by="layer"))
    page.get_by_role("slider", name="Step").focus()
    shot = lambda: Image.open(io.BytesIO(card.screenshot())).convert("RGB")  # noqa: E731
    found = [(shot(), STAYS["start"])]
    for _ in range(last):
        page.keyboard.press("ArrowRight")
        found.append((shot(), STAYS["step"]))
    page.locator('.bp-hit[data-edge="w 1 0 1"]').dispatch_event("click")
    found.append((shot(), STAYS["end"]))
    page.close()
    return found


def test_the_stored_moving_picture_can_be_made_again_and_is_small(chromium, tmp_path):
    pictures, stays = zip(*frames(chromium, tmp_path), strict=True)
    place = DOCS / "stepper.gif"
    if WRITE:
        few = [picture.quantize(64, dither=Image.Dither.NONE) for picture in pictures]
        few[0].save(place, save_all=True, append_images=few[1:], duration=list(stays), loop=0, optimize=True)
    with Image.open(place) as stored:
        assert (stored.n_frames, stored.size) == (len(pictures), pictures[0].size)
    assert place.stat().st_size <= MOST_BYTES
