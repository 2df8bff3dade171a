"""What the Party office of the commune is sent of elections: the heads, by hamlet, and how far each is."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange import records
from desktop.exchange.heads_record import HeadLine, HeadsRecord, HeadState
from desktop.models.counting import Count
from desktop.models.elections import Campaign, Candidate, Election, Round, is_on
from desktop.models.office import Office
from desktop.models.results import DecidedCount, Decision
from desktop.services.counting.finalised import names_as_counted, record_of
from desktop.services.elections.lookup import day_of, held_vote


def heads_contents(session: Session, office: Office, campaign: Campaign) -> dict[str, bytes]:
    """Return the one file that the Party office gets of a campaign; nothing before the first finalised count.

    No vote, roll or minutes, and of a birth the year: the office that keeps the members holds nothing of
    elections. An election that was cancelled is not among them.

    Source: package.md ("Two offices of one commune"); ADR 36.
    """
    lines = head_lines(session, campaign)
    if all(line.state == "planned" for line in lines):
        return {}
    record = HeadsRecord(
        commune=office.unit_code, campaign=campaign.code, campaign_name=campaign.name, heads=lines
    )
    return {records.HEADS: records.encode(record)}


def head_lines(session: Session, campaign: Campaign) -> tuple[HeadLine, ...]:
    """Return how far each hamlet of a campaign of heads is, by the codes of their elections."""
    on = select(Election).where(Election.campaign_id == campaign.id, is_on()).order_by(Election.code)
    return tuple(_line(session, election) for election in session.scalars(on))


def _line(session: Session, election: Election) -> HeadLine:
    vote = held_vote(election)
    counts = select(Count).where(Count.round_id == vote.id).order_by(Count.revision.desc())
    count = session.scalars(counts).first()
    unit = election.unit
    planned = HeadLine(
        unit=unit.code,
        name=unit.name,
        kind=unit.kind,
        election=election.code,
        day=day_of(vote),
        round=vote.number,
        state="planned",
    )
    if count is None:
        return planned
    counted = replace(planned, state="not_elected", revision=count.revision, count=count.sha256)
    answer = _answer(session, count)
    if answer is not None and (recorded := answer.recorded()) is not None:
        answered = replace(counted, state="held_again", number=recorded.number, decided=recorded.decided_on)
        accepted = next((said.candidate for said in answer.people if said.accepted), None)
        return answered if accepted is None else _named(answered, "recognised", accepted)
    elected = record_of(count).outcome.elected
    return _named(counted, "elected", _stood(vote, count, elected[0])) if elected else counted


def _named(line: HeadLine, state: HeadState, candidate: Candidate) -> HeadLine:
    birth = candidate.person.birth
    return replace(line, state=state, person=candidate.printed_name, born=birth.year if birth else None)


def _answer(session: Session, count: Count) -> Decision | None:
    answers = select(Decision).join(DecidedCount).where(DecidedCount.count_id == count.id)
    return session.scalars(answers.where(Decision.result.is_not(None))).one_or_none()


def _stood(vote: Round, count: Count, name: str) -> Candidate:
    """Return the candidate whom a count names."""
    named = dict(zip(names_as_counted(record_of(count)), vote.candidacies, strict=True))
    return named[name].candidate
