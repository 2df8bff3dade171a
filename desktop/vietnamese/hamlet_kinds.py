"""The words before a hamlet's name, and what its head is called by them."""

from __future__ import annotations

USUAL_KIND = "Thôn"
"""The word before a name that nobody said another of."""

BEGIN_NAMES = frozenset({"Bản", "Buôn", "Làng", "Xóm"})
"""Kinds that may as well be the first word of a name: Thôn Bản Cáu."""

KINDS = (
    "Tổ dân phố",
    "Khu phố",
    "Tiểu khu",
    "Khu dân cư",
    USUAL_KIND,
    "Bản",
    "Buôn",
    "Làng",
    "Ấp",
    "Xóm",
    "Khóm",
)


_QUARTERS = frozenset({"tổ dân phố", "khu phố", "tiểu khu", "khu dân cư", "khóm"})


def is_quarter(kind: str) -> bool:
    """Tell whether a kind is a tổ dân phố by the law, whatever it is called there: a part of a town."""
    return kind.casefold() in _QUARTERS


def kind_of(said: str) -> str | None:
    """Return the kind that a name begins with ("TỔ DÂN PHỐ 3" → "Tổ dân phố"); None without one.

    Args:
        said: a name in composed Unicode, without spaces before it.
    """
    lower = said.casefold()
    return next((kind for kind in KINDS if lower.startswith(f"{kind.casefold()} ")), None)


def head_of(kind: str) -> str:
    """Return the word for the head of a unit: ``Trưởng thôn``, of a tổ dân phố ``Tổ trưởng tổ dân phố``."""
    lower = kind.lower()
    return f"Tổ trưởng {lower}" if lower.startswith("tổ") else f"Trưởng {lower}"
