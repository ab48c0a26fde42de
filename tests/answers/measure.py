"""How truly wrong answers are told: precision and recall over the corpus, false alarms over the right functions.

Run ``python tests/answers/measure.py`` (``--page`` to write docs/ANSWERS.md anew,
``--held-out`` for the set kept aside, ``--all`` to print every verdict,
``--only backward`` for a part). A reason is false where it accuses of a family that is none of its causes
and no kin of one; a reason that names no cause, and accuses of nothing known, is listed for a person to judge.
"""

import argparse
import copy
import importlib
import re
import time
import warnings
from collections import Counter, defaultdict
from pathlib import Path

import alterations_told
import formulas_told
import numpy as np
import steps_told
from claims import CLAIMS, REMEDIES
from corpus import STAGES
from corpus import entries as corpus_entries
from entries import Entry
from reference import CASES

from backprop import Layer, Network, Quantity
from backprop.exercises import compare, quantity_question, question

BOUND = 0.3  # seconds
PAGE = Path(__file__).parents[2] / "docs" / "ANSWERS.md"
# Of the answers kept aside, measured once, before any verdict on them was seen: how many, precision, recall.
FIRST = {"functions": (120, 118 / 120, 118 / 120), "numbers": (177, 173 / 174, 173 / 177)}
TABLE = "| wrong answers | how many | precision | recall |\n"
COUNTED = """| --- | --- | --- | --- |
{rows}

Of {right} right functions {alarms} are called something else; of 1000 right functions at random, {random_alarms}.
"""
SPOKEN = {re.compile(said): {one.replace("_", " ") for one in causes.split()} for said, causes in CLAIMS.items()}

# Sentences that give no reason: the verdict, the place and the two numbers, and what agrees.
NO_REASON = [
    r"^(forward|backward|multiply|update|train): not yet\.?$",
    r"^Not yet\.?$",
    r"\bis [^;]+; expected [^;]+$",
    r"^It is too (small|large) in size",
    r"^The sign is not right",
    r"^.{0,80}has shape .* expected .*$",
    r"(agree|agrees|is right|are right)\.?$",
    r"agrees? with the engine$",
    r"^It is right for the lecture's network",
    r"^Only the (first|last) neuron of the layer is wrong$",
    REMEDIES,
    r"^The first array that differs is|first differs|differs? (first )?(at|by)",
    r"[Nn]o known (slip|cause)|[Nn]o (slip|cause|reason) (is )?known",
]


def asked(entry: Entry):
    """What the package says of an answer: its state, its words, and the seconds they took."""
    if isinstance(entry.ask, tuple):
        case, quantity = CASES[entry.ask[0]], Quantity(*entry.ask[1])
        layers = zip(case.weights, case.biases, case.f, strict=True)
        network = Network([Layer(w, b, f) for w, b, f in layers])
        x, target = (case.x, case.t) if len(case.x) > 1 else (case.x[0], case.t[0])
        check = quantity_question("q", "?", network, x, target, quantity, case.loss, case.eta).check
    elif entry.ask in STAGES:

        def check(function):
            return compare(entry.ask, function)
    else:
        check = question(entry.ask).check
    answer = copy.copy(entry.answer)
    began = time.process_time()  # other programs may take the processor meanwhile
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        verdict = check(answer)
    return verdict.state, str(verdict), time.process_time() - began


def reasons(said):
    """The sentences of a verdict that give a reason."""
    said = said.replace("The sign is not right. The size is", "Turned round: the sign alone is wrong")
    sentences = [s.strip(" .\n") for s in re.split(r"(?<=[^\d])\.(?:\s+|$)|(?<=\d)\.(?:\s+|$)|\n", said)]
    return [s for s in sentences if s and not any(re.search(form, s) for form in NO_REASON)]


