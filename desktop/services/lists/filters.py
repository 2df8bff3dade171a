"""Filters of a page's list, kept under a name: the words that are searched for, and what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.lists import KeptFilter
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import Side, refuse_other
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import tidy

LONGEST_NAME = 64
"""Letters of a filter's name."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that is kept: what a page's list was narrowed to.

    Attributes:
        id: key of the record.
        chosen: by the name of each of the page's conditions what was chosen; ``search`` has the words.
    """

    id: int
    name: str
    chosen: Mapping[str, str | bool | None]


def filters(workplace: Workplace, place: str) -> tuple[Filter, ...]:
    """List the filters that are kept for a place of the rail, by their names."""
    _refuse_other_side(workplace, place)
    with reading(workplace.database) as session:
        found = session.scalars(select(KeptFilter).where(KeptFilter.place == place))
        kept = [Filter(one.id, one.name, one.chosen) for one in found]
    return tuple(sorted(kept, key=lambda one: sort_key(one.name)))


def keep_filter(
    workplace: Workplace, place: str, name: str, chosen: Mapping[str, str | bool | None]
) -> Filter:
    """Keep what a list is narrowed to under a name; one of that name is written over.

    Raises:
        RequestRefused: ``filter.name`` for an empty name or one that is too long.
    """
    name = _checked(name)
    _refuse_other_side(workplace, place)
    with writing(workplace.database) as session:
        record = _named(session, place, name)
        if record is None:
            record = KeptFilter(place=place, name=name, chosen={})
            session.add(record)
        record.chosen = dict(chosen)
        session.flush()
        workplace.note(session, "filter.keep", record, "chosen")
        return Filter(record.id, record.name, dict(chosen))


def rename_filter(workplace: Workplace, key: int, name: str) -> None:
    """Give a filter another name.

    Raises:
        RequestRefused: ``filter.name``; ``filter.taken`` where another of its place has the name.
    """
    name = _checked(name)
    with writing(workplace.database) as session:
        record = session.get_one(KeptFilter, key)
        other = _named(session, record.place, name)
        if other is not None and other.id != key:
            raise RequestRefused("filter.taken", where=name)
        record.name = name
        workplace.note(session, "filter.rename", record, "name")


def drop_filter(workplace: Workplace, key: int) -> None:
    """Keep a filter no longer."""
    with writing(workplace.database) as session:
        record = session.get_one(KeptFilter, key)
        workplace.note(session, "filter.drop", record)
        session.delete(record)


def _refuse_other_side(workplace: Workplace, place: str) -> None:
    """Refuse filters of the Party's list, which may hold a member's name, to who works on elections."""
    if place == "party":
        refuse_other(workplace.side, Side.PARTY)


def _named(session: Session, place: str, name: str) -> KeptFilter | None:
    wanted = select(KeptFilter).where(KeptFilter.place == place, KeptFilter.name == name)
    return session.scalars(wanted).one_or_none()


def _checked(name: str) -> str:
    name = tidy(name)
    if not name or len(name) > LONGEST_NAME:
        raise RequestRefused("filter.name", limit=LONGEST_NAME)
    return name
