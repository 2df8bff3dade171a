"""The minutes of a count on its form: of the meeting, and of slips handed to households."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.elections import Vote
from desktop.printing.counting.facts import CountingMinutes
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.rules.facts import counted_in_meeting
from desktop.services.counting.finalised import record_of
from desktop.services.papers.fill.hamlet_head.count.minutes import blank_facts, minutes_facts
from desktop.services.papers.fill.hamlet_head.facts import newest_count
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import committee_of, witnesses_of


def counting_minutes(source: PaperSource) -> CountingMinutes | BlankMinutes:
    """Fill the counting minutes from the finalised count, before it with what is known."""
    return minutes_of_count(source) or blank_facts(source.workplace, source.session, source.vote)


def handed_out_minutes(source: PaperSource) -> CountingMinutes | BlankMinutes:
    """Fill the minutes of slips handed to households; of a meeting's vote nothing but its hamlet."""
    if source.vote.vote is Vote.HAND_OUT:
        return counting_minutes(source)
    known = blank_facts(source.workplace, source.session, source.vote)
    return replace(
        known, form_label=source.label("04"), handed_out=True, committee=(), witnesses=(), date=None
    )


def minutes_of_count(source: PaperSource) -> CountingMinutes | None:
    """Return what the minutes of the newest finalised count say; None before it, or while nobody is named."""
    election, count = source.election, newest_count(source.session, source.vote)
    uncounted = not committee_of(source.vote) and not counted_in_meeting(source.statute, source.vote.ballot)
    if count is None or uncounted or len(witnesses_of(election)) != 2:
        return None
    return minutes_facts(source.session, source.vote, record_of(count), count.sha256)
