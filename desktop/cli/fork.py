"""``hom-phieu fork``: packages that contradict others and wait, and which side a person keeps."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.cli.office import opened
from desktop.cli.options import AsJson, DataFolder
from desktop.cli.output import print_json, say
from desktop.errors import Refusal
from desktop.services.exchange.forks import ForkView, OtherSide, SideView, settle, waiting_forks
from desktop.services.exchange.given_receipts import GivenReceipt
from desktop.services.exchange.receipt_files import write_receipt
from desktop.services.office.keys import unlock
from desktop.services.office.workplace import local
from desktop.wording import reason_sentence, refusal_sentence


class Keep(StrEnum):
    """Which side is kept."""

    KNOWN = "known"
    NEW = "new"


def add_to(application: typer.Typer) -> None:
    """Add the commands to the application."""
    forks = typer.Typer(help="Gói trái với gói đã nhận, đang chờ người quyết định.", no_args_is_help=True)
    forks.command("list", help="Liệt kê gói đang chờ, đặt cạnh những gói mà nó trái.")(list_forks)
    forks.command("decide", help="Giữ gói đã có hay gói mới, có lý do và tên người quyết định.")(decide_fork)
    application.add_typer(forks, name="fork")


def list_forks(data: DataFolder = None, as_json: AsJson = False) -> None:
    """List what waits. Source: commands.md (``fork list``)."""
    with opened(data) as (workplace, _):
        found = waiting_forks(workplace)
    if as_json:
        print_json([_fork(fork) for fork in found])
        return
    if not found:
        say("Không có gói nào đang chờ quyết định.", error=False)
    for fork in found:
        for line in _lines(fork):
            say(line, error=False)


def decide_fork(
    fork: Annotated[int, typer.Argument(metavar="ID", help="Mã của gói đang chờ, xem ở fork list.")],
    keep: Annotated[Keep, typer.Option("--keep", help="Giữ gói đã có (known) hay gói mới (new).")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Lý do.")],
    by: Annotated[str, typer.Option("--by", help="Họ tên người quyết định.")],
    data: DataFolder = None,
    receipts: Annotated[Path | None, typer.Option("--receipts", help="Thư mục ghi biên nhận.")] = None,
    as_json: AsJson = False,
) -> None:
    """Keep one side of a fork and write the receipts. Source: commands.md (``fork decide``)."""
    with opened(data) as (workplace, passphrase):
        keys = unlock(workplace, passphrase)
        settled = settle(workplace, keys, fork, keep.value, reason=reason, by=by)
        folder = receipts or workplace.database.folder / "receipts"
    outcome = "accepted" if keep is Keep.NEW else "refused"
    own = _written(folder, settled.receipt, outcome)
    released = [_written(folder, receipt, "accepted") for receipt in settled.released]
    if as_json:
        print_json(
            {
                "id": fork,
                "keep": keep.value,
                **own,
                "set_aside": list(settled.set_aside),
                "released": released,
            }
        )
    kept = "Đã nhận gói mới" if keep is Keep.NEW else "Đã từ chối gói mới, giữ số liệu đã có"
    say(f"{kept}.")
    if own["receipt"] is not None:
        say(f"Biên nhận nằm ở {own['receipt']}, mã đọc qua điện thoại {settled.receipt.code}.")
    if settled.set_aside:
        say(f"Số gói chuyển thành lịch sử: {len(settled.set_aside)}.")
    if released:
        say(f"Số gói đang chờ được nhận theo: {len(released)}.")


def _written(folder: Path, receipt: GivenReceipt, outcome: str) -> dict[str, str | None]:
    path = None
    try:
        path = str(write_receipt(folder, receipt.name, receipt.content, outcome))
    except Refusal as refusal:
        # The decision is stored: its receipt is got again by taking the package in once more.
        say(f"{refusal_sentence(refusal)} Nhận lại gói là có lại biên nhận.")
    return {"digest": receipt.package, "outcome": outcome, "receipt": path}


def _fork(fork: ForkView) -> dict[str, Any]:
    return {
        "id": fork.id,
        "unit": fork.unit,
        "stream": fork.stream,
        "mode": fork.mode,
        "new": _side(fork.new),
        "known": [_other_side(known) for known in fork.known],
    }


def _other_side(known: OtherSide) -> dict[str, Any]:
    counts = [
        {
            "election": count.election,
            "round": count.round,
            "revision": count.revision,
            "known": count.known,
            "new": count.new,
        }
        for count in known.counts
    ]
    return {**_side(known.package), "kinds": list(known.kinds), "counts": counts}


def _side(side: SideView) -> dict[str, Any]:
    return {
        "sequence": side.sequence,
        "digest": side.digest,
        "previous": side.previous,
        "campaign": side.campaign,
        "received": side.received_at.isoformat(),
        "held": side.held,
        "state": side.is_state,
    }


def _lines(fork: ForkView) -> list[str]:
    lines = [f"[{fork.id}] Đơn vị {fork.unit}, luồng {fork.stream}, gói mới số {_named(fork.new)}."]
    for known in fork.known:
        lines.append(f"  Trái với gói số {_named(known.package)}:")
        lines += [f"    - {reason_sentence(f'fork.{kind}')}" for kind in known.kinds]
        lines += [
            f"    {count.election}, vòng {count.round}, lần lập {count.revision}:"
            f" gói đã có {_digest(count.known)}, gói mới {_digest(count.new)}."
            for count in known.counts
        ]
    return lines


def _named(side: SideView) -> str:
    at = f"{local(side.received_at):%H:%M %d/%m/%Y}"
    words = {
        "accepted": "đã nhận",
        "waiting": "đang chờ",
        "set_aside": "đã chuyển thành lịch sử",
        "refused": "không được giữ",
    }
    held = "là số liệu hiện tại" if side.is_state else words[side.held]
    return f"{side.sequence} (mã {_digest(side.digest)}, đến lúc {at}, {held})"


def _digest(sha256: str | None) -> str:
    return sha256[:16] if sha256 else "không có"
