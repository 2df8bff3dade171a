"""The Qt application: face, look, and the windows from the start of the program to its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_be_vietnam_pro
from PySide6.QtCore import QLocale, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.bootstrap import examples_folder, now, shipped_statutes, usual_folder
from desktop.resources import resource
from desktop.services.office.folder import holds_office
from desktop.ui.frame.collector import Collector, keep_what_is_loaded
from desktop.ui.frame.crash_watch import CrashWatch
from desktop.ui.frame.given_files import FileDrops, GivenFiles
from desktop.ui.frame.one_window import Asked, OneWindow
from desktop.ui.frame.qt_words import QtWords
from desktop.ui.frame.window_memory import WindowMemory, remember, remembered
from desktop.ui.page.runner import Progress, Runner
from desktop.ui.start.surroundings import Surroundings
from desktop.ui.start_window import StartWindow
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.last_folders import remember_folders

if TYPE_CHECKING:
    from desktop.services.today.top_bar import DeskFacts
    from desktop.ui.frame.office_window import OfficeWindow
    from desktop.ui.page.page import Session

_WINDOW = (1366, 768)
_PASSPHRASE_VARIABLE = "HOM_PHIEU_PASSPHRASE"  # noqa: S105 - the variable's name


def open_window(asked: Asked, only: OneWindow) -> int:
    """Open the window and return the exit code once it is closed.

    Args:
        asked: folder of the office (where left out, the one that was open last, else the user's own), and
            the files to open in it.
        only: the letter box through which later starts ask.
    """
    memory = remembered(usual_folder())
    style.set_text_points(memory.text_points)
    application = make_application()
    last = Path(memory.folder) if memory.folder else usual_folder()
    folder = asked.data or (last if holds_office(last) else usual_folder())
    desktop = Desktop(surroundings(folder), memory)
    watch = CrashWatch(usual_folder(), lambda: desktop.window)
    watch.begin()
    desktop.ready.connect(watch.tell_last)
    desktop.ready.connect(keep_what_is_loaded)
    only.asked.connect(desktop.take)
    only.listen()
    desktop.begin()
    desktop.open_files(asked.files)
    code = application.exec()
    desktop.end()
    watch.end()
    only.close()
    return code


def tell_silent() -> int:
    """Say that the window that is open doesn't answer, and return the exit code."""
    style.set_text_points(remembered(usual_folder()).text_points)
    application = make_application()
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly ever needed

    QMessageBox.warning(
        None,
        application.tr("Hòm Phiếu"),
        application.tr(
            "Hòm Phiếu đang mở mà chưa trả lời, nên không mở thêm cửa sổ thứ hai.\n\nHãy đợi một phút rồi mở "
            "lại. Nếu vẫn vậy thì kết thúc Hòm Phiếu trong Trình quản lý tác vụ (Ctrl+Shift+Esc) rồi mở lại; "
            "mọi ô đã rời đều đã được ghi."
        ),
    )
    return 1


def surroundings(folder: Path) -> Surroundings:
    """Return what the shipped program works with around an office's folder."""
    return Surroundings(
        folder=folder,
        home=usual_folder(),
        example=examples_folder(),
        units=resource("units", "units.csv"),
        samples=resource("samples"),
        statutes=shipped_statutes,
        clock=now,
        passphrase=os.environ.get(_PASSPHRASE_VARIABLE),
    )


class Desktop(QObject):
    """The program as it runs: first the start window, then the window of the office.

    ``ready`` once an office is on show where one was.

    Args:
        surroundings: folders, shipped files, law and clock.
        memory: what the window remembered.
    """

    ready = Signal()

    def __init__(self, surroundings: Surroundings, memory: WindowMemory) -> None:
        super().__init__()
        self._surroundings = surroundings
        self.memory = memory
        self.runner = Runner()
        self.session: Session | None = None
        self.window: StartWindow | OfficeWindow | None = None
        self._ended = False
        self._given = GivenFiles(lambda: self.window, self)
        self._drops = FileDrops(self.open_files, self)
        remember_folders(memory.folders, self._remember_folders)

    def begin(self) -> None:
        """Open the office, or begin the first start."""
        start = StartWindow(self._surroundings, self.runner)
        start.opened.connect(self._on_opened)
        self._show(start, None)
        # The window is on the screen before the folder is looked at.
        QTimer.singleShot(0, start, start.begin)

    def take(self, asked: Asked) -> None:
        """Come to the front for a later start, and open what it asks for."""
        window = QApplication.activeModalWidget() or self.window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()
            QApplication.alert(window)
        if asked.data is not None and not self._is_open(asked.data):
            self._given.tell(
                self.tr(
                    "Cửa sổ này đang mở dữ liệu khác. Muốn mở {0} thì đóng cửa sổ này rồi mở lại."
                ).format(asked.data)
            )
        elif asked.files:
            self.open_files(asked.files)

    def open_files(self, files: Sequence[Path]) -> None:
        """Open files that a person dropped or opened with the program, once the window can take them."""
        self._given.open(files)

    def end(self) -> None:
        """Finish what is being written, close the database, and remember where one was."""
        self._ended = True
        self.runner.finish()
        remember_folders(self.memory.folders, None)
        if self.session is not None:
            self.session.workplace.database.close()
        remember(self._surroundings.home, self.memory)

    def set_text_points(self, points: float) -> None:
        """Dress the window anew at another size of text."""
        self.memory = replace(self.memory, text_points=points)
        style.set_text_points(points)
        self._load(dressed=False)

    def _on_opened(self, session: Session) -> None:
        from desktop.services.office.occupancy import enter  # noqa: PLC0415 - not before an office is open

        self.session = session
        if not session.workplace.database.tenancy.stands:
            enter(session.workplace)  # an office that was just made
        folder = str(session.workplace.database.folder)
        if folder != self.memory.folder:
            self.memory = replace(self.memory, folder=folder, on_show=())
            self._remember()
        self._load()

    def _load(self, *, dressed: bool = True) -> None:
        session, place = self.session, self.memory.place
        if session is None or self._ended:
            return

        def work(_: Progress) -> DeskFacts:
            # The office's window is loaded here, so that the one on show does not stand still.
            from desktop.services.today.top_bar import desk_facts  # noqa: PLC0415
            from desktop.ui.frame import office_window  # noqa: F401, PLC0415
            from desktop.ui.frame.pages import page_of  # noqa: PLC0415

            page_of(place or "today")
            return desk_facts(session.workplace)

        self.runner.run(work, lambda facts: self._open_office(session, facts, dressed=dressed))

    def _open_office(self, session: Session, facts: DeskFacts, *, dressed: bool) -> None:
        if self.runner.is_busy():
            # The window on show waits for something, which would find it gone: that first.
            self._load(dressed=dressed)
            return
        from desktop.ui.frame.office_window import OfficeWindow  # noqa: PLC0415
        from desktop.ui.page.page import Context  # noqa: PLC0415

        before, self.window = self.window, None
        geometry = before.geometry() if before is not None else None
        if before is not None:
            # Gone before the style sheet changes: it would be laid over every widget there is.
            before.hide()
            delete(before)
        if not dressed:
            dress(QApplication.instance())
        context = Context(session, self.runner, self)
        context.text_size_chosen.connect(self.set_text_points)
        place, on_show = self.memory.place, self.memory.on_show
        window = OfficeWindow(
            context, facts, self._remember_place, (place, on_show or None) if place is not None else None
        )
        self._show(window, geometry)
        if session.notice:
            context.told.emit(session.notice, "attention")
        self.ready.emit()

    def _remember_place(self, key: str, on_show: tuple[str, ...]) -> None:
        if (key, on_show) != (self.memory.place, self.memory.on_show):
            self.memory = replace(self.memory, place=key, on_show=on_show)
            self._remember()

    def _remember_folders(self, folders: dict[str, str]) -> None:
        self.memory = replace(self.memory, folders=folders)
        self._remember()

    def _remember(self) -> None:
        home, memory = self._surroundings.home, self.memory
        # Written at once: after a crash the next start is where one was.
        self.runner.run(lambda _: remember(home, memory), lambda _: None)

    def _is_open(self, folder: Path) -> bool:
        here = (
            self.session.workplace.database.folder if self.session is not None else self._surroundings.folder
        )
        return folder.resolve() == here.resolve()

    def _show(self, window: StartWindow | OfficeWindow, geometry: QRect | None) -> None:
        self.window = window
        self._drops.watch(window)
        room = window.screen().availableGeometry()
        if geometry is not None:
            window.setGeometry(geometry)
        else:
            window.resize(min(_WINDOW[0], room.width()), min(_WINDOW[1], room.height()))
        if room.width() <= _WINDOW[0] and geometry is None:
            window.showMaximized()
        else:
            window.show()
        window.activateWindow()


def make_application() -> QApplication:
    """Return the application dressed in the look; the same one when it is asked for again."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    application = QApplication(sys.argv[:1])
    Collector(application)
    application.setApplicationName("hom-phieu")
    application.setStyle("Fusion")
    for weight in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(
            str(fontpkg_be_vietnam_pro.ROOT / "files" / f"BeVietnamPro-{weight}.ttf")
        )
    application.installTranslator(QtWords(application))
    application.setWindowIcon(QIcon(str(resource("icons", "hom-phieu.png"))))
    dress(application)
    return application


def dress(application: object) -> None:
    """Give the application face, palette and style sheet at the chosen size of text."""
    if isinstance(application, QApplication):
        application.setFont(style.base_font())
        application.setPalette(style.palette())
        application.setStyleSheet(style.style_sheet())
