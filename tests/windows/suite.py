"""The tests on Windows' Python."""

from __future__ import annotations

import re
import shutil

from tests.windows.house import House

# Drive Z is this system's own root: there the faces lie where tests look for them.
_SUITE = "tests"


def check_suite(house: House) -> str:
    """Run every test that isn't left out; returns how many passed.

    Raises:
        AssertionError: one failed.
    """
    place = house.place / "src"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(house.source, place)
    ran = house.run(
        house.python,
        *("-m", "pytest", "-p", "no:cacheprovider", "-n", "0", "--no-header", _SUITE),
        cwd=place,
        check=False,
        timeout=3600,
    )
    (house.place / "tests.log").write_text(ran.stdout, encoding="utf-8")
    told = re.search(r"^(?:=+ )?((?:\d+ \w+(?:, )?)+) in .*$", ran.stdout, re.MULTILINE)
    assert ran.returncode == 0, ran.stdout[-6000:]
    assert told is not None, ran.stdout[-2000:]
    return told[1]
