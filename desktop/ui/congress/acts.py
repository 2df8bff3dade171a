"""What is done to a congress from its page: each thing asks what it needs, and does it in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.rules.voting_list import ListFault
from desktop.services.congress import (
    approval,
    bodies,
    closing,
    hands,
    lists,
    planning,
    roll,
    votes,
)
from desktop.services.congress.course import Course
from desktop.services.congress.record import CongressRecord, congress_record
from desktop.services.congress.roll_views import RollLine
from desktop.services.congress.views import CongressView, PostView
from desktop.services.office.workplace import Workplace, local
from desktop.services.papers.congress.ballots import (
    kept_congress_ballots,
    print_congress_ballots,
    reprint_congress_ballots,
    trial_sheet,
)
from desktop.ui.congress.approval_question import ApprovalQuestion
from desktop.ui.congress.bodies_question import BodiesQuestion
from desktop.ui.congress.hands_question import HandsQuestion, SubjectQuestion
from desktop.ui.congress.post.ballot_questions import BallotsQuestion, ReprintQuestion, TrialQuestion
from desktop.ui.congress.post.list_questions import ListQuestion, NomineeQuestion, WithdrawingQuestion
from desktop.ui.congress.post.seats_question import PostsQuestion
from desktop.ui.congress.record.closing import ClosingQuestion
from desktop.ui.congress.record.form import Work
from desktop.ui.congress.record.question import HappenedQuestion, offered
from desktop.ui.congress.roll.absence_question import AbsenceQuestion
from desktop.ui.page.gate_question import is_gate, offer_through
from desktop.ui.page.page import Context
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.submitted_question import Asked, DayQuestion, Submit


class Acts(QObject):
    """Asks and does; what was changed comes back to the page by its kinds.

    Args:
        context: the open office.
        parent: the page, over whose window questions stand.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._page = context, parent

    @property
    def _place(self) -> Workplace:
        return self._context.workplace

    def mark(self, code: str, member: int, presence: roll.Presence) -> None:
        """Write down where a member is."""
        self._do(lambda: roll.record_presence(self._place, code, member, presence))

    def excuse(self, view: CongressView, line: RollLine) -> None:
        """Ask why a member is away, and write it down."""

        def write(answer: tuple[str, str, date]) -> None:
            reason, by, on = answer
            roll.record_presence(
                self._place,
                view.code,
                line.member,
                roll.Presence.EXCUSED,
                reason=reason,
                accepted_by=by,
                accepted_on=on,
            )

        day = self._last_day(view)
        AbsenceQuestion(self._window(), line.name, day, self._submitting(write)).open()

    def all_present(self, code: str) -> None:
        """Write down everybody as present of whom nothing is said."""
        self._do(lambda: roll.all_present(self._place, code))

    def tell_all(self, view: CongressView) -> None:
        """Ask on which day the members were told, and write it down of all of whom it isn't yet."""
        asked = Asked(
            self.tr("Đã báo triệu tập đại hội"),
            self.tr("Ghi cho mọi người chưa ghi, cả người được miễn và người đang ở nơi khác."),
            self.tr("Ghi ngày"),
        )
        write = partial(roll.tell_all, self._place, view.code)
        day = self._last_day(view)
        DayQuestion(self._window(), asked, self.tr("Ngày báo"), day, self._submitting(write)).open()

    def tell(self, view: CongressView, line: RollLine | None) -> None:
        """Ask on which day a member was told, and write it down; without a member, everybody."""
        if line is None:
            self.tell_all(view)
            return
        asked = Asked(
            self.tr("Đã báo {0}").format(line.name),
            self.tr("Ngày báo triệu tập, muộn nhất là ngày đại hội."),
            self.tr("Ghi ngày"),
        )
        write = partial(roll.record_told, self._place, view.code, line.member)
        day = line.told_on or self._last_day(view)
        DayQuestion(self._window(), asked, self.tr("Ngày báo"), day, self._submitting(write)).open()

    def report(self, code: str) -> None:
        """Read the report on who attends."""
        self._do(lambda: roll.read_report(self._place, code, self._place.clock()))

    def take_back_report(self, code: str) -> None:
        """Take the report back."""
        self._do(lambda: roll.take_back_report(self._place, code))

    def choose_bodies(self, view: CongressView, lines: Sequence[RollLine]) -> None:
        """Ask who serves, and write it down."""
        names = {line.member: line.name for line in lines}
        keys = {line.name: line.member for line in lines}
        held = {(role, place): keys[name] for role, place, name in view.bodies if name in keys}

        def write(answer: Mapping[tuple[str, int], int | None]) -> None:
            changed = {key: member for key, member in answer.items() if member != held.get(key)}
            bodies.choose_all(self._place, view.code, changed)

        BodiesQuestion(self._window(), names, held, self._submitting(write)).open()

    def raise_hands(self, view: CongressView) -> None:
        """Ask what was decided by raised hands, and write it down."""

        def write(answer: tuple[hands.Subject, str | None, hands.Hands]) -> None:
            subject, post, raised = answer
            hands.raise_hands(self._place, view.code, subject, raised, post)

        posts = [(post.key, post.post) for post in view.posts]
        SubjectQuestion(self._window(), posts, view.stairs.voting, self._submitting(write)).open()

    def write_down(self, view: CongressView, what: str = "") -> None:
        """Ask what happened around the congress, and write it down; ``what`` is offered first."""
        place = self._place

        def ask(record: CongressRecord) -> None:
            if offered(record):
                HappenedQuestion(self._window(), record, place.today(), self._submitting(write), what).open()

        def write(work: Work) -> None:
            work(place)

        self._context.ask(lambda: congress_record(place, view.code), ask)

    def choose_posts(self, view: CongressView) -> None:
        """Ask what is elected and how many of each, and write it down."""

        def write(seats: Mapping[str, int]) -> None:
            planning.choose_posts(self._place, view.code, seats)

        seats = {post.key: post.votes[0].seats for post in view.posts}
        PostsQuestion(self._window(), seats, self._submitting(write)).open()

    def act(
        self, what: str, view: CongressView, post: PostView, lines: Sequence[RollLine], member: int
    ) -> None:
        """Do one of the things that the view of a post asks for."""
        code, vote = view.code, post.votes[-1]
        done: dict[str, Callable[[], None]] = {
            "put_up": lambda: self._put_up(view, post, lines),
            "seats": lambda: self.choose_posts(view),
            "withdraw": lambda: self._withdraw(view, post, member),
            "take_off": lambda: self._do(lambda: lists.take_off(self._place, code, post.key, member)),
            "close_list": lambda: self._close_list(view, post),
            "trial": lambda: self._try(vote.code),
            "again": lambda: self._again(vote.code),
            "reprint": lambda: self._reprint(vote.code),
            "printed": lambda: self._printed(view, vote.code),
            "open": lambda: self._do(lambda: votes.open_vote(self._place, vote.code, self._place.clock())),
            "going_on": lambda: self._going_on(view, post),
            "next_vote": lambda: self._do(lambda: votes.next_vote(self._place, vote.code)),
        }
        if member or what not in ("withdraw", "take_off"):
            done[what]()

    def after(self, what: str, view: CongressView) -> None:
        """Do what comes after the last vote: ``close``, ``send``, ``receive`` or ``approve``."""
        code = view.code
        done: dict[str, Callable[[], None]] = {
            "close": lambda: self._close(code),
            "send": lambda: self.write_down(view, "report"),
            "receive": lambda: self._day(
                self.tr("Đảng ủy nhận báo cáo"),
                self.tr("Ngày nhận"),
                lambda on: approval.record_received(self._place, code, on),
            ),
            "approve": lambda: self._approve(view),
        }
        done[what]()

    def _close(self, code: str) -> None:
        place = self._place

        def ask(record: CongressRecord) -> None:
            now = local(place.clock()).time().replace(second=0, microsecond=0)
            ClosingQuestion(self._window(), record, place.today(), now, self._submitting(write)).open()

        def write(course: Course) -> None:
            closing.close_congress(place, code, place.clock(), course)

        self._context.ask(lambda: congress_record(place, code), ask)

    def _put_up(self, view: CongressView, post: PostView, lines: Sequence[RollLine]) -> None:
        committee = next((each for each in view.posts if each.key == "committee"), None)
        among = set(committee.elected) if committee is not None and committee.elected else None
        of_it = among if post.key in ("secretary", "deputy") else None
        members = {
            line.member: line.name
            for line in lines
            if line.official and (of_it is None or line.name in of_it)
        }

        def write(answer: tuple[int, lists.Origin, int | None]) -> None:
            key, origin, consents = answer
            lists.put_up(self._place, view.code, post.key, key, origin, consents)

        NomineeQuestion(self._window(), members, self._submitting(write)).open()

    def _withdraw(self, view: CongressView, post: PostView, member: int) -> None:
        names = {one.member: one.name for one in post.nominees}
        if member not in names:  # was taken off the list meanwhile
            return

        def write(let_go: bool | None) -> None:
            lists.withdraw(self._place, view.code, post.key, member, let_go=let_go)

        WithdrawingQuestion(self._window(), names[member], self._submitting(write)).open()

    def _printed(self, view: CongressView, vote: str) -> None:
        def submit(
            answer: tuple[int, bool, bool], done: Callable[[Any], None], failed: Callable[[Refusal], None]
        ) -> None:
            copies, large, elsewhere = answer
            if elsewhere:
                self._context.do(
                    lambda _: votes.record_ballots(self._place, vote, copies), done=done, failed=failed
                )
                return
            done(None)
            print_paper(
                self._context,
                self._page,
                lambda: print_congress_ballots(self._place, vote, copies, large_print=large).content,
                headline=self.tr("In {0} phiếu bầu").format(copies),
                sentence=self.tr("Phiếu in xong được giữ trong sổ; danh sách bầu được chốt."),
                yes=self.tr("In"),
                file_name=f"phieu-bau-{vote}.pdf",
                kind="cut",
            )

        voting = view.stairs.voting if view.reported_at is not None else 0
        BallotsQuestion(self._window(), view.stairs.convened, voting, submit).open()

    def _try(self, vote: str) -> None:
        def submit(large: bool, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
            del failed
            done(None)
            print_paper(
                self._context,
                self._page,
                lambda: trial_sheet(self._place, vote, large_print=large),
                headline=self.tr("In thử một tờ phiếu"),
                sentence=self.tr(
                    "Tờ in thử ghi rõ không phải phiếu bầu; số lượng bầu, danh sách còn sửa được."
                ),
                yes=self.tr("In thử"),
                file_name=f"phieu-in-thu-{vote}.pdf",
                kind="cut",
            )

        TrialQuestion(self._window(), submit).open()

    def _again(self, vote: str) -> None:
        print_paper(
            self._context,
            self._page,
            lambda: kept_congress_ballots(self._place, vote).content,
            headline=self.tr("Gửi lại máy in đúng các phiếu đã in?"),
            sentence=self.tr(
                "Chỉ dùng khi lần trước máy in không in ra. Số phiếu đã in không đổi; phiếu hỏng thì chọn In "
                "phiếu thay."
            ),
            yes=self.tr("Gửi lại"),
            file_name=f"phieu-bau-{vote}.pdf",
            kind="cut",
        )

    def _reprint(self, vote: str) -> None:
        def submit(
            answer: tuple[int, str], done: Callable[[Any], None], failed: Callable[[Refusal], None]
        ) -> None:
            copies, reason = answer
            del failed
            done(None)
            print_paper(
                self._context,
                self._page,
                lambda: reprint_congress_ballots(self._place, vote, copies, reason).content,
                headline=self.tr("In {0} phiếu thay").format(copies),
                sentence=self.tr("Phiếu thay được giữ trong sổ cùng lý do."),
                yes=self.tr("In"),
                file_name=f"phieu-bau-{vote}.pdf",
                kind="cut",
            )

        ReprintQuestion(self._window(), submit).open()

    def _close_list(self, view: CongressView, post: PostView) -> None:
        """Close a list: at the congress by hands, before it so that its ballots can be printed."""
        at_congress = view.reported_at is not None
        over = any(each.fault is ListFault.OVER_SURPLUS for each in post.faults)
        if not (at_congress or over):
            self._do(lambda: lists.close_list(self._place, view.code, post.key))
            return

        def write(answer: tuple[hands.Hands | None, bool]) -> None:
            raised, polled = answer
            lists.close_list(self._place, view.code, post.key, raised, polled=polled)

        voting = view.stairs.voting if at_congress else None
        ListQuestion(self._window(), post.post, voting, self._submitting(write), over=over).open()

    def _going_on(self, view: CongressView, post: PostView) -> None:
        asked = Asked(
            self.tr("Đại hội có bầu tiếp {0} không").format(post.post),
            self.tr("Ghi số giơ thẻ đồng ý bầu tiếp. Quá nửa số có mặt thì bầu tiếp, không thì dừng."),
            self.tr("Ghi biểu quyết"),
        )

        def write(answer: hands.Hands) -> None:
            hands.decide_going_on(self._place, post.votes[-1].code, answer)

        HandsQuestion(self._window(), asked, view.stairs.voting, self._submitting(write)).open()

    def _approve(self, view: CongressView) -> None:
        elected = [(post.key, post.post, name) for post in view.posts for name in post.elected]

        def write(answer: tuple[str, date, Sequence[approval.Refused]]) -> None:
            number, decided_on, refused = answer
            approval.approve(self._place, view.code, number, decided_on, refused)

        ApprovalQuestion(self._window(), elected, self._place.today(), self._submitting(write)).open()

    def _day(self, headline: str, words: str, write: Callable[[date], None]) -> None:
        asked = Asked(
            headline, self.tr("Hạn trả lời tính theo ngày làm việc từ ngày này."), self.tr("Ghi ngày")
        )
        DayQuestion(self._window(), asked, words, self._place.today(), self._submitting(write)).open()

    def _last_day(self, view: CongressView) -> date:
        """Return the day that is offered for what was done at the latest on that of the congress."""
        return min(self._place.today(), view.held_on)

    def _do(self, work: Callable[[], Any]) -> None:
        def refused(refusal: Refusal) -> None:
            if is_gate(refusal):
                offer_through(self._context, self._page, refusal, lambda: self._do(work))
            else:
                self._context.runner.failed.emit(refusal)

        self._context.do(lambda _: work(), failed=refused)

    def _submitting(self, write: Callable[[Any], object]) -> Submit:
        def submit(answer: Any, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
            def refused(refusal: Refusal) -> None:
                if is_gate(refusal):
                    # The question is answered; what is left is whether the gate is let through.
                    done(None)
                    offer_through(self._context, self._page, refusal, lambda: self._do(lambda: write(answer)))
                else:
                    failed(refusal)

            self._context.do(lambda _: write(answer), done=done, failed=refused)

        return submit

    def _window(self) -> QWidget:
        return self._page.window()
