"""The example's hamlets and the people of their households, and what became of the hamlets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists.list_kind import Wanted
from desktop.services.office.files import write_file
from desktop.services.places.merger_plan import open_mergers
from desktop.services.places.mergers import write_mergers
from desktop.services.places.units import UnitView, hamlets
from desktop.services.training.offices import TrainingDay
from desktop.services.training.rosters import Rosters
from desktop.sheets.lists.reading import read
from desktop.vietnamese.text import fold
from desktop.wording import words

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Register:
    """A hamlet as it stands when the election is planned, and a row for each of its households."""

    unit: UnitView
    rows: Rows


def take_in_commune(day: TrainingDay, samples: Path, impossible_birth: int | None = None) -> list[Register]:
    """Take in the hamlets and their households, and then the mergers of the scene.

    Args:
        day: offices and scene.
        samples: folder of the sample workbooks.
        impossible_birth: index of the hamlet whose list has a row that is refused.

    Returns:
        The hamlets that elect: in the order of the list, or of the new names where they were merged.
    """
    workbook = samples / day.scene.hamlets
    stored, _ = HAMLETS.take_in(day.commune, read(workbook, HAMLETS.name, day.commune.today()))
    day.tell(words("training.hamlets", new=stored.new))
    stated = [row["households"] for row in read(workbook, HAMLETS.name).rows]
    rosters = Rosters(day.chance)
    kept = []
    for index, unit in enumerate(hamlets(day.commune, day.scene.commune)):
        households = samples / "ho-gia-dinh.xlsx"
        if index:
            content = rosters.workbook(
                unit.full_name, stated[index], impossible_birth=index == impossible_birth
            )
            households = write_file(day.out / "rosters" / f"ho-{unit.code}.csv", content)
        kept.append(Register(unit, take_in_households(day, unit, households)))
    return kept if day.scene.mergers is None else _merged(day, samples / day.scene.mergers, kept)


def take_in_households(day: TrainingDay, unit: UnitView, workbook: Path) -> Rows:
    """Take in a list of one hamlet's households, and return its rows."""
    reading = read(workbook, HOUSEHOLDS.name)
    stored, _ = HOUSEHOLDS.take_in(day.commune, reading, Wanted(hamlet=unit.code))
    told = {"hamlet": unit.full_name, "new": stored.new, "refused": stored.refused}
    day.tell(words("training.households", **told))
    return reading.rows


def _merged(day: TrainingDay, workbook: Path, kept: Sequence[Register]) -> list[Register]:
    scene, rows = day.scene, {register.unit.code: register.rows for register in kept}
    plan = open_mergers(day.commune, workbook)
    write_mergers(day.commune, plan, day.commune.today(), scene.decision)
    made_of = {fold(one.full_name): [old.code for old in one.olds] for one in plan.mergers}
    now = hamlets(day.commune, scene.commune)
    day.tell(words("training.mergers", old=len(kept), new=len(now)))
    return [
        Register(
            unit,
            [
                row
                for code in made_of.get(fold(unit.full_name), [unit.code])
                for row in rows[code or unit.code]
            ],
        )
        for unit in now
    ]
