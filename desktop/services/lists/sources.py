"""How lists that come again are read: what a person said of their columns and hamlets, by their headings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import SheetRefused
from desktop.models.lists import ListSource
from desktop.models.store.session import reading as reading_session
from desktop.models.store.session import writing
from desktop.services.office.workplace import Workplace
from desktop.sheets.lists.reading import ListFile, Reading, read_list
from desktop.sheets.lists.source import Source
from desktop.sheets.lists.unnamed import read_unnamed


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of how a list is read, beside what the program proposes.

    Attributes:
        columns: as what a column is read, by its heading; None for not at all.
        hamlets: code of the hamlet that a sheet, or a value of the hamlets' column, means; None where it is
            left out.
    """

    columns: Mapping[str, str | None] = field(default_factory=dict)
    hamlets: Mapping[str, str | None] = field(default_factory=dict)


NOTHING = Said()
"""Nobody said anything: the list is read as the program proposes."""


def remembered(workplace: Workplace, kind: str, source: Source) -> Said:
    """Return what was kept of lists with the same headings."""
    with reading_session(workplace.database) as session:
        record = _record(session, kind, source)
        return NOTHING if record is None else Said(record.columns, record.hamlets)


def read_as_remembered(workplace: Workplace, kind: str, file: ListFile) -> tuple[Reading, Said]:
    """Read a list as a person said of lists with its headings, and return what they said.

    Raises:
        SheetRefused: the file holds no such list.
    """
    reading = read_as_said(workplace, kind, file, NOTHING)
    said = remembered(workplace, kind, reading.source)
    return (read_as_said(workplace, kind, file, said) if said.columns else reading), said


def read_as_said(workplace: Workplace, kind: str, file: ListFile, said: Said) -> Reading:
    """Read a list as a person says; of one whose column of names nobody knows, no more than its columns.

    Raises:
        SheetRefused: the file holds no such list, so read.
    """
    try:
        return read_list(file, kind, workplace.today(), said.columns)
    except SheetRefused as refusal:
        unnamed = read_unnamed(file, kind, said.columns) if refusal.code == "sheet.no_header" else None
        if unnamed is None:
            raise
        return unnamed


def remember(workplace: Workplace, kind: str, source: Source, said: Said) -> None:
    """Keep what a person said for lists with the same headings; with nothing said, forget it."""
    with writing(workplace.database) as session:
        record = _record(session, kind, source)
        if not said.columns and not said.hamlets:
            if record is not None:
                workplace.note(session, "list.forget", record)
                session.delete(record)
            return
        if record is None:
            record = ListSource(
                kind=kind, headings=_digest(source), columns={}, hamlets={}, kept_at=workplace.clock()
            )
            session.add(record)
        record.columns, record.hamlets = dict(said.columns), dict(said.hamlets)
        record.kept_at = workplace.clock()
        session.flush()
        workplace.note(session, "list.remember", record, "columns", "hamlets")


def _record(session: Session, kind: str, source: Source) -> ListSource | None:
    same = select(ListSource).where(ListSource.kind == kind, ListSource.headings == _digest(source))
    return session.scalars(same).one_or_none()


def _digest(source: Source) -> str:
    """Return the digest of a list's headings: its next version bears the same ones under another name."""
    headings = "\n".join(f"{heading.column} {heading.text}" for heading in source.headings)
    return hashlib.sha256(headings.encode()).hexdigest()
