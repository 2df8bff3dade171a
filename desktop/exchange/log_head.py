"""The end of the sender's audit log, in a package's label and in the receipt that gives it back.

It stands in ``bag-info.txt``, which earlier programs pass over, and which the signed statement pins by way
of the tag manifest. Signed by the receiving office, it proves later how far the log had come.
"""

import re
from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta

from desktop.exchange import bag
from desktop.exchange.fields import Closed, Digest

_FIELD = "Hom-Phieu-Log"
_LINE = re.compile(rb"Hom-Phieu-Log: ([1-9][0-9]{0,9}) ([0-9a-f]{64})")


class LogHead(Closed, frozen=True, kw_only=True):
    """How many entries a log had, and the hash of the last."""

    entries: Annotated[int, Meta(ge=1, lt=10**10)]
    hash: Digest


def info_fields(head: LogHead | None) -> dict[str, str]:
    """Return what ``bag-info.txt`` says of a log; nothing where none is told of."""
    return {} if head is None else {_FIELD: f"{head.entries} {head.hash}"}


def told_head(files: Mapping[str, bytes]) -> LogHead | None:
    """Read what a bag says of its sender's log; None where it says nothing, or not once and plainly."""
    found = [match for line in files[bag.INFO].splitlines() if (match := _LINE.fullmatch(line))]
    if len(found) != 1:
        return None
    return LogHead(entries=int(found[0].group(1)), hash=found[0].group(2).decode())
