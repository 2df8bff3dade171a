"""Whether a database is whole: pages, references, guards, digests, the audit chain, and what that sealed."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from desktop.errors import Problem, StorageRefused
from desktop.models.audit import Head, verify_chain
from desktop.models.counting import Count
from desktop.models.exchange import ReceiptIn, ReceiptOut, TakenRecord
from desktop.models.finals import FINALS
from desktop.models.papers import Attachment, Paper
from desktop.models.store.folding import is_folded
from desktop.models.store.names import DATABASE_NAME
from desktop.models.store.opened import Database
from desktop.models.store.sealing import differences
from desktop.models.store.session import database_trouble
from desktop.models.triggers import expected_triggers, is_guard

_KEPT = (Count, Paper, Attachment, ReceiptIn, TakenRecord, ReceiptOut)
_CODES = {"changed": "storage.changed", "missing": "storage.missing", "unknown": "storage.unknown"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: problems (none when all is well) and the audit chain's head as far as it holds."""

    problems: tuple[Problem, ...]
    head: Head | None


Step = Callable[[int, int], None]
"""Is told how many parts of how many are checked; it may raise."""


def check(database: Database, step: Step | None = None) -> Checked:
    """Check an open database whole; reads every page, changes nothing.

    Problems are those of ``check_engine`` and those of ``changed``.
    """
    file = database.folder / DATABASE_NAME
    found = check_engine(database.engine, database.name, file)
    if found.head is None:
        return found
    with database_trouble(database.name, file), Session(database.engine, autoflush=False) as session:
        return Checked((*found.problems, *changed(session, step)), found.head)


def changed(session: Session, step: Step | None = None) -> Iterator[Problem]:
    """Compare everything that is final with what the log sealed of it last.

    Problems carry ``storage.changed``, ``storage.missing`` for what is no more or no longer final, or
    ``storage.unknown`` for what no entry made final, with the name of the kind and, as ``record``, the key of
    the record or of what owns it.
    """
    connection = session.connection()
    for done, final in enumerate(FINALS):
        if step is not None:
            step(done, len(FINALS))
        for owner, stands, sealed in differences(connection, final):
            code = "changed" if stands and sealed else "unknown" if stands else "missing"
            yield Problem(_CODES[code], (final.name,), {"record": owner})


def check_engine(engine: Engine, where: str, file: Path | None = None) -> Checked:
    """Check that the database behind an engine can be worked with.

    Problems carry ``storage.damaged``, ``storage.references``, ``storage.guards``, ``storage.digest`` or
    ``storage.audit``, the tables they concern, and the key or sequence of the first bad row.

    Args:
        engine: over the database.
        where: the name that a problem shows.
        file: the database's, where a disk that doesn't give it is to be told from damage.
    """
    try:
        folded = is_folded(engine)
        with database_trouble(where, file), Session(engine, autoflush=False) as session:
            pages = tuple(_pages(session, folded=folded))
            if pages:
                return Checked(pages, None)
            chain = verify_chain(session)
            problems = [*_references(session), *_guards(session), *_digests(session)]
            if chain.broken_at is not None:
                problems.append(Problem("storage.audit", ("audit_entries",), {"sequence": chain.broken_at}))
            return Checked(tuple(problems), chain.head)
    except StorageRefused as refusal:
        return Checked((Problem(refusal.code, ()),), None)


def _pages(session: Session, *, folded: bool) -> Iterator[Problem]:
    # The cipher's own check covers what SQLite's does not: a page changed by somebody without the key. It
    # reads the file alone: where the power went while the log was folded in, the log still has the page.
    cipher = session.execute(text("PRAGMA cipher_integrity_check")).all() if folded else ()
    if cipher or session.scalars(text("PRAGMA integrity_check")).all() != ["ok"]:
        yield Problem("storage.damaged", ())


def _references(session: Session) -> Iterator[Problem]:
    tables = {row[0] for row in session.execute(text("PRAGMA foreign_key_check"))}
    if tables:
        yield Problem("storage.references", tuple(sorted(tables)))


def _guards(session: Session) -> Iterator[Problem]:
    """Name guards that are missing or no longer refuse, and whatever else would write by itself."""
    rows = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"))
    present = {row.name: row.sql for row in rows}
    wrong = expected_triggers().symmetric_difference(present)
    wrong |= {name for name, sql in present.items() if not is_guard(name, sql)}
    if wrong:
        yield Problem("storage.guards", tuple(sorted(wrong)))


def _digests(session: Session) -> Iterator[Problem]:
    for kept in _KEPT:
        rows = select(kept.id, kept.content, kept.sha256).order_by(kept.id).execution_options(yield_per=50)
        for row in session.execute(rows):
            if hashlib.sha256(row.content).hexdigest() != row.sha256:
                yield Problem("storage.digest", (kept.__tablename__,), {"record": row.id})
                break
