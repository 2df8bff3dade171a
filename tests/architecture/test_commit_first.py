"""A file is a copy of what is stored: it gets its name after the commit, never before."""

import ast
from collections.abc import Iterator

from tests.checkout import ROOT

WRITERS = {
    "write_file",
    "write_copy",
    "write_receipt",
    "deliver",
    "write_bytes",
    "write_text",
    "replace_file",
}
"""What gives a file its name at once; ``prepared`` does so when its block ends."""


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _within_transactions(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for block in ast.walk(tree):
        if not isinstance(block, ast.With):
            continue
        held = [_called(item.context_expr) for item in block.items]
        if "writing" in held:
            inner = (node for line in block.body for node in ast.walk(line) if isinstance(node, ast.Call))
            yield from ((node.lineno, _called(node)) for node in inner)
        if "prepared" in held[held.index("writing") if "writing" in held else len(held) :]:
            yield block.lineno, "prepared after writing"


def test_no_file_gets_its_name_within_a_transaction() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        for line, name in _within_transactions(ast.parse(path.read_text(encoding="utf-8")))
        if name in WRITERS or name == "prepared after writing"
    ]
    assert found == []


def test_a_file_within_a_transaction_would_be_found() -> None:
    wrong = "with writing(place) as session:\n    for one in papers:\n        write_file(path, one)\n"
    assert (3, "write_file") in list(_within_transactions(ast.parse(wrong)))
