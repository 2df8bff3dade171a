"""The words of personnel before the vote, and how far each line is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.personnel.issues import IssueView
from desktop.services.personnel.recognised import MemberChoice, ToldHead
from desktop.services.personnel.reviews import ReviewedPost, ReviewLine, ReviewOutcome
from desktop.ui.widgets.state import State


def post_word(post: ReviewedPost) -> str:
    """Name a post."""
    tr = QCoreApplication.translate
    return tr("Personnel", "Trưởng thôn") if post is ReviewedPost.HEAD else tr("Personnel", "Bí thư chi bộ")


def outcome_word(outcome: ReviewOutcome) -> str:
    """Name what a review ends with."""
    tr = QCoreApplication.translate
    return {
        ReviewOutcome.STANDS_AGAIN: tr("Personnel", "Tiếp tục giới thiệu"),
        ReviewOutcome.REPLACED: tr("Personnel", "Thay thế"),
        ReviewOutcome.NEW_SOURCE: tr("Personnel", "Chọn nguồn mới"),
    }[outcome]


def review_state(line: ReviewLine) -> State:
    """Say what a review ends with, or that there is none."""
    if line.outcome is None:
        return State("attention", QCoreApplication.translate("Personnel", "Chưa rà soát"))
    stays = line.outcome is ReviewOutcome.STANDS_AGAIN
    return State("done" if stays else "changed", outcome_word(line.outcome))


def issue_state(view: IssueView) -> State:
    """Say whether a matter is settled, and for how long it has been open."""
    tr = QCoreApplication.translate
    if view.settled_on is not None:
        return State("done", tr("Personnel", "Xong {0}").format(f"{view.settled_on:%d/%m/%Y}"))
    return State("attention", tr("Personnel", "Chưa xong, {0} ngày").format(view.open_days))


def told_state(head: ToldHead) -> State:
    """Say how far the election of a hamlet's head is, as the other office told it."""
    tr = QCoreApplication.translate
    if head.withdrawn and head.state != "recognised":
        return State("wrong", tr("Personnel", "Không còn được công nhận"))
    return {
        "planned": State("not_yet", tr("Personnel", "Chưa có kết quả")),
        "elected": State("doing", tr("Personnel", "Trúng cử, chờ công nhận")),
        "not_elected": State("attention", tr("Personnel", "Chưa ai trúng cử")),
        "recognised": State("done", tr("Personnel", "Đã công nhận")),
        "held_again": State("attention", tr("Personnel", "Phải bầu lại")),
    }[head.state]


def member_word(head: ToldHead) -> str:
    """Say whether a told head is a member, or that somebody has to say it; empty for nobody."""
    tr = QCoreApplication.translate
    if head.name is None:
        return ""
    if not head.linked:
        return tr("Personnel", "chưa ghi đảng viên")
    return tr("Personnel", "không là đảng viên") if head.member is None else tr("Personnel", "là đảng viên")


def choice_word(choice: MemberChoice) -> str:
    """Name a member by what tells two of a name apart."""
    born = f", {choice.born}" if choice.born is not None else ""
    return f"{choice.name}{born}, {choice.branch}"


def terms_words(line: ReviewLine) -> str:
    """Say since when somebody sits, and for how many times."""
    tr = QCoreApplication.translate
    since = tr("Personnel", "từ {0}").format(f"{line.since:%d/%m/%Y}") if line.since is not None else ""
    times = tr("Personnel", "lần thứ {0}").format(line.terms) if line.terms > 1 else ""
    return ", ".join(part for part in (since, times) if part)


def age_words(line: ReviewLine) -> str:
    """Say a year of birth and the age on the day of the vote."""
    if line.born is None:
        return ""
    tr = QCoreApplication.translate
    return tr("Personnel", "{0}, {1} tuổi").format(line.born, line.age)
