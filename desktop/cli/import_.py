"""``hom-phieu import``: a list into the register, and back out of it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from desktop.bootstrap import now, shipped_statutes, usual_folder
from desktop.cli.office import new_passphrase, opened
from desktop.cli.options import AsJson, DataFolder
from desktop.cli.output import print_json, say
from desktop.cli.read import ListName, say_sheets
from desktop.errors import RequestRefused, StorageRefused
from desktop.services.catalogue.known import STORED
from desktop.services.lists import batches
from desktop.services.lists.list_kind import Wanted
from desktop.services.lists.whole import OF_COMMUNE
from desktop.services.office.workplace import Workplace
from desktop.services.places.choice import wanted_hamlet
from desktop.services.places.parts import is_of_several
from desktop.services.training.office import make_training_office
from desktop.sheets.lists.reading import read


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command("import", help="Ghi một danh sách vào sổ, hoặc hoàn tác một lần nhập.")(import_list)


def import_list(  # noqa: PLR0917 - options, each given by its name
    file: Annotated[Path | None, typer.Argument(help="Tệp .xlsx, .xls, .ods hoặc .csv.")] = None,
    kind: ListName | None = None,
    hamlet: Annotated[
        str | None, typer.Option("--hamlet", help="Tên hoặc mã thôn của danh sách hộ, đảng viên.")
    ] = None,
    branch: Annotated[
        str | None, typer.Option("--branch", help="Tên hoặc mã chi bộ của danh sách đảng viên.")
    ] = None,
    undo: Annotated[int | None, typer.Option("--undo", help="Số của lần nhập cần hoàn tác.")] = None,
    data: DataFolder = None,
    as_json: AsJson = False,
) -> None:
    """Store a list, or take one back. Source: commands.md (``import``)."""
    if undo is not None:
        with opened(data) as (workplace, _):
            batch = batches.undo(workplace, undo)
        if as_json:
            print_json({"batch": batch.batch, "undone": batch.undone})
        say(f"Đã hoàn tác lần nhập số {batch.batch} (tệp {batch.file_name}).")
        return
    if file is None or kind is None:
        raise typer.BadParameter("cần tên tệp và --kind, hoặc --undo.")
    listed = STORED.get(kind)
    if listed is None:
        raise RequestRefused("import.kind", where=file.name)
    # A file that can't be read must not leave a new office behind.
    reading = read(file, kind)
    with ExitStack() as stack:
        found = _opened(data, stack)
        if found is None and branch is not None:
            raise RequestRefused("unknown.branch", where=branch)
        of_parts = listed.reach.of != OF_COMMUNE.of
        if found is None and of_parts and not (hamlet is None and is_of_several(reading)):
            wanted_hamlet(reading, hamlet)
        workplace = found or _made(data, stack)
        stored, taken = listed.take_in(workplace, reading, Wanted(hamlet, branch))
    if as_json:
        print_json(asdict(stored))
    say_sheets(taken)
    say(
        f"{file.name}: {stored.new} dòng mới, {stored.changed} thay đổi, {stored.same} giống, "
        f"{stored.doubtful} nghi trùng chưa ghi, {stored.refused} bị từ chối; lần nhập số {stored.batch}."
    )


def _opened(data: Path | None, stack: ExitStack) -> Workplace | None:
    """Open the office of a folder; None where there is none."""
    try:
        return stack.enter_context(opened(data))[0]
    except StorageRefused as refusal:
        if refusal.code != "storage.absent":
            raise
        return None


def _made(data: Path | None, stack: ExitStack) -> Workplace:
    """Make a training office of an example commune."""
    folder = data or usual_folder()
    passphrase = new_passphrase(official=False)
    workplace = make_training_office(folder, passphrase, shipped_statutes(), now)
    stack.callback(workplace.database.close)
    say(f"Đã lập một cơ quan tập huấn tại {folder}.")
    return workplace
