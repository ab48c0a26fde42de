r"""Formulas: written as MathML when the site is made, set in a font that comes with it, and found by the search.

A formula is indexed as it is typed into the search field: \frac{\partial C}{\partial z_3} as ∂C/∂z₃, and as ∂C/∂z.
"""

import base64
import logging
import re
from html import unescape
from importlib.resources import files
from io import BytesIO
from xml.etree import ElementTree

from docutils.nodes import SkipNode
from fontTools import subset
from latex2mathml.converter import convert
from sphinx.search.en import SearchEnglish

MATHML = "http://www.w3.org/1998/Math/MathML"
ElementTree.register_namespace("", MATHML)
CLOSING = (")", "]", "}", "|", "‖")

# ------------------------------------------------------- on the page


def inline(self, node) -> None:
    """A formula within a line, for Sphinx."""
    self.body.append(written(node.astext(), "inline"))
    raise SkipNode


def block(self, node) -> None:
    """A formula in a line of its own."""
    self.body.append(f'<div class="math">{written(node.astext(), "block")}</div>')
    raise SkipNode


def written(latex: str, display: str) -> str:
    """A formula as MathML; ∂ and a slash stand close and Δ upright, as in the cards, a function's name apart."""
    mathml = convert(latex, display=display).replace("<mo>&#x02202;</mo>", "<mi>∂</mi>")
    mathml = mathml.replace("<mo>&#x0002F;</mo>", '<mo lspace="0" rspace="0">/</mo>')
    formula = ElementTree.fromstring(re.sub(r"<mo>([a-z]+)</mo>", r"<mi>\1</mi>", mathml))
    for part in formula.iter():
        if part.text == "Δ":
            part.set("mathvariant", "normal")
        elif part.text == "‖":  # as high as a letter, not as what stands around it
            part.set("stretchy", "false")
        elif kind(part) in ("math", "mrow", "mtd"):
            space(part)
    for power in formula.iter(f"{{{MATHML}}}msup"):
        if power[1].text in ("′", "″"):  # raised by itself: as a power it would be too high, and too small
            power.tag, power[1].tag = f"{{{MATHML}}}mrow", f"{{{MATHML}}}mo"
            power[1].attrib |= {"lspace": "0", "rspace": "0"}
    return ElementTree.tostring(formula, "unicode")


def space(row: ElementTree.Element) -> None:
    """Set a function's name apart from a factor before it and an argument without parentheses; a sign close, as TeX."""
    before = None
    for part in list(row):
        if before is None:
            apart = False
        elif is_function(part):
            apart = ends(before)
        else:
            apart = is_function(before) and kind(part) != "mo"
            if part.text in ("−", "+") and not ends(before):
                part.set("form", "prefix")
        if apart:
            row.insert(list(row).index(part), ElementTree.Element(f"{{{MATHML}}}mspace", width="0.17em"))
        before = part


def kind(element: ElementTree.Element) -> str:
    """An element's name, without that of its language."""
    return element.tag.removeprefix(f"{{{MATHML}}}")


def is_function(part: ElementTree.Element) -> bool:
    """Whether a part is a function's name, such as ln, or a power of it."""
    while kind(part) in ("msup", "msub"):
        part = part[0]
    return kind(part) == "mi" and len(part.text or "") > 1


def ends(part: ElementTree.Element) -> bool:
    """Whether a factor ends with this part, so that another may follow."""
    return kind(part) != "mspace" and (kind(part) != "mo" or part.text in CLOSING)


# ------------------------------------------------------- its font

MATH = re.compile(r"<math.*?</math>", re.DOTALL)
FEATURES = ["dtls", "flac", "ccmp"]  # forms of their own for small letters would double it
FACE = """@font-face{{font-family:"site math";src:url(data:font/woff2;base64,{font}) format("woff2")}}
math{{font-family:"site math",math}}
"""


def font(pages: list[str]) -> str:
    """A style with STIX Two Math, as far as the formulas of these pages and films need it.

    In the style, and no file: so it is there before the first formula is, and nothing moves when it comes.
    """
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    formulas = "".join(found for page in pages for found in MATH.findall(page.replace('\\"', '"')))
    characters = {ord(c) for c in unescape(re.sub("<[^>]+>", "", formulas))} | {ord("√")}  # it is drawn, not written
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=False)
    with subset.load_font(str(files("ziamath.fonts") / "STIXTwoMath-Regular.ttf"), options) as whole:
        part = subset.Subsetter(options)
        part.populate(unicodes=characters | {italic(c) for c in characters})
        part.subset(whole)
        made = BytesIO()
        subset.save_font(whole, made, options)
    return FACE.format(font=base64.b64encode(made.getvalue()).decode())


def italic(c: int) -> int:
    """The mathematical italic of a character, in which a single letter is set; itself, where there is none."""
    for first, count, there in ((0x41, 26, 0x1D434), (0x61, 26, 0x1D44E), (0x391, 25, 0x1D6E2), (0x3B1, 25, 0x1D6FC)):
        if first <= c < first + count:
            return there + c - first if c != ord("h") else ord("ℎ")
    return {ord("∂"): 0x1D715, ord("∇"): 0x1D6FB}.get(c, c)


# ------------------------------------------------------- in the search

COMMANDS = {"partial": "∂", "nabla": "∇", "Delta": "Δ", "sigma": "σ", "eta": "η", "theta": "θ", "delta": "δ"}
DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
RULES = [
    (re.compile(r"\\hat\{?y\}?"), "ŷ"),
    (re.compile(r"\^(\{[^{}]*\}|.)"), ""),
    (re.compile(r"_\{(\d)\}|_(\d)"), lambda found: (found[1] or found[2]).translate(DIGITS)),
    (re.compile(r"_(\{[^{}]*\}|.)"), ""),
    (re.compile(r"\\([A-Za-z]+) ?"), lambda found: COMMANDS.get(found[1], f"\\{found[1]} ")),
    (re.compile(r"\\[dt]?frac \{([^{}]*)\}\{([^{}]*)\}"), r" \1/\2 "),
    (re.compile(r"\\[A-Za-z]+"), " "),
]
LETTERS = r"[^\W\d_][\w₀-₉]*"
QUOTIENT = re.compile(f"([∂Δ]{LETTERS})/([∂Δ]{LETTERS})")
WORD = re.compile(rf"[∂Δ]{LETTERS}/[∂Δ]{LETTERS}|∇?\w+")
SPLIT = r"""var splitQuery = query =>
  query.match(/[∂Δ][\p{L}\p{N}_]+\/[∂Δ][\p{L}\p{N}_]+|∇?[\p{L}\p{N}_\p{Emoji_Presentation}]+/gu) ?? [];"""


class Search(SearchEnglish):
    """English, and formulas."""

    js_splitter_code = SPLIT

    def split(self, input: str) -> list[str]:
        """The words and the quotients of a text, or of LaTeX; a quotient with an index without it too."""
        words = WORD.findall(spelled(input))
        bare = [word.rstrip("₀₁₂₃₄₅₆₇₈₉") for word in words if QUOTIENT.fullmatch(word)]
        return words + bare


def spelled(latex: str) -> str:
    """LaTeX as one types it, as far as it goes; what is no LaTeX stays."""
    if "\\" not in latex:
        return latex
    for rule, instead in RULES:
        latex = rule.sub(instead, latex)
    return latex
