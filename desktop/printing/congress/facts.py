"""Which congress a paper is of, as a value, and who issues it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

REFERENCE = "Mẫu tham khảo - chưa có mẫu bắt buộc của Đảng"
"""The label of every paper of a congress: nothing but the forms of nomination is prescribed."""


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
    """

    superior: str | None = None
    superior_line: str | None = None
    branch: str | None = None
    ordinal: str | None = None
    term: str | None = None
    held_on: dt.date | None = None

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
