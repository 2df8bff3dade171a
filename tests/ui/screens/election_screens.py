"""Scenes of the first steps of an election, from the list to the meeting."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.elections.cluster_households_dialog import ClusterHouseholdsDialog
from desktop.ui.elections.clusters_dialog import ClustersDialog
from desktop.ui.page.page import Session
from tests.offices import election_example as example
from tests.offices.election_example import Example
from tests.offices.hands import step_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio

_PAUSES = 5  # until a ballot is drawn
_ALSO_LOW = ("bau-cu-danh-sach", "bau-cu-ung-cu", "bau-cu-hop", "in-phieu")


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        office = example.make_example(Path(kept) / "mot")
        _office(office, studio, ("bau-cu-danh-sach-cuoc-bau", "", ""))
        _office(office, studio, ("bau-cu-ung-cu-trong", office.code, "candidates"))
        _office(office, studio, ("bau-cu-ho-trong", office.codes[1], "roll"))
        example.list_two(office)
        _office(office, studio, ("bau-cu-danh-sach", office.code, "roll"))
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


def _show_clusters(frame: Frame) -> None:
    assert frame.context is not None
    ClustersDialog(frame.context, "06859-T01-20241208", frame).open()


def _show_cluster_households(frame: Frame) -> None:
    assert frame.context is not None
    ClusterHouseholdsDialog(frame.context, "06859-T01-20241208", frame).open()


def _show_officials(frame: Frame) -> None:
    step_of(frame, CandidatesStep).which.choose(1)
