"""The hamlets of the commune as its page lists them, and what is written down of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.errors import RequestRefused
from desktop.models.elections import Election
from desktop.models.people import Household
from desktop.models.places import HamletFacts, Unit, UnitDecision, UnitLevel
from desktop.models.posts import Post
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.as_of import counted_on
from desktop.services.places.heads import (
    heads_of,
    is_by_decision,
    members_among,
    membership,
    provisional_heads_of,
    state_head,
)
from desktop.services.places.importing import next_code
from desktop.services.places.lookup import facts_of, unit_on
from desktop.services.places.names import checked_name
from desktop.services.places.succession import (
    ADD,
    NO_DECISION,
    Decision,
    LastChange,
    change_batch,
    last_changes,
    made_by,
)
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import tidy

_NEAR = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class HamletLine:
    """A hamlet in the list.

    Attributes:
        id: key of the record.
        counted: households in the register, in households.
        stated: households as the commune's list says; None where it doesn't.
        head, head_is_member: who heads it, and whether a member, as the registers know
            (``head_is_registered``) or as it was stated; ``head_decision`` is the number of the decision
            that names the head, of the day ``head_since``.
        especially_difficult: whether it was put on the list of such hamlets, for the days that are told;
            ``is_difficult`` tells whether it is today.
        predecessors: the units it was made of, by name; ``joined`` those whose households it took later.
        successors: the units that its households went to, by name.
        decision: by which it came to be, or ended.
        exception: why it came to be with fewer households than the law asks for; empty where nothing is said.
        provisional_head: who serves until a head is elected; ``provisional_why`` is ``vacant`` or
            ``made_anew``, ``provisional_number`` the decision's, of the day ``provisional_from``;
            ``provisional_until`` is the last day, ``provisional_ends`` tells that it is near or past.
        change: the renaming, merger or end that it came of or ended with; None for none.
    """

    id: int
    code: str
    kind: str
    name: str
    counted: int
    stated: int | None
    head: str | None
    head_is_member: bool | None
    especially_difficult: bool | None
    especially_difficult_from: date | None
    especially_difficult_until: date | None
    is_difficult: bool
    starts_on: date | None
    ends_on: date | None
    head_is_registered: bool = False
    head_decision: str | None = None
    head_since: date | None = None
    predecessors: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    decision: Decision = NO_DECISION
    exception: str = ""
    change: LastChange | None = None
    provisional_head: str | None = None
    provisional_why: str | None = None
    provisional_number: str | None = None
    provisional_from: date | None = None
    provisional_until: date | None = None
    provisional_ends: bool = False

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return f"{self.kind} {self.name}"


def hamlet_lines(
    workplace: Workplace, *, ended: bool = False, on: date | None = None
) -> tuple[HamletLine, ...]:
    """List the commune's hamlets by their names, and with ``ended`` those of the past after them.

    Args:
        workplace: the open office.
        ended: those of the past too.
        on: list the hamlets of that day instead, under their names then, with the households that lived in
            them; what the commune's list says of a hamlet is what it said last.

    Raises:
        RequestRefused: ``unknown.unit`` when the commune itself is not known.
    """
    with reading(workplace.database) as session:
        commune = own_unit(session)
        parents = select(Unit.id).where(Unit.code == commune.code)
        units = session.scalars(
            select(Unit)
            .where(Unit.parent_id.in_(parents), Unit.level == UnitLevel.HAMLET)
            .options(selectinload(Unit.predecessors))
        ).all()
        today = on or workplace.today()
        shown = [unit for unit in units if ended or unit.ends_on is None or unit.ends_on >= today]
        if on is not None:
            shown = [unit for unit in shown if unit.starts_on is None or unit.starts_on <= on]
        facts = facts_of(session, shown)
        heads = heads_of(session, shown, today)
        provisional = provisional_heads_of(session, shown)
        members = members_among(session, (post.person_id for post in heads.values()), today)
        counted = _counted(session) if on is None else counted_on(session, on)
        changes = last_changes(session)
        heirs: defaultdict[int, list[str]] = defaultdict(list)
        for unit in units:
            for before in unit.predecessors:
                heirs[before.id].append(_named(unit))
        decisions, exceptions = _decisions(session), _exceptions(session)
        lines = [
            replace(
                _with_heads(
                    _line(unit, facts.get(unit.id), counted.get(unit.id, 0), changes.get(unit.id), today),
                    (heads.get(unit.id), provisional.get(unit.id)),
                    members,
                    today,
                ),
                successors=tuple(heirs[unit.id]),
                decision=decisions.get(unit.id, NO_DECISION),
                exception=exceptions.get(unit.id, ""),
            )
            for unit in shown
        ]
        past = on or date.max
        return tuple(sorted(lines, key=lambda line: ((line.ends_on or past) < past, sort_key(line.name))))


def commune_words(workplace: Workplace) -> str:
    """Return the commune as a sentence names it: ``xã Mẫu``."""
    with reading(workplace.database) as session:
        own = own_unit(session)
        return f"{own.kind.lower()} {own.name}"


def add_hamlet(workplace: Workplace, kind: str, name: str, starts_on: date | None = None) -> str:
    """Add one hamlet, and return its code.

    Raises:
        RequestRefused: ``hamlet.name`` for a name that is empty or another hamlet's.
    """
    return made_by(workplace, new_hamlet(workplace, kind, name, starts_on))


def new_hamlet(workplace: Workplace, kind: str, name: str, starts_on: date | None = None) -> int:
    """Add one hamlet, and return the batch that takes it back while nothing rests on it.

    Raises:
        RequestRefused: ``hamlet.name`` for a name that is empty or another hamlet's.
    """
    with writing(workplace.database) as session:
        kind, name = checked_name(session, workplace.today(), kind, name)
        commune = own_unit(session)
        unit = Unit(
            code=next_code(session, commune),
            level=UnitLevel.HAMLET,
            kind=kind,
            name=name,
            starts_on=starts_on,
            parent=commune,
        )
        batch = change_batch(workplace, session, ADD, f"{kind} {name}")
        batch.make(unit)
        session.flush()
        workplace.note(session, "unit.add", unit, "code", "kind", "name")
        return batch.end().batch


def state_facts(workplace: Workplace, code: str, **facts: Any) -> None:
    """Write down what the commune says of a hamlet.

    Args:
        workplace: the open office.
        code: the hamlet's.
        facts: ``households``, ``especially_difficult`` with ``…_from`` and ``…_until``, ``head`` or
            ``head_is_member``.

    Raises:
        RequestRefused: ``unknown.unit``; ``hamlet.difficult_days`` for a last day before the first;
            ``hamlet.head_by_decision`` for another head than a decision names.
    """
    told: dict[str, Any] = {field: facts.pop(field) for field in ("head", "head_is_member") if field in facts}
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        if told:
            before = heads_of(session, [unit], workplace.today()).get(unit.id)
            post = state_head(session, unit, workplace.today(), told)
            workplace.note(session, "hamlet.state", post or before or unit, *told)
        if facts:
            found = _stated(session, unit, facts)
            workplace.note(session, "hamlet.state", found, *facts)


def _stated(session: Session, unit: Unit, facts: Mapping[str, Any]) -> HamletFacts:
    found = facts_of(session, [unit]).get(unit.id)
    if found is None:
        found = HamletFacts(unit=unit)
        session.add(found)
    for field, value in facts.items():
        setattr(found, field, tidy(value) or None if isinstance(value, str) else value)
    begins, ends = found.especially_difficult_from, found.especially_difficult_until
    if begins is not None and ends is not None and ends < begins:
        raise RequestRefused("hamlet.difficult_days", where=_named(unit))
    session.flush()
    return found


def is_difficult(facts: HamletFacts, day: date) -> bool:
    """Tell whether a hamlet is especially difficult on a day; a day that isn't known excludes nothing."""
    begins, ends = facts.especially_difficult_from, facts.especially_difficult_until
    return bool(facts.especially_difficult) and (begins or day) <= day <= (ends or day)


