"""Triggers: rows that are never changed or deleted, and rolls that stay as they were frozen.

They guard against mistakes, not against whoever owns the file: that is what the audit chain is for.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from desktop.models import people_search

APPEND_ONLY = (
    "audit_entries",
    "counts",
    "outcomes",
    "papers",
    "attachments",
    "sealed_packages",
    "receipts_in",
    "taken_records",
    "receipts_out",
)

_KEYS = {"audit_entries": "sequence"}

_FROZEN = "(SELECT frozen_at FROM rolls WHERE id = {row}.roll_id) IS NOT NULL"
_ROLL_CHANGES = (
    "NEW.frozen_at IS NOT OLD.frozen_at OR NEW.frozen_lines IS NOT OLD.frozen_lines"
    " OR NEW.election_id <> OLD.election_id OR NEW.electorate_kind <> OLD.electorate_kind"
)
# Being present is the only thing that changes on a frozen roll.
_ENTRY_FIELDS = "id, roll_id, number, household_id, person_id, representative, supplement, added_at, reason"

_ROLL = {
    "rolls_frozen_update": ("rolls", "UPDATE", f"OLD.frozen_at IS NOT NULL AND ({_ROLL_CHANGES})"),
    "rolls_frozen_delete": ("rolls", "DELETE", "OLD.frozen_at IS NOT NULL"),
    "roll_entries_frozen_insert": (
        "roll_entries",
        "INSERT",
        f"NEW.supplement = 0 AND {_FROZEN.format(row='NEW')}",
    ),
    "roll_entries_frozen_update": (
        "roll_entries",
        f"UPDATE OF {_ENTRY_FIELDS}",
        _FROZEN.format(row="OLD"),
    ),
    "roll_entries_frozen_delete": ("roll_entries", "DELETE", _FROZEN.format(row="OLD")),
}


def create_append_only(connection: Connection, *tables: str) -> None:
    """Make the triggers of tables whose rows stay; call again after a migration that rebuilt one."""
    for table in tables:
        for sql in _append_only(table):
            connection.execute(text(sql))


def create_frozen_rolls(connection: Connection) -> None:
    """Make the triggers that keep a frozen roll; call again after a migration that rebuilt its tables."""
    for name, (table, verb, condition) in _ROLL.items():
        connection.execute(text(_trigger(name, table, verb, condition, "the roll is frozen")))


def expected_triggers() -> frozenset[str]:
    """Return the names of all triggers that a complete database has."""
    rows = {f"{table}_no_{verb}" for table in APPEND_ONLY for verb in ("update", "delete", "replace")}
    return frozenset(rows | set(_ROLL) | people_search.TRIGGERS)


def _append_only(table: str) -> Iterator[str]:
    key = _KEYS.get(table, "id")
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - names of our own tables
    guards = (("update", "UPDATE", "1"), ("delete", "DELETE", "1"), ("replace", "INSERT", exists))
    for name, verb, condition in guards:
        yield _trigger(f"{table}_no_{name}", table, verb, condition, "rows of this table stay as they are")


def _trigger(name: str, table: str, verb: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
