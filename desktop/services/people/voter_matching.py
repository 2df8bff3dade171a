"""Which person of a hamlet a row of its list of voters is: of a household, on the list already, or new.

A row is matched by its identity number, else by name and birth within the hamlet, among the heads of
households, their members, and those who vote there without a household.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop.long_work import counted
from desktop.models.people import Household, Person, Voter
from desktop.models.places import Unit
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.services.people.member_matching import differences
from desktop.services.people.someone import ALL_LINES, HEADS, VOTERS, Someone, in_parts, someone_of
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.stated import hamlets_stated
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.text import fold, spelling_key
from desktop.wording import words

FIELDS = ("name", "birth", "sex", "identity", "ethnic")

_NEW, _SAME, _OMIT = RowChoice.NEW, RowChoice.SAME, RowChoice.OMIT
# A later one tells more of somebody than an earlier: a head's own line what became of the head.
_STATEMENTS = (
    (VOTERS, Voter.hamlet_id),
    (HEADS, Household.hamlet_id),
    (ALL_LINES, Household.hamlet_id),
)


class Voters:
    """The people whom the rows of a list of voters may already be; the record of a verdict is the person.

    Args:
        session: of the caller.
        hamlets: the hamlet of each row; None where nobody knows which it is.
        reading: the list.
    """

    def __init__(self, session: Session, hamlets: Sequence[Unit | None], reading: Reading) -> None:
        self._hamlets = hamlets
        self._reading = reading
        here: dict[tuple[int, int], Someone] = {}
        numbered: dict[tuple[int, int], Someone] = {}
        keys = list({hamlet.id for hamlet in hamlets if hamlet is not None})
        numbers = [row["identity"] for row in reading.rows if row.get("identity")]
        for statement, of_hamlet in _STATEMENTS:
            for some in in_parts(keys):
                _take(here, map(someone_of, session.execute(statement.where(of_hamlet.in_(some)))))
            for some in in_parts(numbers):
                _take(numbered, map(someone_of, session.execute(statement.where(Person.identity.in_(some)))))
        self._named: dict[tuple[int, str], list[Someone]] = {}
        for one in here.values():
            self._named.setdefault((one.hamlet, fold(one.held["name"])), []).append(one)
        self._numbered: dict[str, list[Someone]] = {}
        for one in numbered.values():
            self._numbered.setdefault(one.held["identity"], []).append(one)
        self._seen: dict[object, int] = {}
        self._taken: dict[int, int] = {}

    def verdicts(self) -> Iterator[Verdict]:
        """Say of each row, in order, what it is."""
        reading = self._reading
        stated = hamlets_stated(reading) if None in self._hamlets else {}
        numbers = counted(reading.numbers, words("list.comparing"))
        for hamlet, number, row in zip(self._hamlets, numbers, reading.rows, strict=True):
            if hamlet is None:
                yield _doubt("no_hamlet", _OMIT, like=stated[number])
                continue
            yield self._verdict(hamlet, row, number)

    def _verdict(self, hamlet: Unit, row: Mapping[str, Any], number: int) -> Verdict:
        identity, own = row.get("identity"), (hamlet.id, spelling_key(row["name"]), row.get("birth"))
        if identity and identity in self._seen:
            return _doubt("twice", _OMIT, row=self._seen[identity])
        before = self._seen.get(own)
        if identity:
            self._seen[identity] = number
        self._seen.setdefault(own, number)
        known = self._known(hamlet, row, number)
        if known is not None:
            return known
        if before is not None:
            return _doubt("twice", _NEW, _OMIT, row=before)
        return self._by_name(hamlet, row, number)

    def _known(self, hamlet: Unit, row: Mapping[str, Any], number: int) -> Verdict | None:
        """Judge a row whose number somebody of the registers has; None where nobody has it."""
        numbered = self._numbered.get(row.get("identity") or "", [])
        here = next((one for one in numbered if one.hamlet == hamlet.id), None)
        if here is not None:
            other_name = fold(here.held["name"]) != fold(row["name"])
            if other_name and here.held["birth"] != row.get("birth"):
                return _doubt("other_name", _SAME, _OMIT, who=here)
            return self._settled(here, row, number)
        other = next((one for one in numbered if not one.gone), None)
        if other is None:
            return None
        if other.household:
            return _doubt("of_a_household", _OMIT, who=other)
        return _doubt("other_list", _SAME, _OMIT, who=other)

    def _by_name(self, hamlet: Unit, row: Mapping[str, Any], number: int) -> Verdict:
        """Judge a row by name and birth."""
        birth = row.get("birth")
        namesakes = self._named.get((hamlet.id, fold(row["name"])), [])
        fitting = [one for one in namesakes if one.may_be(row)]
        certain = [one for one in fitting if one.held["birth"] and one.held["birth"] == birth]
        matching = certain or fitting
        if len(matching) == 1:
            return self._settled(matching[0], row, number)
        if matching:
            return _doubt("several", _NEW, _OMIT, who=matching[0])
        alike = next((one for one in namesakes if one.held["birth"] and one.held["birth"] == birth), None)
        if alike is not None:
            reason = "namesake" if alike.spelt == spelling_key(row["name"]) else "similar"
            return _doubt(reason, _NEW, _SAME, _OMIT, who=alike)
        return Verdict(RowState.NEW)

    def _settled(self, one: Someone, row: Mapping[str, Any], number: int) -> Verdict:
        if one.person in self._taken:
            return _doubt("twice", _OMIT, row=self._taken[one.person])
        self._taken[one.person] = number
        if one.gone:
            return _doubt("gone", _SAME, _OMIT, who=one)
        before = differences(one.held, row, heads=True)
        return Verdict(RowState.CHANGED if before else RowState.SAME, one.person, before)


def _take(found: dict[tuple[int, int], Someone], people: Iterator[Someone]) -> None:
    """Keep each person of a hamlet once: who is there now goes before who is gone from elsewhere in it."""
    for one in people:
        kept = found.get((one.hamlet, one.person))
        if kept is None or not one.gone or kept.heads or kept.gone:
            found[one.hamlet, one.person] = one


def _doubt(
    reason: str, *choices: RowChoice, row: int | None = None, who: Someone | None = None, like: str = ""
) -> Verdict:
    record = who.person if who is not None else None
    if who is not None:
        birth = f", {parse_iso(who.held['birth']).text()}" if who.held["birth"] else ""
        like = f"{who.held['name']}{birth}, {who.place}"
    return Verdict(RowState.DOUBTFUL, record, doubt=Doubt(reason, choices, row, record, like))
