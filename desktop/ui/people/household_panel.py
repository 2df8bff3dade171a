"""One household beside the list: its fields, saved as each is left, and its past."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.lists.columns import column_words
from desktop.services.office.workplace import VIET_NAM
from desktop.services.people.record import HouseholdDetail, edit_household, end_household, household
from desktop.ui.page.page import Context
from desktop.ui.page.record_panel import RecordPanel
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.page.ways import Way
from desktop.ui.people.members_part import MembersPart
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import Button, quiet
from desktop.ui.widgets.card import hairline
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field, width_of
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.ui.widgets.labels import label

_WORDS = column_words("households")

_FIELDS = ("name", "birth", "sex", "identity", "ethnic", "members")


class HouseholdPanel(RecordPanel):
    """The panel.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted = 0
        self.end: Button = quiet("", self)
        self.end.clicked.connect(lambda _=False: self._end())
        self.head.addWidget(self.end)
        self._past = QVBoxLayout()
        self._past.setSpacing(style.size("inner"))
        self.people = MembersPart(context, self)
        past = QVBoxLayout()
        past.setSpacing(style.size("grid"))
        past.addWidget(self.people)
        past.addWidget(hairline(self))
        past.addWidget(label(self.tr("Đã ghi"), "field", self))
        past.addLayout(self._past)
        fields = self._fields()
        self.set_fields(fields, _laid(fields), past)

    def load(self, key: int) -> None:
        """Show a household."""
        self._wanted = key
        workplace = self.context.workplace
        self.context.ask(lambda: household(workplace, key), self._show, lambda _: None)

    def writing(self, record: HouseholdDetail, name: str, value: Any) -> Callable[[], HouseholdDetail]:
        """Return what writes a field of the household."""
        return partial(edit_household, self.context.workplace, record.id, name, value)

    def written(self, result: HouseholdDetail) -> None:
        """Show the household as it is now."""
        self._show(result)

    def _show(self, detail: HouseholdDetail) -> None:
        if detail.id != self._wanted:
            return
        self.set_record(detail)
        self.set_title(detail.hamlet)
        self.people.load(detail.id)
        if detail.doubts:
            said = {
                "province": self.tr("Ba số đầu không phải mã tỉnh nào. Hãy xem lại thẻ."),
                "sex": self.tr("Số này là của giới khác. Hãy xem lại thẻ."),
                "birth_year": self.tr("Số này là của năm sinh khác. Hãy xem lại thẻ."),
            }
            self.fields["identity"].set_problem(said[detail.doubts[0]], "attention")
        if detail.elsewhere:
            places = ", ".join(dict.fromkeys(one.hamlet for one in detail.elsewhere))
            self.fields["name"].set_problem(
                self.tr("Có vẻ cùng một người còn đứng tên hộ ở {0}.").format(places), "attention"
            )
        self.end.setText(self.tr("Cho ở lại") if detail.ends_on else self.tr("Thôi ở đây…"))
        self._tell_past(detail)

    def _end(self) -> None:
        detail: HouseholdDetail | None = self._record
        if detail is None:
            return
        workplace = self.context.workplace
        if detail.ends_on is not None:
            self.context.do(lambda _: end_household(workplace, detail.id, None))
            return
        asked = Asked(
            self.tr("Hộ {0} thôi ở đây").format(detail.name),
            self.tr("Hộ không vào danh sách bầu cử mới; danh sách đã chốt vẫn giữ nguyên."),
            self.tr("Ghi ngày thôi"),
        )

        def submit(day: date, done: Callable[[object], None], failed: Callable[[Refusal], None]) -> None:
            def ended(result: object) -> None:
                done(result)
                # The household that stands here next would be ended by the same keys.
                self.left.emit()
                self._tell_ended(detail, day)

            self.context.do(lambda _: end_household(workplace, detail.id, day), done=ended, failed=failed)

        DayQuestion(self.window(), asked, self.tr("Ngày cuối ở đây"), workplace.today(), submit).open()

    def _tell_ended(self, detail: HouseholdDetail, day: date) -> None:
        """Say that a household has left the list, and offer to take it back."""
        context = self.context
        said = self.tr("Hộ {0} thôi ở đây sau ngày {1:%d/%m/%Y}; về sau xem ở “Hộ đã thôi”.")
        back = self.tr("Hộ {0} vẫn ở đây như trước.").format(detail.name)

        def take_back() -> None:
            context.do(
                lambda _: end_household(context.workplace, detail.id, None),
                done=lambda _: context.told.emit(back, "done"),
            )

        context.offered.emit(said.format(detail.name, day), "done", Way(self.tr("Hoàn tác"), take_back))

    def _tell_past(self, detail: HouseholdDetail) -> None:
        clear(self._past)
        lines = []
        if detail.ends_on is not None:
            lines.append(self.tr("Thôi ở đây từ sau {0:%d/%m/%Y}").format(detail.ends_on))
        for line in detail.history:
            what = {
                "import.new": self.tr("Nhập mới"),
                "import.changed": self.tr("Nhập, có thay đổi"),
                "household.edit": self.tr("Sửa tay"),
                "household.add": self.tr("Thêm hộ"),
                "household.head": self.tr("Đổi chủ hộ"),
                "household.represent": self.tr("Ghi người đại diện"),
                "household.end": self.tr("Ghi ngày thôi"),
                "household.continue": self.tr("Cho ở lại"),
                "hamlet.rename": self.tr("Thôn đổi tên"),
                "hamlet.merge": self.tr("Sáp nhập thôn"),
                "hamlet.mergers": self.tr("Sáp nhập thôn"),
                "hamlet.split": self.tr("Tách thôn"),
                "hamlet.dissolve": self.tr("Giải thể thôn"),
            }.get(line.action, line.action)
            words = [_WORDS[field].lower() for field in line.fields if field in _FIELDS]
            at = line.at.astimezone(VIET_NAM)
            rest = ", ".join(words) if words else line.file_name
            lines.append(f"{at:%d/%m/%Y %H:%M}  {what}" + (f": {rest}" if rest else ""))
        for text in lines:
            said = label(text, "caption", self)
            said.setWordWrap(True)
            self._past.addWidget(said)

    def _fields(self) -> dict[str, Field]:
        return {
            "name": TextField(
                self.tr("Họ và tên chủ hộ"), self, explain=self.tr("Ghi đủ dấu, như trên thẻ.")
            ),
            "birth": TextField(
                _WORDS["birth"],
                self,
                explain=self.tr(
                    "Ngày/tháng/năm, hoặc tháng/năm, hoặc chỉ năm như trong sổ hộ tịch. Phần chưa biết thì "
                    "để trống, không đặt 01/01; khi tính tuổi, năm trơn được tính từ 01/01."
                ),
            ),
            "sex": ChoiceField(
                _WORDS["sex"],
                [("", self.tr("Trống")), ("Nam", self.tr("Nam")), ("Nữ", self.tr("Nữ"))],
                self,
                explain=self.tr("Dùng để ghi Ông hay Bà trên giấy tờ; chưa rõ thì giấy tờ chỉ ghi họ tên."),
            ),
            "identity": TextField(
                _WORDS["identity"],
                self,
                explain=self.tr(
                    "12 số của thẻ căn cước, hoặc 9 số của chứng minh cũ. Mọi danh sách đều che bớt số này."
                ),
            ),
            "ethnic": TextField(
                _WORDS["ethnic"],
                self,
                explain=self.tr("Chỉ ghi khi một biểu mẫu cần tới."),
            ),
            "members": NumberField(
                _WORDS["members"],
                self,
                explain=self.tr("Số người trong hộ; không ảnh hưởng số phiếu."),
            ),
            "starts_on": DateField(
                self.tr("Ở đây từ ngày"),
                self,
                explain=self.tr(
                    "Để trống là ở từ trước. Hộ ở từ sau ngày bầu thì không vào danh sách cuộc bầu đó."
                ),
            ),
        }


def _laid(fields: Mapping[str, Field]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(style.size("grid"))
    grid.setVerticalSpacing(style.size("grid"))
    # A long error under the one leaves the other its room, and a date stands whole.
    for column, share in enumerate((9, 7)):
        grid.setColumnStretch(column, share)
    rows = (("name",), ("birth", "sex"), ("identity",), ("ethnic", "members"), ("starts_on",))
    for row, names in enumerate(rows):
        for column, name in enumerate(names):
            field = fields[name]
            if name == "birth":
                field.box().setMinimumWidth(width_of("28/08/2008"))
            if isinstance(field, NumberField):
                field.line.setMaximumWidth(16777215)
            grid.addWidget(field, row, column, 1, 3 - len(names), Qt.AlignmentFlag.AlignTop)
    return grid
