"""What every paper of an election begins and ends with: who issues it, where, for which term, who signs."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models.elections import Election, Occasion, OfficialRole, Round, Vote
from desktop.models.places import Unit
from desktop.models.rolls import ElectorateKind
from desktop.printing.counting.facts import CommitteeMember, Electors
from desktop.printing.setting.people import Official, Person
from desktop.rules.statute import Statute
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.officials import counting_roles
from desktop.services.office.workplace import own_office
from desktop.services.places.heads import heads_of
from desktop.vietnamese.numerals import NoTens

SAMPLE = "Mẫu tham khảo - pháp luật không quy định mẫu bắt buộc"

_COUNTING_FORM = "Mẫu số 02"
_TEAM = {OfficialRole.TEAM_HEAD: "Tổ trưởng Tổ bầu cử", OfficialRole.TEAM_MEMBER: "Thành viên Tổ bầu cử"}


def committee_of(vote: Round) -> tuple[CommitteeMember, ...]:
    """Name who counts a vote, the head first: a meeting's counting committee, or the team of slips."""
    head, member = counting_roles(vote)
    words = {head: "Tổ trưởng", member: "Thành viên"}
    members = [official for official in vote.election.officials if official.role in words]
    members.sort(key=lambda official: (official.role is not head, official.position))
    return tuple(
        CommitteeMember(title=m.title or "", name=m.name, role=words[m.role], post=m.post or "")
        for m in members
    )


def team_of(election: Election) -> tuple[Official, ...]:
    """Name the election team, its head first."""
    team = [official for official in election.officials if official.role in _TEAM]
    team.sort(key=lambda official: (official.role is not OfficialRole.TEAM_HEAD, official.position))
    return tuple(Official(title=o.title or "", name=o.name, role=_TEAM[o.role]) for o in team)


def running_team_of(vote: Round) -> tuple[Official, ...]:
    """Name the team that runs a vote, its head first: the election team, or the team that hands out slips."""
    if vote.vote is not Vote.HAND_OUT:
        return team_of(vote.election)
    return tuple(
        Official(title=one.title, name=one.name, role=f"{one.role} {running_body(vote)}")
        for one in committee_of(vote)
    )


def running_body(vote: Round) -> str:
    """Name the body that runs a vote: ``Tổ bầu cử``, ``Tổ phát phiếu``."""
    return "Tổ phát phiếu" if vote.vote is Vote.HAND_OUT else "Tổ bầu cử"


def ballots_word(vote: Round) -> str:
    """Name what is marked in a vote: ``phiếu bầu``, ``phiếu lấy ý kiến``."""
    return "phiếu lấy ý kiến" if vote.vote is Vote.HAND_OUT else "phiếu bầu"


def running_issuers(session: Session, vote: Round) -> tuple[str, ...]:
    """Return the lines at the upper left of a paper of the team that runs a vote."""
    return issuer_lines(session, vote.election, running_body(vote), vote.election.unit.kind)


def witnesses_of(election: Election) -> tuple[Person, ...]:
    """Name the witnesses of the count."""
    return tuple(
        Person(title=official.title or "", name=official.name)
        for official in election.officials
        if official.role is OfficialRole.WITNESS
    )


def form_label(statute: Statute, number: str) -> str:
    """Return the label of one of the statute's forms, a sample's where it has none."""
    label = " ".join(statute.clause("counting_minutes_form").words())
    return label.replace(_COUNTING_FORM, f"Mẫu số {number}") if _COUNTING_FORM in label else SAMPLE


def issuer_lines(session: Session, election: Election, *between: str) -> tuple[str, ...]:
    """Return the lines at the upper left: the commune's, and the unit's name in the last."""
    commune = election.unit.parent
    line = own_office(session).settings.issuer_line
    if line is None:
        line = f"UBND {commune.kind} {commune.name}" if commune else own_office(session).name
    *bodies, last = between
    return tuple(text.upper() for text in (line, *bodies, f"{last} {election.unit.name}"))


def place_of(session: Session, election: Election) -> str:
    """Return the place that stands before the date of an election's paper."""
    return place_of_unit(session, election.unit)


def place_of_unit(session: Session, unit: Unit) -> str:
    """Return the place that stands before the date of a paper on a hamlet."""
    return own_office(session).settings.place or (unit.parent or unit).name


def no_tens_of(session: Session) -> NoTens:
    """Return the office's word for no tens in numerals: 105 is một trăm linh năm, or lẻ năm."""
    return own_office(session).settings.no_tens


def hamlet_of(election: Election) -> str:
    """Name the hamlet with its word: ``Thôn Nà Ếch``."""
    return f"{election.unit.kind} {election.unit.name}"


def team_name(election: Election) -> str:
    """Name the election team as a body: ``Tổ bầu cử thôn Nà Ếch``."""
    return f"Tổ bầu cử {hamlet_of(election)[:1].lower()}{hamlet_of(election)[1:]}"


def official_of(election: Election, role: OfficialRole) -> Person | None:
    """Return who has a role that one person has; None where nobody is named."""
    found = next((one for one in election.officials if one.role is role), None)
    return None if found is None else Person(title=found.title or "", name=found.name)


def serving_head(session: Session, election: Election) -> str | None:
    """Name who heads the hamlet on the election's day; None where that isn't known, or the head left early.

    Source: rules.md §2 (who signs in place of a head to be replaced is not said).
    """
    if election.occasion is Occasion.REPLACEMENT:
        return None
    head = heads_of(session, [election.unit], election.held_on).get(election.unit_id)
    return head.holder if head is not None else None


def post_of(vote: Round) -> str:
    """Name the post with its hamlet: ``Trưởng thôn Nà Ếch``."""
    return f"{vote.contest.post} {vote.election.unit.name}"


def electors_word(session: Session, election: Election) -> Electors:
    """Return who votes for the head of a hamlet, as the papers say it."""
    kind = electorate_of(session, election).kind
    return (kind or ElectorateKind.HOUSEHOLDS).value
