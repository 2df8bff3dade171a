"""The steps of an election in their order, and the view of each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.election.ballots_step import BallotsStep
from desktop.ui.election.candidates_step import CandidatesStep
from desktop.ui.election.counting_step import CountingStep
from desktop.ui.election.meeting_step import MeetingStep
from desktop.ui.election.minutes_step import MinutesStep
from desktop.ui.election.recognition_step import RecognitionStep
from desktop.ui.election.roll_step import RollStep
from desktop.ui.election.sending_step import SendingStep
from desktop.ui.election.step import Step

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


def step_word(key: str) -> str:
    """Return the word of a step as the stepper shows it."""
    translate = QCoreApplication.translate
    return {
        "roll": translate("Step", "Danh sách"),
        "candidates": translate("Step", "Ứng cử"),
        "ballots": translate("Step", "Phiếu"),
        "meeting": translate("Step", "Họp"),
        "counting": translate("Step", "Kiểm phiếu"),
        "minutes": translate("Step", "Biên bản"),
        "recognition": translate("Step", "Công nhận"),
        "sending": translate("Step", "Gửi"),
    }[key]
