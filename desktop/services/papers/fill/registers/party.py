"""The lists of organisations and of posts as papers, from what is given out of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from desktop.printing.registers.party_list import PartyList, PartyListOf
from desktop.services.lists.list_kind import ALL
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.registers.cells import joined
from desktop.services.papers.fill.registers.members import dated_on, issuers_of
from desktop.services.party.branch_lists import branches_given
from desktop.services.party.post_lists import posts_given

_LABEL = "Mẫu tham khảo"


def branch_list(workplace: Workplace, session: Session) -> PartyList:
    """Return the organisations of the commune as a paper."""
    return _listed(workplace, session, "branches", map(_branch, branches_given(workplace, session, ALL).rows))


def post_list(workplace: Workplace, session: Session) -> PartyList:
    """Return the posts that are held today as a paper."""
    return _listed(workplace, session, "posts", map(_post, posts_given(workplace, session, ALL).rows))


def _listed(
    workplace: Workplace, session: Session, list_of: PartyListOf, lines: Iterable[tuple[str, ...]]
) -> PartyList:
    return PartyList(
        form_label=_LABEL,
        issuer_lines=issuers_of(session, None),
        dated=dated_on(session, workplace.today()),
        list_of=list_of,
        lines=tuple(lines),
    )


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
