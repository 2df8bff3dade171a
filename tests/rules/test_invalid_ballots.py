"""Why a ballot may be invalid, by the statute's list and the kind of ballot."""

from __future__ import annotations

import pytest

from desktop.rules.invalid_ballots import invalid_clause, invalid_reasons
from desktop.rules.library import Library
from desktop.wording import known_codes

_STRUCK = ("not_issued", "too_many", "nobody_chosen", "not_listed", "marked")


@pytest.mark.parametrize(
    ("name", "ballot", "seats", "candidates", "expected"),
    [
        ("nd59-2023", "strike", 1, 2, _STRUCK),
        # With one name there is nobody to choose among: striking it out is a vote against.
        ("nd59-2023", "strike", 1, 1, ("not_issued", "not_listed", "marked")),
        ("nd59-2023", "agree", 1, 1, ("not_issued", "unmarked", "both_boxes", "not_listed", "marked")),
        ("nd59-2023", "hands", 1, 2, ()),
        # rules.md §3: of several candidates a row with both boxes gives nothing, and the ballot is valid.
        ("qd190-2024", "agree", 1, 1, ("not_issued", "both_boxes", "not_listed", "marked", "several_inks")),
        ("qd190-2024", "agree", 3, 3, ("not_issued", "not_listed", "marked", "several_inks")),
        # On a list with a surplus: too many names, or nobody chosen.
        ("qd190-2024", "strike", 3, 4, (*_STRUCK, "several_inks")),
        ("qd244-2014", "strike", 3, 4, ()),
    ],
)
def test_reasons_are_those_that_the_ballot_can_give(
    library: Library, name: str, ballot: str, seats: int, candidates: int, expected: tuple[str, ...]
) -> None:
    law = library.get(name)
    assert law is not None
    assert invalid_reasons(law, ballot, seats=seats, candidates=candidates) == expected


def test_of_a_hamlet_no_text_was_found_that_lists_them(library: Library) -> None:
    marks = {name: invalid_clause(library.get(name)) for name in ("nd59-2023", "nqlt09-2008", "qd190-2024")}
    assert {name: clause.checked for name, clause in marks.items() if clause} == {
        "nd59-2023": "unread",
        "nqlt09-2008": "unread",
        "qd190-2024": "read",
    }


def test_each_reason_has_words_for_each_ballot(library: Library) -> None:
    for law in library:
        for ballot in ("strike", "agree"):
            for seats, candidates in ((1, 1), (1, 2), (2, 2)):
                reasons = invalid_reasons(law, ballot, seats=seats, candidates=candidates)
                assert {f"invalid.{ballot}.{reason}" for reason in reasons} <= known_codes()
