"""The list of the voters of a hamlet, of a household or of none."""

from __future__ import annotations

from desktop.services.lists.list_kind import ListKind
from desktop.services.people.giving_out import voters_given
from desktop.services.people.registers import voter_paper
from desktop.services.people.voter_importing import make, update, verdicts
from desktop.services.people.voter_matching import FIELDS
from desktop.services.places.listed import OF_HAMLETS
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.kinds import voters

VOTERS = ListKind(
    sheet=voters.VOTERS,
    given=voters_given,
    paper=voter_paper,
    reach=OF_HAMLETS,
    fields=FIELDS,
    unit=unit_on,
    verdicts=verdicts,
    make=make,
    update=update,
)
