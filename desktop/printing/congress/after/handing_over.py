"""The minutes of what the committee of the term before hands over to the new one; one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import closing_mark, figure
from desktop.printing.party.letter_heading import letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import close_text, party_subhead
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.ruled_table import CLOSE, Column, ruled_table
from desktop.printing.setting.running_text import day_parts, hour_parts, known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper

_DOTS = "…"
_COLUMNS = (
    Column("TT", 13),
    Column("Nội dung bàn giao", 82, centred=False),
    Column("Số lượng", 30),
    Column("Ghi chú", 40, centred=False),
)
_ROW = 7.6
_BLANK_ROWS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """A thing that is handed over, such as ``Sổ nghị quyết của chi bộ``, how many, and a note."""

    what: str
    amount: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingOver:
    """What goes from one committee to the other; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: whose new committee receives it.
        dated: place and date.
        began: hour of the day.
        day: when.
        venue: where.
        before: term of the committee that hands over, such as ``2022 - 2025``.
        givers, receivers: each with the role.
        witness: of the superior; empty where nobody came.
        things: that are handed over.
        unfinished: work that goes on.
        copies: of the minutes.
        giver, receiver: who sign.

    Source: congress.md §2, §6, 20; 294-QĐ/TW point 15.2.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    began: dt.time | None = None
    day: dt.date | None = None
    venue: str | None = None
    before: str | None = None
    givers: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    witness: str = ""
    things: tuple[HandedOver, ...] = ()
    unfinished: str | None = None
    copies: int | None = None
    giver: str | None = None
    receiver: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(minutes: HandingOver, *, training: bool) -> bytes:
    """Print the minutes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(minutes), training=training)


def compose(minutes: HandingOver) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Biên bản bàn giao giữa hai khóa, {minutes.congress.branch or 'chi bộ'}"
    return text_paper(minutes, title, _story(minutes))


def _story(minutes: HandingOver) -> Iterator[Block]:
    congress = minutes.congress
    yield letter_heading(minutes.issuer_lines, minutes.dated)
    branch, before, term = (
        congress.branch or f"Chi bộ {_DOTS}",
        minutes.before or _DOTS,
        congress.term or _DOTS,
    )
    giving = "Chi ủy" if congress.had_committee else "Bí thư"
    taking = "Chi ủy" if congress.elects_committee else "Bí thư"
    yield letter_title(
        "BIÊN BẢN",
        f"bàn giao giữa {giving} nhiệm kỳ {before}\nvà {taking} nhiệm kỳ {term}, {branch}",
    )
    yield running_text(
        "Hồi",
        *hour_parts(minutes.began),
        ",",
        *day_parts(minutes.day),
        ", tại",
        known_name(minutes.venue),
        ", hai bên tiến hành bàn giao.",
        style=close_text,
    )
    yield _side("Bên giao:", minutes.givers)
    yield _side("Bên nhận:", minutes.receivers)
    if minutes.witness:
        yield running_text("Chứng kiến:", f"{minutes.witness}.", style=close_text)
    yield party_subhead("1. Hồ sơ, tài liệu, tài sản, kinh phí")
    rows = [(str(row), one.what, one.amount, one.note) for row, one in enumerate(minutes.things, 1)]
    yield ruled_table(_COLUMNS, rows or [("",) * 4] * _BLANK_ROWS, row_height=_ROW, type_=CLOSE)
    yield party_subhead("2. Công việc đang làm dở")
    yield running_text(known(minutes.unfinished), style=close_text)
    yield together(
        running_text(
            "Hai bên đã kiểm đếm, thống nhất số liệu trên. Biên bản lập thành",
            *figure(minutes.copies, "bản,"),
            f"mỗi bên giữ một bản, một bản lưu Chi bộ{closing_mark(minutes.dated)}",
            style=close_text,
        ),
        party_signatures(
            [
                PartySigning(authority="BÊN GIAO", name=minutes.giver),
                PartySigning(authority="BÊN NHẬN", name=minutes.receiver),
            ]
        ),
    )


def _side(head: str, people: Sequence[str]) -> Block:
    return running_text(head, known("; ".join(people) or None), ".", style=close_text)
