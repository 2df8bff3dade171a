"""Which household of the register a row of a list is: the same, a changed one, a new one, or in doubt.

A row is matched by its identity number, else by name and birth within the hamlet. What only resembles a
household is left to a person: two people may share a name, and a mark decides between Hoa and Hòa, though
its place doesn't between Hoà and Hòa.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, String, and_, select, type_coerce
from sqlalchemy.orm import Session

from desktop.long_work import counted
from desktop.models.people import Household, Person, Sex
from desktop.models.places import Unit
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.vietnamese.ethnic_groups import ETHNIC_GROUPS
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.sexes import sex_of, sex_word
from desktop.vietnamese.text import fold, spelling_key, tidy
from desktop.wording import words

FIELDS = ("name", "birth", "sex", "identity", "ethnic", "members")

_NEW, _SAME, _OMIT = RowChoice.NEW, RowChoice.SAME, RowChoice.OMIT
_AT_ONCE = 500
_OLD_CARD = 9


@dataclass(frozen=True, slots=True)
class Home:
    """A household that lives somewhere, and its head, as the register holds them.

    Attributes:
        id: key of the household.
        hamlet: key of the hamlet; ``place`` names it.
        held: by field what is held, as a row would state it.
    """

    id: int
    hamlet: int
    place: str
    held: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """A household's head as rows are compared with it; ``row`` for one that an earlier row named."""

    name: str
    spelt: str
    birth: str | None
    identity: str | None
    home: Home | None = None
    row: int | None = None

    def may_be(self, row: Mapping[str, Any], spelt: str) -> bool:
        """Tell whether name, birth and number allow that a row, whose name is spelt so, is this head."""
        return (
            births_agree(self.birth, row.get("birth"))
            and identities_agree(self.identity, row.get("identity"))
            and self.spelt == spelt
        )


