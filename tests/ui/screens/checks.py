"""Scenes set only to see whether everything in them has room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.errors import RequestRefused
from desktop.ui.frame.frame import Frame
from desktop.ui.start_window import StartWindow
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.field import Field
from desktop.wording import refusal_sentence
from tests.offices.waiting import pause
from tests.ui.screens.plain_words import codes_said
from tests.ui.screens.room import faults
from tests.ui.screens.studio import LOW_SCREEN, PERCENTS, TEXT_SIZES, Studio

LONGEST = RequestRefused(
    "import.sheets", where="Danh sách hộ Nà Ếch sửa lần 3.xlsx", sheets="Chợ, Pò Đán, Mó Túc"
)

_MOST_LOOKS = 8
_PASSES = 3  # of layouts, each of which asks those around it for room


@dataclass(frozen=True, slots=True)
class Found:
    """What has no room, in which scene, on which screen, in which size of text."""

    scene: str
    percent: int
    points: float
    fault: str

    def __str__(self) -> str:
        return f"{self.scene} at {self.percent} % and {self.points:g} pt: {self.fault}"


class Checks(Studio):
    """Looks at each scene on the low screen at each scale, in each size of text.

    A scale of 150 % leaves a window two thirds of the pixels that it lays itself out in; a window of that
    size stands for it, so that one process sees all nine.

    Attributes:
        found: what has no room.
        coded: codes in what scenes say, each with its scene and sentence.
        seen: classes of pages, views and dialogs that were looked at.
    """

    text_sizes = TEXT_SIZES
    pause = 15

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.coded: list[str] = []
        self.seen: set[str] = set()

    def room(self) -> tuple[int, int]:
        """Return the low screen at 100 %."""
        return LOW_SCREEN

    def place(self, window: QWidget) -> None:
        """Open a window that lays itself out and draws nothing: only where everything stands is looked at."""
        window.setUpdatesEnabled(False)
        super().place(window)

    def keep(self, window: QWidget, name: str, *, low: bool = True) -> None:
        """Look at a window at each scale, with the longest message in its strip."""
        del low
        told = isinstance(window, Frame | StartWindow) and not window.message_bar.isVisible()
        if told and isinstance(window, Frame | StartWindow):
            window.message_bar.tell_refusal(LONGEST)
        for percent in PERCENTS:
            screen = QSize(LOW_SCREEN[0] * 100 // percent, LOW_SCREEN[1] * 100 // percent)
            window.resize(screen)
            self._note(name, percent, self._at_rest(window, screen))
            for dialog in window.findChildren(Question):
                if dialog.isVisible():
                    self._with_message(dialog, window, name, percent)
        self.coded += [f"{name}: {code}" for code in codes_said(window)]
        if told and isinstance(window, Frame | StartWindow):
            window.message_bar.dismiss()
        self.seen |= {
            type(part).__name__ for part in [window, *window.findChildren(QWidget)] if part.isVisible()
        }
        self.seen |= {
            type(top).__name__ for top in QApplication.topLevelWidgets() if isinstance(top, QDialog)
        }
        window.resize(*LOW_SCREEN)

    def _with_message(self, dialog: Question, window: QWidget, name: str, percent: int) -> None:
        """Look again with the longest message in a dialog, and under its first field."""
        fields = [field for field in dialog.findChildren(Field) if field.isVisible()]
        for field in fields[:1]:
            field.set_problem(refusal_sentence(LONGEST))
        dialog.say(refusal_sentence(LONGEST), "wrong", LONGEST.code)
        found = self._at_rest(window, window.size())
        self._note(f"{name}, báo lỗi", percent, found)
        dialog.say("")
        for field in fields[:1]:
            field.set_problem(None)

    def _note(self, name: str, percent: int, found: list[str]) -> None:
        self.found += [Found(name, percent, style.text_points(), fault) for fault in found]

    def _at_rest(self, window: QWidget, screen: QSize) -> list[str]:
        # Words that wrap ask for their height a moment after they got their width, their holder after that.
        found: list[str] = []
        for looked in range(_MOST_LOOKS):
            for _ in range(_PASSES):
                QApplication.processEvents()
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            if looked:
                pause(self.pause)
            found = faults(window, screen)
            if not found:
                break
        return list(dict.fromkeys(found))
