"""Icons stay whole however Qt passes them on."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage

from desktop.ui.widgets.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def drawn(shown: QIcon) -> QImage:
    return shown.pixmap(QSize(24, 24)).toImage()


def test_a_copy_that_qt_makes_for_itself_draws_the_same_after_python_has_tidied_up(
    qapp: QApplication,
) -> None:
    del qapp
    shown = icon("printer", "ink")
    copies = [QIcon(shown) for _ in range(200)]
    for copy in copies:
        copy.setIsMask(True)  # parts it from the one it shares with
    gc.collect()
    assert drawn(shown) != drawn(icon("info", "ink"))
    assert all(drawn(copy) == drawn(shown) for copy in copies)


def test_an_icon_in_another_colour_is_another(qapp: QApplication) -> None:
    del qapp
    assert icon("printer", "ink") is icon("printer", "ink")
    assert drawn(icon("printer", "ink")) != drawn(icon("printer", "accent"))