class Register:
    """The heads that the rows of a list may already be.

    Args:
        session: of the caller.
        hamlets: the hamlet of each row; None where nobody knows which it is.
        rows: of the list.
        stated: what the list says of each row's hamlet, by the row's number, where the hamlets come from
            that; None where all are for one, whatever the rows say.
    """

    def __init__(
        self,
        session: Session,
        hamlets: Sequence[Unit | None],
        rows: Sequence[Mapping[str, Any]],
        *,
        stated: Mapping[int, str] | None = None,
    ) -> None:
        self._hamlets = hamlets
        self._stated = stated
        self._here: dict[tuple[int, str], list[Head]] = {}
        living = select(*_COLUMNS).join_from(Person, Household, _LIVES).join(Unit, _THERE)
        for keys in _parts(list({hamlet.id for hamlet in hamlets if hamlet is not None})):
            for each in session.execute(living.where(Household.hamlet_id.in_(keys))):
                head = _head(each)
                key = (head.home.hamlet if head.home else 0, fold(head.name))
                self._here.setdefault(key, []).append(head)
        self._numbered: dict[str, Head] = {}
        known = select(*_COLUMNS).outerjoin_from(Person, Household, _LIVES).outerjoin(Unit, _THERE)
        for some in _parts([row["identity"] for row in rows if row.get("identity")]):
            for each in session.execute(known.where(Person.identity.in_(some))):
                self._numbered[each.identity] = _head(each)
        self._listed = {
            (hamlet.id, *_key(row["name"], row.get("birth")))
            for hamlet, row in zip(hamlets, rows, strict=True)
            if hamlet is not None
        }
        self._named_before: dict[tuple[int, str], list[Head]] = {}
        self._numbered_before: dict[str, int] = {}
        self._taken: dict[int, int] = {}

    def verdicts(self, numbers: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> Iterator[Verdict]:
        """Say of each row, in order, what it is."""
        listed = counted(numbers, words("list.comparing"))
        for hamlet, number, row in zip(self._hamlets, listed, rows, strict=True):
            if hamlet is None:
                yield _doubt("no_hamlet", _OMIT, like=(self._stated or {}).get(number, ""))
                continue
            asked = _Asked(hamlet, row, number, (hamlet.id, fold(row["name"])), spelling_key(row["name"]))
            yield self._verdict(asked)
            head = Head(row["name"], asked.spelt, row.get("birth"), row.get("identity"), row=number)
            self._named_before.setdefault(asked.named, []).append(head)
            if row.get("identity"):
                self._numbered_before.setdefault(row["identity"], number)

    def _verdict(self, asked: _Asked) -> Verdict:
        row = asked.row
        identity = row.get("identity")
        if identity and identity in self._numbered_before:
            return _doubt("twice", _OMIT, row=self._numbered_before[identity])
        known = self._numbered.get(identity) if identity else None
        if known is not None:
            return self._known(known, asked)
        earlier = self._named_before.get(asked.named, ())
        before = next((head for head in earlier if head.may_be(row, asked.spelt)), None)
        if before is not None:
            return _doubt("twice", _NEW, _OMIT, row=before.row)
        return self._named(asked)

    def _known(self, head: Head, asked: _Asked) -> Verdict:
        """Judge a row whose number the register has."""
        same_birth = head.birth is not None and head.birth == asked.row.get("birth")
        if fold(head.name) != asked.named[1] and not same_birth:
            return _doubt("other_name", *((_SAME, _OMIT) if head.home else (_OMIT,)), head=head)
        if head.home is not None and head.home.hamlet != asked.hamlet.id:
            return _doubt("elsewhere", _SAME, _OMIT, head=head)
        return self._settled(head, asked)

    def _named(self, asked: _Asked) -> Verdict:
        """Judge a row by name and birth."""
        row = asked.row
        birth = row.get("birth")
        namesakes = self._here.get(asked.named, [])
        exact = [head for head in namesakes if head.may_be(row, asked.spelt)]
        certain = [head for head in exact if head.birth is not None and head.birth == birth]
        matching = certain or exact
        if len(matching) == 1:
            return self._settled(matching[0], asked)
        if matching:
            return _doubt("several", _NEW, _OMIT, head=matching[0])
        alike = [head for head in namesakes if head.birth and head.birth == birth]
        named = next((head for head in alike if head.spelt == asked.spelt), None)
        if named is not None:
            return _doubt("namesake", _NEW, _SAME, _OMIT, head=named)
        # Somebody whose name has other marks, and whom this list no longer names so, is spelt anew.
        here = asked.hamlet.id
        anew = [head for head in alike if (here, *_key(head.name, head.birth)) not in self._listed]
        if len(anew) == 1 and identities_agree(anew[0].identity, row.get("identity")):
            return self._settled(anew[0], asked)
        if anew:
            return _doubt("similar", _NEW, _SAME, _OMIT, head=anew[0])
        return self._unknown(asked)

    def _settled(self, head: Head, asked: _Asked) -> Verdict:
        home = head.home
        if home is None:
            return self._unknown(asked)
        if home.id in self._taken:
            return _doubt("twice", _OMIT, row=self._taken[home.id])
        self._taken[home.id] = asked.number
        before = differences(home.held, asked.row)
        return Verdict(RowState.CHANGED if before else RowState.SAME, home.id, before)

    def _unknown(self, asked: _Asked) -> Verdict:
        stated = "" if self._stated is not None else fold(asked.row.get("hamlet") or "")
        if stated and fold(asked.hamlet.name) not in stated:
            return _doubt("other_hamlet", _NEW, _OMIT, like=tidy(asked.row["hamlet"]))
        return Verdict(RowState.NEW)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A row that is asked about; ``named``: the hamlet's key and the folded name; ``spelt``: its spelling."""

    hamlet: Unit
    row: Mapping[str, Any]
    number: int
    named: tuple[int, str]
    spelt: str


def told(row: Mapping[str, Any], birth: str | None = None) -> dict[str, Any]:
    """Return what a row says, by field: what it leaves out, or says less precisely, it doesn't change."""
    said = {field: row[field] for field in FIELDS if row.get(field) is not None}
    said["name"] = tidy(said["name"])
    if birth is not None and birth.startswith(said.get("birth", "-")):
        del said["birth"]
    return said


def differences(held: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the register holds in each field in which a row says something else."""
    return {
        field: held[field]
        for field, now in told(row, held["birth"]).items()
        if held[field] != now and not (field == "ethnic" and same_group(held[field], now))
    }


def held_by(household: Household) -> dict[str, Any]:
    """Return the fields of a household and its head as a row would state them."""
    head = household.head
    return {
        "name": head.name,
        "birth": head.birth.iso() if head.birth else None,
        "sex": sex_word(head.sex) if head.sex else None,
        "identity": head.identity,
        "ethnic": head.ethnic,
        "members": household.members,
    }


def sex_stated(word: str | None) -> Sex | None:
    """Return the sex that a list or a person states by its word; None where neither does."""
    sex = sex_of(word or "")
    return Sex(sex) if sex else None


def births_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two births (``YYYY[-MM[-DD]]``) can be one: unknown parts agree with anything."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def same_group(held: str | None, now: str) -> bool:
    """Tell whether two words name one ethnic group."""
    return held is not None and ETHNIC_GROUPS.are_one(held, now)


def identities_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two identity numbers can be one person's; a number that isn't known agrees with any."""
    # A card of 9 digits is replaced by one of 12; two numbers of one kind are two people.
    return one is None or other is None or one == other or (len(one), len(other)) == (_OLD_CARD, 12)


def _key(name: str, birth: str | None) -> tuple[str, str | None]:
    return spelling_key(name), birth


_LIVES, _THERE = (
    and_(Household.head_id == Person.id, Household.ends_on.is_(None)),
    Household.hamlet_id == Unit.id,
)
# Plain columns: a list is set beside ten thousand households as fast as they are read.
_COLUMNS = (
    Household.id,
    Household.hamlet_id,
    Household.members,
    Unit.kind,
    Unit.name.label("hamlet"),
    Person.name,
    type_coerce(Person.birth, String()).label("birth"),
    Person.sex,
    Person.identity,
    Person.ethnic,
)


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _head(row: Row[*tuple[Any, ...]]) -> Head:
    key, hamlet, members, kind, place, name, birth, sex, identity, ethnic = row
    home = None
    if key is not None:
        held = {
            "name": name,
            "birth": birth,
            "sex": sex_word(sex) if sex else None,
            "identity": identity,
            "ethnic": ethnic,
            "members": members,
        }
        home = Home(key, hamlet, f"{kind} {place}", held)
    return Head(name, spelling_key(name), birth, identity, home)


def _doubt(
    reason: str, *choices: RowChoice, row: int | None = None, head: Head | None = None, like: str = ""
) -> Verdict:
    record = head.home.id if head and head.home else None
    if head is not None and head.row is None:
        birth = f", {parse_iso(head.birth).text()}" if head.birth else ""
        place = f", {head.home.place}" if head.home else ""
        like = f"{head.name}{birth}{place}"
    return Verdict(RowState.DOUBTFUL, record, doubt=Doubt(reason, choices, row, record, like))
