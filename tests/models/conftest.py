import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.store.database import create, open_
from desktop.models.store.opened import Database
from tests.models import records


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one closed office to copy: its schema takes longer than most tests."""
    folder = tmp_path_factory.mktemp("new") / "commune"
    create(folder, records.PASSPHRASE, records.office(), cost=records.CHEAP).close()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "commune"


@pytest.fixture
def database(new_office: Path, folder: Path) -> Iterator[Database]:
    shutil.copytree(new_office, folder)
    opened = open_(folder, records.PASSPHRASE)
    yield opened
    opened.close()
