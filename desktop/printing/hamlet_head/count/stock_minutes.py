"""Minutes of the ballot stock: printed, sealed, issued, replaced, left over, collected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Part, pen_lines
from desktop.printing.setting.paragraphs import body, count_line, plain
from desktop.printing.setting.people import Official, with_role
from desktop.printing.setting.ruled_table import Column, ruled_table
from desktop.printing.setting.running_text import day_parts, hour_parts, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Name, Signing, signature_row
from desktop.printing.state.titles import post_and_term, post_inside, titled, titled_file
from desktop.vietnamese.numerals import NoTens, in_words

_BLANK_PEOPLE = 3
_ROW_HEIGHT = 9.0
_FREE = 22.0
_SIGNERS = 4
_COLUMNS = (
    Column("STT", 13),
    Column("Loại phiếu", 84, centred=False),
    Column("Số phiếu", 24),
    Column("Bằng chữ", 44, centred=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxCount:
    """What one box held: its name and its ballots; votes are never kept by box."""

    box: str
    ballots: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockMinutes:
    """The stock of one election; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the minutes.
        moment: when they were begun.
        date: of the minutes.
        venue: where.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        people: who counted, the head first.
        printed: ballots printed, all of them sealed.
        issued: handed out to electors, the exchanged ones once.
        unused: left over.
        replaced: exchanged because they were spoilt.
        boxes: what was found in each.
        ballots_word: ``phiếu bầu``, or ``phiếu lấy ý kiến`` of slips for households.
        sealed: every ballot bears the seal; slips bear none.
        signing: over the signature of the head.
        copies: how many originals are signed.
        no_tens: the office's word in numerals such as 105: linh or lẻ.

    Raises:
        ValueError: printed is not issued, unused and replaced together; or more was collected than issued.

    Source: rules.md §5, ballot stock.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    moment: dt.time | None = None
    date: dt.date | None = None
    venue: str | None = None
    post: str | None = None
    term: str | None = None
    people: tuple[Official, ...] = ()
    printed: int | None = None
    issued: int | None = None
    unused: int | None = None
    replaced: int | None = None
    boxes: tuple[BoxCount, ...] = ()
    ballots_word: str = "phiếu bầu"
    sealed: bool = True
    signing: str = "TM. TỔ BẦU CỬ"
    copies: int | None = None
    no_tens: NoTens = "linh"

    def __post_init__(self) -> None:
        given = (self.printed, self.issued, self.unused, self.replaced)
        printed, *parts = (number or 0 for number in given)
        if None not in given and printed != sum(parts):
            raise ValueError("printed are those issued, unused and replaced")
        if self.issued is not None and (self.collected or 0) > self.issued:
            raise ValueError("no more is collected than was issued")

    @property
    def collected(self) -> int | None:
        """Ballots in all boxes, None where one was not counted."""
        found = [box.ballots for box in self.boxes]
        counted = [ballots for ballots in found if ballots is not None]
        return sum(counted) if found and len(counted) == len(found) else None


def draw(minutes: StockMinutes, *, training: bool) -> bytes:
    """Print the minutes.

    Args:
        minutes: what they say.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §4.
    """
    return state_pages(compose(minutes), training=training)


def compose(minutes: StockMinutes) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file(f"Biên bản xác nhận số {minutes.ballots_word}", minutes.post, minutes.term)
    return text_paper(minutes, title, _story(minutes))


def _story(minutes: StockMinutes) -> Iterator[Block]:
    yield state_heading(minutes.issuer_lines, minutes.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    kind = f"BIÊN BẢN XÁC NHẬN SỐ {minutes.ballots_word.upper()}"
    yield titled(kind, post_and_term("Bầu", minutes.post, minutes.term))
    when: list[Part] = [*hour_parts(minutes.moment), ",", *day_parts(minutes.date)]
    yield running_text("Hôm nay, vào hồi", *when, ", tại", known(minutes.venue), ", chúng tôi gồm có:")
    for number, official in enumerate(minutes.people, 1):
        yield count_line(plain(f"{number}. {with_role(official)}"))
    if not minutes.people:
        for number in range(1, _BLANK_PEOPLE + 1):
            yield pen_lines(f"{number}. Ông (bà)", REST, "- chức vụ:", REST)
    yield running_text(
        f"đã cùng kiểm đếm số {minutes.ballots_word} dùng cho cuộc bầu cử",
        *post_inside(minutes.post, minutes.term),
        ", kết quả như sau:",
    )
    yield ruled_table(_COLUMNS, list(_rows(minutes)), row_height=_ROW_HEIGHT)
    yield body(
        "Phiếu không dùng và phiếu đổi do hỏng đã được đếm lại, cho vào phong bì niêm phong, nộp kèm "
        "biên bản này. Hòm phiếu chỉ đếm số phiếu, không đếm phiếu cho ai."
    )
    copies = NUMBER if minutes.copies is None else count_text(minutes.copies)
    yield together(
        running_text("Biên bản được lập thành", copies, "bản như nhau, đã đọc lại và cùng ký tên./."),
        signature_row(_signings(minutes), free=_FREE),
    )


def _rows(minutes: StockMinutes) -> Iterator[list[str]]:
    boxes = minutes.boxes or (BoxCount(box="hòm phiếu chính"), BoxCount(box="hòm phiếu lưu động"))
    lost = None
    if minutes.collected is not None and minutes.issued is not None:
        lost = minutes.issued - minutes.collected
    lines = (
        ("Phiếu đã in, đã đóng dấu" if minutes.sealed else "Phiếu đã in", minutes.printed),
        ("Phiếu phát ra", minutes.issued),
        ("Phiếu đổi do hỏng", minutes.replaced),
        ("Phiếu không dùng", minutes.unused),
        *((f"Phiếu trong {box.box}", box.ballots) for box in boxes),
        ("Cộng phiếu thu về", minutes.collected),
        ("Phiếu phát ra không thu về", lost),
    )
    for number, (label, count) in enumerate(lines, 1):
        figures = (
            ("", "") if count is None else (count_text(count), in_words(count, for_no_tens=minutes.no_tens))
        )
        yield [str(number), label, *figures]


def _signings(minutes: StockMinutes) -> list[Signing]:
    """Give the head of the team the place at the right, everybody who counted with it one beside."""
    names: list[Name] = [official.name for official in minutes.people] or [None] * _BLANK_PEOPLE
    others = names[1:_SIGNERS] or [None]
    return [
        *(Signing(lines=("CÙNG KIỂM ĐẾM",), name=name) for name in others),
        Signing(lines=(minutes.signing,), name=names[0]),
    ]
