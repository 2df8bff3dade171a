"""Decisions that begin an election: it is called, its team is set up, its hamlet meets by cluster."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.elections import Election, OfficialRole
from desktop.printing.hamlet_head.before.call_decision import CallDecision
from desktop.printing.hamlet_head.before.cluster_decision import ClusterDecision, PlannedCluster
from desktop.printing.hamlet_head.before.team_decision import TeamDecision
from desktop.printing.setting.people import Official
from desktop.printing.setting.wording import day_text
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of
from desktop.services.office.workplace import own_office
from desktop.services.papers.fill.authority import AGREED_WITH_FRONT, proposal_of
from desktop.services.papers.fill.decision_frame import NOT_MADE, Made, decided_election, decision_frame
from desktop.services.papers.fill.hamlet_head.cited import call_cited
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.hamlet_head.term_change import term_articles
from desktop.services.papers.fill.heads import hamlet_of, team_name


def call_decision(source: PaperSource) -> CallDecision:
    """Fill the decision that calls the election; a number with ``QĐ`` is its own, any other the plan's."""
    election, campaign = source.election, source.election.campaign
    number, signed = campaign.plan_number, campaign.plan_on
    own = number is not None and "QĐ" in number.upper()
    plan = None
    if number and not own:
        plan = f"Kế hoạch số {number}" + (f" {day_text(signed)}" if signed else "")
    day = signed or source.due("decision_before")
    statute = source.statute_on(day)
    return CallDecision(
        frame=decision_frame(
            source.session,
            election,
            statute,
            "called_by",
            on=day,
            made=Made(number, signed) if own else NOT_MADE,
            further_bases=proposal_of(statute, own_office(source.session).settings),
        ),
        election=replace(decided_election(source.vote, day_of(source.vote)), besides=source.besides),
        opening=source.vote.opening,
        venue=election.venue or None,
        plan=plan,
        front_board=f"Trưởng Ban công tác Mặt trận {source.hamlet}",
        further=term_articles(election, source.statute),
    )


def team_decision(source: PaperSource) -> TeamDecision:
    """Fill the decision that sets up the election team, after agreement with the Front where the law asks."""
    election = source.election
    day = election.team_on or source.due("team_before")
    statute = source.statute_on(day)
    agreed = (
        () if statute.find("team_agreed_with") is None else (f"{AGREED_WITH_FRONT} {source.commune}".strip(),)
    )
    called, number = call_cited(election, statute), election.team_number
    return TeamDecision(
        frame=decision_frame(
            source.session,
            election,
            statute,
            "team_named_by",
            on=day,
            made=Made(number, election.team_on) if number else NOT_MADE,
            further_bases=(
                *((f"Căn cứ {called}",) if called else ()),
                *agreed,
                *proposal_of(statute, own_office(source.session).settings),
            ),
        ),
        election=decided_election(source.vote, day_of(source.vote)),
        team=team_name(election),
        members=_members(election),
    )


def cluster_decision(source: PaperSource) -> ClusterDecision:
    """Fill the decision that the hamlet meets by cluster, from the plan of its clusters."""
    election = source.election
    number, signed = election.clusters_number, election.clusters_on
    day = signed or source.due("decision_before")
    statute = source.statute_on(day)
    return ClusterDecision(
        frame=decision_frame(
            source.session,
            election,
            statute,
            "clusters_by",
            on=day,
            made=Made(number, signed) if number else NOT_MADE,
            further_bases=proposal_of(statute, own_office(source.session).settings),
        ),
        election=decided_election(source.vote, day_of(source.vote)),
        hamlet=hamlet_of(election),
        hamlet_kind=election.unit.kind.lower(),
        households=electorate_of(source.session, election).size or None,
        clusters=tuple(
            PlannedCluster(
                name=one.name,
                households=one.households,
                chair=one.chair or "",
                venue=one.venue or "",
                opening=one.opening,
            )
            for one in clusters_of(source.vote)
        ),
        team=team_name(election),
    )


def _members(election: Election) -> tuple[Official, ...]:
    words = {OfficialRole.TEAM_HEAD: "Tổ trưởng", OfficialRole.TEAM_MEMBER: "Thành viên"}
    team = [official for official in election.officials if official.role in words]
    team.sort(key=lambda official: (official.role is not OfficialRole.TEAM_HEAD, official.position))
    return tuple(
        Official(title=o.title or "", name=o.name, role=_beside(o.post, words[o.role])) for o in team
    )


def _beside(post: str | None, role: str) -> str:
    """Say a post and, inside the line, the role in the team: ``Chi hội trưởng …, thành viên``."""
    return f"{post}, {role[:1].lower()}{role[1:]}" if post else role
