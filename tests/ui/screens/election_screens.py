"""Scenes of the first steps of an election, from the list to the meeting."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.elections.rolls.check import explain_difference, roll_check
from desktop.services.elections.rolls.objections import Objection, write_objection
from desktop.services.people.households import households
from desktop.services.people.members import (
    END_REASONS,
    MemberSaid,
    end_head,
    household_members,
    write_member,
)
from desktop.services.people.record import add_household, edit_household
from desktop.services.people.representatives import Paper, authorise, represent
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.elections.cluster_households_dialog import ClusterHouseholdsDialog
from desktop.ui.elections.clusters_dialog import ClustersDialog
from desktop.ui.elections.roll_step import RollStep
from desktop.ui.page.page import Session
from tests.offices import election_example as example
from tests.offices.election_example import Example
from tests.offices.hands import step_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio

HAMLET = "06859-T01"
_PAUSES = 5  # until a ballot is drawn
_ALSO_LOW = ("bau-cu-danh-sach", "bau-cu-danh-sach-khac", "bau-cu-ung-cu", "bau-cu-hop", "in-phieu")


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        office = example.make_example(Path(kept) / "mot")
        _office(office, studio, ("bau-cu-danh-sach-cuoc-bau", "", ""))
        _office(office, studio, ("bau-cu-ung-cu-trong", office.code, "candidates"))
        _office(office, studio, ("bau-cu-ho-trong", office.codes[1], "roll"))
        example.list_two(office)
        _office(office, studio, ("bau-cu-danh-sach", office.code, "roll"))
        _differ(office)
        _office(office, studio, ("bau-cu-danh-sach-khac", office.code, "roll"), _walk)
        _office(office, studio, ("bau-cu-ung-cu", office.code, "candidates"))
        _office(office, studio, ("bau-cu-to", office.code, "candidates"), _show_officials)
        example.try_ballots(office, Path(kept))
        _office(office, studio, ("in-phieu", office.code, "ballots"))
        example.add_newcomer(office)
        _office(office, studio, ("bau-cu-ung-cu-ngoai", office.code, "candidates"))
        office.workplace.database.close()
        office = example.make_example(Path(kept) / "hai")
        example.print_ballots(office)
        _office(office, studio, ("in-phieu-da-in", office.code, "ballots"))
        _office(office, studio, ("bau-cu-hop-chua-mo", office.code, "meeting"))
        example.plan_clusters(office)
        _office(office, studio, ("bau-cu-hop-theo-cum", office.code, "meeting"), _show_clusters)
        example.place_in_clusters(office)
        _office(office, studio, ("bau-cu-xep-ho-vao-cum", office.code, "meeting"), _show_cluster_households)
        office.workplace.database.close()
        office = example.make_example(Path(kept) / "ba")
        example.hold_meeting(office)
        _office(office, studio, ("bau-cu-hop", office.code, "meeting"))
        office.workplace.database.close()


def _office(
    office: Example, studio: Studio, shown: tuple[str, str, str], *steps: Callable[[Frame], None]
) -> None:
    name, code, step = shown
    argument = (code, step) if code else None
    session = Session(office.workplace, office.keys)
    low = name in _ALSO_LOW
    studio.window(session, name, "election", argument, steps=steps, low=low, pauses=_PAUSES)


def _differ(office: Example) -> None:
    """Leave a household off, let a head die, and let somebody else vote; somebody objects."""
    place = office.workplace
    key = add_household(place, HAMLET, "Phùn Văn Sót")
    edit_household(place, key, "starts_on", date(2024, 12, 9))
    first, second, third = (line.id for line in households(place, HAMLET, limit=40).lines[30:33])
    end_head(place, first, END_REASONS[0], date(2024, 11, 2))
    authorise(place, second, "Ma Thị Thay", "1970", Paper("3/GUQ", date(2024, 11, 15)))
    son = write_member(place, third, MemberSaid("Hoàng Văn Con", "2010", relation="Con"))
    represent(place, third, next(m.person for m in household_members(place, third) if m.member == son))
    (stated,) = [one for one in roll_check(place, office.code).differences if one.kind == "died"]
    explain_difference(place, office.code, stated.key, "gia đình chưa cử người khác", "Lỷ Thị Sen")
    said = Objection("Chìu Văn Mẫu", place.today(), "thiếu tên vợ tôi", "hộ Chìu Văn Mẫu")
    write_objection(place, office.code, said)


def _walk(frame: Frame) -> None:
    step_of(frame, RollStep).next_problem()


def _show_clusters(frame: Frame) -> None:
    assert frame.context is not None
    ClustersDialog(frame.context, "06859-T01-20241208", frame).open()


def _show_cluster_households(frame: Frame) -> None:
    assert frame.context is not None
    ClusterHouseholdsDialog(frame.context, "06859-T01-20241208", frame).open()


def _show_officials(frame: Frame) -> None:
    step_of(frame, CandidatesStep).which.choose(1)
