"""The official list of candidates for head of a hamlet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Part
from desktop.printing.setting.paragraphs import body
from desktop.printing.setting.ruled_table import Column, announced, evenly, ruled_table
from desktop.printing.setting.running_text import day_parts, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, listed, tied
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, titled, titled_file
from desktop.vietnamese.numerals import in_words

_BLANK_ROWS = 4
_ROW_HEIGHT = 12.0
_SEXES = {"Ông": "Nam", "Bà": "Nữ", "": ""}
_OCCUPATION = Column("Nghề nghiệp, chức vụ", 35, centred=False)
_HOME = Column("Nơi thường trú", 34, centred=False)
_COLUMNS = (
    Column("STT", 13),
    Column("Họ và tên", 42, centred=False),
    Column("Ngày sinh", 27),
    Column("Giới tính", 14),
    _OCCUPATION,
    _HOME,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCandidate:
    """A candidate on the list; ``title`` is empty where the sex is not known, every other gap stays white."""

    title: Literal["Ông", "Bà", ""] = ""
    name: str
    birth: str = ""
    occupation: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateList:
    """The list that the Front committee sends in and that is posted; None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the list.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: the day of the vote.
        agreement: what the list rests on, such as the minutes and the branch committee's consent.
        candidates: in ballot order; without any, rows for a pen.
        recipients: such as ``Ủy ban nhân dân xã Húc Động``.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Source: rules.md §2, candidates and timeline.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    agreement: str | None = None
    candidates: tuple[ListedCandidate, ...] = ()
    recipients: tuple[str, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None


def draw(listing: CandidateList, *, training: bool) -> bytes:
    """Print the list.

    Args:
        listing: who stands.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1 and §4.
    """
    return state_pages(compose(listing), training=training)


def compose(listing: CandidateList) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file("Danh sách người ứng cử", listing.post, listing.term)
    return text_paper(listing, title, _story(listing))


def _story(listing: CandidateList) -> Iterator[Block]:
    yield state_heading(listing.issuer_lines, listing.dated, blanks=("UBMTTQ XÃ…", "BAN CTMT THÔN…"))
    yield titled("DANH SÁCH NGƯỜI ỨNG CỬ", post_and_term("Bầu", listing.post, listing.term))
    number = len(listing.candidates)
    named: list[Part] = [tied(f"{count_text(number)} ({in_words(number)}) người")]
    line = running_text(
        "Căn cứ",
        known(listing.agreement),
        ", danh sách chính thức gồm",
        *(named if number else [REST, "người"]),
        "ứng cử tại cuộc bầu cử",
        *day_parts(listing.election_date),
        "như sau, xếp theo thứ tự trên phiếu bầu:",
    )
    rows = [_row(place, one) for place, one in enumerate(listing.candidates, 1)]
    rows = rows or [[str(place), "", "", "", "", ""] for place in range(1, _BLANK_ROWS + 1)]
    yield from announced(line, ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT), len(rows))
    yield together(
        body("Danh sách này được niêm yết tại nơi sinh hoạt cộng đồng của thôn theo quy định./."),
        signed_and_sent(listing.signer_lines, listing.signer, listed(listing.recipients)),
    )


def _row(place: int, candidate: ListedCandidate) -> list[str]:
    sex = _SEXES[candidate.title]
    told = (evenly(candidate.occupation, _OCCUPATION), evenly(candidate.home, _HOME))
    return [str(place), candidate.name, candidate.birth, sex, *told]
