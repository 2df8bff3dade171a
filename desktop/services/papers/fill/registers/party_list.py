"""A list under the Party's heading as it stands today: what all such lists have around their lines."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from desktop.printing.registers.party_list import PartyList, PartyListOf
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.registers.headings import dated_on, issuers_of

_LABEL = "Mẫu tham khảo"


def party_list(
    workplace: Workplace,
    session: Session,
    list_of: PartyListOf,
    lines: Iterable[tuple[str, ...]],
    subject: str | None = None,
) -> PartyList:
    """Put a list together from its lines, each with a cell for each column after its number."""
    return PartyList(
        form_label=_LABEL,
        issuer_lines=issuers_of(session, None),
        dated=dated_on(session, workplace.today()),
        list_of=list_of,
        subject=subject,
        lines=tuple(lines),
    )
