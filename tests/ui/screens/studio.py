"""Where scenes of the window are set: at which sizes of text, on which screens, and what is made of each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.ui.app import dress, make_application
from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from desktop.ui.widgets import style
from tests.offices.desks import COMMUNE
from tests.offices.patience import LONG
from tests.offices.waiting import pause, until_idle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.ui.frame.desk import Desk

    Steps = Sequence[Callable[[Frame], None]]

SCREEN = (1366, 768)
LOW_SCREEN = (1366, 700)
TEXT_SIZES = (10.0, 13.0, 16.0)
PERCENTS = (100, 125, 150)


class Studio(ABC):
    """Opens windows and keeps what they show; a subclass says what keeping means.

    Attributes:
        text_sizes: in which sizes of text each scene is set, in points.
        pause: milliseconds that what is on show is given to come to rest.
    """

    text_sizes: tuple[float, ...] = (style.USUAL_TEXT,)
    pause = 150

    @abstractmethod
    def keep(self, window: QWidget, name: str, *, low: bool = True) -> None:
        """Keep what a window shows; its name in Latin letters, ``low`` where also the low screen matters."""

    @abstractmethod
    def room(self) -> tuple[int, int]:
        """Return the room that a window is opened in, in logical pixels."""

    def wants(self, name: str) -> bool:
        """Tell whether a scene is wanted; all are, usually."""
        return bool(name)

    def each_text_size(self) -> Iterator[float]:
        """Dress the application in each size of text, and in the usual one at the end."""
        for points in self.text_sizes:
            style.set_text_points(points)
            dress(make_application())
            yield points
            let_go()
        style.set_text_points(style.USUAL_TEXT)
        dress(make_application())

    def window(
        self,
        session: Session,
        name: str,
        place: str,
        argument: object = None,
        *,
        steps: Steps = (),
        desk: Desk = COMMUNE,
        low: bool = True,
        pauses: int = 3,
    ) -> None:
        """Open the window of an office, go to a place, take steps, and keep what it then shows.

        Args:
            session: the open office.
            name: of the scene.
            place: of the rail.
            argument: what to show there.
            steps: what is done before, one after the other.
            desk: whose it is.
            low: also on a low screen.
            pauses: how often to wait until nothing is busy; a paper is drawn a moment after it was chosen.
        """
        self.tour(session, [(name, steps)], place, argument, desk=desk, low=low, pauses=pauses)

    def tour(
        self,
        session: Session,
        stops: Sequence[tuple[str, Steps]],
        place: str,
        argument: object = None,
        *,
        desk: Desk = COMMUNE,
        low: bool = True,
        pauses: int = 3,
    ) -> None:
        """Open a window and go on in it from scene to scene, each with the steps that lead there.

        Dialogs of a scene are closed before the next. Where a scene isn't wanted, its steps are taken all the
        same while a later one is. The other arguments are those of ``window``.
        """
        wanted = [number for number, (name, _) in enumerate(stops) if self.wants(name)]
        if not wanted:
            return
        for _ in self.each_text_size():
            runner = Runner()
            frame = Frame(desk, Context(session, runner), first=(place, argument))
            self.place(frame)
            self.settle(runner, pauses)
            for name, steps in stops[: wanted[-1] + 1]:
                for step in steps:
                    step(frame)
                    self.settle(runner, pauses)
                self.keep(frame, name, low=low)
                for standing in frame.findChildren(QDialog):
                    standing.close()
            frame.close()
            runner.close()
            QCoreApplication.processEvents()  # what came back last still finds its page
            frame.deleteLater()

    def place(self, window: QWidget) -> None:
        """Put a window at the corner of the screen, as large as the room."""
        window.setGeometry(0, 0, *self.room())
        window.show()
        window.activateWindow()

    def settle(self, runner: Runner, pauses: int = 1) -> None:
        """Wait until nothing is busy, so many times in a row."""
        for _ in range(pauses):
            pause(self.pause)
            until_idle(runner, LONG)


def let_go() -> None:
    """Let windows that were closed go: they would be dressed anew with every change of the look."""
    for window in QApplication.topLevelWidgets():
        if window.parent() is None and not window.isVisible() and window.windowType() == Qt.WindowType.Window:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest(runner: Runner) -> None:
    """Wait until nothing is busy, in the middle of a step."""
    for _ in range(2):
        pause(30)
        until_idle(runner, LONG)
