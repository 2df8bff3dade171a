"""The votes in the minutes of a congress: list, ballots, what each time came to, what was decided next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.printing.congress.day.minutes_facts import PostVote
from desktop.printing.congress.facts import Congress
from desktop.printing.congress.vote.facts import TimeHeld, VotesFor
from desktop.printing.congress.vote.tables import results_table, share_words, time_words
from desktop.printing.congress.wording import figure, with_bold
from desktop.printing.party.letter_text import close_text
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.leaders import NUMBER, REST, Part
from desktop.printing.setting.running_text import running_text
from desktop.printing.setting.wording import count_text, counted, tied

_COMMITTEE = "Chi ủy"
_POSTS = ("Bí thư", "Phó bí thư")


def blank_votes(congress: Congress) -> tuple[PostVote, ...]:
    """Give the votes that a congress holds, for a pen."""
    committee = (PostVote(post=_COMMITTEE),) if congress.elects_committee else ()
    return (*committee, *(PostVote(post=post, ballot="agree") for post in _POSTS))


def vote_blocks(vote: PostVote, number: int, base: int | None) -> Iterator[Block]:
    """Set one vote under its number: a table of several who stood, a sentence of one.

    Args:
        vote: what was voted.
        number: of the point.
        base: of the congress, where the vote has none of its own.

    Source: paper-t2.md §9, 16.
    """
    whole = vote.base or base
    own = [f"Căn cứ tính kết quả {tied(f'{count_text(vote.base)} đảng viên')}."] if vote.base else []
    times = vote.times or (TimeHeld(),)
    for row, held in enumerate(times, 1):
        head: list[Part] = [*_listed(vote), *own] if row == 1 else []
        if len(times) > 1:
            head.append(f"Bầu {time_words(row)}.")
        lead = f"{number}. {_titled(vote)}." if row == 1 else ""
        yield from _time(vote, held, head, lead, held.base or whole)


def _titled(vote: PostVote) -> str:
    return f"{vote.post} dự {vote.higher.name}" if vote.higher else vote.post


def _listed(vote: PostVote) -> list[Part]:
    if vote.listed == 1 or (vote.listed is None and vote.post in _POSTS):
        return [tied("Danh sách 01"), "đồng chí."] if vote.listed else ["Danh sách", NUMBER, "đồng chí."]
    listed = [tied(f"{count_text(vote.listed)} đồng chí")] if vote.listed else [NUMBER, "đồng chí"]
    origin: list[Part] = [f"({vote.origin})"] if vote.origin else []
    if not vote.listed:
        origin = ["(", REST, ")"]
    return ["Số lượng", *figure(vote.seats, "đồng chí"), ", danh sách", *listed, *origin, "."]


def _time(
    vote: PostVote, held: TimeHeld, head: Sequence[Part], lead: str, base: int | None
) -> Iterator[Block]:
    decided: list[Part] = [held.decision] if held.decision else []
    if held.is_void:
        said = ["nhiều hơn số phiếu phát ra, lần bầu không có giá trị."]
        ballots = ["Phát ra", *figure(held.issued), ", thu về", *figure(held.returned, "phiếu,")]
        yield running_text(*head, *ballots, *said, *decided, lead=lead, style=close_text)
        return
    if not held.votes and vote.post in _POSTS:
        yield _blank_single(head, held, lead)
        return
    if len(held.votes) == 1:
        (one,) = held.votes
        won = held.elected == (one.name,)
        block = running_text(
            *head,
            *_ballots(held),
            "Đồng chí",
            tied(one.name),
            f"được {_votes(one, ' đồng ý')}{share_words(one.votes or 0, base)},",
            f"{'trúng cử' if won else 'không trúng cử'}.",
            *decided,
            lead=lead,
            style=close_text,
        )
        yield with_bold(block, tied(one.name), after="Đồng chí ") if won else block
        return
    line = running_text(*head, *_ballots(held), "Kết quả:", lead=lead, style=close_text)
    yield together(line, results_table(held, vote.ballot, (), base))
    yield running_text(*_outcome(held, base), *decided, style=close_text)


def _blank_single(head: Sequence[Part], held: TimeHeld, lead: str) -> Block:
    return running_text(
        *head,
        *_ballots(held),
        "Đồng chí",
        REST,
        "được",
        NUMBER,
        "phiếu đồng ý, bằng",
        NUMBER,
        "% của",
        NUMBER,
        ", trúng cử (không trúng cử).",
        lead=lead,
        style=close_text,
    )


def _ballots(held: TimeHeld) -> list[Part]:
    if held.invalid == 0 and held.issued is not None and held.issued == held.returned == held.valid:
        return ["Phát ra, thu về, hợp lệ đều", *figure(held.valid, "phiếu.")]
    counts: list[Part] = ["Phát ra", *figure(held.issued), ", thu về", *figure(held.returned), ", hợp lệ"]
    counts += [*figure(held.valid), ", không hợp lệ"]
    if held.invalid is None:
        return [*counts, NUMBER, "phiếu."]
    reasons = f" ({held.invalid_reasons})" if held.invalid_reasons and held.invalid else ""
    return [*counts, f"{counted(held.invalid, 'phiếu')}{reasons}."]


def _outcome(held: TimeHeld, base: int | None) -> list[Part]:
    if not held.votes:
        return ["Trúng cử:", REST, ". Không trúng cử:", REST, "."]
    said: list[Part] = [f"Trúng cử: {_named(held, held.elected)}." if held.elected else "Không ai trúng cử."]
    if held.alternates:
        said.append(f"Dự khuyết: {_named(held, held.alternates)}.")
    if held.tied:
        *first, last = map(tied, held.tied.names)
        votes = counted(held.tied.votes, "phiếu")
        said.append(f"Các đồng chí {', '.join(first)} và {last} cùng được {votes}, bằng nhau ở vị trí cuối.")
    told = {*held.elected, *held.alternates, *(held.tied.names if held.tied else ())}
    lost = [one for one in held.votes if one.name not in told]
    if len(lost) == 1:
        share = share_words(lost[0].votes or 0, base)
        said.append(f"Đồng chí {tied(lost[0].name)} được {_votes(lost[0], '')}{share}, không trúng cử.")
    elif lost and told:
        said.append(f"Không trúng cử: {_named(held, [one.name for one in lost])}.")
    return said


def _votes(one: VotesFor, agreed: str) -> str:
    return f"{tied(f'{count_text(one.votes or 0)} phiếu')}{agreed}"


def _named(held: TimeHeld, names: Sequence[str]) -> str:
    return ", ".join(f"{tied(name)} ({count_text(held.got(name).votes or 0)})" for name in names)
