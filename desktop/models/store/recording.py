"""A session that knows which kinds of data it writes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, event, inspect
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction, class_mapper, object_mapper
from sqlalchemy.sql.dml import UpdateBase

from desktop.models.store import sealing
from desktop.models.store.changes import Kind, report

_KINDS = "kinds of data written"

# Operators are set up once, whatever is counted. Waves say when elections are held, and are shown where these
# are. A draft of an entry, or what was read of ballots so far, is its operator's alone until the entry is
# made, and nobody is shown the log of what was done.
_BY_TABLE = {
    "operators": Kind.OPERATORS,
    "waves": Kind.ELECTIONS,
    "wave_elections": Kind.ELECTIONS,
    "told_hours": Kind.ELECTIONS,
    "entry_drafts": None,
    "tally_keys": None,
    "audit_entries": None,
    "audit_seals": None,
}


class RecordingSession(Session):
    """A session that knows which kinds of data it has written, flushed or in bulk."""

    def wrote(self, mapper: Mapper[Any]) -> None:
        """Keep in mind that something of a mapped class was written."""
        kind = kind_of(mapper)
        if kind is not None:
            self.info.setdefault(_KINDS, set()).add(kind)

    def report_written(self) -> None:
        """Report what was written; called once that is committed."""
        report(*self.info.get(_KINDS, ()))


def writes(session: Session) -> bool:
    """Tell whether a session is one that may write."""
    return isinstance(session, RecordingSession)


def touched(session: Session, record: object) -> None:
    """Keep in mind that something was done to a record, even where none of its columns was written."""
    mapper = inspect(type(record), raiseerr=False)
    if isinstance(session, RecordingSession) and isinstance(mapper, Mapper):
        session.wrote(mapper)


def stored(session: Session, kind: type[Any]) -> None:
    """Keep in mind that records of a mapped class were stored in their table, beside the mapper."""
    if isinstance(session, RecordingSession):
        session.wrote(class_mapper(kind))


def kind_of(mapper: Mapper[Any]) -> Kind | None:
    """Return the kind of data that a mapped class holds; None for one that no page shows."""
    name = mapper.local_table.name if isinstance(mapper.local_table, Table) else ""
    if name in _BY_TABLE:
        return _BY_TABLE[name]
    return Kind(mapper.class_.__module__.rpartition(".")[2])


@event.listens_for(RecordingSession, "before_flush")
def _about_to_flush(session: RecordingSession, _: UOWTransaction, __: object) -> None:
    sealing.about_to_write(session, _written(session))


@event.listens_for(RecordingSession, "after_flush")
def _flushed(session: RecordingSession, _: UOWTransaction) -> None:
    written = _written(session)
    for one in written:
        session.wrote(object_mapper(one))
    sealing.wrote(session, written)


def _written(session: RecordingSession) -> list[object]:
    changed = [one for one in session.dirty if session.is_modified(one)]
    return [*session.new, *changed, *session.deleted]


@event.listens_for(RecordingSession, "do_orm_execute")
def _executed(state: ORMExecuteState) -> None:
    session = state.session
    if (
        isinstance(session, RecordingSession)
        and isinstance(state.statement, UpdateBase)
        and state.bind_mapper is not None
    ):
        sealing.about_to_write_in_bulk(session, state.bind_mapper)
        session.wrote(state.bind_mapper)
