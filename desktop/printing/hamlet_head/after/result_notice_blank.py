"""The notice of a result to fill in with a pen: blank, or with what is known before the count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.after.result_notice import COLUMNS, TITLE, ResultNotice, figures
from desktop.printing.hamlet_head.count import blank as counting_blank
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Blank
from desktop.printing.setting.paragraphs import letter
from desktop.printing.setting.ruled_table import announced, ruled_table
from desktop.printing.setting.running_text import day_parts, known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import counted
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, titled

_POST = Blank(30, grows=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankNotice:
    """What is known of the notice before the count; everything that is None becomes a dotted line.

    Fields are those of :class:`~desktop.printing.hamlet_head.after.result_notice.ResultNotice`;
    ``issuer_lines`` and ``dated`` are the notice's own, not those of the minutes in ``count``.
    """

    form_label: str = ""
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    team: str | None = None
    commune: str | None = None
    recognition_days: int
    signer_lines: tuple[str, ...]
    signer: str | None = None
    count: BlankMinutes


def half_filled(notice: ResultNotice) -> BlankNotice:
    """Take from a full notice what is known before the count."""
    return BlankNotice(
        form_label=notice.form_label,
        issuer_lines=notice.issuer_lines,
        dated=notice.dated,
        team=notice.team,
        commune=notice.commune,
        recognition_days=notice.recognition_days,
        signer_lines=notice.signer_lines,
        signer=notice.signer,
        count=counting_blank.half_filled(notice.count),
    )


def draw_blank(notice: BlankNotice, *, training: bool) -> bytes:
    """Print the notice with dotted lines for a pen.

    Args:
        notice: what is known.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5 and §4, blank form.
    """
    return state_pages(compose_blank(notice), training=training)


def compose_blank(notice: BlankNotice) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(notice, "Thông báo kết quả bầu cử (mẫu để điền)", _story(notice))


def _story(notice: BlankNotice) -> Iterator[Block]:
    count = notice.count
    yield state_heading(notice.issuer_lines, notice.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    post = f"{count.post} {count.hamlet_name}" if count.post and count.hamlet_name else None
    yield titled(TITLE, post_and_term("Kết quả bầu cử", post, count.term))
    opening = running_text(
        known_name(notice.team),
        f"thông báo kết quả {'phát phiếu lấy ý kiến về' if count.handed_out else 'cuộc họp'} bầu",
        known(count.post, _POST),
        *day_parts(count.date),
        "tại",
        known_name(count.venue),
        "như sau:",
        style=letter,
    )
    rows = [[label, "" if figure is None else str(figure)] for label, figure in figures(count)]
    yield from announced(opening, ruled_table(COLUMNS, rows), len(rows))
    yield from counting_blank.candidate_rows(count)
    yield running_text("Người trúng cử:", REST, style=letter)
    yield together(
        running_text(
            "Kết quả này được gửi",
            known(notice.commune),
            "xem xét, quyết định trong thời hạn",
            f"{counted(notice.recognition_days, 'ngày làm việc')} kể từ ngày nhận được./.",
            style=letter,
        ),
        signed_and_sent(notice.signer_lines, notice.signer),
    )
