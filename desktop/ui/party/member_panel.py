"""One member beside the list: fields saved as each is left, what was stored with a paper, where they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.services.party.members import MemberDetail, StandingLine, edit_member, end_standing, member
from desktop.ui.lists.words import field_word
from desktop.ui.page.page import Context
from desktop.ui.page.record_panel import RecordPanel
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.party.party_words import standing_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label


class MemberPanel(RecordPanel):
    """The panel.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: tuple[int, date | None] = (0, None)
        self._past = QVBoxLayout()
        self._past.setSpacing(style.size("inner"))
        past = QVBoxLayout()
        past.setSpacing(style.size("grid"))
        past.addWidget(label(self.tr("Quá trình"), "field", self))
        past.addLayout(self._past)
        secret = label(
            self.tr(
                "Máy này chỉ giữ danh sách. Không lưu hồ sơ đảng viên: hồ sơ và thẻ là tài liệu mật, giữ "
                "bằng giấy tại Đảng ủy xã."
            ),
            "caption",
            self,
        )
        secret.setWordWrap(True)
        past.addWidget(secret)
        fields = self._fields()
        self.set_fields(fields, _laid(fields), past)

    def load(self, key: int, on: date | None) -> None:
        """Show a member as of a day."""
        self._wanted = key, on
        workplace = self.context.workplace
        self.context.ask(lambda: member(workplace, key, on), self._show, lambda _: None)

    def writing(self, record: MemberDetail, name: str, value: Any) -> Callable[[], MemberDetail]:
        """Return what writes a field of the member."""
        return partial(edit_member, self.context.workplace, record.id, name, value)

    def written(self, result: MemberDetail) -> None:
        """Show the member as now."""
        self._show(result)

    def detail(self) -> MemberDetail | None:
        """Return the member on show."""
        found: MemberDetail | None = self._record
        return found

    def _show(self, detail: MemberDetail) -> None:
        if detail.id != self._wanted[0]:
            return
        self.set_record(detail)
        self.set_title(detail.name)
        self._tell_past(detail)

    def _tell_past(self, detail: MemberDetail) -> None:
        clear(self._past)
        for held in detail.standings:
            self._past.addWidget(self._said(_standing_words(held)))
            if held.ends_on is None:
                button = quiet(self.tr("Ghi ngày hết…"), self)
                button.clicked.connect(partial(self._end, detail, held))
                self._past.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for name, first, last in detail.branches:
            days = " ".join(
                word
                for word in (
                    self.tr("từ {0:%d/%m/%Y}").format(first) if first else "",
                    self.tr("đến {0:%d/%m/%Y}").format(last) if last else "",
                )
                if word
            )
            self._past.addWidget(self._said(f"{name}, {days}" if days else name))

    def _said(self, text: str) -> QWidget:
        said = label(text, "caption", self)
        said.setWordWrap(True)
        return said

    def _end(self, detail: MemberDetail, held: StandingLine, _: bool = False) -> None:
        workplace = self.context.workplace
        asked = Asked(
            self.tr("{0} thôi {1}").format(detail.name, standing_word(held.kind).lower()),
            self.tr("Từ ngày sau đó tình trạng lại tính theo ngày vào Đảng và ngày chính thức."),
            self.tr("Ghi ngày"),
        )
        DayQuestion(
            self.window(),
            asked,
            self.tr("Ngày cuối"),
            workplace.today(),
            lambda day, done, failed: self.context.do(
                lambda _: end_standing(workplace, detail.id, held.id, day), done=done, failed=failed
            ),
        ).open()

    def _fields(self) -> dict[str, Field]:
        day = self.tr("Ngày/tháng/năm, tháng/năm hoặc chỉ năm; phần chưa biết thì để trống, không đặt 01/01.")
        return {
            "name": TextField(field_word("name"), self, explain=self.tr("Ghi đủ dấu, như trên thẻ.")),
            "birth": TextField(field_word("birth"), self, explain=day),
            "sex": ChoiceField(
                field_word("sex"),
                [("", self.tr("Chưa rõ")), ("Nam", self.tr("Nam")), ("Nữ", self.tr("Nữ"))],
                self,
                explain=self.tr("Như trên thẻ căn cước."),
            ),
            "admitted": TextField(
                field_word("admitted"),
                self,
                explain=self.tr("Ngày tổ chức lễ kết nạp; dự bị tính từ ngày này. {0}").format(day),
            ),
            "official": TextField(
                field_word("official"),
                self,
                explain=self.tr("Ngày được công nhận chính thức; từ ngày này có quyền biểu quyết."),
            ),
            "post": TextField(field_word("post"), self, explain=self.tr("Như danh sách của chi bộ ghi.")),
            "identity": TextField(
                field_word("identity"),
                self,
                explain=self.tr("12 số của thẻ căn cước. Mọi danh sách đều che bớt số này."),
            ),
            "card": TextField(
                field_word("card"),
                self,
                explain=self.tr("Từ 02/9/2025 số thẻ là số định danh, nên cũng được che trong danh sách."),
            ),
            "ethnic": TextField(field_word("ethnic"), self, explain=self.tr("Chỉ ghi khi biểu mẫu cần tới.")),
            "home": TextField(field_word("home"), self, explain=self.tr("Xã, tỉnh như danh sách ghi.")),
            "note": TextField(field_word("note"), self, explain=self.tr("Điều cần nhớ về dòng này.")),
        }


def _standing_words(held: StandingLine) -> str:
    until = f"–{held.ends_on:%d/%m/%Y}" if held.ends_on else ""
    rest = ", ".join(part for part in (held.place, held.reason, held.paper) if part)
    said = f"{standing_word(held.kind)} {held.starts_on:%d/%m/%Y}{until}"
    return f"{said}: {rest}" if rest else said


def _laid(fields: Mapping[str, Field]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(style.size("grid"))
    grid.setVerticalSpacing(style.size("grid"))
    rows = (
        ("name",),
        ("birth", "sex"),
        ("admitted",),
        ("official",),
        ("post",),
        ("identity",),
        ("card",),
        ("ethnic",),
        ("home",),
        ("note",),
    )
    for row, names in enumerate(rows):
        for column, name in enumerate(names):
            grid.addWidget(fields[name], row, column, 1, 3 - len(names), Qt.AlignmentFlag.AlignTop)
    return grid