def claimed(sentence):
    """The causes that a sentence tells; None where it is not known."""
    found = [causes for pattern, causes in SPOKEN.items() if pattern.search(sentence)]
    return {cause for causes in found for cause in causes} if found else None


def judge(entry, said):
    """(outcome, what is false, whether all causes of a set are named).

    Where a verdict names several causes that give the same answer, one of them is to be true as it stands.
    """
    sentences = reasons(said)
    if not sentences:
        return "silent", [], False
    own = {cause for causes in (entry.causes, *entry.others) for cause in causes}
    alternatives = [[]]
    for sentence in sentences:
        if re.match(r"Or\b", sentence):
            alternatives.append([])
        alternatives[-1].append(re.sub(r"^Or:? ", "", sentence))
    judged = [one_alternative(entry, own, told) for told in alternatives if told]
    order = ("named", "judge", "false")
    return min(judged, key=lambda one: (order.index(one[0]), not one[2]))


def tried(entry, sentence, alone):
    """Whether what a sentence tells is what the function computes; None where it cannot be tried."""
    true = steps_told.holds(entry.ask, entry.answer, sentence)
    if true is None:
        true = formulas_told.holds(entry.ask, entry.answer, sentence, alone)
    if true is None and alone:
        true = alterations_told.holds(entry.ask, entry.answer, sentence)
        if not true and len(entry.causes) > 1:  # of two causes, one that is told alone is not the whole
            return None
    return true


def one_alternative(entry, own, sentences):
    """The outcome of sentences that are to be true together."""
    false, told, unknown = [], set(), []
    written = False
    for sentence in sentences:
        true = tried(entry, sentence, len(sentences) == 1)
        causes = claimed(sentence)
        if true is not None:  # what can be tried is tried
            told |= (causes or set()) & own
            written |= true
            false += [] if true else [sentence]
        elif causes is None:
            unknown.append(sentence)
        elif causes & own:
            told |= causes & own
        else:
            false.append(sentence)
    rest = ". ".join(unknown)
    false += [family for family, pattern in entry.never.items() if pattern.search(rest)]
    sets = [
        [cause in told or bool(pattern.search(rest)) for cause, pattern in zip(causes, patterns, strict=True)]
        for causes, patterns in zip((entry.causes, *entry.others), entry.names, strict=True)
    ]
    whole = any(map(all, sets))
    named = written or any(map(any, sets))
    return ("false" if false else "named" if named else "judge"), false, whole


def measure(entries):
    """Every verdict, judged: [(entry, state, said, seconds, outcome, false, named)]."""
    found = []
    for one in entries:
        try:
            state, said, seconds = asked(one)
        except Exception as error:  # what the package raises is a verdict too: none
            state, said, seconds = "raised", f"{type(error).__name__}: {error}", 0.0
        judged = judge(one, said) if state == "not-yet" else (state, [], False)
        found.append((one, state, said, seconds, *judged))
    return found


def report(title, found):
    """The figures of a corpus as lines."""
    n = len(found) or 1
    count = defaultdict(int)
    for row in found:
        count[row[4]] += 1
    given = n - count["silent"] - count["raised"] - count["right"]
    true = count["named"]
    combined = [row for row in found if len(row[0].causes) > 1]
    both = sum(row[6] for row in combined)
    wrong_state = [row for row in found if row[1] != "not-yet"]
    slowest = max(found, key=lambda row: row[3])
    return [
        f"{title}: {n} wrong answers, {len(combined)} of two causes",
        f"  a reason given {given}, false {count['false']}, to judge {count['judge']}, "
        f"silent {count['silent']}, "
        f"raised {count['raised']}, called right {count['right']}",
        f"  precision {true / max(given, 1):.3f}; if all to judge are true {1 - count['false'] / max(given, 1):.3f}",
        f"  recall {true / n:.3f}; if all to judge are true {(true + count['judge']) / n:.3f}; "
        f"both causes named {both} of {len(combined)}",
        f"  state not 'not-yet': {[(row[0].id, row[1]) for row in wrong_state]}",
        f"  slowest {slowest[3]:.2f} s ({slowest[0].id}); over {BOUND} s: {sum(row[3] > BOUND for row in found)}",
    ]


