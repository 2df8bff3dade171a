"""Thiết lập, Máy in: a measuring sheet on a real print system, what a ruler said, and what is then kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.bootstrap import usual_folder
from desktop.ui.page.printer_measure import Measured, measured_of
from desktop.ui.settings.printer_panel import PrinterPanel
from tests.offices.start_example import do_primary, press
from tests.ui.settings.test_settings_page import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.cups import PrintSystem


@pytest.fixture
def panel(
    cups: PrintSystem, tmp_path: Path, qtbot: QtBot, qapp: object
) -> Iterator[tuple[Shown, PrinterPanel]]:
    del qapp
    cups.add("Canon-kho")
    cups.add("May-in-xa", usual=True)
    shown = Shown(tmp_path, qtbot)
    shown.show("printer")
    found = shown.page.panel()
    assert isinstance(found, PrinterPanel)
    qtbot.waitUntil(lambda: found.target.value() == "May-in-xa" and not shown.runner.is_busy())
    yield shown, found
    shown.window.close()
    shown.runner.finish()
    shown.place.database.close()


def test_the_sheet_is_printed_and_what_was_measured_is_kept_for_that_printer(
    panel: tuple[Shown, PrinterPanel], cups: PrintSystem, qtbot: QtBot
) -> None:
    shown, found = panel
    told: list[str] = []
    shown.page.context.told.connect(lambda sentence, _: told.append(sentence))
    found.sheet.setFocus()
    qtbot.waitUntil(found.sheet.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: told == ["Đã gửi tờ đo tới máy in May-in-xa."])
    (job,) = cups.printed(1)
    assert job.printer == "May-in-xa"
    found.across.line.setText("99,2")
    found.down.line.setText("98,8")
    do_primary(qtbot)
    shown.settle()
    assert measured_of(usual_folder(), "May-in-xa") == Measured(992, 988)
    assert measured_of(usual_folder(), "Canon-kho") == Measured()


def test_a_printer_that_is_far_off_is_named_and_nothing_is_kept(
    panel: tuple[Shown, PrinterPanel], qtbot: QtBot
) -> None:
    shown, found = panel
    found.across.line.setText("94")
    do_primary(qtbot)
    shown.settle()
    assert "Lệch quá 3 %" in found.found.text()
    found.across.line.setText("chín bốn")
    do_primary(qtbot)
    assert measured_of(usual_folder(), "May-in-xa") == Measured()
