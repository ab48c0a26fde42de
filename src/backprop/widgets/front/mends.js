// What ipywidgets leaves out, mended in the widget around.

/** A label without a tooltip shows "null". */
const dropTooltip = ({target}) => {
  if (target.matches('.widget-label[title=null]')) target.removeAttribute('title');
};

export default {
  render({el}) {
    const soon = requestAnimationFrame(() => {  // once it stands in the widget around it
      el.closest('.widget-vbox')?.addEventListener('mouseover', dropTooltip);
    });
    return () => cancelAnimationFrame(soon);
  },
};
