"""The posting of a roll: from when until when, where, and what came to it and went from it since."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Election, Round
from desktop.models.people import Household, HouseholdMember, Person, Voter
from desktop.models.store.session import reading, writing
from desktop.services.elections.electorate import electors_of
from desktop.services.elections.lookup import day_of, election_of, vote_of
from desktop.services.elections.rolls.check import demand_checked
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.residence import has_left
from desktop.vietnamese.text import fold, tidy
from desktop.wording import words


@dataclass(frozen=True, slots=True)
class Posting:
    """How a roll hangs: its first and its last day, and where; None, empty while that isn't recorded."""

    posted_on: date | None
    until: date | None = None
    places: str = ""


@dataclass(frozen=True, slots=True)
class RollChange:
    """A line that came to a roll after it was posted, or went from it.

    Attributes:
        number: on the roll that it stands on: the one of today, or the posted one.
        name, birth: of whoever votes; the birth as people write it.
        reason: why.
        supplement: number of the supplement; 0 for what changed before the roll was frozen.
    """

    number: int
    name: str
    birth: str
    reason: str
    supplement: int = 0


@dataclass(frozen=True, slots=True)
class RollChanges:
    """What came to a roll after it was posted, and what went, each in the order of its numbers."""

    added: tuple[RollChange, ...] = ()
    removed: tuple[RollChange, ...] = ()


@for_elections
def posting(workplace: Workplace, code: str) -> Posting:
    """Return how the roll of an election hangs.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        return posting_of(election_of(session, code))


def post_roll(workplace: Workplace, code: str, said: Posting) -> Posting:
    """Write down how the roll of an election hangs; without a first day it hangs no longer.

    Raises:
        RequestRefused: ``plan.posted`` for a first day that hasn't come or is after the meeting;
            ``roll.differences`` while register and roll differ; ``roll.until`` for a last day before the
            first, or after the meeting.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        keep_posting(workplace, session, vote, said)
        return posting_of(vote.election)


def keep_posting(workplace: Workplace, session: Session, vote: Round, said: Posting) -> None:
    """Write a posting down inside the caller's transaction, as ``post_roll`` does.

    What the roll says as it is put up is kept, so that every later change can be told.
    """
    election, meeting = vote.election, day_of(vote)
    first, last = said.posted_on, said.until if said.posted_on else None
    if first is not None and first > min(workplace.today(), meeting):
        raise RequestRefused("plan.posted", where=f"{first:%d/%m/%Y}")
    if first is not None and last is not None and not first <= last <= meeting:
        raise RequestRefused("roll.until", where=f"{last:%d/%m/%Y}")
    if first is None:
        election.roll_posted_lines = None
    elif election.roll_posted_on is None:
        demand_checked(workplace, session, election)
        election.roll_posted_lines = _said(session, election)
    kept = {
        "roll_posted_on": first,
        "roll_posted_until": last,
        "roll_posted_at": tidy(said.places) or None,
    }
    changed = [name for name, value in kept.items() if getattr(election, name) != value]
    for name in changed:
        setattr(election, name, kept[name])
    session.flush()
    if changed:
        workplace.note(session, "roll.post", election, *changed)


def posting_of(election: Election) -> Posting:
    """Return how the roll of an election hangs."""
    return Posting(election.roll_posted_on, election.roll_posted_until, election.roll_posted_at or "")


def changes_since_posted(session: Session, election: Election) -> RollChanges:
    """Compare the roll with what was posted; nothing where nothing was, or before that was kept.

    Where somebody else stands on a line by now, as who follows a head that died, one name went and one came.
    """
    if election.roll_posted_lines is None:
        return RollChanges()
    posted = {key: (number, name) for number, key, name in json.loads(election.roll_posted_lines)}
    now = electors_of(session, election)
    added = tuple(
        RollChange(
            one.number,
            one.name,
            _birth(one.person),
            one.reason or _why_come(election, posted.get(one.key), one.name),
            one.supplement,
        )
        for one in now
        if one.key not in posted or posted[one.key][1] != one.name
    )
    named = {one.key: one.name for one in now}
    removed = tuple(
        _removed(session, election, key, number, name)
        if key not in named
        else _followed(session, election, key, RollChange(number, name, "", ""), named[key])
        for key, (number, name) in posted.items()
        if named.get(key) != name
    )
    return RollChanges(added, removed)


def _said(session: Session, election: Election) -> bytes:
    lines = [(one.number, one.key, one.name) for one in electors_of(session, election)]
    return json.dumps(lines, ensure_ascii=False).encode()


def _why_come(election: Election, before: tuple[int, str] | None, name: str) -> str:
    if before is None:
        return words("list.roll.since_posted")
    same = _is_same(election, before[1], name)
    return words("list.roll.was_written" if same else "list.roll.in_place_of", name=before[1])


def _is_same(election: Election, before: str, name: str) -> bool:
    """Tell whether two names are one person's: a voter's own line, or a head's whose marks were put right."""
    return election.voters_from_age is not None or fold(before) == fold(name)


def _followed(session: Session, election: Election, key: int, gone: RollChange, name: str) -> RollChange:
    """Return the line of a name in whose place another one stands by now."""
    if _is_same(election, gone.name, name):
        person = session.get(Person, key) if election.voters_from_age is not None else None
        return replace(gone, birth=_birth(person), reason=words("list.roll.written_now", name=name))
    follows = words("list.roll.followed", name=name)
    lines = select(HouseholdMember).join(Person, HouseholdMember.person_id == Person.id)
    of_home = lines.where(HouseholdMember.household_id == key, Person.name == gone.name)
    line = session.scalars(of_home.order_by(HouseholdMember.id.desc()).limit(1)).first()
    if line is None:
        return replace(gone, reason=follows)
    why = _end_words(line) if has_left(line, election.held_on) else ""
    said = f"{why}; {follows[:1].lower()}{follows[1:]}" if why else follows
    return replace(gone, birth=_birth(line.person), reason=said)


def _removed(session: Session, election: Election, key: int, number: int, name: str) -> RollChange:
    if election.voters_from_age is not None:
        person = session.get(Person, key)
        return RollChange(number, name, _birth(person), _why_gone(session, key, election.held_on))
    home = session.get(Household, key)
    if home is None:
        return RollChange(number, name, "", words("list.roll.taken_out"))
    if home.hamlet_id != election.unit_id:
        return RollChange(number, name, _birth(home.head), words("list.roll.other_hamlet"))
    if home.ends_on is not None:
        return RollChange(
            number, name, _birth(home.head), words("list.roll.household_left", day=f"{home.ends_on:%d/%m/%Y}")
        )
    return RollChange(number, name, _birth(home.head), words("list.roll.taken_out"))


def _why_gone(session: Session, person: int, day: date) -> str:
    lines = [
        *session.scalars(select(HouseholdMember).where(HouseholdMember.person_id == person)),
        *session.scalars(select(Voter).where(Voter.person_id == person)),
    ]
    line = next((line for line in lines if has_left(line, day)), None)
    return (_end_words(line) if line is not None else "") or words("list.roll.taken_out")


def _end_words(line: HouseholdMember | Voter) -> str:
    """Say why somebody is no longer there, and since when as far as that is known; empty for no reason."""
    if line.end_reason is None:
        return ""
    said = words(f"list.end_reason.{line.end_reason}")
    return f"{said} {line.ends_on:%d/%m/%Y}" if line.ends_on else said


def _birth(person: Person | None) -> str:
    return person.birth.text() if person and person.birth else ""
