"""What is asked about a roll: how it hangs, why a difference may stand, what somebody objects to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.elections.rolls.check import DifferenceView
from desktop.services.elections.rolls.objections import Objection, ObjectionView, Settlement
from desktop.services.elections.rolls.posting import Posting
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import TextField


class PostingQuestion(SubmittedQuestion):
    """Asks from when until when a roll hangs, and where.

    Args:
        parent: the window it belongs to.
        offered: what its fields begin with.
        submit: is given a ``Posting``.
    """

    def __init__(self, parent: QWidget | None, offered: Posting, submit: Submit) -> None:
        asked = Asked(
            _tr("Niêm yết danh sách"),
            _tr(
                "Chỉ niêm yết khi sổ hộ và danh sách đã khớp, hoặc mỗi khác biệt đã có giải thích. "
                "Xóa ngày đầu là chưa niêm yết."
            ),
            _tr("Ghi niêm yết"),
        )
        super().__init__(parent, asked, submit)
        self.since = DateField(self.tr("Từ ngày"), self)
        self.since.set_value(offered.posted_on)
        self.until = DateField(self.tr("Đến hết ngày"), self)
        self.until.set_value(offered.until)
        self.places = TextField(
            self.tr("Nơi niêm yết, in trên danh sách"),
            self,
            hint=self.tr("Ví dụ: nhà văn hóa thôn; trụ sở UBND xã."),
        )
        self.places.set_value(offered.places)
        _row(self, self.since, self.until)
        self.body.addWidget(self.places)
        self.since.setFocus()

    def _agree(self) -> None:
        self.places.commit()
        if self.check_day(self.since, needed=False) and self.check_day(self.until, needed=False):
            self.hand_in(Posting(self.since.value(), self.until.value(), self.places.value()))


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a difference may stand, and who says so; None for the reason takes it back."""

    reason: str | None
    by: str = ""


class ExplainQuestion(SubmittedQuestion):
    """Asks why a difference may stand, and who says so.

    Args:
        parent: the window it belongs to.
        one: the difference.
        by: who explained last.
        submit: is given an ``Explained``.
    """

    looked_up = Signal()

    def __init__(self, parent: QWidget | None, one: DifferenceView, by: str, submit: Submit) -> None:
        asked = Asked(_tr("Khác biệt giữa sổ hộ và danh sách"), one.sentence, _tr("Ghi giải thích"))
        super().__init__(parent, asked, submit)
        self.reason = TextField(self.tr("Vì sao khác biệt này là đúng"), self)
        self.reason.set_value(one.reason)
        self.by = TextField(self.tr("Người giải thích"), self)
        self.by.set_value(one.by or by)
        for field in (self.reason, self.by):
            self.body.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        self.look = quiet(self.tr("Mở sổ hộ của thôn"), self)
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self._look)
        row.addWidget(self.look)
        self.withdraw = quiet(self.tr("Bỏ giải thích"), self)
        self.withdraw.setAutoDefault(False)
        self.withdraw.setVisible(not one.open)
        self.withdraw.clicked.connect(lambda _=False: self.hand_in(Explained(None)))
        row.addWidget(self.withdraw)
        row.addStretch(1)
        self.body.addLayout(row)
        self.reason.setFocus()

    def _look(self) -> None:
        self.reject()
        self.looked_up.emit()

    def _agree(self) -> None:
        for field in (self.reason, self.by):
            field.commit()
        self.hand_in(Explained(self.reason.value(), self.by.value()))


@dataclass(frozen=True, slots=True)
class Said:
    """What was written of an objection; None for it takes it away."""

    objection: Objection | None
    settlement: Settlement | None = None


class ObjectionQuestion(SubmittedQuestion):
    """Asks who objects to a roll, on which day, about whom, to what, and how it was settled.

    Args:
        parent: the window it belongs to.
        kept: the objection that is corrected or settled; None for a new one.
        today: offered for its days.
        submit: is given a ``Said``.
    """

    def __init__(
        self, parent: QWidget | None, kept: ObjectionView | None, today: date, submit: Submit
    ) -> None:
        asked = Asked(
            _tr("Ý kiến, khiếu nại về danh sách"),
            "" if kept else _tr("Luật không định thời hạn; tổ bầu cử xem xét trong thời gian niêm yết."),
            _tr("Ghi ý kiến"),
        )
        super().__init__(parent, asked, submit)
        self._today = today
        self.by = TextField(self.tr("Người có ý kiến"), self)
        self.day = DateField(self.tr("Ngày"), self)
        self.about = TextField(self.tr("Về ai, hộ nào"), self)
        self.what = TextField(self.tr("Nội dung"), self, hint=self.tr("Ví dụ: thiếu hộ, sai họ tên."))
        self.settled = ChoiceField(
            self.tr("Giải quyết"),
            [
                (None, self.tr("Chưa giải quyết")),
                (True, self.tr("Chấp nhận, đã sửa")),
                (False, self.tr("Không chấp nhận")),
            ],
            self,
        )
        self.settled_on = DateField(self.tr("Ngày giải quyết"), self)
        self.settlement = TextField(self.tr("Đã sửa gì, hoặc vì sao không sửa"), self)
        # Five rows leave no room for what is refused: all would begin to scroll under the message.
        _row(self, self.by, self.about)
        _row(self, self.day, self.what, wide=self.what)
        self.body.addSpacing(style.size("inner"))
        _row(self, self.settled, self.settled_on)
        self.body.addWidget(self.settlement)
        self.remove = quiet(self.tr("Xóa ý kiến này"), self)
        self.remove.setAutoDefault(False)
        self.remove.setVisible(kept is not None and kept.settlement is None)
        self.remove.clicked.connect(lambda _=False: self.hand_in(Said(None)))
        self.body.addWidget(self.remove)
        self._fill(kept)
        self.by.setFocus()

    def _fill(self, kept: ObjectionView | None) -> None:
        self.day.set_value(self._today)
        self.settled_on.set_value(self._today)
        if kept is None:
            return
        said, made = kept.objection, kept.settlement
        for field, value in (
            (self.by, said.raised_by),
            (self.day, said.raised_on),
            (self.about, said.about),
            (self.what, said.what),
            (self.settled, made.accepted if made else None),
            (self.settlement, made.what if made else ""),
            (self.settled_on, made.on if made else self._today),
        ):
            field.set_value(value)

    def _agree(self) -> None:
        for field in (self.by, self.about, self.what, self.settlement):
            field.commit()
        settled = self.settled.value() is not None
        if not self.check_day(self.day, needed=True) or not self.check_day(self.settled_on, needed=settled):
            return
        said = Objection(self.by.value(), self.day.value(), self.what.value(), self.about.value())
        made = (
            Settlement(bool(self.settled.value()), self.settlement.value(), self.settled_on.value())
            if settled
            else None
        )
        self.hand_in(Said(said, made))


def _row(question: SubmittedQuestion, *fields: Field, wide: Field | None = None) -> None:
    row = QHBoxLayout()
    row.setSpacing(style.size("grid"))
    for field in fields:
        row.addWidget(field, 2 if field is wide else 1, Qt.AlignmentFlag.AlignTop)
    question.body.addLayout(row)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RollQuestions", text)
