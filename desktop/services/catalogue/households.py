"""The list of households of a hamlet, or of all hamlets."""

from __future__ import annotations

from desktop.services.lists.list_kind import ListKind
from desktop.services.people.giving_out import households_given
from desktop.services.people.importing import make, update, verdicts
from desktop.services.people.matching import FIELDS
from desktop.services.people.registers import household_paper
from desktop.services.places.listed import OF_HAMLETS
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.kinds import households

HOUSEHOLDS = ListKind(
    sheet=households.HOUSEHOLDS,
    given=households_given,
    paper=household_paper,
    reach=OF_HAMLETS,
    fields=FIELDS,
    unit=unit_on,
    verdicts=verdicts,
    make=make,
    update=update,
)
