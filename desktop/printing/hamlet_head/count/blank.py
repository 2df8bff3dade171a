"""Counting minutes to fill in with a pen: blank, or with what is known before the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.counting.facts import (
    CommitteeMember,
    CountingMinutes,
    Electors,
    FailedMeeting,
    VoteForm,
)
from desktop.printing.hamlet_head.count import sentences
from desktop.printing.hamlet_head.count.candidate_results import candidate_columns
from desktop.printing.hamlet_head.count.minutes import RESULT_HEAD, TITLE, subject
from desktop.printing.hamlet_head.count.sentences import (
    HELD,
    MEETING,
    OTHER_OPINIONS,
    TEAM_COUNTS,
    VOTE_FORM_WORDS,
    words_for,
)
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Blank, Part, pen_lines
from desktop.printing.setting.paragraphs import count_line, plain, subhead
from desktop.printing.setting.people import Person
from desktop.printing.setting.ruled_table import announced, ruled_table
from desktop.printing.setting.running_text import day_parts, dotted_lines
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, day_text, tied
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Name, counting_signatures
from desktop.printing.state.titles import BlankTitle, PaperTitle, paper_title
from desktop.vietnamese.numerals import NoTens, in_words

_ROLES = ("Tổ trưởng", "Thành viên", "Thành viên", "Thành viên", "Thành viên")
_BLANK_ROWS = 3
_ROW_HEIGHT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankMinutes:
    """What is known of the minutes before the meeting; everything that is None becomes a dotted line.

    Fields are those of :class:`~desktop.printing.counting.facts.CountingMinutes`; ``threshold`` is the
    clause on being elected in words, such as ``nhiều hơn 1/2``.
    """

    form_label: str
    issuer_lines: tuple[str, ...] | None = None
    place: str | None = None
    date: dt.date | None = None
    venue: str | None = None
    hamlet_kind: str = "thôn"
    hamlet_name: str | None = None
    post: str | None = None
    term: str | None = None
    vote: VoteForm = "strike"
    electors: Electors = "households"
    handed_out: bool = False
    failed: FailedMeeting | None = None
    electorate: int | None = None
    committee: tuple[CommitteeMember, ...] = ()
    witnesses: tuple[Person, ...] = ()
    candidates: tuple[Person, ...] = ()
    threshold: str | None = "nhiều hơn 1/2"
    no_tens: NoTens = "linh"


def half_filled(minutes: CountingMinutes) -> BlankMinutes:
    """Take from full minutes what is known before the meeting: no count but the electorate."""
    return BlankMinutes(
        form_label=minutes.form_label,
        issuer_lines=minutes.issuer_lines,
        place=minutes.place,
        date=minutes.date,
        venue=minutes.venue,
        hamlet_kind=minutes.hamlet_kind,
        hamlet_name=minutes.hamlet_name,
        post=minutes.post,
        term=minutes.term,
        vote=minutes.vote,
        electors=minutes.electors,
        handed_out=minutes.handed_out,
        failed=minutes.failed,
        electorate=minutes.electorate,
        committee=minutes.committee,
        witnesses=minutes.witnesses,
        candidates=tuple(Person(title=one.title, name=one.name) for one in minutes.candidates),
        threshold=sentences.than(minutes.outcome.threshold) if minutes.outcome.threshold else None,
        no_tens=minutes.no_tens,
    )


def draw_blank(minutes: BlankMinutes, *, training: bool) -> bytes:
    """Print the form with dotted lines for a pen; it bears no digest, for nothing is counted yet.

    Args:
        minutes: what is known.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: Decree 59/2023/NĐ-CP, form 02; paper.md §4, blank form.
    """
    return state_pages(compose_blank(minutes), training=training)


def compose_blank(minutes: BlankMinutes) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(minutes, "Biên bản kiểm phiếu (mẫu để điền)", _story(minutes))


def _story(minutes: BlankMinutes) -> Iterator[Block]:
    words, held = words_for(minutes.electors, handed_out=minutes.handed_out), HELD[minutes.handed_out]
    yield pen_heading(minutes)
    yield pen_title(TITLE, minutes)
    yield pen_lines(*opening(minutes))
    yield subhead(held.committee)
    yield from _people(minutes.committee, [member.role for member in minutes.committee] or _ROLES)
    yield subhead(words.witnesses)
    yield from _people(minutes.witnesses, ("", ""))
    yield subhead(RESULT_HEAD)
    yield from counts(minutes)
    yield from candidate_rows(minutes)
    if minutes.handed_out:
        yield pen_lines(OTHER_OPINIONS, REST)
        yield from dotted_lines(1, indent=0)
    yield together(*elected_lines(minutes))
    yield together(_closing(), _signatures(minutes))


def _known_post(minutes: BlankMinutes) -> str | None:
    if minutes.post and minutes.hamlet_name and minutes.term:
        return sentences.post(minutes.post, minutes.hamlet_name, minutes.term)
    return None


def pen_heading(minutes: BlankMinutes) -> Block:
    """Set the heading with what is known of office, hamlet, place and day."""
    day, place = minutes.date, minutes.place
    dated = DateLine(place=place) if day is None else DateLine.on(place, day)
    return state_heading(
        minutes.issuer_lines or (),
        dated,
        blanks=("UBND XÃ…", f"{minutes.hamlet_kind.upper()}…"),
    )


def pen_title(kind: str, minutes: BlankMinutes) -> PaperTitle | BlankTitle:
    """Set the type of paper and what the vote is about, or a leader."""
    known_post = _known_post(minutes)
    return (
        paper_title(kind, subject(known_post, handed_out=minutes.handed_out))
        if known_post
        else BlankTitle(kind, "Về việc")
    )


def opening(minutes: BlankMinutes) -> list[Part]:
    """Give the opening sentence as far as it is known."""
    known_post = _known_post(minutes)
    parts: list[Part] = ["Hôm nay, vào hồi", NUMBER, "giờ", NUMBER, "phút,"]
    if minutes.date:
        parts.append(f"{day_text(minutes.date)},")
    else:
        parts += ["ngày", NUMBER, "tháng", NUMBER, "năm", Blank(9, grows=True), ","]
    parts += [f"tại {minutes.venue}," if minutes.venue else "tại"]
    parts += [] if minutes.venue else [Blank(70, grows=True)]
    if minutes.handed_out:
        return [*parts, TEAM_COUNTS, *_failed_meeting(minutes.failed)]
    if minutes.hamlet_name:
        parts.append(sentences.hamlet(minutes.hamlet_kind, minutes.hamlet_name))
    else:
        parts += [minutes.hamlet_kind, Blank(40, grows=True)]
    if known_post:
        return [*parts, f"{MEETING} {known_post} bằng hình thức {VOTE_FORM_WORDS[minutes.vote]}."]
    return [*parts, MEETING.removesuffix(" bầu"), REST, Blank(140, grows=True), "."]


def _failed_meeting(meeting: FailedMeeting | None) -> list[Part]:
    if meeting is not None:
        return [sentences.failed_meeting(meeting)]
    counts: list[Part] = ["có", NUMBER, "đại diện trên", NUMBER, "hộ tham dự, không đủ để quyết định."]
    return ["Cuộc họp", *day_parts(None), *counts]


def _people(people: Sequence[Person], roles: Sequence[str]) -> Iterator[Block]:
    for number, role in enumerate(roles, 1):
        if number <= len(people):
            ending = f" - {role}" if role else ""
            yield count_line(plain(f"{number}. {sentences.member(people[number - 1])}{ending}"))
        else:
            yield pen_lines(f"{number}. Ông (bà)", REST, *([tied(role)] if role else []))


def counts(minutes: BlankMinutes) -> Iterator[Block]:
    """Yield a line for each count, the electorate as known."""
    words, held = words_for(minutes.electors, handed_out=minutes.handed_out), HELD[minutes.handed_out]
    total = minutes.electorate
    known = (
        [REST] if total is None else [f"{count_text(total)} ({in_words(total, for_no_tens=minutes.no_tens)})"]
    )
    yield pen_lines(f"- Tổng số {words.noun} của {minutes.hamlet_kind}:", *known, f"{tied(words.unit)}.")
    yield pen_lines(f"- Số {words.noun} {held.present}:", REST, f"{tied(words.unit)}.")
    if minutes.vote != "hands":
        yield pen_lines("- Số phiếu phát ra:", REST, f"phiếu; số phiếu {held.returned}:", REST, "phiếu.")
        yield pen_lines("- Số phiếu hợp lệ:", REST, "phiếu; số phiếu không hợp lệ:", REST, "phiếu.")
        yield pen_lines("- Lý do không hợp lệ:", REST)


def candidate_rows(minutes: BlankMinutes) -> list[Block]:
    """Set the table of candidates, names as known, figures for a pen."""
    words = words_for(minutes.electors, handed_out=minutes.handed_out)
    columns = candidate_columns(
        minutes.vote, words, minutes.hamlet_kind, minutes.electorate, handed_out=minutes.handed_out
    )
    known = [f"{candidate.title} {candidate.name}".strip() for candidate in minutes.candidates]
    names = known or [""] * _BLANK_ROWS
    rows = [[str(number), name, *[""] * (len(columns) - 2)] for number, name in enumerate(names, 1)]
    line = pen_lines(sentences.results_line(minutes.vote, handed_out=minutes.handed_out))
    return announced(line, ruled_table(columns, rows, row_height=_ROW_HEIGHT), len(rows))


def elected_lines(minutes: BlankMinutes) -> list[Block]:
    """Give lines for who is elected, under the clause."""
    words = words_for(minutes.electors, handed_out=minutes.handed_out)
    whole = f"tổng số {words.noun} của {minutes.hamlet_kind}"
    rule = f"{minutes.threshold} {whole}" if minutes.threshold else sentences.HIGHER_WINS
    return [
        pen_lines(f"Người trúng cử ({rule}):"),
        pen_lines(Blank(MEASURE), Blank(150, grows=True), ".", indent=0),
    ]


def _closing() -> Block:
    return pen_lines(
        "Biên bản lập xong hồi",
        NUMBER,
        "giờ",
        NUMBER,
        "phút cùng ngày, lập thành",
        NUMBER,
        "bản, đã đọc lại cho mọi người cùng nghe, nhất trí và ký tên dưới đây./.",
    )


def _signatures(minutes: BlankMinutes) -> Block:
    known: list[Name] = [member.name for member in minutes.committee]
    head, *members = known or [None] * len(_ROLES)
    return counting_signatures(
        witness_head=words_for(minutes.electors, handed_out=minutes.handed_out).witness_head,
        witnesses=[witness.name for witness in minutes.witnesses] or [None, None],
        head_role=minutes.committee[0].role if minutes.committee else _ROLES[0],
        head=head,
        members=members,
        signing=HELD[minutes.handed_out].signing,
    )
