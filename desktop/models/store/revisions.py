"""Which revisions the schema has: files of its history are named by them (``0010_people_folded_anew.py``)."""

from functools import cache
from pathlib import Path

from desktop.models import migrations


def newest_revision() -> str:
    """Return the newest revision."""
    return max(known_revisions())


@cache
def known_revisions() -> frozenset[str]:
    """Return every revision."""
    files = (Path(migrations.__file__).parent / "versions").glob("[0-9]*_*.py")
    return frozenset(file.name.partition("_")[0] for file in files)
