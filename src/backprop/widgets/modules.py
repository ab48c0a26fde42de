"""The page's modules and style, as files in ``front``: for a widget, and for a page that stands by itself."""

import base64
import hashlib
import json
import re
from functools import lru_cache
from html import escape
from importlib.resources import files

from backprop.words import spoken

FRONT = files("backprop") / "widgets" / "front"
STYLES = "card", "player", "asked", "explorer", "trained", "reader", "compared"
IMPORT = re.compile(r"^import \{(?P<names>[^}]*)\} from '\./(?P<module>\w+)\.js';$", re.MULTILINE)
EXPORT = re.compile(r"^export (?P<default>default )?(?=(?:const|class|function)? ?(?P<name>\w*))", re.MULTILINE)
# Nothing comes from anywhere else, and no script runs but the page's own.
POLICY = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="bp-page">
{body}
<script type="module">{script}</script>
</body>
</html>
"""


@lru_cache(maxsize=8)
def bundle(entry: str) -> str:
    """A module of ``front`` and all that it imports as one module: each in a function of its own, each once.

    Where several modules are wanted, a notebook's widget and a page that stands by itself can only have one.
    """
    *before, last = _in_order(entry)
    parts = []
    for name in before:
        source, exported = _opened(name)
        parts.append(f"const ${name} = (() => {{\n{source}\nreturn {{{', '.join(exported)}}};\n}})();\n")
    source = IMPORT.sub(_taken, _source(last))
    return "".join(parts) + source


def script(entry: str, beside: str | None = None) -> str:
    """A module and all that it imports as a plain script, for a page that has several.

    It takes from the script of ``beside``, which stands before it, what that has already. What two others share is in
    both: each runs by itself.
    """
    there = {*_in_order(beside)} - {beside} if beside else set()
    parts = []
    for name in _in_order(entry)[:-1]:
        if name not in there:
            source, exported = _opened(name)
            parts.append(f"var ${name} = (() => {{\n{source}\nreturn {{{', '.join(exported)}}};\n}})();\n")
    return "".join(parts) + f"{{\n{IMPORT.sub(_taken, _source(entry))}}}\n"


def _in_order(name):
    """The names of all modules that one needs, each after those it imports."""
    order = {}
    for match in IMPORT.finditer(_source(name)):
        order |= dict.fromkeys(_in_order(match["module"]))
    return [*order, name]


def _opened(name):
    """A module's source with its imports taken from the modules before it, and the names it exports."""
    source = IMPORT.sub(_taken, _source(name))
    return EXPORT.sub("", source), [match["name"] for match in EXPORT.finditer(source)]


def _taken(match):
    return f"const {{{match['names']}}} = ${match['module']};"


def _source(name):
    return (FRONT / f"{name}.js").read_text("utf-8")


@lru_cache(maxsize=1)
def style() -> str:
    """The style of every card: what all share, then what each has of its own."""
    return "".join((FRONT / f"{name}.css").read_text("utf-8") for name in STYLES)


def packed(data: dict) -> str:
    """Data as JSON that can stand inside a page: no tag in it ends early."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("</", "<\\/").replace("<!--", "\\u003c!--")


def page(title: str, cards: list[tuple[str, dict, dict]]) -> str:
    """A page that needs no kernel and no network: a card for each (kind, data, where it stands), the code once.

    The kinds are those of ``kinds.js``.
    """
    script = bundle("saved")
    body = "\n".join(
        f'<div data-card="{kind}" data-film="film-{n}" data-state="{escape(json.dumps(state))}"></div>\n'
        f'<script type="application/json" id="film-{n}">{packed(data)}</script>'
        for n, (kind, data, state) in enumerate(cards)
    )
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return PAGE.format(
        language=escape(spoken()),
        policy=POLICY.format(script=digest),
        title=escape(title),
        style=style(),
        body=body,
        script=script,
    )
