"""The lists of organisations and of posts as papers, from what is given out of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from desktop.printing.registers.party_list import PartyList
from desktop.services.lists.list_kind import ALL
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.registers.cells import joined
from desktop.services.papers.fill.registers.party_list import party_list
from desktop.services.party.branch_lists import branches_given
from desktop.services.party.post_lists import posts_given


def branch_list(workplace: Workplace, session: Session) -> PartyList:
    """Return the organisations of the commune as a paper."""
    given = branches_given(workplace, session, ALL)
    return party_list(workplace, session, "branches", map(_branch, given.rows))


def post_list(workplace: Workplace, session: Session) -> PartyList:
    """Return the posts that are held today as a paper."""
    given = posts_given(workplace, session, ALL)
    return party_list(workplace, session, "posts", map(_post, given.rows))


def _branch(row: Mapping[str, Any]) -> tuple[str, ...]:
    congress = row["congress"]
    return (
        row["name"],
        row["kind"] or "",
        row["hamlets"],
        row["secretary"] or "",
        row["starts_on"] or "",
        "" if congress is None else str(congress),
        joined(row["term_from"], row["term_to"], between=" - "),
    )


def _post(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        row["name"],
        row["post"] or "",
        row["place"] or "",
        row["way"] or "",
        row["starts_on"] or "",
        row["until"] or "",
        joined(row["paper_number"], row["paper_on"], between=", "),
    )
