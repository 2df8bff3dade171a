"""Who goes from a voting list, written down with the keyboard: while it hangs, frozen, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.services.elections.rolls.posting import Posting, post_roll
from desktop.services.papers.making import make_paper
from desktop.services.people.households import households
from desktop.services.people.record import add_household, edit_household, household
from desktop.ui.elections.roll_step import RollStep
from desktop.ui.page.submitted_question import DayQuestion
from desktop.ui.people.households_page import HouseholdsPage
from desktop.ui.people.member_questions import HeadQuestion
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import Hands, page_of, step_of
from tests.offices.register_window import texts
from tests.printing.pages import one_line

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

HAMLET = "06859-T01"

__all__ = ["frame", "office"]


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


def at_household(hands: Hands, key: int) -> HouseholdsPage:
    """Stand on a household in the register."""
    hands.frame.open_place("households", HAMLET)
    hands.settle()
    page = page_of(hands.frame, HouseholdsPage)
    assert page.table.select(lambda line: line.id == key)
    hands.settle()
    return page


def leaves(hands: Hands, key: int) -> None:
    """Write down that a household lives there no longer, from today on."""
    page = at_household(hands, key)
    page.panel.end.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert isinstance(hands.dialog(), DayQuestion)
    hands.primary()


def dies(hands: Hands, key: int) -> None:
    """Write down that the head of a household died, and nobody follows yet."""
    page = at_household(hands, key)
    page.panel.people.head.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert isinstance(hands.dialog(), HeadQuestion)
    hands.primary()


def take_back(hands: Hands) -> None:
    """Press the way back that the message offers."""
    way = hands.frame.message_bar.way
    hands.qtbot.waitUntil(way.isVisible)
    way.setFocus()
    hands.press(Qt.Key.Key_Space)


def roll(hands: Hands, code: str) -> RollStep:
    hands.frame.open_place("election", (code, "roll"))
    hands.settle()
    return step_of(hands.frame, RollStep)


def removals(office: example.Example) -> str:
    return one_line(make_paper(office.workplace, office.code, "roll-removals", "full").content)


def test_who_moves_while_the_roll_hangs_can_be_taken_back_or_stands_on_the_list_of_removals(
    hands: Hands, office: example.Example
) -> None:
    place, code = office.workplace, office.code
    example.list_two(office)
    line = households(place, HAMLET).lines[7]
    post_roll(place, code, Posting(place.today()))
    leaves(hands, line.id)
    take_back(hands)
    assert household(place, line.id).ends_on is None
    assert "Không có trường hợp nào." in removals(office)
    leaves(hands, line.id)
    step = roll(hands, code)
    assert "thêm 0, bớt 1" in texts(step.panel)
    assert line.head in removals(office)
    assert "Hộ thôi ở thôn từ sau 06/12/2024" in removals(office)
    assert "Tổng cộng đưa ra: 01 (một) hộ." in removals(office)


def test_who_is_counted_twice_is_found_by_f8_and_the_second_household_goes(
    hands: Hands, office: example.Example
) -> None:
    place, code = office.workplace, office.code
    example.list_two(office)
    first = next(line for line in households(place, HAMLET).lines if line.birth)
    second = add_household(place, HAMLET, first.head)
    edit_household(place, second, "birth", first.birth)
    step = roll(hands, code)
    hands.press(Qt.Key.Key_F8)
    assert step.panel.findings.current() is not None
    assert "Một hộ ghi hai lần." in [one.headline for one in step.panel.findings.findings()]
    leaves(hands, second)
    step = roll(hands, code)
    assert "Một hộ ghi hai lần." not in [one.headline for one in step.panel.findings.findings()]
    assert [row.name for row in step.table.rows()].count(first.head) == 1


def test_who_died_after_the_freeze_stays_on_the_roll_and_is_told_until_it_is_taken_back(
    hands: Hands, office: example.Example
) -> None:
    place, code = office.workplace, office.code
    post_roll(place, code, Posting(place.today()))
    example.print_ballots(office)
    line = households(place, HAMLET).lines[7]
    dies(hands, line.id)
    step = roll(hands, code)
    assert "125" in texts(step.panel)
    found = {one.headline: one.sentence for one in step.panel.findings.findings()}
    assert line.head in found["Người trong danh sách đã chết."]
    printed = removals(office)
    assert "Danh sách đã chốt, giữ nguyên số thứ tự và số người; chỉ ghi chú:" in printed
    assert line.head in printed
    page = at_household(hands, line.id)
    page.panel.people.head.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Home)  # still with the household
    hands.primary()
    step = roll(hands, code)
    assert "Người trong danh sách đã chết." not in [one.headline for one in step.panel.findings.findings()]
    assert line.head not in removals(office)
