"""The commune's decision on a result as a paper: recognised, or to be held again; a sample, marked as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.records import CountRecord
from desktop.models.elections import Round
from desktop.models.results import Decision, DecisionResult
from desktop.printing.hamlet_head.after.hold_again_decision import HoldAgainDecision
from desktop.printing.hamlet_head.after.recognition_decision import RecognisedHead, RecognitionDecision
from desktop.services.counting.finalised import latest_count, names_as_counted, record_of
from desktop.services.elections.base_words import base_noun
from desktop.services.elections.lookup import day_of, frozen_statute
from desktop.services.elections.naming import title_of
from desktop.services.office.signing import Signature, signature_of
from desktop.services.office.workplace import own_office
from desktop.services.papers.fill.decision_frame import NOT_MADE, Made, decided_election, decision_frame
from desktop.services.papers.fill.hamlet_head.after.dossier import dossier_of
from desktop.services.papers.fill.hamlet_head.besides import called_besides
from desktop.services.papers.fill.hamlet_head.facts import newest_count
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.hamlet_head.term_change import term_articles
from desktop.services.papers.fill.heads import electors_word, team_name
from desktop.services.results.decisions import decision_of
from desktop.services.results.reasons import suggested_reason
from desktop.wording import words


def decision_of_count(
    session: Session, vote: Round, today: date, *, again: bool = False
) -> RecognitionDecision | HoldAgainDecision:
    """Return what the decision on the newest count says: as recorded, before that as far as written.

    Args:
        session: open.
        vote: the round.
        today: the day on which it is drawn: a hamlet that is no more by then is told what has become of it.
        again: that the election be held again, whoever was elected.

    Raises:
        RequestRefused: ``count.none``.
    """
    election, count = vote.election, latest_count(session, vote)
    record, decision = record_of(count), decision_of(session, count)
    result = decision.result if decision else None
    recognised = (
        result is not DecisionResult.HELD_AGAIN if result else bool(record.outcome.elected) and not again
    )
    hamlet = f"{vote.election.unit.kind.lower()} {election.unit.name}"
    frame = decision_frame(
        session,
        election,
        frozen_statute(election, decision.decided_on if decision else None),
        "recognised_by" if recognised else "held_again_by",
        on=decision.decided_on if decision and decision.decided_on else today,
        made=_made(session, decision),
        further_bases=(
            *(
                f"Căn cứ {one.title} ngày {one.made_on:%d/%m/%Y} của {hamlet}"
                for one in dossier_of(session, vote, record)
                if one.minutes
            ),
            f"Theo đề nghị của {team_name(election)}",
        ),
        # The form of holding it again names the election team by itself.
        with_team=recognised,
    )
    decided = replace(decided_election(vote, record.date), besides=called_besides(session, election, today))
    if recognised:
        head = _head(vote, record, decision)
        further = term_articles(election, frozen_statute(election))
        return RecognitionDecision(frame=frame, election=decided, head=head, further=further)
    reason = (decision.reason if decision else None) or suggested_reason(record, frozen_statute(election))
    return HoldAgainDecision(
        frame=frame,
        election=decided,
        reason=_within_a_sentence(reason),
        new_date=decision.again_on if decision else None,
        venue=election.venue,
        team=team_name(election),
    )


def _made(session: Session, decision: Decision | None) -> Made:
    if decision is None:
        return NOT_MADE
    if decision.result:
        signature = Signature(decision.by_deputy is True, decision.signer)
    else:
        signature = signature_of(own_office(session).settings, by_deputy=decision.by_deputy)
    return Made(decision.number, decision.decided_on, signature)


def _within_a_sentence(reason: str) -> str:
    words = reason.strip().rstrip(".")
    first, _, rest = words.partition(" ")
    # "Vi phạm …" goes on in small letters; "Nà Ếch …" is a name.
    starts = first[1:].islower() and not rest[:1].isupper()
    return (words[:1].lower() + words[1:] if starts else words) or "…"


def _head(vote: Round, record: CountRecord, decision: Decision | None) -> RecognisedHead:
    outcome = record.outcome
    accepted = [said.candidate for said in decision.people if said.accepted] if decision else []
    named = zip(names_as_counted(record), vote.candidacies, strict=True)
    noun = base_noun(outcome.base.name, vote.vote)
    for (name, candidacy), share in zip(named, outcome.shares, strict=True):
        chosen = candidacy.candidate in accepted if accepted else name in outcome.elected
        if chosen:
            person = candidacy.candidate.person
            return RecognisedHead(
                title=title_of(person),
                name=candidacy.candidate.printed_name,
                birth=person.birth.text() if person.birth else None,
                votes=share.numerator or 0,
                votes_unit="người tán thành" if vote.ballot == "hands" else "phiếu",
                electorate=share.denominator,
                electorate_words=f"{noun} của {vote.election.unit.kind.lower()}",
            )
    raise RequestRefused("recognition.nobody", where=vote.election.code)


def recognition_decision(source: PaperSource) -> RecognitionDecision:
    """Fill the decision that recognises the result; of a count that elected nobody, what stands around it."""
    election, count = source.election, newest_count(source.session, source.vote)
    if count is not None and record_of(count).outcome.elected:
        made = decision_of_count(source.session, source.vote, source.workplace.today())
        if isinstance(made, RecognitionDecision):
            return made
    noun = words(f"base.{electors_word(source.session, election)}")
    return RecognitionDecision(
        frame=decision_frame(
            source.session,
            election,
            source.statute,
            "recognised_by",
            on=source.workplace.today(),
            with_team=True,
        ),
        election=decided_election(source.vote, day_of(source.vote)),
        head=RecognisedHead(electorate_words=f"{noun} của {election.unit.kind.lower()}"),
        further=term_articles(election, source.statute),
    )


def hold_again_decision(source: PaperSource) -> HoldAgainDecision:
    """Fill the decision that the election is held again; where no count calls for it, only its frame."""
    election = source.election
    if newest_count(source.session, source.vote) is not None:
        made = decision_of_count(source.session, source.vote, source.workplace.today())
        if isinstance(made, HoldAgainDecision):
            return made
    return HoldAgainDecision(
        frame=decision_frame(
            source.session, election, source.statute, "held_again_by", on=source.workplace.today()
        ),
        election=decided_election(source.vote, day_of(source.vote)),
        venue=election.venue or None,
        team=team_name(election),
    )
