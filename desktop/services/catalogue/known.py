"""The lists of the office by their names; a new one is a file beside this one and its name here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.services.catalogue.branches import BRANCHES
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.catalogue.members import MEMBERS
from desktop.services.catalogue.mergers import MERGERS
from desktop.services.catalogue.posts import POSTS
from desktop.services.catalogue.voters import VOTERS
from desktop.services.lists.list_kind import ListKind, OfficeList

LISTS: Mapping[str, OfficeList] = {
    each.name: each
    for each in (
        *(HAMLETS, MERGERS, HOUSEHOLDS, HOUSEHOLD_MEMBERS, VOTERS),
        *(MEMBERS, BRANCHES, POSTS),
    )
}
"""All that is given out."""

STORED: Mapping[str, ListKind[Any]] = {
    name: each for name, each in LISTS.items() if isinstance(each, ListKind)
}
"""Those whose rows are stored one by one."""
