"""Papers of the count and after it: minutes, stock, notice, submission, decision; known figures or none."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.elections import Ballot, Vote
from desktop.printing.counting.facts import CountingMinutes
from desktop.printing.hamlet_head.after.hold_again_decision import HoldAgainDecision
from desktop.printing.hamlet_head.after.recognition_decision import RecognisedHead, RecognitionDecision
from desktop.printing.hamlet_head.after.result_notice import ResultNotice
from desktop.printing.hamlet_head.after.result_notice_blank import BlankNotice
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.hamlet_head.count.stock_minutes import BoxCount, StockMinutes
from desktop.printing.hamlet_head.day.separator_sheet import SeparatorSheets, Stack
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.people import Official
from desktop.rules.facts import counted_in_meeting
from desktop.services.counting.finalised import record_of
from desktop.services.counting.stock import stock_of, stocks_of
from desktop.services.elections.lookup import day_of, held_day, term_of
from desktop.services.papers.fill.decision_frame import decided_election, decision_frame
from desktop.services.papers.fill.hamlet_head.ballot_drawing import composed_ballot
from desktop.services.papers.fill.hamlet_head.decision import decision_of_count
from desktop.services.papers.fill.hamlet_head.facts import newest_count, planned_ballots
from desktop.services.papers.fill.hamlet_head.minutes import blank_facts, minutes_facts
from desktop.services.papers.fill.hamlet_head.source import TEAM_SIGNS, PaperSource
from desktop.services.papers.fill.hamlet_head.term_change import term_articles
from desktop.services.papers.fill.heads import (
    SAMPLE,
    ballots_word,
    committee_of,
    electors_word,
    hamlet_of,
    no_tens_of,
    place_of,
    post_of,
    running_body,
    running_issuers,
    running_team_of,
    team_name,
    witnesses_of,
)
from desktop.wording import words

_BOXES = {"main": "hòm phiếu chính", "mobile": "hòm phiếu lưu động"}


def counting_minutes(source: PaperSource) -> CountingMinutes | BlankMinutes:
    """Fill the counting minutes from the finalised count, before it with what is known."""
    return _minutes(source) or blank_facts(source.workplace, source.session, source.vote)


def handed_out_minutes(source: PaperSource) -> CountingMinutes | BlankMinutes:
    """Fill the minutes of slips handed to households; of a meeting's vote nothing but its hamlet."""
    if source.vote.vote is Vote.HAND_OUT:
        return counting_minutes(source)
    known = blank_facts(source.workplace, source.session, source.vote)
    return replace(
        known, form_label=source.label("04"), handed_out=True, committee=(), witnesses=(), date=None
    )


def stock_minutes(source: PaperSource) -> StockMinutes:
    """Fill the minutes on the ballots; figures that do not fit together are left to the pen."""
    election = source.election
    stocks = stocks_of(source.session, source.vote)
    totals = stock_of(stocks)
    day = held_day(source.vote)
    witnesses = tuple(
        Official(title=one.title, name=one.name, role="đại diện hộ gia đình chứng kiến")
        for one in witnesses_of(election)
    )
    return StockMinutes(
        form_label=SAMPLE,
        no_tens=no_tens_of(source.session),
        issuer_lines=running_issuers(source.session, source.vote),
        dated=DateLine.on(place_of(source.session, election), day),
        date=day,
        venue=election.venue or None,
        post=post_of(source.vote),
        term=term_of(election),
        people=(*running_team_of(source.vote), *witnesses),
        ballots_word=ballots_word(source.vote),
        sealed=source.vote.vote is not Vote.HAND_OUT,
        signing=f"TM. {running_body(source.vote).upper()}",
        printed=totals.printed if totals else None,
        issued=totals.issued if totals else None,
        unused=totals.unused if totals else None,
        replaced=totals.replaced if totals else None,
        boxes=tuple(BoxCount(box=_BOXES.get(one.box, one.box), ballots=one.collected) for one in stocks)
        if totals
        else (),
    )


