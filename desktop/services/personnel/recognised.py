"""Heads of whom the commune's other office told by a package, beside the members that this office keeps.

Nothing is copied out of packages: the newest one that counts of each campaign is read, so that a later one
replaces an earlier one by being there.

Source: package.md ("Two offices of one commune"); ADR 35, 36.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.exchange.heads_record import HeadLine, HeadsRecord, HeadState
from desktop.exchange.records import HEADS
from desktop.models.exchange import Intake, SetAside, Stream, TakenPackage, TakenRecord
from desktop.models.party import Member, Membership
from desktop.models.personnel import HeadLink
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.party.branches import branch_of_hamlet, lives_on
from desktop.services.personnel.told_posts import ToldOffice, begin_told, take_back_told
from desktop.services.places.lookup import hamlets_of
from desktop.vietnamese.text import fold, spelling_key

__all__ = [
    "MemberChoice",
    "ToldHead",
    "heads_told",
    "link_head",
    "told_heads",
    "unlink_head",
]


@dataclass(frozen=True, slots=True)
class MemberChoice:
    """A member whom a told head may be: of the hamlet's branch, or of another that ``branch`` names."""

    key: int
    name: str
    born: int | None
    branch: str


@dataclass(frozen=True, slots=True)
class ToldHead:
    """How far one hamlet's election is, as the other office told it last.

    Attributes:
        unit: code of the hamlet in this office's register; empty where it has none of that code and name.
        hamlet: its name with its word.
        day: of the vote.
        state: ``planned``, ``elected``, ``not_elected``, ``recognised`` or ``held_again``.
        name, born: who was elected, and the year of birth; None where nobody was.
        number, decided_on: of the decision.
        package: number of the package that said so.
        linked: whether somebody said which member it is, or that it is none.
        member: key of that member; None for none.
        choices: whom it may be, the likeliest first; of the same name and year in the hamlet's branch alone
            where that is ``certain``.
        certain: whether exactly one member of the hamlet's branch bears the name and the year of birth.
        withdrawn: who was recognised by an earlier package, and is no longer; empty for nobody.
    """

    unit: str
    hamlet: str
    election: str
    day: date
    state: HeadState
    name: str | None
    born: int | None
    number: str | None
    decided_on: date | None
    package: int
    linked: bool
    member: int | None
    choices: tuple[MemberChoice, ...]
    certain: bool
    withdrawn: str


@for_party
def told_heads(workplace: Workplace) -> tuple[ToldHead, ...]:
    """List what the other office told of each hamlet: what wants a person first, then by hamlet."""
    with reading(workplace.database) as session:
        found = tuple(heads_told(session, workplace.today()).values())
    return tuple(sorted(found, key=lambda head: (head.linked or head.state != "recognised", head.hamlet)))


def heads_told(session: Session, day: date) -> Mapping[str, ToldHead]:
    """Return what the other office told last of each hamlet, by its code there; nothing where none was told.

    Of several campaigns that name a hamlet the one with the latest day counts.

    Args:
        session: open on the office.
        day: as of which hamlets, branches and members are taken.
    """
    packages = _packages(session)
    if not packages:
        return {}
    beside = _Beside(session, day)
    found: dict[str, ToldHead] = {}
    for campaign in dict.fromkeys(package.campaign for package, _ in packages):
        of_it = [(package, record) for package, record in packages if package.campaign == campaign]
        newest, record = _newest(of_it)
        before = [earlier for package, earlier in of_it if package is not newest]
        for line in _with_lost(record, before):
            head = beside.head(line, newest.sequence, _withdrawn(line, before))
            known = found.get(line.unit)
            if known is not None and known.day > head.day:
                head, known = known, head
            withdrawn = head.withdrawn or (known.withdrawn if known is not None else "")
            found[line.unit] = replace(head, withdrawn=withdrawn)
    return found


