"""The record of ballots handed from the commune to an election team, sealed and counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Blank, Part, pen_lines
from desktop.printing.setting.paragraphs import body, count_line, plain, subhead
from desktop.printing.setting.people import Official, with_role
from desktop.printing.setting.ruled_table import Column, RuledTable, announced, ruled_table
from desktop.printing.setting.running_text import day_parts, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, counted, day_figures, month_figures, tied
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Signing, signature_row
from desktop.printing.state.titles import post_and_term, post_inside, titled, titled_file
from desktop.vietnamese.numerals import NoTens, in_words

_BLANK_PEOPLE = 2
_BLANK_PIECES = 3
_ROW_HEIGHT = 10.0
_FREE = 22.0
_COLUMNS = (
    Column("STT", 13),
    Column("Gói, phong bì niêm phong", 58, centred=False),
    Column("Số phiếu", 23),
    Column("Tình trạng niêm phong khi nhận", 71),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPiece:
    """A sealed packet: what it is called and how many ballots are in it."""

    label: str
    ballots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotHandover:
    """Ballots that change hands; the hour stays blank for a pen, and everything that is None.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: of the People's Committee, in capitals.
        dated: place and date of the hand-over.
        venue: None leaves a blank.
        giver: the body that hands over.
        receiver: the body that receives.
        givers: who signs for it, first the one who does; without any, lines for a pen.
        receivers: the same.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: the day the ballots are for.
        ballots: in all.
        electorate: None where the reserve is not to be named.
        electorate_words: such as ``đại diện hộ gia đình``.
        pieces: which together hold all ballots.
        ballots_word: ``phiếu bầu``, or ``phiếu lấy ý kiến`` of slips for households.
        terms: what both sides agree on, one paragraph each, in the office's own words.
        copies: how many originals are signed.
        no_tens: the office's word in numerals such as 105: linh or lẻ.

    Raises:
        ValueError: no ballot, or the pieces do not hold as many as are handed over.

    Source: rules.md §5, ballot stock.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    venue: str | None = None
    giver: str | None = None
    receiver: str | None = None
    givers: tuple[Official, ...] = ()
    receivers: tuple[Official, ...] = ()
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    ballots: int | None = None
    electorate: int | None = None
    electorate_words: str = "đại diện hộ gia đình"
    pieces: tuple[SealedPiece, ...] = ()
    terms: tuple[str, ...] = ()
    ballots_word: str = "phiếu bầu"
    copies: int = 2
    no_tens: NoTens = "linh"

    def __post_init__(self) -> None:
        if self.ballots is None and not self.pieces:
            return
        held = sum(piece.ballots for piece in self.pieces)
        if not self.ballots or (self.pieces and held != self.ballots):
            raise ValueError("the pieces hold all ballots that are handed over")


def draw(handover: BallotHandover, *, training: bool) -> bytes:
    """Print the record.

    Args:
        handover: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1, §2, §4.
    """
    return state_pages(compose(handover), training=training)


def compose(handover: BallotHandover) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file(f"Biên bản giao nhận {handover.ballots_word}", handover.post, handover.term)
    return text_paper(handover, title, _story(handover))


def _story(handover: BallotHandover) -> Iterator[Block]:
    blanks = ("ỦY BAN NHÂN DÂN", "XÃ…")
    yield state_heading(handover.issuer_lines, handover.dated, superior=False, blanks=blanks)
    kind = f"BIÊN BẢN GIAO NHẬN {handover.ballots_word.upper()}"
    yield titled(kind, post_and_term("Bầu cử", handover.post, handover.term))
    yield pen_lines(*_opening(handover))
    yield _side("I. Bên giao:", handover.giver)
    yield from _people(handover.givers)
    yield _side("II. Bên nhận:", handover.receiver)
    yield from _people(handover.receivers)
    yield subhead("III. Nội dung giao nhận")
    yield from announced(_content(handover), _table(handover.pieces), len(handover.pieces))
    for term in handover.terms:
        yield body(plain(term))
    yield pen_lines("Ý kiến khác (nếu có):", REST)
    yield together(
        pen_lines(
            "Biên bản lập xong hồi",
            NUMBER,
            "giờ",
            NUMBER,
            "phút cùng ngày, lập thành",
            f"{counted(handover.copies, 'bản')} như nhau, mỗi bên giữ một bản; hai bên đã nghe đọc "
            "lại, nhất trí và ký tên dưới đây./.",
        ),
        signature_row(
            [
                Signing(lines=("ĐẠI DIỆN BÊN GIAO",), name=_first(handover.givers)),
                Signing(lines=("ĐẠI DIỆN BÊN NHẬN",), name=_first(handover.receivers)),
            ],
            free=_FREE,
        ),
    )


def _opening(handover: BallotHandover) -> list[Part]:
    dated = handover.dated
    return [
        "Hôm nay, vào hồi",
        NUMBER,
        "giờ",
        NUMBER,
        "phút, ngày",
        NUMBER if dated.day is None else day_figures(dated.day),
        "tháng",
        NUMBER if dated.month is None else month_figures(dated.month),
        "năm",
        *([Blank(10.5), ","] if dated.year is None else [f"{dated.year},"]),
        *([f"tại {handover.venue},"] if handover.venue else ["tại", REST, ","]),
        "chúng tôi gồm có:",
    ]


def _people(people: Sequence[Official]) -> Iterator[Block]:
    for number, official in enumerate(people, 1):
        yield count_line(plain(f"{number}. {with_role(official)}"))
    if not people:
        for number in range(1, _BLANK_PEOPLE + 1):
            yield pen_lines(f"{number}. Ông (bà)", REST, tied("- chức vụ:"), Blank(55))


def _side(head: str, body_name: str | None) -> Block:
    return pen_lines(REST, lead=head) if body_name is None else subhead(f"{head} {body_name}")


def _content(handover: BallotHandover) -> Block:
    ballots, electorate = handover.ballots, handover.electorate
    parts = ""
    if ballots is not None and electorate is not None and electorate <= ballots:
        reserve = counted(ballots - electorate, "phiếu dự phòng")
        parts = f" ({counted(electorate, 'phiếu')} theo số {handover.electorate_words} và {reserve})"
    held: list[Part] = [NUMBER, "gói niêm phong, gồm:"]
    if handover.pieces:
        held = [f"{counted(len(handover.pieces), 'gói niêm phong')}, gồm:"]
    return running_text(
        "Bên giao đã giao, bên nhận đã nhận",
        *(
            [Blank(45)]
            if ballots is None
            else [f"{count_text(ballots)} ({in_words(ballots, for_no_tens=handover.no_tens)})"]
        ),
        f"{handover.ballots_word}{parts}, dùng cho cuộc bầu cử",
        *post_inside(handover.post, handover.term),
        ",",
        *day_parts(handover.election_date),
        ", đựng trong",
        *held,
    )


def _table(pieces: Sequence[SealedPiece]) -> RuledTable:
    rows = [
        [str(number), piece.label, count_text(piece.ballots), ""] for number, piece in enumerate(pieces, 1)
    ]
    total = count_text(sum(piece.ballots for piece in pieces)) if pieces else ""
    rows = rows or [[str(number), "", "", ""] for number in range(1, _BLANK_PIECES + 1)]
    rows.append(["", "Cộng", total, ""])
    return ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT)


def _first(people: Sequence[Official]) -> str | None:
    return people[0].name if people else None
