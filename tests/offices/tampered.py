"""An office of everything that becomes final, and a copy of it that somebody with the key changes by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from desktop.bootstrap import open_office
from desktop.models.store.at_rest import open_lock
from desktop.models.store.database import stored_parameters
from desktop.models.store.engine import encrypted_engine, writer
from desktop.models.store.sealing import adopt
from desktop.models.store.session import writing
from desktop.services.office.checking import CheckView, check_office
from tests.models.kept.known import PASSPHRASE
from tests.models.kept.make_office import make_kept_office

if TYPE_CHECKING:
    from pathlib import Path

_FILES = ("office.db", "office.json", "office.head")


def make_office_of_everything(folder: Path) -> Path:
    """Make a closed office with a row in every table, all of it sealed."""
    make_kept_office(folder)
    place = open_office(folder, PASSPHRASE)
    with writing(place.database) as session:
        # Its part as a receiving office was copied into its tables.
        adopt(session)
    place.database.close()
    return folder


def copied(folder: Path, to: Path) -> Path:
    """Copy a closed office."""
    to.mkdir(parents=True)
    for name in _FILES:
        shutil.copyfile(folder / name, to / name)
    return to


@contextmanager
def by_hand(folder: Path) -> Iterator[Connection]:
    """Open an office's database as somebody does who has the key, without what guards its rows.

    The guards stand again afterwards, but for names that others took: a change is to be found without them.
    """
    key, _ = open_lock(PASSPHRASE, stored_parameters(folder))
    engine = encrypted_engine(folder / "office.db", key, alone=True)
    try:
        with writer(engine).connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys=OFF")
            raw.execute("PRAGMA ignore_check_constraints=ON")
            with connection.begin():
                guards = connection.execute(
                    text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE%'")
                ).all()
                for name, _ in guards:
                    connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
                yield connection
                taken = set(connection.scalars(text("SELECT name FROM sqlite_master")))
                for name, sql in guards:
                    if name not in taken:
                        connection.exec_driver_sql(sql)
    finally:
        engine.dispose()


def checked(folder: Path) -> CheckView:
    """Check an office as its clerk does, and close it."""
    place = open_office(folder, PASSPHRASE)
    try:
        return check_office(place)
    finally:
        place.database.close()
