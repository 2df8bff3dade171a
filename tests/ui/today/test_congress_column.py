"""The board's column of congresses in the real window: it opens the congress, where one may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.models.store.session import writing
from desktop.services.congress.planning import CongressPlan, plan_congress
from desktop.services.office.sides import Side
from desktop.services.party.branches import make_hamlet_branch
from desktop.services.places.lookup import unit_on
from desktop.services.progress.steps import Step, steps_of
from tests.offices.commune_day import DAY
from tests.offices.congress_example import NAMES, new_member
from tests.ui.today.test_today_page import Opened, held_day, opened, press, settle, went

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace

__all__ = ["held_day", "opened"]

pytestmark = pytest.mark.xdist_group("today-page")
COLUMN = 1 + steps_of().index(Step.CONGRESS)


def plan(workplace: Workplace, hamlet: str) -> str:
    with writing(workplace.database) as session:
        branch = make_hamlet_branch(workplace, session, unit_on(session, hamlet, DAY))
        for number, name in enumerate(NAMES[:7], 1):
            new_member(session, branch, name, probationary=False, number=number)
        session.flush()
        code = branch.code
    held_on = DAY + timedelta(weeks=4)
    return plan_congress(workplace, CongressPlan(code, held_on, held_on, held_on + timedelta(days=900)))


def test_enter_on_the_column_opens_the_congress_of_the_hamlets_branch(
    opened: Callable[..., Opened], held_day: Path, qtbot: QtBot
) -> None:
    _, page, workplace = opened(held_day)
    table = page.board_view.table
    row = table.rows()[3]
    code = plan(workplace, row.hamlet_code)
    page.refresh()
    settle(qtbot, page)
    table.select(lambda each: each.hamlet_code == row.hamlet_code, COLUMN)
    there = went(page)
    press(qtbot, Qt.Key.Key_Return)
    assert there == [("congress", code)]


def test_the_column_is_gone_for_who_does_elections_alone(
    opened: Callable[..., Opened], held_day: Path, qtbot: QtBot
) -> None:
    _, page, workplace = opened(held_day)
    table = page.board_view.table
    assert not table.isColumnHidden(COLUMN)
    plan(workplace, table.rows()[3].hamlet_code)
    page.context.session.workplace = replace(workplace, side=Side.ELECTIONS)
    page.refresh()
    settle(qtbot, page)
    assert table.isColumnHidden(COLUMN)
    table.select(lambda _: True, COLUMN - 1)
    press(qtbot, Qt.Key.Key_Right)
    assert table.step() == Step.SENDING
    assert table.horizontalHeader().length() == table.viewport().width()
