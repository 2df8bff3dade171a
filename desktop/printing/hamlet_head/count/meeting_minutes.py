"""Minutes of the meeting that elected the head of a hamlet, form 03."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.counting.facts import CountingMinutes, Electors
from desktop.printing.hamlet_head.count import sentences
from desktop.printing.hamlet_head.count.candidate_results import candidate_results
from desktop.printing.hamlet_head.count.cluster_results import cluster_results
from desktop.printing.hamlet_head.count.meeting_signatures import meeting_signatures
from desktop.printing.hamlet_head.count.minutes import subject
from desktop.printing.hamlet_head.count.sentences import ELECTOR_WORDS, MEETING, VOTE_FORM_WORDS, share_of
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.paragraphs import PAGES, body, count_line, plain, subhead
from desktop.printing.setting.people import Official, named_inside
from desktop.printing.setting.ruled_table import announced
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import NO_BREAK, counted, day_text, hour_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.titles import paper_title
from desktop.rules.shares import partition_percents

TITLE = "BIÊN BẢN CUỘC HỌP\nCỦA CỘNG ĐỒNG DÂN CƯ"


@dataclass(frozen=True, slots=True)
class AttendingWords:
    """How those who attend are named: in full, as a unit, there, and absent."""

    noun: str
    unit: str
    there: str
    absent: str


ATTENDING: dict[Electors, AttendingWords] = {
    "households": AttendingWords(
        "hộ gia đình", "hộ", "có người đại diện tham dự", "không có người đại diện tham dự"
    ),
    "voters": AttendingWords("cử tri", "cử tri", "tham dự", "không tham dự"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMinutes:
    """What the meeting did; its figures are those of the counting minutes.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        opening: of the meeting.
        closing: of the meeting.
        chair: who led it.
        secretary: who wrote the minutes; a role that isn't known is empty.
        head: of the hamlet, who signs; None leaves a blank.
        front_head: of the Front board, the same.
        proceedings: before the vote, one paragraph each, in the meeting's own words.
        secretary_approval: those for the secretary; None where they were not counted.
        list_approval: those for the list of candidates, the same.
        form_approval: those for the form of vote, the same.
        committee_approval: those for the counting committee and the witnesses, the same.
        commune: who recognises, such as ``Ủy ban nhân dân xã Húc Động``.
        front: to whom the result is sent too, such as ``Ủy ban Mặt trận Tổ quốc Việt Nam xã Húc Động``.
        sent_by: the last day for sending it; None names none.
        copies: how many originals are signed.
        count: what was counted.

    Raises:
        ValueError: more were present than there are, or more approved than were present.

    Source: Decree 59/2023/NĐ-CP, form 03 (read to I.3); Law 10/2022/QH15 art. 20; rules.md §2.
    """

    form_label: str
    issuer_lines: tuple[str, ...]
    opening: dt.time
    closing: dt.time
    chair: Official
    secretary: Official
    head: str | None = None
    front_head: str | None = None
    proceedings: tuple[str, ...]
    secretary_approval: int | None = None
    list_approval: int | None = None
    form_approval: int | None = None
    committee_approval: int | None = None
    commune: str
    front: str | None = None
    sent_by: dt.date | None = None
    copies: int = 3
    count: CountingMinutes

    def __post_init__(self) -> None:
        present = self.count.present
        approvals = (
            self.secretary_approval,
            self.list_approval,
            self.form_approval,
            self.committee_approval,
        )
        if present > self.count.electorate or any(one is not None and one > present for one in approvals):
            raise ValueError("no more approve than are present, no more are present than there are")


def draw(minutes: MeetingMinutes, *, training: bool) -> bytes:
    """Print the minutes, tied to the finalised count by its digest on every page.

    Args:
        minutes: what they say.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``, ``paper.qr``.

    Source: Decree 59/2023/NĐ-CP, form 03; paper.md §4.
    """
    return state_pages(compose(minutes), training=training)


def compose(minutes: MeetingMinutes) -> TextPaper:
    """Put the minutes together, as they are read, with the digest of the finalised count on every page."""
    count = minutes.count
    title = f"Biên bản cuộc họp bầu {sentences.post(count.post, count.hamlet_name, count.term)}"
    return text_paper(minutes, title, _story(minutes), digest=count.digest)


def _story(minutes: MeetingMinutes) -> Iterator[Block]:
    count = minutes.count
    post = sentences.post(count.post, count.hamlet_name, count.term)
    yield state_heading(minutes.issuer_lines, f"{count.place}, {day_text(count.date)}")
    yield paper_title(TITLE, subject(post))
    hamlet = sentences.hamlet(count.hamlet_kind, count.hamlet_name)
    yield body(
        plain(
            f"Hôm nay, vào hồi {hour_text(minutes.opening)}, {day_text(count.date)}, tại {count.venue}, "
            f"{hamlet} {MEETING} {post}."
        )
    )
    yield subhead("I. Thành phần tham dự")
    for number, (duty, official) in enumerate((("Chủ trì", minutes.chair), ("Thư ký", minutes.secretary)), 1):
        role = f" - {official.role}" if official.role else ""
        yield count_line(plain(f"{number}. {duty}: {named_inside(official)}{role}."))
    yield count_line(plain("3. Thành phần tham dự:"))
    for line in _attendance(count):
        yield count_line(plain(line))
    yield from cluster_results(count)
    yield subhead("II. Nội dung cuộc họp")
    paragraphs = [*minutes.proceedings, *_approvals(minutes)]
    for number, text in enumerate(paragraphs, 1):
        yield body(plain(f"{number}. {text}"))
    if count.outcome.kind != "no_quorum":
        yield from _results(minutes, len(paragraphs) + 1)
    # The paragraph that names who is elected is never split over two pages, nor parted from its head.
    yield together(
        subhead("III. Quyết định của cộng đồng dân cư"),
        body(f"{sentences.meeting_decision(count)} {plain(_next_step(minutes))}"),
    )
    yield together(
        body(plain(_closing(minutes))),
        *meeting_signatures(
            count.post.upper(),
            head=minutes.head,
            front_head=minutes.front_head,
            witnesses=[witness.name for witness in count.witnesses],
            secretary=minutes.secretary.name,
            chair=minutes.chair.name,
        ),
    )


def _attendance(count: CountingMinutes) -> Iterator[str]:
    words = ATTENDING[count.electors]
    total = counted(count.electorate, words.unit)
    parts = (count.present, count.electorate - count.present)
    yield f"- Tổng số {words.noun} của {count.hamlet_kind}: {total}."
    said = (words.there, words.absent)
    for what, part, percent in zip(said, parts, partition_percents(list(parts)), strict=True):
        yield f"- Số {words.noun} {what}: {counted(part, words.unit)}, bằng {percent}% của {total}."


def _approvals(minutes: MeetingMinutes) -> list[str]:
    count = minutes.count
    noun = ELECTOR_WORDS[count.electors].noun
    witnesses = f"cử {counted(len(count.witnesses), noun)} chứng kiến"
    # Raised hands are counted at once, without a committee.
    committee = f"bầu Ban kiểm phiếu {counted(len(count.committee), 'người')} và {witnesses}"
    said = [
        f"{what}: {counted(votes, 'người tán thành')}{share_of(votes, count.present, f'{noun} tham dự')}"
        for what, votes in (
            ("cử thư ký cuộc họp", minutes.secretary_approval),
            ("thống nhất danh sách người ứng cử", minutes.list_approval),
            (f"thống nhất hình thức bầu bằng {VOTE_FORM_WORDS[count.vote]}", minutes.form_approval),
            (witnesses if count.vote == "hands" else committee, minutes.committee_approval),
        )
        if votes is not None
    ]
    return [f"Cuộc họp {'; '.join(said)}."] if said else []


def _results(minutes: MeetingMinutes, number: int) -> list[Block]:
    count = minutes.count
    word = "biểu quyết" if count.vote == "hands" else "bỏ phiếu"
    line = count_line(plain(f"{number}. Kết quả {word} ({_counted_where(minutes)}):"))
    return announced(line, candidate_results(count), len(count.candidates))


def _counted_where(minutes: MeetingMinutes) -> str:
    count = minutes.count
    if count.vote == "hands":
        return "đếm ngay tại cuộc họp"
    if _after_opening(minutes, count.closing) > _after_opening(minutes, minutes.closing):
        # Figures that came to the office later; the hour of the signed paper is not known.
        return "theo Biên bản kiểm phiếu"
    day = "ngày hôm sau" if count.closing < minutes.opening else "cùng ngày"
    return f"theo Biên bản kiểm phiếu lập hồi {hour_text(count.closing)} {day}"


def _after_opening(minutes: MeetingMinutes, hour: dt.time) -> int:
    opened = minutes.opening.hour * 60 + minutes.opening.minute
    return (hour.hour * 60 + hour.minute - opened) % (24 * 60)


def _next_step(minutes: MeetingMinutes) -> str:
    sent = minutes.commune + (f" và {minutes.front}" if minutes.front else "")
    if minutes.sent_by:
        sent += f" chậm nhất {day_text(minutes.sent_by)} để"
    if minutes.count.outcome.kind == "elected":
        return (
            f"Kết quả này được gửi {sent} xem xét công nhận; người trúng cử nhận nhiệm vụ từ "
            "ngày có quyết định công nhận."
        )
    return f"Kết quả này được gửi {sent} xem xét, quyết định."


def _closing(minutes: MeetingMinutes) -> str:
    late = minutes.closing < minutes.opening
    day = day_text(minutes.count.date + dt.timedelta(days=1)) if late else "cùng ngày"
    return (
        f"Cuộc họp kết thúc hồi {hour_text(minutes.closing)} {day}. Biên bản gồm {PAGES}{NO_BREAK}trang, "
        f"được lập thành {counted(minutes.copies, 'bản')}, đã đọc lại cho mọi người cùng nghe và nhất trí./."
    )
