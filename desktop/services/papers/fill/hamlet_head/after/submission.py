"""The election team's submission to the commune: what was decided, and the papers that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.exchange.facts_record import counted
from desktop.exchange.records import CountRecord
from desktop.models.elections import Ballot, Round, Vote
from desktop.printing.hamlet_head.after.submission import Enclosure, Submission
from desktop.printing.hamlet_head.count import meeting_blank
from desktop.printing.hamlet_head.count import meeting_minutes as meeting_form
from desktop.printing.hamlet_head.count.meeting_minutes import MeetingMinutes
from desktop.printing.setting.sheets import page_count
from desktop.services.counting.finalised import names_as_counted, record_of
from desktop.services.elections.base_words import base_noun
from desktop.services.elections.lookup import day_of, frozen_statute, term_of
from desktop.services.elections.naming import addressed, birth_year_of
from desktop.services.office.workplace import is_training
from desktop.services.papers.fill.hamlet_head.after.dossier import dossier_of
from desktop.services.papers.fill.hamlet_head.cited import team_cited
from desktop.services.papers.fill.hamlet_head.count.meeting import meeting_minutes
from desktop.services.papers.fill.hamlet_head.count.minutes import failed_meeting
from desktop.services.papers.fill.hamlet_head.facts import newest_count
from desktop.services.papers.fill.hamlet_head.source import TEAM_SIGNS, PaperSource
from desktop.services.papers.fill.heads import SAMPLE, electors_word, post_of, team_name
from desktop.services.results.reasons import suggested_reason
from desktop.wording import words

_ADDRESSEES = ("commune_committee", "commune_front")


@dataclass(frozen=True, slots=True)
class _Elected:
    """Who is elected as a sentence names them, in which year born, by how many votes."""

    said: str
    birth_year: int | None
    votes: int | None


def submission(source: PaperSource) -> Submission:
    """Fill the team's submission, its figures from the finalised count.

    Source: Law 10/2022/QH15 art. 20.3 (sent to the People's Committee and the Front); rules.md §2.
    """
    election, vote, count = source.election, source.vote, newest_count(source.session, source.vote)
    record = None if count is None else record_of(count)
    base = None if record is None else record.outcome.base
    slips, failed = vote.vote is Vote.HAND_OUT, failed_meeting(source.session, vote)
    who = electors_word(source.session, election)
    noun = words(f"base.{who}") if base is None else base_noun(base.name, vote.vote)
    elected = None if record is None else _elected(vote, record)
    recognition, addressees = source.statute.clause("recognition"), _addressees(source)
    days = recognition.value if isinstance(recognition.value, int) else None
    return Submission(
        form_label=SAMPLE,
        issuer_lines=source.team_issuers,
        dated=source.dated,
        asked="recognition" if record is None or elected else "hold_again",
        addressees=addressees,
        team=team_name(election),
        team_decision=team_cited(election, source.statute),
        hamlet=source.hamlet,
        besides=source.called_now,
        post=post_of(vote),
        term=term_of(election),
        election_date=day_of(vote) if record is None else record.date,
        venue=election.venue or None,
        failed_on=failed.date if failed else None,
        electorate=None if base is None else base.value,
        electorate_words=f"{'hộ gia đình' if slips else noun} của {election.unit.kind.lower()}",
        present=None if record is None else counted(record.facts.issued if slips else record.facts.present),
        elected=elected.said if elected else None,
        birth_year=elected.birth_year if elected else None,
        votes=elected.votes if elected else None,
        votes_unit="người tán thành" if vote.ballot is Ballot.HANDS else "phiếu",
        reason=None if record is None or elected else _reason(vote, record),
        recognition_days=days,
        recognition_article=recognition.cited if days else None,
        enclosed=() if record is None else _enclosed(source, record, len(addressees)),
        signer_lines=TEAM_SIGNS,
        signer=source.team_head,
    )


def _addressees(source: PaperSource) -> tuple[str, ...]:
    sent_to = source.statute.find("sent_to")
    named = dict(zip(_ADDRESSEES, (source.committee, source.front), strict=True))
    return tuple(named[key] for key in (sent_to.words() if sent_to else _ADDRESSEES[:1]))


def _enclosed(source: PaperSource, record: CountRecord, copies: int) -> tuple[Enclosure, ...]:
    """List the papers: minutes for each addressee, what only accounts for paper once."""
    return tuple(
        Enclosure(
            paper=one.named,
            copies=copies if one.minutes else 1,
            pages=_meeting_pages(source) if one.of_meeting and one.pages is None else one.pages,
        )
        for one in dossier_of(source.session, source.vote, record)
    )


def _meeting_pages(source: PaperSource) -> int:
    """Count the pages of the minutes of the meeting as they are printed: full, or for a pen."""
    minutes, training = meeting_minutes(source), is_training(source.session)
    if isinstance(minutes, MeetingMinutes):
        return page_count(meeting_form.draw(minutes, training=training))
    return page_count(meeting_blank.draw_blank(minutes, training=training))


def _reason(vote: Round, record: CountRecord) -> str | None:
    return suggested_reason(record, frozen_statute(vote.election)) or None


def _elected(vote: Round, record: CountRecord) -> _Elected | None:
    if not record.outcome.elected:
        return None
    name = record.outcome.elected[0]
    share = record.outcome.share_of(name)
    votes = share.numerator if share else None
    for printed, candidacy in zip(names_as_counted(record), vote.candidacies, strict=True):
        if printed == name:
            person = candidacy.candidate.person
            said = addressed(person, candidacy.candidate.printed_name)
            if said.startswith(("Ông ", "Bà ")):
                said = f"{said[:1].lower()}{said[1:]}"
            return _Elected(said, birth_year_of(person), votes)
    return _Elected(name, None, votes)
