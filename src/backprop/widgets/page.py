"""What every widget puts on a page: its style, tables, refusals, and what a reader without a kernel sees."""

import base64
from html import escape

import ipywidgets as widgets
import numpy as np

from backprop.widgets import words

STYLE = """<style>
.bp-s{font-variant-numeric:tabular-nums;color:var(--jp-ui-font-color1,#1f2328);line-height:1.5}
.widget-html:has(.bp-view),.widget-html-content:has(.bp-view){min-width:0;max-width:100%;flex:1}
.bp-s td,.bp-s th{padding:1px 6px;text-align:right;min-width:6em}.bp-s .bp-product{display:inline-block;min-width:12em}
.bp-s .ok{color:#1a7f37}.bp-s .no{color:#b00020}
body[data-jp-theme-light="false"] .bp-s .ok{color:#7ee787}body[data-jp-theme-light="false"] .bp-s .no{color:#ff9c94}
.bp-s .bp-lines{display:grid;margin-top:6px;
grid-template-columns:repeat(auto-fit,minmax(min(38em,100%),1fr));gap:8px 2em}
.bp-s math{font-size:1.15em;math-style:normal}
.bp-room{position:relative;overflow:hidden;resize:vertical;min-height:5em;flex:none}
.bp-room>:first-child{visibility:hidden;max-height:24em;flex:1;min-width:0;padding-bottom:6px}
.bp-room>:first-child .bp-s{display:grid}.bp-room>:first-child .bp-s>div{grid-area:1/1}
.bp-room>:last-child{position:absolute;inset:0;margin:2px;overflow:auto}
.bp-view{overflow:auto;scroll-snap-type:x mandatory}
body[data-jp-theme-light="false"]{--jp-widgets-dropdown-arrow:url("data:image/svg+xml,\
%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 18 18'%3E\
%3Cpath d='M5 7l4 4 4-4' fill='none' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E")}
.bp-projector{zoom:1.5}
</style>"""

# What ipywidgets leaves out; a picture that cannot be loaded is the way for widgets.HTML to run a piece of script.
# JupyterLab takes keys for its own commands wherever the focus is not in a text: in a dropdown an arrow would leave for
# the next cell, and "dd" would delete the cell. The attribute is Lumino's way to say that a control keeps its keys.
# ipywidgets knows fields to write in and fields switched off, which Tab passes; a field to copy from is to be read.
# A slider's handle has no name to be read aloud by: it is given its label's. A label without a tooltip shows "null".
# A picture that is drawn anew changes in place: its parts that stay the same are left alone, so that the browser has
# nothing to style and lay out but the others. Where the script does not run, the whole picture is put in, as ever.
MENDED = """<img src="data:," alt="" hidden onerror="
for (const slider of document.querySelectorAll('.widget-slider')) {
  const label = slider.querySelector('.widget-label'), handle = slider.querySelector('[role=slider]');
  if (!label || !handle) continue;
  label.id ||= 'bp' + Math.random();
  handle.setAttribute('aria-labelledby', label.id);
}
for (const field of document.querySelectorAll('.bp-code :is(input, textarea)')) field.readOnly = true;
const whole = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
const change = (picture, drawn) => {
  for (const {name, value} of drawn.attributes)
    if (picture.getAttribute(name) !== value) picture.setAttribute(name, value);
  const parts = [...drawn.children], written = parts.map(part => part.outerHTML);
  const wanted = new Set(written), same = new Map();
  for (const part of [...picture.children]) {
    const text = part.outerHTML;
    if (wanted.delete(text)) same.set(text, part);
    else part.remove();
  }
  let at = picture.firstElementChild;
  parts.forEach((part, i) => {
    const stays = same.get(written[i]);
    same.delete(written[i]);
    if (stays === at) at = at.nextElementSibling;
    else picture.insertBefore(stays ?? part, at);
  });
  picture.animate({scrollSnapAlign: ['none center', 'none center']}, 100);
};
for (const place of document.querySelectorAll('.widget-html-content:has(> svg:only-child)'))
  if (!Object.hasOwn(place, 'innerHTML')) Object.defineProperty(place, 'innerHTML', {get: whole.get, set(html) {
    const frame = document.createElement('template');
    frame.innerHTML = html;
    const [picture, drawn] = [this.firstElementChild, frame.content.firstElementChild];
    if (picture?.getAttribute('viewBox') !== drawn?.getAttribute('viewBox')) whole.set.call(this, html);
    else change(picture, drawn);
  }});
if (!window.bpKeys) {
  window.bpKeys = true;
  document.addEventListener('focusin', event => {
    if (event.target.matches('.jupyter-widgets :is(select, [type=radio], [readonly])'))
      event.target.setAttribute('data-lm-suppress-shortcuts', '');
  });
  document.addEventListener('mouseover', event => {
    if (event.target.matches('.widget-label[title=null]')) event.target.removeAttribute('title');
  });
}">"""


