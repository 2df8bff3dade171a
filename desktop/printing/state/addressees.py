"""To whom a letter goes: one under the other after ``Kính gửi:``, their dashes at one x."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.leaders import REST, pen_lines
from desktop.printing.setting.paragraphs import LETTER_SIZE, bold, letter_item
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import balanced, listed

_HEAD, _DASH = "Kính gửi: ", "- "
_INDENT = 22.0


def addressed(addressees: Sequence[str]) -> Iterator[Block]:
    """Set the addressees of a letter, a single one without a dash; without any, a line for a pen.

    Source: paper-t2.md §10 (submission); Decree 30/2020/NĐ-CP, annex I.
    """
    if not addressees:
        yield pen_lines(_HEAD.strip(), REST, size=LETTER_SIZE, indent=_INDENT)
        return
    dash = _DASH if len(addressees) > 1 else ""
    left = _INDENT + width_mm(_HEAD, SERIF, LETTER_SIZE)
    inner = left + width_mm(dash, BOLD, LETTER_SIZE)
    head, indent = _HEAD, _INDENT
    for addressee in listed(addressees):
        lines = balanced(addressee, MEASURE - inner, lambda text: width_mm(text, BOLD, LETTER_SIZE))
        for row, line in enumerate(lines):
            yield letter_item(f"{head}{bold(line if row else dash + line)}", indent=indent)
            head, indent = "", inner
        indent = left
