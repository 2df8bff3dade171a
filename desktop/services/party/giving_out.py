"""The members of a branch given out as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from desktop.models.party import Member, Membership
from desktop.models.store.session import writing
from desktop.services.lists.giving_out import list_workbook
from desktop.services.office.files import write_file
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_on, lives_on
from desktop.services.party.matching import held_by
from desktop.services.party.order import in_list_order
from desktop.sheets.lists.kinds.members import MEMBERS
from desktop.vietnamese.partial_date import parse_iso
from desktop.wording import words

_DAYS = ("birth", "admitted", "official")


@for_party
def give_out_members(workplace: Workplace, branch: str, path: Path, on: date | None = None) -> int:
    """Write the members of a branch on a day into a workbook, and return how many they are.

    Card and identity numbers stand there whole, so the log says that the list was given out.

    Raises:
        RequestRefused: ``unknown.branch``, ``file.write``.
    """
    day = on or workplace.today()
    with writing(workplace.database) as session:
        found = branch_on(session, branch, day)
        held = session.scalars(
            select(Membership)
            .where(Membership.branch_id == found.id, *lives_on(Membership, day))
            .options(joinedload(Membership.member).joinedload(Member.person))
        )
        rows = []
        for each in in_list_order(held):
            said = held_by(each.member)
            rows.append({**said, **{name: parse_iso(said[name]) for name in _DAYS if said[name]}})
        title = words("list.members.title")
        write_file(path, list_workbook(workplace, MEMBERS, title, found.name, rows), replace=True)
        workplace.note(session, "members.give_out", found)
        return len(rows)
