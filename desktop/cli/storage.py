"""``hom-phieu backup``, ``restore`` and ``check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.bootstrap import now, usual_folder
from desktop.cli.office import opened, with_passphrase
from desktop.cli.options import AsJson, DataFolder
from desktop.cli.output import print_json, say
from desktop.services.office.backups import back_up, restore_office
from desktop.services.office.checking import check_office
from desktop.wording import words

_SAID = 20


def add_to(application: typer.Typer) -> None:
    """Add the commands to the application."""
    application.command("backup", help="Ghi một bản sao mã hóa, đã kiểm tra.")(backup)
    application.command("restore", help="Dựng lại cơ quan từ bản sao, trên máy này hay máy khác.")(restore)
    application.command("check", help="Kiểm tra cơ sở dữ liệu và nhật ký.")(check)


def backup(
    out: Annotated[Path, typer.Argument(help="Tệp bản sao sẽ ghi, hoặc thư mục.")], data: DataFolder = None
) -> None:
    """Write an encrypted copy of the office. Source: commands.md (``backup``)."""
    with opened(data) as (workplace, _):
        made = back_up(workplace, out)
    say(f"Đã sao lưu vào {made.path}; nhật ký có {made.entries} dòng, dòng cuối {made.head[:16]}.")
    if made.made_way:
        say(words("backup.made_way", number=made.made_way))


def restore(file: Annotated[Path, typer.Argument(help="Tệp bản sao.")], data: DataFolder = None) -> None:
    """Make an office out of a backup. Source: commands.md (``restore``)."""
    folder = data or usual_folder()
    restored = with_passphrase(lambda passphrase: restore_office(file, folder, passphrase, now()))
    say(f"Đã dựng lại cơ quan tại {folder}.")
    say(f"Nhật ký có {restored.entries} dòng, dòng cuối {restored.head[:16]}.")


def check(
    on_paper: Annotated[
        str, typer.Option("--paper", help="8 nhóm sau chữ Nhật ký ở chân biên bản, để so với nhật ký.")
    ] = "",
    data: DataFolder = None,
    as_json: AsJson = False,
) -> None:
    """Check the database, the chain of its audit log, what that sealed, and its ends that stand elsewhere."""
    folder = data or usual_folder()
    with opened(folder) as (workplace, _):
        found = check_office(workplace, on_paper=on_paper)
    if as_json:
        print_json(
            {
                "ok": not found.findings,
                "problems": list(found.problems),
                "findings": [
                    {"code": each.code, "about": each.about, "message": sentence}
                    for each, sentence in zip(found.findings, found.sentences(), strict=True)
                ],
                "entries": found.entries,
                "head": found.head,
                "compared": list(found.compared),
            }
        )
    for sentence in found.sentences()[:_SAID]:
        say(sentence)
    if len(found.findings) > _SAID:
        say(f"Còn {len(found.findings) - _SAID} chỗ khác; dùng --json để xem hết.")
    if found.findings:
        raise typer.Exit(1)
    say(f"Dữ liệu còn nguyên như chương trình đã ghi; nhật ký có {found.entries} dòng.")
    for compared in found.compared:
        say(f"Khớp với {compared}.")
