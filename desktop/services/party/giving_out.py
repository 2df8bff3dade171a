"""The members of a branch, or of all, given out as a workbook that comes back the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import Member, Membership, Organisation, OrganisationKind
from desktop.models.store.session import writing
from desktop.services.lists.giving_out import list_workbook
from desktop.services.office.files import write_file
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.party.branches import BRANCHES, branch_on, lives_on
from desktop.services.party.matching import held_by
from desktop.services.party.order import in_list_order
from desktop.services.places.hamlets import commune_words
from desktop.sheets.lists.headings.columns import BRANCH
from desktop.sheets.lists.kinds.members import MEMBERS
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.partial_date import parse_iso
from desktop.wording import words

_DAYS = ("birth", "admitted", "official")


@for_party
def give_out_members(workplace: Workplace, branch: str | None, path: Path, on: date | None = None) -> int:
    """Write the members of a branch on a day into a workbook, and return how many they are.

    Card and identity numbers stand there whole, so the log says that the list was given out.

    Args:
        workplace: the open office.
        branch: a branch's code; None for all, with a column that names the branch of each.
        path: of the workbook.
        on: the day; today where left out.

    Raises:
        RequestRefused: ``unknown.branch``, ``file.write``.
    """
    day = on or workplace.today()
    with writing(workplace.database) as session:
        branches = _branches(session, day) if branch is None else [branch_on(session, branch, day)]
        place = commune_words(workplace) if branch is None else branches[0].name
        rows = [row for each in branches for row in _rows(session, each, day)]
        more = ((BRANCH, words("list.branch")),) if branch is None else ()
        title = words("list.members.title")
        write_file(path, list_workbook(workplace, MEMBERS, title, place, rows, more), replace=True)
        workplace.note(session, "members.give_out", own_office(session) if branch is None else branches[0])
        return len(rows)


def _branches(session: Session, day: date) -> list[Organisation]:
    living = select(Organisation).where(Organisation.kind.in_(BRANCHES), *lives_on(Organisation, day))
    return sorted(
        session.scalars(living),
        key=lambda each: (each.kind is not OrganisationKind.RESIDENTIAL, sort_key(each.name)),
    )


def _rows(session: Session, branch: Organisation, day: date) -> list[dict[str, Any]]:
    held = session.scalars(
        select(Membership)
        .where(Membership.branch_id == branch.id, *lives_on(Membership, day))
        .options(joinedload(Membership.member).joinedload(Member.person))
    )
    rows = []
    for each in in_list_order(held):
        said = held_by(each.member)
        days = {name: parse_iso(said[name]) for name in _DAYS if said[name]}
        rows.append({**said, **days, BRANCH: branch.name})
    return rows
