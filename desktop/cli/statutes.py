"""``hom-phieu statutes``: every clause of every statute that the program ships."""

from __future__ import annotations

from datetime import date
from typing import Any

import typer

from desktop.bootstrap import shipped_statutes
from desktop.cli.options import AsJson
from desktop.cli.output import print_json, say
from desktop.rules.clause_days import ClauseDays, days_in_force
from desktop.rules.statute import Statute, clause_value
from desktop.wording import checked_sentence

_HEADS = ("Khóa", "Giá trị", "Hiệu lực", "Ai đã đọc", "Nội dung và căn cứ")
_LONGEST = 36


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command(
        "statutes", help="Điều khoản của mọi quy định: giá trị, căn cứ, ai đã đọc, hiệu lực."
    )(statutes)


def statutes(as_json: AsJson = False) -> None:
    """List the clauses, statute by statute. Source: commands.md (``statutes``)."""
    library = list(shipped_statutes())
    if as_json:
        print_json([_document(statute, held) for statute in library for held in days_in_force(statute)])
        return
    for statute in library:
        _print(statute)


def _document(statute: Statute, held: ClauseDays) -> dict[str, Any]:
    clause = held.clause
    return {
        "statute": statute.id,
        "kind": statute.kind,
        "key": clause.key,
        "value": clause_value(clause.value),
        "unit": clause.unit,
        "comparison": clause.comparison,
        "article": clause.article,
        "explanation": clause.explanation,
        "checked": clause.checked,
        "in_force_from": held.first.isoformat(),
        "in_force_to": held.last.isoformat() if held.last else None,
    }


def _print(statute: Statute) -> None:
    say(f"{statute.id}: {statute.title}", error=False)
    say(
        f"{statute.issuer}, {statute.number}, {_days(statute.in_force_from, statute.in_force_to)}",
        error=False,
    )
    rows = [_HEADS, *(_row(held) for held in days_in_force(statute))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        say("  ".join(["", *cells, row[-1]]), error=False)
    say("", error=False)


def _row(held: ClauseDays) -> tuple[str, ...]:
    clause = held.clause
    values = "; ".join(str(each) for each in clause.words())
    shown = f"{values} {clause.unit}" if clause.unit else values
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST - 1]}…"
    days, mark = _days(held.first, held.last), checked_sentence(clause.checked)
    return clause.key, shown, days, mark, f"{clause.explanation} ({clause.article})"


def _days(first: date, last: date | None) -> str:
    return f"{first:%d/%m/%Y} – {last:%d/%m/%Y}" if last else f"từ {first:%d/%m/%Y}"
