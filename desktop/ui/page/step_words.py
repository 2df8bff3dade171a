"""The words of the steps of an election."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


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
