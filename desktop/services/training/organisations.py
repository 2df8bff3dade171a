"""The example's Party organisations: a branch for each hamlet, four of places of work, members and posts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.services.office.workplace import Workplace
from desktop.services.party import assignments, members, organisations, posts, terms
from desktop.services.party.organisations import NewOrganisation, OrganisationKind
from desktop.services.party.posts import NewPost, PostKind, Way
from desktop.services.places.succession import Decision
from desktop.services.training.offices import TrainingDay
from desktop.services.training.register import Register
from desktop.vietnamese.partial_date import PartialDate
from desktop.wording import words

_WORK = (
    (OrganisationKind.OFFICE, "party.example.branch.office"),
    (OrganisationKind.SCHOOL, "party.example.branch.school"),
    (OrganisationKind.PUBLIC_UNIT, "party.example.branch.health"),
    (OrganisationKind.ARMED_FORCE, "party.example.branch.police"),
)
_CONGRESS, _ENDS = date(2025, 3, 9), date(2027, 9, 9)
_MEMBERS = 7
_FIRST = 3  # of the households of a hamlet; those before stand as candidates
_APART, _NO_MEMBER = (4, 9), 11  # hamlets in which others head than the secretary, and one who is no member
_NOBODY = (3, 7, 12)  # branches of which nobody is in charge
_IN_CHARGE = 4


def organise(day: TrainingDay, registers: Sequence[Register]) -> None:
    """Make the committee, the branches, their terms, members, posts and who is in charge of which.

    Args:
        day: offices and scene.
        registers: the hamlets, each with its households, from which the people are taken.
    """
    place, scene = day.commune, day.scene
    make_committee(day)
    leaders = [str(row["name"]) for row in registers[0].rows[-_IN_CHARGE:]]
    for number, register in enumerate(registers):
        code = _branch(place, number, register)
        if number not in _NOBODY:
            who = leaders[number % _IN_CHARGE]
            assignments.assign(place, assignments.NewAssignment(code, who, _CONGRESS, number="45-TB/ĐU"))
    for (kind, name), row in zip(_WORK, registers[1].rows[-len(_WORK) :], strict=True):
        code = organisations.add_organisation(place, NewOrganisation(kind, words(name, place=scene.place)))
        terms.add_term(place, code, terms.NewTerm(_CONGRESS, _ENDS, congress=1))
        key = members.add_member(place, code, str(row["name"]), str(row.get("identity") or ""))
        admitted(place, key, 0)
        for post, way in ((PostKind.SECRETARY, Way.ELECTED), (PostKind.UNIT_HEAD, Way.APPOINTED)):
            _takes(place, post, code, str(row["name"]), way)
    day.tell(words("training.branches", branches=len(registers) + len(_WORK)))


def make_committee(day: TrainingDay) -> None:
    """Make the Party organisation of the commune, to which its branches belong."""
    scene = day.scene
    decision = Decision(
        "01-QĐ/TU", scene.begins.date() - timedelta(days=330), words("party.example.province")
    )
    committee = NewOrganisation(
        OrganisationKind.COMMITTEE, words("party.example.committee", place=scene.place), decision=decision
    )
    organisations.add_organisation(day.commune, committee)


def _branch(place: Workplace, number: int, register: Register) -> str:
    """Make a hamlet's branch with members from its households, and return its code."""
    hamlet = register.unit
    name = words("party.branch_of", hamlet=f"{hamlet.kind.lower()} {hamlet.name}")
    new = NewOrganisation(OrganisationKind.RESIDENTIAL, name, (hamlet.code,))
    code = organisations.add_organisation(place, new)
    terms.add_term(place, code, terms.NewTerm(_CONGRESS, _ENDS, congress=1 + number % 3))
    people = [str(row["name"]) for row in register.rows[_FIRST : _FIRST + _MEMBERS]]
    for at, row in enumerate(register.rows[_FIRST : _FIRST + _MEMBERS - 1]):
        key = members.add_member(place, code, str(row["name"]), str(row.get("identity") or ""))
        admitted(place, key, at)
    _takes(place, PostKind.SECRETARY, code, people[0])
    _takes(place, PostKind.DEPUTY_SECRETARY, code, people[1])
    _takes(place, PostKind.COMMITTEE_MEMBER, code, people[2])
    head = people[-1] if number == _NO_MEMBER else people[3] if number in _APART else people[0]
    _takes(place, PostKind.HAMLET_HEAD, hamlet.code, head, None)
    _takes(place, PostKind.FRONT_BOARD_HEAD, hamlet.code, people[1 + number % 3], Way.APPOINTED)
    if number % 5:
        _takes(place, PostKind.HAMLET_DEPUTY, hamlet.code, people[4], Way.APPOINTED)
        _takes(place, PostKind.POLICE_OFFICER, hamlet.code, people[4 + (number % 4 == 0)], Way.APPOINTED)
    return code


def _takes(place: Workplace, kind: PostKind, code: str, name: str, way: Way | None = Way.ELECTED) -> None:
    number = "12-QĐ/ĐU" if way is Way.ELECTED else ""
    begins = _CONGRESS if way is not None else None
    posts.begin_post(place, NewPost(kind, code, name, way=way, starts_on=begins, number=number))


def admitted(place: Workplace, key: int, at: int) -> None:
    """Write since when a member is one."""
    admitted = date(1996 + 4 * at, 2 + at, 3)
    members.edit_member(place, key, "admitted", PartialDate(admitted.year, admitted.month, admitted.day))
    members.edit_member(place, key, "official", PartialDate(admitted.year + 1, admitted.month, admitted.day))
