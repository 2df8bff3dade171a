from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from desktop.errors import StatuteRefused
from desktop.rules.library import Library
from desktop.rules.statute import Clause, Statute, overlaid, read_statute, thawed
from tests.rules.conftest import STATUTES
from tests.rules.examples import PROVINCE

HEADER = """
id = "x"
title = "t"
issuer = "i"
number = "n"
dated = 2020-01-01
in_force_from = 2020-01-01
kind = "hamlet_head"
"""
CLAUSE = """
[[clause]]
key = "quorum"
value = "1/2"
unit = "electorate"
comparison = "more_than"
article = "Điều 1"
explanation = "Một câu."
checked = "read"
"""


def read(text: str) -> object:
    return read_statute(text.encode(), "x.toml")


def test_four_statutes_ship_and_each_clause_says_where_it_stands(library: Library) -> None:
    assert {statute.id for statute in library} == {"nqlt09-2008", "nd59-2023", "qd244-2014", "qd190-2024"}
    for statute in library:
        for clause in statute.clauses:
            assert clause.article
            assert clause.explanation.endswith(".")


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("hamlet_head", date(2023, 6, 30), "nqlt09-2008"),
        ("hamlet_head", date(2023, 7, 1), "nd59-2023"),
        ("hamlet_head", date(2024, 12, 8), "nd59-2023"),
        ("branch_congress", date(2024, 10, 9), "qd244-2014"),
        ("branch_congress", date(2024, 10, 10), "qd190-2024"),
    ],
)
def test_the_statute_of_an_election_is_the_one_in_force_on_its_day(
    library: Library, kind: str, day: date, expected: str
) -> None:
    assert library.in_force(kind, day).id == expected


def test_no_statute_was_in_force_before_the_first(library: Library) -> None:
    with pytest.raises(StatuteRefused) as caught:
        library.in_force("hamlet_head", date(2008, 4, 30))
    assert caught.value.context["reason"] == "none_in_force"


def test_a_later_text_changes_a_clause_from_its_own_day(library: Library) -> None:
    statute = library.get("qd190-2024")
    assert statute is not None
    assert statute.as_of(date(2025, 6, 30)).clause("term").value == Fraction(5, 2)
    assert statute.as_of(date(2025, 7, 1)).clause("term").value == 5
    assert statute.clause("term").value == Fraction(5, 2)


@pytest.mark.parametrize(
    "text",
    [
        HEADER + CLAUSE.replace('"1/2"', "0.5"),
        HEADER + CLAUSE.replace('article = "Điều 1"', ""),
        HEADER + CLAUSE.replace('article = "Điều 1"', 'article = " "'),
        HEADER + CLAUSE + "colour = 3",
        HEADER + "colour = 3\n" + CLAUSE,
        HEADER + CLAUSE + CLAUSE,
        HEADER + CLAUSE + "in_force_from = 2019-12-31",
        HEADER + "in_force_to = 2023-06-30\n" + CLAUSE + "in_force_from = 2023-07-01",
        HEADER,
        HEADER.replace("in_force_from = 2020-01-01", "in_force_from = 2020-01-01\nin_force_to = 2019-12-31")
        + CLAUSE,
        HEADER.replace("2020-01-01\nkind", "2020-01-01T00:00:00\nkind") + CLAUSE,
        HEADER.replace("hamlet_head", "mayor") + CLAUSE,
        HEADER + CLAUSE.replace("more_than", "about"),
        HEADER + CLAUSE.replace('"read"', '"maybe"'),
        HEADER + CLAUSE.replace('"1/2"', '"half"'),
        HEADER + CLAUSE.replace('"1/2"', "true"),
        HEADER + CLAUSE.replace('"1/2"', "2024-01-01").replace('comparison = "more_than"', ""),
        HEADER + CLAUSE.replace('"1/2"', '" "').replace('comparison = "more_than"', ""),
        HEADER + CLAUSE.replace('"1/2"', "[]").replace('comparison = "more_than"', ""),
        HEADER + "clause = 3",
        HEADER + 'clause = ["quorum"]',
        "[[",
    ],
)
def test_a_file_that_is_no_statute_is_refused(text: str) -> None:
    with pytest.raises(StatuteRefused):
        read(text)


