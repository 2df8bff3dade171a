"""The candidates of an election and the people who run it, as their step shows them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.elections import Ballot, Candidacy, Round, Vote
from desktop.models.people import Person, Sex
from desktop.models.store.session import reading, writing
from desktop.rules.ballot_order import shown_births
from desktop.rules.eligibility import officials_who_stand
from desktop.rules.facts import counted_in_meeting
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.elections.candidates import put_on_list
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.drawn_up import eligible_households
from desktop.services.elections.eligibility import candidate_problems
from desktop.services.elections.lookup import day_of, state_of, statute_for, vote_of
from desktop.services.elections.naming import Title, nominee_of, title_of
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import (
    Lack,
    listed_names,
    may_appoint,
    missing_officials,
    team_names,
)
from desktop.services.elections.phases import LIST_STAYS
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.partial_date import age_on, parse_typed
from desktop.vietnamese.text import fold, tidy

_SEXES = {Title.MR.value: Sex.MALE.value, Title.MRS.value: Sex.FEMALE.value}
_SHORTEST_NAME = 2
_BEFORE_PRINTING = (VoteState.DRAFT, VoteState.LISTED)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who may stand: how papers address them, the birth as people write it; empty if unknown.

    ``person`` is None for a newcomer who isn't written down yet; a newcomer heads no household of the hamlet.
    """

    person: int | None
    title: str
    name: str
    birth: str
    newcomer: bool = False


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A candidate in the place that the ballot gives; ``shown_birth`` is printed where names are equal.

    ``age`` is in full years on the day of the election, None where the birth is not known.
    """

    position: int
    person: PersonLine
    shown_birth: str | None
    age: int | None


@dataclass(frozen=True, slots=True)
class OfficialLine:
    """Somebody who runs the election, as papers name them; ``place`` counts the lines of the role from 1.

    ``post`` is what they are beside it.
    """

    role: str
    place: int
    title: str
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class CandidatesView:
    """What the step of candidates shows.

    Attributes:
        editable: whether the candidates may still change.
        form_editable: whether the form of vote may.
        list_stays: nothing is printed yet, and still nobody can be put on the list or taken off it.
        vote: which vote this is (``first``, ``again``, ``run_off``, ``hand_out``).
        officials_editable: whether the people who run it may.
        least, most: how many candidates there must be; ``most`` is None without a bound.
        rules: the clauses on their number and standards, on the form of vote and on who counts.
        lacks: parts of the officials' list whose number isn't right.
        problems: what the statute has against a candidate (E503, W503 to W505, N504), and E502, a candidate
            among those who run it.
        counted_in_meeting: raised hands are counted at once, without a counting committee.
    """

    hamlet: str
    round: int
    ballot: str
    editable: bool
    form_editable: bool
    list_stays: bool
    vote: str
    officials_editable: bool
    candidates: tuple[CandidateLine, ...]
    officials: tuple[OfficialLine, ...]
    least: int
    most: int | None
    rules: tuple[ClauseView, ...]
    lacks: tuple[Lack, ...]
    problems: tuple[Problem, ...]
    counted_in_meeting: bool = False


@for_elections
def candidates_view(workplace: Workplace, code: str) -> CandidatesView:
    """Return what the step of candidates shows."""
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        heads = {household.head_id for household in eligible_households(session, vote.election)}
        return _view(workplace, session, vote, heads)


@for_elections
def people_of(workplace: Workplace, code: str, search: str = "", limit: int = 50) -> tuple[PersonLine, ...]:
    """Find heads of households of the election's hamlet by parts of their names, marks or none.

    In the Vietnamese order of names; candidates of the round are left out.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        listed = {candidacy.candidate.person_id for candidacy in vote.candidacies}
        words = fold(search).split()
        found = [
            household.head
            for household in eligible_households(session, vote.election)
            if household.head_id not in listed and all(word in household.head.folded for word in words)
        ]
        return tuple(_person(person) for person in found[:limit])


def put_on(workplace: Workplace, code: str, person: PersonLine) -> int:
    """Put somebody who was picked or typed in on the candidate list, and return the person's key.

    Raises:
        StepRefused, RequestRefused: as ``put_on_list``.
    """
    return put_on_list(workplace, code, _nomination(person))


