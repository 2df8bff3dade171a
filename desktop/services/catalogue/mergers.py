"""The list of what became of hamlets: each old one beside the new one that it went into.

It is taken in as a whole, in one view of its own: ``places/mergers.py``.
"""

from __future__ import annotations

from desktop.services.lists.list_kind import OfficeList
from desktop.services.people.registers import merger_paper
from desktop.services.places.mergers_given import mergers_given
from desktop.sheets.lists.kinds import mergers

MERGERS = OfficeList(sheet=mergers.MERGERS, given=mergers_given, paper=merger_paper)