def test_everything_that_a_file_says_is_read() -> None:
    day = date(2020, 1, 1)
    clause = Clause("quorum", Fraction(1, 2), "electorate", "more_than", "Điều 1", "Một câu.", "read", None)
    assert read(HEADER + CLAUSE) == Statute(
        "x", "t", "i", "n", day, day, None, "hamlet_head", (clause,), files=()
    )


def test_a_statute_may_be_in_force_for_a_single_day() -> None:
    statute = read_statute((HEADER + "in_force_to = 2020-01-01\n" + CLAUSE).encode())
    assert [statute.in_force_on(date(2020, 1, day)) for day in (1, 2)] == [True, False]


@pytest.mark.parametrize(
    ("value", "words"),
    [('"strike"', ("strike",)), ('["hands", "strike"]', ("hands", "strike")), ("5", ("5",))],
)
def test_a_clause_of_words_is_a_list_however_many_there_are(value: str, words: tuple[str, ...]) -> None:
    clause = CLAUSE.replace('"1/2"', value).replace('comparison = "more_than"', "")
    assert read_statute((HEADER + clause).encode()).clause("quorum").words() == words


def test_two_statutes_of_a_kind_cannot_be_in_force_on_one_day() -> None:
    one = read_statute((HEADER + CLAUSE).encode())
    other = read_statute((HEADER.replace('"x"', '"y"') + CLAUSE).encode())
    with pytest.raises(StatuteRefused) as caught:
        Library([one, other])
    assert caught.value.context["reason"] == "overlap"


@pytest.mark.parametrize(("ends", "overlap"), [("2022-12-31", False), ("2023-01-01", True)])
def test_a_statute_gives_way_on_the_day_after_its_last(ends: str, *, overlap: bool) -> None:
    earlier = read_statute((HEADER + f"in_force_to = {ends}\n" + CLAUSE).encode())
    begins = HEADER.replace('"x"', '"y"').replace("in_force_from = 2020", "in_force_from = 2023")
    later = read_statute((begins + CLAUSE).encode())
    for both in ([earlier, later], [later, earlier]):
        if overlap:
            with pytest.raises(StatuteRefused):
                Library(both)
        else:
            assert Library(both).in_force("hamlet_head", date(2023, 1, 1)) == later


def test_an_office_lays_its_own_file_over_a_shipped_statute() -> None:
    statute = read_statute((STATUTES / "nd59-2023.toml").read_bytes())
    laid = overlaid(statute, PROVINCE.encode())
    assert laid.as_of(date(2024, 4, 1)).clause("term").value == 5
    assert laid.as_of(date(2024, 3, 31)).clause("term").value == (Fraction(5, 2), 5)
    assert thawed(laid.frozen()) == laid
    dated = overlaid(
        statute, PROVINCE.replace('checked = "read"', 'checked = "read"\nin_force_from = 2024-07-01').encode()
    )
    assert dated.as_of(date(2024, 6, 30)).clause("term").value == (Fraction(5, 2), 5)
    assert dated.as_of(date(2024, 7, 1)).clause("term").value == 5, "a clause may say its own first day"
    assert thawed(statute.frozen()) == statute
    with pytest.raises(StatuteRefused):
        overlaid(statute, PROVINCE.replace("nd59-2023", "other").encode())
    with pytest.raises(StatuteRefused):
        overlaid(statute, PROVINCE.replace('article = "Quyết định 12/2024/QĐ-UBND, Điều 3"', "").encode())


@pytest.mark.parametrize(
    ("base", "more", "least"), [(0, 1, 0), (1, 1, 1), (2, 2, 1), (87, 44, 44), (120, 61, 60)]
)
def test_the_votes_needed_are_told_in_whole_numbers(base: int, more: int, least: int) -> None:
    statute = read_statute((HEADER + CLAUSE).encode())
    assert statute.clauses[0].needed_of(base) == more
    at_least = read_statute((HEADER + CLAUSE.replace("more_than", "at_least")).encode())
    assert at_least.clauses[0].needed_of(base) == least
    if base:
        assert statute.clauses[0].passed_by(more, base)
        assert not statute.clauses[0].passed_by(more - 1, base)
