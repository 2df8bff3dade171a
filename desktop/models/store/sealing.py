"""What a session makes final, gathered while it writes, for the entry of the log that tells of it.

A record that was changed behind the program's back is not sealed anew by the next work on it: what it held
when this session first touched it has to be what its newest seal says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, bindparam, func, inspect, select
from sqlalchemy.orm import Mapper, Session

from desktop.models.audit import Event, Seal, SealRow, append, newest_at
from desktop.models.store.standing import Held, digest_of, standing

if TYPE_CHECKING:
    from desktop.models.finals import Final

_PENDING = "what is made final"
_KIND, _OWNER = "of_kind", "of_record"
_Key = tuple[str, int]


@dataclass(slots=True)
class _Pending:
    """Records touched since the last entry, and of all touched before whether they were as sealed."""

    sound: dict[_Key, bool] = field(default_factory=dict)
    touched: set[_Key] = field(default_factory=set)


def about_to_write(session: Session, records: Iterable[object]) -> None:
    """Keep in mind whether records stand as they were sealed, before they are written."""
    pending = _pending(session)
    for key in _keys(records):
        if key not in pending.sound:
            pending.sound[key] = _is_as_sealed(session.connection(), key)


def wrote(session: Session, records: Iterable[object]) -> None:
    """Keep in mind what was written; a record that was none before is new."""
    pending = _pending(session)
    for key in _keys(records):
        pending.sound.setdefault(key, True)
        pending.touched.add(key)


def about_to_write_in_bulk(session: Session, mapper: Mapper[Any]) -> None:
    """Keep in mind every record of a table that a statement may write."""
    finals = _of_table().get(mapper.class_.__tablename__, ())
    if not finals:
        return
    pending, connection = _pending(session), session.connection()
    for final in finals:
        stand = dict(standing(connection, final))
        sealed = newest_seals(connection, final)
        for owner in stand.keys() | sealed.keys():
            key = (final.name, owner)
            pending.sound.setdefault(key, stand.get(owner) == sealed.get(owner))
            pending.touched.add(key)


def made_anew(session: Session, record: object, kind: str) -> None:
    """Have a record sealed as this session writes it next, though it was changed behind the program's back.

    For what only holds from now on and is the record of nothing before.

    Args:
        session: may write.
        record: about to be written.
        kind: the name of what is final of it.
    """
    pending = _pending(session)
    for key in _keys([record]):
        if key[0] == kind:
            pending.sound[key] = True


def made_final(session: Session) -> tuple[Seal, ...]:
    """Return the seals of what was made final, or written since, and forget that it was touched."""
    session.flush()
    pending, connection = _pending(session), session.connection()
    touched, pending.touched = sorted(pending.touched), set()
    found = (_seal(connection, key) for key in touched if pending.sound[key])
    return tuple(seal for seal in found if seal is not None)


def keep_the_rest(session: Session) -> None:
    """Seal what was made final and no entry told of, in an entry of the program's own."""
    if _PENDING in session.info:
        keep_adopted(session, "office.keep")


def adopt(session: Session, but: Mapping[str, Collection[int]] | None = None) -> None:
    """Have everything sealed that is final and not as it was sealed last, by the entry that comes next.

    Args:
        session: may write.
        but: keys of records, by the name of their kind, that stay as they are.
    """
    pending, spared = _pending(session), but or {}
    for final in _by_name().values():
        for owner, _, _ in differences(session.connection(), final):
            if owner not in spared.get(final.name, ()):
                pending.sound[final.name, owner] = True
                pending.touched.add((final.name, owner))


def keep_adopted(session: Session, action: str) -> None:
    """Seal what was adopted in an entry of the program's own; writes none where there is nothing."""
    seals = made_final(session)
    if seals:
        _append_own(session, action, seals)


