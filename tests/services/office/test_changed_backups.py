"""A backup that somebody changed is refused with a sentence, or is the office that was backed up."""

from pathlib import Path

from desktop.wording import known_codes
from tests.torture.backups import outcome, whole_backup

_KNOWN = (1084,)
"""Found by ``make torture``: a name in the ZIP that is no UTF-8."""


def test_no_changed_backup_becomes_another_office(tmp_path: Path) -> None:
    whole, head = whole_backup(tmp_path)
    found = [outcome(tmp_path, whole, head, number) for number in (*range(14), *_KNOWN)]
    assert set(found) - {"same"} <= known_codes()
    assert len([one for one in found if one != "same"]) > len(found) / 2
    assert {"storage.damaged", "storage.not_backup"} <= set(found)
