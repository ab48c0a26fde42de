"""Widgets that take their turn: what the page says to one of them is dealt with before what it says next.

JupyterLab hands what the page says to one of two threads of the kernel: to the one that last sent something to that
widget. Without a lock, what is pressed while something moves would change the same widget at the same time.
"""

from threading import RLock

import ipywidgets as widgets

TURN = RLock()  # held by whoever changes a widget


class InTurn(widgets.DOMWidget):
    """A widget that takes what the page says of its state in its turn."""

    def set_state(self, sync_data):
        with TURN:
            super().set_state(sync_data)
