"""What the hamlets of today were made of, as a list that merges them again where they are apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from desktop.services.lists.list_kind import Extent, Given
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.hamlets import HamletLine, commune_words, hamlet_lines
from desktop.sheets.lists.headings.columns import NAME
from desktop.sheets.lists.kinds.mergers import NEW
from desktop.wording import words

_DAY, _DECISION = "starts_on", "decision"


def mergers_given(workplace: Workplace, session: Session, extent: Extent) -> Given:
    """Find each old hamlet beside the living one that was made of it, with the day and the decision.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    rows = [
        {
            NAME: old,
            NEW: line.full_name,
            _DAY: f"{line.starts_on:%d/%m/%Y}" if line.starts_on else None,
            _DECISION: line.decision.number or None,
        }
        for line, old in made_of(workplace, extent.on)
    ]
    more = ((_DAY, words("list.mergers.day")), (_DECISION, words("list.mergers.decision")))
    return Given(rows, commune_words(workplace), own_unit(session), more)


def made_of(workplace: Workplace, on: date | None = None) -> Iterator[tuple[HamletLine, str]]:
    """Yield the living hamlets with each old one that they were made of, by name.

    Parts of a hamlet that was split are no merger.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    lines: Sequence[HamletLine] = hamlet_lines(workplace, on=on)
    heirs = Counter(old for line in lines for old in line.predecessors)
    for line in lines:
        for old in line.predecessors:
            if heirs[old] == 1:
                yield line, old
