"""Minutes of the electing meeting to fill in with a pen, form 03: blank, or with what is known before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.count import blank as counting_blank
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.hamlet_head.count.meeting_minutes import ATTENDING, TITLE, MeetingMinutes
from desktop.printing.hamlet_head.count.meeting_signatures import meeting_signatures
from desktop.printing.hamlet_head.count.sentences import ELECTOR_WORDS, VOTE_FORM_WORDS
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.leaders import NUMBER, REST, pen_lines
from desktop.printing.setting.paragraphs import count_line, subhead
from desktop.printing.setting.people import Official
from desktop.printing.setting.running_text import dotted_lines, known, official_parts, running_text
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import count_text, tied
from desktop.printing.state.pages import state_pages
from desktop.vietnamese.hamlet_kinds import head_of

_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankMeeting:
    """What is known of the meeting before it is held; everything that is None becomes a dotted line.

    Fields are those of :class:`~desktop.printing.hamlet_head.count.meeting_minutes.MeetingMinutes`; a role
    that is not known is empty.
    """

    form_label: str
    chair: Official | None = None
    secretary: Official | None = None
    head: str | None = None
    front_head: str | None = None
    commune: str | None = None
    front: str | None = None
    count: BlankMinutes


def half_filled(minutes: MeetingMinutes) -> BlankMeeting:
    """Take from full minutes what is known before the meeting."""
    return BlankMeeting(
        form_label=minutes.form_label,
        chair=minutes.chair,
        secretary=minutes.secretary,
        head=minutes.head,
        front_head=minutes.front_head,
        commune=minutes.commune,
        front=minutes.front,
        count=counting_blank.half_filled(minutes.count),
    )


def draw_blank(meeting: BlankMeeting, *, training: bool) -> bytes:
    """Print the form with dotted lines for a pen; it bears no digest, for nothing is counted yet.

    Args:
        meeting: what is known.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: Decree 59/2023/NĐ-CP, form 03; paper.md §4, blank form.
    """
    return state_pages(compose_blank(meeting), training=training)


def compose_blank(meeting: BlankMeeting) -> TextPaper:
    """Put the form together, as it is read."""
    return TextPaper(
        title="Biên bản cuộc họp (mẫu để điền)",
        author=", ".join(meeting.count.issuer_lines or ()),
        label=meeting.form_label,
        blocks=tuple(_story(meeting)),
    )


def _story(meeting: BlankMeeting) -> Iterator[Block]:
    count = meeting.count
    yield counting_blank.pen_heading(count)
    yield counting_blank.pen_title(TITLE, count)
    yield pen_lines(*counting_blank.opening(count))
    yield subhead("I. Thành phần tham dự")
    for number, (duty, official) in enumerate((("Chủ trì", meeting.chair), ("Thư ký", meeting.secretary)), 1):
        yield running_text(f"{number}. {duty}:", *official_parts(official), style=count_line)
    yield count_line("3. Thành phần tham dự:")
    yield from _attendance(count)
    yield subhead("II. Nội dung cuộc họp")
    yield pen_lines("1. Chủ trì nêu lý do, giới thiệu người ứng cử; ý kiến của cuộc họp:", REST)
    yield from dotted_lines(_LINES, indent=0)
    yield from _approvals(count)
    yield pen_lines("3. Kết quả kiểm phiếu như sau:")
    yield from counting_blank.counts(count)
    yield from counting_blank.candidate_rows(count)
    yield together(
        subhead("III. Quyết định của cộng đồng dân cư"),
        *counting_blank.elected_lines(count),
        running_text(
            "Kết quả này được gửi",
            known(meeting.commune),
            "và",
            known(meeting.front),
            "xem xét, quyết định.",
        ),
    )
    yield together(
        pen_lines(
            "Cuộc họp kết thúc hồi",
            NUMBER,
            "giờ",
            NUMBER,
            "phút cùng ngày. Biên bản được lập thành",
            NUMBER,
            "bản, đã đọc lại cho mọi người cùng nghe và nhất trí./.",
        ),
        *meeting_signatures(
            (count.post or head_of(count.hamlet_kind)).upper(),
            head=meeting.head,
            front_head=meeting.front_head,
            witnesses=[witness.name for witness in count.witnesses] or [None, None],
            secretary=meeting.secretary.name if meeting.secretary else None,
            chair=meeting.chair.name if meeting.chair else None,
        ),
    )


def _attendance(count: BlankMinutes) -> Iterator[Block]:
    words = ATTENDING[count.electors]
    total = None if count.electorate is None else count_text(count.electorate)
    unit = f"{tied(words.unit)}."
    line = f"- Tổng số {words.noun} của {count.hamlet_kind}:"
    yield running_text(line, known(total), unit, style=count_line)
    for what in (words.there, words.absent):
        yield pen_lines(f"- Số {words.noun} {what}:", REST, unit)


def _approvals(count: BlankMinutes) -> Iterator[Block]:
    noun, approve = ELECTOR_WORDS[count.electors].noun, "người tán thành"
    yield pen_lines(
        "2. Cuộc họp cử thư ký:",
        NUMBER,
        f"{approve}; thống nhất danh sách người ứng cử:",
        NUMBER,
        f"{approve}; thống nhất hình thức bầu bằng {VOTE_FORM_WORDS[count.vote]}:",
        NUMBER,
        *(
            (f"{approve}; bầu Ban kiểm phiếu", NUMBER, "người và cử")
            if count.vote != "hands"
            else (f"{approve}; cử",)
        ),
        NUMBER,
        f"{noun} chứng kiến:",
        NUMBER,
        f"{approve}.",
    )
