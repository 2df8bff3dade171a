"""The steps of an election in their order, and the view of each."""

from __future__ import annotations

from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.elections.roll_step import RollStep
from desktop.ui.exchange.sending_step import SendingStep
from desktop.ui.page.step import Step
from desktop.ui.results.minutes_step import MinutesStep
from desktop.ui.results.recognition_step import RecognitionStep

STEPS: dict[str, type[Step]] = {
    "roll": RollStep,
    "candidates": CandidatesStep,
    "ballots": BallotsStep,
    "meeting": MeetingStep,
    "counting": CountingStep,
    "minutes": MinutesStep,
    "recognition": RecognitionStep,
    "sending": SendingStep,
}
"""The view of each step; a step without one cannot be opened."""

ORDER = ("roll", "candidates", "ballots", "meeting", "counting", "minutes", "recognition", "sending")
"""Keys of the steps, as the stepper and other pages (``context.go``) name them."""