def failing(found, outcomes=("false", "judge", "silent")):
    """Failing ids with what was said, grouped by kind, as lines."""
    groups = defaultdict(list)
    for row in found:
        if row[4] in outcomes or row[1] != "not-yet":
            groups[row[0].kind].append(row)
    lines = []
    for kind, rows in sorted(groups.items()):
        lines.append(f"### {kind} ({len(rows)})")
        for entry, state, said, _, outcome, false, _ in rows:
            causes = " or ".join(" + ".join(causes) for causes in (entry.causes, *entry.others))
            lines.append(
                f"- **{outcome}** {', '.join(false)} `{entry.id}` [{causes}; {state}] said: {' '.join(said.split())}"
            )
    return lines


def right(entries):
    """The figures of the right functions as lines."""
    rows = [(one, *asked(one)) for one in entries]
    wrong = [row for row in rows if row[1] != "right"]
    slowest = max(rows, key=lambda row: row[3])
    return [f"Right functions: {len(rows)}, called something else: {len(wrong)}; slowest {slowest[3]:.2f} s"] + [
        f"- `{one.id}` {state}: {' '.join(said.split())}" for one, state, said, _ in wrong
    ]


def figures(found):
    """(answers, precision, recall) of judged verdicts."""
    count = Counter(row[4] for row in found)
    given = len(found) - count["silent"] - count["raised"] - count["right"]
    return len(found), count["named"] / max(given, 1), count["named"] / len(found)


def page():
    """The text of docs/ANSWERS.md, measured now."""
    rows = [row(f"{kind}, known", *figures(measure(corpus_entries(kind)))) for kind in ("functions", "numbers")]
    for kind, first in FIRST.items():
        rows.append(row(f"{kind}, kept aside, as first measured", *first))
        rows.append(row(f"{kind}, kept aside, after that", *figures(measure(corpus_entries(kind, held_out=True)))))
    right_ones = importlib.import_module("right_functions").ENTRIES
    at_random = importlib.import_module("right_at_random").at_random(1000, seed=0)
    alarms = [sum(asked(one)[0] != "right" for one in ones) for ones in (right_ones, at_random)]
    counts = {"rows": "\n".join(rows), "right": len(right_ones), "alarms": alarms[0], "random_alarms": alarms[1]}
    return PAGE.read_text(encoding="utf-8").split(TABLE)[0] + TABLE + COUNTED.format(**counts)


def row(what, n, precision, recall):
    """A row of the table."""
    return f"| {what} | {n} | {down(precision)} | {down(recall)} |"


def down(share):
    """A share with three decimals, rounded down: a figure that the test keeps is not above what was measured."""
    return f"{int(share * 1000 + 1e-6) / 1000:.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--figures", action="store_true", help="without the failing answers")
    parser.add_argument("--only", default="")
    parser.add_argument("--page", action="store_true", help="write docs/ANSWERS.md anew")
    options = parser.parse_args()
    if options.page:
        PAGE.write_text(page(), encoding="utf-8")
        return
    for kind in ("functions", "numbers"):
        entries = [one for one in corpus_entries(kind, options.held_out) if options.only in str(one.ask)]
        if not entries:
            continue
        found = measure(entries)
        print(*report(kind, found), sep="\n")
        if not options.figures:
            outcomes = ("false", "judge", "silent", "named")[: 4 if options.all else 3]
            print(*failing(found, outcomes), sep="\n")
    if not options.held_out:
        print(*right(importlib.import_module("right_functions").ENTRIES), sep="\n")
        print("At random:", *right(importlib.import_module("right_at_random").at_random(1000, seed=0)), sep="\n")


if __name__ == "__main__":
    main()
