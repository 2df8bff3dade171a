"""The proposal to appoint somebody to a vacant post of a branch; one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import closing_mark, figure, in_figures, share, with_bold
from desktop.printing.party.letter_heading import PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, signed_and_filed
from desktop.printing.party.letter_text import close_text, sent_to
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import Part
from desktop.printing.setting.paragraphs import plain
from desktop.printing.setting.ruled_table import MIDDLE, Column, Strong, ruled_table
from desktop.printing.setting.running_text import day_parts, dotted_lines, known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import tied

_TYPE = replace(MIDDLE, above=1.3, around=(5.0, 7.0))
_DOTS = "…"
_ROW = 12.0
_SPACE = 4.0
_BLANK_REASON = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedMember:
    """The line of who is to be appointed; the lines of a cell stand under each other.

    Args:
        name: of the person.
        birth: such as ``14/9/1987``, or the year alone.
        ethnicity: such as ``Sán Chỉ``.
        admitted, official: days of admission to the Party, and of becoming an official member.
        schooling: general, professional and political.
        post: held at present.
    """

    name: str | None = None
    birth: str | None = None
    ethnicity: str | None = None
    admitted: str | None = None
    official: str | None = None
    schooling: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentProposal:
    """Why a post is vacant, what the branch voted, who is proposed; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: the branch and its term; its ordinal isn't printed.
        dated: place and date.
        number: of the paper.
        post: vacant, such as ``Bí thư``.
        reason: why, as whole sentences.
        met_on: day of the branch's conference.
        present, members: official members who came, and of how many.
        issued, returned, valid, votes: ballots of the poll, and who agreed among them.
        person: who is proposed.
        enclosed: what comes with the proposal.
        authority, signer_post: over the signature; the deputy signs where the secretary's post is vacant.
        signer: None leaves a blank.

    Raises:
        ValueError: more came, or voted, than there are.

    Source: congress.md §1, §6, 21; paper-t2.md §9; 294-QĐ/TW point 16.2.2.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    number: str | None = None
    post: str | None = None
    reason: str | None = None
    met_on: dt.date | None = None
    present: int | None = None
    members: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    votes: int | None = None
    person: ProposedMember
    enclosed: str | None = None
    authority: str = "T/M CHI BỘ"
    signer_post: str = "PHÓ BÍ THƯ"
    signer: str | None = None

    def __post_init__(self) -> None:
        pairs = (
            (self.present, self.members),
            (self.issued, self.present),
            (self.valid, self.returned),
            (self.votes, self.valid),
        )
        if any(part is not None and of is not None and part > of for part, of in pairs):
            raise ValueError("no more come or vote than there are")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(proposal: AppointmentProposal, *, training: bool) -> bytes:
    """Print the proposal.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(proposal), training=training)


def compose(proposal: AppointmentProposal) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Tờ trình đề nghị chỉ định {proposal.post or 'chức danh'} {proposal.congress.branch or 'chi bộ'}"
    return text_paper(proposal, title, _story(proposal))


def _story(proposal: AppointmentProposal) -> Iterator[Block]:
    congress = proposal.congress
    yield letter_heading(proposal.issuer_lines, proposal.dated, PartyNumber(proposal.number, "TTr/CB"))
    yield Space(_SPACE)
    yield letter_title(
        "TỜ TRÌNH",
        f"đề nghị chỉ định {proposal.post or _DOTS} {congress.branch or f'Chi bộ {_DOTS}'},\n"
        f"nhiệm kỳ {congress.term or _DOTS}",
    )
    yield sent_to(congress.superior)
    if proposal.reason is None:
        yield from dotted_lines(_BLANK_REASON)
    else:
        yield close_text(plain(proposal.reason))
    yield _polled(proposal)
    yield together(_proposed(proposal), _line(proposal.person))
    yield together(
        running_text("Gửi kèm:", known(proposal.enclosed), closing_mark(proposal.dated), style=close_text),
        signed_and_filed(
            PartySigning(authority=proposal.authority, post=proposal.signer_post, name=proposal.signer),
            ("Như trên", "Lưu Chi bộ"),
        ),
    )


def _polled(proposal: AppointmentProposal) -> Block:
    met = day_parts(proposal.met_on)
    name = proposal.person.name
    return running_text(
        f"N{str(met[0])[1:]}",
        *met[1:],
        ", Chi bộ họp hội nghị, có mặt",
        *in_figures(proposal.present, proposal.members),
        "đảng viên chính thức. Sau khi thảo luận, hội nghị bỏ phiếu kín giới thiệu nhân sự: phát ra",
        *figure(proposal.issued, "phiếu,"),
        "thu về",
        *figure(proposal.returned, "phiếu,"),
        "hợp lệ",
        *figure(proposal.valid, "phiếu."),
        "Đồng chí",
        known_name(name and tied(name)),
        "được",
        *figure(proposal.votes, "phiếu đồng ý,"),
        "bằng",
        *share(proposal.votes, proposal.present),
        "của",
        *figure(proposal.present, "đảng viên chính thức có mặt."),
        style=close_text,
    )


def _proposed(proposal: AppointmentProposal) -> Block:
    congress, name = proposal.congress, proposal.person.name
    term: list[Part] = [", nhiệm kỳ", known(None), ":"]
    if congress.term is not None:
        term = [f", {tied(f'nhiệm kỳ {congress.term}')}:"]
    block = running_text(
        known_name(congress.branch),
        "đề nghị",
        known_name(congress.superior),
        "xem xét, chỉ định đồng chí",
        known_name(name and tied(name)),
        "giữ chức",
        known_name(proposal.post),
        known_name(congress.branch),
        *term,
        style=close_text,
    )
    return with_bold(block, tied(name), after="đồng chí ") if name else block


def _line(person: ProposedMember) -> Block:
    columns = [
        Column("Họ và tên", 34, centred=False),
        Column("Ngày sinh", 23),
        Column("Dân tộc", 20),
        Column("Vào Đảng, chính thức", 27),
        Column(f"Trình độ {tied('VH, CM, LLCT')}", 34),
        Column("Chức vụ hiện nay", 27),
    ]
    days = "\n".join(day for day in (person.admitted, person.official) if day)
    row = (
        Strong(person.name or ""),
        person.birth or "",
        person.ethnicity or "",
        days,
        person.schooling or "",
        person.post or "",
    )
    return ruled_table(columns, [row], row_height=_ROW, type_=_TYPE)
