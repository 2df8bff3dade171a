"""A preview is looked at larger and smaller, with keys, wheel and buttons."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QScrollArea

from desktop.ui.page.pdf_view import PdfView
from desktop.ui.page.runner import Runner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier


def a4() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PdfView]:
    runner = Runner()
    window = QMainWindow()
    made = PdfView(runner, window)
    window.setCentralWidget(made)
    window.resize(640, 520)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.show_pdf(a4())
    qtbot.waitUntil(lambda: made.page_count() == 1)
    yield made
    runner.close()


def bars(view: PdfView) -> tuple[int, int]:
    area = view.findChild(QScrollArea)
    return area.horizontalScrollBar().maximum(), area.verticalScrollBar().maximum()


def wheel(view: PdfView, up: bool) -> None:
    area = view.findChild(QScrollArea)
    at = QPointF(area.viewport().rect().center())
    turn = QPoint(0, 120 if up else -120)
    event = QWheelEvent(
        at,
        QPointF(area.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), event)


def test_the_whole_page_is_shown_at_first(view: PdfView) -> None:
    assert bars(view) == (0, 0)
    assert view.zoom() < 0.5


def test_ctrl_plus_and_minus_go_through_sizes_and_ctrl_0_shows_the_whole_page(
    view: PdfView, qtbot: QtBot
) -> None:
    whole = view.zoom()
    qtbot.keyClick(view, Qt.Key.Key_Plus, CTRL)
    qtbot.waitUntil(lambda: view.zoom() == pytest.approx(0.5, abs=0.01))
    qtbot.keyClick(view, Qt.Key.Key_Equal, CTRL)
    qtbot.waitUntil(lambda: view.zoom() == pytest.approx(0.67, abs=0.01))
    for _ in range(9):
        before = view.zoom()
        qtbot.keyClick(view, Qt.Key.Key_Plus, CTRL)
        if before < 2.9:
            qtbot.waitUntil(lambda before=before: view.zoom() > before)
    assert view.zoom() == pytest.approx(3.0, abs=0.01)
    assert min(bars(view)) > 0
    area = view.findChild(QScrollArea)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert area.verticalScrollBar().value() > 0
    assert area.horizontalScrollBar().value() > 0
    qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    qtbot.waitUntil(lambda: view.zoom() == pytest.approx(2.0, abs=0.01))
    qtbot.keyClick(view, Qt.Key.Key_0, CTRL)
    qtbot.waitUntil(lambda: view.zoom() == pytest.approx(whole, abs=0.01))
    qtbot.waitUntil(lambda: bars(view) == (0, 0))


def test_the_wheel_with_ctrl_zooms(view: PdfView, qtbot: QtBot) -> None:
    wheel(view, up=True)
    qtbot.waitUntil(lambda: view.zoom() == pytest.approx(0.5, abs=0.01))
    wheel(view, up=False)
    qtbot.waitUntil(lambda: view.zoom() == pytest.approx(0.33, abs=0.01))


def test_the_width_is_fitted_and_follows_the_window(view: PdfView, qtbot: QtBot) -> None:
    button = next(each for each in view.findChildren(QPushButton) if each.accessibleName() == "Vừa bề ngang")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.zoom() > 0.6)
    assert bars(view)[0] == 0
    assert bars(view)[1] > 0
    assert view.hasFocus()  # the button takes no focus from the page
    narrow = view.zoom()
    view.window().resize(900, 520)
    qtbot.waitUntil(lambda: view.zoom() > narrow + 0.2)
    assert bars(view)[0] == 0


def test_where_there_is_no_page_it_says_when_there_will_be(view: PdfView) -> None:
    empty = view.grab().toImage()
    view.clear()
    bare = view.grab().toImage()
    view.clear("Quyết định hiện ở đây khi đã chốt kết quả.")
    assert view.sheet.accessibleName() == "Quyết định hiện ở đây khi đã chốt kết quả."
    assert view.grab().toImage() not in (empty, bare), "the sentence is drawn"
    assert view.page_count() == 0
