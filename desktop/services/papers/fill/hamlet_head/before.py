"""Papers before the election day: the decisions that begin it, the candidates, the roll, the invitation."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.elections import Ballot, Cluster, Election, OfficialRole
from desktop.printing.hamlet_head.before.call_decision import CallDecision
from desktop.printing.hamlet_head.before.candidate_list import CandidateList, ListedCandidate
from desktop.printing.hamlet_head.before.cluster_decision import ClusterDecision, PlannedCluster
from desktop.printing.hamlet_head.before.invitation import Addressee, ClusterMeeting, Invitation
from desktop.printing.hamlet_head.before.nomination_minutes import NominationMinutes, Nominee
from desktop.printing.hamlet_head.before.posted_roll import PostedLine, PostedRoll
from desktop.printing.hamlet_head.before.posting_sheet import PortrayedCandidate, PostingSheet
from desktop.printing.hamlet_head.before.team_decision import TeamDecision
from desktop.printing.setting.people import Official
from desktop.printing.setting.wording import day_text
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, term_of
from desktop.services.elections.naming import addressed, title_of
from desktop.services.office.workplace import own_office
from desktop.services.papers.fill.authority import AGREED_WITH_FRONT, proposal_of
from desktop.services.papers.fill.decision_frame import NOT_MADE, Made, decided_election, decision_frame
from desktop.services.papers.fill.hamlet_head.cited import call_cited
from desktop.services.papers.fill.hamlet_head.clusters import cluster_by_number, meeting_places, roll_groups
from desktop.services.papers.fill.hamlet_head.day import representatives_of
from desktop.services.papers.fill.hamlet_head.source import TEAM_SIGNS, PaperSource
from desktop.services.papers.fill.hamlet_head.term_change import term_articles
from desktop.services.papers.fill.heads import (
    SAMPLE,
    electors_word,
    hamlet_of,
    no_tens_of,
    post_of,
    team_name,
    team_of,
)
from desktop.vietnamese.partial_date import PartialDate

_REQUEST = (
    "Đề nghị ông (bà) có mặt đúng thời gian, địa điểm nêu trên. Nếu không dự được, đề nghị cử người trong hộ "
    "gia đình đi thay và báo trước cho Tổ bầu cử"
)


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


def nomination_minutes(source: PaperSource) -> NominationMinutes:
    """Fill the head of the minutes of the meeting that drafts the list; the rest is written there."""
    election = source.election
    return NominationMinutes(
        form_label=source.label("05"),
        issuer_lines=source.hamlet_issuers,
        dated=source.dated,
        body=f"Ban công tác Mặt trận {source.hamlet}",
        post=post_of(source.vote),
        term=term_of(election),
    )


def official_list_minutes(source: PaperSource) -> NominationMinutes:
    """Fill the minutes of the second meeting: who stands, and by when the commune has the list (art. 6.2)."""
    due = source.statute.find("candidates_before")
    candidacies = source.vote.candidacies
    return replace(
        nomination_minutes(source),
        meeting="second",
        nominees=tuple(
            Nominee(
                name=addressed(one.candidate.person, one.candidate.printed_name),
                birth=(_text(one.candidate.person.birth) or "")[-4:],
            )
            for one in candidacies
        ),
        agreed=len(candidacies) or None,
        addressee=source.committee,
        send_by=None if due is None else source.due(due.key),
    )


def candidate_list(source: PaperSource) -> CandidateList:
    """Fill the official list of candidates."""
    election = source.election
    return CandidateList(
        form_label=SAMPLE,
        issuer_lines=source.issuers(front=True),
        dated=source.dated,
        post=post_of(source.vote),
        term=term_of(election),
        election_date=day_of(source.vote),
        candidates=tuple(
            ListedCandidate(
                title=title_of(person), name=one.candidate.printed_name, birth=_text(person.birth) or ""
            )
            for one in source.vote.candidacies
            for person in (one.candidate.person,)
        ),
        recipients=(source.committee, team_name(election), "Lưu: Ban công tác Mặt trận"),
        signer_lines=("TM. BAN CÔNG TÁC MẶT TRẬN", "TRƯỞNG BAN"),
    )


def posted_roll(source: PaperSource) -> PostedRoll:
    """Fill the roll as it is posted: the frozen one, before that the households of today."""
    election = source.election
    lines = representatives_of(source.session, election)
    return PostedRoll(
        form_label=SAMPLE,
        no_tens=no_tens_of(source.session),
        issuer_lines=source.team_issuers,
        dated=source.dated,
        post=post_of(source.vote),
        term=term_of(election),
        besides=f"{source.hamlet} ({source.besides})" if source.besides else None,
        election_date=day_of(source.vote),
        electors=electors_word(source.session, election),
        posted_on=election.roll_posted_on,
        posted_until=election.roll_posted_until,
        venue=election.roll_posted_at,
        lines=tuple(
            PostedLine(
                number=line.number,
                name=line.name,
                # The whole birth that tells namesakes apart at the table is nobody else's business on a wall.
                birth=line.birth[-4:],
                household=line.note[:1].upper() + line.note[1:],
                note="bổ sung" if line.supplement else "",
            )
            for line in lines
        ),
        groups=roll_groups(source.session, source.vote, lines),
        signer_lines=TEAM_SIGNS,
        signer=source.team_head,
    )


def posting_sheet(source: PaperSource) -> PostingSheet:
    """Fill the sheet that introduces the candidates, with the photographs that are at hand."""
    election = source.election
    return PostingSheet(
        form_label=SAMPLE,
        issuer_lines=source.team_issuers,
        dated=source.dated,
        post=post_of(source.vote),
        term=term_of(election),
        election_date=day_of(source.vote),
        venue=election.venue or None,
        candidates=tuple(
            PortrayedCandidate(
                title=title_of(one.candidate.person),
                name=one.candidate.printed_name,
                birth=_text(one.candidate.person.birth),
                photo=source.photos.get(one.candidate.person_id),
            )
            for one in source.vote.candidacies
        ),
        signer_lines=TEAM_SIGNS,
        signer=source.team_head,
    )


def invitation(source: PaperSource) -> Invitation:
    """Fill the invitation, a page for each household, those of one cluster after each other.

    Source: rules.md §2 (the election team leads).
    """
    election, team = source.election, team_of(source.election)
    post = source.vote.contest.post
    hands = source.vote.ballot is Ballot.HANDS
    return Invitation(
        form_label=source.label("01"),
        issuer_lines=source.hamlet_issuers,
        dated=source.dated,
        subject=f"Họp cộng đồng dân cư bầu {post}",
        inviter=team_name(election),
        post=post_of(source.vote),
        term=term_of(election),
        date=day_of(source.vote),
        opening=source.vote.opening,
        venue=meeting_places(source.vote),
        chair=team[0] if team and source.team_head else None,
        invited=(
            "toàn thể cử tri"
            if electors_word(source.session, election) == "voters"
            else "mỗi hộ gia đình cử một người đại diện"
        ),
        content=(
            f"giới thiệu người ứng cử, {'biểu quyết' if hands else 'bỏ phiếu'} bầu {post}, "
            f"{'kiểm đếm' if hands else 'kiểm phiếu'} và công bố kết quả"
        ),
        request=_REQUEST,
        signer_lines=TEAM_SIGNS,
        signer=source.team_head,
        addressees=_invited(source),
    )


def _invited(source: PaperSource) -> tuple[Addressee, ...]:
    placed = cluster_by_number(source.session, source.vote)
    last = len(clusters_of(source.vote)) + 1
    lines = sorted(
        representatives_of(source.session, source.election),
        key=lambda line: placed[line.number].number if line.number in placed else last,
    )
    return tuple(
        Addressee(
            name=line.name,
            capacity=_capacity(source, line.note),
            cluster=_meeting_of(placed.get(line.number)),
        )
        for line in lines
    )


def _meeting_of(cluster: Cluster | None) -> ClusterMeeting | None:
    if cluster is None:
        return None
    return ClusterMeeting(
        name=cluster.name, opening=cluster.opening, venue=cluster.venue, chair=cluster.chair
    )


def _capacity(source: PaperSource, represented: str) -> str:
    if electors_word(source.session, source.election) == "voters":
        return f"Cử tri {source.hamlet}"
    of = represented.removeprefix("ủy nhiệm, ").removeprefix("hộ ")
    return f"Đại diện hộ gia đình {of}, {source.hamlet}" if of else f"Đại diện hộ gia đình, {source.hamlet}"


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


def _text(birth: PartialDate | None) -> str | None:
    return None if birth is None else birth.text()
