"""Questions about a working group: what it is, whom it looks after, who comes into it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.services.groups.working_groups import GroupKind, NewGroup
from desktop.ui.groups.group_words import kind_choices
from desktop.ui.page.holder_fields import HolderFields
from desktop.ui.page.page import Context
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.page.ticks import TickList
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class NewMember:
    """Who comes into a group: a name, as what, and the person of the registers where somebody said who."""

    name: str
    role: str
    person: int | None


class GroupQuestion(RowsQuestion):
    """Asks for a group.

    Args:
        parent: the window it belongs to.
        year: of the congresses, offered.
        submit: is given a ``NewGroup``.
        held: what is written already; None for a new one.
    """

    def __init__(self, parent: QWidget | None, year: int, submit: Submit, held: NewGroup | None) -> None:
        asked = Asked(
            self.tr("Lập tiểu ban, tổ công tác") if held is None else self.tr("Sửa {0}").format(held.name),
            self.tr("Sau đó ghi người trong tổ và các chi bộ, thôn mà tổ phụ trách."),
            self.tr("Lập") if held is None else self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        self.kind = ChoiceField(self.tr("Loại"), kind_choices(), self)
        self.year = NumberField(self.tr("Năm đại hội"), self)
        self.name = TextField(
            self.tr("Tên"), self, explain=self.tr("Ví dụ Tiểu ban nhân sự, Tổ công tác số 1.")
        )
        self.task = TextField(self.tr("Nhiệm vụ"), self)
        self.number = TextField(self.tr("Số quyết định"), self)
        self.dated = DateField(self.tr("Ngày quyết định"), self)
        said = held or NewGroup(year, GroupKind.SUBCOMMITTEE, "")
        for field, value in (
            (self.kind, said.kind),
            (self.year, said.year),
            (self.name, said.name),
            (self.task, said.task),
            (self.number, said.paper_number),
            (self.dated, said.paper_on),
        ):
            field.set_value(value)
        self.row(self.kind, self.year)
        self.row(self.name)
        self.row(self.task)
        self.row(self.number, self.dated)
        self.name.setFocus()

    def _agree(self) -> None:
        self.kind.commit()
        if not self.filled(self.name, self.tr("Hãy ghi tên tiểu ban, tổ.")):
            return
        if not self.committed(self.year, self.task, self.number) or not self.check_day(
            self.dated, needed=False
        ):
            return
        self.hand_in(
            NewGroup(
                year=self.year.value() or 0,
                kind=self.kind.value(),
                name=self.name.value(),
                task=self.task.value(),
                paper_number=self.number.value(),
                paper_on=self.dated.value(),
            )
        )


class TicksQuestion(RowsQuestion):
    """Asks which of several are meant, and hands in the keys of those that are ticked.

    Args:
        parent: the window it belongs to.
        asked: its words.
        offered: words by their keys, in order.
        submit: is given a tuple of keys.
        ticked: keys that are ticked at first.
    """

    def __init__(
        self,
        parent: QWidget | None,
        asked: Asked,
        offered: Mapping[Hashable, str],
        submit: Submit,
        ticked: Collection[Hashable] = (),
    ) -> None:
        super().__init__(parent, asked, submit)
        self.ticks = TickList(asked.headline, offered, self, ticked)
        self.body.addWidget(
            label(self.tr("Phím cách để chọn; Shift và mũi tên để chọn nhiều"), "field", self)
        )
        self.body.addWidget(self.ticks)
        self.ticks.setFocus()

    def _agree(self) -> None:
        self.hand_in(self.ticks.ticked())


class GroupMemberQuestion(RowsQuestion):
    """Asks who comes into a group and as what.

    Args:
        context: the open office and the runner.
        parent: the window it belongs to.
        group: its name.
        submit: is given a ``NewMember``.
    """

    def __init__(self, context: Context, parent: QWidget | None, group: str, submit: Submit) -> None:
        asked = Asked(
            self.tr("Thêm người vào {0}").format(group),
            self.tr("Người có trong sổ thì chọn đúng người; người nơi khác chỉ cần họ tên."),
            self.tr("Thêm"),
        )
        super().__init__(parent, asked, submit)
        self.who = HolderFields(context, self)
        self.role = TextField(
            self.tr("Vai trò"), self, explain=self.tr("Ví dụ Trưởng tiểu ban, thành viên. Có thể để trống.")
        )
        self.body.addWidget(self.who)
        self.row(self.role)
        self.who.name.setFocus()

    def _agree(self) -> None:
        if not self.filled(self.who.name, self.tr("Hãy ghi họ tên.")):
            return
        if self.committed(self.role):
            self.hand_in(NewMember(self.who.name.value(), self.role.value(), self.who.person()))
