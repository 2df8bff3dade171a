"""How much of each kind of file is read before anything in it is believed: the one table.

Whatever is larger is refused unread, with the number in its sentence. What workbooks unpack to is bounded
where they are read (``sheets.files``), what backups hold where they are opened (``models.store.backup``).
"""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Of a package.

    Args:
        package: bytes of its file.
        head: bytes of its age head.
        recipients: that its age head names.
        files: how many it holds; so many lines its manifests have.
        file: bytes of one of them, unpacked.
        total: bytes of all, unpacked. Ours are stored, so no more than the package itself.
        ratio: unpacked over packed.
    """

    package: int = 64 * MIB
    head: int = 4 * KIB
    recipients: int = 4
    files: int = 5000
    file: int = 32 * MIB
    total: int = 64 * MIB
    ratio: int = 100


PACKAGE = Package()

CARD = 64 * KIB
RECEIPT = 256 * KIB
"""It may name every number that is missing."""
KEYS = 64 * KIB
"""Of an office's own keys, locked."""
ENVELOPE = 64 * KIB
"""Of a package's signed head."""
RECORD = 2 * MIB
"""Of one JSON record in a package; that of papers has a line for each file."""

INFO = 64 * KIB
"""Of a package's label, ``bag-info.txt``."""
KEY_MEMORY_KIB, KEY_PASSES, KEY_LANES = 128 * 1024, 16, 8
"""What one guess of a passphrase may be said to cost, as much as ours do: a changed key file must
not take the memory of the machine."""

DEPTH = 16
"""Levels of a JSON document."""
NUMBER = 2**53 - 1
"""The largest number of a JSON document: beyond it other people's readers round."""
