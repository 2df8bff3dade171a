"""The table of candidates with votes and shares, alike in every paper that has one."""

from __future__ import annotations

from desktop.printing.counting.facts import CandidateVotes, CountingMinutes, VoteForm
from desktop.printing.hamlet_head.count.sentences import ElectorWords, words_for
from desktop.printing.setting.ruled_table import Column, RuledTable, ruled_table
from desktop.printing.setting.wording import count_text, counted
from desktop.rules.shares import percent_text


def candidate_results(minutes: CountingMinutes) -> RuledTable:
    """Set the table of what each candidate got, in ballot order.

    Source: paper.md §4.
    """
    words = words_for(minutes.electors, handed_out=minutes.handed_out)
    columns = candidate_columns(
        minutes.vote, words, minutes.hamlet_kind, minutes.electorate, handed_out=minutes.handed_out
    )
    rows = [_row(minutes, number, candidate) for number, candidate in enumerate(minutes.candidates, 1)]
    return ruled_table(columns, rows)


def candidate_columns(
    vote: VoteForm, words: ElectorWords, hamlet_kind: str, electorate: int | None, *, handed_out: bool = False
) -> list[Column]:
    """Give the columns of the table of candidates; the last names the base of the shares.

    Args:
        vote: whether against and abstaining were asked.
        words: how those who vote are named.
        hamlet_kind: the word for the unit.
        electorate: None where a pen will fill it in.
        handed_out: slips: form 04 has a column for those who agree alone.
    """
    base = f"tổng số {words.short}" if electorate is None else counted(electorate, words.noun)
    share = f"Tỷ lệ so với {base} của {hamlet_kind}"
    number = Column("STT", 13)
    name = "Họ và tên người ứng cử"
    if handed_out or vote == "strike":
        votes = Column("Số phiếu đồng ý" if handed_out else "Số phiếu bầu", 27)
        return [number, Column(name, 67, centred=False), votes, Column(share, 58)]
    if vote == "agree":
        columns = [Column("Số phiếu đồng ý", 23), Column("Số phiếu không đồng ý", 29)]
        return [number, Column(name, 50, centred=False), *columns, Column(f"{share} (đồng ý)", 50)]
    columns = [Column("Tán thành", 19), Column("Không tán thành", 21), Column("Không có ý kiến", 23)]
    return [number, Column(name, 45, centred=False), *columns, Column(f"{share} (tán thành)", 44)]


def _row(minutes: CountingMinutes, number: int, candidate: CandidateVotes) -> list[str]:
    votes = candidate.votes
    share = "" if votes is None or not minutes.electorate else f"{percent_text(votes, minutes.electorate)}%"
    asked: tuple[int | None, ...] = {
        "strike": (votes,),
        "agree": (votes, candidate.against),
        "hands": (votes, candidate.against, candidate.abstain),
    }["strike" if minutes.handed_out else minutes.vote]
    figures = ["-" if figure is None else count_text(figure) for figure in asked]
    return [str(number), f"{candidate.title} {candidate.name}".strip(), *figures, share or "-"]
