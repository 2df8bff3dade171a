"""Opens every Word paper in LibreOffice: ``python -m tests.printing.word.check_word FOLDER``.

Each text form is written as Word, full and blank, turned into a PDF by LibreOffice, and held against our own:
as many pages, and the same words in the same order. Both lie in FOLDER beside each other, to be looked at.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop.printing import catalogue
from desktop.printing.form import Filled, Form
from desktop.printing.form_input import read_input
from tests.printing.pages import texts
from tests.printing.samples import sample
from tests.printing.word.read_word import printed_text

_SOFFICE = "soffice"
# It counts the pages, but knows no zero before a single digit.
_PAGES = re.compile(r"gồm0?(\d+)trang")


def main(folder: Path) -> None:
    """Check all papers; AssertionError names those that differ."""
    if shutil.which(_SOFFICE) is None:
        raise SystemExit("LibreOffice is not installed: apt-get install libreoffice-writer")
    ours, theirs = folder / "ours", folder / "libreoffice"
    for path in (ours, theirs):
        path.mkdir(parents=True, exist_ok=True)
    papers = dict(_papers())
    for name, (form, filled) in papers.items():
        (ours / f"{name}.docx").write_bytes(form.word(filled, training=False))
        (ours / f"{name}.pdf").write_bytes(form.pdf(filled, training=False))
    _turn([ours / f"{name}.docx" for name in papers], theirs)
    wrong = [name for name in papers if not _same(name, ours, theirs)]
    assert not wrong, f"not as printed: {', '.join(wrong)}"
    _say(f"{len(papers)} papers: pages and words as printed")


def _papers() -> Iterator[tuple[str, tuple[Form, Filled]]]:
    for form in catalogue.FORMS.values():
        if form.is_text:
            value = read_input(form, sample(form.name), where=form.name)
            yield form.name, (form, Filled(value))
            yield f"{form.name}-empty", (form, form.blank(value))


def _turn(files: list[Path], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = [_SOFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True)


def _same(name: str, ours: Path, theirs: Path) -> bool:
    written = (ours / f"{name}.docx").read_bytes()
    files = [(folder / f"{name}.pdf").read_bytes() for folder in (ours, theirs)]
    pages = [len(texts(file)) for file in files]
    # A leader is dots there, and drawn on ours.
    words = [_PAGES.sub(r"\1", printed_text(file, written)).replace(".", "") for file in files]
    if pages[0] != pages[1] or words[0] != words[1]:
        _say(f"{name}: {pages[0]} and {pages[1]} pages")
        _say(f"  {words[0]}\n  {words[1]}")
    return pages[0] == pages[1] and words[0] == words[1]


def _say(line: str) -> None:
    print(line)  # noqa: T201 - what the check tells whoever runs it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
