"""The open database of one office, as sessions take it."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desktop.models.store.heads import keep_mark, mark_of
from desktop.models.store.tenancy import Tenancy


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; hand it to ``writing`` and ``reading``, and ``close`` it at the end.

    ``tenancy`` says whether another has the office open, and who may write.
    """

    folder: Path
    engine: Engine = field(repr=False)
    key: bytes = field(repr=False)
    tenancy: Tenancy = field(repr=False)

    @property
    def name(self) -> str:
        """The folder's name, for messages."""
        return self.folder.name

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file.

        The end of the audit log is kept beside the database.
        """
        if not self.tenancy.reads_only:
            self._keep_mark()
        self.engine.dispose()
        self.tenancy.leave()

    def _keep_mark(self) -> None:
        # A database that can't be read, or is gone, has no mark, and is closed all the same.
        trouble = (SQLAlchemyError, sqlcipher.Error, OSError)
        with suppress(*trouble), Session(self.engine, autoflush=False) as session:
            keep_mark(self.folder, mark_of(session), session)
