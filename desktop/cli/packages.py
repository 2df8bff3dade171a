"""``hom-phieu seal``, ``take-in`` and ``receipt``: a package from the commune to its receipt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.cli.keys import Stream
from desktop.cli.office import opened
from desktop.cli.options import AsJson, DataFolder
from desktop.cli.output import print_json, say
from desktop.cli.verify import step_lines
from desktop.errors import Refusal, RequestRefused
from desktop.exchange.bounds import PACKAGE, RECEIPT
from desktop.exchange.keys import OfficeKeys
from desktop.services.exchange.intake import take_in
from desktop.services.exchange.outbox_files import outbox_folder
from desktop.services.exchange.receipt_files import write_receipt
from desktop.services.exchange.receipts import read_receipt
from desktop.services.exchange.sealing import seal, unwritten_words
from desktop.services.office.files import read_file
from desktop.services.office.keys import unlock
from desktop.services.office.workplace import Workplace
from desktop.wording import reason_sentence, refusal_sentence, words


def add_to(application: typer.Typer) -> None:
    """Add the commands to the application."""
    application.command("seal", help="Đóng gói kết quả đã chốt để gửi cơ quan nhận.")(seal_package)
    application.command("take-in", help="Nhận gói: kiểm tra từng bước, lưu và cấp biên nhận.")(
        take_in_packages
    )
    application.command("receipt", help="Đọc biên nhận của cơ quan nhận.")(take_receipt)


def seal_package(
    stream: Annotated[Stream, typer.Option("--stream", help="Dòng dữ liệu.")],
    to: Annotated[str, typer.Option("--to", help="Mã đơn vị nhận.")],
    data: DataFolder = None,
    as_json: AsJson = False,
) -> None:
    """Seal a package into the office's outbox. Source: commands.md (``seal``)."""
    with opened(data) as (workplace, passphrase):
        keys = unlock(workplace, passphrase)
        sealed = seal(workplace, keys, stream.value, to, outbox=outbox_folder(workplace))
    if as_json:
        print_json(
            {
                "path": None if sealed.unwritten else str(sealed.path),
                "digest": sealed.digest,
                "sequence": sealed.sequence,
                "code": sealed.code,
            }
        )
    if sealed.unwritten is not None:
        say(unwritten_words(sealed))
        raise typer.Exit(1)
    say(f"Đã đóng gói {sealed.path.name}, mã đọc qua điện thoại {sealed.code}; gói nằm ở {sealed.path}.")


def take_in_packages(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Tệp gói, hoặc thư mục có tệp .goi.")
    ],
    data: DataFolder = None,
    receipts: Annotated[Path | None, typer.Option("--receipts", help="Thư mục ghi biên nhận.")] = None,
    as_json: AsJson = False,
) -> None:
    """Take packages in; one bad file does not stop the others. Source: commands.md (``take-in``)."""
    files = _files(paths)
    with opened(data) as (workplace, passphrase):
        keys = unlock(workplace, passphrase)
        folder = receipts or workplace.database.folder / "receipts"
        taken = [_taken(workplace, keys, path, folder) for path in files]
    if as_json:
        print_json(taken)
    if any(entry["code"] is not None for entry in taken):
        raise typer.Exit(1)


def take_receipt(
    file: Annotated[Path, typer.Argument(help="Tệp biên nhận .bn.")],
    data: DataFolder = None,
    as_json: AsJson = False,
) -> None:
    """Read a receipt at the commune. Source: commands.md (``receipt``)."""
    content = read_file(file, RECEIPT)
    with opened(data) as (workplace, passphrase):
        receipt = read_receipt(workplace, unlock(workplace, passphrase), content)
    if as_json:
        print_json(
            {
                "package": receipt.file_name,
                "outcome": receipt.outcome,
                "code": receipt.code,
                "missing": list(receipt.missing),
            }
        )
    outcomes = {"accepted": "đã được nhận", "waiting": "đang chờ xem xét", "refused": "bị từ chối"}
    say(f"Gói {receipt.file_name} {outcomes[receipt.outcome]}.")


def _files(paths: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        found = sorted(path.glob("*.goi")) if path.is_dir() else [path]
        if not found:
            raise RequestRefused("take_in.nothing", where=str(path))
        files += found
    return files


def _taken(workplace: Workplace, keys: OfficeKeys, path: Path, folder: Path) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "path": str(path),
        "digest": None,
        "outcome": "refused",
        "code": None,
        "steps": [],
        "receipt": None,
    }
    try:
        # Read once: from here on the stick may be pulled out.
        view = take_in(workplace, keys, read_file(path, PACKAGE.package))
    except Refusal as refusal:
        entry["code"] = refusal.code
        say(f"{path.name}: {refusal_sentence(refusal)}")
        return entry
    entry |= {
        "digest": view.digest,
        "outcome": view.outcome,
        "code": view.code,
        "steps": step_lines(view.steps),
    }
    last = view.steps[-1]
    refused = f"từ chối ở bước {view.code}"
    outcomes = {"accepted": "đã nhận", "waiting": "chờ người xem xét", "refused": refused}
    why = reason_sentence(last.reason, last.locations, last.facts)
    say(f"{path.name}: {outcomes[view.outcome]}. {why}".rstrip())
    if view.receipt is None or view.receipt_name is None:
        return entry
    try:
        # The package is stored by now, and so is its receipt; the file is a copy.
        entry["receipt"] = str(write_receipt(folder, view.receipt_name, view.receipt, view.outcome))
    except Refusal as refusal:
        entry["code"] = refusal.code
        say(words("take_in.unwritten", where=view.receipt_name, why=refusal_sentence(refusal)))
    return entry
