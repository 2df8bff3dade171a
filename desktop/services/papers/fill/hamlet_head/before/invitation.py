"""The invitation to the meeting that elects, for each household or voter."""

from __future__ import annotations

from desktop.models.elections import Ballot, Cluster
from desktop.printing.hamlet_head.before.invitation import Addressee, ClusterMeeting, Invitation
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.lookup import day_of, term_of
from desktop.services.papers.fill.hamlet_head.clusters import cluster_by_number, meeting_places
from desktop.services.papers.fill.hamlet_head.representatives import representatives_of
from desktop.services.papers.fill.hamlet_head.source import TEAM_SIGNS, PaperSource
from desktop.services.papers.fill.heads import electors_word, post_of, team_name, team_of

_REQUEST = (
    "Đề nghị ông (bà) có mặt đúng thời gian, địa điểm nêu trên. Nếu không dự được, đề nghị cử người trong hộ "
    "gia đình đi thay và báo trước cho Tổ bầu cử"
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
