"""Files that other offices hand in, each read no further than its kind may be."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import PackageRefused
from desktop.exchange.bounds import CARD, MIB, PACKAGE, RECEIPT
from desktop.services.office.files import read_file


def read_package_file(path: Path) -> bytes:
    """Read the bytes of a package.

    Raises:
        PackageRefused: ``size.above``.
        RequestRefused: ``file``, ``disk.held``.
    """
    data = read_file(path, PACKAGE.package)
    if len(data) > PACKAGE.package:
        raise PackageRefused("size.above", where=path.name, mebibytes=PACKAGE.package // MIB)
    return data


def read_card_file(path: Path) -> bytes:
    """Read the bytes of a card; of a file too large, so many that its size is refused.

    Raises:
        RequestRefused: ``file``, ``disk.held``.
    """
    return read_file(path, CARD)


def read_receipt_file(path: Path) -> bytes:
    """Read the bytes of a receipt; of a file too large, so many that its size is refused.

    Raises:
        RequestRefused: ``file``, ``disk.held``.
    """
    return read_file(path, RECEIPT)
