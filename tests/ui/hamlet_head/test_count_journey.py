"""A whole count with the keyboard alone, in the real window: from the first figure to the receipt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.exchange.card import fingerprint
from desktop.models.counting import Entry
from desktop.models.store.session import reading
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.lookup import vote_of
from desktop.services.exchange import cards, intake
from desktop.services.exchange.outbox import outbox
from desktop.services.office import keys
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.explain_dialog import ExplainDialog
from desktop.ui.counting.reasons_dialog import ReasonsDialog
from desktop.ui.exchange.card_dialog import CardDialog
from desktop.ui.exchange.sending_step import SendingStep
from desktop.ui.frame.frame import Frame
from desktop.ui.results.minutes_step import MinutesStep
from desktop.ui.results.recognition_step import RecognitionStep
from tests.offices.commune import DAY, PASSPHRASE, meeting
from tests.offices.count_office import clock, district, frame, new_districts, office, settled_office, sit_down
from tests.offices.hands import ALT, CTRL, Hands, agree, file_named, step_of

__all__ = ["clock", "district", "frame", "new_districts", "office", "settled_office"]

FIRST = ("10", "10", "5", "9", "8", "1", "1", "7")
SECOND = ("10", "10", "5", "9", "8", "1", "2", "7")
TOLD = "Một hộ mang phiếu về, đã ghi sổ"


def test_a_whole_count_from_the_first_figure_to_the_receipt(  # noqa: PLR0915 - one day, told in its order
    frame: Frame, qtbot: QtBot, office: Workplace, clock: TrainingClock, district: Workplace, tmp_path: Path
) -> None:
    hands = Hands(qtbot, frame)
    clock.put(DAY, 7, 0)
    code = meeting(office)
    clock.put(DAY, 10, 30)
    hands.press(Qt.Key.Key_5, CTRL)
    hands.primary()
    hands.press(Qt.Key.Key_Right, ALT)
    step = step_of(frame, CountingStep)

    # The first operator types the paper form from top to bottom.
    hands.primary()
    sit_down(hands, "1357")
    hands.fill(*FIRST)
    hands.primary()
    assert counting_view(office, code).state == "counted_once"

    # The second finds a blank form, and misreads one figure.
    hands.primary()
    sit_down(hands, "2468", below=1)
    assert all(line.typed == "" for line in step.form.rows() if hasattr(line, "typed"))
    hands.fill(*SECOND)
    hands.primary()
    view = counting_view(office, code)
    assert (view.state, view.differing) == ("different", ("candidates[0].votes",))
    assert step.outcome.isHidden()

    # Only the differing field comes back; it is read on the paper and typed anew.
    hands.primary()
    sit_down(hands, "2468", below=1)
    assert [line.field for line in step.comparison.rows() if getattr(line, "to_type", False)] == [
        "candidates[0].votes"
    ]
    hands.type("1")
    hands.primary()
    assert counting_view(office, code).state == "agreed"
    assert not step.outcome.isHidden()

    # One ballot is missing: F8 leads to it, a signed line explains it.
    assert not step.bar.primary_button().isEnabled()
    hands.press(Qt.Key.Key_F8)
    hands.enter()
    assert isinstance(hands.dialog(), ExplainDialog)
    hands.fill(TOLD, "Nông Văn Ếch")
    qtbot.waitUntil(lambda: step.view.findings[0].explanation == TOLD)

    # Invalid ballots by reason.
    while step.findings.current() is None or step.findings.current().target != "reasons":
        hands.press(Qt.Key.Key_F8)
    hands.enter()
    assert isinstance(hands.dialog(), ReasonsDialog)
    reasons = hands.dialog()
    while reasons.table.current().reason != "gạch hết, không bầu ai":
        hands.press(Qt.Key.Key_Down)
    # What is no number keeps the dialog open, and says so.
    hands.press(Qt.Key.Key_F2)
    hands.type("một")
    hands.enter()
    hands.primary()
    assert hands.dialog() is reasons
    assert "phải là số" in reasons.message.text()
    assert reasons.table.current().reason == "gạch hết, không bầu ai"
    hands.press(Qt.Key.Key_F2)
    QTest.keySequence(hands.focus(), QKeySequence.StandardKey.SelectAll)
    hands.type("1")
    hands.enter()
    hands.primary()
    assert [(one.reason, one.count) for one in counting_view(office, code).invalid_reasons] == [
        ("gạch hết, không bầu ai", 1)
    ]

    # The result is made final; its minutes are saved.
    hands.primary()
    with reading(office.database) as session:
        record = record_of(latest_count(session, vote_of(session, code)))
        assert [e.typed["candidates[0].votes"] for e in session.scalars(select(Entry))] == [1, 1]
    assert (record.revision, record.single_operator, record.outcome.elected) == (1, False, ("Lò Thị Ơn",))
    assert [(line.code, line.text, line.by) for line in record.explanations] == [
        ("W203", TOLD, "Nông Văn Ếch")
    ]
    hands.primary()
    step_of(frame, MinutesStep)
    minutes = tmp_path / "bien-ban.pdf"
    hands.when_asked(agree, file_named(minutes))
    hands.press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(minutes.exists)
    hands.settle()
    assert minutes.read_bytes().startswith(b"%PDF")

    # Received on Monday, recognised on Thursday.
    clock.put(date(2024, 12, 12), 9, 0)
    hands.primary()
    recognised = step_of(frame, RecognitionStep)
    hands.fill("09/12/2024")
    hands.press(Qt.Key.Key_F8)
    hands.type("112/QĐ-UBND")
    hands.enter()
    hands.type("12/12/2024")
    hands.enter()
    hands.when_asked(agree)
    hands.primary()
    hands.settle()
    assert recognised.view is not None
    assert recognised.view.state == "recognised"

    # The receiving office's card is trusted, the package sealed, saved, taken in, and its receipt read.
    hands.primary()
    step_of(frame, SendingStep)
    card = cards.own_card(district, keys.unlock(district, PASSPHRASE))
    (tmp_path / "huyen.the").write_bytes(card)
    hands.when_asked(file_named(tmp_path / "huyen.the"))
    hands.primary()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CardDialog))
    hands.settle()
    dialog = hands.dialog()
    assert isinstance(dialog, CardDialog)
    groups = fingerprint(card)
    hands.fill(*(groups[place] for place in dialog.boxes))
    hands.primary()
    [line] = outbox(office).packages
    assert (line.sequence, line.units, line.decisions, line.outcome) == (1, ("Thôn Lục Ngù",), 1, "open")
    stick = tmp_path / "stick"
    stick.mkdir()
    hands.when_asked(file_named(stick))
    hands.primary()
    package = stick / line.file_name
    qtbot.waitUntil(package.exists)
    hands.settle()
    mine = cards.own_card(office, keys.unlock(office, PASSPHRASE))
    cards.trust(district, mine, " ".join(fingerprint(mine)))
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), package.read_bytes())
    assert taken.receipt is not None
    (stick / "bien-nhan.bn").write_bytes(taken.receipt)
    hands.when_asked(file_named(stick / "bien-nhan.bn"))
    hands.primary()
    qtbot.waitUntil(lambda: [one.outcome for one in outbox(office).packages] == ["accepted"])
    hands.settle()
