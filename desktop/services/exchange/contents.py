"""What a package carries, by its stream: the whole current state of a campaign, never a roll."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from desktop.exchange import records
from desktop.models.counting import Count
from desktop.models.elections import Campaign, ContestCode, ContestKind, Election, is_on
from desktop.models.office import Office
from desktop.models.papers import Paper, PaperRole
from desktop.models.results import DecidedCount, Decision, Recorded
from desktop.models.rolls import Roll, RollEntry
from desktop.services.counting.finalised import counts_of, names_as_counted, record_of
from desktop.wording import words

_POSTS: dict[ContestCode, records.Post] = {
    ContestCode.COMMITTEE: "committee",
    ContestCode.SECRETARY: "secretary",
    ContestCode.DEPUTY: "deputy",
    ContestCode.DELEGATES: "delegates",
}


def package_contents(session: Session, office: Office, campaign: Campaign) -> dict[str, bytes]:
    """Return every file by its path under ``data/``; nothing before the first finalised count.

    Source: package.md ("State, not difference").
    """
    if campaign.contest_kind is ContestKind.BRANCH_CONGRESS:
        return _of_congresses(session, office, campaign)
    return _of_heads(session, office, campaign)


def _of_heads(session: Session, office: Office, campaign: Campaign) -> dict[str, bytes]:
    """Return what the government stream carries: counts, recognitions, minutes, sizes of rolls.

    A cancelled election doesn't travel.
    """
    papers = session.scalars(_minutes(campaign))
    newest = {(paper.round_id, paper.revision): paper for paper in papers}
    made: list[records.Record] = [
        _units(session, office, campaign),
        *(_recognition(office, *decided) for decided in decisions_of(session, campaign)),
    ]
    return _files(office, campaign, counts_of(session, campaign), made, list(newest.values()))


def _of_congresses(session: Session, office: Office, campaign: Campaign) -> dict[str, bytes]:
    """Return what the party stream carries: counts, who is approved, minutes, branches by code and name.

    No member travels but those who stood; a cancelled congress doesn't either.
    """
    papers = session.scalars(_minutes(campaign))
    newest = {(paper.form, paper.election_id, paper.round_id, paper.revision): paper for paper in papers}
    made: list[records.Record] = [
        _branches(session, office, campaign),
        *(_approval(office, *decided) for decided in decisions_of(session, campaign)),
    ]
    return _files(office, campaign, counts_of(session, campaign), made, list(newest.values()))


def _files(
    office: Office,
    campaign: Campaign,
    counts: Sequence[Count],
    made: Sequence[records.Record],
    printed: Sequence[Paper],
) -> dict[str, bytes]:
    if not counts:
        return {}
    from desktop.services.exchange import congress_report, report  # noqa: PLC0415 - they load workbooks

    of_congresses = campaign.contest_kind is ContestKind.BRANCH_CONGRESS
    write_report = congress_report.congress_report if of_congresses else report.campaign_report
    papers = {_paper_path(paper): paper for paper in printed}
    lines = tuple(_paper_line(path, paper) for path, paper in papers.items())
    listed = records.PapersRecord(commune=office.unit_code, campaign=campaign.code, papers=lines)
    return {
        **{records.record_path(record_of(count)): count.content for count in counts},
        **{records.record_path(record): records.encode(record) for record in (*made, listed)},
        **{path: paper.content for path, paper in papers.items()},
        "data/report.xlsx": write_report([record_of(count) for count in counts], campaign.name),
    }


def _minutes(campaign: Campaign) -> Select[Paper]:
    """Choose the minutes that were printed, in the order of elections, the last printed last."""
    return (
        select(Paper)
        .join(Election, Paper.election_id == Election.id)
        .where(Election.campaign_id == campaign.id, Paper.role == PaperRole.MINUTES, is_on())
        .order_by(Election.code, Paper.id)
    )


def _paper_path(paper: Paper) -> str:
    # Minutes of a whole congress belong to none of its votes.
    election = paper.election.code if paper.election else None
    number = paper.round.number if paper.round else None
    named = (paper.form, election, number, paper.revision)
    return f"data/papers/{'-'.join(str(part) for part in named if part is not None)}.pdf"


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


def _branches(session: Session, office: Office, campaign: Campaign) -> records.UnitsRecord:
    lines = tuple(
        records.UnitLine(code=code, name=name, kind=words("party.branch_kind"))
        for code, name in branches_of(session, campaign).items()
    )
    return records.UnitsRecord(commune=office.unit_code, campaign=campaign.code, units=lines)


def branches_of(session: Session, campaign: Campaign) -> dict[str, str]:
    """Return the names of the branches whose congresses are held in a campaign, by their codes."""
    from desktop.models.congress import Congress  # noqa: PLC0415 - what waits is counted without it

    held = (
        select(Congress)
        .join(Election, Congress.election_id == Election.id)
        .where(Election.campaign_id == campaign.id, is_on())
        .options(joinedload(Congress.branch))
        .order_by(Election.code)
    )
    return {congress.branch.code: congress.branch.name for congress in session.scalars(held)}


def decisions_of(session: Session, campaign: Campaign) -> list[tuple[DecidedCount, Recorded]]:
    """Return what was decided on the counts of a campaign that is on, the first recorded first."""
    answers = (
        select(DecidedCount)
        .join(Decision)
        .join(Election, Decision.election_id == Election.id)
        .where(Election.campaign_id == campaign.id, Decision.result.is_not(None), is_on())
        .order_by(Decision.recorded_at, DecidedCount.id)
    )
    return [
        (decided, recorded)
        for decided in session.scalars(answers)
        if (recorded := decided.decision.recorded()) is not None
    ]


def _approval(office: Office, decided: DecidedCount, recorded: Recorded) -> records.ApprovalRecord:
    """Return the answer to one vote of a congress: whom of those it elected the superior approves."""
    answered, vote = record_of(decided.count), decided.count.round
    named = dict(zip(names_as_counted(answered), vote.candidacies, strict=True))
    accepted = {said.candidate_id for said in decided.decision.people if said.accepted}
    people = tuple(name for name in answered.outcome.elected if named[name].candidate_id in accepted)
    return records.ApprovalRecord(
        commune=office.unit_code,
        unit=answered.unit,
        election=answered.election,
        campaign=answered.campaign,
        round=answered.round,
        revision=answered.revision,
        count=decided.count.sha256,
        post=_POSTS[vote.contest.code],
        number=recorded.number,
        date=recorded.decided_on,
        people=people,
        refused=tuple(name for name in answered.outcome.elected if name not in people),
        recorded=recorded.at,
    )


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
