"""What was counted of a post of a congress, time after time, read from the finalised counts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from desktop.exchange.facts_record import CongressFacts as CountedFacts
from desktop.exchange.facts_record import counted
from desktop.exchange.records import CountRecord, record_path
from desktop.models.congress import Attendee, Congress, Subject, VotePresence
from desktop.models.counting import BallotStock
from desktop.models.elections import Contest, Election, Round, Vote
from desktop.models.party import Member
from desktop.printing.congress.facts import Hands
from desktop.printing.congress.vote.facts import Deducted, DeductionReason, TiedAtLast, TimeHeld, VotesFor
from desktop.printing.counting.facts import Explanation
from desktop.printing.setting.digest_band import CountDigest
from desktop.rules.attendance import Presence
from desktop.rules.standing import Standing
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.rules.voting_list import DELEGATES
from desktop.services.congress.hands import hands_on
from desktop.services.counting.finalised import latest_count, names_as_counted, record_of
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.lookup import state_of
from desktop.services.office.workplace import local
from desktop.services.papers.fill.congress.facts import TimeFacts
from desktop.services.papers.fill.congress.words import cited
from desktop.services.papers.fill.digest import digest_of, log_mark

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)
_REASONS: tuple[DeductionReason, ...] = ("moved_out", "exempt_absent", "suspended", "detained", "excused")


def times_of(
    session: Session, congress: Congress, contest: Contest, statute: Statute
) -> tuple[TimeFacts, ...]:
    """Return every time at which something was voted on and counted, in order."""
    votes = sorted(contest.rounds, key=lambda vote: vote.number)
    return tuple(_time(session, congress, vote, statute) for vote in votes if state_of(vote) in _COUNTED)


def digest_of_counts(session: Session, election: Election) -> CountDigest | None:
    """Return what ties the minutes of a congress to its finalised counts; None before the first.

    It is the SHA-256 of what ``sha256sum`` says of the newest file of each count, by their paths in a
    package, so that anybody finds it again from the package's own manifest.
    """
    counts = [latest_count(session, vote) for vote in election.rounds if state_of(vote) in _COUNTED]
    if not counts:
        return None
    said = sorted((record_path(record_of(count)), count.sha256) for count in counts)
    sha256 = hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in said).encode()).hexdigest()
    code = f"HP1:{election.code}:C{len(said)}:{sha256.upper()}"
    log = log_mark(session, [digest for _, digest in said])
    return CountDigest(sha256=sha256, qr_full=code, qr_short=code, log=log)


def hands_of(
    session: Session,
    congress: Congress,
    subject: Subject,
    *,
    contest: Contest | None = None,
    vote: Round | None = None,
) -> Hands | None:
    """Return raised hands as papers print them: of those who raised a card for, against or for neither."""
    found = hands_on(session, congress, subject, contest=contest, vote=vote)
    if found is None:
        return None
    return Hands(
        approving=found.in_favour,
        against=found.against,
        abstaining=found.abstained,
        present=found.present
        if found.present is not None
        else found.in_favour + found.against + found.abstained,
    )


def _time(session: Session, congress: Congress, vote: Round, statute: Statute) -> TimeFacts:
    count = latest_count(session, vote)
    record = record_of(count)
    facts, outcome = record.facts, record.outcome
    deductions = tuple(_deductions(facts)) if isinstance(facts, CountedFacts) else ()
    stocks = stocks_of(session, vote)
    received = _first(counted(facts.printed), _sum(stocks, "printed"))
    unused = _first(counted(facts.unused), _sum(stocks, "unused"))
    return TimeFacts(
        held=TimeHeld(
            opening=local(vote.opened_at).time() if vote.opened_at else None,
            present=counted(facts.present),
            base=outcome.base.value,
            issued=counted(facts.issued),
            returned=counted(facts.returned),
            valid=None if outcome.outcome == "void" else counted(facts.valid),
            invalid=None if outcome.outcome == "void" else counted(facts.invalid),
            invalid_reasons=_invalid(record),
            votes=()
            if outcome.outcome == "void"
            else tuple(
                VotesFor(name=one.name, votes=counted(one.votes), against=counted(one.against))
                for one in facts.candidates
            ),
            elected=outcome.elected,
            alternates=_alternates(session, vote, record, statute, congress.alternates)
            if contest_code(vote) == DELEGATES
            else (),
            run_off=vote.vote is Vote.RUN_OFF,
            tied=_tied(record, statute),
            decision=_decision(session, congress, vote, record),
        ),
        opened=local(vote.opened_at).time() if vote.opened_at else None,
        closed=local(vote.closed_at or count.finalised_at).time(),
        convened=facts.entitled,
        left=_left(session, vote),
        deductions=deductions,
        base=outcome.base.value,
        needed=statute.clause("elected").needed_of(outcome.base.value),
        received=received,
        replaced=_replaced(stocks, received, counted(facts.issued), unused),
        unused=unused,
        digest=digest_of(session, record, count.sha256),
        explanations=tuple(
            Explanation(code=one.code, text=one.text, by=one.by) for one in record.explanations
        ),
    )


def contest_code(vote: Round) -> str:
    """Return what a vote fills, as the rules name it."""
    return vote.contest.code.value


def _deductions(facts: CountedFacts) -> Iterator[Deducted]:
    for reason in _REASONS:
        members = counted(getattr(facts, reason))
        if members:
            yield Deducted(reason=reason, members=members)


def _invalid(record: CountRecord) -> str | None:
    reasons = record.invalid_reasons
    if len(reasons) == 1:
        return reasons[0].reason
    return ", ".join(f"{one.reason} {one.count:02d}" for one in reasons) or None


def _left(session: Session, vote: Round) -> int:
    """Return how many who weigh on the base came to an earlier vote and had left before this one."""
    earlier, now = aliased(VotePresence), aliased(VotePresence)
    came = (
        select(func.count(now.attendee_id.distinct()))
        .join(earlier, earlier.attendee_id == now.attendee_id)
        .join(Round, Round.id == earlier.round_id)
        .join(Attendee, Attendee.id == now.attendee_id)
        .where(now.round_id == vote.id, now.presence == Presence.ABSENT)
        .where(Round.election_id == vote.election_id, Round.number < vote.number)
        .where(earlier.presence == Presence.PRESENT, Attendee.official)
        .where(Attendee.standing.in_((Standing.OFFICIAL.value, Standing.UNKNOWN.value)))
    )
    return session.scalar(came) or 0


def _alternates(
    session: Session, vote: Round, record: CountRecord, statute: Statute, wanted: int | None
) -> tuple[str, ...]:
    """Return the delegates who stand in for others: over half and not elected, most votes first.

    As many as ``wanted`` by the superior, or all; of those with equal votes who is longer in the Party.

    Source: 294-QĐ/TW 11.4.1 and 11.4.2 (rules.md §3, delegates).
    """
    outcome, elected = record.outcome, statute.clause("elected")
    if outcome.seats_left or outcome.outcome == "void":
        return ()
    over = [
        one
        for one in outcome.shares
        if one.name not in outcome.elected and elected.passed_by(one.numerator or 0, outcome.base.value)
    ]
    admitted = _admitted(session, vote, record)
    ranked = sorted(over, key=lambda one: (-(one.numerator or 0), admitted.get(one.name, date.max)))
    return tuple(one.name for one in ranked[:wanted])


def _admitted(session: Session, vote: Round, record: CountRecord) -> dict[str, date]:
    """Return since when those on the list are in the Party, by the names as they were counted."""
    people = {each.candidate.person_id for each in vote.candidacies}
    days = {
        member.person_id: member.admitted.latest()
        for member in session.scalars(select(Member).where(Member.person_id.in_(people)))
        if member.admitted
    }
    named = zip(names_as_counted(record), vote.candidacies, strict=True)
    return {name: days[each.candidate.person_id] for name, each in named if each.candidate.person_id in days}


def _tied(record: CountRecord, statute: Statute) -> TiedAtLast | None:
    outcome = record.outcome
    names, seats = outcome.tied, outcome.seats_left
    share = outcome.share_of(names[0]) if names else None
    if share is None or not 0 < seats < len(names):
        return None
    return TiedAtLast(
        names=names, votes=share.numerator or 0, seats=seats, clause=cited(statute.clause("tie").article)
    )


def _decision(session: Session, congress: Congress, vote: Round, record: CountRecord) -> str | None:
    if record.outcome.next == "superior_appoints":
        return "Đã bầu ba lần không đủ số phiếu; Đại hội không bầu nữa, báo cáo cấp trên chỉ định."
    hands = hands_on(session, congress, Subject.GOING_ON, vote=vote)
    if hands is None:
        return None
    raised = f"{hands.in_favour:02d}/{hands.in_favour + hands.against + hands.abstained:02d}"
    said = "bầu tiếp" if hands.agreed else "không bầu tiếp"
    return f"Đại hội biểu quyết {said} ({raised} tán thành)."


def _replaced(
    stocks: list[BallotStock], received: int | None, issued: int | None, unused: int | None
) -> int | None:
    """Return how many were exchanged for spoilt ones: as counted, else what the other figures leave."""
    counted_ones = _sum(stocks, "replaced")
    if counted_ones is not None or received is None or issued is None or unused is None:
        return counted_ones
    return received - issued - unused if received >= issued + unused else None


def _first(*figures: int | None) -> int | None:
    return next((one for one in figures if one is not None), None)


def _sum(stocks: list[BallotStock], field: str) -> int | None:
    figures = [value for stock in stocks if (value := getattr(stock, field)) is not None]
    return sum(figures) if figures else None
