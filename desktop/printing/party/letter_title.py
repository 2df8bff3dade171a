"""The title of an upright Party paper: its type in capitals, its subject, and five dashes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import BOLD
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.wording import balanced

KIND_SIZE = 16.0
SUBJECT_SIZE = 14.0
UNDER_SIZE = 12.0
DASHES = "-----"

_ROOM = 135.0


@dataclass(frozen=True, slots=True)
class LetterTitle(Block):
    """The type of a paper in capitals and its subject.

    Args:
        kind: such as ``NGHỊ QUYẾT``.
        subject: under it; a line break parts it where its sense does.
        under: in italics in place of the dashes, such as ``(kèm theo Báo cáo số …)``.
    """

    kind: str
    subject: str
    under: str = ""


def letter_title(kind: str, subject: str, *, under: str = "") -> LetterTitle:
    """Set a title; its subject is broken into lines of like length where it is long."""
    return LetterTitle(kind, subject, under)


def subject_lines(block: LetterTitle) -> list[str]:
    """Break the subject where it says so, and each part where it is too wide."""
    return [
        line
        for part in block.subject.splitlines()
        for line in balanced(part, _ROOM, lambda text: width_mm(text, BOLD, SUBJECT_SIZE))
    ]
