// What ipywidgets leaves out; it runs whenever a widget comes to stand on a page.

// A slider's handle has no name to be read aloud by: it is given its label's.
for (const slider of document.querySelectorAll('.widget-slider')) {
  const label = slider.querySelector('.widget-label'), handle = slider.querySelector('[role=slider]');
  if (!label || !handle) continue;
  label.id ||= 'bp' + Math.random();
  handle.setAttribute('aria-labelledby', label.id);
}

// ipywidgets knows fields to write in, and fields switched off, which Tab passes. A field to copy from is to be read.
for (const field of document.querySelectorAll('.bp-code :is(input, textarea)')) field.readOnly = true;

// A picture changes in place: the parts that stay the same are left alone, so that the browser has nothing to read, to
// style and to lay out but the others. Each part has a line of its own, and lines are compared. Where this does not
// run, the whole picture is put in at every change.
const whole = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
const read = svg => {
  const apart = document.createElement('template');  // its content is neither shown nor styled
  apart.innerHTML = svg;
  return apart.content.firstElementChild;
};
const change = (picture, [opening, ...lines], [newOpening, ...newLines]) => {
  if (opening !== newOpening)
    for (const {name, value} of read(newOpening).attributes)  // its size set again lays everything out again
      if (picture.getAttribute(name) !== value) picture.setAttribute(name, value);
  const parts = [...picture.children], same = new Map();
  parts.forEach((part, i) => same.set(lines[i], [...same.get(lines[i]) ?? [], part]));
  const stays = newLines.slice(0, -1).map(line => same.get(line)?.shift());
  const fresh = [...read(newOpening + newLines.filter((line, i) => !stays[i]).join('')).children];
  for (const gone of [...same.values()].flat()) gone.remove();
  let at = picture.firstElementChild;
  for (const part of stays) {
    if (part && part === at) at = at.nextElementSibling;
    else picture.insertBefore(part ?? fresh.shift(), at);
  }
  // A box with scroll snapping brings the step into its middle now, and lets the learner scroll on afterwards.
  const view = picture.closest('.bp-view');
  if (view?.scrollWidth > view?.clientWidth) picture.animate({scrollSnapAlign: ['none center', 'none center']}, 100);
};
const box = ([opening]) => /viewBox="[^"]*"/.exec(opening)?.[0];
for (const place of document.querySelectorAll('.widget-html-content:has(> svg:only-child)')) {
  if (Object.hasOwn(place, 'innerHTML')) continue;
  let shown = [];  // the lines of the picture that stands here
  Object.defineProperty(place, 'innerHTML', {get: whole.get, set(html) {
    const lines = html.split('\n'), [picture] = this.children;
    const fits = picture?.childElementCount === shown.length - 2 && box(shown) === box(lines);
    if (fits) change(picture, shown, lines);
    else whole.set.call(this, html);
    shown = lines;
  }});
}

if (!window.bpKeys) {
  window.bpKeys = true;
  // JupyterLab takes keys for its own commands wherever the focus is not in a text to write in: in a dropdown an arrow
  // would leave for the next cell, and "dd" would delete the cell. The attribute is Lumino's way to keep the keys.
  document.addEventListener('focusin', event => {
    if (event.target.matches('.jupyter-widgets :is(select, [type=radio], [readonly])'))
      event.target.setAttribute('data-lm-suppress-shortcuts', '');
  });
  // A label without a tooltip shows "null".
  document.addEventListener('mouseover', event => {
    if (event.target.matches('.widget-label[title=null]')) event.target.removeAttribute('title');
  });
}
