"""What a package of the government stream carries: the whole current state of a campaign, never a roll."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange import records
from desktop.models.elections import Campaign, Contest, Election
from desktop.models.office import Office
from desktop.models.papers import Paper, PaperRole
from desktop.models.recognitions import Recognition
from desktop.models.rolls import Roll, RollEntry
from desktop.services.counting.finalised import counts_of, record_of
from desktop.services.exchange.report import campaign_report

_TRAVELS = "counting-minutes"


def package_contents(session: Session, office: Office, campaign: Campaign) -> dict[str, bytes]:
    """Return every file by its path under ``data/``; nothing before the first finalised count.

    Source: package.md ("State, not difference").
    """
    counts = counts_of(session, campaign)
    if not counts:
        return {}
    papers = {_paper_path(paper): paper for paper in _papers(session, campaign)}
    lines = tuple(_paper_line(path, paper) for path, paper in papers.items())
    made: list[records.Record] = [
        _units(session, office, campaign),
        *_recognitions(session, office, campaign),
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
        _TRAVELS,
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
        .where(Election.campaign_id == campaign.id)
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


def _recognitions(session: Session, office: Office, campaign: Campaign) -> list[records.RecognitionRecord]:
    decisions = (
        select(Recognition)
        .join(Contest, Recognition.contest_id == Contest.id)
        .join(Election, Contest.election_id == Election.id)
        .where(Election.campaign_id == campaign.id)
        .order_by(Recognition.id)
    )
    return [_recognition(office, decision) for decision in session.scalars(decisions)]


def _recognition(office: Office, decision: Recognition) -> records.RecognitionRecord:
    answered = record_of(decision.count)
    return records.RecognitionRecord(
        commune=office.unit_code,
        unit=answered.unit,
        election=answered.election,
        campaign=answered.campaign,
        round=answered.round,
        revision=answered.revision,
        count=decision.count.sha256,
        number=decision.number,
        date=decision.decided_on,
        result="recognised" if decision.recognised else "held_again",
        people=(decision.candidate.printed_name,) if decision.candidate else (),
        recorded=decision.recorded_at,
    )
