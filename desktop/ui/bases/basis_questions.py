"""Questions about a document of the register: what it is, and until when it holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.rules.bases import Basis, BasisScope, DocumentKind, IssuerLevel, PaperSubject
from desktop.ui.bases.basis_words import kind_choices, level_choices, scope_word, subject_word
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class BasisQuestion(RowsQuestion):
    """Asks what a document is and on which papers it stands.

    Args:
        parent: the window it belongs to.
        scopes: on whose papers it may stand, for who works.
        submit: is given a ``Basis``.
        held: what is written already; None for a new one.
    """

    def __init__(
        self, parent: QWidget | None, scopes: tuple[BasisScope, ...], submit: Submit, held: Basis | None
    ) -> None:
        asked = Asked(
            self.tr("Thêm văn bản căn cứ") if held is None else self.tr("Sửa văn bản căn cứ"),
            self.tr("Văn bản tự in vào phần căn cứ của giấy tờ có ngày trong thời gian hiệu lực."),
            self.tr("Thêm") if held is None else self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        self._ends_on = held.ends_on if held is not None else None  # is asked for alone
        self.kind = ChoiceField(self.tr("Loại văn bản"), kind_choices(), self)
        self.number = TextField(
            self.tr("Số, ký hiệu"),
            self,
            explain=self.tr("Ghi cả ký hiệu, đúng như trên văn bản."),
        )
        self.dated = DateField(self.tr("Ngày văn bản"), self)
        self.holds_from = DateField(self.tr("Hiệu lực từ, nếu khác"), self)
        self.issuer = TextField(
            self.tr("Cơ quan ban hành"),
            self,
            explain=self.tr("Ghi như đứng trong câu: Ủy ban nhân dân tỉnh Quảng Ninh."),
        )
        self.level = ChoiceField(self.tr("Cấp ban hành"), level_choices(), self)
        self.about = TextField(
            self.tr("Trích yếu"),
            self,
            explain=self.tr("Văn bản nói về việc gì; chữ “về” tự thêm khi in. Luật thì ghi tên luật."),
        )
        self.scope = ChoiceField(self.tr("In vào"), [(one, scope_word(one)) for one in scopes], self)
        self.subjects = {one: QCheckBox(subject_word(one), self) for one in PaperSubject}
        self.row(self.kind, self.number)
        self.row(self.dated, self.holds_from)
        self.row(self.issuer)
        self.row(self.about)
        self.row(self.level, self.scope)
        boxes = Wrapping(self)
        for box in self.subjects.values():
            boxes.add(box)
        self.body.addWidget(boxes)
        self.scope.committed.connect(lambda _: self._choose())
        self._fill(held)
        self.kind.setFocus()

    def answer(self) -> Basis:
        """Return what stands in the fields."""
        return Basis(
            kind=self.kind.value(),
            number=self.number.value(),
            dated=self.dated.value(),
            issuer=self.issuer.value(),
            about=self.about.value(),
            level=self.level.value(),
            scope=self.scope.value(),
            subjects=frozenset(one for one, box in self.subjects.items() if box.isChecked()),
            holds_from=self.holds_from.value(),
            ends_on=self._ends_on,
        )

    def _fill(self, held: Basis | None) -> None:
        if held is None:
            self.kind.set_value(DocumentKind.PLAN)
            self.level.set_value(IssuerLevel.PROVINCE)
            self._choose()
            return
        for name in ("kind", "number", "dated", "holds_from", "issuer", "level", "about", "scope"):
            getattr(self, name).set_value(getattr(held, name))
        for subject, box in self.subjects.items():
            box.setChecked(subject in held.subjects)

    def _choose(self) -> None:
        """Tick what papers of that side are mostly about."""
        scope = self.scope.value()
        self.subjects[PaperSubject.HEADS].setChecked(scope is not BasisScope.PARTY)
        self.subjects[PaperSubject.MID_TERM].setChecked(False)
        self.subjects[PaperSubject.CONGRESS].setChecked(scope is not BasisScope.STATE)

    def _agree(self) -> None:
        self.kind.commit()
        if not self.filled(self.number, self.tr("Hãy ghi số, ký hiệu đúng như trên văn bản.")):
            return
        if not self.check_day(self.dated, needed=True):
            return
        if not self.committed(self.holds_from, self.level, self.scope):
            return
        if not self.filled(self.issuer, self.tr("Hãy ghi cơ quan ban hành.")):
            return
        if not self.filled(self.about, self.tr("Hãy ghi văn bản nói về việc gì.")):
            return
        self.hand_in(self.answer())


class EndQuestion(RowsQuestion):
    """Asks for the last day on which a document holds; empty for no end.

    Args:
        parent: the window it belongs to.
        heading: what the document is called.
        last: what is offered.
        submit: is given the day, or None.
    """

    def __init__(self, parent: QWidget | None, heading: str, last: date | None, submit: Submit) -> None:
        asked = Asked(
            self.tr("{0} hết hiệu lực").format(heading),
            self.tr(
                "Giấy tờ có ngày sau đó không in văn bản này nữa; giấy tờ đã in giữ nguyên. Để trống là còn "
                "hiệu lực."
            ),
            self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        self.last = DateField(self.tr("Ngày cuối còn hiệu lực"), self)
        self.last.set_value(last)
        self.row(self.last)
        self.last.setFocus()

    def tell_refusal(self, sentence: str) -> None:
        """Say under the day why it was refused."""
        self.last.set_problem(sentence)
        self.last.setFocus()

    def _agree(self) -> None:
        self.last.set_problem(None)
        if self.check_day(self.last, needed=False):
            self.hand_in(self.last.value())
