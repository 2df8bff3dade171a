"""The hamlets of a commune from its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from desktop.models.places import HamletFacts, Unit, UnitLevel
from desktop.models.posts import Post
from desktop.services.lists.list_kind import Into, Taking
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.services.places.heads import heads_of, members_among, membership, says_another, take_head
from desktop.services.places.lookup import exists_on, facts_of
from desktop.sheets.lists.reading import Reading
from desktop.vietnamese.hamlet_kinds import BEGIN_NAMES, USUAL_KIND, kind_of
from desktop.vietnamese.text import fold, tidy

FIELDS = ("kind", "name", "households", "head", "especially_difficult", "head_is_member")

_COMMUNE = aliased(Unit)
_FACTS = ("households", "especially_difficult")


def living_hamlets(session: Session, commune: Unit, day: date) -> Sequence[Unit]:
    """Return the hamlets that a commune has on a day, in the order of their codes."""
    found = select(Unit).join(Unit.parent.of_type(_COMMUNE)).where(_COMMUNE.code == commune.code)
    living = found.where(Unit.level == UnitLevel.HAMLET, *exists_on(day))
    return session.scalars(living.order_by(Unit.code)).all()


def next_code(session: Session, commune: Unit) -> str:
    """Return the code that a new hamlet of a commune gets."""
    taken = set(session.scalars(select(Unit.code)))
    return next(code for number in count(1) if (code := f"{commune.code}-T{number:02d}") not in taken)


def verdicts(session: Session, into: Into[Unit], reading: Reading, day: date) -> list[Verdict]:
    """Say of each row what it is to the hamlets of the commune."""
    units = living_hamlets(session, into.unit, day)
    facts, heads = facts_of(session, units), heads_of(session, units, day)
    members = members_among(session, (post.person_id for post in heads.values()), day)
    held = {
        unit.id: {"kind": unit.kind, "name": unit.name}
        | _held(facts.get(unit.id))
        | _head_held(heads.get(unit.id), members)
        for unit in units
    }
    taken: dict[tuple[str, str], int] = {}
    found = []
    for number, row in zip(reading.numbers, reading.rows, strict=True):
        own = _identity(*_parted(row))
        if own in taken:
            doubt = Doubt("twice", (RowChoice.OMIT,), row=taken[own])
            found.append(Verdict(RowState.DOUBTFUL, doubt=doubt))
            continue
        taken[own] = number
        found.append(_verdict(units, held, heads, row))
    return found


def _verdict(
    units: Sequence[Unit],
    held: Mapping[int, Mapping[str, Any]],
    heads: Mapping[int, Post],
    row: Mapping[str, Any],
) -> Verdict:
    own = _identity(*_parted(row))
    known = next(
        (unit for unit in units if _identity(*_parted({"kind": unit.kind, "name": unit.name})) == own), None
    )
    if known is None:
        like = next((unit for unit in units if fold(unit.name) == fold(_parted(row)[1])), None)
        if like is None:
            return Verdict(RowState.NEW)
        choices = (RowChoice.NEW, RowChoice.SAME, RowChoice.OMIT)
        doubt = Doubt("similar", choices, record=like.id, like=f"{like.kind} {like.name}")
        return Verdict(RowState.DOUBTFUL, like.id, doubt=doubt)
    told = _told(row)
    before = {field: held[known.id][field] for field in told if held[known.id][field] != told[field]}
    if "head" in before and not says_another(heads.get(known.id), told["head"]):
        before.pop("head")
    return Verdict(RowState.CHANGED if before else RowState.SAME, known.id, before)


def make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store rows as new hamlets.

    They get the commune's code with a running number: ``06859-T01``.
    """
    session = taking.batch.session
    for told in map(_told, rows):
        unit = Unit(
            code=next_code(session, taking.unit),
            level=UnitLevel.HAMLET,
            kind=told.get("kind", USUAL_KIND),
            name=told["name"],
            parent=taking.unit,
        )
        taking.batch.make(unit, HamletFacts(unit=unit, **_facts(told)))
        # The next one's code has to know this one's.
        session.flush()
        take_head(taking.batch, unit, None, told, taking.today, taking.source)
    taking.batch.counted(RowState.NEW, len(rows))


def update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Store rows over the hamlets of their keys."""
    batch = taking.batch
    units = {unit.id: unit for unit in batch.session.scalars(select(Unit).where(Unit.id.in_(rows)))}
    stated = facts_of(batch.session, units.values())
    heads = heads_of(batch.session, units.values(), taking.today)
    for key, row in rows.items():
        told, facts = _told(row), stated.get(key)
        changed = batch.change(units[key], {name: told[name] for name in ("kind", "name") if name in told})
        if facts is not None:
            changed |= batch.change(facts, _facts(told))
        elif _facts(told):
            batch.make(HamletFacts(unit=units[key], **_facts(told)))
            changed = True
        changed |= take_head(batch, units[key], heads.get(key), told, taking.today, taking.source)
        batch.count(RowState.CHANGED if changed else RowState.SAME)


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    said = {field: row[field] for field in FIELDS if row.get(field) is not None}
    kind, said["name"] = _parted(row)
    return said if kind is None else {**said, "kind": tidy(kind) if row.get("kind") else kind}


def _facts(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in _FACTS if name in told}


def _held(facts: HamletFacts | None) -> dict[str, Any]:
    return {name: getattr(facts, name) if facts is not None else None for name in _FACTS}


def _head_held(head: Post | None, members: frozenset[int]) -> dict[str, Any]:
    return {"head": head.holder if head is not None else None, "head_is_member": membership(head, members)}


def _parted(row: Mapping[str, Any]) -> tuple[str | None, str]:
    """Return a hamlet's kind and its name without it: "Thôn Nà Ếch" in the column of names is both.

    "Bản Cáu" may be all of a name.
    """
    kind, name = row.get("kind"), tidy(row["name"])
    before = kind_of(name)
    if (
        before is None
        or before in BEGIN_NAMES
        or (kind is not None and tidy(kind).casefold() != before.casefold())
    ):
        return kind, name
    return kind or before, name[len(before) :].strip()


def _identity(kind: str | None, name: str) -> tuple[str, str]:
    return tidy(kind or USUAL_KIND).casefold(), tidy(name).casefold()
