"""``hom-phieu decide``: the rules alone, no database."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from desktop.bootstrap import shipped_statutes
from desktop.cli.output import print_json
from desktop.errors import FactsRefused
from desktop.rules.facts import read_facts
from desktop.rules.outcome import decide, outcome_document


class WrongDay(typer.TyperException):
    """A day that is none: wrong use, said in our own words, for the library's are English."""

    exit_code = 2


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command("decide", help="Quyết định kết quả một lần bỏ phiếu theo quy định; in ra JSON.")(
        decide_facts
    )


def decide_facts(
    facts: Annotated[Path, typer.Argument(help="Tệp JSON số liệu kiểm phiếu; “-” là đầu vào chuẩn.")],
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="YYYY-MM-DD",
            help="Ngày bầu: theo điều khoản có hiệu lực ngày đó; bỏ trống thì theo bản đầu của quy định.",
        ),
    ] = None,
    _json: Annotated[bool, typer.Option("--json", help="Luôn là JSON; ghi thêm cũng được.")] = True,
) -> None:
    """Decide the facts in a file and print the outcome. Source: commands.md (``decide``)."""
    day = None if on is None else _day(on)
    try:
        data = sys.stdin.buffer.read() if str(facts) == "-" else facts.read_bytes()
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except OSError as error:
        raise FactsRefused("file", where=str(facts)) from error
    except (ValueError, RecursionError) as error:
        raise FactsRefused("facts", where=facts.name, reason="json") from error
    library = shipped_statutes() if day is None else shipped_statutes().as_of(day)
    print_json(outcome_document(decide(read_facts(document, library))))


def _day(typed: str) -> date:
    """Read a day, or say in a sentence how it is written."""
    try:
        return datetime.strptime(typed, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError as error:
        said = f"ngày “{typed}” ở --on không có; ghi năm-tháng-ngày, ví dụ 2026-05-26."
        raise WrongDay(said) from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a key that stands twice: which of its values was meant nobody knows."""
    document = dict(pairs)
    if len(document) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise FactsRefused("facts", where=twice, reason="repeated_key")
    return document
