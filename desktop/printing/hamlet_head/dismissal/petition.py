"""The petition of households that a hamlet's head be dismissed: a line and a signature for each household."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, Part
from desktop.printing.setting.paragraphs import body
from desktop.printing.setting.ruled_table import Column, announced, ruled_table
from desktop.printing.setting.running_text import known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, counted
from desktop.printing.state.addressees import addressed
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import titled
from desktop.rules.shares import percent_text

_BLANK_ROWS = 8
_ROW_HEIGHT = 9.0
_COLUMNS = (
    Column("STT", 13),
    Column("Đại diện hộ gia đình", 66, centred=False),
    Column("Hộ gia đình", 34, centred=False),
    Column("Ký tên", 26, centred=False),
    Column("Ngày ký", 26, centred=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionLine:
    """A household: its number, who stands for it, and such as ``Hộ số 27``."""

    number: int
    name: str
    household: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalPetition:
    """What the households ask for; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        dated: place and date.
        addressee: to whom, such as ``Chủ tịch Ủy ban nhân dân xã Húc Động``.
        head: whom, and why.
        lines: the households of the hamlet; without any, rows for a pen.
        households: how many the hamlet has.
        signed: how many signed; None is counted by hand.
        needed: how many have to; None where no law says, or for a pen.
        article: by which; None names none.
        speaker: who speaks for them; None leaves a blank.

    Raises:
        ValueError: more signed than there are.

    Source: Decree 59/2023/NĐ-CP art. 9.1.b: at least half of the households (rules.md §2, dismissal).
    """

    form_label: str
    dated: DateLine
    addressee: str | None = None
    head: DismissedHead
    lines: tuple[PetitionLine, ...] = ()
    households: int | None = None
    signed: int | None = None
    needed: int | None = None
    article: str | None = None
    speaker: str | None = None

    def __post_init__(self) -> None:
        if self.households is not None and (self.signed or 0) > self.households:
            raise ValueError("no more households sign than there are")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """Nobody: people ask."""
        return ()


def draw(petition: DismissalPetition, *, training: bool) -> bytes:
    """Print the petition on as many pages as it takes, the head of the table repeated.

    Args:
        petition: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1 and §4.
    """
    return state_pages(compose(petition), training=training)


def compose(petition: DismissalPetition) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(petition, petition.head.file_title("Kiến nghị cho thôi làm"), _story(petition))


def _story(petition: DismissalPetition) -> Iterator[Block]:
    head = petition.head
    yield state_heading((), petition.dated, blanks=())
    yield titled("ĐƠN KIẾN NGHỊ CỦA HỘ GIA ĐÌNH", head.subject("Về việc cho thôi làm"))
    yield from addressed(() if petition.addressee is None else (petition.addressee,))
    article = f" theo {petition.article}" if petition.article else ""
    yield running_text(
        "Đại diện các hộ gia đình có tên dưới đây kiến nghị xem xét cho ông (bà)",
        known(head.name),
        "thôi làm",
        known(head.post),
        f"{article}.",
    )
    yield running_text("Lý do:", known(head.reason), ".")
    rows = [[str(one.number), one.name, one.household, "", ""] for one in petition.lines]
    rows = rows or [[str(number), "", "", "", ""] for number in range(1, _BLANK_ROWS + 1)]
    table = ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT)
    yield from announced(body("Mỗi hộ một người đại diện ký:"), table, len(rows))
    yield together(
        running_text(*_reached(petition)),
        signed_and_sent(("NGƯỜI ĐẠI DIỆN KIẾN NGHỊ",), petition.speaker),
    )


def _reached(petition: DismissalPetition) -> list[Part]:
    households, signed = petition.households, petition.signed
    whole = NUMBER if households is None else count_text(households)
    share = "" if not households or signed is None else f", bằng {percent_text(signed, households)}%"
    needed = () if petition.needed is None else (f"; cần ít nhất {counted(petition.needed, 'hộ')}",)
    return [
        "Tổng số hộ gia đình của thôn:",
        whole,
        "hộ; số hộ đã ký:",
        NUMBER if signed is None else count_text(signed),
        f"hộ{share}",
        *needed,
        ".",
    ]
