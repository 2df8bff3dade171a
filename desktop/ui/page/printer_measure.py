"""What was measured on a printer's measuring sheet, and how pages are drawn so that they come out right.

All lengths in tenths of a millimetre. The sheet's rules are 100 mm long and begin 20 mm from the upper left
corner.
"""

from __future__ import annotations

import re
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import msgspec

from desktop.errors import RequestRefused
from desktop.services.office.files import write_file

RULE, START = 1000, 200
_NAME = "printers.json"
_MOST_SCALE = Fraction(3, 100)
_MOST_SHIFT = 63  # 3 % of a sheet's width
_TYPED = re.compile(r"(\d{1,3})(?:[.,](\d))?")


class Measured(msgspec.Struct, frozen=True):
    """What a ruler said: the rules across and down, and where they begin from the left and from above."""

    across: int = RULE
    down: int = RULE
    left: int = START
    top: int = START

    def stretch(self) -> tuple[Fraction, Fraction]:
        """Return by what the printer stretches a page, across and down; 1 where it doesn't."""
        return Fraction(self.across, RULE), Fraction(self.down, RULE)

    def shift(self) -> tuple[Fraction, Fraction]:
        """Return by how much it moves a page to the right and down."""
        across, down = self.stretch()
        return self.left - across * START, self.top - down * START

    def can_be_put_right(self) -> bool:
        """Tell whether drawing otherwise mends it; what is off by more is a setting of the printer's."""
        scales = all(abs(stretch - 1) <= _MOST_SCALE for stretch in self.stretch())
        return scales and all(abs(shift) <= _MOST_SHIFT for shift in self.shift())


def read_length(typed: str) -> int | None:
    """Read millimetres as typed, such as ``99,5``, as tenths; None where it is no length."""
    found = _TYPED.fullmatch(typed.strip().removesuffix("mm").strip())
    return int(found[1]) * 10 + int(found[2] or 0) if found is not None else None


def measured_of(home: Path, printer: str) -> Measured:
    """Return what was measured of a printer; a true one where nobody has."""
    return _all(home).get(printer, Measured())


def remember_measured(home: Path, printer: str, measured: Measured) -> None:
    """Write down what was measured; a computer that can't remember still prints."""
    with suppress(RequestRefused):
        write_file(home / _NAME, msgspec.json.encode(_all(home) | {printer: measured}), replace=True)


def _all(home: Path) -> dict[str, Measured]:
    try:
        return msgspec.json.decode((home / _NAME).read_bytes(), type=dict[str, Measured])
    except (OSError, msgspec.DecodeError):
        return {}
