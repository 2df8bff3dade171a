"""What an office does with the law that it keeps: frozen with a roll, frozen into a dismissal, read again."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from desktop.bootstrap import shipped_statutes
from desktop.models.dismissals import Dismissal
from desktop.models.elections import Election
from desktop.models.store.session import reading
from desktop.rules.dismissal import AskedBy, DismissalStep, Meeting, MeetingForm
from desktop.services.dismissals.asking import NewDismissal, ask_dismissal
from desktop.services.dismissals.steps import MeetingHeld, StepTaken, hold_meeting, take_step
from desktop.services.elections.lookup import frozen_statute
from desktop.services.office.offices import make_office
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.places.hamlets import state_facts
from desktop.services.training.clock import TrainingClock
from tests.faults.operation import Operation, opened, staged
from tests.offices import commune


def _settle(place: Path) -> None:
    clock = TrainingClock(commune.BEFORE)
    office, _ = make_office(
        place / "commune", commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), clock, seed=bytes(32)
    )
    commune.settle(office)
    office.database.close()


@staged
def _listed(place: Path) -> None:
    _settle(place)
    with opened(place, at=commune.BEFORE) as office:
        commune.listed(office)


@staged
def _headed(place: Path) -> None:
    _settle(place)
    with opened(place) as office:
        state_facts(office, commune.HAMLET, head="Lò Thị Ơn")


def _print_ballots(place: Path) -> None:
    with opened(place, at=commune.BEFORE) as office:
        print_ballots(office, commune.CODE)


def _ask(place: Path) -> None:
    with opened(place) as office:
        asked = NewDismissal(commune.HAMLET, AskedBy.FRONT_BOARD, office.today(), "vắng mặt lâu ngày")
        ask_dismissal(office, asked)


def _decide(place: Path) -> None:
    with opened(place) as office:
        (key,), day = _keys(office), office.today()
        take_step(office, key, DismissalStep.ACCEPT, StepTaken(day))
        hold_meeting(office, key, MeetingHeld(day, Meeting(MeetingForm.HANDS, 12, 10, 7, 3)))


def _keys(office: Workplace) -> list[int]:
    with reading(office.database) as session:
        return list(session.scalars(select(Dismissal.id)))


def _roll_has_its_law(place: Path, done: int) -> None:
    """Once ballots were printed, the law is there and is the one that was shipped."""
    with opened(place) as office, reading(office.database) as session:
        election = session.scalars(select(Election)).one()
        assert (election.statute_bytes is not None) or not done
        if done:
            shipped = office.statutes.in_force("hamlet_head", election.held_on)
            assert frozen_statute(election).frozen() == shipped.frozen()


def _dismissal_has_its_law(place: Path, done: int) -> None:
    """Whatever was asked for has its law, whole."""
    with opened(place) as office, reading(office.database) as session:
        found = session.scalars(select(Dismissal)).all()
        assert len(found) == 1 or not done
        for each in found:
            assert each.statute_bytes == office.statutes.in_force("hamlet_head", each.asked_on).frozen()


OF_A_STATUTE = (
    Operation("freezing a roll and its law", _listed, (_print_ballots,), _roll_has_its_law),
    Operation("dismissing a head by the law of the day", _headed, (_ask, _decide), _dismissal_has_its_law),
)
