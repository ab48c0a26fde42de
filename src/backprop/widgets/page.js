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

// A picture changes in place: the parts that stay the same are left alone, so that the browser has nothing to style
// and to lay out but the others. Where this does not run, the whole picture is put in at every change.
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
  // A box with scroll snapping brings the step into its middle now, and lets the learner scroll on afterwards.
  picture.animate({scrollSnapAlign: ['none center', 'none center']}, 100);
};
const only = place => place.childElementCount === 1 && place.querySelector(':scope > svg');
const box = picture => picture.getAttribute('viewBox');
for (const place of document.querySelectorAll('.widget-html-content:has(> svg:only-child)')) {
  if (Object.hasOwn(place, 'innerHTML')) continue;
  Object.defineProperty(place, 'innerHTML', {get: whole.get, set(html) {
    const frame = document.createElement('template');  // its content is neither shown nor styled
    frame.innerHTML = `<div>${html}</div>`;
    const picture = only(this), drawn = only(frame.content.firstElementChild);
    if (picture && drawn && box(picture) === box(drawn)) change(picture, drawn);
    else whole.set.call(this, html);
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
