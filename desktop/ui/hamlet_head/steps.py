"""The view of each step of a hamlet's election."""

from __future__ import annotations

from desktop.services.progress.steps import Step as Key
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.elections.roll_step import RollStep
from desktop.ui.exchange.sending_step import SendingStep
from desktop.ui.page.step import Step
from desktop.ui.results.minutes_step import MinutesStep
from desktop.ui.results.recognition_step import RecognitionStep

VIEWS: dict[str, type[Step]] = {
    Key.ROLL: RollStep,
    Key.CANDIDATES: CandidatesStep,
    Key.BALLOTS: BallotsStep,
    Key.MEETING: MeetingStep,
    Key.COUNTING: CountingStep,
    Key.MINUTES: MinutesStep,
    Key.RECOGNITION: RecognitionStep,
    Key.SENDING: SendingStep,
}
"""The view of each step; a step without one cannot be opened."""
