"""The register of documents as a list for each letterhead."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.printing.office.register import Register
from desktop.printing.registers.party_list import PartyList
from desktop.printing.setting.date_line import DateLine
from desktop.services.bases.register import BasisView
from desktop.services.office.signing import signature_of
from desktop.services.office.workplace import Workplace, own_office, own_unit
from desktop.services.papers.fill.authority import signing_lines
from desktop.services.papers.fill.heads import SAMPLE
from desktop.services.papers.fill.registers.cells import day_cell
from desktop.services.papers.fill.registers.party_list import party_list


def party_basis_list(workplace: Workplace, session: Session, views: Sequence[BasisView]) -> PartyList:
    """Return the documents that papers of the Party name as its paper."""
    lines = ((*_line(view), _holds(view)) for view in views)
    return party_list(workplace, session, "bases", lines)


def state_basis_list(workplace: Workplace, session: Session, views: Sequence[BasisView]) -> Register:
    """Return the documents that papers of the State name as its paper."""
    unit, settings = own_unit(session), own_office(session).settings
    signature = signature_of(settings)
    named = f"{unit.kind} {unit.name}"
    return Register(
        form_label=SAMPLE,
        issuer_lines=("ỦY BAN NHÂN DÂN", named.upper()),
        dated=DateLine.on(settings.place or unit.name, workplace.today()),
        list_of="bases",
        place=f"{named[:1].lower()}{named[1:]}",
        lines=tuple(map(_line, views)),
        signer_lines=signing_lines(chair=False, by_deputy=signature.by_deputy),
        signer=signature.name,
    )


def _line(view: BasisView) -> tuple[str, str, str, str]:
    return (view.heading, day_cell(view.basis.dated), view.basis.issuer, view.basis.about)


def _holds(view: BasisView) -> str:
    since = f"từ {day_cell(view.basis.holds_from or view.basis.dated)}"
    return f"{since} đến hết {day_cell(view.basis.ends_on)}" if view.basis.ends_on else since
