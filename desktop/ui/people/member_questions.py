"""Questions about the people of a household: who somebody is, what became of the head, who votes for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.services.people.members import END_REASONS, MemberLine, MemberSaid
from desktop.services.people.representatives import NO_PAPER, Paper, RepresentativeView
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import TextField


class MemberQuestion(SubmittedQuestion):
    """Asks who somebody of a household is, and whether they are still with it.

    Args:
        parent: the window it belongs to.
        said: what is known; None for a new member.
        submit: is given a ``MemberSaid``.
    """

    def __init__(self, parent: QWidget | None, said: MemberSaid | None, submit: Submit) -> None:
        asked = Asked(
            said.name if said else _tr("Thêm người trong hộ"),
            "" if said else _tr("Chỉ ghi những gì danh sách cử tri và người đại diện hộ cần tới."),
            _tr("Ghi vào hộ"),
        )
        super().__init__(parent, asked, submit)
        self.name = TextField(self.tr("Họ và tên"), self, explain=self.tr("Ghi đủ dấu, như trên thẻ."))
        self.relation = TextField(self.tr("Quan hệ với chủ hộ"), self)
        self.birth = TextField(
            self.tr("Ngày sinh"), self, explain=self.tr("Ngày/tháng/năm, tháng/năm, hoặc chỉ năm.")
        )
        self.sex = ChoiceField(
            self.tr("Giới"), [("", self.tr("Chưa rõ")), ("Nam", self.tr("Nam")), ("Nữ", self.tr("Nữ"))], self
        )
        self.identity = TextField(self.tr("Số định danh"), self)
        self.starts_on = DateField(self.tr("Ở hộ từ ngày"), self)
        self.capacity = ChoiceField(
            self.tr("Năng lực hành vi dân sự"),
            [(False, self.tr("Đầy đủ")), (True, self.tr("Tòa án tuyên mất, hạn chế"))],
            self,
            explain=self.tr("Người không đủ năng lực hành vi dân sự không đại diện hộ (khoản 2 Điều 18)."),
        )
        self.state = _state_field(self)
        self.ends_on = DateField(self.tr("Ngày cuối ở hộ, nếu biết"), self)
        for pair in (
            (self.name, self.relation),
            (self.birth, self.sex),
            (self.identity, self.starts_on),
            (self.state, self.ends_on),
        ):
            _row(self, *pair)
        self.body.addWidget(self.capacity)
        if said is not None:
            self._fill(said)
        self.name.setFocus()

    def _fill(self, said: MemberSaid) -> None:
        for field, value in (
            (self.name, said.name),
            (self.relation, said.relation),
            (self.birth, said.birth),
            (self.sex, said.sex),
            (self.identity, said.identity),
            (self.starts_on, said.starts_on),
            (self.capacity, said.without_capacity),
            (self.state, said.end_reason),
            (self.ends_on, said.ends_on),
        ):
            field.set_value(value)

    def _agree(self) -> None:
        for field in (self.name, self.relation, self.birth, self.identity):
            field.commit()
        days = (self.starts_on, self.ends_on)
        if all(self.check_day(field, needed=False) for field in days):
            self.hand_in(
                MemberSaid(
                    name=self.name.value(),
                    birth=self.birth.value(),
                    sex=self.sex.value(),
                    identity=self.identity.value(),
                    relation=self.relation.value(),
                    without_capacity=bool(self.capacity.value()),
                    starts_on=self.starts_on.value(),
                    end_reason=self.state.value(),
                    ends_on=self.ends_on.value(),
                )
            )


@dataclass(frozen=True, slots=True)
class HeadSaid:
    """What became of a head, its last day, and the line of the member who heads the household then."""

    reason: Any
    on: date | None
    successor: int | None


class HeadQuestion(SubmittedQuestion):
    """Asks what became of the head of a household, and who heads it then.

    Args:
        parent: the window it belongs to.
        members: of the household, the head first.
        submit: is given a ``HeadSaid``; without a reason the head is with the household after all.
    """

    def __init__(self, parent: QWidget | None, members: Sequence[MemberLine], submit: Submit) -> None:
        head, *others = members
        asked = Asked(
            _tr("Chủ hộ {0}").format(head.name),
            _tr(
                "Chọn người trong hộ làm chủ hộ mới; chưa chọn thì đối chiếu danh sách cử tri sẽ nhắc. "
                "Danh sách đã chốt vẫn giữ nguyên."
            ),
            _tr("Ghi chủ hộ"),
        )
        super().__init__(parent, asked, submit)
        self.state = _state_field(self)
        self.state.set_value(head.end_reason or END_REASONS[0])
        self.day = DateField(self.tr("Ngày, nếu biết"), self)
        self.day.set_value(head.ends_on)
        self.successor = ChoiceField(
            self.tr("Chủ hộ mới"),
            [
                (None, self.tr("Chưa chọn")),
                *((one.member, _named(one)) for one in others if one.end_reason is None),
            ],
            self,
        )
        _row(self, self.state, self.day)
        self.body.addWidget(self.successor)
        self.state.setFocus()

    def _agree(self) -> None:
        if self.check_day(self.day, needed=False):
            self.hand_in(HeadSaid(self.state.value(), self.day.value(), self.successor.value()))


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who votes for a household: a person of it, else somebody authorised by name, birth and paper."""

    person: int | None
    name: str = ""
    birth: str = ""
    paper: Paper = NO_PAPER


