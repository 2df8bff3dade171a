"""The list of the members of a branch, or of all branches."""

from __future__ import annotations

from desktop.services.lists.list_kind import ListKind
from desktop.services.papers.registers import roster_paper
from desktop.services.party.giving_out import members_given
from desktop.services.party.importing import make, update, verdicts
from desktop.services.party.listed import OF_BRANCHES, target_on
from desktop.services.party.matching import FIELDS
from desktop.sheets.lists.kinds import members

MEMBERS = ListKind(
    sheet=members.MEMBERS,
    given=members_given,
    paper=roster_paper,
    reach=OF_BRANCHES,
    fields=FIELDS,
    unit=target_on,
    verdicts=verdicts,
    make=make,
    update=update,
)
