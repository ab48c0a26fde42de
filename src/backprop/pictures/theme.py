"""What every picture shares: colours that follow JupyterLab's theme, and numbers that keep their width.

Hue means direction: "f" forward, blue; "b" backward, orange. "ink" and "dim" are the text's two colours.
As a stored picture the variables of JupyterLab are not there, and the light colours after the comma hold.
"""

from html import escape

KINDS = ("f", "b", "ink", "dim")


# A picture by itself has these; on a card it takes the card's.
COLOURS = """--f:#0072B2;--b:#B34700;--ink:var(--jp-ui-font-color1,#1f2328);--dim:var(--jp-ui-font-color2,#57606a);
--paper:var(--jp-layout-color0,#fff);--no:#b00020;"""
SHAPES = """font-family:system-ui,-apple-system,Segoe UI,Helvetica,Arial,sans-serif;
font-variant-numeric:tabular-nums;font-size:12px;max-width:100%;height:auto"""


def style(css):
    """The rules every picture of this class name needs; its own rules come after them."""
    return f"""
.{css}{{{COLOURS}
{SHAPES}}}
body[data-jp-theme-light="false"] .{css}{{--f:#6CB8EA;--b:#FF9F66;--dim:#b3b3b3;--no:#ff9c94}}{texts(css)}"""


def texts(css):
    """How texts stand in a picture."""
    return f"""
.{css} text{{fill:var(--ink);text-anchor:middle;dominant-baseline:central}}
.{css} .p{{fill:var(--paper)}}
"""


def shapes(css):
    """The rules of a picture that stands on a card: no colours of its own."""
    return f".{css}{{{SHAPES}}}{texts(css)}"


def picture(css, width, height, alt, rules, parts, smallest=0.0, here=0.0):
    """An SVG string with its own paper and an alternative text: what opens it, each of its parts, what closes it.

    ``parts`` are elements. Each stands on a line of its own, so that a change of a stored picture is read line by line.
    ``smallest`` is the share of its size below which it scrolls rather than shrinks; it then is that size, and
    ``here`` is the x that a box with scroll snapping brings into its middle.
    """
    least = ""
    if smallest:
        right, left = smallest * (here - width), -smallest * here  # the margins leave nothing but a line at x
        least = f' style="min-width:{smallest * width:.0f}px;scroll-margin:0 {right:.0f}px 0 {left:.0f}px"'
    opening = (
        f'<svg class="{css}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}"{least} role="img" aria-label="{escape(alt)}">'
    )
    look = f"<style>{style(css)}{rules}</style>".replace("\n", "")
    return "\n".join((opening, look, '<rect class="p" width="100%" height="100%"/>', *parts, "</svg>"))
