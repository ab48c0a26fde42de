"""The controls that a learner uses: what the page says to one of them is dealt with before what it says to another.

JupyterLab hands what the page says to one of two threads of the kernel: to the one that last sent something to that
control. Without a lock, a button pressed while a slider moves would change the same widget at the same time.
"""

from threading import RLock

import ipywidgets as widgets

TURN = RLock()  # held by whoever changes a widget


class _InTurn(widgets.DOMWidget):
    def set_state(self, sync_data):
        with TURN:
            super().set_state(sync_data)


class Button(_InTurn, widgets.Button):
    def click(self):
        with TURN:
            super().click()


class ToggleButton(_InTurn, widgets.ToggleButton):
    pass


class Checkbox(_InTurn, widgets.Checkbox):
    pass


class RadioButtons(_InTurn, widgets.RadioButtons):
    pass


class Dropdown(_InTurn, widgets.Dropdown):
    pass


class Text(_InTurn, widgets.Text):
    pass


class Textarea(_InTurn, widgets.Textarea):
    pass


class BoundedIntText(_InTurn, widgets.BoundedIntText):
    pass


class IntSlider(_InTurn, widgets.IntSlider):
    pass


class FloatSlider(_InTurn, widgets.FloatSlider):
    pass


class SelectionSlider(_InTurn, widgets.SelectionSlider):
    pass
