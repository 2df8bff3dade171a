"""What a package of the government stream carries: the whole current state of a campaign, never a roll."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange import records
from desktop.models.elections import Campaign, Election, is_on
from desktop.models.office import Office
from desktop.models.papers import Paper, PaperRole
from desktop.models.results import DecidedCount, Decision, Recorded
from desktop.models.rolls import Roll, RollEntry
from desktop.services.counting.finalised import counts_of, record_of


def package_contents(session: Session, office: Office, campaign: Campaign) -> dict[str, bytes]:
    """Return every file by its path under ``data/``; nothing before the first finalised count.

    Source: package.md ("State, not difference").
    """
    counts = counts_of(session, campaign)
    if not counts:
        return {}
    from desktop.services.exchange.report import campaign_report  # noqa: PLC0415 - loads workbooks

    papers = {_paper_path(paper): paper for paper in _papers(session, campaign)}
    lines = tuple(_paper_line(path, paper) for path, paper in papers.items())
    made: list[records.Record] = [
        _units(session, office, campaign),
        *(_recognition(office, *decided) for decided in decisions_of(session, campaign)),
        records.PapersRecord(commune=office.unit_code, campaign=campaign.code, papers=lines),
    ]
    return {
        **{records.record_path(record_of(count)): count.content for count in counts},
        **{records.record_path(record): records.encode(record) for record in made},
        **{path: paper.content for path, paper in papers.items()},
        "data/report.xlsx": campaign_report([record_of(count) for count in counts], campaign.name),
    }


def _papers(session: Session, campaign: Campaign) -> list[Paper]:
    """Return the minutes last printed of each revision, in the order of elections."""
    papers = (
        select(Paper)
        .join(Election, Paper.election_id == Election.id)
        .where(Election.campaign_id == campaign.id, Paper.role == PaperRole.MINUTES)
        .order_by(Election.code, Paper.id)
    )
    newest = {(paper.round_id, paper.revision): paper for paper in session.scalars(papers)}
    return list(newest.values())


def _paper_path(paper: Paper) -> str:
    named = (
        paper.form,
        paper.election.code if paper.election else "",
        paper.round.number if paper.round else "",
        paper.revision,
    )
    return f"data/papers/{'-'.join(str(part) for part in named)}.pdf"


def _paper_line(path: str, paper: Paper) -> records.PaperLine:
    return records.PaperLine(
        form=paper.form,
        election=paper.election.code if paper.election else "",
        round=paper.round.number if paper.round else None,
        revision=paper.revision,
        sha256=paper.sha256,
        path=path,
    )


def _units(session: Session, office: Office, campaign: Campaign) -> records.UnitsRecord:
    entries = func.count(RollEntry.id)
    found = session.execute(
        select(Election, entries)
        .outerjoin(Roll, Roll.election_id == Election.id)
        .outerjoin(RollEntry, RollEntry.roll_id == Roll.id)
        .where(Election.campaign_id == campaign.id, is_on())
        .group_by(Election.id)
        .order_by(Election.code)
    )
    lines = {
        election.unit.code: records.UnitLine(
            code=election.unit.code,
            name=election.unit.name,
            kind=election.unit.kind,
            start=election.unit.starts_on,
            end=election.unit.ends_on,
            predecessors=tuple(earlier.code for earlier in election.unit.predecessors),
            electorate=electorate or None,
        )
        for election, electorate in found
    }
    return records.UnitsRecord(commune=office.unit_code, campaign=campaign.code, units=tuple(lines.values()))


def decisions_of(session: Session, campaign: Campaign) -> list[tuple[DecidedCount, Recorded]]:
    """Return what was decided on the counts of a campaign, the first recorded first."""
    answers = (
        select(DecidedCount)
        .join(Decision)
        .join(Election, Decision.election_id == Election.id)
        .where(Election.campaign_id == campaign.id, Decision.result.is_not(None))
        .order_by(Decision.recorded_at, DecidedCount.id)
    )
    return [
        (decided, recorded)
        for decided in session.scalars(answers)
        if (recorded := decided.decision.recorded()) is not None
    ]


def _recognition(office: Office, decided: DecidedCount, recorded: Recorded) -> records.RecognitionRecord:
    """Return the answer to one count: who is accepted in its post; held again where nobody is."""
    answered = record_of(decided.count)
    post = decided.count.round.contest_id
    people = tuple(
        said.candidate.printed_name
        for said in decided.decision.people
        if said.accepted and said.candidate.contest_id == post
    )
    return records.RecognitionRecord(
        commune=office.unit_code,
        unit=answered.unit,
        election=answered.election,
        campaign=answered.campaign,
        round=answered.round,
        revision=answered.revision,
        count=decided.count.sha256,
        number=recorded.number,
        date=recorded.decided_on,
        result="recognised" if people else "held_again",
        people=people,
        recorded=recorded.at,
    )
