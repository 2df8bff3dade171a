"""Taking a list in: columns and hamlets looked at, rows beside the register decided, then stored or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.lists import batches, taking
from desktop.services.lists.account import account_of
from desktop.services.lists.batches import Import
from desktop.services.lists.columns import waiting_columns
from desktop.services.lists.list_kind import ListKind
from desktop.services.lists.parts import PartAccount, Why
from desktop.services.lists.preview import Preview
from desktop.services.lists.sources import NOTHING, Said, remember
from desktop.ui.lists.columns_step import ColumnsStep
from desktop.ui.lists.head import ImportHead
from desktop.ui.lists.import_bar import BarActs, ImportBar, Standing
from desktop.ui.lists.part_words import part_words
from desktop.ui.lists.parts_step import PartsStep
from desktop.ui.lists.rather import say_rather
from desktop.ui.lists.refused import save_refused
from desktop.ui.lists.result import ImportResult
from desktop.ui.lists.rows import ImportRows
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.focus import tab_as_read

_NONE: Mapping[str, str] = MappingProxyType({})
Block = Sequence[Sequence[str]]
"""Cells that were copied from a spreadsheet, as text."""


class ImportView(QWidget):
    """The inner view of a page that takes a list in.

    ``closed`` when it is left, with the code of the unit that a list was stored for; None where none was.

    Attributes:
        elsewhere: what opens a file as another list, by that list's name, as far as the page takes it in.

    Args:
        context: the open office and the runner.
        kind: which list.
        parent: the page.
    """

    closed = Signal(object)

    def __init__(self, context: Context, kind: ListKind[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self.elsewhere: Mapping[str, Callable[[Path | Block], None]] = {}
        self._opened: Path | Block | None = None
        self._preview: Preview | None = None
        self._stored_for: str | None = None
        self._storing = False
        self._reading = False
        self._warned = False
        self._accounts: tuple[PartAccount, ...] = ()
        self._kept = NOTHING
        self._was_unnamed = False
        self._words = part_words(kind.reach.of)
        self.head = ImportHead(kind.page, kind.title, self._words, self)
        self.head.hamlet_chosen.connect(self._set_hamlet)
        self.rows = ImportRows(kind, self.head.strip, self)
        self.rows.decided.connect(self._write_bar)
        self.columns = ColumnsStep(self)
        self.columns.said.connect(self._say_column)
        self.parts = PartsStep(self._words, self)
        self.parts.said.connect(self._say_part)
        self.head.stepper.chosen.connect(self._go_to)
        self.result = ImportResult(self._words, self)
        self.result.undo.clicked.connect(self._undo)
        acts = BarActs(
            self.leave, self._remember, self._save_refused, lambda: self._go_to("preview"), self._store
        )
        self.bar = ImportBar(acts, self)
        self._lay_out()
        context.runner.busy_changed.connect(self._on_busy)

    def open(
        self, opened: Path | Block, hamlet: str | None = None, hamlets: Mapping[str, str] = _NONE
    ) -> None:
        """Read a list and show it.

        Args:
            opened: the workbook, or the cells that were copied.
            hamlet: code of the hamlet on show.
            hamlets: codes and names of all that can be chosen; empty where the list isn't of one.
        """
        self._preview, self._stored_for, self._accounts = None, None, ()
        self._was_unnamed = False
        # What was refused of the file before, or said of it, isn't so of this one.
        self._context.untold.emit()
        self.head.set_hamlets(hamlets, hamlet)
        self.parts.set_places(hamlets)
        self.head.set_step("file")
        self.stack.setCurrentWidget(self.rows)
        self.rows.set_preview(None)
        self._write_bar()
        self._opened = opened
        workplace = self._context.workplace
        kind, name = self._kind, self.tr("khối ô vừa dán")

        def read() -> Preview:
            if isinstance(opened, Path):
                return kind.open_file(workplace, opened, hamlet)
            return kind.open_block(workplace, opened, name, hamlet)

        self._read(read)

    def primary(self) -> None:
        """Do the primary thing."""
        self.bar.press()

    def next_problem(self, step: int) -> None:
        """Go to the next doubtful or refused row, unread column or unknown hamlet, round and round."""
        shown = self.stack.currentWidget()
        if shown is self.columns or shown is self.parts:
            shown.next_problem(step)
        else:
            self.rows.next_problem(step)

    def help_text(self) -> str:
        """Say how an import is worked."""
        return self.tr(
            "Chưa dòng nào được ghi cho tới khi nhấn “Ghi vào sổ”. F8 đi tới dòng nghi trùng hoặc bị từ chối "
            "tiếp theo; Enter trên dòng nghi trùng để chọn cách ghi; Ctrl+Z bỏ lựa chọn vừa rồi. Số định "
            "danh phải đủ 12 số (hoặc 9 số của chứng minh cũ); ngày sinh chỉ có năm vẫn được nhận. Các bước "
            "ở đầu trang mở lại được: Ghép cột để chọn cột nào ghi vào ô nào, Ghép thôn hoặc Ghép chi bộ để "
            "chọn mỗi trang của tệp là nơi nào; ở cả hai, Enter hoặc Alt+Xuống để chọn ngay trong dòng. "
            "Tệp có cùng tiêu đề lần sau được đọc như đã chọn."
        )

    def leave(self) -> None:
        """Go back: from columns and hamlets to the rows, else to the page; nothing unstored is kept."""
        if self._storing:
            return
        if self.stack.currentWidget() in (self.columns, self.parts) and not self._is_unnamed():
            self._go_to("preview")
            return
        self._close()

    def _close(self) -> None:
        if self._warned:
            self._context.untold.emit()
        self._warned = False
        self._preview = None
        self.closed.emit(self._stored_for)

    def _show(self, preview: Preview) -> None:
        self._reading = False
        first = self._preview is None
        if first:
            self._kept = preview.said
        self._preview = preview
        self.head.set_preview(preview)
        self.rows.set_preview(preview)
        self.columns.set_opened(preview, account_of(preview))
        if preview.places is None:
            self._show_parts((), first=first)
            return
        workplace, accounts = self._context.workplace, self._kind.reach.accounts
        self._context.ask(
            lambda: accounts(workplace, preview), lambda parts: self._show_parts(parts, first=first)
        )

    def _show_parts(self, parts: tuple[PartAccount, ...], *, first: bool) -> None:
        """Show the account by part; of a file just opened first what a person has to say."""
        self._accounts = () if self._is_unnamed() else parts
        self.parts.set_parts(self._accounts)
        unknown = any(one.part.why is Why.UNKNOWN for one in parts)
        shown = self.stack.currentWidget()
        if self._is_unnamed():
            self._go_to("columns")
            if first:
                self.columns.next_problem(1)
        elif self._was_unnamed and self._has_unread():
            # Under headings that nobody knows the names are hardly all that is to be said.
            self._go_to("columns")
            self.columns.next_problem(1)
        elif first or self._was_unnamed:
            self._go_to("hamlets" if unknown else "preview")
        elif shown is self.parts and not parts:
            self._go_to("preview")
        else:
            self._go_to(
                "columns" if shown is self.columns else "hamlets" if shown is self.parts else "preview"
            )
        if first and self._preview is not None and self._preview.rather:
            self._warned = True
            say_rather(self._context, self._preview, self._go_elsewhere(self._preview.rather))
        self._was_unnamed = self._is_unnamed()

    def _go_elsewhere(self, kind: str) -> Callable[[], None] | None:
        """Return what opens the same file as another list; None where the page takes none of that kind in."""
        take, opened = self.elsewhere.get(kind), self._opened
        if take is None or opened is None:
            return None

        def go() -> None:
            self._close()
            take(opened)

        return go

    def _is_unnamed(self) -> bool:
        """Tell whether nobody knows yet which column holds the names."""
        return self._preview is not None and self._preview.is_unnamed

    def _has_unread(self) -> bool:
        """Tell whether a person has still to say what a column of the file is."""
        return self._preview is not None and bool(waiting_columns(self._preview))

    def _go_to(self, step: str) -> None:
        """Show a step of the import, unless the file isn't read yet, or is stored already."""
        if self._preview is None or self._storing or self.stack.currentWidget() is self.result:
            return
        if self._is_unnamed() and step != "columns":
            return
        if step == "columns" and self._preview.file is not None:
            self._stand_in(self.columns, step)
            self.columns.focus_table()
        elif step == "hamlets" and self._accounts:
            self._stand_in(self.parts, step)
            self.parts.focus_table()
        elif step == "preview":
            self._stand_in(self.rows, step)
            self.rows.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand_in(self, part: QWidget, step: str) -> None:
        self.stack.setCurrentWidget(part)
        unknown = sum(one.part.why is Why.UNKNOWN for one in self._accounts)
        self.head.set_step(step, several=bool(self._accounts), unknown=unknown)
        self._write_bar()

    def _say_column(self, said_by: str, key: str | None) -> None:
        if self._preview is not None:
            said = self._preview.said
            columns = {by: other for by, other in said.columns.items() if key is None or other != key}
            again = replace(said, columns={**columns, said_by: key})
            self._look_again(self._preview, self._preview.unit, again)

    def _say_part(self, text: str, code: str | None) -> None:
        if self._preview is not None:
            said = replace(self._preview.said, hamlets={**self._preview.said.hamlets, text: code})
            self._look_again(self._preview, self._preview.unit, said)

    def _remember(self) -> None:
        """Keep what was said of columns and hamlets for files with the same headings."""
        preview = self._preview
        if preview is None:
            return
        workplace = self._context.workplace
        self._kept = preview.said
        self._context.do(
            lambda _: remember(workplace, preview.kind, preview.source, preview.said),
            done=lambda _: self._context.told.emit(
                self.tr("Đã nhớ; tệp có cùng tiêu đề lần sau được đọc như vậy."), "done"
            ),
        )
        self._write_bar()

    def _refused(self, refusal: Refusal) -> None:
        self._reading = False
        self._context.runner.failed.emit(refusal)
        if self._preview is None:
            self._close()
        else:
            self.head.set_preview(self._preview)

    def _set_hamlet(self, code: str) -> None:
        if self._preview is not None and code != self._preview.unit:
            self._look_again(self._preview, code, self._preview.said)

    def _look_again(self, preview: Preview, hamlet: str, said: Said) -> None:
        workplace, again = self._context.workplace, self._kind.look_again
        self._read(lambda: again(workplace, preview, hamlet, said))

    def _read(self, read: Callable[[], Preview]) -> None:
        self._reading = True
        self._context.ask(read, self._show, self._refused)

    def _write_bar(self) -> None:
        preview = self._preview
        if preview is None:
            self.bar.show_reading()
            return
        unknown = sum(one.part.why is Why.UNKNOWN for one in self._accounts)
        mapping = self.stack.currentWidget() in (self.columns, self.parts)
        at = Standing(
            mapping,
            0 if mapping else preview.written_rows(self.rows.choices),
            self.rows.waiting(),
            storing=self._storing,
            to_keep=preview.said != self._kept,
            columns=self.stack.currentWidget() is self.columns,
            unknown=self._words.unknown.format(unknown) if unknown else "",
        )
        self.bar.show_preview(preview, at)

    def _store(self) -> None:
        preview, choices = self._preview, dict(self.rows.choices)
        if preview is None or self._storing:
            return
        self._storing = True
        self._write_bar()
        workplace, kind, word = self._context.workplace, self._kind, self.tr("dòng, {0}")
        self._context.do(
            lambda progress: taking.store(
                workplace,
                kind,
                preview,
                choices,
                lambda done, total, place: progress.step(done, total, word.format(place)),
            ),
            done=self._stored,
            failed=self._not_stored,
        )

    def _stored(self, stored: Import) -> None:
        self._storing = False
        preview = self._preview
        # Of several hamlets the page goes on showing the one that it showed.
        self._stored_for = preview.unit if preview is not None and preview.places is None else None
        if preview is not None and preview.file is not None and preview.said != self._kept:
            workplace = self._context.workplace
            self._context.do(lambda _: remember(workplace, preview.kind, preview.source, preview.said))
        self.head.set_step("stored", several=bool(self._accounts))
        passed = len(preview.reading.passed) if preview is not None else 0
        self.result.show_result(stored, self._accounts, passed)
        self.stack.setCurrentWidget(self.result)
        self.bar.show_stored()
        self.result.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_stored(self, refusal: Refusal) -> None:
        self._context.runner.failed.emit(refusal)
        if refusal.code == "import.stale" and self._preview is not None:
            self._look_again(self._preview, self._preview.unit, self._preview.said)

    def _undo(self) -> None:
        workplace, batch = self._context.workplace, self.result.batch
        self._context.do(
            lambda _: batches.undo(workplace, batch),
            done=lambda _: self._undone(),
        )

    def _undone(self) -> None:
        self._context.told.emit(self.tr("Đã hoàn tác lần nhập; sổ như trước khi nhập."), "done")
        self.leave()

    def _on_busy(self, busy: bool) -> None:
        # Work that was stopped calls nobody back: the preview is there as before.
        if not busy and self._storing:
            self._storing = False
            self._write_bar()
        if not busy and self._reading:
            # Whoever is called back is called right after this.
            QTimer.singleShot(0, self, self._stopped)

    def _stopped(self) -> None:
        """Go back to where one was before the reading that was stopped."""
        if not self._reading or self._context.runner.is_busy():
            return
        self._reading = False
        self._context.told.emit(self.tr("Đã dừng đọc danh sách; chưa ghi gì vào sổ."), "done")
        if self._preview is None:
            self._close()
        else:
            self.head.set_preview(self._preview)
            self.columns.set_opened(self._preview, account_of(self._preview))

    def _save_refused(self) -> None:
        if self._preview is not None:
            save_refused(self._context, self, self._preview)

    def _lay_out(self) -> None:
        side, top = style.size("page_side"), style.size("page_top")
        self.stack = Views(self)
        for part in (self.rows, self.columns, self.parts, self.result):
            self.stack.addWidget(part)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, top - 4, side, 12)
        inside.setSpacing(style.size("grid"))
        inside.addWidget(self.head)
        inside.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.bar)
        tab_as_read(self)
