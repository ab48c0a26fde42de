"""The pictures of the stored outputs as files: one for light, one for dark, each fetched when it comes near."""

import base64
import re
from html import escape, unescape
from pathlib import Path

PICTURES = "pictures"
IMAGE = re.compile(r'<img src="data:image/svg\+xml;base64,(?P<data>[\w+/=]+)" alt="(?P<alt>[^"]*)">')
SVG = re.compile(r'<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"')
# A picture takes the colours of its paper from here, as a card takes them from its own style.
DARK = "--f:#6CB8EA;--b:#FF9F66;--no:#ff9c94;--ink:#e6edf3;--dim:#b1bac4;--paper:#0d1117"
FILE = '<img class="only-{theme}" loading="lazy" src="{src}" alt="{alt}" width="{width}" height="{height}">'
LEGIBLE = 0.8  # of its own size; where there is less room, it scrolls


def filed(html: str, name: str, static: Path) -> str:
    """The HTML with every picture in it written to a file of the folder ``static``, in light and in dark."""
    numbers = iter(range(99))
    return IMAGE.sub(lambda found: _put(found, f"{name}-{next(numbers)}", static), html)


def _put(found, name, static):
    svg = base64.b64decode(found["data"]).decode()
    opening = SVG.match(svg)
    width, height = (round(float(opening[side])) for side in ("width", "height"))
    drawn = {"light": svg, "dark": _styled(svg, DARK)}
    images = []
    for theme, text in drawn.items():
        file = f"{PICTURES}/{name}-{theme}.svg"
        (static / PICTURES).mkdir(exist_ok=True)
        (static / file).write_text(text, "utf-8")
        alt = escape(unescape(found["alt"]))
        images.append(FILE.format(theme=theme, src=f"_static/{file}", alt=alt, width=width, height=height))
    return f'<div class="bp-picture" style="--least:{LEGIBLE * width:.0f}px">{"".join(images)}</div>'


def _styled(svg, css):
    """An SVG string with more in the style of its root."""
    opening = re.match(r"<svg [^>]*>", svg)[0]
    styled = opening.replace('style="', f'style="{css};') if "style=" in opening else f'{opening[:-1]} style="{css}">'
    return styled + svg.removeprefix(opening)
