"""The sheet that introduces the candidates with their photographs, posted before the election."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from desktop.errors import PaperRefused
from desktop.printing.setting.block import Block, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.paragraphs import body
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.photograph import UNREADABLE, photograph
from desktop.printing.setting.running_text import day_parts, known, running_text
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.text_paper import text_paper
from desktop.printing.setting.wording import balanced
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, titled, titled_file

PHOTO = (40.0, 60.0)
"""Width and height of a photograph, mm."""

_TEXT_LEFT = 47.0
_NAME_SIZES = (16, 14, 12)
_SIZE = 13.0
_PITCH = 6.6
_PEN_PITCH = 8.1
_PAD = 3.0
_BLANK_CANDIDATES = 2
_DOTS_PER_MM = 12
"""Enough for print at 300 dpi; a telephone's picture would make the file a hundred times as large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortrayedCandidate:
    """A candidate as posted; everything that is None becomes a dotted line.

    Args:
        title: empty where the sex is not known.
        name: in full.
        birth: date or year.
        occupation: or office held.
        education: general and professional.
        home: where the candidate lives.
        statement: a sentence of the candidate's own; empty for none.
        photo: a JPEG or PNG file, its bytes (Base64 in JSON); None leaves a frame to glue one on.
    """

    title: Literal["Ông", "Bà", ""] = ""
    name: str | None = None
    birth: str | None = None
    occupation: str | None = None
    education: str | None = None
    home: str | None = None
    statement: str = ""
    photo: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingSheet:
    """The sheet; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the sheet.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: the day of the vote.
        venue: where the vote is held.
        candidates: in ballot order; without any, frames for a pen.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Source: rules.md §2, timeline, and §5: photographs belong here, never on the ballot.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    venue: str | None = None
    candidates: tuple[PortrayedCandidate, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class _Portrait(Block):
    number: int
    candidate: PortrayedCandidate
    photo: ImageReader | None


def draw(sheet: PostingSheet, *, training: bool) -> bytes:
    """Print the sheet; no candidate is parted over two pages, and all photographs are of one size.

    Args:
        sheet: who stands.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.photo``: one is no picture; ``paper.face``, ``paper.letter``.

    Source: paper.md §1.
    """
    photos = [_photo(number, one.photo) for number, one in enumerate(sheet.candidates, 1)]
    title = titled_file("Giới thiệu người ứng cử", sheet.post, sheet.term)
    paper = text_paper(sheet, title, _story(sheet, photos))
    return state_pages(paper, training=training, own={_Portrait: _set_portrait})


def _story(sheet: PostingSheet, photos: list[ImageReader | None]) -> Iterator[Block]:
    yield state_heading(sheet.issuer_lines, sheet.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    yield titled("GIỚI THIỆU NGƯỜI ỨNG CỬ", post_and_term("Bầu", sheet.post, sheet.term))
    yield running_text(
        "Cuộc bầu cử được tổ chức",
        *day_parts(sheet.election_date),
        "tại",
        known(sheet.venue),
        ". Người ứng cử xếp theo thứ tự trên phiếu bầu:",
    )
    candidates = sheet.candidates or (PortrayedCandidate(),) * _BLANK_CANDIDATES
    pictures = photos or [None] * _BLANK_CANDIDATES
    blocks = [
        _Portrait(*one) for one in zip(range(1, len(candidates) + 1), candidates, pictures, strict=True)
    ]
    for block in blocks[:-1]:
        yield block
        yield Space(4)
    yield together(
        blocks[-1],
        Space(2),
        body("Cử tri xem kỹ để lựa chọn; phiếu bầu chỉ ghi họ và tên, không có ảnh./."),
        signed_and_sent(sheet.signer_lines, sheet.signer),
    )


def _set_portrait(portrait: _Portrait) -> Drawn:
    candidate = portrait.candidate
    lines = list(_facts(candidate))
    height = max(PHOTO[1] + 2 * _PAD, 2 * _PAD + 10 + sum(pitch for *_, pitch in lines))

    def drawing(pen: Pen) -> None:
        pen.box(0, 0, MEASURE, height)
        _draw_photo(pen, portrait.photo)
        _draw_name(pen, portrait.number, candidate)
        y = _PAD + 8.0
        for label, text, pitch in lines:
            y += pitch
            pen.text(_TEXT_LEFT, y, label, SERIF, _SIZE)
            x = _TEXT_LEFT + (width_mm(f"{label} ", SERIF, _SIZE) if label else 0)
            if text is None:
                pen.dots(x, MEASURE - _PAD, y + 0.1)
            else:
                pen.text(x, y, text, SERIF, _SIZE)

    return Drawn(MEASURE, height, drawing)


def _facts(candidate: PortrayedCandidate) -> Iterator[tuple[str, str | None, float]]:
    """Yield label, text or None for a leader, and the distance to the line above, mm."""
    room = MEASURE - _PAD - _TEXT_LEFT
    for label, text in (
        ("Ngày sinh:", candidate.birth),
        ("Nghề nghiệp, chức vụ:", candidate.occupation),
        ("Trình độ:", candidate.education),
        ("Nơi thường trú:", candidate.home),
    ):
        if text is None:
            yield label, None, _PEN_PITCH
            continue
        labelled = balanced(f"{label} {text}", room, lambda part: width_mm(part, SERIF, _SIZE))
        for line in labelled:
            yield "", line, _PITCH
    if candidate.statement:
        for line in balanced(candidate.statement, room, lambda part: width_mm(part, SERIF, _SIZE)):
            yield "", line, _PITCH


def _draw_name(pen: Pen, number: int, candidate: PortrayedCandidate) -> None:
    y = _PAD + 6.0
    lead = f"{number}."
    if candidate.name is None:
        label = f"{lead} Ông (bà)"
        pen.text(_TEXT_LEFT, y, label, BOLD, 14)
        pen.dots(_TEXT_LEFT + width_mm(label, BOLD, 14) + 1, MEASURE - _PAD, y + 0.1)
        return
    text = " ".join(filter(None, (lead, candidate.title, candidate.name.upper())))
    room = MEASURE - _PAD - _TEXT_LEFT
    size = next((size for size in _NAME_SIZES if width_mm(text, BOLD, size) <= room), _NAME_SIZES[-1])
    pen.text(_TEXT_LEFT, y, text, BOLD, size)


def _draw_photo(pen: Pen, photo: ImageReader | None) -> None:
    width, height = PHOTO
    if photo is None:
        pen.centred(_PAD + width / 2, _PAD + height / 2, "Ảnh 4 × 6", ITALIC, 12)
    else:
        bottom = pen.height - _PAD - height
        pen.canvas.drawImage(photo, _PAD * mm, bottom * mm, width * mm, height * mm)
    pen.box(_PAD, _PAD, width, height)


def _photo(number: int, data: bytes | None) -> ImageReader | None:
    """Cut a picture to the frame's proportions about its middle, and to the dots that print needs."""
    if data is None:
        return None
    dots = round(PHOTO[0] * _DOTS_PER_MM), round(PHOTO[1] * _DOTS_PER_MM)
    try:
        picture = photograph(data, dots)
    except UNREADABLE as error:
        raise PaperRefused("paper.photo", where=str(number)) from error
    width, height = picture.size
    wanted = PHOTO[0] / PHOTO[1]
    across, down = (
        (round(height * wanted), height) if width > height * wanted else (width, round(width / wanted))
    )
    left, top = (width - across) // 2, (height - down) // 2
    picture = picture.crop((left, top, left + max(1, across), top + max(1, down)))
    picture.thumbnail(dots)
    return ImageReader(picture)
