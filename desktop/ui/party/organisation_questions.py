"""Questions about an organisation: made, renamed, its term, lengthened, merged, ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.party.organisations import NewOrganisation, OrganisationKind
from desktop.services.party.terms import Lengthening, NewTerm
from desktop.services.places.succession import Decision
from desktop.ui.page.decision_fields import DecisionFields
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.page.ticks import TickList
from desktop.ui.party.structure_words import organisation_kind_word
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Changed:
    """What was answered: a name, a day (None for none), the codes that were ticked, the decision."""

    name: str
    day: date | None
    codes: tuple[str, ...]
    decision: Decision


class OrganisationQuestion(SubmittedQuestion):
    """Asks for a new organisation: kind, name, hamlets, first day, decision.

    Args:
        parent: the window it belongs to.
        hamlets: codes and names of those that no branch gathers.
        submit: is given a ``NewOrganisation``.
    """

    def __init__(self, parent: QWidget | None, hamlets: Mapping[str, str], submit: Submit) -> None:
        asked = Asked(
            _tr("Thêm đảng bộ, chi bộ"),
            _tr(
                "Chi bộ thôn gồm một hay nhiều thôn; chi bộ ghép thì chọn nhiều thôn. Chi bộ khác không chọn."
            ),
            _tr("Thêm"),
        )
        super().__init__(parent, asked, submit)
        kinds = [(kind, organisation_kind_word(kind)) for kind in OrganisationKind]
        self.kind = ChoiceField(self.tr("Loại"), kinds, self)
        self.kind.set_value(OrganisationKind.RESIDENTIAL)
        self.name = TextField(self.tr("Tên"), self)
        self._any = bool(hamlets)
        above = (
            self.tr("Các thôn chưa có chi bộ (phím cách để chọn)")
            if hamlets
            else self.tr("Thôn nào cũng đã có chi bộ. Muốn ghép thôn thì sáp nhập chi bộ.")
        )
        self.above = label(above, "field", self)
        self.ticks = TickList(self.tr("Các thôn"), hamlets, self)
        self.day = DateField(self.tr("Thành lập ngày, nếu biết"), self)
        self.decision = DecisionFields(self)
        self.body.addLayout(_pair(self.kind, self.name))
        self.body.addWidget(self.above)
        self.body.addWidget(self.ticks)
        self.body.addWidget(self.day)
        self.body.addWidget(self.decision)
        self.kind.committed.connect(lambda _: self._show_hamlets())
        self._show_hamlets()
        self.name.setFocus()

    def answer(self) -> NewOrganisation:
        """Return what stands in the fields."""
        residential = self.kind.value() is OrganisationKind.RESIDENTIAL
        return NewOrganisation(
            self.kind.value(),
            self.name.value(),
            self.ticks.ticked() if residential else (),
            self.day.value(),
            self.decision.value(),
        )

    def _show_hamlets(self) -> None:
        residential = self.kind.value() is OrganisationKind.RESIDENTIAL
        self.above.setVisible(residential)
        self.ticks.setVisible(residential and self._any)

    def _agree(self) -> None:
        if self.check_day(self.day, needed=False):
            self.hand_in(self.answer())


class ChangeQuestion(SubmittedQuestion):
    """Asks for a change by a decision: a new name, or a merger of several, or an end.

    Args:
        parent: the window it belongs to.
        asked: its words.
        submit: is given a ``Changed``.
        name: offered as name; None where no name is asked for.
        day: word of the day; ``today`` is offered, unless the day may be left out.
        branches: codes and names of branches that can be ticked, none for no list; ``ticked`` at first.
    """

    def __init__(
        self,
        parent: QWidget | None,
        asked: Asked,
        submit: Submit,
        *,
        name: str | None,
        day: tuple[str, date | None],
        branches: Mapping[str, str] | None = None,
        ticked: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent, asked, submit)
        self._needs_day = day[1] is not None
        self.ticks = TickList(self.tr("Các chi bộ"), branches or {}, self, ticked)
        self.name = TextField(self.tr("Tên mới"), self)
        self.name.set_value(name or "")
        self.day = DateField(day[0], self)
        self.day.set_value(day[1])
        self.decision = DecisionFields(self)
        if branches is not None:
            self.body.addWidget(label(self.tr("Các chi bộ được sáp nhập (phím cách để chọn)"), "field", self))
            self.body.addWidget(self.ticks)
        self.ticks.setVisible(branches is not None)
        self.body.addLayout(_pair(self.name, self.day))
        self.name.setVisible(name is not None)
        self.body.addWidget(self.decision)
        (self.ticks if branches is not None else self.name if name is not None else self.day).setFocus()

    def answer(self) -> Changed:
        """Return what stands in the fields."""
        return Changed(self.name.value(), self.day.value(), self.ticks.ticked(), self.decision.value())

    def _agree(self) -> None:
        if self.check_day(self.day, needed=self._needs_day):
            self.hand_in(self.answer())


@dataclass(frozen=True, slots=True)
class Gathered:
    """Which hamlets a branch gathers from a day on, by their codes."""

    codes: tuple[str, ...]
    day: date | None


class GatherQuestion(SubmittedQuestion):
    """Asks which hamlets a branch gathers, and from which day on.

    Args:
        parent: the window it belongs to.
        name: of the branch.
        hamlets: codes and names of its own and of those that no branch gathers.
        held: codes of its own.
        today: offered as the day.
        submit: is given a ``Gathered``.
    """

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        hamlets: Mapping[str, str],
        held: tuple[str, ...],
        today: date,
        submit: Submit,
    ) -> None:
        asked = Asked(
            _tr("{0} gồm những thôn nào?").format(name),
            _tr(
                "Thôn chưa có đảng viên thì sinh hoạt ghép: chọn thêm thôn đó. Thôn đã có chi bộ riêng thì "
                "không có trong danh sách; muốn ghép thì sáp nhập chi bộ."
            ),
            _tr("Ghi các thôn"),
        )
        super().__init__(parent, asked, submit)
        self.ticks = TickList(self.tr("Các thôn"), hamlets, self, held)
        self.day = DateField(self.tr("Từ ngày"), self)
        self.day.set_value(today)
        self.body.addWidget(label(self.tr("Các thôn của chi bộ (phím cách để chọn)"), "field", self))
        self.body.addWidget(self.ticks)
        self.body.addWidget(self.day)
        self.ticks.setFocus()

    def _agree(self) -> None:
        if self.check_day(self.day, needed=True):
            self.hand_in(Gathered(self.ticks.ticked(), self.day.value()))


class TermQuestion(SubmittedQuestion):
    """Asks for a term: which congress, first and last day.

    Args:
        parent: the window it belongs to.
        name: of the organisation.
        submit: is given a ``NewTerm``.
    """

    def __init__(self, parent: QWidget | None, name: str, submit: Submit) -> None:
        asked = Asked(
            _tr("Nhiệm kỳ của {0}").format(name),
            _tr("Bỏ trống lần thứ thì tính tiếp lần trước; chi bộ mới sáp nhập tính lại từ lần thứ nhất."),
            _tr("Ghi nhiệm kỳ"),
        )
        super().__init__(parent, asked, submit)
        self.congress = NumberField(self.tr("Đại hội lần thứ, nếu biết"), self)
        self.first = DateField(self.tr("Từ ngày (ngày đại hội)"), self)
        self.last = DateField(self.tr("Đến hết ngày"), self)
        self.body.addWidget(self.congress)
        self.body.addLayout(_pair(self.first, self.last))
        self.first.setFocus()

    def _agree(self) -> None:
        if self.check_day(self.first, needed=True) and self.check_day(self.last, needed=True):
            self.hand_in(NewTerm(self.first.value(), self.last.value(), self.congress.value() or None))


class LengthenQuestion(SubmittedQuestion):
    """Asks until when a term is lengthened, by whom, and by which decision.

    Args:
        parent: the window it belongs to.
        name: of the organisation.
        submit: is given a ``Lengthening``.
    """

    def __init__(self, parent: QWidget | None, name: str, submit: Submit) -> None:
        asked = Asked(
            _tr("Kéo dài nhiệm kỳ của {0}").format(name),
            _tr("Cấp trên quyết định; ngày cuối cũ vẫn giữ trong danh sách."),
            _tr("Ghi kéo dài"),
        )
        super().__init__(parent, asked, submit)
        self.until = DateField(self.tr("Kéo dài đến hết ngày"), self)
        self.by = TextField(self.tr("Cấp quyết định"), self)
        self.number = TextField(self.tr("Số quyết định"), self)
        self.decided_on = DateField(self.tr("Ngày ký"), self)
        self.body.addLayout(_pair(self.until, self.by))
        self.body.addLayout(_pair(self.number, self.decided_on))
        self.until.setFocus()

    def _agree(self) -> None:
        if self.check_day(self.until, needed=True) and self.check_day(self.decided_on, needed=False):
            self.hand_in(
                Lengthening(self.until.value(), self.by.value(), self.number.value(), self.decided_on.value())
            )


def _pair(left: Field, right: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style.size("grid"))
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
