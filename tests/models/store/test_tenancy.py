"""One window writes: another process is told who has the office open, looks on, or takes over."""

from __future__ import annotations

import getpass
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import StorageRefused
from desktop.models.office import Office
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from desktop.models.store.tenancy import FACTS_NAME, Tenancy
from tests.offices.other_window import other_window

NOW = datetime(2026, 5, 4, 1, 30, tzinfo=UTC)


def write(database: Database) -> None:
    with writing(database) as session:
        session.scalars(select(Office)).one().superior = "tỉnh Quảng Ninh"


def refused(database: Database) -> StorageRefused:
    with pytest.raises(StorageRefused) as caught:
        write(database)
    with reading(database) as session:
        assert session.scalars(select(Office.superior)).one() != "tỉnh Quảng Ninh"
    return caught.value


def test_who_has_an_office_open_stands_beside_it_until_it_is_closed(database: Database) -> None:
    assert database.tenancy.enter(NOW) is None
    facts = (database.folder / FACTS_NAME).read_text(encoding="utf-8")
    assert all(str(fact) in facts for fact in (getpass.getuser(), platform.node(), os.getpid()))
    write(database)
    database.close()
    assert {path.name for path in database.folder.iterdir()} == {
        "office-copy.json",
        "office.db",
        "office.head",
        "office.json",
    }


def test_a_visitor_is_told_who_has_the_office_open_and_writes_nothing(database: Database) -> None:
    with other_window(database.folder) as running:
        told = refused(database)
        assert told.code == "storage.occupied"
        assert told.context["user"] == getpass.getuser()
        other = database.tenancy.other()
        assert other is not None
        assert (other.process, other.host) == (running.pid, platform.node())
        with pytest.raises(StorageRefused):
            database.tenancy.enter(NOW)
    write(database)


def test_who_looks_on_reads_and_writes_nothing_even_when_the_other_is_gone(database: Database) -> None:
    with other_window(database.folder):
        database.tenancy.read_only()
        assert refused(database).code == "storage.read_only"
    assert refused(database).code == "storage.read_only"


def test_what_a_stopped_program_left_behind_is_told_and_swept(database: Database) -> None:
    with other_window(database.folder) as running:
        pass
    assert database.tenancy.other() is None
    left = database.tenancy.enter(NOW)
    assert left is not None
    assert left.process == running.pid
    write(database)
    database.close()
    assert {path.name for path in database.folder.iterdir()} == {
        "office-copy.json",
        "office.db",
        "office.head",
        "office.json",
    }


def test_who_takes_over_writes_and_the_other_never_again(database: Database) -> None:
    database.tenancy.enter(NOW)
    facts = database.folder / FACTS_NAME
    own = facts.read_bytes()
    facts.unlink()
    with other_window(database.folder):
        assert refused(database).code == "storage.taken_over"
    assert refused(database).code == "storage.taken_over", "what is on show here may be old"
    assert facts.read_bytes() != own


def test_taking_over_from_another_process(database: Database) -> None:
    with other_window(database.folder):
        database.tenancy.take_over(NOW)
        assert database.tenancy.other() is None
        write(database)


@pytest.mark.parametrize("content", [b"", b"{", b'{"token": "../../office.db"}'])
def test_a_spoiled_note_keeps_nobody_out(database: Database, content: bytes) -> None:
    (database.folder / FACTS_NAME).write_bytes(content)
    assert database.tenancy.enter(NOW) is None
    write(database)


def test_one_process_may_open_its_office_twice(database: Database) -> None:
    database.tenancy.enter(NOW)
    again = Tenancy(Path(database.folder))
    assert again.enter(NOW) is None
    database.tenancy.leave()
    again.demand()
    again.leave()
    assert not (database.folder / FACTS_NAME).exists()
