"""The list of the organisations of the commune: its party body and its branches."""

from __future__ import annotations

from desktop.services.lists.list_kind import ListKind
from desktop.services.lists.whole import OF_COMMUNE, commune_on
from desktop.services.papers.party_lists import branch_paper
from desktop.services.party.branch_lists import FIELDS, branches_given, make, update, verdicts
from desktop.sheets.lists.kinds import branches

BRANCHES = ListKind(
    sheet=branches.BRANCHES,
    given=branches_given,
    paper=branch_paper,
    reach=OF_COMMUNE,
    fields=FIELDS,
    unit=commune_on,
    verdicts=verdicts,
    make=make,
    update=update,
)