@for_party
def link_head(workplace: Workplace, election: str, member: int | None) -> None:
    """Write down which member a head is whom the other office told of, or that the head is none.

    One who is recognised holds the post in this office's register from the day of the decision.

    Args:
        workplace: the open office.
        election: code of the election, as the package names it.
        member: key of the member; None for somebody who is no member.

    Raises:
        RequestRefused: ``head.unknown`` for an election of which nothing is told or that elected nobody;
            ``head.hamlet`` where the register has no such hamlet; ``unknown.member``; ``head.used`` where
            it was written before, and the post was changed since.
    """
    with writing(workplace.database) as session:
        head = _told(session, workplace, election)
        unit = next((each for each in hamlets_of(session, workplace.today()) if each.code == head.unit), None)
        if unit is None:
            raise RequestRefused("head.hamlet", where=head.hamlet)
        found = session.get(Member, member) if member is not None else None
        if member is not None and found is None:
            raise RequestRefused("unknown.member", where=str(member))
        _drop(workplace, session, head)
        link = HeadLink(
            unit=unit,
            election=election,
            name=head.name or "",
            born=head.born,
            linked_on=workplace.today(),
            member=found,
        )
        office = _office(head)
        if office is not None:
            link.batch = begin_told(workplace, session, unit, office, found)
        session.add(link)
        session.flush()
        workplace.note(session, "head.link", link, "member")


@for_party
def unlink_head(workplace: Workplace, election: str) -> None:
    """Take back which member a head is, and the post that was written with it.

    Raises:
        RequestRefused: ``head.unknown``; ``head.used`` where the post was changed since.
    """
    with writing(workplace.database) as session:
        head = _told(session, workplace, election)
        link = _drop(workplace, session, head)
        if link is not None:
            workplace.note(session, "head.unlink", link, "member")


def _told(session: Session, workplace: Workplace, election: str) -> ToldHead:
    told = heads_told(session, workplace.today()).values()
    found = next((head for head in told if head.election == election and head.name), None)
    if found is None:
        raise RequestRefused("head.unknown", where=election)
    return found


def _office(head: ToldHead) -> ToldOffice | None:
    """Return what a head was recognised for; None while nobody is."""
    if head.state != "recognised" or head.decided_on is None or head.name is None:
        return None
    return ToldOffice(head.election, head.hamlet, head.name, head.decided_on, head.number or "")


def _drop(workplace: Workplace, session: Session, head: ToldHead) -> HeadLink | None:
    born = HeadLink.born.is_(None) if head.born is None else HeadLink.born == head.born
    links = select(HeadLink).where(HeadLink.election == head.election, HeadLink.name == head.name, born)
    found = session.scalars(links).first()
    if found is not None:
        begun = found.batch
        session.delete(found)
        session.flush()
        take_back_told(workplace, session, begun)
    return found


def _packages(session: Session) -> list[tuple[TakenPackage, HeadsRecord]]:
    """Return the packages of heads that count, with what each says."""
    aside = select(SetAside.package_id)
    held = (
        select(TakenPackage, TakenRecord.content)
        .join(TakenRecord, TakenRecord.package_id == TakenPackage.id)
        .where(
            TakenRecord.path == HEADS,
            TakenPackage.stream == Stream.GOVERNMENT,
            TakenPackage.outcome == Intake.ACCEPTED,
            TakenPackage.unit_code == own_office(session).unit_code,
            TakenPackage.id.not_in(aside),
        )
        .order_by(TakenPackage.id)
    )
    return [
        (package, msgspec.json.decode(content, type=HeadsRecord))
        for package, content in session.execute(held)
    ]


def _newest(
    packages: Sequence[tuple[TakenPackage, HeadsRecord]],
) -> tuple[TakenPackage, HeadsRecord]:
    """Return the package that says how a campaign stands: of the key that signed last, the highest number."""
    issuer = packages[-1][0].issuer
    return max((each for each in packages if each[0].issuer == issuer), key=lambda each: each[0].sequence)


def _with_lost(record: HeadsRecord, before: Sequence[HeadsRecord]) -> Iterator[HeadLine]:
    """Yield the lines of the newest package, and what an earlier one said of elections that it lacks."""
    yield from record.heads
    named = {line.election for line in record.heads}
    for earlier in reversed(before):
        for line in earlier.heads:
            if line.election not in named and line.state == "recognised":
                named.add(line.election)
                lost = {"person": None, "born": None, "number": None, "decided": None}
                yield msgspec.structs.replace(line, state="planned", revision=None, count=None, **lost)


