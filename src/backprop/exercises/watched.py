"""Whether a function is the engine's own, imported or wrapped: it is called, and what runs meanwhile is watched."""

import sys
from collections.abc import Callable

from backprop.engine import chain_rule, descent
from backprop.engine import network as engine_network
from backprop.exercises import reference

PASSES = {engine_network.__file__, reference.__file__}  # the network, and its passes as the stages take them
STEPS = {*PASSES, descent.__file__}
CHAINS = {chain_rule.__file__}
LOOPS = {descent.__file__, reference.__file__}  # a loop of one's own calls the network's passes, and may


def watched(is_engine: Callable, call: Callable, *arguments) -> tuple:
    """(what the call returns, whether a function ran meanwhile whose code ``is_engine`` says is the engine's)."""
    ran = []

    def watch(frame, event, _):
        if event == "call" and is_engine(frame.f_code):
            ran.append(True)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        returned = call(*arguments)
    finally:
        sys.setprofile(before)
    return returned, bool(ran)


def within(files: set) -> Callable:
    """Whether code stands in one of these files, as a function of the code."""
    return lambda code: code.co_filename in files
