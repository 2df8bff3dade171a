"""``hom-phieu verify``: a package checked step by step.

What can be refused without the office's keys is refused before the office is opened, or even loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.cli.options import AsJson, DataFolder
from desktop.cli.output import print_json, say
from desktop.exchange.bounds import PACKAGE
from desktop.exchange.verify import Step, Verification, refused_unread
from desktop.services.office.files import read_file
from desktop.wording import reason_sentence


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command("verify", help="Kiểm tra một gói, không lưu gì.")(verify_package)


def verify_package(
    file: Annotated[Path, typer.Argument(help="Tệp gói .goi.")],
    data: DataFolder = None,
    as_json: AsJson = False,
) -> None:
    """Check a package step by step; stores nothing. Source: commands.md (``verify``)."""
    content = read_file(file, PACKAGE.package)
    found = refused_unread(content) or _checked(content, data)
    if as_json:
        print_json(
            {"path": str(file), "digest": found.digest, "code": found.code, "steps": step_lines(found.steps)}
        )
    for step in found.steps:
        verdict = "đạt " if step.ok else "HỎNG"
        say(f"{verdict}  {step.step}  {reason_sentence(step.reason, step.locations, step.facts)}".rstrip())
    if found.code is not None:
        raise typer.Exit(1)


def step_lines(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Return steps as the commands print them in JSON."""
    return [{"step": step.step, "ok": step.ok, "detail": step.detail} for step in steps]


def _checked(content: bytes, data: Path | None) -> Verification:
    from desktop.cli.office import opened  # noqa: PLC0415 - loads the database
    from desktop.services.exchange.intake import check  # noqa: PLC0415
    from desktop.services.office.keys import unlock  # noqa: PLC0415

    with opened(data) as (workplace, passphrase):
        return check(workplace, unlock(workplace, passphrase), content)
