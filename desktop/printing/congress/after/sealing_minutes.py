"""Minutes of sealing the ballots of a congress and handing them to the new committee."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import closing_mark, figure, on_one_line
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import minutes_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import Part
from desktop.printing.setting.ruled_table import TIGHT_ROOMY, Cell, Column, Strong, announced, ruled_table
from desktop.printing.setting.running_text import day_parts, hour_parts, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.vietnamese.numerals import two_digits

_COLUMNS = (
    Column("Lần bầu", 39, centred=False),
    Column("Nhận", 17.5),
    Column("Phát ra", 17.5),
    Column("Thu về", 17.5),
    Column("Hợp lệ", 19),
    Column("Không hợp lệ", 19),
    Column("Hỏng, đổi", 17.5),
    Column("Không dùng", 18),
)
_ROW = 8.2
_BLANK_VOTES = ("Chi ủy, lần thứ nhất", "Chi ủy, lần thứ hai", "Bí thư", "Phó bí thư")
_BLANK_POSTS = _BLANK_VOTES[2:]
_BEFORE_TITLE = 5.0
_FREE, _LEAST_FREE = 24.0, 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedVote:
    """The ballots of one time at which a vote was held.

    Args:
        name: such as ``Chi ủy, lần thứ nhất``.
        received: from the superior, under its seal.
        issued: to those who voted.
        returned: taken out of the box.
        valid, invalid: of those.
        replaced: spoilt, and exchanged for others.
        unused: never given out.

    Raises:
        ValueError: received isn't what was issued, replaced and left.
    """

    name: str
    received: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    replaced: int | None = None
    unused: int | None = None

    def __post_init__(self) -> None:
        parts = [self.issued, self.replaced, self.unused]
        told = [one for one in parts if one is not None]
        if len(told) == len(parts) and self.received not in {None, sum(told)}:
            raise ValueError("ballots received are those issued, replaced and unused")

    @property
    def figures(self) -> tuple[int | None, ...]:
        """In the order of the columns."""
        return (
            self.received,
            self.issued,
            self.returned,
            self.valid,
            self.invalid,
            self.replaced,
            self.unused,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SealingMinutes:
    """Ballots sealed and handed over; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        opening: at what hour.
        venue: where.
        votes: in the order in which they were held.
        envelopes: how many.
        months: for which they are kept.
        keep_until: the last day of that time.
        copies: how many originals.
        head, presidium, secretary: who hands over, who witnesses and who receives.

    Source: congress.md §6, 20; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    opening: dt.time | None = None
    venue: str | None = None
    votes: tuple[SealedVote, ...] = ()
    envelopes: int | None = None
    months: int | None = None
    keep_until: dt.date | None = None
    copies: int | None = None
    head: str | None = None
    presidium: str | None = None
    secretary: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines


def draw(minutes: SealingMinutes, *, training: bool) -> bytes:
    """Print the minutes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(minutes), training=training)


def compose(minutes: SealingMinutes) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Biên bản niêm phong phiếu bầu {minutes.congress.name or 'Đại hội chi bộ'}"
    return text_paper(minutes, title, _story(minutes))


def _story(minutes: SealingMinutes) -> Iterator[Block]:
    envelopes = figure(minutes.envelopes)
    yield letter_heading(minutes.issuer_lines, minutes.dated, blanks=CONGRESS_BLANKS)
    if minutes.envelopes is not None:
        # Lines for a pen take the room, and the paper keeps to one page.
        yield Space(_BEFORE_TITLE)
    congress = minutes.congress
    yield letter_title("BIÊN BẢN", f"niêm phong và bàn giao phiếu bầu\n{on_one_line(congress)}")
    yield running_text(
        "Hồi",
        *hour_parts(minutes.opening),
        ",",
        *day_parts(congress.held_on),
        ", tại",
        known(minutes.venue),
        f", Ban kiểm phiếu, {congress.chair} và {congress.successor} "
        "lập biên bản niêm phong phiếu bầu như sau:",
        style=minutes_text,
    )
    votes = minutes.votes or tuple(
        SealedVote(name=name) for name in (_BLANK_VOTES if congress.elects_committee else _BLANK_POSTS)
    )
    rows = [_row(one.name, one.figures) for one in votes]
    rows.append([Strong(str(getattr(cell, "text", cell))) for cell in _row("Cộng", _sums(votes))])
    line = running_text("Số phiếu của từng lần bầu:", lead="1.", style=minutes_text)
    yield from announced(line, ruled_table(_COLUMNS, rows, row_height=_ROW, type_=TIGHT_ROOMY), len(rows))
    yield running_text(
        "Phiếu thu về, phiếu hỏng và phiếu không dùng được đóng riêng theo từng lần bầu vào",
        *([] if minutes.envelopes is None else envelopes),
        "phong bì, ghi ngoài bì tên lần bầu và số phiếu; dán kín, người giao và người nhận ký giáp mép bì.",
        lead="2.",
        style=minutes_text,
    )
    yield running_text(
        f"{congress.successor} nhận",
        *envelopes,
        "phong bì còn nguyên niêm phong, giữ tại tủ hồ sơ của Chi bộ, không mở trong",
        *figure(minutes.months),
        "tháng kể từ ngày bầu cử (đến hết",
        *day_parts(minutes.keep_until),
        "). Hết thời hạn, không có khiếu nại, tố cáo thì "
        f"{'Chi ủy' if congress.elects_committee else 'Chi bộ'} quyết định hủy và lập biên bản.",
        lead="3.",
        style=minutes_text,
    )
    yield together(running_text(*_closing(minutes), style=minutes_text), _signatures(minutes))


def _row(name: str, figures: tuple[int | None, ...]) -> list[Cell]:
    return [name, *("" if one is None else two_digits(one) for one in figures)]


def _sums(votes: tuple[SealedVote, ...]) -> tuple[int | None, ...]:
    """Add up each column; one with a figure that isn't known is left for a pen."""
    columns = zip(*(one.figures for one in votes), strict=True)
    return tuple(None if None in column else sum(one or 0 for one in column) for column in columns)


def _closing(minutes: SealingMinutes) -> list[Part]:
    end = closing_mark(minutes.dated)
    return [
        "Biên bản lập thành",
        *figure(minutes.copies),
        f"bản, mỗi bên giữ 01 bản; đã đọc lại và các bên nhất trí ký tên{end}",
    ]


def _signatures(minutes: SealingMinutes) -> Block:
    return party_signatures(
        [
            PartySigning(
                authority="T/M BAN KIỂM PHIẾU", post="TRƯỞNG BAN", hint="(bên giao)", name=minutes.head
            ),
            PartySigning(authority=minutes.congress.chair_signs, hint="(chứng kiến)", name=minutes.presidium),
            PartySigning(
                authority=minutes.congress.successor_signs,
                post="BÍ THƯ",
                hint="(bên nhận)",
                name=minutes.secretary,
            ),
        ],
        free=_FREE if minutes.envelopes is not None else _LEAST_FREE,
    )
