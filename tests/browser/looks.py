"""Measures of a widget's looks on the page: places, overlaps, contrast, overflow, and what axe finds serious.

Each takes a Locator of the widget, or of whatever holds it; what it returns is empty where all is well.
"""

import numpy as np
import pytest

CONTRAST = 4.5  # of text, WCAG AA
# Relative to the widget, so that scrolling is no movement. An area with no words in it stands nowhere yet.
BOXES = """root => { const o = root.getBoundingClientRect();
  return [...root.querySelectorAll('button, select, input, textarea, .widget-slider, .widget-html, svg, table, th')]
    .filter(e => !e.parentElement.closest('svg') && e.checkVisibility())
    .map(e => { const b = e.getBoundingClientRect();
      const empty = e.matches('.widget-html') && !e.textContent.trim() && !e.querySelector('svg');
      const place = empty ? [] : [b.x - o.x, b.y - o.y, ...e.matches('.widget-html, table') ? [] : [b.width, b.height]];
      return [e.tagName.toLowerCase(), e.matches('th') ? e.textContent : '', ...place] }) }"""
# Labels of one picture that cover each other; text that sticks out of it, and so is cut off.
CROWDED = """root => { const found = [];
  for (const svg of root.querySelectorAll('svg')) { if (svg.parentElement.closest('svg')) continue;
    const p = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim())
      .map(t => [t.textContent, t.getBoundingClientRect()]);
    texts.forEach(([text, a], i) => {
      if (a.left < p.left - 1 || a.right > p.right + 1 || a.top < p.top - 2 || a.bottom > p.bottom + 2)
        found.push([text, 'is cut off']);
      for (const [other, b] of texts.slice(0, i)) {
        const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (w > 1.5 && h > 4) found.push([text, 'covers', other]) } }) }
  return found }"""
# A picture or a table may scroll in a box of its own; words and controls may not be cut off.
OVERFLOW = """root => { const page = document.querySelector('.jp-WindowedPanel-outer, .jp-Notebook');
  const edge = root.getBoundingClientRect().right + 1, found = [], range = document.createRange();
  if (page.scrollWidth > page.clientWidth + 1) found.push(['the page', page.scrollWidth - page.clientWidth]);
  const walker = document.createTreeWalker(root);
  while (walker.nextNode()) { const node = walker.currentNode, e = node.parentElement;
    const control = node.matches?.('button, input, select, textarea, .widget-slider');
    const words = node.nodeType === Node.TEXT_NODE && node.textContent.trim() && !e.closest('style, select, pre');
    if (!(control || words) || !e.checkVisibility()) continue;
    range.selectNode(node);
    const over = range.getBoundingClientRect().right - edge, inside = e.closest('svg, table');
    const box = inside?.closest('.widget-html, .bp-view, .bp-table-box');
    const scrolls = box && getComputedStyle(box).overflowX === 'auto';
    if (over > 0 && !scrolls) found.push([(node.value ?? node.textContent).slice(0, 40), Math.round(over)]) }
  return found }"""
# Behind a text: its own halo; in a picture every filled shape drawn before it; the backgrounds around it.
FAINT = """(root, least) => {
  const rgba = c => { const n = (c.match(/-?[\\d.]+(e-?\\d+)?/g) || []).map(Number);
    if (c.startsWith('color(')) n.splice(0, 3, ...n.slice(0, 3).map(v => 255 * v));
    return n.length < 3 ? [0, 0, 0, 0] : [n[0], n[1], n[2], n[3] ?? 1] };
  const over = ([r, g, b, a], under) => [r, g, b].map((v, i) => v * a + under[i] * (1 - a));
  const linear = v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05) };
  const opacity = (e, top) => { let all = 1;
    for (; e && e !== top; e = e.parentElement) all *= getComputedStyle(e).opacity; return all };
  const paint = (color, alpha) => { const c = rgba(color); c[3] *= alpha; return c };
  const behind = e => { const line = []; for (let a = e; a; a = a.parentElement) line.unshift(a);
    return line.reduce((under, a) => over(paint(getComputedStyle(a).backgroundColor, opacity(a)), under),
      [255, 255, 255]) };
  const found = [];
  const judge = (words, color, alpha, under) => { const r = ratio(over(paint(color, alpha), under), under);
    if (r < least) found.push([words.trim().slice(0, 40), Math.round(100 * r) / 100]) };
  const shown = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true});

  for (const svg of root.querySelectorAll('svg')) { if (svg.parentElement.closest('svg') || !shown(svg)) continue;
    const all = [...svg.querySelectorAll('rect, circle, ellipse, path, polygon, text')];
    const shapes = all.map(e => [e, e.getBoundingClientRect(), getComputedStyle(e)]);
    const page = behind(svg.parentElement);
    shapes.forEach(([text, box, style], place) => {
      if (text.tagName !== 'text' || !text.textContent.trim() || !shown(text)) return;
      const halo = style.paintOrder.startsWith('stroke') && style.stroke !== 'none';
      for (const [px, py] of [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.25], [0.5, 0.75]]) {
        const x = box.left + px * box.width, y = box.top + py * box.height;
        let under = page;
        for (const [e, b, s] of shapes.slice(0, place)) {
          if (e.tagName === 'text' || x < b.left || x > b.right || y < b.top || y > b.bottom) continue;
          const at = new DOMPoint(x, y).matrixTransform(e.getScreenCTM().inverse()), alpha = opacity(e, svg);
          if (s.fill !== 'none' && e.isPointInFill(at)) under = over(paint(s.fill, alpha * s.fillOpacity), under);
          if (s.stroke !== 'none' && parseFloat(s.strokeWidth) > 4 && e.isPointInStroke(at))
            under = over(paint(s.stroke, alpha * s.strokeOpacity), under) }
        const alpha = opacity(text, svg);
        if (halo) under = over(paint(style.stroke, alpha), under);
        judge(text.textContent, style.fill, alpha, under) } }) }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { const e = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || e.closest('svg, select, style, textarea, :disabled')) continue;
    if (!shown(e)) continue;
    judge(walker.currentNode.textContent, getComputedStyle(e).color, opacity(e), behind(e)) }
  for (const e of root.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea, select')) {
    if (!shown(e) || e.matches(':disabled')) continue;
    const empty = !e.value && e.placeholder, style = getComputedStyle(e, empty ? '::placeholder' : null);
    judge(e.value || e.placeholder || '', style.color, opacity(e) * (empty ? style.opacity : 1), behind(e)) }
  return found }"""
