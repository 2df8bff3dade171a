"""One household beside the list: its fields, saved as each is left, and its past."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.household_record import HouseholdDetail, edit_household, end_household, household
from desktop.services.workplace import VIET_NAM
from desktop.ui import style
from desktop.ui.day_question import DayQuestion
from desktop.ui.focus import holds_focus
from desktop.ui.import_words import field_word
from desktop.ui.page import Context
from desktop.ui.widgets.buttons import Button, quiet
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.fields import ChoiceField, Field, NumberField, TextField
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence

_FIELDS = ("name", "birth", "sex", "identity", "ethnic", "members")


class HouseholdPanel(Card):
    """The panel; there is no Save button, and Ctrl+Z takes the last change back.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._detail: HouseholdDetail | None = None
        self._wanted = 0
        self._undone: list[tuple[int, str, Any]] = []
        self.setFixedWidth(style.size("side_panel_narrow"))
        self.end: Button = quiet("", self)
        self.end.clicked.connect(lambda _=False: self._end())
        self.head.addWidget(self.end)
        self.fields: dict[str, Field] = {
            "name": TextField(
                self.tr("Họ và tên chủ hộ"), self, explain=self.tr("Ghi đủ dấu, như trên thẻ.")
            ),
            "birth": TextField(
                field_word("birth"),
                self,
                explain=self.tr(
                    "Ngày/tháng/năm, hoặc tháng/năm, hoặc chỉ năm như trong sổ hộ tịch. Phần chưa biết thì "
                    "để trống, không đặt 01/01; khi tính tuổi, năm trơn được tính từ 01/01."
                ),
            ),
            "sex": ChoiceField(
                field_word("sex"),
                [("", self.tr("Chưa rõ")), ("Nam", self.tr("Nam")), ("Nữ", self.tr("Nữ"))],
                self,
                explain=self.tr("Dùng để ghi Ông hay Bà trên phiếu bầu."),
            ),
            "identity": TextField(
                field_word("identity"),
                self,
                explain=self.tr(
                    "12 số của thẻ căn cước, hoặc 9 số của chứng minh cũ. Mọi danh sách đều che bớt số này."
                ),
            ),
            "ethnic": TextField(
                field_word("ethnic"), self, explain=self.tr("Chỉ ghi khi một biểu mẫu cần tới.")
            ),
            "members": NumberField(
                field_word("members"), self, explain=self.tr("Số người trong hộ; không ảnh hưởng số phiếu.")
            ),
        }
        for name, field in self.fields.items():
            field.committed.connect(lambda value, name=name: self._edit(name, value))
        self._past = QVBoxLayout()
        self._past.setSpacing(style.size("inner"))
        self._lay_out()
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Undo, self, context=near).activated.connect(self._take_back)

    def load(self, key: int) -> None:
        """Show a household."""
        self._wanted = key
        workplace = self._context.workplace
        self._context.ask(lambda: household(workplace, key), self._show, lambda _: None)

    def commit(self) -> None:
        """Take what stands in the field in focus, as on leaving it."""
        for field in self.fields.values():
            if holds_focus(field):
                field.commit()

    def focus_first(self) -> None:
        """Go to the first field."""
        self.fields["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_text(self) -> str:
        """Explain the field in focus; empty where none is."""
        return next((field.explain for field in self.fields.values() if holds_focus(field)), "")

    def _show(self, detail: HouseholdDetail) -> None:
        if detail.id != self._wanted:
            return
        if self._detail is None or self._detail.id != detail.id:
            self._undone = []
        self._detail = detail
        self.set_title(detail.hamlet)
        for name, field in self.fields.items():
            field.set_value(getattr(detail, name))
        if detail.doubts:
            said = {
                "province": self.tr("Ba số đầu không phải mã tỉnh nào. Hãy xem lại thẻ."),
                "sex": self.tr("Số này là của giới khác. Hãy xem lại thẻ."),
                "birth_year": self.tr("Số này là của năm sinh khác. Hãy xem lại thẻ."),
            }
            self.fields["identity"].set_problem(said[detail.doubts[0]], "attention")
        self.end.setText(self.tr("Cho ở lại") if detail.ends_on else self.tr("Thôi ở đây…"))
        self._tell_past(detail)

    def _edit(self, name: str, value: Any) -> None:
        detail = self._detail
        if detail is None:
            return
        self._change(detail.id, name, value, remembered=(detail.id, name, getattr(detail, name)))

    def _change(self, key: int, name: str, value: Any, remembered: tuple[int, str, Any] | None) -> None:
        workplace = self._context.workplace

        def done(detail: HouseholdDetail) -> None:
            if remembered is not None:
                self._undone.append(remembered)
            self.fields[name].set_problem(None)
            self._show(detail)

        def failed(refusal: Refusal) -> None:
            if self._detail is not None and self._detail.id == key:
                self.fields[name].set_problem(refusal_sentence(refusal))
            else:
                self._context.runner.failed.emit(refusal)

        self._context.do(
            lambda _: edit_household(workplace, key, name, value), "households", done=done, failed=failed
        )

    def _take_back(self) -> None:
        if self._undone:
            key, name, value = self._undone.pop()
            self._change(key, name, value, remembered=None)

    def _end(self) -> None:
        detail = self._detail
        if detail is None:
            return
        workplace = self._context.workplace
        if detail.ends_on is not None:
            self._context.do(lambda _: end_household(workplace, detail.id, None), "households")
            return
        DayQuestion(
            self.window(),
            self.tr("Hộ {0} thôi ở đây").format(detail.name),
            self.tr("Hộ không vào danh sách bầu cử mới; danh sách đã chốt vẫn giữ nguyên."),
            words=self.tr("Ngày cuối ở đây"),
            yes=self.tr("Ghi ngày thôi"),
            day=workplace.today(),
            submit=lambda day, done, failed: self._context.do(
                lambda _: end_household(workplace, detail.id, day), "households", done=done, failed=failed
            ),
        ).exec()

    def _tell_past(self, detail: HouseholdDetail) -> None:
        while (item := self._past.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = []
        if detail.ends_on is not None:
            lines.append(self.tr("Thôi ở đây từ sau {0:%d/%m/%Y}").format(detail.ends_on))
        for line in detail.history:
            what = {
                "import.new": self.tr("Nhập mới"),
                "import.changed": self.tr("Nhập, có thay đổi"),
                "household.edit": self.tr("Sửa tay"),
                "household.add": self.tr("Thêm hộ"),
                "household.end": self.tr("Ghi ngày thôi"),
                "household.continue": self.tr("Cho ở lại"),
            }.get(line.action, line.action)
            words = [field_word(field).lower() for field in line.fields if field in _FIELDS]
            at = line.at.astimezone(VIET_NAM)
            rest = ", ".join(words) if words else line.file_name
            lines.append(f"{at:%d/%m/%Y %H:%M}  {what}" + (f": {rest}" if rest else ""))
        for text in lines:
            said = QLabel(text, self)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setProperty("part", "caption")
            said.setWordWrap(True)
            self._past.addWidget(said)
        self._past.addStretch(1)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.size("grid"))
        grid.setVerticalSpacing(style.size("grid"))
        for row, names in enumerate((("name",), ("birth", "sex"), ("identity",), ("ethnic", "members"))):
            for column, name in enumerate(names):
                field = self.fields[name]
                if isinstance(field, NumberField):
                    field.line.setMaximumWidth(16777215)
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(field, row, column, 1, 3 - len(names), top)
        holder = QWidget(self)
        holder.setProperty("kind", "plain")
        column_ = QVBoxLayout(holder)
        column_.setContentsMargins(0, 0, 6, 0)
        column_.setSpacing(style.size("grid"))
        column_.addLayout(grid)
        column_.addSpacing(style.size("inner"))
        column_.addWidget(hairline(holder))
        column_.addWidget(label(self.tr("Đã ghi"), "field", holder))
        column_.addLayout(self._past, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self.body.addWidget(area, 1)
