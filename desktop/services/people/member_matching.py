"""Which member of a household a row of a list is: the same, a changed one, a new one, or in doubt.

The household is found by its head: by the number in the head's own row, else by the head's name and birth
within the hamlet. Within it a member is matched as heads are: by number, else by name and birth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop.long_work import counted
from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.services.people.matching import births_agree, identities_agree, same_group
from desktop.services.people.someone import ALL_LINES, HEADS, Someone, in_parts, someone_of
from desktop.sheets.lists.belonging import Belonging, belongings
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.stated import hamlets_stated
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.text import fold, spelling_key, tidy
from desktop.wording import words

FIELDS = ("household_head", "name", "birth", "sex", "identity", "ethnic", "relation")

_NEW, _SAME, _OMIT = RowChoice.NEW, RowChoice.SAME, RowChoice.OMIT
_STORED = ("name", "birth", "sex", "identity", "ethnic", "relation")


class Members:
    """The people of households that the rows of a list may already be.

    Args:
        session: of the caller.
        hamlets: the hamlet of each row; None where nobody knows which it is.
        reading: the list.
    """

    def __init__(self, session: Session, hamlets: Sequence[Unit | None], reading: Reading) -> None:
        self._hamlets = hamlets
        self._reading = reading
        self._belong = belongings(reading)
        self._rows = dict(zip(reading.numbers, reading.rows, strict=True))
        self._heads: dict[tuple[int, str], list[Someone]] = {}
        self._homes: dict[int, list[Someone]] = {}
        self._numbered: dict[str, list[Someone]] = {}
        keys = list({hamlet.id for hamlet in hamlets if hamlet is not None})
        numbers = [row["identity"] for row in reading.rows if row.get("identity")]
        for statement in (HEADS, _LINES):
            for some in in_parts(keys):
                for each in session.execute(statement.where(Household.hamlet_id.in_(some))):
                    self._take(someone_of(each))
            for some in in_parts(numbers):
                for each in session.execute(statement.where(Person.identity.in_(some))):
                    self._numbered.setdefault(each.identity, []).append(someone_of(each))
        self._found: dict[object, Someone | Doubt] = {}
        self._seen: dict[object, int] = {}
        self._taken: dict[int, int] = {}

    def verdicts(self) -> Iterator[Verdict]:
        """Say of each row, in order, what it is."""
        stated = hamlets_stated(self._reading)
        numbers = counted(self._reading.numbers, words("list.comparing"))
        for hamlet, number in zip(self._hamlets, numbers, strict=True):
            row = self._rows[number]
            if hamlet is None:
                yield _doubt("no_hamlet", _OMIT, like=stated[number])
                continue
            yield self._verdict(hamlet, row, number)

    def _take(self, someone: Someone) -> None:
        self._homes.setdefault(someone.household, []).append(someone)
        if someone.heads:
            key = (someone.hamlet, fold(someone.held["name"]))
            self._heads.setdefault(key, []).append(someone)

    def _verdict(self, hamlet: Unit, row: Mapping[str, Any], number: int) -> Verdict:
        belonging = self._belong[number]
        head = self._head_of(hamlet, belonging)
        if isinstance(head, Doubt):
            return Verdict(RowState.DOUBTFUL, doubt=head)
        own = (head.household, spelling_key(row["name"]), row.get("birth"))
        for key in (row.get("identity"), own):
            if key and key in self._seen:
                return _doubt("twice", _OMIT, row=self._seen[key])
        self._seen.update({key: number for key in (row.get("identity"), own) if key})
        return self._within(head, belonging, row, number)

    def _within(self, head: Someone, belonging: Belonging, row: Mapping[str, Any], number: int) -> Verdict:
        """Judge a row whose household is known."""
        if belonging.heads:
            return self._settled(head, row, number)
        known = self._known(head, row)
        if isinstance(known, Verdict):
            return known
        if known is not None:
            return self._settled(known, row, number)
        fitting = [one for one in self._homes.get(head.household, ()) if one.may_be(row)]
        certain = [one for one in fitting if one.held["birth"] and one.held["birth"] == row.get("birth")]
        matching = certain or fitting
        if len(matching) == 1:
            return self._settled(matching[0], row, number)
        if matching:
            return _doubt("several", _NEW, _OMIT, who=matching[0], owner=head.household)
        return Verdict(RowState.NEW, owner=head.household)

    def _known(self, head: Someone, row: Mapping[str, Any]) -> Someone | Verdict | None:
        """Return who of the household has the row's number, or why somebody with it is in doubt."""
        numbered = self._numbered.get(row.get("identity") or "", [])
        here = next((one for one in numbered if one.household == head.household), None)
        if here is not None:
            other_name = fold(here.held["name"]) != fold(row["name"])
            if other_name and here.held["birth"] != row.get("birth"):
                return _doubt("other_name", _OMIT, who=here)
            return here
        other = next((one for one in numbered if not one.gone), None)
        if other is None:
            return None
        if other.heads:
            return _doubt("elsewhere", _OMIT, who=other)
        return _doubt("other_household", _SAME, _OMIT, who=other, owner=head.household)

    def _settled(self, one: Someone, row: Mapping[str, Any], number: int) -> Verdict:
        if one.record in self._taken:
            return _doubt("twice", _OMIT, row=self._taken[one.record])
        self._taken[one.record] = number
        if one.gone:
            return _doubt("gone", _SAME, _OMIT, who=one, owner=one.household)
        before = differences(one.held, row, heads=one.heads)
        return Verdict(RowState.CHANGED if before else RowState.SAME, one.record, before)

    def _head_of(self, hamlet: Unit, belonging: Belonging) -> Someone | Doubt:
        """Return the head of the household that a row belongs to, or why nobody knows which it is."""
        own = self._rows.get(belonging.row or 0, {})
        key = (hamlet.id, belonging.head, own.get("identity"), own.get("birth"))
        if key not in self._found:
            self._found[key] = self._looked_up(hamlet, belonging.head, own)
        return self._found[key]

    def _looked_up(self, hamlet: Unit, name: str | None, own: Mapping[str, Any]) -> Someone | Doubt:
        if not name:
            return Doubt("no_head", (_OMIT,))
        for one in self._numbered.get(own.get("identity") or "", ()):
            if one.heads and one.hamlet == hamlet.id:
                return one
        spelt = spelling_key(name)
        named = [one for one in self._heads.get((hamlet.id, fold(name)), ()) if one.spelt == spelt]
        fitting = [
            one
            for one in named
            if births_agree(one.held["birth"], own.get("birth"))
            and identities_agree(one.held["identity"], own.get("identity"))
        ]
        if len(fitting) == 1:
            return fitting[0]
        return Doubt("several_households" if fitting else "no_household", (_OMIT,), like=name)


