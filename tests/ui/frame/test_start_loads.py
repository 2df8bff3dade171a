"""What a start loads: nothing that the thing on show does without."""

from __future__ import annotations

import subprocess
import sys

import pytest

_LOADED = """
import sys
from desktop.ui.frame.toolkit import load_toolkit
load_toolkit()
import {modules}
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""
_PAPERS_AND_FILES = {
    "reportlab",
    "pypdfium2",
    "PIL",
    "segno",
    "docx",
    "lxml",
    "openpyxl",
    "python_calamine",
    "xlrd",
    "typer",
}


def loaded_by(modules: str) -> set[str]:
    code = _LOADED.format(modules=modules)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return set(ran.stdout.split())


def test_the_first_window_comes_before_the_database_and_the_law() -> None:
    loaded = loaded_by("desktop.ui.app")
    assert not loaded & {*_PAPERS_AND_FILES, "sqlalchemy", "sqlcipher3", "cryptography", "alembic"}
    assert not loaded & {"msgspec", "argon2", "platform", "traceback", "uuid"} - loaded_by("sys")


@pytest.mark.parametrize("page", ["desktop.ui.today.today_page", "desktop.ui.frame.office_window"])
def test_the_day_is_on_show_before_anything_that_prints_or_reads_files(page: str) -> None:
    loaded = loaded_by(f"desktop.ui.start.opening, desktop.services.today.waiting, {page}")
    assert "sqlalchemy" in loaded
    assert not loaded & {*_PAPERS_AND_FILES, "alembic", "stdnum", "pydoc", "securesystemslib", "pyrage"}
    assert "sqlite3" not in loaded, "one SQLite is enough"


def test_an_office_that_opens_at_its_day_loads_nothing_of_congresses() -> None:
    code = _LOADED.format(modules="desktop.ui.start.opening, desktop.ui.today.today_page") + (
        "import desktop.services.today.waiting\n"
        "assert not [name for name in sys.modules if name.startswith('desktop.') and 'congress' in name]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_an_office_that_opens_at_its_day_loads_no_kind_of_list() -> None:
    code = _LOADED.format(modules="desktop.ui.start.opening, desktop.ui.today.today_page") + (
        "import desktop.services.today.waiting\n"
        "assert not [name for name in sys.modules if name.startswith('desktop.sheets.lists')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_dialogs_over_the_day_are_loaded_when_they_are_asked_for() -> None:
    code = _LOADED.format(modules="desktop.ui.today.today_page") + (
        "ours = [name for name in sys.modules if name.startswith('desktop.')]\n"
        "assert not [name for name in ours if name.endswith('_dialog')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_mapped_classes_are_configured_once_when_the_first_is_asked_for_and_not_while_they_load() -> None:
    code = _LOADED.format(modules="desktop.ui.start.opening, desktop.ui.today.today_page") + (
        "from desktop.models.base import Base\n"
        "assert not [mapper for mapper in Base.registry.mappers if mapper.configured]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_qts_import_hook_is_gone_once_the_toolkit_is_loaded() -> None:
    code = (
        "import builtins; own = builtins.__import__\n"
        "from desktop.ui.frame.toolkit import load_toolkit; load_toolkit()\n"
        "import desktop.ui.frame.frame, linecache\n"
        "assert builtins.__import__ is own\n"
        "assert not [name for name in linecache.cache if 'desktop' in name], 'the text of modules is kept'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
