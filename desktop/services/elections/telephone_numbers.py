"""Telephone numbers as people in Viet Nam write them."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[\s.\-()]+")
_NUMBER = re.compile(r"0[1-9]\d{8,9}")


def read_number(typed: str) -> str | None:
    """Read a number, with blanks, dots or +84 before it, and group it for the voice: ``0912 000 318``.

    Returns:
        None where it isn't a telephone number of 10 or 11 digits.
    """
    digits = _BLANKS.sub("", typed)
    if digits.startswith("+84"):
        digits = f"0{digits.removeprefix('+84')}"
    if _NUMBER.fullmatch(digits) is None:
        return None
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
