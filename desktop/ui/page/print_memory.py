"""How each form was printed last on this computer; names of printers and settings, no data."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import msgspec

from desktop.errors import RequestRefused
from desktop.services.office.files import write_file
from desktop.ui.page.page_printer import PrintChoices

_NAME = "printing.json"
_THREE = ("bien-ban", "minutes")
_FORM = re.compile(r"[^\d.]*")


def form_of(file_name: str) -> str:
    """Return the form that a file's name begins with, before the code of its election."""
    found = _FORM.match(file_name)
    return found[0].strip("-_ ").casefold() if found is not None else ""


def remembered_choices(home: Path, form: str) -> PrintChoices:
    """Return how a form was printed last; minutes in three copies where they never were."""
    usual = PrintChoices(copies=3 if any(word in form for word in _THREE) else 1)
    return _all(home).get(form, usual)


def remember_choices(home: Path, form: str, choices: PrintChoices) -> None:
    """Write down how a form was printed; a computer that can't remember still prints."""
    known = _all(home) | {form: msgspec.structs.replace(choices, pages="")}
    with suppress(RequestRefused):
        write_file(home / _NAME, msgspec.json.encode(known), replace=True)


def _all(home: Path) -> dict[str, PrintChoices]:
    try:
        return msgspec.json.decode((home / _NAME).read_bytes(), type=dict[str, PrintChoices])
    except (OSError, msgspec.DecodeError):
        return {}
