"""The lists of reviews, of reserves and of matters raised before the vote, as papers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.printing.registers.party_list import PartyList
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.registers.cells import day_cell, joined
from desktop.services.papers.fill.registers.party_list import party_list
from desktop.services.personnel.issues import IssueView
from desktop.services.personnel.reserve import ReserveLine
from desktop.services.personnel.reviews import ReviewedPost, ReviewLine, ReviewOutcome

_POSTS = {ReviewedPost.HEAD: "Trưởng thôn", ReviewedPost.SECRETARY: "Bí thư chi bộ"}
_OUTCOMES = {
    ReviewOutcome.STANDS_AGAIN: "Tiếp tục giới thiệu",
    ReviewOutcome.REPLACED: "Thay thế",
    ReviewOutcome.NEW_SOURCE: "Chọn nguồn mới",
}


def review_list(workplace: Workplace, session: Session, views: Sequence[ReviewLine]) -> PartyList:
    """Return who sits, with what the review says of each."""
    return party_list(workplace, session, "reviews", map(_review, views), _as_of(workplace))


def reserve_list(workplace: Workplace, session: Session, views: Sequence[ReserveLine]) -> PartyList:
    """Return the reserves, by hamlet, post and order."""
    return party_list(workplace, session, "reserve", map(_reserve, views), _as_of(workplace))


def issue_list(workplace: Workplace, session: Session, views: Sequence[IssueView]) -> PartyList:
    """Return the matters, the open ones first."""
    return party_list(workplace, session, "issues", map(_issue, views), _as_of(workplace))


def _as_of(workplace: Workplace) -> str:
    return f"Tính đến ngày {day_cell(workplace.today())}"


def _review(view: ReviewLine) -> tuple[str, ...]:
    age = f"{view.age} tuổi" if view.age is not None else ""
    held = f"Từ {day_cell(view.since)}" if view.since is not None else ""
    terms = f"{view.terms} lần giữ chức" if view.terms > 1 else ""
    by = f"{view.reviewer}, {day_cell(view.reviewed_on)}" if view.reviewed_on is not None else ""
    outcome = _OUTCOMES[view.outcome] if view.outcome is not None else "Chưa rà soát"
    return (
        view.name,
        f"{_POSTS[view.post]}, {view.where}",
        joined(str(view.born) if view.born is not None else "", age, between=", "),
        joined(held, terms, between="; "),
        joined(outcome, by, between=": "),
        view.assessment,
    )


def _reserve(view: ReserveLine) -> tuple[str, ...]:
    member = {True: "Có", False: "Không", None: "Chưa rõ"}[view.is_member]
    name = f"{view.name}, sinh {view.born}" if view.born is not None else view.name
    return (view.hamlet, _POSTS[view.post], str(view.position), name, member, view.note)


def _issue(view: IssueView) -> tuple[str, ...]:
    if view.settled_on is None:
        done = f"Chưa giải quyết, đã {view.open_days} ngày"
    else:
        done = f"{day_cell(view.settled_on)}: {view.how}"
    return (view.hamlet, day_cell(view.raised_on), view.raised_by, view.what, done)
