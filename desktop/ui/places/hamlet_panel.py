"""One hamlet beside the list: what the commune says of it, and where it came from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.places.hamlets import HamletLine, correct_name, state_facts
from desktop.services.places.succession import END, MERGE, RENAME
from desktop.ui.page.page import Context
from desktop.ui.page.record_panel import RecordPanel
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, quiet
from desktop.ui.widgets.fields import ChoiceField, Field, NumberField, TextField
from desktop.ui.widgets.labels import label


class HamletPanel(RecordPanel):
    """The panel; ``undo_asked`` carries the change of the hamlet that is to be taken back.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    undo_asked = Signal(object)  # LastChange

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        fields = self._fields()
        laid = QVBoxLayout()
        laid.setSpacing(style.size("grid"))
        for field in fields.values():
            laid.addWidget(field)
        self._past = label("", "caption", self)
        self._past.setWordWrap(True)
        self.undo: Button = quiet("", self)
        self.undo.clicked.connect(lambda _=False: self._ask_undo())
        past = QVBoxLayout()
        past.setSpacing(style.size("grid"))
        past.addWidget(self._past)
        # Unaligned, its own width would bound the words' above.
        past.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_fields(fields, laid, past)

    def show_line(self, line: HamletLine) -> None:
        """Show a hamlet."""
        self.set_record(line)
        self.set_title(line.full_name)
        for field in self.fields.values():
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
        words = {
            RENAME: self.tr("Hoàn tác đổi tên"),
            MERGE: self.tr("Hoàn tác nhập thôn"),
            END: self.tr("Hoàn tác kết thúc"),
        }
        self.undo.setVisible(line.change is not None)
        self.undo.setText(words[line.change.kind] if line.change is not None else "")

    def writing(self, record: HamletLine, name: str, value: Any) -> Callable[[], Any]:
        """Return what writes a field of the hamlet."""
        place, code = self.context.workplace, record.code
        if name in ("kind", "name"):
            return partial(correct_name, place, code, **{name: value})
        return partial(state_facts, place, code, **{"households" if name == "stated" else name: value})

    def _ask_undo(self) -> None:
        if self._record is not None and self._record.change is not None:
            self.undo_asked.emit(self._record.change)

    def _fields(self) -> dict[str, Field]:
        unknown, yes, no = (None, self.tr("Chưa rõ")), (True, self.tr("Có")), (False, self.tr("Không"))
        return {
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
