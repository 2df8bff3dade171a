"""Asks for a work that is registered to welcome congresses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.services.groups.cared_for import CaredFor
from desktop.services.groups.works import NewWork
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class WorkQuestion(RowsQuestion):
    """Asks what is done, where, by whom and by when.

    Args:
        parent: the window it belongs to.
        year: of the congresses.
        units: to choose from.
        submit: is given a ``NewWork``.
        held: what is written already; None for a new one.
    """

    def __init__(
        self,
        parent: QWidget | None,
        year: int,
        units: Sequence[CaredFor],
        submit: Submit,
        held: NewWork | None,
    ) -> None:
        asked = Asked(
            self.tr("Đăng ký công trình, phần việc") if held is None else self.tr("Sửa công trình"),
            self.tr("Chào mừng đại hội chi bộ năm {0}.").format(year),
            self.tr("Đăng ký") if held is None else self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        self._year = year
        self._units = {one.key: one for one in units}
        if held is not None and held.unit is not None:
            self._units.setdefault(held.unit.key, held.unit)
        self.what = TextField(self.tr("Công trình, phần việc"), self)
        self.unit = ChoiceField(
            self.tr("Đơn vị"),
            [(None, self.tr("Toàn xã")), *((key, one.name) for key, one in self._units.items())],
            self,
        )
        self.who = TextField(self.tr("Ai phụ trách"), self)
        self.due = DateField(self.tr("Xong trước hết ngày"), self)
        self.note = TextField(self.tr("Ghi chú"), self)
        if held is not None:
            for field, value in (
                (self.what, held.what),
                (self.unit, held.unit.key if held.unit is not None else None),
                (self.who, held.who),
                (self.due, held.due_on),
                (self.note, held.note),
            ):
                field.set_value(value)
        self.row(self.what)
        self.row(self.unit, self.due)
        self.row(self.who)
        self.row(self.note)
        self.what.setFocus()

    def _agree(self) -> None:
        if not self.filled(self.what, self.tr("Hãy ghi công trình, phần việc.")):
            return
        if not self.committed(self.unit, self.note) or not self.check_day(self.due, needed=True):
            return
        if not self.filled(self.who, self.tr("Hãy ghi ai phụ trách.")):
            return
        key = self.unit.value()
        self.hand_in(
            NewWork(
                year=self._year,
                what=self.what.value(),
                who=self.who.value(),
                due_on=self.due.value(),
                unit=self._units[key] if key is not None else None,
                note=self.note.value(),
            )
        )
