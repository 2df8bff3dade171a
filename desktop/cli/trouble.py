"""What nobody refused in time, as a refusal: one sentence, no values, no traceback."""

from __future__ import annotations

import traceback
from pathlib import Path

import typer

from desktop.disk import trouble_of
from desktop.errors import Refusal

DEBUG_VARIABLE = "HOM_PHIEU_DEBUG"


def refusal_of(trouble: BaseException) -> Refusal:
    """Return the refusal that tells a person about trouble; a refusal tells itself.

    A file's name may be told, the words of an exception may not: they can hold a person's data.
    """
    if isinstance(trouble, Refusal):
        return trouble
    if isinstance(trouble, KeyboardInterrupt | typer.Abort):
        return Refusal("stopped")
    if isinstance(trouble, OSError) and trouble.errno is not None:
        where = Path(str(trouble.filename)).name if trouble.filename is not None else ""
        return Refusal(f"disk.{trouble_of(trouble)}", where=where)
    frames = traceback.extract_tb(trouble.__traceback__)
    place = f" {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Refusal("unforeseen", where=f"{type(trouble).__name__}{place}")