# Of what is no violation axe need not say where it stands: that alone takes it longer than the rules do.
AXE = """(root, rules) => axe.run(root, {resultTypes: ['violations'], ...rules && {runOnly: rules}})
    .then(({violations}) => violations.filter(v => ['serious', 'critical'].includes(v.impact))
    .flatMap(v => v.nodes.map(n => [v.id, n.html.slice(0, 160), n.target[0]])))"""
# Of the words in code and of the letters in formulas, those that stand in elements like those of one before are put out
# of sight: axe would judge the same colours a thousand times. It cannot judge a single sign, which stands for no word;
# rows of a table may differ by their number; what holds other elements is left, with them.
ALIKE = """root => { const seen = new Set(), again = [];
  const like = e => { const line = []; for (; e; e = e.parentElement)
    line.push(e.localName, e.getAttribute('class'), e.getAttribute('style')); return line.join() };
  const shown = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true});
  for (const e of root.querySelectorAll('pre span, math :is(mi, mn, mo, mtext)')) {
    if (e.firstElementChild || e.closest('table') || !shown(e)) continue;
    if (e.matches('[id], [role], [tabindex], [aria-label], [aria-hidden]')) continue;
    const own = like(e) + (/\\w\\w/.test(e.textContent) ? '' : e.textContent);
    if (seen.has(own)) again.push(e); else seen.add(own) }
  again.forEach(e => { e.style.visibility = 'hidden' });
  return again.length }"""
# The rules that a page in other colours may break where it kept the rest: of colours, and of the pictures in them.
OF_COLOURS = ["color-contrast", "link-in-text-block", "image-alt", "role-img-alt", "svg-img-alt"]


def boxes(widget):
    """Where every control, picture, area of text and column stands, in pixels from the widget's corner."""
    return widget.evaluate(BOXES)


def moved(before, after):
    """What does not stand where it stood, to a pixel and a half: pairs of boxes; or how many there were and are."""
    if len(before) != len(after):
        return [(len(before), len(after))]
    pairs = list(zip(before, after, strict=True))
    return [(a, b) for a, b in pairs if a[:2] != b[:2] or far(a[2:], b[2:])]


def far(before, after):
    """Whether two places that both are one differ by more than rounding does."""
    return bool(before and after) and np.abs(np.subtract(before, after)).max() > 1.5


def crowded(widget):
    """Labels that cover another of their picture, or stick out of it."""
    return widget.evaluate(CROWDED)


def overflow(widget):
    """What is wider than its place, and by how many pixels."""
    return widget.evaluate(OVERFLOW)


def faint(widget, least=CONTRAST):
    """(text, its contrast) wherever that is below ``least``; a control that is switched off is exempt."""
    return widget.evaluate(FAINT, least)


def serious(widget, rules=None):
    """(rule, HTML, selector) of what axe finds serious or critical, by all its rules or by these."""
    base = pytest.importorskip("axe_playwright_python.base")
    if not widget.page.evaluate("() => 'axe' in window"):
        widget.page.add_script_tag(content=base.AXE_FILE_PATH.read_text(encoding="utf-8"))
    return widget.evaluate(AXE, rules)


def leave_one_of_each(widget):
    """Put out of sight what stands in code and in formulas like a word before it; how many words that are."""
    return widget.evaluate(ALIKE)


def faults(page, width, scheme):
    """What is wrong with a page of one card, so wide and in this scheme: serious for axe, sticking out, or faint."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = serious(page.locator("body")) + faint(page.locator(".bp-card"))
    return [*found, ("pixels sideways", sideways)] if sideways > 0 else found
