"""A picture at rest in a notebook: an image that every page shows, with the words that stand for it."""

import base64
from html import escape


def image(svg: str, alt: str) -> str:
    """An SVG string as an image: a page that strips SVG from a notebook nobody trusts yet shows it all the same."""
    data = base64.b64encode(svg.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(alt)}">'


class Still:
    """An SVG string and its alternative text, shown as an image where a cell ends in it; ``alt`` is its plain text."""

    def __init__(self, svg: str, alt: str):
        self.svg, self.alt = svg, alt

    def __repr__(self):
        return self.alt

    def _repr_html_(self):
        return image(self.svg, self.alt)
