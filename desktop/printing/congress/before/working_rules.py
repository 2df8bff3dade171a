"""The working rules of a congress, agreed to by hands: numbered articles; one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress, Hands
from desktop.printing.congress.wording import closing_mark, hands_figures, other_hands, titled
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import close_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST
from desktop.printing.setting.running_text import dotted_lines, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper

_BLANK_ARTICLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingRules:
    """What a congress agrees to about its work; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        number: of the paper, counted by the congress for itself.
        articles: each as whole sentences, without its number.
        hands: raised for it.
        signer: None leaves a blank.

    Source: congress.md §6, 6.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    number: str | None = None
    articles: tuple[str, ...] = ()
    hands: Hands | None = None
    signer: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines


def draw(rules: WorkingRules, *, training: bool) -> bytes:
    """Print the rules.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(rules), training=training)


def compose(rules: WorkingRules) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Quy chế làm việc của {rules.congress.name or 'Đại hội chi bộ'}"
    return text_paper(rules, title, _story(rules))


def _story(rules: WorkingRules) -> Iterator[Block]:
    number = PartyNumber(rules.number, "QC/ĐH")
    yield letter_heading(rules.issuer_lines, rules.dated, number, blanks=CONGRESS_BLANKS)
    yield letter_title("QUY CHẾ", titled("làm việc của", rules.congress))
    if not rules.articles:
        for row in range(1, _BLANK_ARTICLES + 1):
            yield running_text(REST, lead=f"Điều {row}.", style=close_text)
            yield from dotted_lines(1, indent=0)
    for row, article in enumerate(rules.articles, 1):
        yield running_text(article, lead=f"Điều {row}.", style=close_text)
    yield together(
        running_text(
            "Quy chế được Đại hội biểu quyết thông qua với",
            *hands_figures(rules.hands),
            f"đảng viên chính thức có mặt tán thành{_others(rules)}{closing_mark(rules.dated)}",
            style=close_text,
        ),
        party_signatures([PartySigning(authority=rules.congress.chair_signs, name=rules.signer)]),
    )


def _others(rules: WorkingRules) -> str:
    others = other_hands(rules.hands)
    return f"; {others}" if others else ""
