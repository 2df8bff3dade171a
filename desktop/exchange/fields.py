"""The typed fields that packages, cards, receipts and stored keys share."""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Stream = Literal["government", "party"]
Mode = Literal["official", "training"]
Role = Literal["commune", "receiving"]

Digest = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
"""A SHA-256, or a raw 32-byte public key, in lower-case hex."""

Code = Annotated[str, Meta(pattern=r"\A[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?\Z")]
"""A unit's code or an election's: it becomes part of file names, so letters, digits, ``_`` and ``-`` only."""

Text = Annotated[str, Meta(min_length=1, max_length=4000)]
Count = Annotated[int, Meta(ge=0, le=10_000_000)]
Ordinal = Annotated[int, Meta(ge=1, le=9999)]
Instant = Annotated[dt.datetime, Meta(tz=True)]


class Closed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A JSON object whose fields are all known and strictly typed."""
