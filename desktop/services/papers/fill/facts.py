"""What papers take from the store: each fact with its value, or what is lacking and where to enter it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.counting import Count
from desktop.models.elections import Ballot, Election, OfficialRole, Round
from desktop.models.papers import Paper, PaperRole
from desktop.models.results import DecisionResult
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.stock import stock_of, stocks_of
from desktop.services.elections.ballot_choices import reserve_for
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, state_of
from desktop.services.elections.officials import missing_officials
from desktop.services.results.decisions import decision_made

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that papers print.

    Attributes:
        words: what it is called.
        value: as a clerk reads it; None where the store doesn't hold it.
        lacking: what is said then.
        step: the step of the election where it is entered, or ``plan`` for the plan of its meeting.
        field: of that plan.
    """

    words: str
    value: str | None
    lacking: str
    step: str
    field: str = ""


def paper_facts(session: Session, vote: Round, statute: Statute) -> dict[str, Fact]:
    """Return every fact that a paper of the round may take under its statute, by its key."""
    return {
        **_plan(vote),
        **_roll(session, vote.election),
        **_people(statute, vote),
        **_ballots(session, vote),
        **_result(session, vote),
    }


def _plan(vote: Round) -> dict[str, Fact]:
    opening, number = vote.opening, vote.election.campaign.plan_number
    return {
        "day": Fact("Ngày bầu", f"{day_of(vote):%d/%m/%Y}", "", "plan"),
        "hour": Fact(
            "Giờ họp", f"{opening:%H:%M}" if opening else None, "Chưa có giờ họp", "plan", "opening"
        ),
        "venue": Fact("Nơi họp", vote.election.venue or None, "Chưa có nơi họp", "plan", "venue"),
        "plan": Fact("Quyết định, kế hoạch", number, "Chưa ghi số kế hoạch", "plan", "plan_number"),
    }


def _roll(session: Session, election: Election) -> dict[str, Fact]:
    electorate = electorate_of(session, election)
    listed, frozen = electorate.size, electorate.frozen
    word = "Đại diện hộ"
    return {
        "households": Fact(word, str(listed) if listed else None, "Thôn chưa có hộ nào", "roll"),
        "roll": Fact(word, None if frozen is None else str(frozen), "Danh sách hộ chưa khóa", "ballots"),
    }


def _people(statute: Statute, vote: Round) -> dict[str, Fact]:
    election = vote.election
    lacks = {lack.part for lack in missing_officials(statute, election)}
    roles = [official.role for official in election.officials]
    team = [role for role in roles if role in (OfficialRole.TEAM_HEAD, OfficialRole.TEAM_MEMBER)]
    counting = [role for role in roles if role in (OfficialRole.COUNTING_HEAD, OfficialRole.COUNTING_MEMBER)]
    head = next((o.name for o in election.officials if o.role is OfficialRole.TEAM_HEAD), None)
    listed = len(vote.candidacies)
    witnesses = roles.count(OfficialRole.WITNESS)
    whole = counting and not lacks & {"counting_head", "counting"}
    return {
        "candidates": Fact(
            "Người ứng cử", str(listed) if listed else None, "Chưa có người ứng cử", "candidates"
        ),
        "team_head": Fact("Tổ trưởng Tổ bầu cử", head, "Chưa có tổ trưởng Tổ bầu cử", "candidates"),
        "team": Fact(
            "Tổ bầu cử",
            f"{len(team)} người" if team and "team_head" not in lacks else None,
            "Chưa có tổ bầu cử",
            "candidates",
        ),
        "committee": Fact(
            "Ban kiểm phiếu",
            f"{len(counting)} người" if whole else None,
            "Ban kiểm phiếu chưa đủ" if counting else "Chưa có ban kiểm phiếu",
            "candidates",
        ),
        "witnesses": Fact(
            "Người chứng kiến",
            f"{witnesses} người" if witnesses and "witness" not in lacks else None,
            "Chưa đủ người chứng kiến" if witnesses else "Chưa có người chứng kiến",
            "candidates",
        ),
    }


def _ballots(session: Session, vote: Round) -> dict[str, Fact]:
    hands = vote.ballot is Ballot.HANDS
    printed = printed_ballots(session, vote)
    stock = stock_of(stocks_of(session, vote))
    return {
        "by_ballot": Fact(
            "Hình thức", None if hands else "Bỏ phiếu", "Bầu giơ tay, không có phiếu", "candidates"
        ),
        "ballots": Fact("Phiếu đã in", str(printed) if printed else None, "Chưa in phiếu", "ballots"),
        "stock": Fact(
            "Phiếu phát ra, thu vào",
            f"{stock.issued}, {stock.collected}" if stock else None,
            "Sổ phiếu chưa đủ, chưa khớp",
            "meeting",
        ),
    }


def _result(session: Session, vote: Round) -> dict[str, Fact]:
    count = newest_count(session, vote)
    record = None if count is None else record_of(count)
    made = None if count is None else decision_made(session, count)
    # Before the count both decisions are open; afterwards only one of them can be made from it.
    winner = no_winner = "chưa rõ"
    if record is not None:
        elected = ", ".join(record.outcome.elected)
        refused = made is not None and made.result is DecisionResult.HELD_AGAIN
        winner = "" if refused else elected
        no_winner = "chưa có" if not elected else "không công nhận" if refused else ""
    step = "recognition"
    return {
        "count": Fact(
            "Kết quả đã chốt",
            None if record is None else f"lần {record.revision}",
            "Chưa chốt kết quả kiểm phiếu",
            "counting",
        ),
        "decision": Fact("Quyết định số", made.number if made else None, "Chưa ghi quyết định", step),
        "winner": Fact("Người trúng cử", winner or None, "Kết quả chưa có người trúng cử", step),
        "no_winner": Fact("Người trúng cử", no_winner or None, "Kết quả đã có người trúng cử", step),
    }


def printed_ballots(session: Session, vote: Round) -> int | None:
    """Count the ballots of the first printing of the round; None before it."""
    first = select(func.min(Paper.id)).where(Paper.round_id == vote.id, Paper.role == PaperRole.BALLOT)
    return session.scalar(select(Paper.copies).where(Paper.id == first.scalar_subquery()))


def planned_ballots(session: Session, vote: Round) -> int | None:
    """Count the ballots printed, before that those to be printed; None where there is no household yet."""
    printed = printed_ballots(session, vote)
    if printed is not None:
        return printed
    listed = electorate_of(session, vote.election).size
    return listed + reserve_for(session, vote, listed) if listed else None


def newest_count(session: Session, vote: Round) -> Count | None:
    """Return the newest finalised count of the round; None before there is one, or while it is made anew."""
    return latest_count(session, vote) if state_of(vote) in _COUNTED else None