class RepresentativeQuestion(SubmittedQuestion):
    """Asks who votes for a household, and by which paper.

    Args:
        parent: the window it belongs to.
        members: of the household, the head first.
        now: who votes today.
        submit: is given a ``Chosen``.
    """

    def __init__(
        self,
        parent: QWidget | None,
        members: Sequence[MemberLine],
        now: RepresentativeView,
        submit: Submit,
    ) -> None:
        asked = Asked(
            _tr("Người đại diện hộ {0}").format(members[0].name),
            _tr(
                "Thường là chủ hộ; hộ không có người đủ năng lực hành vi dân sự thì đề cử hoặc ủy nhiệm một "
                "người (khoản 2 Điều 18 Luật Thực hiện dân chủ ở cơ sở)."
            ),
            _tr("Ghi người đại diện"),
        )
        super().__init__(parent, asked, submit)
        of_household = [one for one in members if one.end_reason is None or one.heads]
        self.who = ChoiceField(
            self.tr("Ai đại diện"),
            [
                *((one.person, _named(one)) for one in of_household),
                (None, self.tr("Người khác, được hộ ủy nhiệm")),
            ],
            self,
        )
        self.name = TextField(self.tr("Họ và tên người được ủy nhiệm"), self)
        self.birth = TextField(self.tr("Ngày sinh"), self)
        self.number = TextField(self.tr("Số giấy ủy nhiệm"), self)
        self.paper_on = DateField(self.tr("Ngày của giấy"), self)
        self.body.addWidget(self.who)
        authorised = QWidget(self)
        grid = QGridLayout(authorised)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.size("grid"))
        for place, field in enumerate((self.name, self.birth, self.number, self.paper_on)):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self._authorised = authorised
        self.body.addWidget(authorised)
        self.who.committed.connect(lambda _: self._offer())
        if now.authority == "authorised":
            self.who.set_value(None)
            for field, value in (
                (self.name, now.name),
                (self.birth, now.birth),
                (self.number, now.paper.number),
                (self.paper_on, now.paper.on),
            ):
                field.set_value(value)
        else:
            self.who.set_value(now.person)
        self._offer()
        self.who.setFocus()

    def _offer(self) -> None:
        self._authorised.setVisible(self.who.value() is None)
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        person = self.who.value()
        if person is not None:
            self.hand_in(Chosen(person))
            return
        for field in (self.name, self.birth, self.number):
            field.commit()
        if self.check_day(self.paper_on, needed=False):
            paper = Paper(self.number.value(), self.paper_on.value())
            self.hand_in(Chosen(None, self.name.value(), self.birth.value(), paper))


def end_word(reason: str) -> str:
    """Return why somebody is no longer with a household, in words."""
    return {"died": _tr("đã chết"), "moved": _tr("chuyển đi"), "away": _tr("đi vắng")}[reason]


def _state_field(parent: QWidget) -> ChoiceField:
    words = [(reason, end_word(reason)[:1].upper() + end_word(reason)[1:]) for reason in END_REASONS]
    return ChoiceField(_tr("Tình trạng"), [(None, _tr("Đang ở hộ")), *words], parent)


def _named(one: MemberLine) -> str:
    born = f", {one.birth}" if one.birth else ""
    return f"{one.name}{born}, {one.relation.lower()}" if one.relation else f"{one.name}{born}"


def _row(question: SubmittedQuestion, *fields: Field) -> None:
    row = QHBoxLayout()
    row.setSpacing(style.size("grid"))
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    question.body.addLayout(row)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MemberQuestions", text)
