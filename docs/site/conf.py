"""How Sphinx makes the site of what docs/site lays out: stored outputs, formulas as MathML, no other host."""

from address import promise, site
from formulas import Search, block, inline

project = "backprop"
extensions = ["myst_nb"]
templates_path = ["_templates"]
html_theme = "furo"
html_title = "backprop"
html_baseurl = site()
html_css_files = ["card.css", "site.css", "math.css"]
html_favicon = "_static/icon.svg"
html_static_path = ["_static"]
html_extra_path = ["_extra"]
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_context = {
    "promise": promise(),
    "site": site(),
    "preview": "A network with its numbers, stepped back to ∂C/∂z, and above it the formula of that step.",
}
html_math_renderer = "mathml"
html_theme_options = {
    "dark_css_variables": {  # the paper and the ink of cards and pictures
        "color-background-primary": "#0d1117",
        "color-background-secondary": "#151b23",
        "color-foreground-primary": "#e6edf3",
    },
}
nb_execution_mode = "off"
nb_code_prompt_show = "Show what this cell says"
nb_code_prompt_hide = "Hide what this cell says"
# Sphinx's own mark for a widget stands before its text/html otherwise, and every stored picture is gone.
nb_mime_priority_overrides = [("html", "application/vnd.jupyter.widget-view+json", None)]
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 4
myst_heading_slug_func = "slugs.slug"


def _without_its_style(app, pagename, templatename, context, doctree):
    """The style of myst-nb is heavier than that of the whole site, and boxes what needs no box."""
    context["css_files"] = [file for file in context["css_files"] if "mystnb" not in str(file.filename)]


def setup(app):
    """The maths, which is made here and not in the page, and the search, which finds it."""
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    app.add_search_language(Search)
    app.connect("html-page-context", _without_its_style, priority=900)