def result_notice(source: PaperSource) -> ResultNotice | BlankNotice:
    """Fill the notice of the result, before the count with what is known."""
    election, minutes = source.election, _minutes(source)
    dated = DateLine.on(place_of(source.session, election), held_day(source.vote))
    issuers, days = source.team_issuers, source.statute.clause("recognition").whole()
    signer = source.team_head
    if minutes is None:
        return BlankNotice(
            issuer_lines=issuers,
            dated=dated,
            team=team_name(election),
            commune=source.committee,
            recognition_days=days,
            signer_lines=TEAM_SIGNS,
            signer=signer,
            count=blank_facts(source.workplace, source.session, source.vote),
        )
    return ResultNotice(
        issuer_lines=issuers,
        dated=dated,
        team=team_name(election),
        commune=source.committee,
        recognition_days=days,
        signer_lines=TEAM_SIGNS,
        signer=signer,
        count=minutes,
    )


def recognition_decision(source: PaperSource) -> RecognitionDecision:
    """Fill the decision that recognises the result; of a count that elected nobody, what stands around it."""
    election, count = source.election, newest_count(source.session, source.vote)
    if count is not None and record_of(count).outcome.elected:
        made = decision_of_count(source.session, source.vote, source.workplace.today())
        if isinstance(made, RecognitionDecision):
            return made
    noun = words(f"base.{electors_word(source.session, election)}")
    return RecognitionDecision(
        frame=decision_frame(
            source.session,
            election,
            source.statute,
            "recognised_by",
            on=source.workplace.today(),
            with_team=True,
        ),
        election=decided_election(source.vote, day_of(source.vote)),
        head=RecognisedHead(electorate_words=f"{noun} của {election.unit.kind.lower()}"),
        further=term_articles(election, source.statute),
    )


def hold_again_decision(source: PaperSource) -> HoldAgainDecision:
    """Fill the decision that the election is held again; where no count calls for it, only its frame."""
    election = source.election
    if newest_count(source.session, source.vote) is not None:
        made = decision_of_count(source.session, source.vote, source.workplace.today())
        if isinstance(made, HoldAgainDecision):
            return made
    return HoldAgainDecision(
        frame=decision_frame(
            source.session, election, source.statute, "held_again_by", on=source.workplace.today()
        ),
        election=decided_election(source.vote, day_of(source.vote)),
        venue=election.venue or None,
        team=team_name(election),
    )


def separator_sheet(source: PaperSource) -> SeparatorSheets:
    """Fill the sheet that parts this hamlet's ballots from the next one's."""
    election = source.election
    post, copies = source.vote.contest.post, planned_ballots(source.session, source.vote)
    stack = Stack(
        hamlet=hamlet_of(election),
        paper=f"Phiếu lấy ý kiến về bầu {post}"
        if source.vote.vote is Vote.HAND_OUT
        else f"Phiếu bầu cử {post}",
        copies=copies,
        sheets=None if copies is None else _sheets_of(source, copies),
    )
    return SeparatorSheets(
        office=f"UBND {source.commune}" if source.commune else None,
        occasion=f"Bầu cử {post}, ngày {day_of(source.vote):%d/%m/%Y}",
        stacks=(stack,),
    )


def _sheets_of(source: PaperSource, ballots: int) -> int | None:
    if not source.vote.candidacies or source.vote.ballot is Ballot.HANDS:
        return None
    return -(-ballots // composed_ballot(source.session, source.vote).paper.per_sheet)


def _minutes(source: PaperSource) -> CountingMinutes | None:
    election, count = source.election, newest_count(source.session, source.vote)
    uncounted = not committee_of(source.vote) and not counted_in_meeting(source.statute, source.vote.ballot)
    if count is None or uncounted or len(witnesses_of(election)) != 2:
        return None
    return minutes_facts(source.session, source.vote, record_of(count), count.sha256)
