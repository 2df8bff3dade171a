"""The decision of the Party committee that approves what a congress elected; one post may be refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import closing_mark, comrades, figure, term_words, with_bold
from desktop.printing.party.letter_heading import COMMUNE_BLANKS, PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, signed_and_filed
from desktop.printing.party.letter_text import bases, centred_words, party_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Part
from desktop.printing.setting.running_text import day_parts, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import tied

_DOTS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPost:
    """A post for which somebody isn't approved, and why."""

    post: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalDecision:
    """Who is approved, and who is not; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: whose result it is.
        issuer: superior first, in capitals, such as ``ĐẢNG ỦY XÃ HÚC ĐỘNG`` under the province's party.
        dated: place and date.
        number: of the paper, and its ``symbol``.
        bases: each without its closing mark.
        decides: who decides, in capitals, such as ``BAN THƯỜNG VỤ ĐẢNG ỦY XÃ``.
        committee: who is approved as members; empty where the branch elects none.
        secretary, deputy: who is approved.
        refused: posts for which somebody isn't approved.
        executors: who carries the decision out, besides those approved.
        authority, post: over the signature.
        signer: None leaves a blank.

    Source: congress.md §6, 19; paper-t2.md §8; 294-QĐ/TW points 16.1.2 and 16.1.3.
    """

    form_label: str = REFERENCE
    congress: Congress
    issuer: tuple[str, ...] = ()
    dated: DateLine
    number: str | None = None
    symbol: str = "QĐ/ĐU"
    bases: tuple[str, ...] = ()
    decides: str | None = None
    committee: tuple[str, ...] = ()
    secretary: str | None = None
    deputy: str | None = None
    refused: tuple[RefusedPost, ...] = ()
    executors: str | None = None
    authority: str = "T/M BAN THƯỜNG VỤ"
    post: str = "BÍ THƯ"
    signer: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The Party committee of the commune issues it."""
        return self.issuer


def draw(decision: ApprovalDecision, *, training: bool) -> bytes:
    """Print the decision.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(decision), training=training)


def compose(decision: ApprovalDecision) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Quyết định chuẩn y kết quả bầu cử {decision.congress.branch or 'chi bộ'}"
    return text_paper(decision, title, _story(decision))


def _story(decision: ApprovalDecision) -> Iterator[Block]:
    congress = decision.congress
    number = PartyNumber(decision.number, decision.symbol)
    yield letter_heading(decision.issuer, decision.dated, number, blanks=COMMUNE_BLANKS)
    term = tied(f"nhiệm kỳ {congress.term or _DOTS}")
    yield letter_title(
        "QUYẾT ĐỊNH", f"chuẩn y kết quả bầu cử\n{congress.branch or f'Chi bộ {_DOTS}'}, {term}"
    )
    yield from bases(decision.bases)
    yield centred_words(f"{decision.decides or 'ĐẢNG ỦY'} QUYẾT ĐỊNH:")
    articles = [*_approved(decision), *_refused(decision)]
    for row, article in enumerate(articles, 1):
        block = running_text(*article, lead=f"Điều {row}.", style=party_text)
        for post, name in (("Bí thư", decision.secretary), ("Phó bí thư", decision.deputy)):
            block = with_bold(block, tied(name), after=f"{post}: đồng chí ") if name else block
        yield block
    last = len(articles) + 1
    committee = ["chi ủy,"] if congress.elects_committee else []
    people: list[Part] = [*committee, *([congress.branch] if congress.branch else ["chi bộ", REST])]
    executors: list[Part] = [f"{decision.executors},"] if decision.executors else [REST, ","]
    yield together(
        running_text(
            "Quyết định này có hiệu lực từ ngày ký.",
            *executors,
            *people,
            "và các đồng chí có tên trên chịu trách nhiệm thi hành Quyết định này"
            f"{closing_mark(decision.dated)}",
            lead=f"Điều {last}.",
            style=party_text,
        ),
        signed_and_filed(
            PartySigning(authority=decision.authority, post=decision.post, name=decision.signer),
            (f"Như Điều {last}", "Lưu Văn phòng Đảng ủy"),
        ),
    )


def _approved(decision: ApprovalDecision) -> list[list[Part]]:
    congress, secretary, deputy = decision.congress, decision.secretary, decision.deputy
    blank = secretary is None and not decision.committee and not decision.refused
    wanted = bool(decision.committee) or (blank and congress.elects_committee)
    articles: list[list[Part]] = []
    if wanted:
        names: list[Part] = [REST]
        count: list[Part] = [NUMBER, "đồng chí:"]
        if decision.committee:
            count, names = figure(len(decision.committee), "đồng chí:"), [comrades(decision.committee)]
        articles.append(
            [
                "Chuẩn y Chi ủy",
                known_name(congress.branch),
                ",",
                *term_words(congress),
                ", gồm",
                *count,
                *names,
                ".",
            ]
        )
    posts: list[Part] = []
    if secretary is not None or blank:
        posts += ["Bí thư: đồng chí", known_name(secretary and tied(secretary))]
    if deputy is not None or blank:
        posts += [
            "; Phó bí thư: đồng chí" if posts else "Phó bí thư: đồng chí",
            known_name(deputy and tied(deputy)),
        ]
    if posts:
        place: list[Part] = [] if articles else [known_name(congress.branch), ",", *term_words(congress), ","]
        held = "do Đại hội bầu"
        articles.append(
            ["Chuẩn y các chức danh", *place, held, *day_parts(congress.held_on), ".", *posts, "."]
        )
    return articles


def _refused(decision: ApprovalDecision) -> list[list[Part]]:
    return [
        [
            f"Không chuẩn y chức danh {one.post} đối với đồng chí {tied(one.name)}.",
            f"Lý do: {one.reason}.",
        ]
        for one in decision.refused
    ]
