"""The questions before a dismissal: in which hamlet, who asks for it, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.rules.dismissal import AskedBy
from desktop.services.dismissals.asking import NewDismissal
from desktop.services.dismissals.views import AskingView
from desktop.ui.dismissals.dismissal_words import way_words
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import NumberField, TextField


class WhichHamletQuestion(RowsQuestion):
    """Asks for one of several hamlets, and hands in its code.

    Args:
        parent: the window it belongs to.
        asked: its words.
        hamlets: code and name of each.
        submit: is given the code.
    """

    def __init__(
        self, parent: QWidget | None, asked: Asked, hamlets: Sequence[tuple[str, str]], submit: Submit
    ) -> None:
        super().__init__(parent, asked, submit)
        self.hamlet = ChoiceField(self.tr("Thôn, Trưởng thôn"), list(hamlets), self)
        self.row(self.hamlet)
        self.hamlet.setFocus()

    def _agree(self) -> None:
        self.hamlet.commit()
        self.hand_in(self.hamlet.value())


class AskQuestion(RowsQuestion):
    """Asks who asks for a dismissal, when and why.

    Args:
        parent: the window it belongs to.
        view: the hamlet, its head, and who may ask.
        today: the day that is offered.
        submit: is given a ``NewDismissal``.
        hamlet: code of the hamlet.
        reason: that is offered; ``proposer`` likewise.
    """

    def __init__(
        self,
        parent: QWidget | None,
        view: AskingView,
        today: date,
        submit: Submit,
        *,
        hamlet: str,
        reason: str = "",
        proposer: str = "",
    ) -> None:
        asked = Asked(
            self.tr("Đề nghị cho thôi làm Trưởng thôn {0}").format(view.hamlet),
            self.tr("Người giữ chức: {0}. Luật của ngày đề nghị được áp dụng đến hết việc này.").format(
                view.head
            ),
            self.tr("Ghi đề nghị"),
        )
        super().__init__(parent, asked, submit)
        self._hamlet = hamlet
        self.way = ChoiceField(self.tr("Ai đề nghị"), [(way, way_words(way)) for way in view.ways], self)
        self.day = DateField(self.tr("Ngày đơn, ngày đề nghị"), self)
        self.day.set_value(today)
        self.reason = TextField(
            self.tr("Lý do"),
            self,
            explain=self.tr(
                "In vào đơn, giấy đề nghị hoặc kiến nghị. Không ghi chuyện đời tư không cần thiết."
            ),
        )
        self.reason.set_value(reason)
        self.proposer = TextField(
            self.tr("Họ tên Trưởng ban công tác Mặt trận, người đại diện kiến nghị"), self
        )
        self.proposer.set_value(proposer)
        hint = (
            self.tr("Thôn có {0} hộ; cần ít nhất {1} hộ ký.").format(view.households, view.needed)
            if view.needed is not None
            else self.tr("Thôn có {0} hộ; luật áp dụng không nêu tỷ lệ.").format(view.households)
        )
        self.signed = NumberField(self.tr("Số hộ ký kiến nghị"), self, hint=hint)
        self.row(self.way)
        self.row(self.day, self.signed)
        self.row(self.reason)
        self.row(self.proposer)
        if reason and AskedBy.FRONT_BOARD in view.ways:
            # What others proposed is no request of the head's own.
            self.way.set_value(AskedBy.FRONT_BOARD)
        self.way.committed.connect(lambda _: self._choose())
        self._choose()
        self.way.setFocus()

    def _choose(self) -> None:
        way = self.way.value()
        self.proposer.setVisible(way is not AskedBy.HEAD)
        self.signed.setVisible(way is AskedBy.PETITION)

    def _agree(self) -> None:
        self.way.commit()
        if not self.check_day(self.day, needed=True):
            return
        if not self.filled(self.reason, self.tr("Hãy ghi lý do; lý do được in vào giấy tờ.")):
            return
        if not self.committed(self.proposer, self.signed):
            return
        way = self.way.value()
        self.hand_in(
            NewDismissal(
                hamlet=self._hamlet,
                asked_by=way,
                asked_on=self.day.value(),
                reason=self.reason.value(),
                proposer="" if way is AskedBy.HEAD else self.proposer.value(),
                signed=self.signed.value() if way is AskedBy.PETITION else None,
            )
        )
