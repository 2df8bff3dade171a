"""Whom a dismissal is about, and what was counted on it, as its papers say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.printing.counting.facts import Electors
from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import NUMBER, Part
from desktop.printing.setting.paragraphs import Text, count_line
from desktop.printing.setting.running_text import known, running_text
from desktop.printing.setting.wording import NO_BREAK, count_text, counted
from desktop.printing.state.titles import BLANK_POST
from desktop.rules.shares import percent_text

_WHO: dict[Electors, str] = {"households": "đại diện hộ gia đình", "voters": "cử tri"}
FORMS = {
    "hands": "biểu quyết giơ tay",
    "secret": "bỏ phiếu kín",
    "slips": "phiếu lấy ý kiến phát đến từng hộ gia đình",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissedHead:
    """The head whom a dismissal is about; everything that is None becomes a dotted line.

    Args:
        post_short: the post alone, such as ``Trưởng thôn``.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        hamlet: inside a sentence, such as ``thôn Nà Ếch``.
        name: of the head.
        reason: why, without a closing mark.
    """

    post_short: str
    post: str | None = None
    hamlet: str | None = None
    name: str | None = None
    reason: str | None = None

    @property
    def who(self) -> Part:
        """The name after ``ông (bà)``, or a blank."""
        return known(self.name)

    def subject(self, before: str) -> list[Part]:
        """Return the subject of a paper, such as ``Về việc cho thôi làm Trưởng thôn Nà Ếch``."""
        return [before, BLANK_POST if self.post is None else self.post.replace(" ", NO_BREAK)]

    def file_title(self, kind: str) -> str:
        """Return the title of the paper's file."""
        return f"{kind} {self.post or self.post_short}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalVote:
    """What was counted on a dismissal; everything that is None becomes a dotted line.

    Args:
        form: how they voted.
        electors: households by their representatives, or voters.
        entitled: all of them in the hamlet: the base of every share.
        present: who came; of slips nobody meets.
        agree: those for the dismissal, ``against`` it, ``abstain`` for neither of raised hands.
        issued: of ballots or slips, like what follows.
        result: what it decides; None is written by hand.

    Raises:
        ValueError: a share of nobody.

    Source: Law 10/2022/QH15 arts 20.2 and 21.1 (rules.md §2, dismissal).
    """

    form: Literal["hands", "secret", "slips"] = "hands"
    electors: Electors = "households"
    entitled: int | None = None
    present: int | None = None
    agree: int | None = None
    against: int | None = None
    abstain: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    result: Literal["agreed", "not_agreed", "too_few"] | None = None

    def __post_init__(self) -> None:
        if self.entitled == 0 and (self.present or self.agree):
            raise ValueError("nobody is no base")

    @property
    def who(self) -> str:
        """Who votes, in words."""
        return _WHO[self.electors]

    def lines(self, style: Callable[[str], Text] = count_line) -> Iterator[Block]:
        """Set the figures, one a line, each share with its base."""
        yield running_text(f"- Tổng số {self.who} của thôn:", _number(self.entitled), ".", style=style)
        if self.form != "slips":
            share = self.share(self.present)
            yield running_text("- Số có mặt dự họp:", _number(self.present), *share, ".", style=style)
        if self.form != "hands":
            for words, figure in (
                ("Số phiếu phát ra", self.issued),
                ("Số phiếu thu vào", self.returned),
                ("Số phiếu hợp lệ", self.valid),
                ("Số phiếu không hợp lệ", self.invalid),
            ):
                yield running_text(f"- {words}:", _number(figure), "phiếu.", style=style)
        share = self.share(self.agree)
        yield running_text("- Tán thành cho thôi:", _number(self.agree), *share, ".", style=style)
        yield running_text("- Không tán thành:", _number(self.against), ".", style=style)
        if self.form == "hands":
            yield running_text("- Không có ý kiến:", _number(self.abstain), ".", style=style)

    def share(self, part: int | None) -> list[Part]:
        """Return a share of all who are entitled, with its sign and its base in figures."""
        if part is None or not self.entitled:
            return []
        return [f", bằng {percent_text(part, self.entitled)}% của {counted(self.entitled, self.unit)}"]

    @property
    def unit(self) -> str:
        """Of what the base is counted."""
        return "hộ" if self.electors == "households" else "cử tri"


def _number(figure: int | None) -> Part:
    return NUMBER if figure is None else count_text(figure)
