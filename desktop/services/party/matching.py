"""Which member of a branch a row of a list is: the same, a changed one, a new one, or in doubt.

A row is matched by its card, else by its identity number, else by name and birth within the branch. Whoever
is no member yet but stands in the registers by number, or by name and whole birth, is that person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import Member, Membership, Organisation
from desktop.models.people import Person
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.services.party.branches import lives_on
from desktop.services.people.matching import births_agree
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import fold, spelling_key, tidy
from desktop.vietnamese.theory_levels import theory_word

PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")
MEMBER_FIELDS = (
    "admitted",
    "official",
    "card",
    "home",
    "post",
    "note",
    "list_number",
    "birth_name",
    "religion",
    "schooling",
    "theory",
    "qualification",
    "languages",
    "occupation",
    "occupation_before",
    "curriculum",
    "badge",
    "service",
)
FIELDS = (*PERSON_FIELDS, *MEMBER_FIELDS)
# As they stand in the register; the others need a word or a day of their own.
_PLAIN = tuple(name for name in MEMBER_FIELDS if name not in ("admitted", "official", "theory"))
_PARTIAL = ("birth", "admitted", "official")
_AT_ONCE = 500


class Branches:
    """The members that rows of a list may already be, and the people of the registers.

    Args:
        session: of the caller.
        branches: the branch of each row; None where nobody knows which it is.
        rows: of the list.
        today: members of today are the branches' own.
        stated: what the list says of each row's branch, by the row's number.
    """

    def __init__(
        self,
        session: Session,
        branches: Sequence[Organisation | None],
        rows: Sequence[Mapping[str, Any]],
        today: date,
        stated: Mapping[int, str],
    ) -> None:
        self._branches = branches
        self._rows = rows
        self._stated = stated
        self._here: dict[int, list[Member]] = {}
        self._cards: dict[str, Member] = {}
        self._numbers: dict[str, Person] = {}
        self._of_people: dict[int, Member] = {}
        self._seen: dict[object, int] = {}
        self._taken: dict[int, int] = {}
        whole = select(Member).options(joinedload(Member.person))
        inside = (
            select(Membership)
            .where(*lives_on(Membership, today))
            .options(joinedload(Membership.member).joinedload(Member.person))
        )
        for keys in _parts(list({each.id for each in branches if each is not None})):
            for held in session.scalars(inside.where(Membership.branch_id.in_(keys))):
                self._here.setdefault(held.branch_id, []).append(held.member)
        for some in _parts([row["card"] for row in rows if row.get("card")]):
            found = session.scalars(whole.where(Member.card.in_(some)))
            self._cards.update({each.card: each for each in found if each.card})
        for some in _parts([row["identity"] for row in rows if row.get("identity")]):
            people = list(session.scalars(select(Person).where(Person.identity.in_(some))))
            self._numbers.update({each.identity: each for each in people if each.identity})
            members = session.scalars(whole.where(Member.person_id.in_([each.id for each in people])))
            self._of_people.update({each.person_id: each for each in members})

    def verdicts(self, numbers: Sequence[int]) -> Iterator[Verdict]:
        """Say of each row, in order, what it is."""
        for branch, number, row in zip(self._branches, numbers, self._rows, strict=True):
            if branch is None:
                yield _doubt("no_branch", RowChoice.OMIT, like=self._stated.get(number, ""))
            else:
                yield self._verdict(self._here.get(branch.id, []), number, row)

    def _verdict(self, here: Sequence[Member], number: int, row: Mapping[str, Any]) -> Verdict:
        for key in _keys(row):
            if key in self._seen:
                return _doubt("twice", RowChoice.OMIT, row=self._seen[key])
        self._seen.update(dict.fromkeys(_keys(row), number))
        known = self._known(row)
        if known is not None:
            return self._settled(here, known, row, number)
        named = [each for each in here if fold(each.person.name) == fold(row["name"])]
        fitting = [each for each in named if _may_be(each, row)]
        if len(fitting) == 1:
            return self._settled(here, fitting[0], row, number)
        if fitting:
            return _doubt("several", RowChoice.NEW, RowChoice.OMIT, who=fitting[0])
        if any(spelling_key(each.person.name) == spelling_key(row["name"]) for each in named):
            return _doubt("namesake", RowChoice.NEW, RowChoice.OMIT, who=named[0])
        return Verdict(RowState.NEW)

    def _known(self, row: Mapping[str, Any]) -> Member | None:
        """Return the member of the row's card or number."""
        carried = self._cards.get(row.get("card") or "")
        if carried is not None:
            return carried
        person = self._numbers.get(row.get("identity") or "")
        return self._of_people.get(person.id) if person is not None else None

    def _settled(
        self, here: Sequence[Member], member: Member, row: Mapping[str, Any], number: int
    ) -> Verdict:
        if fold(member.person.name) != fold(row["name"]) and not _same_birth(member, row):
            return _doubt("other_name", RowChoice.OMIT, who=member)
        if member.id in self._taken:
            return _doubt("twice", RowChoice.OMIT, row=self._taken[member.id])
        if member not in here:
            return _doubt("elsewhere", RowChoice.SAME, RowChoice.OMIT, who=member, record=member.id)
        self._taken[member.id] = number
        before = differences(member, row)
        return Verdict(RowState.CHANGED if before else RowState.SAME, member.id, before)


def told(row: Mapping[str, Any], held: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what a row says, by field: what it leaves out, or says less precisely, it doesn't change."""
    said = {key: row[key] for key in FIELDS if row.get(key) is not None}
    said["name"] = tidy(said["name"])
    for key in _PARTIAL:
        before = (held or {}).get(key)
        if before is not None and before.startswith(said.get(key, "-")):
            said.pop(key)
    return said


def differences(member: Member, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the register holds in each field in which a row says something else."""
    held = held_by(member)
    return {key: held[key] for key, now in told(row, held).items() if held[key] != now}


def held_by(member: Member) -> dict[str, Any]:
    """Return the fields of a member as a row would state them."""
    person = member.person
    return {
        "name": person.name,
        "birth": person.birth.iso() if person.birth else None,
        "sex": sex_word(person.sex) if person.sex else None,
        "identity": person.identity,
        "ethnic": person.ethnic,
        "admitted": member.admitted.iso() if member.admitted else None,
        "official": member.official.iso() if member.official else None,
        "theory": theory_word(member.theory) if member.theory else None,
        **{name: getattr(member, name) for name in _PLAIN},
    }


def _keys(row: Mapping[str, Any]) -> list[object]:
    keys: list[object] = [("card", row["card"])] if row.get("card") else []
    if row.get("identity"):
        keys.append(("identity", row["identity"]))
    return keys


def _may_be(member: Member, row: Mapping[str, Any]) -> bool:
    held = held_by(member)
    same_card = held["card"] is None or row.get("card") is None or held["card"] == row["card"]
    same_number = (
        held["identity"] is None or row.get("identity") is None or held["identity"] == row["identity"]
    )
    return same_card and same_number and births_agree(held["birth"], row.get("birth"))


def _same_birth(member: Member, row: Mapping[str, Any]) -> bool:
    birth = member.person.birth
    return birth is not None and birth.iso() == row.get("birth")


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))


def _doubt(
    reason: str,
    *choices: RowChoice,
    row: int | None = None,
    who: Member | None = None,
    record: int | None = None,
    like: str = "",
) -> Verdict:
    if who is not None:
        birth = f", {who.person.birth.text()}" if who.person.birth else ""
        like = f"{who.person.name}{birth}"
    return Verdict(RowState.DOUBTFUL, record, doubt=Doubt(reason, choices, row, record, like))
