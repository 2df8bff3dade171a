"""Who is invited: name and capacity at the head of an invitation, or lines for a pen."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import REST, pen_lines
from desktop.printing.setting.paragraphs import LETTER_SIZE, bold, letter, plain
from desktop.printing.setting.wording import tied

_HEAD = "Kính mời ông (bà):"
_INDENT = 22.0


def invited(name: str | None, capacity: str | None) -> Iterator[Block]:
    """Set who is invited, and for whom, such as ``Đại diện hộ số 41``; None leaves a blank."""
    if name is None:
        yield pen_lines(_HEAD, REST, size=LETTER_SIZE, indent=_INDENT)
    else:
        yield letter(f"{_HEAD} {bold(tied(name))}", indent=_INDENT)
    if capacity is None:
        yield pen_lines(REST, size=LETTER_SIZE, indent=_INDENT)
    else:
        yield letter(plain(capacity), indent=_INDENT)
