"""Terms of Party organisations: which congress began one, its days, by whose decision it was lengthened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.party import Organisation, Term
from desktop.models.store.session import writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import found_organisation
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class TermView:
    """A term.

    Attributes:
        congress: which congress of the organisation began it ("lần thứ"); None where that isn't known.
        ends_on: as it was set; ``lengthened_until`` where it was lengthened, by whose decision of which day.
        is_over: whether its last day is past and no later term is written down.
    """

    id: int
    congress: int | None
    starts_on: date | None
    ends_on: date | None
    lengthened_until: date | None
    lengthened_by: str
    lengthened_number: str
    lengthened_on: date | None
    is_over: bool

    @property
    def last_day(self) -> date | None:
        """The day on which it ends, lengthened or not."""
        return self.lengthened_until or self.ends_on


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A term to be written down; without a congress it is the one after the last."""

    starts_on: date
    ends_on: date
    congress: int | None = None


@dataclass(frozen=True, slots=True)
class Lengthening:
    """Until when a term is lengthened, by whom, and the number and day of the decision."""

    until: date
    by: str
    number: str = ""
    decided_on: date | None = None


def latest_term(organisation: Organisation, today: date) -> TermView | None:
    """Return the latest term of an organisation; None where none is written down."""
    found = max(organisation.terms, key=lambda term: (term.starts_on or date.min, term.id), default=None)
    return None if found is None else _view(found, today)


def next_congress(organisation: Organisation) -> int | None:
    """Return which congress comes next; None where the number of the last isn't known.

    A branch that was made of several counts from one; of one whose past nobody wrote down nothing is known.

    Source: H 13.2 (congress.md §2).
    """
    known = [term.congress for term in organisation.terms if term.congress is not None]
    if known:
        return max(known) + 1
    return 1 if len(organisation.predecessors) > 1 and not organisation.terms else None


@for_party
def add_term(workplace: Workplace, code: str, new: NewTerm) -> int:
    """Write down a term of an organisation, and return its key.

    Raises:
        RequestRefused: ``unknown.branch``; ``term.period`` for days out of order, or before the term before.
    """
    if new.ends_on <= new.starts_on:
        raise RequestRefused("term.period")
    with writing(workplace.database) as session:
        organisation = found_organisation(session, code)
        before = latest_term(organisation, workplace.today())
        if before is not None and before.starts_on is not None and new.starts_on <= before.starts_on:
            raise RequestRefused("term.period")
        made = Term(
            organisation=organisation,
            congress=new.congress or next_congress(organisation),
            starts_on=new.starts_on,
            ends_on=new.ends_on,
        )
        session.add(made)
        session.flush()
        workplace.note(session, "branch.term", made, "congress", "starts_on", "ends_on")
        return made.id


@for_party
def lengthen_term(workplace: Workplace, term: int, how: Lengthening) -> None:
    """Lengthen a term by a decision of the level above.

    Raises:
        RequestRefused: ``term.unknown``; ``term.by`` where nobody is named who decides; ``term.period`` for
            a day that isn't after its last.
    """
    with writing(workplace.database) as session:
        found = _found(session, term)
        if not tidy(how.by):
            raise RequestRefused("term.by")
        if found.ends_on is not None and how.until <= found.ends_on:
            raise RequestRefused("term.period")
        found.lengthened_until, found.lengthened_by = how.until, tidy(how.by)
        found.lengthened_number, found.lengthened_on = tidy(how.number) or None, how.decided_on
        session.flush()
        workplace.note(session, "branch.lengthen", found, "lengthened_until", "lengthened_by")


def _found(session: Session, key: int) -> Term:
    found = session.get(Term, key)
    if found is None:
        raise RequestRefused("term.unknown")
    return found


def _view(term: Term, today: date) -> TermView:
    last = term.lengthened_until or term.ends_on
    return TermView(
        term.id,
        term.congress,
        term.starts_on,
        term.ends_on,
        term.lengthened_until,
        term.lengthened_by or "",
        term.lengthened_number or "",
        term.lengthened_on,
        last is not None and last < today,
    )
