"""Every call of every operation fails once: what must hold afterwards, whatever failed.

Run in a process that has the shim preloaded; ``python -m tests.faults.sweep --every 20`` prints its findings.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path

from sqlalchemy import func, literal, select, text, union_all

from desktop.errors import Refusal
from desktop.models.audit import AuditEntry
from desktop.models.base import Base
from desktop.models.office import Office
from desktop.models.store import workshop
from desktop.models.store.names import DATABASE_NAME
from desktop.models.store.session import reading
from desktop.services.exchange.stick_file import MARKER
from desktop.services.office import checking, keys
from desktop.services.office.workplace import Workplace
from desktop.wording import refusal_sentence
from tests.faults.disk_faults import (
    FAULTS,
    READING,
    Call,
    Fault,
    Told,
    calls_of,
    fresh,
    in_child,
    is_preloaded,
)
from tests.faults.operation import PASSPHRASES, Operation, opened
from tests.faults.operations import OPERATIONS

State = dict[str, object]

LEFT = (".part", ".new-", ".backup-", ".hom-phieu-", "-journal", MARKER)
"""Parts of names that no file of an office bears once it was opened and closed again."""

_OFFICES = ("commune", "district")


_FEW, _PARTS, _STRIDE = 2, 5, 5
"""A short sweep tries so many calls of an operation and the last one, each so many ways after the other."""

# In one statement: it is asked twice for each call that fails.
_COUNTED = union_all(
    *(select(literal(table.name), func.count()).select_from(table) for table in Base.metadata.sorted_tables)
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: at which call of which operation, under which fault."""

    operation: str
    fault: str
    at: int
    call: str
    kind: str
    words: str


@dataclass(slots=True)
class Figures:
    """What a sweep tried, how often each way and each operation; ``struck`` are all the points there were.

    ``sentences`` are those by which a fault was told, with the calls; ``codes`` their codes by fault.
    """

    struck: int = 0
    findings: list[Finding] = field(default_factory=list)
    sentences: dict[str, dict[str, int]] = field(default_factory=dict)
    codes: dict[str, dict[str, int]] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=dict)
    operations: dict[str, int] = field(default_factory=dict)


