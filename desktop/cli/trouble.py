"""What nobody refused in time, as a refusal: one sentence, no values, no traceback."""

from __future__ import annotations

import traceback
from pathlib import Path

import typer

from desktop.disk import full_facts, trouble_of
from desktop.errors import Refusal
from desktop.wording import words

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
        named = None if trouble.filename is None else Path(str(trouble.filename))
        found = trouble_of(trouble)
        facts = full_facts(named) if found == "full" and named is not None else {}
        return Refusal(f"disk.{found}", where=words("disk.unnamed") if named is None else named.name, **facts)
    frames = traceback.extract_tb(trouble.__traceback__)
    place = f" {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Refusal("unforeseen", where=f"{type(trouble).__name__}{place}")
