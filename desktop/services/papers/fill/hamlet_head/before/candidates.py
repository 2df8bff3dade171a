"""Papers of who stands: minutes that nominate, the official list, the sheet that introduces them."""

from __future__ import annotations

from dataclasses import replace

from desktop.printing.hamlet_head.before.candidate_list import CandidateList, ListedCandidate
from desktop.printing.hamlet_head.before.nomination_minutes import NominationMinutes, Nominee
from desktop.printing.hamlet_head.before.posting_sheet import PortrayedCandidate, PostingSheet
from desktop.services.elections.lookup import day_of, term_of
from desktop.services.elections.naming import addressed, title_of
from desktop.services.papers.fill.hamlet_head.source import TEAM_SIGNS, PaperSource
from desktop.services.papers.fill.heads import SAMPLE, post_of, team_name
from desktop.vietnamese.partial_date import PartialDate


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


def _text(birth: PartialDate | None) -> str | None:
    return None if birth is None else birth.text()
