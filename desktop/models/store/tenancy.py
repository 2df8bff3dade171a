"""Who has an office open: one window writes, another may look on or take over, and a command only visits.

``office.open`` beside the database says in plain facts who, on which computer, since when. Whether the
program that wrote it still runs is told by a lock that falls with its process, whatever ended it.
"""

from __future__ import annotations

import getpass
import os
import platform
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from desktop.errors import StorageRefused
from desktop.models.store.disk_reason import disk_reason, storage_refused
from desktop.models.store.process_lock import is_locked, lock
from desktop.unfinished import write_whole

if TYPE_CHECKING:
    import sqlite3

FACTS_NAME = "office.open"
_GUARD_PREFIX = ".open-"


class Occupant(msgspec.Struct, frozen=True):
    """Who has an office open: the name at the computer, the computer, its process, since when (with zone).

    ``token`` names this one opening.
    """

    user: str
    host: str
    process: int
    since: datetime
    token: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]


@dataclass(slots=True)
class _Holding:
    token: str
    guard: sqlite3.Connection
    tenants: int = 1


# A process has one opening of a folder, however often it opens the database.
_held: dict[Path, _Holding] = {}


class Tenancy:
    """How one opened database stands to its folder: it visits until it enters, takes over, or only reads.

    Args:
        folder: of the office.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._place = Path(os.path.realpath(folder))
        self._token: str | None = None
        self._reads_only = False

    @property
    def reads_only(self) -> bool:
        """Whether this opening was made to look on."""
        return self._reads_only

    @property
    def stands(self) -> bool:
        """Whether it is settled how this opening stands to the folder; a visitor's is not."""
        return self._reads_only or self._token is not None

    def other(self) -> Occupant | None:
        """Return who else has the office open: another process that still runs; None where nobody does."""
        found = self._occupant()
        if found is None or self._is_ours(found):
            return None
        return found if is_locked(self._guard(found.token)) else None

    def enter(self, at: datetime) -> Occupant | None:
        """Have the office open from now on.

        Args:
            at: the present moment, with its zone.

        Returns:
            Who had it open and did not close it: a program that was stopped; None where nothing was left.

        Raises:
            StorageRefused: ``storage.occupied`` where another has it open, or trouble with the disk.
        """
        other = self.other()
        if other is not None:
            raise _occupied(self._folder, other)
        left = self._occupant()
        ours = left is not None and self._is_ours(left)
        self._claim(at)
        return None if ours else left

    def take_over(self, at: datetime) -> None:
        """Have the office open from now on, whoever has it: the other is refused to write from here on.

        Raises:
            StorageRefused: trouble with the disk.
        """
        self._claim(at)

    def read_only(self) -> None:
        """Look on: whatever would write is refused."""
        self._reads_only = True

    def demand(self) -> None:
        """Refuse to write where another has the office open.

        Raises:
            StorageRefused: ``storage.read_only`` for who looks on, ``storage.taken_over`` for who had it
                before another took over, ``storage.occupied`` for a visitor.
        """
        if self._reads_only:
            raise StorageRefused("storage.read_only", where=self._folder.name)
        if self._token is not None:
            found = self._occupant()
            if found is None or found.token != self._token:
                raise StorageRefused("storage.taken_over", where=self._folder.name)
            return
        other = self.other()
        if other is not None:
            raise _occupied(self._folder, other)

    def leave(self) -> None:
        """Have the office open no longer."""
        if self._token is None:
            return
        self._token = None
        held = _held[self._place]
        held.tenants -= 1
        if held.tenants:
            return
        del _held[self._place]
        held.guard.close()
        with suppress(OSError):
            self._guard(held.token).unlink(missing_ok=True)
            found = self._occupant()
            if found is not None and found.token == held.token:
                (self._folder / FACTS_NAME).unlink(missing_ok=True)

    def _claim(self, at: datetime) -> None:
        held = _held.get(self._place)
        if held is not None:
            held.tenants += 1
            self._token = held.token
            return
        before, token = self._occupant(), secrets.token_hex(8)
        try:
            guard = lock(self._guard(token))
            facts = Occupant(_user(), platform.node(), os.getpid(), at, token)
            write_whole(self._folder / FACTS_NAME, msgspec.json.encode(facts))
            if before is not None and not is_locked(self._guard(before.token)):
                self._guard(before.token).unlink(missing_ok=True)
        except OSError as error:
            raise storage_refused(disk_reason(error), self._folder.name, self._folder) from error
        _held[self._place] = _Holding(token, guard)
        self._token = token

    def _is_ours(self, occupant: Occupant) -> bool:
        held = _held.get(self._place)
        return held is not None and held.token == occupant.token

    def _occupant(self) -> Occupant | None:
        try:
            return msgspec.json.decode((self._folder / FACTS_NAME).read_bytes(), type=Occupant)
        except (FileNotFoundError, msgspec.MsgspecError):
            return None
        except OSError as error:
            raise storage_refused(disk_reason(error), self._folder.name, self._folder) from error

    def _guard(self, token: str) -> Path:
        return self._folder / f"{_GUARD_PREFIX}{token}"


def _occupied(folder: Path, who: Occupant) -> StorageRefused:
    since = f"{who.since.astimezone():%H:%M %d/%m/%Y}"
    return StorageRefused("storage.occupied", where=folder.name, user=who.user, host=who.host, since=since)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"
