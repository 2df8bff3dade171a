"""Counting minutes of one vote of a congress, run-offs and further times included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress, HigherCongress
from desktop.printing.congress.vote.facts import BallotKind, Deducted, TiedAtLast, TimeHeld
from desktop.printing.congress.vote.tables import (
    base_of,
    base_table,
    elected_table,
    results_table,
    share_words,
    time_words,
)
from desktop.printing.congress.wording import closing_mark, figure, of_branch, so_many_comrades
from desktop.printing.counting.facts import Explanation
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import minutes_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.digest_band import CountDigest
from desktop.printing.setting.leaders import NUMBER, REST, Blank, Part, pen_lines
from desktop.printing.setting.paragraphs import PAGES, bold, plain
from desktop.printing.setting.ruled_table import announced
from desktop.printing.setting.running_text import day_parts, hour_parts, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, counted, tied
from desktop.vietnamese.numerals import in_words

_FREE = 24.5
_BLANK_SEATS = 5
_PERSON = Blank(60, grows=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingMinutes:
    """What the counting committee found; a count that is None is left for a pen.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        post: what is voted on, such as ``Chi ủy`` or ``Bí thư``.
        elected_as: what somebody elected becomes, such as ``Chi ủy viên``; the post itself where left out.
        ballot: whether names are struck out, or each is agreed to or not.
        opening: when the count began.
        rules: that it follows, with their decision and its day.
        higher: that delegates are sent to; None for every other post.
        seats: that the congress decided to fill; of delegates those that were given.
        alternates: how many delegates stand in for others, where any do.
        candidates: names on the list, in its order.
        head, members: of the counting committee.
        convened: official members, before any deduction.
        deductions: what is taken off the base.
        present: official members at the vote.
        left: of those who weigh on the base and aren't present, how many came and went before the vote.
        needed: the smallest number that elects.
        times: each time at which the vote was held.
        explanations: of figures that contradict each other.
        copies: how many originals.
        closing: when the result was read to the congress.
        presidium: who signs for it.
        digest: of the finalised count of each time.

    Raises:
        ValueError: more are taken off, or present, than there are.

    Source: congress.md §6, 15; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    post: str | None = None
    elected_as: str | None = None
    ballot: BallotKind = "strike"
    opening: dt.time | None = None
    rules: str | None = None
    higher: HigherCongress | None = None
    seats: int | None = None
    alternates: int | None = None
    candidates: tuple[str, ...] = ()
    head: str | None = None
    members: tuple[str, ...] = ()
    convened: int | None = None
    deductions: tuple[Deducted, ...] = ()
    present: int | None = None
    left: int | None = None
    needed: int | None = None
    times: tuple[TimeHeld, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    copies: int | None = None
    closing: dt.time | None = None
    presidium: str | None = None
    digest: CountDigest | None = None

    def __post_init__(self) -> None:
        base = self.base
        if base is not None and (base < 0 or (self.present or 0) + (self.left or 0) > base):
            raise ValueError("no more are present, or taken off, than were convened")

    @property
    def base(self) -> int | None:
        """Official members convened, less the deductions; None while a figure isn't known."""
        return base_of(self.convened, self.deductions)

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines

    @property
    def voted_on(self) -> str:
        """The post with its branch and term."""
        return of_branch(self.post, self.congress, self.higher)


def draw(minutes: CountingMinutes, *, training: bool) -> bytes:
    """Print the minutes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``, ``paper.qr``.
    """
    return letter_pages(compose(minutes), training=training)


def compose(minutes: CountingMinutes) -> TextPaper:
    """Put the paper together, as it is read, with the digest of each finalised count on every page."""
    title = f"Biên bản kiểm phiếu bầu {minutes.voted_on}"
    return text_paper(minutes, title, _story(minutes), digest=minutes.digest, likely=2)


def _story(minutes: CountingMinutes) -> Iterator[Block]:
    yield letter_heading(minutes.issuer_lines, minutes.dated, blanks=CONGRESS_BLANKS)
    yield letter_title("BIÊN BẢN KIỂM PHIẾU", f"Bầu {minutes.voted_on}")
    yield running_text(
        "Hồi",
        *hour_parts(minutes.opening),
        ",",
        *day_parts(minutes.congress.held_on),
        ", Ban kiểm phiếu do Đại hội bầu tiến hành kiểm phiếu bầu",
        known(minutes.post),
        ", theo",
        known(minutes.rules),
        ".",
        style=minutes_text,
    )
    yield running_text(*_list(minutes), lead="1.", style=minutes_text)
    yield running_text(*_committee(minutes), lead="2.", style=minutes_text)
    yield together(
        running_text(*_attendance(minutes), lead="3.", style=minutes_text),
        base_table(minutes.convened, minutes.deductions, minutes.needed),
    )
    times = minutes.times or (TimeHeld(),)
    for number, held in enumerate(times, 1):
        yield from _held(minutes, number, held, several=len(times) > 1)
    yield from _final(minutes, 4 + len(times))
    for explanation in minutes.explanations:
        said = f"Giải trình số liệu (mã {explanation.code}): {explanation.text}"
        signed = pen_lines(f"Người giải trình: {explanation.by} (ký)", REST, after=2)
        yield together(minutes_text(plain(said)), signed)
    yield together(running_text(*_closing(minutes), style=minutes_text), _signatures(minutes))


def _list(minutes: CountingMinutes) -> list[Part]:
    names = minutes.candidates
    seats: list[Part] = ["Số lượng bầu:", *figure(minutes.seats, "đồng chí")]
    if minutes.alternates:
        seats += [f", dự khuyết {so_many_comrades(minutes.alternates)}"]
    seats.append(".")
    if not names:
        return [*seats, "Danh sách", NUMBER, "đồng chí, xếp theo vần A, B, C:", REST, "."]
    order = ", xếp theo vần A, B, C" if len(names) > 1 else ""
    return [*seats, f"Danh sách {so_many_comrades(len(names))}{order}: {', '.join(map(tied, names))}."]


def _committee(minutes: CountingMinutes) -> list[Part]:
    if minutes.head is None:
        return ["Ban kiểm phiếu gồm", NUMBER, "đồng chí:", _PERSON, ", Trưởng ban;", _PERSON, ", ủy viên."]
    *first, last = map(tied, minutes.members or ("",))
    members = f"; {', '.join(first)} và {last}" if first else f"; {last}" if last else ""
    told = f"{tied(minutes.head)}, Trưởng ban{members}{', ủy viên' if members else ''}."
    return [f"Ban kiểm phiếu gồm {so_many_comrades(1 + len(minutes.members))}: {told}"]


def _attendance(minutes: CountingMinutes) -> list[Part]:
    said = "Đảng viên chính thức có mặt khi bầu:"
    convened, present, base = minutes.convened, minutes.present, minutes.base
    if convened is None or present is None:
        return [
            said,
            *figure(present),
            "; vắng mặt:",
            NUMBER,
            ", trong đó",
            NUMBER,
            "vẫn tính vào căn cứ.",
        ]
    counting = (base - present) if base is not None else 0
    left = minutes.left or 0
    kinds = [(counting - left, "vắng không có lý do"), (left, "về trước khi bầu")]
    told = " và ".join(f"{count_text(members)} {kind}" for members, kind in kinds if members > 0)
    away = f"{count_text(convened - present)}{f', trong đó {told}, vẫn tính vào căn cứ' if told else ''}."
    return [f"{said} {count_text(present)}; vắng mặt: {away}"]


def _held(minutes: CountingMinutes, number: int, held: TimeHeld, *, several: bool) -> Iterator[Block]:
    base = held.base or minutes.base
    head = f"Bầu {time_words(number)}." if several else "Kết quả kiểm phiếu."
    line = running_text(
        *(_again(minutes, held, base) if number > 1 else ()),
        *_ballots(held, first=number == 1),
        lead=f"{3 + number}. {head}",
        style=minutes_text,
    )
    if held.is_void:
        yield line
        void = "Số phiếu thu về nhiều hơn số phiếu phát ra, lần bầu này không có giá trị."
        yield together(minutes_text(plain(" ".join(filter(None, (void, held.decision))))))
        return
    names = minutes.candidates if number == 1 else ()
    table = results_table(held, minutes.ballot, names, base)
    if not held.votes:
        # A pen writes from row to row: the rows stay on one page.
        yield together(line, table)
        yield running_text(
            "Có", NUMBER, "đồng chí trúng cử, xếp từ cao xuống thấp:", REST, ".", style=minutes_text
        )
        return
    yield from announced(line, table, len(table.rows))
    yield together(minutes_text(_outcome(minutes, held, base)))
    if held.tied:
        yield together(minutes_text(plain(_tie(held, held.tied, minutes.seats, base))))
    if held.decision:
        yield together(minutes_text(plain(held.decision)))


def _again(minutes: CountingMinutes, held: TimeHeld, base: int | None) -> list[Part]:
    same = "vẫn là" if base == minutes.base else "là"
    return [
        "Hồi",
        *hour_parts(held.opening),
        ", có mặt",
        *figure(held.present),
        f"đảng viên chính thức; căn cứ tính tỷ lệ {same}",
        *figure(base),
        ".",
    ]


def _ballots(held: TimeHeld, *, first: bool) -> list[Part]:
    parts: list[Part] = ["Phát ra", *_ballot_count(held.issued), ", thu về", *_ballot_count(held.returned)]
    if held.is_void:
        return [*parts, "."]
    parts += ["; hợp lệ", *figure(held.valid), ", không hợp lệ", *_ballot_count(held.invalid)]
    if held.invalid is None:
        return [*parts, "(", REST, ").", "Kết quả theo thứ tự trên phiếu:"]
    reasons = f" ({held.invalid_reasons})" if held.invalid_reasons and held.invalid else ""
    parts[-1] = f"{parts[-1]}{reasons}."
    return [*parts, "Kết quả theo thứ tự trên phiếu:" if first else "Kết quả:"]


def _ballot_count(number: int | None) -> list[Part]:
    return [NUMBER, "phiếu"] if number is None else [counted(number, "phiếu")]


def _outcome(minutes: CountingMinutes, held: TimeHeld, base: int | None) -> str:
    """Name who is elected; several in one row, most votes first."""
    agreed = "phiếu" if minutes.ballot == "strike" else "phiếu đồng ý"
    if not held.elected:
        return plain("Không có đồng chí nào trúng cử.")
    if held.alternates:
        return plain(
            f"Trúng cử {minutes.elected_as or minutes.post or ''} chính thức: {_listed(held, held.elected)}; "
            f"dự khuyết: {_listed(held, held.alternates)}."
        )
    if len(held.elected) == 1:
        (name,) = held.elected
        votes = held.got(name).votes or 0
        by = ", cao hơn" if held.run_off else share_words(votes, base)
        elected_as = minutes.elected_as or minutes.post or ""
        won = f" được {counted(votes, agreed)}{by}, trúng cử {elected_as}"
        return f"{plain('Đồng chí ')}{bold(tied(name))}{plain(f'{won.rstrip()}.')}"
    listed = _listed(held, held.elected)
    return plain(f"Có {so_many_comrades(len(held.elected))} trúng cử, xếp từ cao xuống thấp: {listed}.")


def _listed(held: TimeHeld, names: Sequence[str]) -> str:
    return ", ".join(tied(f"{name} ({held.got(name).votes})") for name in names)


def _tie(held: TimeHeld, tie: TiedAtLast, seats: int | None, base: int | None) -> str:
    *first, last = map(tied, tie.names)
    number = in_words(len(tie.names))
    equal = (
        f"{number.capitalize()} đồng chí {', '.join(first)} và {last} cùng được "
        f"{counted(tie.votes, 'phiếu')}{share_words(tie.votes, base)}, bằng phiếu nhau"
    )
    if held.run_off:
        return f"{equal}. Theo {tie.clause}, có bầu tiếp hay không do Đại hội quyết định."
    wanted = f" là {count_text(seats)}" if seats is not None else ""
    return (
        f"{equal} ở vị trí cuối, vượt số lượng cần bầu{wanted}. Theo {tie.clause}, Đại hội bầu lại giữa "
        f"{number} đồng chí để lấy {so_many_comrades(tie.seats)}; người có số phiếu cao hơn trúng cử, "
        "không cần quá một nửa."
    )


def _final(minutes: CountingMinutes, number: int) -> Iterator[Block]:
    """List who is elected; the only one of a post, or of a time, is named already."""
    elected = sum(len(held.elected) + len(held.alternates) for held in minutes.times)
    if minutes.times and (not elected or minutes.seats == 1 or (elected == 1 and len(minutes.times) == 1)):
        return
    line = running_text(
        f"Danh sách trúng cử {minutes.voted_on}:",
        lead=f"{number}.",
        style=minutes_text,
    )
    blank_rows = 0 if minutes.times else minutes.seats or _BLANK_SEATS
    # The list is read out: it is not parted while a page holds it.
    yield together(line, elected_table(minutes.times, minutes.base, blank_rows))


def _closing(minutes: CountingMinutes) -> list[Part]:
    copies = figure(minutes.copies)
    pages: list[Part] = [f"Biên bản gồm {PAGES} trang, lập thành"]
    if minutes.copies is None or minutes.closing is None:
        pages = ["Biên bản gồm", NUMBER, "trang, lập thành"]
    read_out = ["bản, đã công bố trước Đại hội hồi", *hour_parts(minutes.closing)]
    return [*pages, *copies, *read_out, f"cùng ngày{closing_mark(minutes.dated)}"]


def _signatures(minutes: CountingMinutes) -> Block:
    presidium = PartySigning(authority=minutes.congress.chair_signs, name=minutes.presidium)
    committee = PartySigning(authority="T/M BAN KIỂM PHIẾU", post="TRƯỞNG BAN", name=minutes.head)
    return party_signatures([presidium, committee], free=_FREE)
