"""What a poll on a list at a congress is held with: whom it is of, and under which label.

Guidance 04-HD/TW has a form for the minutes (annex 2 form 5), of which only the title was seen.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.congress.facts import Congress, HigherCongress
from desktop.printing.congress.wording import of_branch
from desktop.printing.setting.date_line import DateLine

LABEL = "Mẫu tham khảo - chưa đối chiếu Phụ lục 2, Hướng dẫn 04-HD/TW"


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What is known before the poll; what is None becomes a dotted line, and counts always are for a pen.

    Args:
        form_label: stands at the upper right of page 1.
        congress: that is asked.
        dated: place and date.
        post: such as ``Chi ủy``.
        higher: that delegates are sent to; None for every other post.
        names: on whom opinions are asked, in the order of the list; without any, rows for a pen.

    Source: congress.md §6, 11: a blank form, of which nothing is kept; rules.md §3 (list, over 30 %).
    """

    form_label: str = LABEL
    congress: Congress
    dated: DateLine
    post: str | None = None
    higher: HigherCongress | None = None
    names: tuple[str, ...] = ()

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines

    @property
    def voted_on(self) -> str:
        """The post with its branch and term."""
        return of_branch(self.post, self.congress, self.higher)
