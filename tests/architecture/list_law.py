"""Lists every clause of every statute that ships: ``docs/law.md``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from desktop.resources import resource
from desktop.rules.clause_days import ClauseDays, days_in_force
from desktop.rules.statute import CHECKED, Statute, read_statute
from tests.checkout import ROOT

PAGE = ROOT / "docs" / "law.md"
_HEAD = """\
# The law, clause by clause

What the program decides by, as `resources/statutes/*.toml` holds it: `make docs` writes this page, and a test
keeps it true. A clause that a later text changed stands once for each text, with the days on which it holds.
The sentence is what the screen shows. The mark says who compared it with the official text (an age nobody
read there warns and stops nothing):

- `read` – read in the official text or its codification;
- `second_hand` – known from a copy or a paper that quotes it;
- `unread` – believed, and not read.

"""
_TABLE = "| key | value | holds | mark | what the screen says | where it stands |\n|---|---|---|---|---|---|"


def law_page() -> str:
    """Return the page."""
    files = sorted(resource("statutes").glob("*.toml"))
    return _HEAD + "\n".join(_section(read_statute(path.read_bytes(), path.name)) for path in files)


def _section(statute: Statute) -> str:
    held = days_in_force(statute)
    issued = f"{statute.issuer}, {statute.number}, dated {statute.dated.isoformat()}"
    said = f"{statute.title}. {issued}; {_days(statute.in_force_from, statute.in_force_to)}. {_marks(held)}."
    return "\n".join([f"## {statute.id}", "", said, "", _TABLE, *map(_row, held), ""])


def _row(held: ClauseDays) -> str:
    clause = held.clause
    parts = [", ".join(clause.words()), clause.unit, f"({clause.comparison})" if clause.comparison else None]
    cells = (
        f"`{clause.key}`",
        " ".join(filter(None, parts)),
        _days(held.first, held.last),
        f"`{clause.checked}`",
        clause.explanation,
        clause.article,
    )
    return f"| {' | '.join(cells)} |"


def _days(first: date, last: date | None) -> str:
    return f"{first.isoformat()} to {last.isoformat() if last else 'now'}"


def _marks(held: Iterable[ClauseDays]) -> str:
    counted = Counter(each.clause.checked for each in held)
    return ", ".join(f"{counted[mark]} {mark}" for mark in CHECKED if counted[mark])
