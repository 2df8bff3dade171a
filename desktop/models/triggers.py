"""Triggers: rows that are never changed or deleted, and rolls that stay as they were frozen or reported.

They guard against mistakes, not against whoever owns the file: that is what the audit chain is for. The
history of the schema makes them; here stands which ones a complete database has.
"""

from desktop.models import people_search

APPEND_ONLY = (
    "audit_entries",
    "audit_seals",
    "counts",
    "outcomes",
    "papers",
    "attachments",
    "sealed_packages",
    "receipts_in",
    "taken_records",
    "receipts_out",
    "settled_forks",
    "packages_set_aside",
)

_FROZEN_ROLL = frozenset(
    {
        "rolls_frozen_update",
        "rolls_frozen_delete",
        "roll_entries_frozen_insert",
        "roll_entries_frozen_update",
        "roll_entries_frozen_delete",
    }
)

_REPORTED_CONGRESS = frozenset(
    {
        "attendees_reported_insert",
        "attendees_reported_update",
        "attendees_reported_delete",
        "vote_presences_counted_insert",
        "vote_presences_counted_update",
        "vote_presences_counted_delete",
    }
)


def expected_triggers() -> frozenset[str]:
    """Return the names of all triggers that a complete database has."""
    rows = {f"{table}_no_{verb}" for table in APPEND_ONLY for verb in ("update", "delete", "replace")}
    return frozenset(rows | _FROZEN_ROLL | _REPORTED_CONGRESS | people_search.TRIGGERS)
