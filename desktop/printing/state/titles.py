"""The type of a paper and its subject, printed or, where a part is not known, with blanks for a pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import Blank, Part
from desktop.printing.setting.running_text import joined, known
from desktop.printing.setting.wording import tied

BLANK_POST = Blank(58)
"""Room for a post with its hamlet under the type of a paper."""

_TERM = Blank(26)
_POST_INSIDE = Blank(45, grows=True)


@dataclass(frozen=True, slots=True)
class PaperTitle(Block):
    """The type of a paper in capitals, its subject, and a rule of so many mm."""

    kind: str
    subject: str
    rule_width: float


@dataclass(frozen=True, slots=True)
class OpenTitle(Block):
    """The type of a paper and its subject with blanks: on one line, or broken after the first part."""

    kind: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class BlankTitle(Block):
    """The type of a paper, and a leader for its subject after some words."""

    kind: str
    before: str


def titled(kind: str, parts: Sequence[Part]) -> PaperTitle | OpenTitle:
    """Set the type of paper in capitals and its subject under it.

    Args:
        kind: such as ``BIÊN BẢN CUỘC HỌP``.
        parts: of the subject; with a blank among them it stands on one line and has no rule.
    """
    texts = [part for part in parts if isinstance(part, str)]
    return paper_title(kind, joined(texts)) if len(texts) == len(parts) else OpenTitle(kind, tuple(parts))


def paper_title(kind: str, subject: str, *, rule_width: float = 36) -> PaperTitle:
    """Set the type of paper in capitals, its subject under it, and a rule.

    Args:
        kind: such as ``BIÊN BẢN KIỂM PHIẾU``; a line break parts it into two lines.
        subject: such as ``Về việc bầu Trưởng thôn …``; broken into lines of like length if it is long.
        rule_width: mm; 30 on an invitation.
    """
    return PaperTitle(kind, subject, rule_width)


def post_and_term(before: str, post: str | None, term: str | None) -> list[Part]:
    """Give the subject of a paper on a post: its name and the term, unparted or blank."""
    return [
        before,
        BLANK_POST if post is None else f"{tied(post)}",
        ", nhiệm kỳ" if term is None else f", {tied(f'nhiệm kỳ {term}')}",
        *([_TERM] if term is None else []),
    ]


def post_inside(post: str | None, term: str | None) -> list[Part]:
    """Give post and term for running text."""
    if post is not None and term is not None:
        return [f"{post}, nhiệm kỳ {tied(term)}"]
    return [known(post, _POST_INSIDE), f", {tied('nhiệm kỳ')}", known(term, _TERM)]


def titled_file(kind: str, post: str | None, term: str | None) -> str:
    """Give the title of a file: the kind of paper, and post and term as far as they are known."""
    named = f"{kind} {post}" if post else kind
    return f"{named}, nhiệm kỳ {term}" if term else named
