"""A minus pasted from a PDF, from Wolfram Alpha or typed with a space.

"'–1.5' is not a number that can be compared; write one such as −0.25." looks the same as what it asks for.
"""

import sys

from backprop.exercises import question

asked, bad = question("02-hand"), 0
for dash in ("-", "−", "–", "‐", "‑", "﹣", "－", "− "):
    verdict = asked.check(f"{dash}1.5")
    print(repr(dash), hex(ord(dash[0])), verdict)
    bad += verdict.state != "right"
sys.exit(1 if bad else 0)
