"""The members of a branch, or of all, as a list that comes back the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import Member, Membership, Organisation, OrganisationKind
from desktop.services.lists.list_kind import Extent, Given
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.party.branches import BRANCHES, branch_on, lives_on
from desktop.services.party.matching import held_by
from desktop.services.party.order import in_list_order
from desktop.services.places.hamlets import commune_words
from desktop.sheets.lists.headings.columns import BRANCH
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.partial_date import parse_iso
from desktop.wording import words

_DAYS = ("birth", "admitted", "official")


def members_given(workplace: Workplace, session: Session, extent: Extent) -> Given:
    """Find the members of a branch on a day, in the order of its list; of all branches a column names each.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    day = extent.on or workplace.today()
    if extent.place is not None:
        branch = branch_on(session, extent.place, day)
        return Given(_rows(session, branch, day), branch.name, branch)
    rows = [row for each in branches_on(session, day) for row in _rows(session, each, day)]
    more = ((BRANCH, words("list.branch")),)
    return Given(rows, commune_words(workplace), own_office(session), more)


def branches_on(session: Session, day: date) -> list[Organisation]:
    """Return the branches of a day by name, those of hamlets first."""
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
