"""The words of the steps of an election."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.progress.cells import Cell, Mark
from desktop.services.progress.steps import Step
from desktop.wording import cell_word


def step_word(key: str) -> str:
    """Return the word of a step as the stepper shows it."""
    translate = QCoreApplication.translate
    return {
        Step.ROLL: translate("Step", "Danh sách"),
        Step.CANDIDATES: translate("Step", "Ứng cử"),
        Step.BALLOTS: translate("Step", "Phiếu"),
        Step.MEETING: translate("Step", "Họp"),
        Step.COUNTING: translate("Step", "Kiểm phiếu"),
        Step.MINUTES: translate("Step", "Biên bản"),
        Step.RECOGNITION: translate("Step", "Công nhận"),
        Step.CONGRESS: translate("Step", "Đại hội"),
        Step.SENDING: translate("Step", "Gửi"),
        Step.PREPARING: translate("Step", "Chuẩn bị"),
        Step.CONVENING: translate("Step", "Triệu tập"),
        Step.ATTENDING: translate("Step", "Đảng viên dự"),
        Step.COMMITTEE: translate("Step", "Bầu chi ủy"),
        Step.SECRETARY: translate("Step", "Bầu bí thư"),
        Step.DEPUTY: translate("Step", "Phó bí thư"),
        Step.DELEGATES: translate("Step", "Đại biểu"),
        Step.REPORTING: translate("Step", "Báo cáo lên"),
        Step.APPROVAL: translate("Step", "Chuẩn y"),
    }[Step(key)]


def step_heading(key: str) -> str:
    """Return the word of a step over its column of the board, which tells what is done."""
    return QCoreApplication.translate("Board", "Đã gửi") if key == Step.SENDING else step_word(key)


def fault_of(cell: Cell) -> str:
    """Say in a word what calls a person to a step; nothing where none is called."""
    return cell_word(cell.reason, cell.value) if cell.mark in (Mark.ATTENTION, Mark.WRONG) else ""
