"""Of whom a share is taken, in the words of sentences and of tables."""

from __future__ import annotations

from desktop.rules.base import base_kind
from desktop.wording import words


def base_noun(name: str, vote: str = "first") -> str:
    """Say in Vietnamese of whom a base is made, by its name in the outcome: ``đại diện hộ gia đình``.

    Of slips it is made of the households themselves, which nobody represents.
    """
    return words("base.reached" if vote == "hand_out" else f"base.{base_kind(name)}")


def base_few(name: str) -> str:
    """Say in one or two words of whom a base is made, for a table's cell: ``hộ``, ``cử tri``."""
    return words(f"base.few.{base_kind(name)}")
