"""The list of the hamlets of the commune."""

from __future__ import annotations

from desktop.services.lists.list_kind import ListKind
from desktop.services.lists.whole import OF_COMMUNE, commune_on
from desktop.services.people.registers import hamlet_paper
from desktop.services.places.giving_out import hamlets_given
from desktop.services.places.importing import FIELDS, make, update, verdicts
from desktop.sheets.lists.kinds import hamlets

HAMLETS = ListKind(
    sheet=hamlets.HAMLETS,
    given=hamlets_given,
    paper=hamlet_paper,
    reach=OF_COMMUNE,
    fields=FIELDS,
    unit=commune_on,
    verdicts=verdicts,
    make=make,
    update=update,
)
