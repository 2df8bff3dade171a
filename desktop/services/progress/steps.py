"""The steps of each kind of contest, in their order: declared here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.models.elections import ContestKind


class Step(StrEnum):
    """What is done one after another; the stepper, the board and ``context.go`` know a step by this key."""

    ROLL = "roll"
    CANDIDATES = "candidates"
    BALLOTS = "ballots"
    MEETING = "meeting"
    COUNTING = "counting"
    MINUTES = "minutes"
    RECOGNITION = "recognition"
    CONGRESS = "congress"
    SENDING = "sending"
    PREPARING = "preparing"
    CONVENING = "convening"
    ATTENDING = "attending"
    COMMITTEE = "committee"
    SECRETARY = "secretary"
    DEPUTY = "deputy"
    DELEGATES = "delegates"
    REPORTING = "reporting"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class Declared:
    """A step of a kind of contest.

    Attributes:
        step: its key.
        clause: of the statute that a clerk may want to read about it; empty where none speaks of it.
        own: whether it is done on the page of this kind; else another kind's page does it, and only the board
            shows how far that is.
    """

    step: Step
    clause: str = ""
    own: bool = True


STEPS: dict[ContestKind, tuple[Declared, ...]] = {
    ContestKind.HAMLET_HEAD: (
        Declared(Step.ROLL, "electorate"),
        Declared(Step.CANDIDATES, "candidates_before"),
        Declared(Step.BALLOTS, "form_of_vote"),
        Declared(Step.MEETING, "quorum"),
        Declared(Step.COUNTING, "elected"),
        Declared(Step.MINUTES, "counting_minutes_form"),
        Declared(Step.RECOGNITION, "recognition"),
        Declared(Step.CONGRESS, own=False),
        Declared(Step.SENDING),
    ),
    # A congress has a step for each of its votes; which of the four it holds, its plan says.
    ContestKind.BRANCH_CONGRESS: (
        Declared(Step.PREPARING, "announcement_before"),
        Declared(Step.CONVENING, "voters"),
        Declared(Step.ATTENDING, "quorum"),
        Declared(Step.COMMITTEE, "elected"),
        Declared(Step.SECRETARY, "elected"),
        Declared(Step.DEPUTY, "elected"),
        Declared(Step.DELEGATES, "elected"),
        Declared(Step.MINUTES, "agenda"),
        Declared(Step.REPORTING, "report"),
        Declared(Step.APPROVAL, "approval"),
    ),
}


def steps_of(kind: ContestKind = ContestKind.HAMLET_HEAD) -> tuple[Step, ...]:
    """Return every step that the board shows of a kind of contest, in order."""
    return tuple(declared.step for declared in STEPS[kind])


def own_steps(kind: ContestKind = ContestKind.HAMLET_HEAD) -> tuple[Step, ...]:
    """Return the steps that are done on the page of a kind of contest, in order."""
    return tuple(declared.step for declared in STEPS[kind] if declared.own)