def correct_name(
    workplace: Workplace, code: str, *, kind: str | None = None, name: str | None = None
) -> None:
    """Mend the kind or the name that was written wrongly; it then has always been so.

    Raises:
        RequestRefused: ``hamlet.name``; ``hamlet.election`` when papers of an election bear the name.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        if session.scalar(select(Election.id).where(Election.unit_id == unit.id).limit(1)):
            raise RequestRefused("hamlet.election", where=f"{unit.kind} {unit.name}")
        wanted = (unit.kind if kind is None else kind, unit.name if name is None else name)
        unit.kind, unit.name = checked_name(session, workplace.today(), *wanted, unit)
        workplace.note(session, "unit.correct", unit, "kind", "name")


def _counted(session: Session) -> dict[int, int]:
    living = select(Household.hamlet_id, func.count()).where(Household.ends_on.is_(None))
    return {row[0]: row[1] for row in session.execute(living.group_by(Household.hamlet_id))}


def _decisions(session: Session) -> dict[int, Decision]:
    """Return the decision of each unit's end, else of its beginning, by the unit's key."""
    found = session.scalars(select(UnitDecision).order_by(UnitDecision.what.desc()))
    return {one.unit_id: Decision(one.number, one.decided_on, one.issuer) for one in found}


def _exceptions(session: Session) -> dict[int, str]:
    """Return why units came to be smaller than the law asks for, by the unit's key."""
    found = select(UnitDecision.unit_id, UnitDecision.exception).where(UnitDecision.exception.is_not(None))
    return {key: why or "" for key, why in session.execute(found)}


