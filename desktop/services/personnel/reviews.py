"""Review of sitting heads and secretaries before the vote: stands again, replaced, or a new source.

Source: field-practice.md P03.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Election, is_on
from desktop.models.personnel import IncumbentReview, ReviewedPost, ReviewOutcome
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.personnel.incumbents import Incumbent, incumbents_on
from desktop.vietnamese.partial_date import age_on
from desktop.vietnamese.text import tidy

__all__ = [
    "NewReview",
    "ReviewLine",
    "ReviewOutcome",
    "ReviewedPost",
    "review",
    "review_lines",
    "take_back_review",
]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A sitting head or secretary, and what the review says.

    Attributes:
        code: of the hamlet or the branch; ``post`` says which.
        where: names of the hamlets.
        born: year; None where it isn't known. ``age`` in full years on ``on``, None without a birth.
        on: the day for which age is told: the next one planned for a vote there, else today.
        terms: how often the post was this person's, the present time among them.
        is_member: None for unknown.
        outcome: None while it isn't reviewed.
    """

    post: ReviewedPost
    code: str
    where: str
    name: str
    born: int | None
    age: int | None
    on: date
    since: date | None
    until: date | None
    terms: int
    is_member: bool | None
    outcome: ReviewOutcome | None
    reviewed_on: date | None
    reviewer: str
    assessment: str


@dataclass(frozen=True, slots=True)
class NewReview:
    """What a review says of who sits in a post; ``code`` is of the hamlet or the branch."""

    post: ReviewedPost
    code: str
    outcome: ReviewOutcome
    on: date
    reviewer: str
    assessment: str = ""


@for_party
def review_lines(workplace: Workplace) -> tuple[ReviewLine, ...]:
    """List who sits, by hamlet, the head before the secretary, with the latest review of each."""
    today = workplace.today()
    with reading(workplace.database) as session:
        reviews = _latest(session)
        planned = _planned(session, today)
        return tuple(
            _line(incumbent, reviews.get(_key(incumbent)), planned.get(incumbent.code, today))
            for incumbent in incumbents_on(session, today)
        )


@for_party
def review(workplace: Workplace, new: NewReview) -> int:
    """Write down what the review of a sitting head or secretary ends with, and return its key.

    A second one on the same day corrects the first.

    Raises:
        RequestRefused: ``review.nobody`` where nobody sits; ``review.future``; ``review.reviewer``.
    """
    with writing(workplace.database) as session:
        sits = _sitting(session, workplace.today(), new.post, new.code)
        where = ", ".join(sits.hamlets)
        if new.on > workplace.today():
            raise RequestRefused("review.future", where=f"{new.on:%d/%m/%Y}")
        if not tidy(new.reviewer):
            raise RequestRefused("review.reviewer", where=where)
        known = next(
            (one for one in _of(session, sits) if one.reviewed_on == new.on and one.name == sits.name), None
        )
        words = tidy(new.assessment) or None
        if known is None:
            made = IncumbentReview(
                unit=sits.unit,
                organisation=sits.organisation,
                name=sits.name,
                outcome=new.outcome,
                reviewed_on=new.on,
                reviewer=tidy(new.reviewer),
                assessment=words,
            )
            session.add(made)
        else:
            made = known
            made.outcome, made.reviewer, made.assessment = new.outcome, tidy(new.reviewer), words
        session.flush()
        action = "review.make" if known is None else "review.change"
        workplace.note(session, action, made, "outcome", "reviewer", "assessment")
        return made.id


@for_party
def take_back_review(workplace: Workplace, post: ReviewedPost, code: str) -> None:
    """Take back the latest review of who sits in a post.

    Raises:
        RequestRefused: ``review.nobody`` where nobody sits; ``review.none`` where nothing was written.
    """
    with writing(workplace.database) as session:
        sits = _sitting(session, workplace.today(), post, code)
        made = next((one for one in _of(session, sits) if one.name == sits.name), None)
        if made is None:
            raise RequestRefused("review.none", where=", ".join(sits.hamlets))
        workplace.note(session, "review.take_back", made, "outcome")
        session.delete(made)


def _sitting(session: Session, day: date, post: ReviewedPost, code: str) -> Incumbent:
    found = next((one for one in incumbents_on(session, day) if (one.post, one.code) == (post, code)), None)
    if found is None:
        raise RequestRefused("review.nobody", where=code)
    return found


def _of(session: Session, sits: Incumbent) -> list[IncumbentReview]:
    """Return the reviews of a post, the latest first."""
    place = (
        IncumbentReview.unit_id == sits.unit.id
        if sits.unit is not None
        else IncumbentReview.organisation_id == (sits.organisation.id if sits.organisation else None)
    )
    made = select(IncumbentReview).where(place)
    return list(session.scalars(made.order_by(IncumbentReview.reviewed_on.desc(), IncumbentReview.id.desc())))


def _latest(session: Session) -> dict[tuple[int | None, int | None, str], IncumbentReview]:
    made = select(IncumbentReview).order_by(IncumbentReview.reviewed_on, IncumbentReview.id)
    return {(one.unit_id, one.organisation_id, one.name): one for one in session.scalars(made)}


def _key(sits: Incumbent) -> tuple[int | None, int | None, str]:
    return (
        sits.unit.id if sits.unit is not None else None,
        sits.organisation.id if sits.organisation is not None else None,
        sits.name,
    )


def _planned(session: Session, today: date) -> dict[str, date]:
    """Return the next day planned for a vote, by the code of the hamlet or of the branch."""
    from desktop.models.congress import Congress  # noqa: PLC0415 - an office without congresses loads none

    elections = select(Election).where(Election.held_on >= today, is_on()).order_by(Election.held_on.desc())
    branches = {congress.election_id: congress.branch.code for congress in session.scalars(select(Congress))}
    return {branches.get(one.id, one.unit.code): one.held_on for one in session.scalars(elections)}


def _line(sits: Incumbent, made: IncumbentReview | None, on: date) -> ReviewLine:
    return ReviewLine(
        post=sits.post,
        code=sits.code,
        where=", ".join(sits.hamlets),
        name=sits.name,
        born=sits.birth.year if sits.birth is not None else None,
        age=age_on(sits.birth, on) if sits.birth is not None else None,
        on=on,
        since=sits.since,
        until=sits.until,
        terms=sits.terms,
        is_member=sits.is_member,
        outcome=made.outcome if made is not None else None,
        reviewed_on=made.reviewed_on if made is not None else None,
        reviewer=made.reviewer if made is not None else "",
        assessment=(made.assessment or "") if made is not None else "",
    )
