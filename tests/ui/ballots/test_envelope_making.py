"""Envelopes are made over any widget: the questions, the files, and the word that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services.chain.gates import overrides
from desktop.services.chain.switching import switch_on
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.ui.ballots.envelope_dialog import EnvelopeDialog, EnvelopeResult
from desktop.ui.ballots.envelope_making import EnvelopeMaking
from desktop.ui.page.gate_question import GateQuestion
from tests.offices import commune
from tests.offices.commune import HAMLET, OTHER_HAMLET
from tests.offices.count_office import clock, context, office, settled_office
from tests.offices.hands import agree, file_named, settle, when_asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.ui.page.page import Context

__all__ = ["clock", "context", "office", "settled_office"]


def test_envelopes_are_made_where_they_are_wanted(
    qtbot: QtBot, office: Workplace, context: Context, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[str] = []
    context.told.connect(lambda words, _: told.append(words))
    code, folder = commune.listed(office), tmp_path / "phong-bi"
    folder.mkdir()
    making = EnvelopeMaking(context, parent)
    asked: list[type[QWidget]] = []

    def leave(dialog: QWidget) -> None:
        asked.append(type(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(leave)
    making.make(code)
    settle(qtbot, context.runner)
    assert asked == [EnvelopeDialog]
    assert planning.election(office, code).state == "listed", "who goes back prints nothing"

    when_asked(agree, file_named(folder))
    making.make(code)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Đã làm 1 phong bì")
    assert [path.name for path in folder.iterdir()] == [f"phong-bi-{code}.pdf"]


def through(reason: str) -> Callable[[QWidget], None]:
    """Let a gate through for a reason."""

    def answer(question: QWidget) -> None:
        assert isinstance(question, GateQuestion)
        question.reason.set_value(reason)
        question.name.set_value("Lương Thị Hạnh")
        agree(question)

    return answer


def test_an_envelope_that_a_gate_refuses_is_let_through_where_it_was_refused(
    qtbot: QtBot, office: Workplace, context: Context, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[str] = []
    context.told.connect(lambda words, _: told.append(words))
    code = commune.listed(office)
    chain = switch_on(office, "2024")
    when_asked(agree, file_named(tmp_path), through("văn bản về sau"))
    EnvelopeMaking(context, parent).make(code)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Đã làm 1 phong bì")
    assert [each.reason for each in overrides(office, chain)] == ["văn bản về sau"]
    assert (tmp_path / f"phong-bi-{code}.pdf").is_file()


def test_each_hamlet_that_its_gate_refused_is_let_through_for_a_reason_of_its_own(
    qtbot: QtBot, office: Workplace, context: Context, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[str] = []
    context.told.connect(lambda words, _: told.append(words))
    code = commune.listed(office)
    heads = [commune.row(f"Lò A {number}", birth="1970") for number in range(4)]
    commune.store(office, heads, OTHER_HAMLET)
    other = planning.plan_election(office, commune.plan(hamlet=OTHER_HAMLET)).code
    newcomers = [
        Nomination(name, "1980", newcomer=True, sex="male") for name in ("Bùi Văn Ngọc", "Vàng Xuân Long")
    ]
    list_candidates(office, other, newcomers)
    chain = switch_on(office, "2024")
    asked: list[str] = []

    def all_of_them(dialog: QWidget) -> None:
        assert isinstance(dialog, EnvelopeDialog)
        dialog.which.choose(1)
        agree(dialog)

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, EnvelopeResult)
        asked.append(dialog.yes.text())
        agree(dialog)

    when_asked(
        all_of_them, file_named(tmp_path), read, through("chờ Đảng ủy họp"), through("đã nhất trí miệng")
    )
    EnvelopeMaking(context, parent).make(code)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert asked == ["Cho qua có lý do"]
    assert [(each.hamlet_code, each.reason) for each in overrides(office, chain)] == [
        (HAMLET, "chờ Đảng ủy họp"),
        (OTHER_HAMLET, "đã nhất trí miệng"),
    ]
    assert len(list(tmp_path.glob("phong-bi-*.pdf"))) == 2
