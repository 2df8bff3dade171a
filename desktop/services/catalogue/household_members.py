"""The list of the members of households."""

from __future__ import annotations

from desktop.services.lists.list_kind import ListKind
from desktop.services.people.giving_out import members_given
from desktop.services.people.member_importing import make, update, verdicts
from desktop.services.people.member_matching import FIELDS
from desktop.services.people.registers import member_paper
from desktop.services.places.listed import OF_HAMLETS
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.kinds import household_members

HOUSEHOLD_MEMBERS = ListKind(
    sheet=household_members.HOUSEHOLD_MEMBERS,
    given=members_given,
    paper=member_paper,
    reach=OF_HAMLETS,
    fields=FIELDS,
    unit=unit_on,
    verdicts=verdicts,
    make=make,
    update=update,
)
