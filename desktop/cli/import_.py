"""``hom-phieu import``: a list into the register, and back out of it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from desktop.bootstrap import now, shipped_statutes, usual_folder
from desktop.cli.office import AsJson, DataFolder, new_passphrase, opened
from desktop.cli.output import print_json, say
from desktop.cli.read import ListName, say_sheets
from desktop.errors import RequestRefused, StorageRefused
from desktop.services.lists import batches
from desktop.services.office.workplace import Workplace
from desktop.services.party import branch_lists, post_lists
from desktop.services.party import importing as member_import
from desktop.services.party.parts import branch_stated
from desktop.services.party.parts import is_of_several as of_several_branches
from desktop.services.people import importing as household_import
from desktop.services.people import member_importing as household_member_import
from desktop.services.people import voter_importing as voter_import
from desktop.services.places import importing as hamlet_import
from desktop.services.places.choice import hamlet_for, wanted_hamlet
from desktop.services.places.parts import is_of_several
from desktop.services.training.office import make_training_office
from desktop.sheets.lists.kinds.branches import BRANCHES
from desktop.sheets.lists.kinds.hamlets import HAMLETS
from desktop.sheets.lists.kinds.household_members import HOUSEHOLD_MEMBERS
from desktop.sheets.lists.kinds.households import HOUSEHOLDS
from desktop.sheets.lists.kinds.members import MEMBERS
from desktop.sheets.lists.kinds.posts import POSTS
from desktop.sheets.lists.kinds.voters import VOTERS
from desktop.sheets.lists.reading import Reading, read

# What the register holds; the other lists can be looked at with ``read``.
_OF_THE_COMMUNE = {
    HAMLETS.name: (hamlet_import.preview, hamlet_import.store),
    BRANCHES.name: (branch_lists.preview, branch_lists.store),
    POSTS.name: (post_lists.preview, post_lists.store),
}
_OF_HAMLETS = {
    HOUSEHOLDS.name: household_import,
    HOUSEHOLD_MEMBERS.name: household_member_import,
    VOTERS.name: voter_import,
}
_STORED = (*_OF_HAMLETS, MEMBERS.name, *_OF_THE_COMMUNE)


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
    if kind not in _STORED:
        raise RequestRefused("import.kind", where=file.name)
    # A file that can't be read must not leave a new office behind.
    reading = read(file, kind)
    with ExitStack() as stack:
        found = _opened(data, stack)
        if found is None and branch is not None:
            raise RequestRefused("unknown.branch", where=branch)
        if found is None and kind not in _OF_THE_COMMUNE and not (hamlet is None and is_of_several(reading)):
            wanted_hamlet(reading, hamlet)
        stored, taken = _store(found or _made(data, stack), kind, reading, _For(hamlet, branch))
    if as_json:
        print_json(asdict(stored))
    say_sheets(taken)
    say(
        f"{file.name}: {stored.new} dòng mới, {stored.changed} thay đổi, {stored.same} giống, "
        f"{stored.doubtful} nghi trùng chưa ghi, {stored.refused} bị từ chối; lần nhập số {stored.batch}."
    )


@dataclass(frozen=True, slots=True)
class _For:
    """What a list is for, as it was typed."""

    hamlet: str | None
    branch: str | None


def _store(workplace: Workplace, kind: str, reading: Reading, wanted: _For) -> tuple[batches.Import, Reading]:
    """Store a list, and return what came of it and the part of the file that was taken."""
    if kind in _OF_THE_COMMUNE:
        preview, store = _OF_THE_COMMUNE[kind]
        return store(workplace, preview(workplace, reading)), reading
    if kind == MEMBERS.name:
        code = wanted.branch
        if code is None and wanted.hamlet is None:
            if of_several_branches(reading):
                return member_import.take_in_parts(workplace, reading), reading
            code = branch_stated(workplace, reading)
        hamlet = None if code else hamlet_for(workplace, reading, wanted.hamlet)
        members = member_import.preview(workplace, member_import.branch_for(workplace, code, hamlet), reading)
        return member_import.store(workplace, members), reading
    of_hamlets = _OF_HAMLETS[kind]
    if wanted.hamlet is None and is_of_several(reading):
        return of_hamlets.take_in_parts(workplace, reading), reading
    shown = of_hamlets.preview(workplace, hamlet_for(workplace, reading, wanted.hamlet), reading)
    return of_hamlets.store(workplace, shown), shown.reading


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