class Folds(widgets.VBox):
    """Panels under a row of titles: each title is a button that opens its panel, or closes it. ``opened`` is an index.

    An Accordion's titles cannot be reached with Tab.
    """

    def __init__(self, panels, titles, opened):
        self.panels = tuple(panels)
        self.titles = [widgets.ToggleButton(i == opened, layout={"width": "auto"}) for i in range(len(self.panels))]
        self.names = tuple(titles)
        for title in self.titles:
            title.observe(lambda change: self._fold(change["owner"]), "value")
        super().__init__([widgets.HBox(self.titles, layout={"flex_flow": "row wrap"}), *self.panels])
        self._fold(self.titles[opened])

    def shows(self, panel):
        """Whether this panel is the open one."""
        return panel.layout.display != "none"

    def _fold(self, turned):
        """One panel at most is open."""
        for title, name, panel in zip(self.titles, self.names, self.panels, strict=True):
            if turned.value and title is not turned:
                title.value = False
            title.description = (words.OPENED if title.value else words.FOLDED).format(name)
            panel.layout.display = "" if title.value else "none"


def code_field(kind=widgets.Text, **layout):
    """Where a widget writes the line of code that makes it again: to be copied, so the page lets nobody write in it."""
    field = kind(description=words.AS_CODE, layout={"width": "98%"} | layout)
    field.add_class("bp-code")
    return field


def page_wide():
    """What a widget needs once on its page: the style, and the script that mends ipywidgets. Last in a widget.

    A style sheet that came with every change would be read anew by the browser, and much of the page styled again.
    """
    return widgets.HTML(STYLE + MENDED, layout={"display": "none"})


def said(html):
    """A piece of HTML in the widgets' style; what changes in it is read aloud."""
    return f'<div class="bp-s" aria-live="polite">{html}</div>'


def refusal(words):
    """A message beside a field: why the input was not taken. Empty words give an empty message."""
    return f'<span class="bp-s"><span class="no">✗ {escape(words)}</span></span>' if words else ""


def scrolling(html, name):
    """A picture or a table that scrolls in a box of its own where the page is too narrow; Tab reaches the box."""
    return f'<div class="bp-view" tabindex="0" role="group" aria-label="{escape(name)}">{html}</div>'


def html_table(heads, rows):
    """A table with a header row; cells are HTML already."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def image(svg, alt):
    """A picture as an image that every page shows, with the words that stand for it."""
    data = base64.b64encode(svg.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(alt)}">'


def picture_bundle(bundle, sentence, svg, alt, html):
    """Add to a widget's mime bundle what a reader without a kernel sees: a picture, then ``html`` with a table.

    ``sentence`` starts with the widget's class name and a comma; it is the plain text.
    """
    bundle["text/plain"] = sentence
    bundle["text/html"] = f"<div>{image(svg, alt)}{html}</div>"
    return bundle


def choice_slider(name, choices, value):
    """A slider over the choices, in order; ``value`` is put among them where it is not one of them."""
    ordered = sorted({*choices, value})
    return widgets.SelectionSlider(options=[(f"{each:g}", each) for each in ordered], value=value, description=name)


def close_all(parts):
    """Close widgets that are no longer shown, with all inside them: an open one is kept for ever."""
    for part in parts:
        close_all(getattr(part, "children", ()))
        for model in (getattr(part, "layout", None), getattr(part, "style", None)):
            if model is not None:
                model.close()
        part.close()


def read_numbers(text, count):
    """The numbers in a text, separated by commas or spaces; ``−`` is a minus sign too.

    Raises ValueError, in a learner's sentence, where there are not ``count`` finite numbers.
    """
    try:
        values = [float(part) for part in text.replace("−", "-").replace(",", " ").split()]
    except ValueError:
        example = "such as 0.5" if count == 1 else "such as 0.5, −1"
        raise ValueError(f"{text!r} is not a row of numbers; write {count}, {example}.") from None
    if len(values) != count:
        raise ValueError(f"{len(values)} numbers came; expected {count}.")
    if not np.isfinite(values).all():
        raise ValueError("expected finite numbers.")
    return values
