"""What every page of the window is, what its keys reach, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.errors import Refusal
from desktop.services.office.changes import Kind, collecting
from desktop.ui.page.runner import Failed, Progress, Runner
from desktop.ui.widgets.dialogs.fitted import StandingDialog
from desktop.ui.widgets.focus import first_inside

if TYPE_CHECKING:
    from desktop.services.office.keys import Keys
    from desktop.services.office.workplace import Workplace


@dataclass(slots=True)
class Session:
    """The office that is open: where use cases work, and its unlocked keys.

    ``notice`` is what its window says first, such as that it only reads.
    """

    workplace: Workplace
    keys: Keys
    notice: str = ""


class Context(QObject):
    """What pages share: the open office, the runner, and the way to each other.

    Pages learn what changed by kind: what a use case writes is collected where it is written, and each page
    refreshes if it shows something of these kinds.
    """

    changed = Signal(object)  # frozenset[Kind]
    go = Signal(str, object)  # key of a place, and what to show there (an election's code) or None
    told = Signal(str, str)  # a sentence for the clerk, and "done", "attention" or "wrong"
    offered = Signal(str, str, object)  # the same with a Way on, which becomes a button of the message
    untold = Signal()  # what the message says is no longer so: another thing was begun
    moved = Signal()  # a page shows another thing, to which the next start comes back
    text_size_chosen = Signal(float)  # points of body text, for the whole window

    def __init__(self, session: Session, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.runner = runner

    @property
    def workplace(self) -> Workplace:
        """The open office."""
        return self.session.workplace

    def ask(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        once: Hashable = None,
        to: QObject | None = None,
    ) -> None:
        """Read something in the background and hand it to ``done`` on the window's thread.

        ``once`` names what a page reads after each change: several in a row are followed by one reading.
        ``to`` is whom the answer is for, where it isn't whose method is called: a dialog that is closed by
        then, or a part that is gone, is told nothing, and the window tells what was refused.
        """

        def finished(result: Any) -> None:
            if _hears(done, to):
                done(result)

        self.runner.run(lambda _: work(), finished, self._refusing(failed, to), once=once)

    def do(
        self,
        work: Callable[[Progress], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        to: QObject | None = None,
    ) -> None:
        """Change something in the background; pages that show what was changed then refresh.

        What a work that failed has changed before is shown too. ``to`` as for ``ask``.
        """
        kinds: set[Kind] = set()

        def collected(progress: Progress) -> Any:
            with collecting(kinds):
                return work(progress)

        def finished(result: Any) -> None:
            if done is not None and _hears(done, to):
                done(result)
            self._show_changed(kinds)

        def refused(refusal: Refusal) -> None:
            self._refusing(failed, to)(refusal)
            self._show_changed(kinds)

        self.runner.run(collected, finished, refused)

    def _refusing(self, failed: Failed | None, to: QObject | None) -> Failed:
        """Return what tells a refusal: to the window where nobody else wants it, or is there to hear it."""

        def refused(refusal: Refusal) -> None:
            told = failed if failed is not None and _hears(failed, to) else self.runner.failed.emit
            told(refusal)

        return refused

    def _show_changed(self, kinds: set[Kind]) -> None:
        if kinds:
            self.changed.emit(frozenset(kinds))


def _hears(told: Callable[[Any], None], to: QObject | None) -> bool:
    """Tell whether whom an answer is for is still there."""
    receiver = to or getattr(told, "__self__", None)
    if isinstance(receiver, StandingDialog) and receiver.closed:
        return False
    return not isinstance(receiver, QObject) or isValid(receiver)


class View(QWidget):
    """What the keys of the frame reach: a page, or the step of an election on it.

    Args:
        context: the open office, the runner and the way to other pages.
        parent: the frame or the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def primary(self) -> None:
        """Do the primary thing (Ctrl+Enter)."""

    def print_it(self) -> None:
        """Print what is on show (Ctrl+P); what has nothing to print says where papers are."""
        self.context.told.emit(
            self.tr("Trang này không có gì để in. Giấy tờ của các cuộc bầu ở mục In ấn."),
            "attention",
        )

    def next_problem(self, step: int = 1) -> None:
        """Go to the next thing that is missing or wrong (F8), or with -1 to the one before (Shift+F8)."""
        del step
        self.context.told.emit(self.tr("Trang này không có việc nào cần xử lý."), "done")

    def help_text(self) -> str:
        """Explain the field in focus and cite the rule (F1); empty where the general help is enough."""
        return ""

    def go_back(self) -> bool:
        """Leave an inner view (Esc); False where there is none, so that the frame goes back."""
        return False


class Page(View):
    """A page of a place.

    A subclass sets ``kinds`` to what it shows, builds its widgets in ``__init__``, and loads in ``refresh``.

    Args:
        context: the open office, the runner and the way to other pages.
        parent: the frame.
    """

    kinds: frozenset[Kind] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("page")
        self._stale = True
        context.changed.connect(self._on_changed)

    def open_with(self, argument: object) -> None:
        """Show something particular, such as an election by its code; None for whatever was on show."""

    def on_show(self) -> tuple[str, ...]:
        """Return what ``open_with`` shows again as it is now; empty for the page as it opens by itself."""
        return ()

    def refresh(self) -> None:
        """Load what the page shows, in the background."""

    def focus_home(self) -> QWidget | None:
        """Return what takes the keyboard when the part that had it went away, such as a button after use."""
        return first_inside(self)

    def shown(self) -> None:
        """Come to the front: refresh if something changed meanwhile."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if not kinds & self.kinds:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
