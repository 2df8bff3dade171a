"""An invented commune of thirteen hamlets, planned up to the eve, for every measure that needs an office."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.bootstrap import shipped_statutes
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.office.files import write_file
from desktop.services.office.operators import register_operator
from desktop.services.places.units import hamlets
from desktop.services.training.hamlet import Hamlet, Story, prepare
from desktop.services.training.offices import TrainingDay, close_training_offices, open_training_offices
from desktop.services.training.register import Register, take_in_households
from desktop.services.training.rosters import Rosters
from desktop.services.training.scene import HUC_DONG
from tests.offices.lists import taken

PASSPHRASE = "tap-huan"  # noqa: S105 - of an invented office
SEED = 7
SAMPLES = Path(__file__).parents[1] / "resources" / "samples"


@dataclass(frozen=True, slots=True)
class Planned:
    """The two open offices of the example and the planned elections."""

    day: TrainingDay
    hamlets: list[Hamlet]

    def codes(self) -> list[str]:
        """Return the codes of the elections."""
        return [hamlet.code for hamlet in self.hamlets]


def plan_commune(folder: Path, households: int) -> Planned:
    """Make an office with so many households, shared out evenly among its hamlets, and plan its elections."""
    day = open_training_offices(folder, SEED, PASSPHRASE, shipped_statutes(), lambda _: None, scene=HUC_DONG)
    taken(day.commune, HAMLETS, SAMPLES / "thon-ban.csv")
    operators = [
        (register_operator(day.commune, name, pin), pin)
        for name, pin in (("Người nhập thứ nhất", "1357"), ("Người nhập thứ hai", "2468"))
    ]
    units = hamlets(day.commune, HUC_DONG.commune)
    rosters = Rosters(day.chance)
    planned = []
    for index, unit in enumerate(units):
        number = households // len(units) + (index < households % len(units))
        workbook = write_file(folder / f"{unit.code}.csv", rosters.workbook(unit.full_name, number))
        register = Register(unit, take_in_households(day, unit, workbook))
        day.clock.put(HUC_DONG.planned, 9, 0)
        planned.append(prepare(day, register, Story(), (operators[0], operators[1])))
    day.clock.put(HUC_DONG.eve, 14, 0)
    return Planned(day, planned)


def close(planned: Planned) -> Path:
    """Close both offices and return the folder of the commune's."""
    folder = planned.day.commune.database.folder
    close_training_offices(planned.day)
    return folder
