"""Questions about posts and assignments: who takes one, where, how, from when, by which paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.party.assignments import NewAssignment
from desktop.services.party.posts import (
    OF_HAMLETS,
    OF_THE_COMMUNE,
    NewPost,
    PostKind,
    Tenure,
    Way,
)
from desktop.ui.page.holder_fields import HolderFields
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.party.question_rows import beside
from desktop.ui.party.structure_words import post_word, tenure_word, way_word
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField

Places = Sequence[tuple[str, str]]


class PostQuestion(SubmittedQuestion):
    """Asks who takes which post where.

    Args:
        parent: the window it belongs to.
        context: the open office and the runner.
        hamlets: codes and names.
        organisations: codes and names.
        submit: is given a ``NewPost``.
    """

    def __init__(
        self, parent: QWidget | None, context: Context, hamlets: Places, organisations: Places, submit: Submit
    ) -> None:
        asked = Asked(
            _tr("Ghi người giữ chức vụ"),
            _tr("Chức vụ chỉ một người giữ thì người trước thôi giữ chức vào hôm trước ngày bắt đầu."),
            _tr("Ghi chức vụ"),
        )
        super().__init__(parent, asked, submit)
        self._hamlets, self._organisations = list(hamlets), list(organisations)
        self.kind = ChoiceField(self.tr("Chức vụ"), [(kind, post_word(kind)) for kind in PostKind], self)
        self.place = ChoiceField(self.tr("Ở đâu"), [], self)
        self.title = TextField(self.tr("Tên chức vụ"), self)
        self.holder = HolderFields(context, self)
        self.way = ChoiceField(
            self.tr("Do"), [(None, self.tr("Chưa rõ")), *((way, way_word(way)) for way in Way)], self
        )
        told = (None, self.tr("Tự tính"))
        self.tenure = ChoiceField(
            self.tr("Mới hay tái cử"), [told, *((one, tenure_word(one)) for one in Tenure)], self
        )
        home = [(None, self.tr("Chưa rõ")), (True, self.tr("Người địa phương")), (False, self.tr("Nơi khác"))]
        self.local = ChoiceField(self.tr("Quê quán"), home, self)
        self.first = DateField(self.tr("Từ ngày"), self)
        self.until = DateField(self.tr("Đến hết nhiệm kỳ, nếu biết"), self)
        self.number = TextField(self.tr("Số quyết định, nghị quyết"), self)
        self.paper_on = DateField(self.tr("Ngày ký"), self)
        for field in (self.kind, self.place, self.way, self.tenure, self.local):
            field.combo.setMinimumWidth(1)
        beside(self, self.kind, self.place, self.title)
        self.body.addWidget(self.holder)
        beside(self, self.way, self.tenure, self.local)
        beside(self, self.first, self.until)
        beside(self, self.number, self.paper_on)
        self.kind.committed.connect(lambda _: self._show_places())
        self._show_places()
        self.kind.setFocus()

    def offer(self, kind: PostKind, code: str) -> None:
        """Offer a post and its place."""
        self.kind.set_value(kind)
        self._show_places()
        self.place.set_value(code)
        self.holder.name.setFocus()

    def answer(self) -> NewPost:
        """Return what stands in the fields."""
        return NewPost(
            kind=self.kind.value(),
            code=self.place.value() or "",
            name=self.holder.name.value(),
            person=self.holder.person(),
            way=self.way.value(),
            tenure=self.tenure.value(),
            starts_on=self.first.value(),
            until=self.until.value(),
            number=self.number.value(),
            paper_on=self.paper_on.value(),
            local=self.local.value(),
            title=self.title.value(),
            unlisted=self.holder.is_unlisted(),
        )

    def _show_places(self) -> None:
        kind = self.kind.value()
        communal = kind in OF_THE_COMMUNE
        self.place.set_choices(self._hamlets if kind in OF_HAMLETS else self._organisations)
        self.place.setVisible(not communal)
        self.title.setVisible(kind is PostKind.COMMUNE_OTHER)

    def _agree(self) -> None:
        self.holder.name.commit()
        if all(self.check_day(field, needed=False) for field in (self.first, self.until, self.paper_on)):
            self.hand_in(self.answer())


class AssignmentQuestion(SubmittedQuestion):
    """Asks who is in charge of which branch or hamlet, from when, by which paper.

    Args:
        parent: the window it belongs to.
        context: the open office and the runner.
        places: codes and names of branches, hamlets and the commune.
        today: offered as the first day.
        submit: is given a ``NewAssignment``.
    """

    def __init__(
        self, parent: QWidget | None, context: Context, places: Mapping[str, str], today: date, submit: Submit
    ) -> None:
        asked = Asked(
            _tr("Phân công phụ trách"),
            _tr("Người phụ trách chi bộ cũng phụ trách các thôn của chi bộ ấy."),
            _tr("Phân công"),
        )
        super().__init__(parent, asked, submit)
        self.place = ChoiceField(self.tr("Chi bộ, thôn"), list(places.items()), self)
        self.holder = HolderFields(context, self)
        self.duty = TextField(self.tr("Chức vụ của người phụ trách"), self)
        self.first = DateField(self.tr("Từ ngày"), self)
        self.first.set_value(today)
        self.number = TextField(self.tr("Số văn bản"), self)
        self.paper_on = DateField(self.tr("Ngày ký"), self)
        self.body.addWidget(self.place)
        self.body.addWidget(self.holder)
        for pair in ((self.duty, self.first), (self.number, self.paper_on)):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.holder.name.setFocus()

    def _agree(self) -> None:
        self.holder.name.commit()
        if self.check_day(self.first, needed=True) and self.check_day(self.paper_on, needed=False):
            self.hand_in(
                NewAssignment(
                    self.place.value() or "",
                    self.holder.name.value(),
                    self.first.value(),
                    self.holder.person(),
                    self.duty.value(),
                    self.number.value(),
                    self.paper_on.value(),
                )
            )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
