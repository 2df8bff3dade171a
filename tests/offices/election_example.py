"""An open training office with three elections, at the steps that a test or a picture wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.bootstrap import shipped_statutes
from desktop.models.office import Settings
from desktop.resources import resource
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.counting import meetings
from desktop.services.elections import candidate_views, cluster_households, clusters, planning
from desktop.services.elections.officials import Appointment
from desktop.services.office import keys
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.papers import ballot_trials, ballots
from desktop.services.papers.delivery import Destination
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices import drafts
from tests.offices.kept import open_copy
from tests.offices.lists import taken

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.exchange.keys import OfficeKeys

DAY = date(2024, 12, 8)
HAMLETS = ("Nà Ếch", "Lục Ngù", "Pò Đán")
PASSPHRASE = "tap-huan"  # noqa: S105 - of an invented office
_ROLES = (
    "team_head",
    "team_member",
    "counting_head",
    "counting_member",
    "counting_member",
    "witness",
    "witness",
)


@dataclass(frozen=True, slots=True)
class Example:
    """The office, its keys, and the codes of its elections; the first hamlet has 125 households."""

    workplace: Workplace
    keys: OfficeKeys
    codes: tuple[str, ...]
    clock: TrainingClock

    @property
    def code(self) -> str:
        return self.codes[0]


def make_example(folder: Path) -> Example:
    """Open an office of its own: households of one hamlet from the sample workbook, an election for each."""
    place = open_copy(_make, folder, PASSPHRASE)
    assert isinstance(place.clock, TrainingClock)
    codes = tuple(f"06859-T{number:02d}-{DAY:%Y%m%d}" for number in range(1, len(HAMLETS) + 1))
    return Example(place, keys.unlock(place, PASSPHRASE), codes, place.clock)


def _make(folder: Path) -> Workplace:
    clock = TrainingClock(datetime(2024, 12, 6, 6, 0, tzinfo=UTC))
    settings = Settings(reserve_percent=5, place="Húc Động")
    new = NewOffice("06859", "Ủy ban nhân dân xã Húc Động", "commune", settings=settings)
    place, _ = make_office(folder, new, PASSPHRASE, shipped_statutes(), clock, seed=bytes(32))
    add_unit(place, NewUnit("06859", "commune", "Xã", "Húc Động"))
    for number, name in enumerate(HAMLETS, 1):
        add_unit(place, NewUnit(f"06859-T{number:02d}", "hamlet", "Thôn", name, parent="06859"))
    taken(place, HOUSEHOLDS, resource("samples") / "ho-gia-dinh.xlsx", "06859-T01")
    for number, name in enumerate(HAMLETS, 1):
        planning.plan_election(
            place,
            planning.Plan(
                campaign="2024",
                campaign_name="Bầu Trưởng thôn xã Húc Động 2024",
                hamlet=f"06859-T{number:02d}",
                held_on=DAY,
                term_from=DAY,
                term_to=date(2027, 6, 8),
                venue=f"Nhà văn hóa thôn {name}",
            ),
        )
    return place


def list_two(example: Example) -> None:
    """Two candidates, and everybody who runs the election."""
    place, code = example.workplace, example.code
    people = candidate_views.people_of(place, code, limit=40)
    drafts.choose_candidates(place, code, [people[3], people[20]])
    others = [person for person in people if person.person not in (people[3].person, people[20].person)]
    drafts.draft_officials(
        place,
        code,
        [Appointment(role, person.title, person.name) for role, person in zip(_ROLES, others, strict=False)],
    )


def try_ballots(example: Example, folder: Path) -> None:
    """One sheet printed as a trial."""
    ballot_trials.print_trial(example.workplace, example.code, Destination(path=folder / "thu.pdf"))


def add_newcomer(example: Example) -> None:
    """A third candidate, who heads no household, is too young and of unknown sex; who votes agrees or not."""
    place, code = example.workplace, example.code
    listed = [line.person for line in candidate_views.candidates_view(place, code).candidates]
    young = candidate_views.newcomer("Chu Thị Bống", "", "12/2004")
    drafts.choose_candidates(place, code, [*listed, young])
    candidate_views.choose_ballot(place, code, "agree")


def print_ballots(example: Example) -> None:
    """Ballots printed, the roll frozen."""
    list_two(example)
    ballots.print_ballots(example.workplace, example.code)


def plan_clusters(example: Example) -> None:
    """Scattered people meet in two clusters, which one household is missing from."""
    place, code = example.workplace, example.code
    clusters.change_clusters(place, code, scattered=True, number="31/QĐ-UBND")
    clusters.record_cluster(place, code, 1, name="Xóm Trên", households=70, venue="nhà ông Áng")
    clusters.record_cluster(place, code, 2, name="Xóm Dưới", households=54, chair="Bà Hoàng Thị Ỷ")


def place_in_clusters(example: Example) -> None:
    """The first 70 households meet above, 50 below, and five are in no cluster yet."""
    place, code = example.workplace, example.code
    rows = cluster_households.cluster_households(place, code).rows
    cluster_households.place_households(
        place, code, {row.household: 1 if row.number <= 70 else 2 for row in rows if row.number <= 120}
    )


def hold_meeting(example: Example) -> None:
    """The meeting open, people counted twice, the ballots of two boxes written down with one slip."""
    print_ballots(example)
    place, code = example.workplace, example.code
    meetings.open_meeting(place, code, example.clock.put(DAY, 7, 30).astimezone(VIET_NAM))
    for hour, present in ((8, 71), (9, 112)):
        meetings.record_attendance(place, code, datetime(2024, 12, 8, hour, 0, tzinfo=VIET_NAM), present)
    meetings.record_stock(
        place,
        code,
        [meetings.BoxCount("main", 109, 19, 1, 109), meetings.BoxCount("mobile", 3, 0, 0, 2)],
    )
    example.clock.put(DAY, 9, 20)
