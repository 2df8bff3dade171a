"""What a person writes to a congress: to stand, to put somebody up, to withdraw; no body issues it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress, HigherCongress
from desktop.printing.congress.wording import of_branch
from desktop.printing.party.letter_heading import letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import party_text, sent_to
from desktop.printing.party.letter_title import letter_title
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Blank
from desktop.printing.setting.running_text import running_text
from desktop.printing.setting.wording import tied

_NAME, _OTHER, _DAY = Blank(70, grows=True), Blank(45, grows=True), Blank(32, grows=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalPaper:
    """What is known before somebody fills it in; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: to which it is written.
        dated: place and date.
        post: such as ``Chi ủy``.
        higher: that delegates are sent to; None for every other post.

    Source: congress.md §6, 10: a blank form, of which nothing is kept.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    post: str | None = None
    higher: HigherCongress | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """A person writes it, and no body."""
        return ()

    @property
    def voted_on(self) -> str:
        """The post with its branch and term."""
        return of_branch(self.post, self.congress, self.higher)


def opening(paper: PersonalPaper, title: str, subject: str) -> Iterator[Block]:
    """Set the head under the Party's name alone, and to whom it is written."""
    congress = paper.congress
    yield letter_heading((), paper.dated, blanks=())
    yield letter_title(title, subject)
    chair = congress.chair if congress.one_chair else f"{congress.chair} Đại hội"
    yield sent_to(congress.branch and f"{chair} {tied(congress.branch)}")


def about(who: str) -> Iterator[Block]:
    """Set the lines that say who somebody is: birth, origin, days in the Party, schooling, office.

    Args:
        who: begins the first line, such as ``Tôi là:``.
    """
    for parts in (
        (who, _NAME, "Sinh ngày:", _DAY),
        ("Dân tộc:", _DAY, "Quê quán:", _OTHER),
        ("Ngày vào Đảng:", _DAY, "Ngày chính thức:", _DAY),
        ("Trình độ (văn hóa, chuyên môn, lý luận chính trị):", REST),
        ("Chức vụ, nơi công tác hiện nay:", REST),
    ):
        yield running_text(*parts, style=party_text)


def signed(sentence: str, who: str) -> Block:
    """Set the last sentence, and the place of the person to sign.

    Args:
        sentence: with its mark.
        who: signs, in capitals, such as ``NGƯỜI ỨNG CỬ``.
    """
    return together(
        running_text(sentence, style=party_text),
        party_signatures([PartySigning(authority=who, hint="(Ký, ghi rõ họ tên)")]),
    )
