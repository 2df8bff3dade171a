"""Triggers: rows that are never changed or deleted, and rolls that stay as they were frozen or reported.

They guard against mistakes, not against whoever owns the file: that is what the audit chain is for. The
history of the schema makes them; here stands which ones a complete database has.
"""

import re

from desktop.models import people_search

APPEND_ONLY = (
    "audit_entries",
    "audit_seals",
    "counts",
    "outcomes",
    "tally_keys",
    "papers",
    "attachments",
    "sealed_packages",
    "receipts_in",
    "taken_records",
    "receipts_out",
    "settled_forks",
    "packages_set_aside",
    "chain_overrides",
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

_LOCKED_TALLY = frozenset(
    {"tally_keys_locked_insert", "tally_logs_locked_update", "tally_logs_locked_delete"}
)


# Somebody who has the key could let one write what nobody typed, or write "WHEN 0".
_REFUSES = re.compile(
    r"CREATE TRIGGER \w+ BEFORE (?:INSERT|UPDATE|DELETE)\b[^;]*\bBEGIN SELECT RAISE\(ABORT, '[^';]*'\); END"
)
_ALWAYS = re.compile(r" ON \w+(?: WHEN 1)? BEGIN ")
_FINDS = re.compile(
    r"CREATE TRIGGER \w+ AFTER \w+(?: OF folded)? ON people"
    r" BEGIN(?: INSERT INTO people_search\([^;]*\);)+ END"
)


def is_guard(name: str, sql: str) -> bool:
    """Tell whether a trigger does what ours of its name do: it refuses, or keeps the index of names."""
    said = " ".join(sql.split()).replace('"', "")
    if name in people_search.TRIGGERS:
        return _FINDS.fullmatch(said) is not None
    never = name.endswith(("_no_update", "_no_delete"))
    return _REFUSES.fullmatch(said) is not None and (not never or _ALWAYS.search(said) is not None)


def expected_triggers() -> frozenset[str]:
    """Return the names of all triggers that a complete database has."""
    rows = {f"{table}_no_{verb}" for table in APPEND_ONLY for verb in ("update", "delete", "replace")}
    return frozenset(rows | _FROZEN_ROLL | _REPORTED_CONGRESS | _LOCKED_TALLY | people_search.TRIGGERS)
