"""What can be done with a dismissal: asked for, taken a step further, its replacement planned, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from desktop.errors import Refusal
from desktop.rules.dismissal import DismissalStep
from desktop.services.dismissals import asking as asks
from desktop.services.dismissals import steps
from desktop.services.dismissals.proposals import ProposalView, dismissal_from
from desktop.services.dismissals.replacement import plan_replacement
from desktop.services.dismissals.views import AskingView, DismissalView, asking
from desktop.ui.dismissals.asking_questions import AskQuestion, WhichHamletQuestion
from desktop.ui.dismissals.dismissal_panel import HAMLET, PLAN
from desktop.ui.dismissals.meeting_question import MeetingQuestion
from desktop.ui.dismissals.step_question import StepQuestion
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.page.undoable import Undoable


class DismissalActs(Undoable):
    """Asks what a dismissal needs, and hands it to the use cases; ``made`` carries the key of a new one."""

    def choose_hamlet(self, headed: Sequence[tuple[str, str]]) -> None:
        """Ask in which hamlet, and then for its dismissal.

        Args:
            headed: code and words of each hamlet that somebody heads.
        """
        if not headed:
            self._context.told.emit(
                self.tr("Chưa thôn nào ghi Trưởng thôn; hãy ghi ở trang Thôn, bản."), "attention"
            )
            return
        asked = Asked(
            self.tr("Đề nghị cho thôi ở thôn nào?"),
            self.tr("Chọn thôn, rồi ghi ai đề nghị, ngày nào, vì sao."),
            self.tr("Tiếp tục"),
        )

        def picked(code: str, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
            del failed
            done(code)
            self.ask(code)

        WhichHamletQuestion(self.window(), asked, headed, picked).open()

    def ask(self, hamlet: str, proposal: ProposalView | None = None) -> None:
        """Ask for the dismissal of a hamlet's head.

        Args:
            hamlet: its code.
            proposal: that the dismissal comes from; None where it comes from none.
        """
        place = self._context.workplace
        today = place.today()

        def begin(new: asks.NewDismissal) -> int:
            if proposal is None:
                return asks.ask_dismissal(place, new)
            return dismissal_from(place, proposal.key, new)

        def show(view: AskingView) -> None:
            if not view.head:
                self._context.told.emit(
                    self.tr("{0} chưa ghi ai là Trưởng thôn; hãy ghi ở ô của thôn.").format(view.hamlet),
                    "attention",
                )
                return
            submit = self.submit(
                begin,
                self.tr("Đã ghi đề nghị cho thôi."),
                lambda key: asks.take_back_request(place, key),
            )
            AskQuestion(
                self.window(),
                view,
                today,
                submit,
                hamlet=hamlet,
                reason=proposal.reason if proposal is not None else "",
            ).open()

        self._context.ask(lambda: asking(place, hamlet, today), show, to=self)

    def go_on(self, view: DismissalView, step: object) -> None:
        """Ask what comes next.

        Args:
            view: the dismissal.
            step: a ``DismissalStep``, or what follows after the last: ``PLAN``, ``HAMLET``.
        """
        if step == HAMLET:
            self._context.go.emit("hamlets", view.hamlet_code)
        elif step == PLAN:
            self._plan(view)
        elif step is DismissalStep.HOLD:
            self._hold(view)
        elif isinstance(step, DismissalStep):
            self._take(view, step)

    def take_back(self, view: DismissalView) -> None:
        """Take the last step back, or the request where no step was taken."""
        place = self._context.workplace
        if view.steps:
            said = self.tr("Đã hoàn tác bước sau cùng.")
            self.do(lambda: steps.undo_last_step(place, view.key), said)
        else:
            said = self.tr("Đã bỏ đề nghị.")
            self.do(lambda: asks.take_back_request(place, view.key), said)

    def _hold(self, view: DismissalView) -> None:
        place = self._context.workplace
        submit = self.submit(
            lambda held: steps.hold_meeting(place, view.key, held),
            self.tr("Đã ghi kết quả họp."),
            lambda _: steps.undo_last_step(place, view.key),
        )
        called = [each.meets_on for each in view.steps if each.meets_on is not None]
        day = min(called[-1], place.today()) if called else place.today()
        MeetingQuestion(self.window(), view, day, submit).open()

    def _take(self, view: DismissalView, step: DismissalStep) -> None:
        place = self._context.workplace
        submit = self.submit(
            lambda answer: steps.take_step(place, view.key, step, answer),
            self.tr("Đã ghi."),
            lambda _: steps.undo_last_step(place, view.key),
        )
        venue = self.tr("Nhà văn hóa {0}").format(f"{view.hamlet[:1].lower()}{view.hamlet[1:]}")
        StepQuestion(self.window(), step, place.today(), venue, submit).open()

    def _plan(self, view: DismissalView) -> None:
        place = self._context.workplace
        asked = Asked(
            self.tr("Bầu thay {0}").format(view.post),
            self.tr("Lập cuộc bầu thay cho thôn này; các mốc trước ngày bầu tính lùi từ ngày đó."),
            self.tr("Lập kế hoạch"),
        )
        submit = self.submit(
            lambda day: plan_replacement(place, view.key, day), self.tr("Đã lập cuộc bầu thay."), None
        )
        day = view.due.day if view.due is not None else place.today()
        DayQuestion(self.window(), asked, self.tr("Ngày bầu"), max(day, place.today()), submit).open()
