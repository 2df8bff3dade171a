"""The frame of the window: training strip, rail, top bar and the page of the chosen place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.frame.empty_page import EmptyPage
from desktop.ui.frame.help_dialog import HelpDialog
from desktop.ui.frame.message_bar import MessageBar
from desktop.ui.frame.pages import is_loaded, page_of
from desktop.ui.frame.rail import Rail
from desktop.ui.frame.rail_places import RailPlace, rail_places
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.page.page import Page
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.dialogs.held_enter import hold_enter_of_page, is_held
from desktop.ui.widgets.drawn.training_strip import TrainingStrip
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.focus import can_take_focus
from desktop.ui.widgets.table.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.desk import Desk
    from desktop.ui.frame.search_panel import SearchPanel
    from desktop.ui.page.page import Context


class Frame(QMainWindow):
    """The one window of the program.

    Args:
        desk: the office it is opened for.
        context: what its pages work with; None while no office is open, and every page is then empty.
        parent: none for the real window.
        first: key of the place that it opens with and what to show there; else the first of the rail.
    """

    def __init__(
        self,
        desk: Desk,
        context: Context | None = None,
        parent: QWidget | None = None,
        *,
        first: tuple[str, object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._places = rail_places(desk.role, desk.side)
        self._visited: list[str] = []
        self._asked: dict[str, object] = {}
        self._entering = False  # a place was opened by its keys, and the keyboard is to go into its list
        self._put_there: QWidget | None = None
        self.search_panel: SearchPanel | None = None
        name = self.tr("Hòm Phiếu")
        self.setWindowTitle(f"{name} – {desk.commune}" if desk.commune else name)
        self.rail = Rail(desk, self._places, self)
        self.top_bar = TopBar(desk, self)
        self.pages = QStackedWidget(self)
        for _ in self._places:
            self.pages.addWidget(_area())
        self._lay_out(training=desk.training)
        if context is not None:
            context.go.connect(self.open_place)
            context.told.connect(self.message_bar.tell)
            context.offered.connect(self.message_bar.tell)
            context.untold.connect(self.message_bar.dismiss)
            context.runner.failed.connect(self.message_bar.tell_refusal)
            context.runner.broke.connect(self.message_bar.tell_fault)
            context.runner.busy_changed.connect(self.message_bar.set_busy)
            context.runner.busy_changed.connect(self._on_busy)
            context.runner.stepped.connect(self.message_bar.set_progress)
            self.message_bar.cancelled.connect(context.runner.cancel)
        self.rail.chosen.connect(self._show)
        self.top_bar.search.asked.connect(self.search)
        self.rail.help_asked.connect(self.show_help)
        self._bind_keys()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        home = self._places[0].key
        if first is None or first[0] not in self.rail.entries:
            self._enter(home)
        else:
            self._visited = [] if first[0] == home else [home]  # Esc goes there
            self.open_place(*first)

    def place(self) -> str:
        """Return the key of the place on show."""
        return self._places[self.pages.currentIndex()].key

    def page(self) -> Page | None:
        """Return the page on show; None where a place has none yet."""
        area = self.pages.currentWidget()
        shown = area.widget() if isinstance(area, QScrollArea) else None
        return shown if isinstance(shown, Page) else None

    def open_place(self, key: str, argument: object = None) -> None:
        """Go to a place, and show something particular there; one that isn't of who works here stays shut."""
        if key not in self.rail.entries:
            return
        if argument is not None:
            self._asked[key] = argument
        self._enter(key)
        self._answer(key)
        if argument is not None:
            self._entering = True  # what was asked for may begin elsewhere than the page
            self._go_inside()

    def set_desk(self, desk: Desk) -> None:
        """Tell what is known of the office now, in the top bar and in the badges of the rail."""
        self.top_bar.set_desk(desk)
        self.rail.set_waiting(dict(desk.waits))

    def back(self) -> None:
        """Close the search; else dismiss the message, leave a page's inner view, or go a place back."""
        if self._found_is_shown():
            return
        if self.message_bar.dismiss():
            return
        page = self.page()
        if page is not None and page.go_back():
            return
        if self.top_bar.search.hasFocus() or len(self._visited) < 2:
            self._enter(self.place())
            return
        self._visited.pop()
        self._enter(self._visited.pop())

    def show_help(self) -> None:
        """Explain the field in focus, or show which keys work."""
        page = self.page()
        explained = page.help_text() if page is not None else ""
        HelpDialog(len(self._places), self, explained).exec()

    def search(self, typed: str = "") -> None:
        """Open the search over everything, with the first letter if it was typed already."""
        if self.context is None:
            return
        if self.search_panel is None:
            # Loaded when somebody first searches.
            from desktop.ui.frame.search_panel import SearchPanel  # noqa: PLC0415

            top = self.top_bar.mapTo(self._whole, QPoint(0, 0)).y()
            self.search_panel = SearchPanel(self.context, self._places, self._whole, top)
        self.search_panel.open(self.rail.width(), self.focusWidget(), typed)

    def _enter(self, key: str) -> None:
        """Open a place, and put the keyboard into its list as soon as the list is there."""
        self.rail.choose(key)
        self._entering = True
        self._go_inside()

    def _on_busy(self, busy: bool) -> None:
        # The runner falls idle before its answer is shown.
        if not busy:
            QTimer.singleShot(0, self, self._go_inside)

    def _go_inside(self) -> None:
        page, focused = self.page(), self.focusWidget()
        if not self._entering or page is None or self.context is None:
            return
        if self.search_panel is not None and self.search_panel.isVisible():
            return  # somebody searches already, while the page is still being read
        if focused is not None and focused is not self._put_there and page.isAncestorOf(focused):
            self._entering = False  # the page or a person put it somewhere
            return
        # What has the keyboard while a page is still being read may not be its list.
        self._entering = self.context.runner.is_busy()
        home = page.focus_home()
        if home is not None and can_take_focus(home):
            home.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._put_there = home

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone in the rail of a narrow window."""
        self.rail.set_narrow(narrow=is_narrow(self))
        super().resizeEvent(event)

    def _show(self, key: str) -> None:
        self._entering = False
        self._visited.append(key)
        place = next(place for place in self._places if place.key == key)
        area = self._area(key)
        self.pages.setCurrentWidget(area)
        # A page is loaded and made when it is first shown: the window is there at once.
        if area.widget() is None:
            if self.context is not None and not is_loaded(key):
                self.context.runner.run(lambda _: page_of(key), lambda _: self._make(place))
                return
            self._make(place)
        page = self.page()
        if page is not None:
            page.shown()

    def _make(self, place: RailPlace) -> None:
        area = self._area(place.key)
        if area.widget() is None:
            kind = page_of(place.key)
            area.setWidget(
                kind(self.context, self) if kind and self.context is not None else EmptyPage(place, self)
            )
        if self.place() == place.key and (page := self.page()) is not None:
            page.shown()
            self._answer(place.key)

    def _answer(self, key: str) -> None:
        page = self._area(key).widget()
        if isinstance(page, Page) and key in self._asked:
            page.open_with(self._asked.pop(key))

    def _area(self, key: str) -> QScrollArea:
        area = self.pages.widget([place.key for place in self._places].index(key))
        return cast("QScrollArea", area)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        page = self.page()
        if page is None or old is None or can_take_focus(old):
            return
        if not (page.isAncestorOf(old) or self.message_bar.isAncestorOf(old)):
            return
        # What had the keyboard was hidden or switched off: Qt would leave it nowhere, or on the rail.
        if new is None or not page.isAncestorOf(new):
            QTimer.singleShot(0, self, partial(self._bring_focus_home, page))

    def _bring_focus_home(self, page: Page) -> None:
        focused = self.focusWidget()
        if page is not self.page() or (focused is not None and page.isAncestorOf(focused)):
            return
        home = page.focus_home()
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, *, training: bool) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addLayout(right, 1)
        self._whole = whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if training:
            column.addWidget(TrainingStrip(whole))
        column.addLayout(below, 1)
        self.setCentralWidget(whole)
        self.message_bar = MessageBar(whole)
        self.message_bar.stand_over(self.top_bar, self.top_bar.room_of_facts)

    def _bind_keys(self) -> None:
        for number, place in enumerate(self._places, start=1):
            self._bind(f"Ctrl+{number % 10}", partial(self._enter, place.key))
        self._bind("Ctrl+K", self.search)
        self._bind("F1", self.show_help)
        self._bind("Esc", self.back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._bind(keys, self._primary, repeats=False)
        self._bind("Ctrl+P", lambda: self._on_page(lambda page: page.print_it()))
        self._bind("F8", lambda: self._on_page(lambda page: page.next_problem(1)))
        self._bind("Shift+F8", lambda: self._on_page(lambda page: page.next_problem(-1)))

    def _found_is_shown(self) -> bool:
        """Close the search where it is open; tell whether it was."""
        panel = self.search_panel
        if panel is None or not panel.isVisible():
            return False
        panel.close_panel()
        return True

    def _primary(self) -> None:
        if is_held():
            return  # pressed twice for a question that the first press closed
        if self.search_panel is not None and self.search_panel.isVisible():
            self.search_panel.enter("following")
            return
        hold_enter_of_page()
        # What is being typed counts before the primary thing is done.
        typing: QWidget | None = self.focusWidget()
        while typing is not None and typing is not self:
            if isinstance(typing, Field | Table):
                typing.commit()
                break
            typing = typing.parentWidget()
        self._on_page(lambda page: page.primary())

    def _on_page(self, does: Callable[[Page], None]) -> None:
        page = self.page()
        if page is not None and not (self.search_panel is not None and self.search_panel.isVisible()):
            does(page)

    def _bind(self, keys: str, does: Callable[[], None], *, repeats: bool = True) -> None:
        bound = QShortcut(QKeySequence(keys), self)
        bound.setAutoRepeat(repeats)
        bound.activated.connect(does)


def _area() -> QScrollArea:
    # A page fits by itself at the usual size of text; larger text on a small screen scrolls.
    return Scrolling()
