"""Bytes that are made once and kept as they are, with their digest."""

import hashlib

from sqlalchemy.orm import Mapped, MappedAsDataclass, mapped_column

from desktop.models.types import Text64


class KeptBytes(MappedAsDataclass, kw_only=True, eq=False, repr=False):
    """A row that keeps ``content`` and its SHA-256 (64 hexadecimal digits), computed when the row is made."""

    content: Mapped[bytes]
    sha256: Mapped[Text64] = mapped_column(init=False, index=True)

    def __post_init__(self) -> None:
        """Derive the digest from the bytes: nobody passes it in."""
        self.sha256 = hashlib.sha256(self.content).hexdigest()