def differences(
    connection: Connection, final: Final, held: Held | None = None
) -> Iterator[tuple[int, str | None, str | None]]:
    """Give what doesn't stand as it was sealed last: the owner's key, what stands, and what was sealed."""
    stand, sealed = dict(standing(connection, final, held=held)), newest_seals(connection, final)
    for owner in sorted(stand.keys() | sealed.keys()):
        if stand.get(owner) != sealed.get(owner):
            yield owner, stand.get(owner), sealed.get(owner)


def newest_seals(connection: Connection, final: Final) -> dict[int, str | None]:
    """Return the newest seal of every record of a kind, by its owner's key."""
    rows = connection.execute(_newest_of_a_kind(), {_KIND: final.name})
    return {row.record_key: row.sha256 for row in rows}


# Put together once, as what stands is (``standing``).
@cache
def _newest_of_a_kind() -> Select[int, str | None]:
    newest = (
        select(SealRow.record_key, func.max(SealRow.sequence).label("sequence"))
        .where(SealRow.record_table == bindparam(_KIND))
        .group_by(SealRow.record_key)
        .subquery()
    )
    same = (newest.c.record_key == SealRow.record_key) & (newest.c.sequence == SealRow.sequence)
    found = select(SealRow.record_key, SealRow.sha256).join(newest, same)
    return found.where(SealRow.record_table == bindparam(_KIND))


@cache
def _newest_of_one() -> Select[str | None]:
    kept = select(SealRow.sha256).where(SealRow.record_table == bindparam(_KIND))
    return kept.where(SealRow.record_key == bindparam(_OWNER)).order_by(SealRow.sequence.desc()).limit(1)


@cache
def _by_name() -> Mapping[str, Final]:
    # Loaded by the first that writes: what opens an office does without most of these classes.
    from desktop.models.finals import BY_NAME  # noqa: PLC0415

    return BY_NAME


@cache
def _of_table() -> Mapping[str, list[Final]]:
    found: dict[str, list[Final]] = defaultdict(list)
    for final in _by_name().values():
        found[final.records.__tablename__].append(final)
        if final.root is not None:
            found[final.root.__tablename__].append(final)
    return found


def _pending(session: Session) -> _Pending:
    found: _Pending = session.info.setdefault(_PENDING, _Pending())
    return found


def _append_own(session: Session, action: str, seals: Iterable[Seal]) -> None:
    # Nobody confirmed a clock here: it is dated as the entry that it follows.
    event = Event(
        at=newest_at(session), actor="program", action=action, record_kind="Office", record_id=1, fields=()
    )
    append(session, event, tuple(seals))


def _is_as_sealed(connection: Connection, key: _Key) -> bool:
    final = _by_name()[key[0]]
    return digest_of(connection, final, key[1]) == _newest_seal(connection, key)


def _seal(connection: Connection, key: _Key) -> Seal | None:
    final = _by_name()[key[0]]
    stands = digest_of(connection, final, key[1])
    return None if stands == _newest_seal(connection, key) else Seal(*key, stands)


def _newest_seal(connection: Connection, key: _Key) -> str | None:
    return connection.scalar(_newest_of_one(), {_KIND: key[0], _OWNER: key[1]})


def _keys(records: Iterable[object]) -> Iterator[_Key]:
    for record in records:
        for final in _of_table().get(getattr(type(record), "__tablename__", ""), ()):
            column = final.owner if isinstance(record, final.records) else "id"
            for owner in _values(record, column):
                yield final.name, owner


def _values(record: object, column: str) -> Iterator[int]:
    """Give the keys that a column of a record holds and held: what it is about to refer to, too."""
    state = inspect(record)
    history = state.attrs[column].history
    keys = {*history.unchanged, *(history.added or ()), *(history.deleted or ())}
    for related in _relationships(state.mapper, column):
        owner = getattr(record, related, None)
        keys.add(getattr(owner, "id", None))
    yield from (key for key in keys if isinstance(key, int))


def _relationships(mapper: Mapper[Any], column: str) -> Iterator[str]:
    if column == "id":
        return
    for each in mapper.relationships:
        if {one.name for one in each.local_columns} == {column}:
            yield each.key