def _withdrawn(line: HeadLine, before: Sequence[HeadsRecord]) -> str:
    """Return whom an earlier package called recognised, and the newest no longer does."""
    still = line.person if line.state == "recognised" else None
    for earlier in reversed(before):
        for said in earlier.heads:
            if said.election == line.election and said.state == "recognised" and said.person != still:
                return said.person or ""
    return ""


def _unit_of(units: Sequence[Unit], line: HeadLine) -> Unit | None:
    """Return the hamlet of a line: of its code and name, else the one hamlet of its name.

    Two offices may have numbered their hamlets otherwise, so a code alone says nothing.
    """
    named = [unit for unit in units if fold(unit.name) == fold(line.name)]
    coded = next((unit for unit in named if unit.code == line.unit), None)
    if coded is not None:
        return coded
    alike = [unit for unit in named if spelling_key(unit.name) == spelling_key(line.name)]
    return alike[0] if len(alike) == 1 else None


@dataclass(frozen=True, slots=True)
class _InBranch:
    member: Member
    branch: int
    branch_name: str

    def is_of(self, name: str, born: int) -> bool:
        """Tell whether the member bears a name, its marks too, and was born in a year."""
        person = self.member.person
        if person.birth is None or person.birth.year != born:
            return False
        return spelling_key(person.name) == spelling_key(name)

    def choice(self) -> MemberChoice:
        """Return the member as somebody to be chosen."""
        birth = self.member.person.birth
        return MemberChoice(
            self.member.id, self.member.person.name, birth.year if birth else None, self.branch_name
        )


def _members(session: Session, day: date) -> dict[str, list[_InBranch]]:
    """Return the members of a day by their folded names."""
    held = (
        select(Membership)
        .where(*lives_on(Membership, day))
        .options(joinedload(Membership.member).joinedload(Member.person), joinedload(Membership.branch))
    )
    found: dict[str, list[_InBranch]] = {}
    for each in session.scalars(held):
        key = fold(each.member.person.name)
        found.setdefault(key, []).append(_InBranch(each.member, each.branch_id, each.branch.name))
    return found


class _Beside:
    """What a line of a package is set beside: hamlets, branches, members and links of a day."""

    def __init__(self, session: Session, day: date) -> None:
        self._session = session
        self._day = day
        self._units = hamlets_of(session, day)
        self._links = {(one.election, one.name, one.born): one for one in session.scalars(select(HeadLink))}
        self._members = _members(session, day)

    def head(self, line: HeadLine, package: int, withdrawn: str) -> ToldHead:
        """Return a line as a person reads it."""
        unit = _unit_of(self._units, line)
        link = self._links.get((line.election, line.person, line.born)) if line.person else None
        choices, certain = self._choices(line, unit)
        return ToldHead(
            unit=unit.code if unit is not None else "",
            hamlet=f"{line.kind} {line.name}",
            election=line.election,
            day=line.day,
            state=line.state,
            name=line.person,
            born=line.born,
            number=line.number,
            decided_on=line.decided,
            package=package,
            linked=link is not None,
            member=link.member_id if link is not None else None,
            choices=choices,
            certain=certain,
            withdrawn=withdrawn,
        )

    def _choices(self, line: HeadLine, unit: Unit | None) -> tuple[tuple[MemberChoice, ...], bool]:
        if line.person is None:
            return (), False
        branch = branch_of_hamlet(self._session, unit, self._day) if unit is not None else None
        named = self._members.get(fold(line.person), [])
        here = [one for one in named if branch is not None and one.branch == branch.id]
        sure = [one for one in here if line.born is not None and one.is_of(line.person, line.born)]
        if len(sure) == 1:
            return (sure[0].choice(),), True
        return tuple(one.choice() for one in sorted(named, key=lambda one: one not in here)), False
