"""The common shape of decisions of a People's Committee or its chair: bases, articles, recipients, seal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block, closing
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Part, pen_lines
from desktop.printing.setting.paragraphs import LETTER_SIZE, article, basis, centred_head
from desktop.printing.setting.running_text import joined, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import listed
from desktop.printing.state.headings import decision_heading
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, post_inside, titled

_BLANK_BASES = 3
_COMMITTEE = "ỦY BAN NHÂN DÂN"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFrame:
    """What every decision says around its own articles; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: in capitals, such as ``ỦY BAN NHÂN DÂN`` and ``XÃ HÚC ĐỘNG``.
        authority: who decides, in capitals, over the bases, such as ``CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÚC ĐỘNG``.
        number: None leaves a blank.
        symbol: such as ``QĐ-UBND``.
        dated: place and date.
        bases: from the office's register, each without its closing mark; printed as they are; without any,
            lines for a pen.
        executors: who carries the decision out.
        recipients: after those whom the last article names, such as ``Lưu: VT``.
        signer_lines: over the signature: ``TM. ỦY BAN NHÂN DÂN`` first where the committee decides, and not
            the chair alone; then ``CHỦ TỊCH``, or ``KT. CHỦ TỊCH`` and ``PHÓ CHỦ TỊCH``.
        signer: None leaves a blank.

    Source: Decree 30/2020/NĐ-CP, annex I; no statute sets a form for these decisions.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    authority: str | None = None
    number: str | None = None
    symbol: str
    dated: DateLine
    bases: tuple[str, ...] = ()
    executors: str | None = None
    recipients: tuple[str, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedElection:
    """The election that a decision is about; everything that is None becomes a dotted line.

    Args:
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        post_short: alone, such as ``Trưởng thôn``.
        term: such as ``2024 - 2027``.
        date: when it was held.
        besides: what its hamlet was called before, or is called now, such as ``nay là thôn Nà Làng``; None
            for nothing.
    """

    post: str | None = None
    post_short: str
    term: str | None = None
    date: dt.date | None = None
    besides: str | None = None

    @property
    def post_besides_and_term(self) -> list[Part]:
        """Post, hamlet with what it is called besides, and term, for the sentence that decides."""
        besides = f" ({self.besides})" if self.besides else ""
        return post_inside(self.post and f"{self.post}{besides}", self.term)

    @property
    def post_and_term(self) -> list[Part]:
        """Post, hamlet and term, for a sentence."""
        return post_inside(self.post, self.term)

    def subject(self, before: str) -> list[Part]:
        """The same for a title, where a line breaks only before the post or the term."""
        return post_and_term(before, self.post, self.term)


Article = Callable[[str], Block]
"""Sets an article when it is told its bold lead, such as ``Điều 1.``."""


def decision_paper(frame: DecisionFrame, subject: Sequence[Part], articles: Sequence[Article]) -> TextPaper:
    """Put together a decision.

    Args:
        frame: what stands around the articles.
        subject: under the word ``QUYẾT ĐỊNH``.
        articles: in order.

    Source: paper.md §2 and §5.
    """
    set_articles = [set_article(f"Điều {number}.") for number, set_article in enumerate(articles, 1)]
    recipients = listed((f"Như Điều {len(articles)}", *frame.recipients))
    words = joined([part for part in subject if isinstance(part, str)])
    return TextPaper(
        title=f"Quyết định {words[0].lower()}{words[1:]}",
        author=" ".join(frame.issuer_lines),
        label=frame.form_label,
        one_page=True,
        blocks=(
            decision_heading(frame.issuer_lines, frame.number, frame.symbol, frame.dated),
            titled("QUYẾT ĐỊNH", subject),
            centred_head(frame.authority or _authority(frame.signer_lines)),
            *(map(basis, listed(frame.bases)) if frame.bases else _open_bases()),
            centred_head("QUYẾT ĐỊNH:"),
            *set_articles[:-1],
            closing(set_articles[-1], signed_and_sent(frame.signer_lines, frame.signer, recipients)),
        ),
    )


def sentence(*parts: Part) -> Article:
    """Make an article of one running text, with blanks where something is not known."""
    return lambda lead: running_text(*parts, style=article, lead=lead)


def in_force(frame: DecisionFrame, *others: Part) -> Article:
    """Make the last article: from when the decision holds, and who carries it out besides the executors."""
    return sentence(
        "Quyết định này có hiệu lực kể từ ngày ký.",
        known_name(frame.executors),
        "và",
        *others,
        "chịu trách nhiệm thi hành Quyết định này./.",
    )


def _authority(signer_lines: Sequence[str]) -> str:
    """Name who decides on a paper for a pen, whose commune is not known: whom the signature stands for."""
    for_committee = any(line.startswith("TM. ") for line in signer_lines)
    return _COMMITTEE if for_committee else f"CHỦ TỊCH {_COMMITTEE}"


def _open_bases() -> list[Block]:
    return [pen_lines("Căn cứ", REST, ";", size=LETTER_SIZE) for _ in range(_BLANK_BASES)]
