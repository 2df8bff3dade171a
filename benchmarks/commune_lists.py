"""The lists of a commune of sixty hamlets and fifty thousand households, all taken in in one go."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from sqlalchemy import insert, select

from benchmarks.figure import Figure, seconds_of
from benchmarks.office import empty_office
from benchmarks.storing import table_of
from desktop.models.people import Household, Person, with_search_keys
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists import batches, taking
from desktop.services.lists.preview import Preview, RowState
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import household_count
from desktop.services.people.taken import PERSON_FIELDS, person_fields
from tests.offices.large_commune import LargeCommune
from tests.offices.lists import taken

COMMUNE = LargeCommune(hamlets=60, households=50_000)
_PEER = "bulk insert in SQLAlchemy Core"


def figures() -> Iterator[Figure]:
    """Measure storing a workbook of all hamlets against a bulk insert of as many rows in SQLAlchemy Core.

    What the clerk waits for before and after is told for orientation: reading it and setting it beside the
    register, the same once more when all of it is known, and one undo of the whole. The database works in
    this process, so its processor time is measured, whatever else the computer does.
    """
    with TemporaryDirectory() as name, empty_office() as workplace:
        path = COMMUNE.write_lists(Path(name) / "ca-xa.xlsx")
        taken(workplace, HAMLETS, path)
        read = partial(HOUSEHOLDS.open_file, workplace, path, None)
        shown = read()
        assert shown.count(RowState.NEW) == COMMUNE.households, "nobody is in doubt"
        _stop(workplace, shown)
        seconds = {"  read and set beside the register": seconds_of(read, process_time)}
        told: list[str] = []
        batch: list[int] = []
        ours = seconds_of(lambda: batch.append(_store(workplace, shown, told)), process_time)
        assert len(set(told)) == COMMUNE.hamlets, "each hamlet is told as it is done"
        seconds["  the same once more, all of it known"] = seconds_of(read, process_time)
        seconds["  taken back"] = seconds_of(partial(batches.undo, workplace, batch[0]), process_time)
        assert household_count(workplace) == 0, "one undo takes back the whole"
        people, homes = _rows(workplace, shown)
        theirs = seconds_of(partial(_bulk, workplace, people, homes), process_time)
        work = f"the {COMMUNE.hamlets} lists of {COMMUNE.households:,} households in one go"
        yield Figure(work, _PEER, ours / theirs, 3, seconds=ours)
        for part, took in seconds.items():
            yield Figure(part, _PEER, took / theirs, seconds=took)


def _store(workplace: Workplace, shown: Preview, told: list[str]) -> int:
    return taking.store(workplace, HOUSEHOLDS, shown, progress=lambda *step: told.append(step[2])).batch


def _stop(workplace: Workplace, shown: Preview) -> None:
    """Stop half-way, as the clerk may: nothing of any hamlet is left."""

    def stop(done: int, total: int, _: str) -> None:
        if done * 2 > total:
            raise InterruptedError

    try:
        taking.store(workplace, HOUSEHOLDS, shown, progress=stop)
    except InterruptedError:
        assert household_count(workplace) == 0, "Cancel leaves nothing"


def _rows(workplace: Workplace, shown: Preview) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows of both tables as they would be, their keys counted on from one."""
    with reading(workplace.database) as session:
        keys = dict(session.execute(select(Unit.code, Unit.id)).tuples().all())
    places = shown.places or {}
    people, homes = [], []
    for key, (number, row) in enumerate(zip(shown.reading.numbers, shown.reading.rows, strict=True), 1):
        columns = with_search_keys({**dict.fromkeys(PERSON_FIELDS), **person_fields(row)})
        people.append({"id": key, **columns})
        homes.append({"hamlet_id": keys[places[number]], "head_id": key, "members": row["members"]})
    return people, homes


def _bulk(workplace: Workplace, people: list[dict[str, Any]], homes: list[dict[str, Any]]) -> None:
    with writing(workplace.database) as session:
        connection = session.connection()
        connection.execute(insert(table_of(Person)), people)
        connection.execute(insert(table_of(Household)), homes)
