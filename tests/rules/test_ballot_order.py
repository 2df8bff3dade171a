from __future__ import annotations

from itertools import permutations

from desktop.rules.ballot_order import Nominee, ballot_order, shown_births
from desktop.vietnamese.partial_date import PartialDate

HUONG = Nominee("Nình Thị Hương", PartialDate(1980))
THIN = Nominee("Trần Văn Thìn", PartialDate(1975, 3, 2))
OLDER = Nominee("Lý Văn An", PartialDate(1960))
YOUNGER = Nominee("Lý Văn An", PartialDate(1985, 7))
UNKNOWN = Nominee("Lý Văn An", None)
DUNG = Nominee("Đặng Thị Dung", PartialDate(1990))


def test_candidates_stand_by_given_name_then_surname_then_birth_whatever_the_order_of_nomination() -> None:
    expected = [OLDER, YOUNGER, UNKNOWN, DUNG, HUONG, THIN]
    for nominees in permutations(expected):
        assert [nominees[i] for i in ballot_order(nominees)] == expected


def test_only_namesakes_show_their_birth() -> None:
    assert shown_births([OLDER, HUONG, YOUNGER]) == ["1960", None, "07/1985"]
    assert shown_births([OLDER, HUONG]) == [None, None]


def test_names_that_print_alike_show_their_birth() -> None:
    eth, capitals = (Nominee(name, PartialDate(1991)) for name in ("\u00d0ặng Thị Dung", "ĐẶNG THỊ DUNG"))
    assert shown_births([DUNG, HUONG, eth]) == ["1990", None, "1991"]
    assert shown_births([DUNG, HUONG, capitals]) == ["1990", None, "1991"]
