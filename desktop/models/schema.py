"""The schema's history: brings a database to the one that this program knows."""

import sqlite3
from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from desktop.errors import StorageRefused
from desktop.models import migrations
from desktop.models.engine import writer


def migrate(engine: Engine, where: str) -> None:
    """Bring the database to the newest schema in one transaction; does nothing when it is there already.

    Args:
        engine: an engine of ``encrypted_engine``.
        where: the name that a refusal shows.

    Raises:
        StorageRefused: ``storage.newer`` when a later version of the program has used it.
    """
    config = _config()
    known = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        current = set(MigrationContext.configure(connection).get_current_heads())
    if current == set(known.get_heads()):
        return
    if not current <= {script.revision for script in known.walk_revisions()}:
        raise StorageRefused("storage.newer", where=where)
    with writer(engine).connect() as connection:
        raw = cast("sqlite3.Connection", connection.connection.driver_connection)
        # Rebuilding a table must not follow references; SQLite ignores this inside a transaction.
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _upgrade(connection, config, where)
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _upgrade(connection: Connection, config: Config, where: str) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StorageRefused("storage.damaged", where=where)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    return config
