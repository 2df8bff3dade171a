"""The people who run an election, as a clerk writes them: typed downward, and pasted from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.elections.candidate_views import candidates_view
from desktop.ui.elections.candidates_step import CandidatesStep
from tests.offices.election_office import frame, office
from tests.offices.hands import CTRL, Hands, step_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame
    from tests.offices.election_example import Example

__all__ = ["frame", "office"]


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame, office: Example) -> Hands:
    made = Hands(qtbot, frame)
    frame.open_place("election", (office.code, "candidates"))
    made.settle()
    listed(frame).which.choose(1)
    listed(frame).officials.go_to_role("team_head")
    return made


def listed(frame: Frame) -> CandidatesStep:
    return step_of(frame, CandidatesStep)


def named(office: Example) -> set[tuple[str, str, str]]:
    view = candidates_view(office.workplace, office.code)
    return {(line.role, line.title, line.name) for line in view.officials}


def test_names_are_typed_downward_each_into_the_role_of_its_line(
    hands: Hands, frame: Frame, office: Example
) -> None:
    hands.fill("Bà Lò Thị Thảo", "Ông Vàng Thế Ánh", "Ông Giàng A Chớ", "Ông Nông Văn Ếch", "Bà Hà Thị Ổn")
    assert named(office) == {
        ("team_head", "Bà", "Lò Thị Thảo"),
        ("team_member", "Ông", "Vàng Thế Ánh"),
        ("team_member", "Ông", "Giàng A Chớ"),
        ("counting_head", "Ông", "Nông Văn Ếch"),
        ("counting_member", "Bà", "Hà Thị Ổn"),
    }
    current = listed(frame).officials.current()
    assert (current.role, current.name) == ("counting_member", "")


def posts(office: Example) -> dict[str, str]:
    view = candidates_view(office.workplace, office.code)
    return {line.name: line.post for line in view.officials}


def test_a_post_is_typed_beside_the_name_and_goes_with_it(
    hands: Hands, frame: Frame, office: Example
) -> None:
    hands.fill("Bà Lò Thị Thảo")
    table = listed(frame).officials
    assert table.select(lambda line: line.role == "team_head", 3)
    hands.fill("Trưởng Ban công tác Mặt trận")
    assert posts(office) == {"Lò Thị Thảo": "Trưởng Ban công tác Mặt trận"}
    assert table.select(lambda line: line.role == "team_head", 2)
    hands.fill("Ông Vàng Thế Ánh")
    assert posts(office) == {"Vàng Thế Ánh": ""}


def paste(hands: Hands, text: str) -> None:
    QApplication.clipboard().setText(text)
    hands.press(Qt.Key.Key_V, CTRL)


def test_a_column_of_names_goes_down_the_fixed_roles(hands: Hands, office: Example) -> None:
    paste(hands, "Lò Thị Thảo\nÔng Vàng Thế Ánh\n\nNông Văn Ếch\n")
    assert named(office) == {
        ("team_head", "", "Lò Thị Thảo"),
        ("team_member", "Ông", "Vàng Thế Ánh"),
        ("counting_head", "", "Nông Văn Ếch"),
    }


def test_rows_of_a_list_find_their_roles_and_say_who_found_no_line(
    hands: Hands, frame: Frame, office: Example
) -> None:
    paste(
        hands,
        "TT\tVai trò\tÔng, bà\tHọ và tên\tĐiện thoại\tChức vụ\n"
        "1\tTổ trưởng kiểm phiếu\tÔng\tNông Văn Ếch\t0912000318\tChi hội trưởng Cựu chiến binh\n"
        "2\tTổ trưởng tổ bầu cử\tBà\tLò Thị Thảo\t\n"
        "3\tTổ trưởng tổ bầu cử\tÔng\tVàng Thế Ánh\t\n",
    )
    assert named(office) == {
        ("team_head", "Bà", "Lò Thị Thảo"),
        ("counting_head", "Ông", "Nông Văn Ếch"),
    }
    assert posts(office)["Nông Văn Ếch"] == "Chi hội trưởng Cựu chiến binh"
    assert "1 tên không còn dòng" in frame.message_bar.text()


def test_a_pasted_list_is_taken_back_name_by_name(hands: Hands, office: Example) -> None:
    paste(hands, "Lò Thị Thảo\nVàng Thế Ánh\n")
    hands.press(Qt.Key.Key_Z, CTRL)
    assert [name for _, _, name in named(office)] == ["Lò Thị Thảo"]
    hands.press(Qt.Key.Key_Z, CTRL)
    assert named(office) == set()