def told(
    row: Mapping[str, Any], held: Mapping[str, Any] | None = None, *, heads: bool = False
) -> dict[str, Any]:
    """Return what a row says, by field: what it leaves out, or says less precisely, it doesn't change.

    What a head is to the head is no relation.
    """
    said = {key: row[key] for key in _STORED if row.get(key) is not None}
    said["name"] = tidy(said["name"])
    before = (held or {}).get("birth")
    if before is not None and before.startswith(said.get("birth", "-")):
        del said["birth"]
    if heads:
        said.pop("relation", None)
    return said


def differences(held: Mapping[str, Any], row: Mapping[str, Any], *, heads: bool) -> dict[str, Any]:
    """Return what the register holds in each field in which a row says something else."""
    return {
        key: held[key]
        for key, now in told(row, held, heads=heads).items()
        if held[key] != now and not (key == "ethnic" and same_group(held[key], now))
    }


# A head's own line tells what became of the head; as a row of a list the head is known as such.
_LINES = ALL_LINES.where(Household.head_id != Person.id)


def _doubt(
    reason: str,
    *choices: RowChoice,
    row: int | None = None,
    who: Someone | None = None,
    like: str = "",
    owner: int | None = None,
) -> Verdict:
    record = who.record if who is not None else None
    if who is not None:
        birth = f", {parse_iso(who.held['birth']).text()}" if who.held["birth"] else ""
        like = f"{who.held['name']}{birth}, {who.place}"
    doubt = Doubt(reason, choices, row, record, like)
    return Verdict(RowState.DOUBTFUL, record, doubt=doubt, owner=owner)
