"""One hamlet beside the list: what the commune says of it, saved as each field is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.hamlets import HamletLine, correct_name, state_facts
from desktop.ui import style
from desktop.ui.focus import holds_focus
from desktop.ui.page import Context
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.fields import ChoiceField, Field, NumberField, TextField
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence


class HamletPanel(Card):
    """The panel; there is no Save button, and Ctrl+Z takes the last change back.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._line: HamletLine | None = None
        self._undone: list[tuple[HamletLine, str, Any]] = []
        self.setFixedWidth(style.size("side_panel_narrow"))
        unknown, yes, no = (None, self.tr("Chưa rõ")), (True, self.tr("Có")), (False, self.tr("Không"))
        self.fields: dict[str, Field] = {
            "kind": TextField(
                self.tr("Loại"),
                self,
                explain=self.tr("Chữ đứng trước tên, đúng như dân gọi và giấy tờ ghi: thôn, bản, khu phố…"),
            ),
            "name": TextField(
                self.tr("Tên"),
                self,
                explain=self.tr(
                    "Sửa ở đây là sửa chữ viết sai. Khi thôn thật sự đổi tên, dùng “Đổi tên…” và ghi ngày, "
                    "để giấy tờ cũ vẫn mang tên cũ."
                ),
            ),
            "stated": NumberField(
                self.tr("Số hộ theo danh sách của xã"),
                self,
                explain=self.tr("Để đối chiếu với số hộ đếm được trong sổ. Danh sách bầu cử lấy theo sổ."),
            ),
            "head": TextField(
                self.tr("Trưởng thôn đương nhiệm"), self, explain=self.tr("Người đang giữ chức trước bầu cử.")
            ),
            "head_is_member": ChoiceField(
                self.tr("Trưởng thôn là đảng viên"), [unknown, yes, no], self, explain=self.tr("Để báo cáo.")
            ),
            "especially_difficult": ChoiceField(
                self.tr("Thôn đặc biệt khó khăn"),
                [unknown, yes, no],
                self,
                explain=self.tr("Theo quyết định phê duyệt danh sách thôn đặc biệt khó khăn."),
            ),
        }
        for name, field in self.fields.items():
            field.committed.connect(lambda value, name=name: self._edit(name, value))
        self._past = label("", "caption", self)
        self._past.setWordWrap(True)
        self._lay_out()
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Undo, self, context=near).activated.connect(self._take_back)

    def show_line(self, line: HamletLine) -> None:
        """Show a hamlet."""
        if self._line is None or self._line.id != line.id:
            self._undone = []
        self._line = line
        self.set_title(line.full_name)
        for name, field in self.fields.items():
            field.set_value(getattr(line, name))
            field.setEnabled(line.ends_on is None)
        said = []
        if line.predecessors:
            said.append(self.tr("Lập từ {0}.").format(", ".join(line.predecessors)))
        if line.starts_on is not None:
            said.append(self.tr("Mang tên này từ {0:%d/%m/%Y}.").format(line.starts_on))
        if line.ends_on is not None:
            said.append(self.tr("Đến hết {0:%d/%m/%Y}.").format(line.ends_on))
        said.append(self.tr("Mã {0}.").format(line.code))
        self._past.setText(" ".join(said))

    def commit(self) -> None:
        """Take what stands in the field in focus, as on leaving it."""
        for field in self.fields.values():
            if holds_focus(field):
                field.commit()

    def focus_first(self) -> None:
        """Go to the first field."""
        self.fields["kind"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_text(self) -> str:
        """Explain the field in focus; empty where none is."""
        return next((field.explain for field in self.fields.values() if holds_focus(field)), "")

    def _edit(self, name: str, value: Any) -> None:
        if self._line is not None:
            self._change(self._line, name, value, remembered=(self._line, name, getattr(self._line, name)))

    def _change(
        self, line: HamletLine, name: str, value: Any, remembered: tuple[HamletLine, str, Any] | None
    ) -> None:
        workplace, code = self._context.workplace, line.code

        def work(_: object) -> None:
            if name == "kind":
                correct_name(workplace, code, value, line.name)
            elif name == "name":
                correct_name(workplace, code, line.kind, value)
            else:
                state_facts(workplace, code, **{"households" if name == "stated" else name: value})

        def done(_: object) -> None:
            if remembered is not None:
                self._undone.append(remembered)
            self.fields[name].set_problem(None)

        def failed(refusal: Refusal) -> None:
            if self._line is not None and self._line.id == line.id:
                self.fields[name].set_problem(refusal_sentence(refusal))
            else:
                self._context.runner.failed.emit(refusal)

        self._context.do(work, "units", done=done, failed=failed)

    def _take_back(self) -> None:
        if self._undone and self._line is not None:
            _, name, value = self._undone.pop()
            self._change(self._line, name, value, remembered=None)

    def _lay_out(self) -> None:
        holder = QWidget(self)
        holder.setProperty("kind", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(style.size("grid"))
        for field in self.fields.values():
            column.addWidget(field)
        column.addSpacing(style.size("inner"))
        column.addWidget(hairline(holder))
        column.addWidget(self._past)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self.body.addWidget(area, 1)
