"""What differs between the register of households and the roll, with how each difference was settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST
from desktop.printing.setting.paragraphs import body
from desktop.printing.setting.ruled_table import Column, announced, evenly, ruled_table
from desktop.printing.setting.running_text import day_parts, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, titled, titled_file

_BLANK_ROWS = 8
_ROW_HEIGHT = 10.0
_WHAT = Column("Khác biệt", 78, centred=False)
_SETTLED = Column("Đã sửa, hoặc giải thích", 74, centred=False)
_COLUMNS = (Column("STT", 13), _WHAT, _SETTLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDifference:
    """A difference, and why it may stand; empty while nobody says so."""

    what: str
    settled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCheckSheet:
    """The comparison as it is signed before the roll is posted; None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: the day of the vote.
        households: of the register that live in the hamlet.
        represented: how many of them stand on the roll.
        lines: of the roll.
        stated: how many the commune's list of hamlets says.
        differences: in the order of the comparison; where nothing was compared, rows for a pen.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Source: rules.md §2 (who votes).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    households: int | None = None
    represented: int | None = None
    lines: int | None = None
    stated: int | None = None
    differences: tuple[CheckedDifference, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None


def draw(sheet: RollCheckSheet, *, training: bool) -> bytes:
    """Print the comparison.

    Args:
        sheet: what was compared.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return state_pages(compose(sheet), training=training)


def compose(sheet: RollCheckSheet) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file("Đối chiếu danh sách bầu", sheet.post, sheet.term)
    return text_paper(sheet, title, _story(sheet))


def _story(sheet: RollCheckSheet) -> Iterator[Block]:
    yield state_heading(sheet.issuer_lines, sheet.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    yield titled("BẢNG ĐỐI CHIẾU SỔ HỘ VỚI DANH SÁCH CỬ TRI", post_and_term("Bầu", sheet.post, sheet.term))
    yield running_text(
        "Đối chiếu sổ hộ gia đình của thôn với danh sách cử tri của cuộc bầu cử",
        *day_parts(sheet.election_date),
        "trước khi niêm yết.",
    )
    for words, number, unit in (
        ("Sổ hộ:", sheet.households, "hộ;"),
        ("trong đó có trong danh sách:", sheet.represented, "hộ."),
        ("Danh sách cử tri:", sheet.lines, "dòng."),
        ("Số hộ theo danh sách thôn của xã:", sheet.stated, "hộ."),
    ):
        yield running_text(words, REST if number is None else count_text(number), unit)
    if sheet.households is not None and not sheet.differences:
        yield body("Sổ hộ và danh sách khớp nhau, không có khác biệt.")
    else:
        rows = [
            [str(place), evenly(one.what, _WHAT), evenly(one.settled, _SETTLED)]
            for place, one in enumerate(sheet.differences, 1)
        ]
        rows = rows or [[str(place), "", ""] for place in range(1, _BLANK_ROWS + 1)]
        line = running_text("Những khác biệt và cách xử lý:")
        yield from announced(line, ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT), len(rows))
    yield together(
        body("Danh sách chỉ được niêm yết khi mỗi khác biệt đã được sửa hoặc giải thích./."),
        signed_and_sent(sheet.signer_lines, sheet.signer),
    )
