"""Lines that are written into books: of whom, what they lack, a file that is out, mended and taken away."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.services.office.workplace import Workplace
from desktop.services.papers.registers import Register, draw_register
from desktop.services.party.books import (
    Book,
    NewEntry,
    entries,
    give_back,
    withdraw_entry,
    write_entry,
)
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.members import add_member, edit_member
from desktop.services.training.clock import TrainingClock
from tests.printing.pages import texts

DAY = date(2024, 11, 4)
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
CARD = "022079001417"


@pytest.fixture
def branch(place: Workplace) -> str:
    add_hamlet_branches(place)
    return branch_lines(place)[0].code


def test_a_line_is_of_the_one_member_of_the_name_and_shows_three_digits_of_the_card(
    place: Workplace, branch: str
) -> None:
    key = add_member(place, branch, "Vàng Xuân Long")
    edit_member(place, key, "card", CARD)
    edit_member(place, key, "birth", "12/03/1979")
    write_entry(place, Book.CARDS_RECEIVED, branch, NewEntry(DAY, "vàng xuân long", party="Đảng ủy xã"))
    add_member(place, branch, "Chìu Thị Ánh")
    add_member(place, branch, "Chìu Thị Ánh")
    write_entry(place, Book.CARDS_RECEIVED, branch, NewEntry(DAY, "Chìu Thị Ánh"))
    one, other = entries(place, Book.CARDS_RECEIVED, branch, *YEAR)
    assert (one.member, one.name) == (key, "Vàng Xuân Long")
    assert (other.member, other.name) == (None, "Chìu Thị Ánh"), "two bear the name: nobody is guessed"
    printed = " ".join(texts(draw_register(place, Register("cards_received", branch, *YEAR))))
    assert "•••••••••417" in printed
    assert "12/3/1979" in printed
    assert CARD not in printed


@pytest.mark.parametrize(
    ("book", "new", "code"),
    [
        (Book.BADGES, NewEntry(DAY), "entry.name"),
        (Book.RESOLUTIONS, NewEntry(DAY, number="4-NQ"), "entry.subject"),
        (Book.REWARDS, NewEntry(date(2030, 1, 1), subject="Giấy khen"), "entry.day"),
        (Book.FILES_LENT, NewEntry(DAY, "Vàng Xuân Long", until=date(2024, 11, 1)), "entry.until"),
        (Book.RESOLUTIONS, NewEntry(DAY, subject="Kế hoạch", amount=9, out_of=8), "entry.votes"),
    ],
)
def test_a_line_says_what_it_lacks_and_nothing_is_written(
    place: Workplace, branch: str, book: Book, new: NewEntry, code: str
) -> None:
    with pytest.raises(RequestRefused) as refused:
        write_entry(place, book, branch, new)
    assert refused.value.code == code
    assert entries(place, book, None, *YEAR) == ()


def test_a_file_that_is_out_stands_in_the_next_year_too_until_it_is_back(
    place: Workplace, branch: str, clock: TrainingClock
) -> None:
    lent = NewEntry(DAY, "Vàng Xuân Long", party="Nình Thị Cán", until=date(2024, 12, 1))
    key = write_entry(place, Book.FILES_LENT, branch, lent)
    with pytest.raises(RequestRefused, match=r"entry\.until"):
        give_back(place, key, date(2024, 11, 3))
    clock.put(date(2026, 2, 1), 8, 0)
    this, after = (date(2025, 1, 1), date(2025, 12, 31)), (date(2026, 1, 1), date(2026, 12, 31))
    assert [line.id for line in entries(place, Book.FILES_LENT, branch, *this)] == [key]
    give_back(place, key, date(2025, 3, 5))
    assert entries(place, Book.FILES_LENT, branch, *this)[0].back_on == date(2025, 3, 5)
    assert entries(place, Book.FILES_LENT, branch, *after) == ()


def test_a_line_is_written_anew_and_taken_away(place: Workplace, branch: str) -> None:
    key = write_entry(place, Book.RESOLUTIONS, branch, NewEntry(DAY, number="4-NQ/CB", subject="Kế hoạch"))
    better = NewEntry(DAY, number="04-NQ/CB", subject="Kế hoạch quý IV", amount=20, out_of=21)
    assert write_entry(place, Book.RESOLUTIONS, branch, better, key) == key
    (line,) = entries(place, Book.RESOLUTIONS, branch, *YEAR)
    assert (line.number, line.subject, line.amount, line.out_of) == ("04-NQ/CB", "Kế hoạch quý IV", 20, 21)
    withdraw_entry(place, key)
    assert entries(place, Book.RESOLUTIONS, branch, *YEAR) == ()
    with pytest.raises(RequestRefused, match=r"entry\.unknown"):
        withdraw_entry(place, key)


def test_a_reward_without_a_name_is_the_branchs_own(place: Workplace, branch: str) -> None:
    write_entry(place, Book.REWARDS, branch, NewEntry(DAY, subject="Giấy khen", party="Đảng ủy xã"))
    assert "Tập thể chi bộ" in " ".join(texts(draw_register(place, Register("rewards", None, *YEAR))))