def newcomer(name: str, title: str, birth: str) -> PersonLine:
    """Return somebody typed in by name, whom no household of the hamlet stands for.

    Args:
        name: in full.
        title: ``Ông``, ``Bà``, or empty where the sex is not known.
        birth: ``dd/mm/yyyy``, ``mm/yyyy`` or ``yyyy``; empty where it is not known.

    Raises:
        RequestRefused: ``candidates.name`` without surname and given name, ``candidates.birth`` for a birth
            that is none.
    """
    if len(name.split()) < _SHORTEST_NAME:
        raise RequestRefused("candidates.name", where="name")
    try:
        written = parse_typed(birth).text() if birth.strip() else ""
    except ValueError as error:
        raise RequestRefused("candidates.birth", where="birth") from error
    return PersonLine(None, title, tidy(name), written, newcomer=True)


def choose_ballot(workplace: Workplace, code: str, ballot: str) -> str:
    """Set the form of vote of the round: ``strike``, ``agree`` or ``hands``, until ballots are printed.

    Returns:
        The form that was set before.

    Raises:
        StepRefused: ballots are printed, or the roll was closed for a vote by hands.
        RequestRefused: ``hand_out.ballot``: slips for households have one form.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("choose_ballot", *_BEFORE_PRINTING)
        if vote.vote is Vote.HAND_OUT:
            raise RequestRefused("hand_out.ballot", where=vote.election.code)
        before, vote.ballot = vote.ballot, Ballot(ballot)
        session.flush()
        workplace.note(session, "round.ballot", vote, "ballot")
        return before.value


def _view(workplace: Workplace, session: Session, vote: Round, heads: set[int]) -> CandidatesView:
    election = vote.election
    statute = statute_for(workplace, election)
    most = statute.find("candidates_max")
    births = shown_births([nominee_of(c.candidate.person) for c in vote.candidacies])
    return CandidatesView(
        hamlet=f"{election.unit.kind} {election.unit.name}",
        round=vote.number,
        ballot=vote.ballot.value,
        editable=state_of(vote) in _BEFORE_PRINTING and vote.vote not in LIST_STAYS,
        form_editable=state_of(vote) in _BEFORE_PRINTING and vote.vote is not Vote.HAND_OUT,
        list_stays=state_of(vote) in _BEFORE_PRINTING and vote.vote in LIST_STAYS,
        vote=vote.vote.value,
        officials_editable=may_appoint(vote),
        candidates=tuple(
            _candidate(vote, candidacy, shown, heads)
            for candidacy, shown in zip(vote.candidacies, births, strict=True)
        ),
        officials=tuple(
            OfficialLine(o.role.value, o.position, o.title or "", o.name, o.post or "")
            for o in election.officials
        ),
        least=statute.clause("candidates_min").whole(),
        most=most.whole() if most else None,
        rules=_rules(statute),
        lacks=missing_officials(statute, vote),
        counted_in_meeting=counted_in_meeting(statute, vote.ballot),
        problems=(
            *officials_who_stand(team_names(election), listed_names(vote)),
            *candidate_problems(workplace, session, vote),
        ),
    )


def _rules(statute: Statute) -> tuple[ClauseView, ...]:
    keys = (
        "candidates_min",
        "candidates_max",
        "age_min",
        "residence",
        "standards",
        "standards_preferred",
        "form_of_vote",
        "counting_committee_min",
        "witnesses",
    )
    return tuple(clause_view(clause) for key in keys if (clause := statute.find(key)) is not None)


def _candidate(vote: Round, candidacy: Candidacy, shown_birth: str | None, heads: set[int]) -> CandidateLine:
    person = candidacy.candidate.person
    age = age_on(person.birth, day_of(vote)) if person.birth else None
    line = _person(person, newcomer=person.id not in heads)
    return CandidateLine(candidacy.position, line, shown_birth, age)


def _person(person: Person, *, newcomer: bool = False) -> PersonLine:
    birth = person.birth.text() if person.birth else ""
    return PersonLine(person.id, title_of(person), person.name, birth, newcomer)


def _nomination(line: PersonLine) -> Nomination:
    if not line.newcomer:
        return Nomination(line.name, person=line.person)
    birth = parse_typed(line.birth).iso() if line.birth else None
    return Nomination(line.name, birth, line.person, newcomer=True, sex=_SEXES.get(line.title))
