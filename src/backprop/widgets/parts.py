"""What is told, as HTML: a table, and a finite difference with the verdict on the number before it."""

from collections.abc import Iterable, Sequence
from html import escape

from backprop.story.telling import Table
from backprop.story.verdicts import Comparison


def html_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a header row; cells are HTML already."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def tabled(table: Table, strong: bool = False) -> str:
    """A table; ``strong`` sets its last row in bold."""
    *rows, last = ([escape(str(cell)) for cell in row] for row in table.rows)
    if strong:
        last = [f"<b>{cell}</b>" for cell in last]
    return html_table([escape(head) for head in table.heads], [*rows, last])


def judged(comparison: Comparison) -> str:
    """What follows a number: the difference, and the verdict."""
    difference = f" · {comparison.difference}" if comparison.difference else ""
    return escape(f"{difference} {comparison.sentence}")
