"""The window of an open office: its session, its pages, and what the frame tells of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from desktop.services.office.changes import Kind
from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.services.today.top_bar import DeskFacts, desk_facts
from desktop.ui.frame.desk import desk_of
from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context

# Several writes in a row are followed by one count of what waits; what is late becomes so by itself.
_PAUSE_MS, _EVERY_MS = 400, 300_000
_SENT = (".goi", ".bn", ".the")
# What the top bar tells can change with these, and what waits with these too.
_KINDS = frozenset(
    {
        Kind.OFFICE,
        Kind.ELECTIONS,
        Kind.ROLLS,
        Kind.EXCHANGE,
        Kind.COUNTING,
        Kind.RESULTS,
        Kind.PLACES,
        Kind.BACKUPS,
    }
)
_WAITING_KINDS = _KINDS - {Kind.BACKUPS} | {Kind.PEOPLE, Kind.PAPERS}


class OfficeWindow(Frame):
    """The frame over an open office; it keeps its top bar fresh and ends its work before it closes.

    Args:
        context: the open office and the runner.
        facts: what is known of it at first.
        remember: called with the key of each place that is shown, and what it shows.
        first: key of the place that it opens with and what to show there; else the first of the rail.
    """

    def __init__(
        self,
        context: Context,
        facts: DeskFacts,
        remember: Callable[[str, tuple[str, ...]], None] | None = None,
        first: tuple[str, object] | None = None,
    ) -> None:
        super().__init__(desk_of(facts), context, first=first)
        self._context = context
        context.changed.connect(self._on_changed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.count_waiting)
        if "sending" in self.rail.entries:
            self._pause.start()
            often = QTimer(self, interval=_EVERY_MS)
            often.timeout.connect(self._pause.start)
            often.start()
        if remember is not None:
            self._remember = remember
            self.rail.chosen.connect(lambda _: self._stand())
            context.moved.connect(self._stand)

    def take_file(self, file: Path) -> bool:
        """Open a file in the place that takes its kind, or say where such a file belongs."""
        kind, places = file.suffix.casefold(), self.rail.entries
        said = ""
        if kind == SUFFIX_OF_BACKUP and "settings" in places:
            self.open_place("settings", "backup")
            said = self.tr(
                "{0} là bản sao lưu; dữ liệu đang mở không đổi. Để dựng lại từ bản sao, mở chương trình trên "
                "máy chưa có dữ liệu rồi chọn Khôi phục từ bản sao lưu."
            )
        elif kind in _SENT and "sending" in places:
            self.open_place("sending", file)
        elif kind in _SENT:
            said = self.tr("Cửa sổ của cơ quan này chưa nhận {0}; tệp còn nguyên.")
        else:
            said = self.tr(
                "{0} không mở được theo cách này: chỉ mở gói (.goi), biên nhận (.bn), thẻ (.the), bản sao "
                "lưu (.sao-luu). Danh sách thì nạp ở Hộ và cử tri hoặc Thôn, bản."
            )
        if said:
            self.message_bar.tell(said.format(file.name), "attention")
        return True

    def refresh_desk(self) -> None:
        """Read again what the top bar tells."""
        self._context.ask(
            lambda: desk_facts(self._context.workplace),
            lambda facts: self.set_desk(desk_of(facts)),
            once=(self, "desk"),
        )

    def count_waiting(self) -> None:
        """Count what waits for a person here, and say it in the rail."""

        def work() -> dict[str, int]:
            # Loads what the board needs, which another place may do without.
            from desktop.services.today.waiting import waiting_here  # noqa: PLC0415

            return waiting_here(self._context.workplace)

        self._context.ask(work, self.rail.set_waiting, once=(self, "waiting"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on what is being typed, so that it is saved before the window is gone."""
        self._pause.stop()
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            typing.clearFocus()
        super().closeEvent(event)

    def _stand(self) -> None:
        page = self.page()
        self._remember(self.place(), page.on_show() if page is not None else ())

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & _KINDS:
            self.refresh_desk()
        if kinds & _WAITING_KINDS and "sending" in self.rail.entries:
            self._pause.start()
