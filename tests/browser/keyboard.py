"""A widget by keyboard alone: Tab to a control, press keys in it, and look where the focus is.

Of a group in which the arrow keys lead from one to the next, Tab reaches one.
"""

CONTROLS = """root => [...root.querySelectorAll(
    'button, select, input, textarea, summary, a[href], [role=slider], [contenteditable=true],'
    + '[tabindex="0"], [class*=Collapse-header]')]
    .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility())"""
# Of a number in a picture, also how its shape is drawn.
FOCUS_LOOKS = """e => { const s = getComputedStyle(e);
    const shape = getComputedStyle(e.querySelector('.n, .bp-ring, .bp-near, .line') ?? e);
    return [s.outlineStyle, s.boxShadow, s.borderColor, s.backgroundColor, ...e.ownerSVGElement
        ? [shape.stroke, shape.strokeWidth, shape.textDecorationLine] : []].join() }"""
NAME = """e => e.type === 'radio' ? 'one of the radio buttons' : e.tagName.toLowerCase() + ' '
    + (e.closest('.jupyter-widgets')?.innerText || e.ariaLabel || e.textContent || e.value).slice(0, 20)"""
NAMES = f"root => ({CONTROLS})(root).map({NAME})"
# How each looks without the focus is kept on it; where the focus is, and how it looks now and then.
REMEMBER = f"root => ({CONTROLS})(root).forEach(e => {{ e.unfocused = ({FOCUS_LOOKS})(e) }})"
FOCUSED = f"""root => {{ const e = document.activeElement;
    return [({CONTROLS})(root).includes(e) && ({NAME})(e), root.contains(e), ({FOCUS_LOOKS})(e), e.unfocused] }}"""
IS_FOCUSED = "e => e === document.activeElement"


def names(widget):
    """Every control of the widget that is not switched off, in words; radio buttons count as one."""
    return list(dict.fromkeys(widget.evaluate(NAMES)))


def toured(widget, most=60):
    """The controls that Tab reaches, from the first on; asserts that each looks another way with the focus in it."""
    widget.evaluate("() => document.activeElement.blur()")
    widget.evaluate(REMEMBER)
    widget.evaluate(f"root => ({CONTROLS})(root)[0].focus()")
    reached = []
    for _ in range(most):
        name, inside, looks, unfocused = widget.evaluate(FOCUSED)
        if not inside:
            break
        assert name, "the focus is in the widget, and on none of its controls"
        assert looks != unfocused, f"the focus cannot be seen on {name}"
        reached.append(name)
        widget.page.keyboard.press("Tab")
    return list(dict.fromkeys(reached))


def tab_to(control, most=60):
    """Press Tab until this control has the focus."""
    for _ in range(most):
        if control.evaluate(IS_FOCUSED):
            return
        control.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {control}")


def press(notebook, control, *keys):
    """Tab to the control and press keys in it; the focus is still there afterwards."""
    tab_to(control)
    for key in keys:
        control.page.keyboard.press(key)
    notebook.idle()
    assert control.evaluate(IS_FOCUSED), f"{keys} took the focus away"
