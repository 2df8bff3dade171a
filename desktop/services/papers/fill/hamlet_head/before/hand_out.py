"""Papers before slips are handed to the households: the plan, and the notice to them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.elections import OfficialRole
from desktop.printing.hamlet_head.before.hand_out_facts import HandOutPaper
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.people import Person
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, term_of
from desktop.services.elections.naming import candidate_names, title_of
from desktop.services.papers.fill.hamlet_head.count.minutes import failed_meeting
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import (
    SAMPLE,
    committee_of,
    official_of,
    place_of,
    post_of,
    serving_head,
)


def hand_out_plan(source: PaperSource) -> HandOutPaper:
    """Fill the plan of the slips, which goes to both chairs of the commune."""
    place, planned = place_of(source.session, source.election), source.vote.slips_planned_on
    dated = source.dated if planned is None else DateLine.on(place, planned)
    return _paper(source, dated, [f"Chủ tịch {source.committee}", f"Chủ tịch {source.front}"])


def hand_out_notice(source: PaperSource) -> HandOutPaper:
    """Fill the notice to the households."""
    return _paper(source, source.dated, [f"Các hộ gia đình {source.hamlet}"])


def _paper(source: PaperSource, dated: DateLine, addressees: Sequence[str]) -> HandOutPaper:
    election, vote = source.election, source.vote
    sending = source.statute.find("hand_out_sending")
    front_head = official_of(election, OfficialRole.FRONT_BOARD_HEAD)
    return HandOutPaper(
        form_label=SAMPLE,
        issuer_lines=source.hamlet_issuers,
        dated=dated,
        addressees=tuple(addressees),
        hamlet=source.hamlet,
        post=post_of(vote),
        term=term_of(election),
        failed=failed_meeting(source.session, vote),
        basis=source.statute.clause("ballots_to_households").article,
        households=electorate_of(source.session, election).size or None,
        candidates=tuple(
            Person(title=title_of(candidacy.candidate.person), name=name)
            for candidacy, name in zip(vote.candidacies, candidate_names(vote), strict=True)
        ),
        team=committee_of(vote),
        begins_on=vote.slips_from,
        collected_on=day_of(vote),
        collected_by=vote.opening,
        venue=election.venue or None,
        sending_days=sending.whole() if sending else None,
        head_line=vote.contest.post.upper(),
        head=serving_head(source.session, election),
        front_head=front_head.name if front_head else None,
    )
