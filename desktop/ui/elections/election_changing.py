"""An election as a whole in the hands of the clerk: its day, by a decision too, cancelling and taking up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.changes import Because, cancel_election, move_election, take_up
from desktop.services.elections.meeting_plans import MeetingPlan
from desktop.ui.elections.decision_question import Asked, DecisionQuestion, Refused
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.dialogs.question import ask


class ElectionChanging(QWidget):
    """The buttons that move an election whose ballots are printed, cancel it, or take it up again.

    ``changed`` follows each change.

    Args:
        context: the open office.
        code: the election's.
        parent: the dialog of the plan.
    """

    changed = Signal()

    def __init__(self, context: Context, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._code = context, code
        self._plan: MeetingPlan | None = None
        self.postpone = quiet(self.tr("Dời ngày…"), self)
        self.postpone.clicked.connect(self._postpone)
        self.cancel = quiet(self.tr("Hủy cuộc bầu…"), self)
        self.cancel.clicked.connect(self._cancel)
        self.again = quiet(self.tr("Khôi phục cuộc bầu"), self)
        self.again.clicked.connect(self._take_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        for button in (self.postpone, self.cancel, self.again):
            button.setAutoDefault(False)
            button.hide()
            row.addWidget(button)

    def offer(self, plan: MeetingPlan) -> None:
        """Offer what may be done now."""
        self._plan = plan
        self.postpone.setVisible(plan.day_movable and not plan.cancelled)
        self.cancel.setVisible(plan.may_cancel)
        self.again.setVisible(plan.cancelled)

    def move_to(self, day: date | None, refused: Callable[[Refusal | None], None]) -> None:
        """Change the day of an election whose ballots aren't printed; a day that is over is asked about.

        ``refused`` is told why nothing was written: None where the person goes back.
        """
        place, code = self._context.workplace, self._code

        def failed(refusal: Refusal) -> None:
            if refusal.code != "election.past":
                refused(refusal)
            elif past_is_meant(self, day):
                self._do(lambda: move_election(place, code, day, past=True), failed=refused)
            else:
                refused(None)

        self._do(lambda: move_election(place, code, day), failed=failed)

    def _postpone(self) -> None:
        place, code = self._context.workplace, self._code
        asked = Asked(
            self.tr("Dời ngày họp khi phiếu đã in"),
            self.tr("Giấy đã in vẫn mang ngày cũ; ghi quyết định dời ngày để kèm hồ sơ."),
            self.tr("Dời ngày"),
            day=True,
            decision=True,
        )
        DecisionQuestion(
            self.window(),
            asked,
            lambda day, why, done, failed: self._do(
                lambda: move_election(place, code, day, why), done=done, failed=failed
            ),
        ).open()

    def _cancel(self) -> None:
        place, code, plan = self._context.workplace, self._code, self._plan
        if plan is None:
            return

        def write(_: date | None, why: Because, done: Callable[[object], None], failed: Refused) -> None:
            self._do(lambda: cancel_election(place, code, why), done=done, failed=failed)

        asked = Asked(
            self.tr("Hủy cuộc bầu ở {0}?").format(plan.hamlet),
            self.tr("Cuộc bầu rời bảng Hôm nay, danh sách và gói gửi; vẫn tìm thấy ở Bầu trưởng thôn."),
            self.tr("Hủy cuộc bầu"),
            decision=plan.decision_needed,
            grave=True,
        )
        DecisionQuestion(self.window(), asked, write).open()

    def _take_up(self) -> None:
        place, code = self._context.workplace, self._code
        self._do(lambda: take_up(place, code))

    def _do(
        self,
        work: Callable[[], object],
        *,
        done: Callable[[object], None] | None = None,
        failed: Refused | None = None,
    ) -> None:
        def finished(result: object) -> None:
            if done is not None:
                done(result)
            self.changed.emit()

        self._context.do(lambda _: work(), done=finished, failed=failed)


def past_is_meant(parent: QWidget, day: date | None) -> bool:
    """Ask whether a day that is over is meant: the election is then marked as written down later."""
    return ask(
        parent.window(),
        parent.tr("Ngày {0} đã qua").format(f"{day:%d/%m/%Y}" if day else ""),
        parent.tr("Cuộc bầu được đánh dấu “ghi lại sau”: số liệu ghi vào máy sau ngày bầu."),
        parent.tr("Ghi lại sau"),
    )
