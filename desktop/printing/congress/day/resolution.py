"""The resolution of a congress: reports agreed to, targets, who is elected, the vote on it; one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress, Hands
from desktop.printing.congress.wording import closing_mark, in_figures, other_hands, term_words, whole
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, signed_and_filed
from desktop.printing.party.letter_text import centred_words, party_item, party_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Part
from desktop.printing.setting.paragraphs import bold, plain
from desktop.printing.setting.running_text import day_parts, dotted_lines, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text

_BLANK_TARGETS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the congress resolved; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        number: of the paper, counted by the congress for itself.
        present: members who came, and ``convened`` of how many; with those on probation.
        present_official: official members among them, and ``convened_official``.
        reports: that were agreed to, such as ``Báo cáo kiểm điểm của Chi ủy``.
        targets: each with its number, unit and base.
        committee: who is elected to it, most votes first.
        secretary, deputy: who is elected.
        hands: raised for the resolution.
        signer: None leaves a blank.

    Raises:
        ValueError: more came than there are.

    Source: congress.md §6, 17; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    number: str | None = None
    present: int | None = None
    convened: int | None = None
    present_official: int | None = None
    convened_official: int | None = None
    reports: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    committee: tuple[str, ...] = ()
    secretary: str | None = None
    deputy: str | None = None
    hands: Hands | None = None
    signer: str | None = None

    def __post_init__(self) -> None:
        for part, of in (
            (self.present, self.convened),
            (self.present_official, self.convened_official),
        ):
            if part is not None and of is not None and part > of:
                raise ValueError("no more come than there are")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines


def draw(resolution: Resolution, *, training: bool) -> bytes:
    """Print the resolution.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(resolution), training=training)


def compose(resolution: Resolution) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Nghị quyết {resolution.congress.name or 'Đại hội chi bộ'}"
    return text_paper(resolution, title, _story(resolution))


def _story(resolution: Resolution) -> Iterator[Block]:
    congress = resolution.congress
    number = PartyNumber(resolution.number, "NQ/ĐH")
    yield letter_heading(resolution.issuer_lines, resolution.dated, number, blanks=CONGRESS_BLANKS)
    yield letter_title("NGHỊ QUYẾT", whole(congress))
    yield running_text(
        known(congress.name),
        ",",
        *term_words(congress),
        "họp",
        *day_parts(congress.held_on),
        ", có",
        *in_figures(resolution.present, resolution.convened),
        "đảng viên được triệu tập (chính thức",
        *in_figures(resolution.present_official, resolution.convened_official),
        "). Sau khi thảo luận các báo cáo và bầu cử, Đại hội",
        style=party_text,
    )
    yield centred_words("QUYẾT NGHỊ:")
    agreed: list[Part] = [" và ".join(resolution.reports)] if resolution.reports else [REST]
    yield running_text("Tán thành", *agreed, "." if resolution.reports else "", lead="1.", style=party_text)
    yield running_text("Thực hiện đến hết nhiệm kỳ các chỉ tiêu, nhiệm vụ:", lead="2.", style=party_text)
    yield from _targets(resolution.targets)
    yield _elected(resolution)
    superior = known(congress.superior)
    yield running_text(
        f"Giao {congress.successor} xây dựng chương trình, kế hoạch và tổ chức thực hiện Nghị quyết; trình",
        superior,
        "chuẩn y kết quả bầu cử.",
        lead="4.",
        style=party_text,
    )
    yield together(
        _approved(resolution),
        signed_and_filed(
            PartySigning(authority=congress.chair_signs, name=resolution.signer),
            (
                congress.superior or "Đảng ủy cấp trên",
                congress.successor,
                "Đảng viên trong chi bộ",
                "Lưu Chi bộ",
            ),
        ),
    )


def _targets(targets: tuple[str, ...]) -> Iterator[Block]:
    if not targets:
        yield from dotted_lines(_BLANK_TARGETS)
    for row, target in enumerate(targets, 1):
        yield party_item(plain(f"- {target}{'.' if row == len(targets) else ';'}"))


def _elected(resolution: Resolution) -> Block:
    """Name who is elected; without a committee only secretary and deputy."""
    if resolution.secretary is None:
        committee: list[Part] = ["Chi ủy gồm", NUMBER, "đồng chí:", REST]
        posts: list[Part] = ["Bí thư: đồng chí", REST, "; Phó bí thư: đồng chí", REST]
        elected = committee if resolution.congress.elects_committee else posts
        return running_text("Xác nhận kết quả bầu cử:", *elected, lead="3.", style=party_text)
    told = []
    if resolution.committee:
        names = ", ".join(tied(name) for name in resolution.committee)
        told.append(plain(f"Chi ủy gồm {tied(count_text(len(resolution.committee)) + ' đồng chí')} {names}"))
    told.append(f"{plain('Bí thư: đồng chí ')}{bold(tied(resolution.secretary))}")
    if resolution.deputy:
        told.append(f"{plain('Phó bí thư: đồng chí ')}{bold(tied(resolution.deputy))}")
    return party_text(f"{bold('3.')} Xác nhận kết quả bầu cử: {'; '.join(told)}.")


def _approved(resolution: Resolution) -> Block:
    """Say how many agreed to the resolution, the closing sentence of the paper."""
    end, hands = closing_mark(resolution.dated), resolution.hands
    said = "Nghị quyết được Đại hội thông qua với"
    if hands is None or not hands.present:
        return running_text(
            said,
            *in_figures(None, None),
            "đảng viên chính thức có mặt tán thành; không tán thành",
            NUMBER,
            ", không có ý kiến",
            NUMBER,
            end,
            lead="5.",
            style=party_text,
        )
    raised = tied(f"{count_text(hands.approving)}/{count_text(hands.present)} đảng viên")
    part = f"{percent_text(hands.approving, hands.present)}%"
    others = other_hands(hands)
    return running_text(
        f"{said} {raised} chính thức có mặt tán thành, bằng {part}{f'; {others}' if others else ''}{end}",
        lead="5.",
        style=party_text,
    )
