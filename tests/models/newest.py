"""The newest schema as the history makes it of nothing; ``make docs`` writes it for the program to read."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.models.store.engine import encrypted_engine
from desktop.models.store.newest_schema import NEWEST, spelled
from tests.models.revisions import bring_to

# What a table is held to, which a table that was made anew has in any order.
_RULES = re.compile(r"(?:^\tCONSTRAINT .+(?:, )?\n)+", re.MULTILINE)


def walked(folder: Path) -> str:
    """Return the statements of a database that went through every revision."""
    engine = encrypted_engine(folder / "office.db", b"k" * 32)
    try:
        bring_to(engine, "head")
        with engine.connect() as connection:
            return in_order(spelled(connection))
    finally:
        engine.dispose()


def in_order(statements: str) -> str:
    """Return statements with what each table is held to by name."""

    def ordered(found: re.Match[str]) -> str:
        rules = sorted(line.removesuffix(", ") for line in found[0].splitlines())
        return ", \n".join(rules) + "\n"

    return _RULES.sub(ordered, statements)


def write_newest() -> None:
    """Write the statements that a new office is made by."""
    with TemporaryDirectory() as folder:
        NEWEST.write_text(walked(Path(folder)), encoding="utf-8", newline="\n")
