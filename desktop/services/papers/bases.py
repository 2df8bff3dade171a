"""The register of documents on paper: into which papers one is drawn, how it stands there, and the lists."""

from __future__ import annotations

from desktop.models.store.session import reading
from desktop.printing.catalogue import FORMS
from desktop.printing.office import register
from desktop.printing.registers import party_list
from desktop.rules.bases import Basis, Letterhead, PaperSubject, is_of
from desktop.services.bases.register import bases
from desktop.services.office.sides import Side, refuse_other
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.bases import party_line, state_line
from desktop.services.papers.fill.registers.bases import party_basis_list, state_basis_list

_PAPERS: dict[tuple[Letterhead, PaperSubject], tuple[str, ...]] = {
    (Letterhead.STATE, PaperSubject.HEADS): (
        *("call-decision", "cluster-decision", "team-decision"),
        *("recognition-decision", "hold-again-decision"),
    ),
    (Letterhead.STATE, PaperSubject.MID_TERM): (
        *("dismissal-decision", "dismissal-commune-decision", "provisional-decision"),
    ),
    (Letterhead.PARTY, PaperSubject.CONGRESS): (
        *("congress-notice", "congress-personnel-plan"),
        *("congress-result-report", "congress-approval-decision"),
    ),
}
"""Which papers have lines for bases, by whose they are and what they are about."""


def drawn_into(basis: Basis) -> tuple[str, ...]:
    """Name the papers whose "Căn cứ" lines name a document while it is in force; none where nobody's do."""
    return tuple(
        FORMS[form].title.partition(" (")[0]
        for (letterhead, subject), forms in _PAPERS.items()
        if is_of(basis.scope, letterhead) and subject in basis.subjects
        for form in forms
    )


def names_bases(form: str) -> bool:
    """Tell whether a paper has lines for bases, by the name of its form."""
    return any(form in forms for forms in _PAPERS.values())


def lines_drawn(basis: Basis) -> tuple[str, ...]:
    """Say a document as papers do that name it, the State's first."""
    said = ((Letterhead.STATE, state_line), (Letterhead.PARTY, party_line))
    return tuple(line(basis) for letterhead, line in said if is_of(basis.scope, letterhead))


def draw_bases(workplace: Workplace, letterhead: Letterhead) -> bytes:
    """Draw the documents that papers of a letterhead name, under that letterhead.

    Raises:
        RequestRefused: ``side.party``, ``side.elections`` for the other side's list.
        PaperRefused: it cannot be drawn.
    """
    refuse_other(workplace.side, Side.PARTY if letterhead is Letterhead.PARTY else Side.ELECTIONS)
    views = [view for view in bases(workplace) if is_of(view.basis.scope, letterhead)]
    with reading(workplace.database) as session:
        training = is_training(session)
        if letterhead is Letterhead.PARTY:
            return party_list.draw(party_basis_list(workplace, session, views), training=training)
        return register.draw(state_basis_list(workplace, session, views), training=training)
