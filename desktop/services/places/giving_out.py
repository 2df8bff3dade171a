"""The hamlets of the commune as a list that comes back the same."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.services.lists.giving_out import yes_or_no
from desktop.services.lists.list_kind import Extent, Given
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.hamlets import commune_words, hamlet_lines
from desktop.wording import words


def hamlets_given(workplace: Workplace, session: Session, extent: Extent) -> Given:
    """Find the living hamlets, by name; of a past day those of that day, under their names then.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    rows = [
        {
            "kind": line.kind,
            "name": line.name,
            "households": line.stated,
            "head": line.head,
            "especially_difficult": yes_or_no(line.especially_difficult),
            "head_is_member": yes_or_no(line.head_is_member),
        }
        for line in hamlet_lines(workplace, on=extent.on)
    ]
    commune = commune_words(workplace)
    if extent.on is not None:
        commune = words("list.as_of", place=commune, day=f"{extent.on:%d/%m/%Y}")
    return Given(rows, commune, own_unit(session))
