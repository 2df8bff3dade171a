"""Facts that are valid by default, to be changed in one place by a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Document = dict[str, Any]
Decide = Callable[[Document], Document]

PROVINCE = """
over = "nd59-2023"
title = "Quyết định của tỉnh"
issuer = "Ủy ban nhân dân tỉnh"
number = "12/2024/QĐ-UBND"
dated = 2024-03-01
in_force_from = 2024-04-01

[[clause]]
key = "term"
value = 5
unit = "years"
article = "Quyết định 12/2024/QĐ-UBND, Điều 3"
explanation = "Nhiệm kỳ 5 năm."
checked = "read"
"""
"""A province's decision that fixes the term of heads at five years from April 2024, laid over nd59-2023."""


def hamlet(votes: tuple[int | None, ...] = (61, 37), names: tuple[str, ...] = (), **changes: Any) -> Document:
    """A hamlet of 120 households: 100 came, 100 ballots issued and returned, 98 valid."""
    document: Document = {
        "statute": "nd59-2023",
        "contest": "hamlet_head",
        "seats": 1,
        "vote": "first",
        "attempt": 1,
        "ballot": "strike",
        "electorate": 120,
        "present": 100,
        "issued": 100,
        "returned": 100,
        "valid": 98,
        "invalid": 2,
        "printed": 126,
        "unused": 26,
    }
    return _changed(document, votes, names, changes)


def all_valid(votes: tuple[int, ...], *, present: int, **changes: Any) -> Document:
    """A hamlet where everybody who came cast a valid ballot; nothing is said of the printed ones."""
    cast: Document = {"present": present, "issued": present, "returned": present, "valid": present}
    return hamlet(votes, **cast, invalid=0, printed=None, unused=None, **changes)


def congress(votes: tuple[int | None, ...], names: tuple[str, ...] = (), **changes: Any) -> Document:
    """A branch of 30 convened members: 26 came, 2 excused, 26 valid ballots for 3 seats."""
    document: Document = {
        "statute": "qd190-2024",
        "contest": "branch_congress",
        "post": "committee",
        "seats": 3,
        "vote": "first",
        "attempt": 1,
        "ballot": "strike",
        "convened": 30,
        "excused": 2,
        "present": 26,
        "issued": 26,
        "returned": 26,
        "valid": 26,
        "invalid": 0,
    }
    return _changed(document, votes, names, changes)


def _changed(
    document: Document, votes: tuple[int | None, ...], names: tuple[str, ...], changes: Document
) -> Document:
    names = names or ("Lò Thị Ơn", "Giàng A Chớ", "Tằng Văn Bình", "Chìu A Dũng", "Phùn Thị Mỹ")
    document["candidates"] = [
        {"name": name} if vote is None else {"name": name, "votes": vote}
        for name, vote in zip(names, votes, strict=False)
    ]
    for key, value in changes.items():
        if value is None:
            document.pop(key, None)
        else:
            document[key] = value
    return document


def codes(outcome: Document) -> list[str]:
    """The codes of an outcome's problems, notices left out."""
    return [problem["code"] for problem in outcome["problems"] if not problem["code"].startswith("N")]
