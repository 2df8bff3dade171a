"""Which branch each part of a commune's list of members is of: each sheet, or each value of its column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from desktop.errors import RequestRefused
from desktop.models.party import BranchHamlet, Organisation
from desktop.models.store.session import reading as reading_session
from desktop.services.lists.parts import (
    Part,
    PartAccount,
    Proposal,
    Why,
    accounted,
    divided,
    places_of,
)
from desktop.services.lists.preview import Preview
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import BRANCHES
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.services.places.parts import proposed as proposed_hamlet
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.stated import bare_branch, branches_on, branches_stated
from desktop.vietnamese.text import fold

_SIGNS = re.compile(r"[^a-z0-9]+")
# A slip of the pen: most letters are the same, in their order.
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class _Known:
    """A branch as parts are compared with it: its plain name, its hamlets, the living ones made of it."""

    code: str
    plain: str
    hamlets: tuple[str, ...]
    ended: bool
    heirs: tuple[str, ...]


@for_party
def parts_of(
    workplace: Workplace, reading: Reading, said: Mapping[str, str | None] | None = None
) -> tuple[Part, ...]:
    """Return the parts of a list of members in their order, each with the branch that it is of.

    Args:
        workplace: the open office.
        reading: the list.
        said: by what a part says the branch's code as a person has it; None where it is left out.
    """
    branches, lines = _known(workplace), hamlet_lines(workplace, ended=True)
    living = {branch.code for branch in branches if not branch.ended}
    stated = branches_stated(reading)
    return divided(reading, stated, said or {}, living, lambda text: _proposed(branches, lines, text))


def is_of_several(reading: Reading) -> bool:
    """Tell whether a list of members is of several branches by what its sheets or its column say."""
    return len(set(branches_stated(reading).values())) > 1


@for_party
def accounts_of(workplace: Workplace, shown: Preview) -> tuple[PartAccount, ...]:
    """Return the account of a list of members by its parts; none of a list that is of one branch."""
    if shown.places is None:
        return ()
    with reading_session(workplace.database) as session:
        found = session.execute(select(Organisation.code, Organisation.name))
        names: dict[str, str] = {row.code: row.name for row in found}
    parts = parts_of(workplace, shown.whole, shown.said.hamlets)
    return accounted(shown, branches_stated(shown.whole), parts, names)


@for_party
def branches_of(workplace: Workplace, reading: Reading, said: Mapping[str, str | None]) -> dict[int, str]:
    """Return the code of the branch of each row, by its number; rows of no known branch are left out."""
    return places_of(branches_stated(reading), parts_of(workplace, reading, said))


@for_party
def branch_stated(workplace: Workplace, reading: Reading) -> str | None:
    """Return the code of the one branch that a list says it is of: by its column, its titles or its sheet."""
    branches, lines = _known(workplace), hamlet_lines(workplace, ended=True)
    column = set(branches_stated(reading).values()) - {""}
    source = reading.source
    named = [name for sheet in source.sheets for name in branches_on(sheet)]
    texts = column if len(column) == 1 else named
    found = {code for text in texts if (code := _proposed(branches, lines, text)[0]) is not None}
    return found.pop() if len(found) == 1 else None


def refuse_unknown(parts: Sequence[Part], file: str) -> None:
    """Refuse parts of no known branch, for a command, which can ask nobody.

    Raises:
        RequestRefused: ``import.branches`` with those parts.
    """
    unknown = [part.said or "?" for part in parts if part.place is None]
    if unknown:
        raise RequestRefused("import.branches", where=file, parts=", ".join(unknown))


def _proposed(branches: Sequence[_Known], lines: Sequence[HamletLine], text: str) -> Proposal:
    """Return the code of the living branch that a text means, and how that is known.

    Its own name goes before that of its hamlet, both before names of the past, and these before slips.
    """
    if not text:
        return None, Why.UNKNOWN
    bare = bare_branch(text)
    plain = _plain(bare)
    living = [branch for branch in branches if not branch.ended]
    hamlet, why = proposed_hamlet(lines, bare)
    gathers = {branch.code for branch in living if hamlet is not None and hamlet in branch.hamlets}
    heirs = {heir for branch in branches if branch.ended and branch.plain == plain for heir in branch.heirs}
    ways = (
        ({branch.code for branch in living if branch.plain == plain}, Why.NAME),
        (gathers if why is not Why.NEAR else set(), why),
        (heirs, Why.OLD),
        (gathers, why),
        (_near(living, plain), Why.NEAR),
    )
    return next(((min(codes), how) for codes, how in ways if len(codes) == 1), (None, Why.UNKNOWN))


def _near(living: Sequence[_Known], plain: str) -> set[str]:
    # A number is no slip of the pen for another.
    if any(sign.isdigit() for sign in plain):
        return set()
    keys = {branch.plain: branch.code for branch in living}
    return {keys[near] for near in get_close_matches(plain, keys, 2, _NEAR)}


def _known(workplace: Workplace) -> tuple[_Known, ...]:
    today = workplace.today()
    wanted = select(Organisation).where(Organisation.kind.in_(BRANCHES))
    loads = (
        selectinload(Organisation.hamlets).joinedload(BranchHamlet.hamlet),
        selectinload(Organisation.predecessors),
    )
    with reading_session(workplace.database) as session:
        found = session.scalars(wanted.options(*loads)).all()
        heirs: dict[int, list[str]] = {}
        for each in found:
            for old in each.predecessors if each.ends_on is None or each.ends_on >= today else ():
                heirs.setdefault(old.id, []).append(each.code)
        return tuple(
            _Known(
                each.code,
                _plain(bare_branch(each.name)),
                tuple(
                    link.hamlet.code for link in each.hamlets if link.ends_on is None or link.ends_on >= today
                ),
                each.ends_on is not None and each.ends_on < today,
                tuple(heirs.get(each.id, ())),
            )
            for each in found
        )


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", fold(text)).strip()
