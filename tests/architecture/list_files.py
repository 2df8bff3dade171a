"""Lists every file of the program with what it says of itself: ``docs/files.md``."""

from __future__ import annotations

import ast
from itertools import groupby
from pathlib import Path

from tests.checkout import ROOT

PAGE = ROOT / "docs" / "files.md"
_HEAD = """\
# Every file

By folder, each with the first sentence that it says of itself. `make docs` writes this page, and a test keeps
it true.
"""


def listing() -> str:
    """Return the page."""
    files = sorted((ROOT / "desktop").rglob("*.py"), key=lambda path: (path.parent.parts, path.name))
    parts = [_HEAD]
    for folder, members in groupby(files, key=lambda path: path.parent):
        lines = [f"- `{path.name}` – {sentence_of(path)}" for path in members if path.name != "__init__.py"]
        said = sentence_of(folder / "__init__.py") if (folder / "__init__.py").exists() else ""
        if lines:
            parts.append("\n".join([f"## {folder.relative_to(ROOT)}", "", said, "", *lines, ""]))
    return "\n".join(parts)


def sentence_of(path: Path) -> str:
    """Return the first sentence of a module's docstring, without its full stop."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(said.split("\n\n")[0].split()).split(". ")[0].rstrip(".")
