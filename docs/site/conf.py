"""How Sphinx makes the site of what docs/site.py lays out: stored outputs, formulas as MathML, no other host."""

from docutils.nodes import SkipNode
from latex2mathml.converter import convert

project = "backprop"
extensions = ["myst_nb"]
html_theme = "furo"
html_title = "backprop"
html_css_files = ["card.css", "site.css"]
html_js_files = [("card.js", {"defer": "defer"})]
html_static_path = ["_static"]
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_math_renderer = "mathml"
nb_execution_mode = "off"
# Sphinx's own mark for a widget stands before its text/html otherwise, and every stored picture is gone.
nb_mime_priority_overrides = [("html", "application/vnd.jupyter.widget-view+json", None)]
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 4
myst_heading_slug_func = "slugs.slug"


def _inline(self, node):
    self.body.append(convert(node.astext()))
    raise SkipNode


def _block(self, node):
    self.body.append(f'<div class="math" tabindex="0">{convert(node.astext(), display="block")}</div>')
    raise SkipNode


def setup(app):
    """The maths, which is made here and not in the page."""
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))
