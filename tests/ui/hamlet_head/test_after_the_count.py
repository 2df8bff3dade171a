"""Minutes, recognition and sending in the real window: refusals in a sentence, nothing typed lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.exchange.card import fingerprint
from desktop.services.counting import counts
from desktop.services.exchange import cards, intake
from desktop.services.exchange.outbox import outbox, seal_campaign
from desktop.services.exchange.stick import package_content, save_package
from desktop.services.office import keys
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions
from desktop.services.results.recognition_view import recognition_view
from desktop.services.results.scans import signed_minutes
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.exchange.card_dialog import CardDialog, check_card
from desktop.ui.exchange.sending_page import SendingPage
from desktop.ui.page.step import Step
from tests.offices.commune import NOBODY, PASSPHRASE, agree, agreed, finalised, traces
from tests.offices.count_office import clock, district, frame, new_districts, office, settled_office
from tests.offices.hands import CTRL, Hands, page_of, step_of
from tests.offices.hands import agree as say_yes

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from desktop.ui.frame.frame import Frame

__all__ = ["clock", "district", "frame", "new_districts", "office", "settled_office"]
Opened = "Callable[[str, str], tuple[Hands, Any]]"


@pytest.fixture(autouse=True)
def _later(clock: TrainingClock) -> None:
    clock.put(date(2024, 12, 12), 9, 0)


@pytest.fixture
def opened(qtbot: QtBot, frame: Frame) -> Callable[[str, str], tuple[Hands, Any]]:
    def open_step(code: str, key: str) -> tuple[Hands, Any]:
        hands = Hands(qtbot, frame)
        frame.open_place("election", (code, key))
        hands.settle()
        step = step_of(frame, Step)
        assert step.key == key
        return hands, step

    return open_step


def said(parent: QWidget) -> str:
    return " ".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())


def headlines(step: Any) -> list[str]:
    return [finding.headline for finding in step.findings.findings()]


def trust_district(office: Workplace, district: Workplace) -> None:
    for teller, reader in ((district, office), (office, district)):
        card = cards.own_card(teller, keys.unlock(teller, PASSPHRASE))
        cards.trust(reader, card, " ".join(fingerprint(card)))


def test_before_the_count_is_final_a_form_for_a_pen_can_be_printed(office: Workplace, opened: Opened) -> None:
    hands, step = opened(agreed(office), "minutes")
    assert headlines(step) == ["Chưa chốt kết quả kiểm phiếu."]
    assert not step.filling.button(0).isEnabled()
    hands.qtbot.waitUntil(lambda: step.paper.page_count() > 0)
    step.filling.choose(2)
    hands.settle()
    assert step.bar.primary_button().text() == "In mẫu"
    assert step.attach.isHidden()


def test_the_minutes_of_a_recount_say_what_they_replace(office: Workplace, opened: Opened) -> None:
    code = finalised(office)
    counts.reopen(office, code, "Cộng lại tờ kiểm phiếu")
    counts.finalise(office, agree(office, code))
    hands, step = opened(code, "minutes")
    hands.qtbot.waitUntil(lambda: step.paper.page_count() > 0)
    assert "Cộng lại tờ kiểm phiếu" in said(step.facts)
    assert headlines(step) == ["Chưa in biên bản lần này.", "Chưa có bản quét biên bản đã ký."]


def test_a_scan_is_kept_and_shown_small(office: Workplace, opened: Opened, tmp_path: Path) -> None:
    code = finalised(office)
    minutes = print_minutes(office, code)
    scan = tmp_path / "bien-ban-da-ky.pdf"
    scan.write_bytes(minutes.content)
    hands, step = opened(code, "minutes")
    step.attach_file(scan)
    hands.settle()
    assert [one.file_name for one in signed_minutes(office, code)] == ["bien-ban-da-ky.pdf"]
    hands.qtbot.waitUntil(lambda: not step.scan.picture.pixmap().isNull())
    assert headlines(step) == []
    assert step.bar.primary_button().text() == "Sang bước Công nhận"


def test_a_file_that_is_no_scan_is_refused_in_a_sentence(
    office: Workplace, opened: Opened, tmp_path: Path
) -> None:
    code = finalised(office)
    file = tmp_path / "bien-ban.pdf"
    file.write_bytes(b"MZ")
    hands, step = opened(code, "minutes")
    before = traces(office)
    step.attach_file(file)
    hands.settle()
    assert "bien-ban.pdf không phải ảnh" in said(hands.frame.message_bar)
    assert traces(office) == before


def test_the_deadline_follows_from_the_day_the_result_came_in(office: Workplace, opened: Opened) -> None:
    hands, step = opened(finalised(office), "recognition")
    hands.fill("09/12/2024")
    assert "chậm nhất 16/12/2024" in said(step.received)
    assert "Còn 4 ngày".lower() in step.received._chip.state.word.lower()


def test_a_day_after_today_is_refused_at_its_field_and_stays_typed(office: Workplace, opened: Opened) -> None:
    code = finalised(office)
    hands, step = opened(code, "recognition")
    hands.fill("13/12/2024")
    assert "sau hôm nay" in step.received.day.problem()
    assert step.received.day.line.text() == "13/12/2024"
    shown = recognition_view(office, code)
    assert shown is not None
    assert shown.received_on is None


def test_the_decision_needs_number_and_day_and_each_is_said_at_its_field(
    office: Workplace, opened: Opened
) -> None:
    code = finalised(office)
    hands, step = opened(code, "recognition")
    hands.primary()
    assert step.decision.number.problem() == "Hãy ghi số quyết định."
    hands.fill("112/QĐ-UBND")
    hands.primary()
    assert step.decision.day.problem() == "Hãy ghi ngày quyết định."
    shown = recognition_view(office, code)
    assert shown is not None
    assert (shown.number, shown.state) == ("112/QĐ-UBND", "finalised")


def test_a_number_that_is_taken_is_refused_and_stays_typed(office: Workplace, opened: Opened) -> None:
    code = finalised(office, NOBODY)
    decisions.order_again(office, code, "12/QĐ-UBND", date(2024, 12, 10), "chưa ai đủ số phiếu")
    hands, step = opened(code, "recognition")
    assert step.bar.primary_button().text() == "Bắt đầu vòng 2"
    hands.primary()
    step_of(hands.frame, CandidatesStep)


def test_nobody_elected_is_ordered_to_be_held_again_with_its_reason(
    office: Workplace, opened: Opened, qtbot: QtBot
) -> None:
    code = finalised(office, NOBODY)
    hands, step = opened(code, "recognition")
    assert step.decision.which.isHidden()
    assert "41,67% của 12" in step.decision.reason.value()
    step.decision.focus("number")
    hands.fill("12/QĐ-UBND", "12/12/2024")
    hands.when_asked(say_yes)
    hands.primary()
    qtbot.waitUntil(lambda: step.view.state == "to_hold_again")
    [made] = step.view.decisions
    assert (made.accepted, made.number) == (False, "12/QĐ-UBND")


def test_a_card_needs_its_groups_and_goes_after_three_wrong_answers(
    office: Workplace, frame: Frame, district: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    card = cards.own_card(district, keys.unlock(district, PASSPHRASE))
    (tmp_path / "huyen.the").write_bytes(card)
    hands = Hands(qtbot, frame)
    frame.open_place("sending")
    hands.settle()
    page = page_of(frame, SendingPage)
    assert headlines(page.view) == ["Chưa có thẻ của cơ quan nhận."]
    check_card(page.context, page, tmp_path / "huyen.the")
    hands.settle()
    dialog = hands.dialog()
    assert isinstance(dialog, CardDialog)
    assert dialog.height() <= 520
    hands.fill("0000", "0000", "0000")
    hands.type("0000")
    for _ in range(2):
        hands.primary()
        assert "không khớp" in said(dialog)
        assert [box.text() for box in dialog.boxes.values()] == ["0000"] * 4
    hands.primary()
    assert "bị bỏ" in said(frame.message_bar)
    assert outbox(office).recipient is None


def test_packages_wait_until_their_receipt_is_back(
    office: Workplace, frame: Frame, district: Workplace, qtbot: QtBot, tmp_path: Path, clock: TrainingClock
) -> None:
    trust_district(office, district)
    finalised(office)
    clock.put(date(2024, 12, 12), 10, 0)
    seal_campaign(office, keys.unlock(office, PASSPHRASE), "2024", "198")
    clock.put(date(2024, 12, 12), 12, 0)
    hands = Hands(qtbot, frame)
    hands.press(Qt.Key.Key_9, CTRL)
    view = page_of(frame, SendingPage).view
    [row] = view.table.rows()
    assert (row.line.outcome, view.filter.button(1).text()) == ("open", "Chờ biên nhận  1")
    assert view.bar.primary_button().text() == "Ghi gói 1 ra USB"
    assert not view.save.isVisible()  # one button for a thing
    view.save_to(row.line, tmp_path / "gone")
    hands.settle()
    assert "gone" in said(frame.message_bar)
    receipt = intake.take_in(
        district, keys.unlock(district, PASSPHRASE), package_content(office, row.line.id)[1]
    ).receipt
    assert receipt is not None
    damaged = tmp_path / "hong.bn"
    damaged.write_bytes(receipt[:-40])
    view.read_receipt(damaged)
    hands.settle()
    assert "Biên nhận bị hỏng" in said(frame.message_bar)
    assert outbox(office).packages[0].outcome == "open"
    (tmp_path / "tot.bn").write_bytes(receipt)
    view.read_receipt(tmp_path / "tot.bn")
    hands.settle()
    assert view.table.rows()[0].line.outcome == "accepted"
    assert view.bar.primary_button().text() == "Nạp biên nhận"
    assert not view.receipt.isVisible()
    assert view.filter.button(3).text() == "Xong  1"


def test_a_package_that_was_written_to_a_stick_is_remembered_when_the_page_is_opened_another_day(
    office: Workplace, frame: Frame, district: Workplace, qtbot: QtBot, tmp_path: Path, clock: TrainingClock
) -> None:
    card = cards.own_card(district, keys.unlock(district, PASSPHRASE))
    cards.trust(office, card, " ".join(fingerprint(card)))
    finalised(office)
    clock.put(date(2024, 12, 12), 10, 0)
    seal_campaign(office, keys.unlock(office, PASSPHRASE), "2024", "198")
    save_package(office, outbox(office).packages[0].id, tmp_path, lambda *_: None)
    clock.put(date(2024, 12, 13), 8, 0)
    hands = Hands(qtbot, frame)
    hands.press(Qt.Key.Key_9, CTRL)
    view = page_of(frame, SendingPage).view
    shown = said(view.package)
    assert "Ghi ra USB" in shown
    assert "12/12/2024" in shown
    assert "Rút USB an toàn" in shown
    assert view.bar.primary_button().text() == "Nạp biên nhận"
    assert view.save.isVisible()  # it can be written once more
