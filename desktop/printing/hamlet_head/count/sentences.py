"""The sentences of counting minutes, as markup for paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from desktop.printing.counting.facts import (
    CandidateVotes,
    CommitteeMember,
    CountingMinutes,
    Electors,
    FailedMeeting,
    Threshold,
    VoteForm,
)
from desktop.printing.setting.paragraphs import PAGES, bold, plain
from desktop.printing.setting.people import Person
from desktop.printing.setting.wording import NO_BREAK, count_text, counted, day_text, hour_text, tied
from desktop.rules.shares import partition_percents, percent_text
from desktop.vietnamese.numerals import in_words


@dataclass(frozen=True, slots=True)
class ElectorWords:
    """How those who vote are named: in full, in a narrow column, as a unit, over the witnesses."""

    noun: str
    short: str
    unit: str
    witnesses: str
    witness_head: tuple[str, str]


ELECTOR_WORDS: dict[Electors, ElectorWords] = {
    "households": ElectorWords(
        "đại diện hộ gia đình",
        "đại diện hộ",
        "đại diện",
        "Đại diện hộ gia đình chứng kiến việc kiểm phiếu gồm:",
        ("ĐẠI DIỆN HỘ GIA ĐÌNH", "CHỨNG KIẾN"),
    ),
    "voters": ElectorWords(
        "cử tri",
        "cử tri",
        "cử tri",
        "Cử tri chứng kiến việc kiểm phiếu gồm:",
        ("ĐẠI DIỆN CỬ TRI", "CHỨNG KIẾN"),
    ),
}

VOTE_FORM_WORDS: dict[VoteForm, str] = {
    "strike": "bỏ phiếu kín",
    "agree": "bỏ phiếu kín",
    "hands": "biểu quyết giơ tay",
}


_REACHED = ElectorWords(
    "hộ gia đình",
    "hộ gia đình",
    "hộ",
    ELECTOR_WORDS["households"].witnesses,
    ELECTOR_WORDS["households"].witness_head,
)


@dataclass(frozen=True, slots=True)
class HeldWords:
    """What a vote is called on its minutes: who takes part, its ballots that came back, who counts and signs.

    Attributes:
        subject: before the post, in the title.
        present: of those who took part.
        returned: of ballots.
        committee: over the names of those who count.
        signing: for whom their head signs, over the members.
    """

    subject: str
    present: str
    returned: str
    committee: str
    signing: tuple[str, str]


HELD: dict[bool, HeldWords] = {
    False: HeldWords(
        "Về việc bầu",
        "tham dự cuộc họp",
        "thu vào",
        "Ban kiểm phiếu gồm các ông (bà) có tên sau:",
        ("TM. BAN KIỂM PHIẾU", "CÁC THÀNH VIÊN BAN KIỂM PHIẾU"),
    ),
    True: HeldWords(
        # Tied, so that a title of two lines is broken before it.
        f"Về việc phát phiếu lấy ý kiến của hộ gia đình {tied('về bầu')}",
        "đã nhận phiếu",
        "thu về",
        "Tổ phát phiếu lấy ý kiến gồm:",
        ("TM. TỔ PHÁT PHIẾU", "CÁC THÀNH VIÊN TỔ PHÁT PHIẾU"),
    ),
}
"""By whether slips were handed out. Source: rules.md §2 (households are reached, not present)."""

OTHER_OPINIONS = "- Ý kiến khác:"
TEAM_COUNTS = "Tổ phát phiếu lấy ý kiến tiến hành kiểm phiếu."

MEETING = "tổ chức cuộc họp của cộng đồng dân cư về việc bầu"

HIGHER_WINS = "bầu tiếp giữa những người bằng phiếu, người được nhiều phiếu hơn trúng cử"
"""The rule of a run-off that knows no threshold. Source: commands.md (``run_off``)."""

VOTE_UNITS: dict[VoteForm, str] = {"strike": "phiếu", "agree": "phiếu đồng ý", "hands": "người tán thành"}


def words_for(electors: Electors, *, handed_out: bool) -> ElectorWords:
    """Name those who vote: representatives at a meeting, households where slips came to them."""
    return _REACHED if handed_out else ELECTOR_WORDS[electors]


def opening(minutes: CountingMinutes) -> str:
    """Say when, where and what was voted on."""
    when = f"Hôm nay, vào hồi {hour_text(minutes.opening)}, {day_text(minutes.date)}, tại {minutes.venue}, "
    if minutes.handed_out:
        meeting = f" {failed_meeting(minutes.failed)}" if minutes.failed else ""
        return plain(f"{when}{TEAM_COUNTS}{meeting}")
    return plain(
        f"{when}{hamlet(minutes.hamlet_kind, minutes.hamlet_name)} {MEETING} "
        f"{post(minutes.post, minutes.hamlet_name, minutes.term)} bằng hình thức "
        f"{VOTE_FORM_WORDS[minutes.vote]}."
    )


def failed_meeting(meeting: FailedMeeting) -> str:
    """Say that too few attended the meeting before the slips, with their share of the households."""
    share = percent_text(meeting.present, meeting.electorate)
    return (
        f"Cuộc họp {day_text(meeting.date)} có {counted(meeting.present, 'đại diện')} trên "
        f"{counted(meeting.electorate, 'hộ')} tham dự, bằng {share}%, không đủ để quyết định."
    )


def results_line(vote: VoteForm, *, handed_out: bool) -> str:
    """Announce the table of what each candidate got."""
    word = "Kết quả biểu quyết" if vote == "hands" else "Số phiếu bầu"
    return f"- {'Số phiếu đồng ý' if handed_out else word} cho từng người:"


def counts(minutes: CountingMinutes) -> Iterator[str]:
    """Say each count that was made, with the share of its named base."""
    words = words_for(minutes.electors, handed_out=minutes.handed_out)
    total = minutes.electorate
    in_figures_and_words = f"{count_text(total)} ({in_words(total, for_no_tens=minutes.no_tens)})"
    yield plain(f"- Tổng số {words.noun} của {minutes.hamlet_kind}: {in_figures_and_words} {words.unit}.")
    share = share_of(minutes.present, total, words.noun)
    held = HELD[minutes.handed_out]
    left = minutes.electorate - minutes.present
    unreached = f"; {counted(left, words.unit)} không phát được" if minutes.handed_out and left > 0 else ""
    present = f"- Số {words.noun} {held.present}"
    yield plain(f"{present}: {counted(minutes.present, words.unit)}{share}{unreached}.")
    if minutes.issued is not None:
        yield plain(f"- Số phiếu phát ra: {counted(minutes.issued, 'phiếu')}{_stock(minutes)}.")
    if minutes.returned is not None:
        share = share_of(minutes.returned, minutes.issued, "phiếu phát ra")
        yield plain(f"- Số phiếu {held.returned}: {counted(minutes.returned, 'phiếu')}{share}.")
    valid_share, invalid_share = _returned_shares(minutes)
    if minutes.valid is not None:
        yield plain(f"- Số phiếu hợp lệ: {counted(minutes.valid, 'phiếu')}{valid_share}.")
    if minutes.invalid is not None:
        reasons = f"; lý do: {minutes.invalid_reasons}" if minutes.invalid_reasons else ""
        yield plain(f"- Số phiếu không hợp lệ: {counted(minutes.invalid, 'phiếu')}{invalid_share}{reasons}.")


def decision(minutes: CountingMinutes) -> str:
    """Say who is elected by which clause, or why nobody is."""
    words = words_for(minutes.electors, handed_out=minutes.handed_out)
    threshold = minutes.outcome.threshold
    whole = f"tổng số {words.noun} của {minutes.hamlet_kind}"
    if minutes.outcome.kind == "no_quorum" and threshold:
        return plain(
            f"Số {words.noun} {HELD[False].present} là {counted(minutes.present, words.unit)}, không đạt "
            f"mức quy định ({_needed(threshold, words.unit, whole)}); cuộc họp không đủ điều kiện để bầu cử, "
            "phải tổ chức lại theo quy định."
        )
    rule = "tỷ lệ biểu quyết" if minutes.vote == "hands" else "số phiếu"
    cited = threshold.article if threshold and minutes.handed_out else ""
    needed = _needed(threshold, VOTE_UNITS[minutes.vote], whole) if threshold else HIGHER_WINS
    basis = plain(f"Căn cứ {cited or f'quy định về {rule} trúng cử'} ({needed}), ")
    by_name = {candidate.name: candidate for candidate in minutes.candidates}
    elected = [by_name[name] for name in minutes.outcome.elected]
    if minutes.outcome.tied:
        level = " và ".join(_winner(minutes, by_name[name]) for name in minutes.outcome.tied)
        following = (
            "bầu tiếp giữa những người này theo quy định."
            if minutes.outcome.kind == "run_off"
            else "chưa xác định được người trúng cử, việc bầu lại thực hiện theo quy định."
        )
        return f"{basis}{level}, bằng nhau; {plain(following)}"
    won = f"{post(minutes.post, minutes.hamlet_name, minutes.term)}"
    if not elected:
        return basis + plain(
            "không có người nào đủ điều kiện trúng cử; việc bầu lại thực hiện theo quy định."
        )
    if len(elected) == 1:
        sentence = f"{_winner(minutes, elected[0])}, là người trúng cử {plain(won)}"
    else:
        sentence = f"những người sau trúng cử {plain(won)}: " + "; ".join(
            _winner(minutes, candidate) for candidate in elected
        )
    if minutes.outcome.kind == "elected":
        return f"{basis}{sentence}."
    left = counted(minutes.outcome.seats_left, "người")
    return f"{basis}{sentence}; còn thiếu {left}, việc bầu tiếp thực hiện theo quy định."


def meeting_decision(minutes: CountingMinutes) -> str:
    """Say what the meeting decided; who is elected by ballots with the birth, the clause being on form 02.

    Source: Decree 59/2023/NĐ-CP, form 03; Law 10/2022/QH15 art. 20.2.
    """
    elected = minutes.outcome.elected
    if minutes.outcome.kind != "elected" or len(elected) != 1 or minutes.vote == "hands":
        return decision(minutes)
    winner = next(candidate for candidate in minutes.candidates if candidate.name == elected[0])
    won = f"trúng cử {post(minutes.post, minutes.hamlet_name, minutes.term)}."
    title = f"{winner.title}{NO_BREAK}" if winner.title else ""
    born = f", sinh năm {winner.birth_year}" if winner.birth_year else ""
    return f"{plain(title)}{bold(tied(winner.name))}{plain(f'{born}, {_won_by(minutes, winner)}, {won}')}"


def replacement(minutes: CountingMinutes) -> str | None:
    """Say which earlier minutes these replace, and why."""
    if minutes.replacement is None:
        return None
    return plain(
        f"Biên bản này (bản lập lần {count_text(minutes.replacement.revision)}) thay thế "
        f"{minutes.replacement.paper}; lý do: {minutes.replacement.reason}."
    )


def closing(minutes: CountingMinutes) -> str:
    """Say when the minutes were finished, on how many pages and in how many originals."""
    next_day = minutes.closing < minutes.opening
    day = day_text(minutes.date + timedelta(days=1)) if next_day else "cùng ngày"
    return plain(
        f"Biên bản lập xong hồi {hour_text(minutes.closing)} {day}, gồm {PAGES}{NO_BREAK}trang, "
        f"lập thành {counted(minutes.copies, 'bản')} như nhau; đã đọc lại cho mọi người cùng nghe, nhất trí "
        "và ký tên dưới đây./."
    )


def person(who: Person) -> str:
    """Name somebody with the title, the name unparted."""
    return tied(f"{who.title} {who.name}".strip())


def member(who: Person) -> str:
    """Name somebody with the title and, of who counts, the post: ``Bà Lỷ Thị Sen, Chi hội trưởng …``."""
    post = who.post if isinstance(who, CommitteeMember) else ""
    return f"{person(who)}, {post}" if post else person(who)


def hamlet(kind: str, name: str) -> str:
    """Name the hamlet, the words of its name unparted."""
    return f"{kind} {tied(name)}"


def post(post_words: str, name: str, term: str) -> str:
    """Name the post of that hamlet and the term."""
    return f"{post_words} {tied(name)}, nhiệm kỳ {tied(term)}"


def share_of(part: int, base: int | None, base_words: str) -> str:
    """Say a share with its base, or nothing where there is no base: ``, bằng 93,10% của 87 …``."""
    return f", bằng {percent_text(part, base)}% của {counted(base, base_words)}" if base else ""


def than(threshold: Threshold) -> str:
    """Say the comparison and the fraction: ``nhiều hơn 1/2``."""
    comparison = "nhiều hơn" if threshold.comparison == "more_than" else "ít nhất"
    return f"{comparison} {threshold.fraction}"


def _needed(threshold: Threshold, unit: str, whole: str) -> str:
    needed = counted(threshold.needed, unit)
    return f"{than(threshold)} {whole}, tức là từ {needed} trở lên trên {count_text(threshold.base)}"


def _winner(minutes: CountingMinutes, candidate: CandidateVotes) -> str:
    title = f"{candidate.title.lower()}{NO_BREAK}" if candidate.title else ""
    # Form 04 sets the name alone in bold.
    named = (
        f"{plain(title)}{bold(tied(candidate.name))}"
        if minutes.handed_out
        else bold(f"{title}{tied(candidate.name)}")
    )
    born = f", sinh năm {candidate.birth_year}," if candidate.birth_year and minutes.vote == "hands" else ""
    return f"{named}{plain(f'{born} {_won_by(minutes, candidate)}')}"


def _won_by(minutes: CountingMinutes, candidate: CandidateVotes) -> str:
    words = words_for(minutes.electors, handed_out=minutes.handed_out)
    votes = candidate.votes or 0
    share = share_of(votes, minutes.electorate, words.noun)
    return f"được {counted(votes, VOTE_UNITS[minutes.vote])}{share}"


def _stock(minutes: CountingMinutes) -> str:
    kinds = (
        ("đã in", minutes.printed),
        ("còn lại không dùng", minutes.unused),
        ("đổi do hỏng", minutes.replaced),
    )
    facts = [f"{name}: {count_text(number)}" for name, number in kinds if number is not None]
    return f" ({'; '.join(facts)})" if facts else ""


def _returned_shares(minutes: CountingMinutes) -> tuple[str, str]:
    valid, invalid, returned = minutes.valid or 0, minutes.invalid or 0, minutes.returned
    base_words = f"phiếu {HELD[minutes.handed_out].returned}"
    counted_both = minutes.valid is not None and minutes.invalid is not None
    if returned and counted_both and valid + invalid == returned:
        valid_percent, invalid_percent = partition_percents([valid, invalid])
        base = counted(returned, base_words)
        return f", bằng {valid_percent}% của {base}", f", bằng {invalid_percent}% của {base}"
    # Parts that don't make up the whole are an explained contradiction: each share stands for itself.
    return share_of(valid, returned, base_words), share_of(invalid, returned, base_words)
