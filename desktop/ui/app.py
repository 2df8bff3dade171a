"""The Qt application: face, look, and the one window."""

from __future__ import annotations

import os
import sys

import fontpkg_be_vietnam_pro
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from desktop.errors import RequestRefused
from desktop.resources import resource
from desktop.ui import style
from desktop.ui.desk import Desk
from desktop.ui.frame import Frame
from desktop.wording import refusal_sentence

_WINDOW = (1366, 768)


def open_window(desk: Desk) -> int:
    """Open the window at a desk and return the exit code once it is closed; 1 without a display."""
    if not has_display():
        sys.stderr.write(refusal_sentence(RequestRefused("window.no_display")) + "\n")
        return 1
    application = make_application()
    frame = Frame(desk)
    room = frame.screen().availableGeometry()
    frame.resize(min(_WINDOW[0], room.width()), min(_WINDOW[1], room.height()))
    if room.width() <= _WINDOW[0]:
        frame.showMaximized()
    else:
        frame.show()
    return application.exec()


def has_display() -> bool:
    """Return whether there is anything to open a window on; without it Qt would end the process."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def make_application() -> QApplication:
    """Return the application dressed in the look; the same one when it is asked for again."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    application = QApplication(sys.argv[:1])
    application.setApplicationName("hom-phieu")
    application.setStyle("Fusion")
    for weight in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(
            str(fontpkg_be_vietnam_pro.ROOT / "files" / f"BeVietnamPro-{weight}.ttf")
        )
    application.setFont(style.base_font())
    application.setPalette(style.palette())
    application.setStyleSheet(style.style_sheet())
    application.setWindowIcon(QIcon(str(resource("icons", "hom-phieu.png"))))
    return application
