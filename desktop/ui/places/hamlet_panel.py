"""One hamlet beside the list: what the commune says of it, and where it came from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.office.sides import Side, sees
from desktop.services.office.workplace import Workplace
from desktop.services.papers.provisional_heads import draw_provisional_decision
from desktop.services.places.hamlets import HamletLine, correct_name, state_facts
from desktop.services.places.provisional import PROVISIONAL, Provisional, state_provisional
from desktop.services.places.succession import ADD, DISSOLVE, END, MERGE, MERGERS, RENAME, SPLIT, Decision
from desktop.ui.page.page import Context
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.record_panel import RecordPanel
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, quiet
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.ui.widgets.labels import label


class HamletPanel(RecordPanel):
    """The panel; ``undo_asked`` carries the change that is to be taken back, ``dismissal_asked`` the hamlet.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    undo_asked = Signal(object)  # LastChange
    dismissal_asked = Signal(object)  # HamletLine

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
        self.print_button: Button = quiet(self.tr("In quyết định chỉ định…"), self)
        self.print_button.clicked.connect(lambda _=False: self._print_decision())
        past.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.dismissal_button: Button = quiet(self.tr("Cho thôi, thay Trưởng thôn…"), self)
        self.dismissal_button.clicked.connect(lambda _=False: self._ask_dismissal())
        past.addWidget(self.dismissal_button, 0, Qt.AlignmentFlag.AlignLeft)
        past.addWidget(self._past)
        # Unaligned, its own width would bound the words' above.
        past.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_fields(fields, laid, past)
        # Enter once more would take back the merger that the hamlet came of.
        fields["especially_difficult_until"].moves_on = False

    def show_line(self, line: HamletLine) -> None:
        """Show a hamlet."""
        self.set_record(line)
        self.set_title(line.full_name)
        for field in self.fields.values():
            field.setEnabled(line.ends_on is None)
        self.fields["head"].setEnabled(line.ends_on is None and line.head_decision is None)
        self.fields["head_is_member"].setEnabled(line.ends_on is None and not line.head_is_registered)
        self._past.setText(self._past_words(line))
        words = {
            ADD: self.tr("Hoàn tác thêm thôn"),
            RENAME: self.tr("Hoàn tác đổi tên"),
            MERGE: self.tr("Hoàn tác sáp nhập"),
            MERGERS: self.tr("Hoàn tác cả đợt sáp nhập"),
            SPLIT: self.tr("Hoàn tác tách thôn"),
            DISSOLVE: self.tr("Hoàn tác giải thể"),
            END: self.tr("Hoàn tác giải thể"),
        }
        self.print_button.setVisible(bool(line.provisional_head) and line.ends_on is None)
        elects = sees(self.context.workplace.side, Side.ELECTIONS)
        self.dismissal_button.setVisible(line.ends_on is None and elects)
        self.undo.setVisible(line.change is not None)
        self.undo.setText(words[line.change.kind] if line.change is not None else "")

    def _past_words(self, line: HamletLine) -> str:
        """Say of what a hamlet came, since when, by whose decision, and what became of it."""
        said = []
        if line.predecessors:
            said.append(self.tr("Lập từ {0}.").format(", ".join(line.predecessors)))
        if line.joined:
            said.append(self.tr("Nhận hộ của {0}.").format(", ".join(line.joined)))
        if line.starts_on is not None:
            said.append(self.tr("Mang tên này từ {0:%d/%m/%Y}.").format(line.starts_on))
        if line.ends_on is not None:
            said.append(self.tr("Đến hết {0:%d/%m/%Y}.").format(line.ends_on))
        if line.head_decision is not None:
            said.append(_head_words(line))
        if line.head_is_registered:
            said.append(self.tr("Trưởng thôn có trong danh sách đảng viên."))
        if line.successors:
            said.append(self.tr("Nay là {0}.").format(", ".join(line.successors)))
        if line.decision.is_known():
            said.append(self.tr("Theo {0}.").format(_decision_words(line.decision)))
        if line.exception:
            said.append(self.tr("Ngoại lệ về số hộ, lý do: {0}.").format(line.exception.rstrip(".")))
        said.append(self.tr("Mã {0}.").format(line.code))
        return " ".join(said)

    def writing(self, record: HamletLine, name: str, value: Any) -> Callable[[], Any]:
        """Return what writes a field of the hamlet."""
        place, code = self.context.workplace, record.code
        if name in ("kind", "name"):
            return partial(correct_name, place, code, **{name: value})
        if name in PROVISIONAL:
            return partial(_state_provisional, place, code, name, value)
        return partial(state_facts, place, code, **{"households" if name == "stated" else name: value})

    def _print_decision(self) -> None:
        if self._record is None:
            return
        place, code = self.context.workplace, self._record.code
        print_paper(
            self.context,
            self,
            lambda: draw_provisional_decision(place, code),
            headline=self.tr("In quyết định chỉ định Trưởng thôn lâm thời"),
            sentence=self.tr("Đây là mẫu tham khảo; cơ quan đối chiếu căn cứ và thể thức trước khi ký."),
            yes=self.tr("In"),
            file_name=f"chi-dinh-{code}.pdf",
        )

    def _ask_dismissal(self) -> None:
        if self._record is not None:
            self.dismissal_asked.emit(self._record)

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
                self.tr("Trưởng thôn đương nhiệm"),
                self,
                explain=self.tr(
                    "Người đang giữ chức. Từ khi công nhận kết quả bầu cử, người trúng cử tự thành trưởng "
                    "thôn ở đây; người giữ chức theo quyết định thì thay ở Chi bộ, đảng viên, mục Chức vụ."
                ),
            ),
            "head_is_member": ChoiceField(
                self.tr("Trưởng thôn là đảng viên"),
                [unknown, yes, no],
                self,
                explain=self.tr(
                    "Theo lời khai; người có trong danh sách đảng viên thì tự tính, không sửa ở đây."
                ),
            ),
            "provisional_head": TextField(
                self.tr("Trưởng thôn lâm thời"),
                self,
                explain=self.tr("Người xã chỉ định giữ nhiệm vụ cho đến khi bầu được Trưởng thôn."),
            ),
            "provisional_why": ChoiceField(
                self.tr("Lý do chỉ định"),
                [
                    (None, self.tr("Chưa ghi")),
                    ("vacant", self.tr("Khuyết Trưởng thôn")),
                    ("made_anew", self.tr("Thành lập, tổ chức lại thôn")),
                ],
                self,
                explain=self.tr("In vào quyết định chỉ định. Nghị định 59/2023/NĐ-CP, khoản 3 Điều 9."),
            ),
            "provisional_number": TextField(
                self.tr("Số quyết định chỉ định"), self, explain=self.tr("Số và ký hiệu, ví dụ 115/QĐ-UBND.")
            ),
            "provisional_from": DateField(
                self.tr("Ngày quyết định chỉ định"),
                self,
                explain=self.tr(
                    "Từ ngày này tính thời hạn: quyết định từ 26/5/2026 thì không quá 6 tháng (Nghị định "
                    "185/2026/NĐ-CP, khoản 2 Điều 4), ngày cuối được ghi sẵn."
                ),
            ),
            "provisional_until": DateField(
                self.tr("Giữ nhiệm vụ đến hết ngày"),
                self,
                explain=self.tr(
                    "Trước ngày này phải bầu và công nhận Trưởng thôn; trang Hôm nay nhắc trước 20 ngày."
                ),
            ),
            "especially_difficult": ChoiceField(
                self.tr("Thôn đặc biệt khó khăn"),
                [unknown, yes, no],
                self,
                explain=self.tr("Theo quyết định phê duyệt danh sách thôn đặc biệt khó khăn."),
            ),
            "especially_difficult_from": DateField(
                self.tr("Đặc biệt khó khăn từ ngày"),
                self,
                explain=self.tr("Ngày quyết định có hiệu lực; bỏ trống nếu chưa rõ."),
            ),
            "especially_difficult_until": DateField(
                self.tr("Đặc biệt khó khăn đến hết ngày"),
                self,
                explain=self.tr(
                    "Ngày cuối của giai đoạn hay ngày thôn ra khỏi danh sách. Hết ngày này thì thôi tính."
                ),
            ),
        }


def _head_words(line: HamletLine) -> str:
    tr = QCoreApplication.translate
    said = [
        tr("Hamlets", "Trưởng thôn giữ chức"),
        tr("Hamlets", "từ {0:%d/%m/%Y}").format(line.head_since) if line.head_since else "",
        tr("Hamlets", "theo quyết định số {0}").format(line.head_decision) if line.head_decision else "",
    ]
    return " ".join(filter(None, said)) + "."


def _decision_words(decision: Decision) -> str:
    tr = QCoreApplication.translate
    said = [
        tr("Hamlets", "văn bản số {0}").format(decision.number)
        if decision.number
        else tr("Hamlets", "văn bản"),
        tr("Hamlets", "ngày {0:%d/%m/%Y}").format(decision.decided_on) if decision.decided_on else "",
        tr("Hamlets", "của {0}").format(decision.issuer) if decision.issuer else "",
    ]
    return " ".join(filter(None, said))


def _state_provisional(place: Workplace, code: str, name: str, value: Any) -> None:
    written = cast("Provisional", {name: value})
    state_provisional(place, code, **written)
