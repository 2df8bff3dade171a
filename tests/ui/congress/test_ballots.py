"""Ballots of a congress in the window: tried in the type that is printed, and replaced where spoilt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from sqlalchemy import select

from desktop.models.counting import BallotStock
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from desktop.services.congress.views import congresses
from desktop.services.office.workplace import VIET_NAM
from desktop.ui.congress.page import CongressPage
from desktop.ui.congress.post.ballot_questions import BallotsQuestion, ReprintQuestion, TrialQuestion
from tests.offices import congress_example
from tests.offices.register_window import CONTROL, Window


@pytest.fixture(scope="module")
def listed_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi-phieu") / "xa"
    made = congress_example.make_branch(folder, 7)
    branch = replace(made, opens=datetime(2024, 11, 24, 7, 30, tzinfo=VIET_NAM))
    code = congress_example.planned(branch, held_on=date(2024, 11, 24))
    congress_example.called(branch, code)
    congress_example.bodies_chosen(branch, code, congress_example.NAMES[4:5])
    congress_example.listed(branch, code, "secretary", congress_example.NAMES[0])
    branch.place.database.close()
    return folder


def agree(window: Window, dialog: QDialog) -> None:
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)


def save(window: Window, path: Path) -> None:
    """Let a paper go to a file."""
    agree(window, window.dialog())
    window.type_path(path)
    window.qtbot.waitUntil(path.exists)
    window.settle()


def papers(window: Window) -> list[tuple[str, str]]:
    with reading(window.workplace.database) as session:
        return [(paper.form, paper.role) for paper in session.scalars(select(Paper).order_by(Paper.id))]


def test_a_trial_is_in_large_print_too_and_a_spoilt_ballot_is_replaced_while_people_vote(
    open_window: Callable[[Path], Window], listed_branch: Path, tmp_path: Path
) -> None:
    window = open_window(listed_branch)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    shown.open_with((congresses(window.workplace)[0].code, "secretary"))
    window.settle()
    shown.congress.post.buttons["trial"].click()
    trial = window.dialog()
    assert isinstance(trial, TrialQuestion)
    trial.large.setChecked(True)
    agree(window, trial)
    save(window, tmp_path / "thu.pdf")
    shown.primary()
    ballots = window.dialog()
    assert isinstance(ballots, BallotsQuestion)
    ballots.large.setChecked(True)
    agree(window, ballots)
    save(window, tmp_path / "phieu.pdf")
    # The printer had no paper: the very same ballots once more, and the stock stays as it was.
    shown.congress.post.buttons["again"].click()
    save(window, tmp_path / "gui-lai.pdf")
    assert (tmp_path / "gui-lai.pdf").read_bytes() == (tmp_path / "phieu.pdf").read_bytes()
    shown.primary()
    window.settle()
    assert shown.congress.post.is_counting()
    shown.congress.post.spoilt.click()
    spoilt = window.dialog()
    assert isinstance(spoilt, ReprintQuestion)
    spoilt.copies.set_value(1)
    spoilt.reason.set_value("đổ nước lên phiếu")
    agree(window, spoilt)
    save(window, tmp_path / "phieu-thay.pdf")
    large = "congress-ballot-large"
    assert papers(window) == [(large, "trial"), (large, "ballot"), (large, "ballot")]
    with reading(window.workplace.database) as session:
        stock = session.scalars(select(BallotStock)).one()
        assert (stock.printed, stock.replaced) == (8, 1)
