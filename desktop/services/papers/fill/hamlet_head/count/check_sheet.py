"""The check sheet of a count: its head and who made each entry; its lines come from the page of the count."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.counting import Entry
from desktop.printing.hamlet_head.count.check_sheet import CheckSheet
from desktop.printing.setting.date_line import DateLine
from desktop.services.elections.lookup import held_day, term_of
from desktop.services.office.workplace import local
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import place_of, post_of, running_issuers


def check_sheet(source: PaperSource, entries: Sequence[Entry] = ()) -> CheckSheet:
    """Fill the head of the check sheet, with the entries that were made."""
    election, day = source.election, held_day(source.vote)
    return CheckSheet(
        issuer_lines=running_issuers(source.session, source.vote),
        dated=DateLine.on(place_of(source.session, election), day),
        post=post_of(source.vote),
        term=term_of(election),
        date=day,
        entered=tuple(
            f"Lượt {entry.number}: {entry.operator.name}, {local(entry.made_at):%H:%M ngày %d/%m/%Y}"
            for entry in entries
        ),
    )
