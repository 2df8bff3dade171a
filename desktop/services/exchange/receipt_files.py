"""The files that receipts are handed over in."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import PackageRefused
from desktop.exchange.bounds import RECEIPT
from desktop.exchange.receipt import stored_receipt
from desktop.services.office.files import read_file, write_file


def write_receipt(folder: Path, name: str, content: bytes, outcome: str) -> Path:
    """Write a receipt; it replaces an earlier one of the same package, never another package's.

    Args:
        folder: made when it is not there.
        name: the package's stem with ``.bn``. Two packages may bear one number: the one that comes second
            to the name takes the first eight signs of its digest into it.
        content: bytes of the receipt.
        outcome: what it says. A refusal may be followed by an acceptance: the accepting one takes the name.

    Raises:
        RequestRefused: ``file``, ``file.write``.
    """
    package = stored_receipt(content).package
    suffix = ".bn" if outcome == "accepted" else f".{outcome}.bn"
    path = folder / name.replace(".bn", suffix)
    if path.exists() and _package_of(path) not in (None, package):
        path = folder / name.replace(".bn", f"-{package[:8]}{suffix}")
    return write_file(path, content, replace=True)


def _package_of(path: Path) -> str | None:
    try:
        return stored_receipt(read_file(path, RECEIPT)).package
    except PackageRefused:
        return None  # a damaged file is written anew
