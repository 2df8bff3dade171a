"""A file gets its name once what it tells of is stored."""

from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.services.office.files import prepared


def test_a_prepared_file_has_its_name_at_the_end_alone(tmp_path: Path) -> None:
    path = tmp_path / "out" / "so.xlsx"
    with prepared(path, b"whole"):
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert list(path.parent.iterdir()) == [path]


def test_what_fails_within_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(b"of yesterday")
    with pytest.raises(KeyError), prepared(path, b"of today"):
        raise KeyError
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("so.xlsx", b"of yesterday")]


def test_a_folder_that_takes_no_file_refuses_before_anything_within(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    reached = []
    with pytest.raises(RequestRefused, match=r"file\.write"), prepared(tmp_path / "file" / "x", b""):
        reached.append(1)
    assert reached == []
