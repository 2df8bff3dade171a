"""The schema that this program knows, and whether a database has it."""

from sqlalchemy import Engine, inspect

from desktop.models.store.newest_schema import lay
from desktop.models.store.revisions import newest_revision


def migrate(engine: Engine, where: str) -> None:
    """Bring the database to the newest schema; does nothing when it is there already.

    One without tables is given the newest at once, another goes through its history in one transaction.

    Args:
        engine: an engine of ``encrypted_engine``.
        where: the name that a refusal shows.

    Raises:
        StorageRefused: ``storage.newer`` when a later version of the program has used it.
    """
    current = revision_of(engine)
    if current is None:
        lay(engine)
        current = revision_of(engine)
    if current != newest_revision():
        # Alembic takes as long to load as the rest of the database's part; nearly every opening does without.
        from desktop.models.store.upgrade import upgrade  # noqa: PLC0415

        upgrade(engine, current, where)


def revision_of(engine: Engine) -> str | None:
    """Return the revision that a database is at; None where it has no tables yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
