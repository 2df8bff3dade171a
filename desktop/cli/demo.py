"""``hom-phieu demo``: a whole election day of the example commune, with no window."""

from __future__ import annotations

import os
import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop.bootstrap import shipped_statutes
from desktop.cli.office import PASSPHRASE_VARIABLE
from desktop.cli.options import AsJson
from desktop.cli.output import print_json, say
from desktop.errors import RequestRefused
from desktop.resources import resource
from desktop.services.office.files import disk_refusal, write_file
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.training.day import hold_training_day
from desktop.services.training.scene import SCENES

_MARK = ".hom-phieu-demo"


class Example(StrEnum):
    """The example by the year of its election."""

    TODAY = "2026"
    OLDER = "2024"


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command("demo", help="Chạy trọn một ngày bầu cử của xã mẫu (dữ liệu tập huấn).")(demo)


def demo(
    out: Annotated[Path, typer.Option("--out", help="Thư mục sẽ ghi; bản chạy trước ở đó được thay.")],
    seed: Annotated[int, typer.Option("--seed", help="Cùng số này thì cùng kết quả.")] = 1,
    example: Annotated[
        Example, typer.Option("--example", help="Năm bầu của xã mẫu: 2026 theo luật nay, 2024 theo luật cũ.")
    ] = Example.TODAY,
    as_json: AsJson = False,
) -> None:
    """Hold the example's election day and leave its files in a folder. Source: commands.md (``demo``)."""
    _clear(out)
    passphrase = os.environ.get(PASSPHRASE_VARIABLE) or TRAINING_PASSPHRASE
    try:
        summary = hold_training_day(
            out, seed, passphrase, shipped_statutes(), resource("samples"), say, scene=SCENES[example]
        )
    except BaseException:
        # Half an election day is of no use to anybody.
        shutil.rmtree(out, ignore_errors=True)
        raise
    if as_json:
        print_json(summary)
    say(f"Xong. Phiếu, biên bản, gói và biên nhận nằm trong {out}; tóm tắt ở {out / 'summary.json'}.")


def _clear(out: Path) -> None:
    """Empty the folder of an earlier demo, and mark it; a folder that holds anything else is refused."""
    try:
        if out.exists() and any(out.iterdir()):
            if not (out / _MARK).exists():
                raise RequestRefused("demo.folder", where=str(out))
            shutil.rmtree(out)
    except OSError as error:
        raise disk_refusal(error, out) from error
    write_file(out / _MARK, b"")
