"""The papers of the eve for one hamlet: what each of them says, from what is kept."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Ballot, Round, Vote
from desktop.printing.counting.roll_facts import SignInRoll
from desktop.printing.counting.tally_facts import TallyCandidate, TallySheet
from desktop.printing.hamlet_head.day import ballot_handover, cover_checklist, sign_in_roll, tally_sheet
from desktop.printing.hamlet_head.day.ballot_handover import BallotHandover, SealedPiece
from desktop.printing.hamlet_head.day.cover_checklist import CoverChecklist, EnvelopeItem
from desktop.printing.setting.date_line import DateLine
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, term_of
from desktop.services.elections.naming import candidate_names, title_of
from desktop.services.office.workplace import is_training
from desktop.services.papers.fill.hamlet_head.clusters import roll_groups
from desktop.services.papers.fill.hamlet_head.representatives import representatives_of
from desktop.services.papers.fill.heads import (
    SAMPLE,
    ballots_word,
    electors_word,
    hamlet_of,
    no_tens_of,
    place_of,
    post_of,
    running_body,
    running_issuers,
    running_team_of,
    team_of,
)
from desktop.wording import words

HANDOVER_COPIES = 2


def draw_cover(session: Session, vote: Round, contents: tuple[EnvelopeItem, ...]) -> bytes:
    """Draw the cover of a hamlet's envelope with the list of what is in it."""
    return cover_checklist.draw(cover_of(session, vote, contents), training=is_training(session))


def cover_of(session: Session, vote: Round, contents: tuple[EnvelopeItem, ...] = ()) -> CoverChecklist:
    """Return what the cover of a hamlet's envelope says; without contents, rows for a pen."""
    election = vote.election
    team = running_team_of(vote)
    return CoverChecklist(
        form_label=SAMPLE,
        issuer_lines=running_issuers(session, vote),
        dated=_eve(session, vote),
        hamlet=hamlet_of(election),
        post=post_of(vote),
        term=term_of(election),
        election_date=day_of(vote),
        opening=vote.opening,
        venue=election.venue or None,
        receiver=f"{team[0].title} {team[0].name}, {team[0].role}" if team else None,
        receiver_name=team[0].name if team else None,
        contents=contents,
    )


def draw_handover(session: Session, vote: Round, ballots: int) -> bytes:
    """Draw the record of the ballots that the commune hands to the election team."""
    return ballot_handover.draw(handover_of(session, vote, ballots), training=is_training(session))


def handover_of(session: Session, vote: Round, ballots: int | None) -> BallotHandover:
    """Return what the record of the ballots handed over says; None where they are not printed yet."""
    election = vote.election
    commune = election.unit.parent
    authority = f"{commune.kind} {commune.name}" if commune else ""
    hamlet, word = hamlet_of(election), ballots_word(vote)
    # Slips bear no seal.
    sealed = "" if vote.vote is Vote.HAND_OUT else " đã đóng dấu"
    return BallotHandover(
        form_label=SAMPLE,
        no_tens=no_tens_of(session),
        issuer_lines=("ỦY BAN NHÂN DÂN", authority.upper()),
        dated=_eve(session, vote),
        giver=f"Ủy ban nhân dân {authority[:1].lower()}{authority[1:]}",
        receiver=f"{running_body(vote)} {hamlet[:1].lower()}{hamlet[1:]}",
        receivers=running_team_of(vote),
        ballots_word=word,
        post=post_of(vote),
        term=term_of(election),
        election_date=day_of(vote),
        ballots=ballots,
        electorate=electorate_of(session, election).frozen,
        electorate_words=words(f"base.{electors_word(session, election)}"),
        pieces=()
        if ballots is None
        else (SealedPiece(label=f"Gói số 1: {word}{sealed}, niêm phong", ballots=ballots),),
        copies=HANDOVER_COPIES,
    )


def draw_sign_in(session: Session, vote: Round) -> bytes:
    """Draw the roll with a column to sign in: for a ballot, or as present where hands are raised.

    Before the roll is frozen it holds the households of today.

    Raises:
        RequestRefused: ``roll.empty``.
    """
    roll = sign_in_of(session, vote)
    if not roll.lines:
        raise RequestRefused("roll.empty", where=vote.election.unit.code)
    return sign_in_roll.draw(roll, training=is_training(session))


def sign_in_of(session: Session, vote: Round) -> SignInRoll:
    """Return the roll to sign, of the households of today before it is frozen."""
    election = vote.election
    team = team_of(election)
    hands = vote.ballot is Ballot.HANDS
    lines = representatives_of(session, election)
    return SignInRoll(
        form_label=SAMPLE,
        no_tens=no_tens_of(session),
        issuer_lines=running_issuers(session, vote),
        dated=_eve(session, vote),
        purpose="attendance" if hands else "ballots",
        electors=electors_word(session, election),
        hamlet=hamlet_of(election),
        post=post_of(vote),
        term=term_of(election),
        election_date=day_of(vote),
        lines=lines,
        groups=roll_groups(session, vote, lines),
        team_head=team[0].name if team else None,
    )


def draw_tally(session: Session, vote: Round) -> bytes:
    """Draw the sheets on which the main box is counted mark by mark."""
    return tally_sheet.draw(tally_of(session, vote), training=is_training(session))


def tally_of(session: Session, vote: Round) -> TallySheet:
    """Return what the tally sheets say."""
    election = vote.election
    candidacies = vote.candidacies
    return TallySheet(
        issuer_lines=running_issuers(session, vote),
        post=post_of(vote),
        term=term_of(election),
        date=day_of(vote),
        electorate=electorate_of(session, election).frozen,
        candidates=tuple(
            TallyCandidate(title=title_of(candidacy.candidate.person), name=name.upper())
            for candidacy, name in zip(candidacies, candidate_names(vote), strict=True)
        ),
    )


def _eve(session: Session, vote: Round) -> DateLine:
    # The day of the hand-over is written by hand; the month too where the eve is in another one.
    day = day_of(vote)
    known = day.day > 2
    return DateLine(
        place=place_of(session, vote.election),
        month=day.month if known else None,
        year=day.year if known else None,
    )
