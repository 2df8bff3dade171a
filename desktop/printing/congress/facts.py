"""Which congress a paper is of, as a value, and who issues it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

REFERENCE = "Mẫu tham khảo - chưa có mẫu bắt buộc của Đảng"
"""The label of every paper of a congress: nothing but the forms of nomination is prescribed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Party cards raised by the official members present.

    Raises:
        ValueError: more hands than are present.

    Source: 294-QĐ/TW point 6.1.6; rules.md §3 (hands, seal).
    """

    approving: int
    present: int
    against: int = 0
    abstaining: int = 0

    def __post_init__(self) -> None:
        if self.approving + self.against + self.abstaining > self.present:
            raise ValueError("no more hands are raised than there are members present")


@dataclass(frozen=True, slots=True, kw_only=True)
class HigherCongress:
    """The congress that delegates are sent to, such as ``Đại hội Đảng bộ xã Húc Động``; its term if known."""

    name: str
    term: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """A congress; whatever is None is left for a pen.

    Args:
        superior: inside a sentence, such as ``Đảng ủy xã Húc Động``.
        superior_line: over the branch's name, such as ``ĐẢNG BỘ XÃ HÚC ĐỘNG``.
        branch: such as ``Chi bộ thôn Nà Ếch``.
        ordinal: such as ``XII``, or ``nhất`` for the first of a merged branch.
        term: such as ``2025 - 2027``.
        held_on: its day.
        one_chair: a chair alone leads it, as in a small branch, and no presidium.
        had_committee: the branch has a committee, which convenes it; else the branch does.
        elects_committee: it elects one, which goes on with the branch's papers; else the branch does.
    """

    superior: str | None = None
    superior_line: str | None = None
    branch: str | None = None
    ordinal: str | None = None
    term: str | None = None
    held_on: dt.date | None = None
    one_chair: bool = False
    had_committee: bool = True
    elects_committee: bool = True

    @property
    def branch_lines(self) -> tuple[str, ...]:
        """Issuer of what the branch issues: its committee before the congress, the new one after it."""
        return (self.superior_line, self.branch.upper()) if self.superior_line and self.branch else ()

    @property
    def congress_lines(self) -> tuple[str, ...]:
        """Issuer of what the congress itself issues."""
        if not (self.branch and self.ordinal and self.term):
            return ()
        return (
            self.branch.upper(),
            f"ĐẠI HỘI LẦN THỨ {self.ordinal.upper()}",
            f"NHIỆM KỲ {self.term}",
        )

    @property
    def vote_lines(self) -> tuple[str, ...]:
        """Head of what a vote is held with: the superior, whose seal ballots bear, branch and congress."""
        branch, congress = self.branch_lines, self.congress_lines
        return (*branch, congress[1]) if branch and congress else ()

    @property
    def name(self) -> str | None:
        """The congress inside a sentence: ``Đại hội Chi bộ thôn Nà Ếch lần thứ XII``."""
        if not (self.branch and self.ordinal):
            return None
        return f"Đại hội {self.branch} lần thứ {self.ordinal}"

    @property
    def chair(self) -> str:
        """Who leads it, inside a sentence."""
        return "Chủ tịch Đại hội" if self.one_chair else "Đoàn Chủ tịch"

    @property
    def chair_signs(self) -> str:
        """For whom the paper of a congress is signed."""
        return "CHỦ TỊCH ĐẠI HỘI" if self.one_chair else "T/M ĐOÀN CHỦ TỊCH"

    @property
    def convener(self) -> str:
        """Who convenes it."""
        return "Chi ủy" if self.had_committee else "Chi bộ"

    @property
    def elected(self) -> str:
        """Whom it elects to lead the branch."""
        return "Chi ủy, Bí thư, Phó bí thư" if self.elects_committee else "Bí thư, Phó bí thư"

    @property
    def successor(self) -> str:
        """Who goes on with the branch's papers after it."""
        return "Chi ủy khóa mới" if self.elects_committee else "Bí thư khóa mới"

    @property
    def convener_signs(self) -> str:
        """For whom a paper before the congress is signed."""
        return "T/M CHI ỦY" if self.had_committee else "T/M CHI BỘ"

    @property
    def successor_signs(self) -> str:
        """For whom a paper after the congress is signed."""
        return "T/M CHI ỦY" if self.elects_committee else "T/M CHI BỘ"