def _joined(unit: Unit, before: Unit) -> bool:
    """Tell whether a unit that there was already took the households of another one."""
    return unit.starts_on is None or (before.ends_on is not None and before.ends_on >= unit.starts_on)


def _named(unit: Unit) -> str:
    return f"{unit.kind} {unit.name}"


def _line(
    unit: Unit, facts: HamletFacts | None, counted: int, change: LastChange | None, today: date
) -> HamletLine:
    return HamletLine(
        id=unit.id,
        code=unit.code,
        kind=unit.kind,
        name=unit.name,
        counted=counted,
        stated=facts.households if facts else None,
        head=None,
        head_is_member=None,
        especially_difficult=facts.especially_difficult if facts else None,
        especially_difficult_from=facts.especially_difficult_from if facts else None,
        especially_difficult_until=facts.especially_difficult_until if facts else None,
        is_difficult=facts is not None and is_difficult(facts, today),
        starts_on=unit.starts_on,
        ends_on=unit.ends_on,
        predecessors=tuple(_named(one) for one in unit.predecessors if not _joined(unit, one)),
        joined=tuple(_named(one) for one in unit.predecessors if _joined(unit, one)),
        change=change,
    )


def _with_heads(
    line: HamletLine, posts: tuple[Post | None, Post | None], members: frozenset[int], today: date
) -> HamletLine:
    """Say who heads a hamlet, and who serves until a head is elected."""
    head, serving = posts
    if head is not None:
        line = replace(
            line,
            head=head.holder,
            head_is_member=membership(head, members),
            head_is_registered=head.person_id in members,
            head_decision=(head.paper_number or "") if is_by_decision(head) else None,
            head_since=head.starts_on,
        )
    if serving is None:
        return line
    return replace(
        line,
        provisional_head=serving.holder,
        provisional_why=serving.why,
        provisional_number=serving.paper_number,
        provisional_from=serving.paper_on,
        provisional_until=serving.until,
        provisional_ends=serving.until is not None and serving.until <= today + _NEAR,
    )
