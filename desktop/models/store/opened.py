"""The open database of one office, as sessions take it."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

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
        """Close every connection; the last one folds the write-ahead log into the file."""
        self.engine.dispose()
        self.tenancy.leave()
