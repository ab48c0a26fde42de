// What ipywidgets leaves out for those who use the keyboard or a screen reader, mended in the widget around.

/** A slider's handle has no name to be read aloud by: it is given its label's. */
const nameSliders = root => {
  for (const slider of root.querySelectorAll('.widget-slider')) {
    const label = slider.querySelector('.widget-label'), handle = slider.querySelector('[role=slider]');
    if (!label || !handle || handle.hasAttribute('aria-labelledby')) continue;
    label.id ||= `bp${Math.random()}`;
    handle.setAttribute('aria-labelledby', label.id);
  }
};

/** A field to copy from is to be read: ipywidgets knows fields to write in, and fields switched off, which Tab passes. */
const lockCode = root => {
  for (const field of root.querySelectorAll('.bp-code :is(input, textarea)')) field.readOnly = true;
};

/** A label without a tooltip shows "null". */
const dropTooltip = ({target}) => {
  if (target.matches('.widget-label[title=null]')) target.removeAttribute('title');
};

/** JupyterLab takes keys for its own commands wherever the focus is not in a text to write in; Lumino's way to keep them. */
const keepKeys = ({target}) => {
  if (target.matches('select, [type=radio], [readonly]')) target.setAttribute('data-lm-suppress-shortcuts', '');
};

export default {
  render({model, el}) {
    let root, seen;
    model.send({views: 1});
    const mend = () => {
      nameSliders(root);
      lockCode(root);
    };
    const begin = () => {  // once it stands in the widget around it
      root = el.closest('.widget-vbox');
      if (!root) return;
      root.addEventListener('mouseover', dropTooltip);
      root.addEventListener('focusin', keepKeys);
      seen = new MutationObserver(mend);
      seen.observe(root, {childList: true, subtree: true});
      mend();
    };
    const soon = requestAnimationFrame(begin);
    return () => {
      cancelAnimationFrame(soon);
      model.send({views: -1});
      seen?.disconnect();
    };
  },
};