class Sweep:
    """One operation, prepared once, and its calls on a disk without faults.

    Args:
        operation: that is tried.
        folder: that all takes place in, one operation after another.
    """

    def __init__(self, operation: Operation, folder: Path) -> None:
        self.operation, self._kept, self.place = operation, folder / "kept", folder / "place"
        # Prepared where it is tried: an office's settings name its backup folder in full.
        for old in (self.place, self._kept):
            shutil.rmtree(old, ignore_errors=True)
        self.place.mkdir(parents=True)
        operation.prepare(self.place)
        shutil.copytree(self.place, self._kept)
        fresh(self._kept, self.place)
        self.states = [*self._states()]

    @cached_property
    def calls(self) -> list[Call]:
        """Its calls but for what is read."""
        fresh(self._kept, self.place)
        return calls_of(self._steps(), self.place)

    @cached_property
    def reads(self) -> list[Call]:
        """What it reads."""
        fresh(self._kept, self.place)
        return calls_of(self._steps(), self.place, READING)

    def points(self, fault: Fault, every: int) -> list[int]:
        """Return the numbers of the calls that fail: each so many of those that a fault strikes.

        Of calls that follow each other and do the same to the same file three stand for all.
        """
        calls = self.calls_for(fault)
        all_struck = [at for at, call in enumerate(calls, 1) if fault.strikes(call.kind)]
        struck = []
        # A file of a thousand pages is written by a thousand calls: the first, one within, and the last.
        for _, group in groupby(all_struck, key=lambda at: calls[at - 1]):
            alike = [*group]
            struck += sorted({alike[0], alike[len(alike) // 2], alike[-1]})
        # Each fault begins elsewhere, so that a wide sweep comes by most calls.
        return struck[FAULTS.index(fault) * every // len(FAULTS) :: every]

    def calls_for(self, fault: Fault) -> list[Call]:
        """Return the calls that are counted under a fault."""
        return self.reads if fault.is_reading else self.calls

    def few(self) -> list[tuple[Fault, int]]:
        """Return a few calls, the last among them, each to fail in another way.

        Where they lie turns with the operation, as the ways do, so that together all operations come by the
        beginning, the middle and the end of the work in each way.
        """
        turn = OPERATIONS.index(self.operation)
        place = turn % _PARTS / _PARTS
        spread = [(part + place) / _FEW for part in range(_FEW)]
        parts = spread[-1:] if self.operation.takes_long else [*spread, 1.0]
        found = []
        for number, part in enumerate(parts):
            way = FAULTS[(turn + number * _STRIDE) % len(FAULTS)]
            struck = self.points(way, 1)
            found.append((way, struck[round((len(struck) - 1) * part)]))
        return found

    def tried(self, fault: Fault, at: int) -> tuple[Told, list[tuple[str, str]]]:
        """Let a call fail, and return what was told and what does not hold: its kind and words."""
        fresh(self._kept, self.place)
        told = in_child(self._steps(), self.place, fault, at)
        found = [("raw", told.raw)] if told.raw else []
        if told.code is not None and not told.sentence:
            found.append(("raw", f"no sentence for {told.code}"))
        try:
            self._holds(told)
        except Refusal as refusal:
            found.append(("lost", f"{refusal.code}: {refusal_sentence(refusal)}"))
        except Exception as error:  # noqa: BLE001 - told, with what it was
            found.append(("lost", f"{type(error).__name__}: {error}"))
        return told, found

    def _holds(self, told: Told) -> None:
        before = self._state()
        allowed = self.states[told.done : told.done + 2]
        for part, found in before.items():
            # An office is in one state, and so is a folder: what was stored may still lack its file.
            fitting = [state[part] for state in allowed]
            assert found in fitting, f"{part} neither before nor after: {_difference(found, fitting)}"
        self.operation.holds(self.place, told.done)
        # Tried again, the rest is done; a step of which a part is done may leave a second trace in the log.
        is_half = before not in allowed
        done = told.done + (0 if is_half else allowed.index(before))
        for step in self.operation.steps[done:]:
            step(self.place)
        after, last = self._state(), self.states[-1]
        parts = [part for part in after if not is_half or part not in _OFFICES]
        lacking = {
            part: _difference(after[part], [last[part]]) for part in parts if after[part] != last[part]
        }
        assert not lacking, f"not done when tried again: {lacking}"
        self.operation.holds(self.place, len(self.operation.steps))
        # The disk may have gone after all was done: then the next backup beside it sweeps.
        for folder in ("stick", "backup"):
            workshop.sweep(self.place / folder)
        left = [str(path.relative_to(self.place)) for path in self._left()]
        assert not left, f"left behind: {left}"

    def _steps(self) -> tuple[partial[object], ...]:
        return tuple(partial(step, self.place) for step in self.operation.steps)

    def _states(self) -> Iterator[State]:
        fresh(self._kept, self.place)
        yield self._state()
        for step in self.operation.steps:
            step(self.place)
            yield self._state()

    def _state(self) -> State:
        """Return what is stored in each office and how each file is called, where all is whole."""
        state: State = {}
        for name in _OFFICES:
            state[name] = None
            if (self.place / name / DATABASE_NAME).exists():
                with opened(self.place, name) as office:
                    state[name] = _stored(office)
        for folder in ("stick", "commune/outbox"):
            state[folder] = sorted(
                path.name
                for path in (self.place / folder).glob("*")
                # A marker says of a file that it isn't finished, and stays where a stick is pulled out.
                if not path.name.startswith(".") and not path.name.endswith(MARKER)
            )
        return state

    def _left(self) -> Iterator[Path]:
        for path in self.place.rglob("*"):
            if any(part in path.name for part in LEFT) or path.parent == self.place / "tmp":
                yield path


def _stored(office: Workplace) -> dict[str, object]:
    checked = checking.check_office(office)
    assert not checked.problems, f"check: {checked.problems}"
    _keys_open(office)
    with reading(office.database) as session:
        counted = {name: rows for name, rows in session.execute(_COUNTED)}  # noqa: C416 - rows of two
        last = session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)).all()
        restored = session.scalars(select(Office.restored_at)).one() is not None
        undone = session.scalar(text("SELECT count(*) FROM import_batches WHERE undone_at IS NOT NULL"))
    return {"rows": counted, "log": list(last), "restored": restored, "undone": undone}


def _keys_open(office: Workplace) -> None:
    for passphrase in PASSPHRASES:
        try:
            keys.unlock(office, passphrase)
        except Refusal as refusal:
            if refusal.code != "keys.passphrase" or passphrase == PASSPHRASES[-1]:
                raise
        else:
            return


def _difference(state: object, others: Sequence[object]) -> str:
    return "; ".join(_apart(state, other) for other in others)


def _apart(one: object, other: object) -> str:
    if isinstance(one, dict) and isinstance(other, dict):
        found = [
            f"{key}: {_apart(one.get(key), other.get(key))}"
            for key in {**one, **other}
            if one.get(key) != other.get(key)
        ]
        return "{" + ", ".join(found) + "}"
    return f"{one} instead of {other}"


def sweep(
    operations: Sequence[Operation],
    faults: Sequence[Fault] = FAULTS,
    every: int | None = None,
    until: float | None = None,
) -> Figures:
    """Let calls of operations fail in each way, and return what was found.

    Args:
        operations: that are tried.
        faults: in how many ways.
        every: how far apart the calls are that fail, 1 for all; None for a few of each operation.
        until: by ``time.monotonic``, after which nothing more is tried.
    """
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="hom-phieu-faults-") as scratch:
        for operation in operations:
            tried = Sweep(operation, Path(scratch))
            points = (
                tried.few()
                if every is None
                else [(fault, at) for fault in faults for at in tried.points(fault, every)]
            )
            figures.struck += len(points)
            # What the time doesn't suffice for is missed everywhere alike, once every call failed in one way.
            random.Random(len(points)).shuffle(points)
            points.sort(key=lambda point: (FAULTS.index(point[0]) - point[1]) % len(FAULTS))
            for fault, at in points:
                if until is not None and time.monotonic() > until:
                    return figures
                _note(figures, operation, fault, at, tried.calls_for(fault)[at - 1], tried.tried(fault, at))
    return figures


def _note(
    figures: Figures,
    operation: Operation,
    fault: Fault,
    at: int,
    call: Call,
    came: tuple[Told, list[tuple[str, str]]],
) -> None:
    told, found = came
    figures.faults[fault.name] = figures.faults.get(fault.name, 0) + 1
    figures.operations[operation.name] = figures.operations.get(operation.name, 0) + 1
    if told.code is not None:
        codes = figures.codes.setdefault(fault.name, {})
        codes[told.code] = codes.get(told.code, 0) + 1
        by_call = figures.sentences.setdefault(
            f"{operation.name} | {fault.name} | {told.code}: {told.sentence}", {}
        )
        key = f"{call.kind} {call.path}"
        by_call[key] = by_call.get(key, 0) + 1
    for kind, words in found:
        figures.findings.append(
            Finding(operation.name, fault.name, at, f"{call.kind} {call.path}", kind, words)
        )


def main() -> None:
    """Sweep as told on the command line, and print what was found as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--few", action="store_true")
    parser.add_argument("--operation", action="append")
    parser.add_argument("--fault", action="append")
    parser.add_argument("--seconds", type=float)
    told = parser.parse_args()
    assert is_preloaded(), "start this with the shim in LD_PRELOAD"
    operations = [each for each in OPERATIONS if told.operation is None or each.name in told.operation]
    faults = [each for each in FAULTS if told.fault is None or each.name in told.fault]
    until = time.monotonic() + told.seconds if told.seconds else None
    found = sweep(operations, faults, None if told.few else told.every, until)
    json.dump(asdict(found), sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
