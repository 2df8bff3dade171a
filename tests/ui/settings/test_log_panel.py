"""The log in the settings: read when it is looked at, filtered, checked, and saved as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop.models.audit import head
from desktop.models.store.session import reading, writing
from desktop.services.office.operators import register_operator
from desktop.ui.settings.log_panel import LogPanel
from desktop.ui.widgets import style
from desktop.wording import known_codes, words
from tests.printing.pages import one_line
from tests.ui.settings.test_settings_page import Shown


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    made = Shown(tmp_path / "office", qtbot)
    register_operator(made.place, "Tằng Văn Bình", "1357")
    made.show("log")
    made.settle()
    yield made
    made.runner.finish()
    made.window.close()
    made.place.database.close()


def panel_of(shown: Shown) -> LogPanel:
    panel = shown.page.panel()
    assert isinstance(panel, LogPanel)
    return panel


def look_for(panel: LogPanel, subject: str) -> None:
    panel.subject.combo.setCurrentText(subject)
    panel.subject.commit()


def test_the_log_is_read_when_it_comes_and_filtered_by_subject(shown: Shown) -> None:
    panel = panel_of(shown)
    assert panel.table.rows()[0].action == "Thêm người nhập"
    assert panel.facts.text() == f"{len(panel.table.rows())} dòng"
    look_for(panel, "Kiểm phiếu")
    shown.settle()
    assert panel.table.rows() == ()
    assert panel.facts.text() == "Không có dòng nào khớp."


def test_days_the_wrong_way_round_are_said_rather_than_an_empty_log(shown: Shown) -> None:
    panel = panel_of(shown)
    for field, typed in ((panel.since, "28/06/2026"), (panel.until, "01/06/2026")):
        field.line.setText(typed)
        field.commit()
    shown.settle()
    assert panel.until.problem() == "Ngày này trước ô Từ ngày."
    panel.since.line.setText("01/05/2026")
    panel.since.commit()
    shown.settle()
    assert panel.until.problem() == ""


def test_the_data_are_checked_at_a_press_and_told_in_a_sentence(shown: Shown, qtbot: QtBot) -> None:
    panel = panel_of(shown)
    with qtbot.waitSignal(panel.context.told) as told:
        panel.check.click()
    assert told.args is not None
    entries = panel.table.rows()[0].sequence
    assert str(told.args[0]).startswith(f"Dữ liệu còn nguyên như chương trình đã ghi: nhật ký {entries} dòng")
    assert panel.said.text() == ""


def test_what_was_changed_by_hand_is_named_over_the_log_with_what_to_do(shown: Shown) -> None:
    panel = panel_of(shown)
    with writing(shown.place.database) as session:
        session.execute(text("UPDATE operators SET name = 'Người khác'"))
    panel.check.click()
    shown.settle()
    assert panel.said.text().startswith("Tên người nhập số liệu (Người khác) đã bị sửa ngoài chương trình")
    assert "báo người hỗ trợ" in panel.said.text()


def test_what_to_do_about_a_finding_is_in_sight_on_a_low_screen(shown: Shown) -> None:
    panel = panel_of(shown)
    shown.page.resize(640, 320)
    with writing(shown.place.database) as session:
        session.execute(text("UPDATE operators SET name = 'Người khác'"))
    panel.check.click()
    shown.settle()
    assert panel.said.visibleRegion().boundingRect() == panel.said.rect()


def test_rows_are_seen_as_soon_as_the_log_comes_on_a_low_screen(shown: Shown, qtbot: QtBot) -> None:
    panel = panel_of(shown)
    shown.show("office")
    shown.window.resize(640, 440)
    shown.show("log")
    least = panel.table.horizontalHeader().height() + panel.table.rowHeight(0)
    qtbot.waitUntil(lambda: panel.table.visibleRegion().boundingRect().height() >= least)


def test_the_longest_thing_that_can_be_done_is_read_whole(shown: Shown) -> None:
    table = panel_of(shown).table
    shown.page.resize(1366 - style.size("rail_width"), 700)
    shown.settle()
    metrics = QFontMetricsF(style.font("body", "medium"))
    done = [words(code) for code in known_codes() if code.startswith("log.") and ".field" not in code]
    assert max(map(metrics.horizontalAdvance, done)) <= table.columnWidth(2) - 16


def test_the_foot_of_minutes_is_compared_with_the_log(shown: Shown, qtbot: QtBot) -> None:
    panel = panel_of(shown)
    panel.on_paper.line.setText("3f0a 9c5d")
    panel.check.click()
    assert panel.on_paper.problem().startswith("“3f0a 9c5d” không phải dấu nhật ký")
    with reading(shown.place.database) as session:
        held = head(session)
    # As somebody reads it from paper: capitals, no spaces.
    panel.on_paper.line.setText(held.hash[:32].upper())
    with qtbot.waitSignal(panel.context.told) as told:
        panel.check.click()
    assert told.args is not None
    # A new office was never closed, nor backed up: the paper's is the one there is.
    assert "1 dấu giữ ở nơi khác đều khớp" in str(told.args[0])
    panel.on_paper.line.setText("0" * 32)
    panel.check.click()
    shown.settle()
    assert "không có trong nhật ký đang mở" in panel.said.text()


def test_what_is_on_show_is_saved_as_a_pdf(shown: Shown, tmp_path: Path) -> None:
    panel = panel_of(shown)
    look_for(panel, "Cơ quan, người nhập")
    shown.settle()
    panel.save(tmp_path / "nhat-ky.pdf")
    shown.settle()
    said = one_line((tmp_path / "nhat-ky.pdf").read_bytes())
    assert "NHẬT KÝ THAO TÁC" in said
    assert "Thêm người nhập" in said
