"""The recognition step: the day the result came in, the decision within its days, and the next round."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.rules.vote_state import VoteState as S
from desktop.services.papers.decisions import draw_decision, print_decision
from desktop.services.results.decisions import order_again, recognise
from desktop.services.results.next_vote import begin_hand_out, begin_round
from desktop.services.results.received import Prepared, prepare_decision
from desktop.services.results.recognition_view import RecognitionView, recognition_view
from desktop.ui.page.page import Context
from desktop.ui.page.paper_step import PaperStep
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.side_panel import clause_words
from desktop.ui.results.decision_card import DecisionCard
from desktop.ui.results.hand_out_card import HandOutCard
from desktop.ui.results.received_card import ReceivedCard
from desktop.ui.results.recognition_words import findings_of, made_words
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.question import ask
from desktop.ui.widgets.findings import Finding
from desktop.ui.widgets.labels import ElidedLabel


class RecognitionStep(PaperStep):
    """The commune recognises the elected head, or orders the election held again.

    Args:
        context: the open office.
        parent: the election page.
    """

    key = "recognition"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view: RecognitionView | None = None
        self.paper.head.insert(
            0, ElidedLabel(self.tr("Mẫu tham khảo: cơ quan đối chiếu trước khi ký"), "caption", self.paper)
        )
        self.received = ReceivedCard(context, self)
        self.decision = DecisionCard(self)
        self.decision.written.connect(self._keep)
        self.decision.turned.connect(self._draw)
        self.hand_out = HandOutCard(self)
        self.hand_out.wanted.connect(self._begin_hand_out)
        self.print_button = secondary(self.tr("In quyết định"), "printer", self)
        self.print_button.clicked.connect(self.print_it)
        self.bar.add_left(self.print_button)
        self.lay_out_cards(self.hand_out, self.received, self.decision)

    def load(self, code: str) -> None:
        """Read how far recognition is."""
        super().load(code)
        place = self.context.workplace
        self.context.ask(lambda: recognition_view(place, code), partial(self._show, code), once=(self, code))

    def first_field(self) -> QWidget | None:
        """Return the first field that is empty."""
        return self.received.day.box()

    def primary(self) -> None:
        """Do what the primary button says, with what stands in the field in focus."""
        self.received.day.commit()
        self.decision.commit()
        self.bar.press()

    def print_it(self) -> None:
        """Print the decision; a recorded one is kept as it was printed."""
        view = self.view
        if view is None:
            return
        place, code, again = self.context.workplace, self.code, self.decision.holds_again()
        recorded = view.state != S.FINALISED

        def draw() -> bytes:
            return (
                print_decision(place, code).content if recorded else draw_decision(place, code, again=again)
            )

        print_paper(
            self.context,
            self,
            draw,
            headline=self.tr("In quyết định"),
            sentence=self.tr("Đây là mẫu tham khảo; cơ quan đối chiếu căn cứ và thể thức trước khi ký."),
            yes=self.tr("In"),
            file_name=f"quyet-dinh-{code}.pdf",
        )

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is missing."""
        found = self.panel.walk(self.findings, step)
        if found is not None:
            self.open_finding(found)

    def help_text(self) -> str:
        """Explain the field in focus, and the clause on recognition."""
        focus = self.window().focusWidget()
        for field in (self.hand_out.day, self.received.day, *self.decision.fields):
            if field.box() is focus and field.explain:
                return field.explain
        return clause_words(self.view.clause) if self.view is not None else ""

    def _show(self, code: str, view: RecognitionView | None) -> None:
        if code != self.code:
            return
        self.view = view
        for part in (self.received, self.decision):
            part.setVisible(view is not None)
        self.print_button.setVisible(view is not None)
        self.show_findings(findings_of(view))
        if view is None:
            self.hand_out.hide()
            self.paper.clear(self.tr("Quyết định hiện ở đây khi đã chốt kết quả kiểm phiếu."))
            self.bar.set_note("")
            self.bar.set_primary(self.tr("Sang bước Kiểm phiếu"), lambda: self.proceed.emit("counting"))
            return
        self.hand_out.show_view(view)
        self.received.show_view(view)
        self.decision.show_view(view)
        self._draw()
        self._tell(view)

    def _draw(self) -> None:
        view = self.view
        if view is None:
            return
        place, code, again = self.context.workplace, self.code, self.decision.holds_again()
        self.draw_once((view, again), lambda: draw_decision(place, code, again=again))
        self._tell(view)

    def _tell(self, view: RecognitionView) -> None:
        if view.state == S.RECOGNISED:
            self.bar.set_note(made_words(view))
            self.bar.set_primary(self.tr("Sang bước Gửi"), lambda: self.proceed.emit("sending"))
        elif view.state == S.TO_HOLD_AGAIN:
            self.bar.set_note(made_words(view))
            self.bar.set_primary(self.tr("Bắt đầu vòng {0}").format(view.round + 1), self._begin_round)
        elif self.decision.holds_again():
            self.bar.set_note("")
            self.bar.set_primary(self.tr("Ghi quyết định bầu lại"), self._record)
        else:
            self.bar.set_note("")
            self.bar.set_primary(self.tr("Ghi quyết định công nhận"), self._record)

    def _keep(self, field: str, value: object) -> None:
        place, code = self.context.workplace, self.code
        written = cast("Prepared", {field: value})
        self.change(lambda _: prepare_decision(place, code, **written))

    def _record(self) -> None:
        view = self.view
        if view is None or not self.decision.is_complete():
            return
        place, code, again = self.context.workplace, self.code, self.decision.holds_again()
        number, day = self.decision.number.value(), self.decision.day.value()
        reason = self.decision.reason.value()
        if again:
            agreed = ask(
                self,
                self.tr("Ghi quyết định bầu lại?"),
                self.tr("Kết quả này không mở lại được nữa; vòng sau bắt đầu từ danh sách ứng cử."),
                self.tr("Ghi quyết định"),
            )
        else:
            agreed = ask(
                self,
                self.tr("Ghi quyết định công nhận {0}?").format(", ".join(view.elected)),
                self.tr("Người trúng cử nhận việc từ ngày của quyết định. Kết quả không mở lại được nữa."),
                self.tr("Ghi quyết định"),
            )
        if not agreed:
            return

        def record(_: object) -> object:
            if again:
                return order_again(place, code, number, day, reason)
            return recognise(place, code, number, day)

        self.change(
            record,
            done=lambda _: self.context.told.emit(self.tr("Đã ghi quyết định {0}.").format(number), "done"),
        )

    def _begin_round(self) -> None:
        place, code = self.context.workplace, self.code

        def done(_: object) -> None:
            self.context.told.emit(self.tr("Đã mở vòng sau. Bắt đầu từ danh sách ứng cử."), "done")
            self.proceed.emit("candidates")

        self.change(lambda _: begin_round(place, code), done=done)

    def _begin_hand_out(self, day: date, hour: time) -> None:
        place, code = self.context.workplace, self.code
        agreed = ask(
            self,
            self.tr("Phát phiếu đến hộ?"),
            self.tr(
                "Kết quả cuộc họp không mở lại được nữa. Danh sách ứng cử giữ nguyên; việc tiếp theo là ghi "
                "tổ phát phiếu rồi in phiếu."
            ),
            self.tr("Phát phiếu đến hộ"),
        )
        if not agreed:
            return

        def done(_: object) -> None:
            self.context.told.emit(self.tr("Đã mở lần phát phiếu đến hộ. Ghi tổ phát phiếu."), "done")
            self.proceed.emit("candidates")

        self.context.do(
            lambda _: begin_hand_out(place, code, day, hour), done=done, failed=self.hand_out.refused
        )

    def open_finding(self, finding: Finding) -> None:
        """Go to the count, or to the field that is empty."""
        target = finding.target
        if target == "counting":
            self.proceed.emit("counting")
        elif target == "received":
            self.received.day.box().setFocus()
        elif isinstance(target, str):
            self.decision.focus(target)
