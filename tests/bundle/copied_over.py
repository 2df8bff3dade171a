"""A new folder of the program that is copied over an old one: all of the old one is read no more."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop.bootstrap import now, shipped_statutes
from desktop.services.office.offices import make_office
from tests.offices import commune

_CONTENTS = "_internal-*"
_OLD = "_internal-0.0.1"


def contents_of(program: Path) -> Path:
    """Return the one folder beside the programs that they read."""
    [found] = program.glob(_CONTENTS)
    return found


def check_copied_over(
    program: Path, new: Path, office: Path, told: Callable[[dict[str, str], str, Path], str]
) -> None:
    """Copy a new folder over one of an earlier version, and hold an office against what it was before.

    Args:
        program: the folder in use; it is as new as the other afterwards.
        new: the folder that an office is given.
        office: a folder for an office, which nobody has made yet.
        told: runs the program's commands with an environment, a command and the folder of an office.

    Raises:
        AssertionError: the office is another, or something of the old folder is still read.
    """
    workplace, _ = make_office(office, commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), now)
    commune.settle(workplace)
    workplace.database.close()
    known = {"HOM_PHIEU_PASSPHRASE": commune.PASSPHRASE}
    before = told(known, "check", office)
    contents = contents_of(program)
    old = contents.rename(contents.with_name(_OLD))
    # What an earlier version had and this one lacks would stop this one if it were read.
    (old / "desktop/resources/statutes/of-before.toml").write_text("of before", encoding="utf-8")
    (old / "desktop/models/migrations/versions/0000_of_before.py").write_text("of before", encoding="utf-8")
    shutil.copytree(new, program, dirs_exist_ok=True, symlinks=True)
    after = told(known, "check", office)
    assert after == before, f"copied over: {after!r} instead of {before!r}"
    shutil.rmtree(program / _OLD)
