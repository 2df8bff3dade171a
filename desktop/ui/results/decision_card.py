"""The decision on a result: which, its number, its day, and why an election is held again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.vote_state import VoteState as S
from desktop.services.results.recognition_view import RecognitionView
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import TypedField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label


class DecisionCard(Card):
    """Every field is kept when it is left; the decision itself is recorded by the step's primary button.

    ``written`` carries the name of a field and its value; ``turned`` says that the other decision is chosen.

    Args:
        parent: the recognition step.
    """

    written = Signal(str, object)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Quyết định"), parent)
        self._code = ""
        self.which = Segmented([self.tr("Công nhận"), self.tr("Bầu lại")], self)
        self.which.setAccessibleName(self.tr("Quyết định gì"))
        self.which.chosen.connect(self._turn)
        self.who = label("", "value", self)
        self.who.setWordWrap(True)
        self.number = TextField(
            self.tr("Số quyết định"),
            self,
            explain=self.tr("Số và ký hiệu như trên sổ công văn, ví dụ 112/QĐ-UBND. Không trùng số đã ghi."),
        )
        self.day = DateField(
            self.tr("Ngày quyết định"),
            self,
            explain=self.tr("Người trúng cử chỉ nhận nhiệm vụ từ ngày có quyết định công nhận."),
        )
        self.reason = TextField(
            self.tr("Lý do bầu lại, in vào quyết định"),
            self,
            explain=self.tr(
                "Một mệnh đề không có dấu chấm cuối; in sau chữ “Lý do: tại cuộc bầu cử ngày …,”."
            ),
        )
        self.again_on = DateField(
            self.tr("Ngày bầu lại, nếu đã định"),
            self,
            explain=self.tr("Để trống thì quyết định in dòng chấm để ghi bằng bút."),
        )
        self.signer = ChoiceField(
            self.tr("Người ký"),
            [(False, self.tr("Chủ tịch")), (True, self.tr("Phó Chủ tịch ký thay"))],
            self,
            explain=self.tr(
                "Phó Chủ tịch ký thì in KT. CHỦ TỊCH, PHÓ CHỦ TỊCH. Họ tên ghi ở Thiết lập, mục Cơ quan."
            ),
        )
        self.signer.committed.connect(partial(self.written.emit, "by_deputy"))
        self.fields: tuple[TypedField, ...] = (self.number, self.day, self.reason, self.again_on)
        named = {
            "number": self.number,
            "decided_on": self.day,
            "reason": self.reason,
            "again_on": self.again_on,
        }
        self._named = named
        for part in (self.which, self.who, *self.fields, self.signer):
            self.body.addWidget(part)
        for name, field in named.items():
            field.committed.connect(partial(self.written.emit, name))

    def holds_again(self) -> bool:
        """Tell whether the decision is to hold the election again."""
        return self.which.index() == 1

    def show_view(self, view: RecognitionView) -> None:
        """Show what is written, or what was recorded."""
        open_ = view.state == S.FINALISED
        made = view.decisions[-1] if view.decisions and not open_ else None
        if made is not None:
            self.which.choose(0 if made.accepted else 1)
        elif not view.elected or view.code != self._code:
            self.which.choose(0 if view.elected else 1)
        self._code = view.code
        self.which.setVisible(open_ and bool(view.elected))
        self.who.setText(", ".join(view.elected) or self.tr("Chưa ai trúng cử: quyết định bầu lại"))
        self.number.set_value(made.number if made else view.number or "")
        self.day.set_value(made.decided_on if made else view.decided_on)
        self.reason.set_value((made.reason if made else view.reason) or view.suggested_reason)
        self.again_on.set_value(view.again_on)
        self.signer.set_value(view.by_deputy)
        self.signer.box().setEnabled(open_)
        for field in (self.number, self.day, self.reason):
            field.set_read_only(on=not open_)
        self._arrange()

    def commit(self) -> None:
        """Keep what stands in the boxes."""
        for field in self.fields:
            if field.isVisible():
                field.commit()

    def is_complete(self) -> bool:
        """Tell whether the decision can be recorded; else say in the field what is missing."""
        needed: list[tuple[TypedField, str]] = [
            (self.number, self.tr("Hãy ghi số quyết định.")),
            (self.day, self.tr("Hãy ghi ngày quyết định.")),
        ]
        if self.holds_again():
            needed.append((self.reason, self.tr("Hãy ghi lý do bầu lại.")))
        for field, words in needed:
            if not field.value():
                if not field.problem():
                    field.set_problem(words)
                field.box().setFocus()
                return False
        return True

    def focus(self, name: str) -> None:
        """Put the keyboard into a field."""
        self._named[name].box().setFocus()

    def _turn(self, _: int) -> None:
        self._arrange()
        self.turned.emit()

    def _arrange(self) -> None:
        for field in (self.reason, self.again_on):
            field.setVisible(self.holds_again())
