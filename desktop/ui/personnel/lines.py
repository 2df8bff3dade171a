"""What the panel says of each line, and the questions by which it is changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop.services.personnel import issues, reserve, reviews
from desktop.services.personnel.issues import IssueView
from desktop.services.personnel.recognised import ToldHead, link_head, unlink_head
from desktop.services.personnel.reserve import ReserveLine
from desktop.services.personnel.reviews import ReviewLine
from desktop.ui.page.listed_view import ListedView
from desktop.ui.personnel.personnel_panel import Does, Shown
from desktop.ui.personnel.personnel_words import (
    age_words,
    choice_word,
    outcome_word,
    post_word,
    terms_words,
    told_state,
)
from desktop.ui.personnel.questions import IssueQuestion, MemberQuestion, ReviewQuestion, SettleIssueQuestion


class Lines(QObject):
    """Of each kind of line what the panel shows, and what its buttons do.

    Args:
        view: that the lists stand in.
        move: moves the chosen person in the order of a reserve.
        hamlets: gives code and name of each hamlet.
    """

    def __init__(
        self,
        view: ListedView,
        move: Callable[[int], None],
        hamlets: Callable[[], tuple[tuple[str, str], ...]],
    ) -> None:
        super().__init__(view)
        self._view, self._move, self._hamlets = view, move, hamlets
        self._place = view.context.workplace

    def shown(self, row: object) -> Shown | None:
        """Return what the panel shows of a row; None for nothing chosen."""
        if isinstance(row, ReviewLine):
            return self._of_review(row)
        if isinstance(row, ReserveLine):
            return self._of_reserve(row)
        if isinstance(row, IssueView):
            return self._of_issue(row)
        return self._of_told(row) if isinstance(row, ToldHead) else None

    def _of_review(self, line: ReviewLine) -> Shown:
        does = [Does(self.tr("Ghi rà soát…"), partial(self._review, line))]
        facts = [(self.tr("Sinh, tuổi"), age_words(line)), (self.tr("Giữ chức"), terms_words(line))]
        if line.outcome is not None:
            does[0] = Does(self.tr("Sửa rà soát…"), partial(self._review, line))
            does.append(Does(self.tr("Bỏ rà soát ghi nhầm"), partial(self._take_back, line), quiet=True))
            facts += [
                (self.tr("Kết luận"), outcome_word(line.outcome)),
                (self.tr("Ai, ngày"), f"{line.reviewer}, {line.reviewed_on:%d/%m/%Y}"),
                (self.tr("Nhận xét"), line.assessment),
            ]
        return Shown(line.name, f"{post_word(line.post)}, {line.where}", facts, does)

    def _of_reserve(self, line: ReserveLine) -> Shown:
        place = self._place
        facts = [(self.tr("Sinh"), str(line.born or "")), (self.tr("Ghi chú"), line.note)]
        does = (
            Does(self.tr("Lên"), partial(self._move, -1)),
            Does(self.tr("Xuống"), partial(self._move, 1)),
            Does(
                self.tr("Bỏ khỏi nguồn dự bị"),
                lambda: self._view.do(
                    lambda: reserve.remove_reserve(place, line.key),
                    self.tr("Đã bỏ {0} khỏi nguồn dự bị.").format(line.name),
                    lambda _: reserve.add_reserve(place, line.unit, line.post, line.name, line.note),
                ),
                quiet=True,
            ),
        )
        sentence = self.tr("{0}, {1}, thứ tự {2}").format(post_word(line.post), line.hamlet, line.position)
        return Shown(line.name, sentence, facts, does)

    def _of_issue(self, view: IssueView) -> Shown:
        place = self._place
        facts = [(self.tr("Ai nêu"), view.raised_by), (self.tr("Ngày nêu"), f"{view.raised_on:%d/%m/%Y}")]
        change = Does(self.tr("Sửa…"), partial(self._change_issue, view))
        back = Does(
            self.tr("Bỏ vụ việc ghi nhầm"),
            lambda: self._view.do(
                lambda: issues.take_back_issue(place, view.key),
                self.tr("Đã bỏ vụ việc."),
                lambda _: issues.raise_issue(place, view.unit, view.raised_on, view.raised_by, view.what),
            ),
            quiet=True,
        )
        if view.settled_on is None:
            does: tuple[Does, ...] = (
                Does(self.tr("Ghi đã giải quyết…"), partial(self._settle, view)),
                change,
                back,
            )
        else:
            facts += [(self.tr("Xong ngày"), f"{view.settled_on:%d/%m/%Y}"), (self.tr("Kết quả"), view.how)]
            reopened = self.tr("Đã mở lại vụ việc.")
            does = (
                Does(
                    self.tr("Mở lại"),
                    lambda: self._view.do(lambda: issues.reopen_issue(place, view.key), reopened),
                ),
                change,
            )
        return Shown(view.hamlet, view.what, facts, does)

    def _of_told(self, head: ToldHead) -> Shown:
        facts = [
            (self.tr("Trưởng thôn"), head.name or ""),
            (self.tr("Sinh"), str(head.born or "")),
            (self.tr("Ngày bầu"), f"{head.day:%d/%m/%Y}"),
            (self.tr("Quyết định"), head.number or ""),
            (self.tr("Ngày quyết định"), f"{head.decided_on:%d/%m/%Y}" if head.decided_on else ""),
            (self.tr("Theo gói"), str(head.package)),
        ]
        member = next((one for one in head.choices if one.key == head.member), None)
        if member is not None:
            facts.append((self.tr("Là đảng viên"), choice_word(member)))
        sentence = told_state(head).word
        if head.withdrawn:
            sentence = self.tr(
                "Gói trước báo {0} được công nhận, gói mới không còn. Hỏi lại máy bầu cử."
            ).format(head.withdrawn)
        does = []
        if head.name is not None and head.unit:
            words = self.tr("Sửa là đảng viên nào…") if head.linked else self.tr("Ghi là đảng viên nào…")
            does.append(Does(words, partial(self._link, head)))
        elif not head.unit:
            sentence = self.tr("Sổ ở máy này không có thôn tên này; hãy kiểm tra ở trang Thôn, bản.")
        return Shown(head.hamlet, sentence, facts, does)

    def _review(self, line: ReviewLine) -> None:
        place = self._place
        back = partial(reviews.take_back_review, place, line.post, line.code)
        submit = self._view.submit(
            lambda new: reviews.review(place, new),
            self.tr("Đã ghi rà soát {0}.").format(line.name),
            (lambda _: back()) if line.outcome is None else None,
        )
        ReviewQuestion(self._view.window(), line, place.today(), submit).open()

    def _take_back(self, line: ReviewLine) -> None:
        place = self._place
        self._view.do(
            lambda: reviews.take_back_review(place, line.post, line.code),
            self.tr("Đã bỏ rà soát {0}.").format(line.name),
        )

    def _change_issue(self, view: IssueView) -> None:
        place = self._place
        before = (view.raised_on, view.raised_by, view.what)
        submit = self._view.submit(
            lambda said: issues.change_issue(place, view.key, *said[1:]),
            self.tr("Đã sửa vụ việc."),
            lambda _: issues.change_issue(place, view.key, *before),
        )
        IssueQuestion(self._view.window(), self._hamlets(), place.today(), submit, view).open()

    def _settle(self, view: IssueView) -> None:
        place = self._place
        submit = self._view.submit(
            lambda said: issues.settle_issue(place, view.key, *said),
            self.tr("Đã ghi vụ việc giải quyết xong."),
            lambda _: issues.reopen_issue(place, view.key),
        )
        SettleIssueQuestion(self._view.window(), view, place.today(), submit).open()

    def _link(self, head: ToldHead) -> None:
        place = self._place

        def back(_: object) -> None:
            if head.linked:
                link_head(place, head.election, head.member)
            else:
                unlink_head(place, head.election)

        submit = self._view.submit(
            lambda member: link_head(place, head.election, member),
            self.tr("Đã ghi cho {0}.").format(head.name),
            back,
        )
        MemberQuestion(self._view.window(), head, submit).open()
