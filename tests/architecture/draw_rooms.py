"""Draws the rooms of the house and the arrows between them, from the contracts in ``pyproject.toml``.

Each contract of layers becomes a picture: a row for each layer, a box for each room with what it says of
itself, and an arrow where one room imports another. An arrow that follows from others is left out, so that
what remains can be followed with a finger. ``make docs`` writes ``docs/rooms/*.dot`` and with Graphviz an
``*.svg`` beside each, the list of files and that of the law, and the newest schema; tests keep them equal.
"""

from __future__ import annotations

import subprocess
import textwrap
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import grimp

from tests.architecture import list_law
from tests.architecture.list_files import PAGE, listing, sentence_of
from tests.checkout import ROOT
from tests.models.newest import write_newest

FOLDER = ROOT / "docs" / "rooms"
# Contracts that are drawn, by the name of their picture.
DRAWN = {
    "house": "Arrows run one way",
    "services": "Use cases: one noun above another",
    "ui": "Window: pages above what they share",
    "printing": "Two letterheads that never meet",
}
_LOOK = """\
  graph [rankdir=TB, nodesep=0.25, ranksep=0.45, fontname="Be Vietnam Pro, Segoe UI, sans-serif"];
  node [shape=box, style="rounded,filled", fillcolor="#FFFFFF", color="#8A94A6", fontcolor="#1E2A3B",
    fontname="Be Vietnam Pro, Segoe UI, sans-serif", fontsize=10, margin="0.12,0.07"];
  edge [color="#8A94A6", arrowsize=0.6];
"""


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms of one contract: the package that holds them, and their names by layer from the top."""

    package: str
    layers: tuple[tuple[str, ...], ...]

    def names(self) -> list[str]:
        """Return every room, from the top."""
        return [name for layer in self.layers for name in layer]


def rooms_of(contract: str) -> Rooms:
    """Return the rooms that a contract names and that are built; rooms to come stand in brackets there.

    Raises:
        StopIteration: there is no contract of that name.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    found = next(each for each in contracts if each["name"] == contract)
    (package,) = found["containers"]
    layers = []
    for line in found["layers"]:
        names = [name.strip() for name in line.replace(":", "|").split("|")]
        layers.append(tuple(name for name in names if not name.startswith("(")))
    return Rooms(package, tuple(layer for layer in layers if layer))


def arrows(rooms: Rooms, graph: grimp.ImportGraph) -> list[tuple[str, str]]:
    """Return who imports whom among rooms, without the arrows that follow from others."""
    inside = {name: _modules(graph, f"{rooms.package}.{name}") for name in rooms.names()}
    reached = {
        name: set().union(*map(graph.find_modules_directly_imported_by, inside[name])) for name in inside
    }
    direct = {
        one: {other for other in inside if other != one and reached[one] & inside[other]} for one in inside
    }
    return [
        (one, other)
        for one in inside
        for other in rooms.names()
        if other in direct[one]
        and not any(other in _below(direct, between) for between in direct[one] - {other})
    ]


def drawing(contract: str, graph: grimp.ImportGraph) -> str:
    """Return the picture of a contract in Graphviz's language."""
    rooms = rooms_of(contract)
    lines = [f'digraph "{rooms.package}" {{', _LOOK.rstrip()]
    for layer in rooms.layers:
        boxes = " ".join(f'"{name}" [label={_label(rooms.package, name)}];' for name in layer)
        lines.append(f"  {{ rank=same; {boxes} }}")
    # Rows stand in the contract's order also where no arrow says so.
    lines += [f'  "{upper}" -> "{lower}" [style=invis];' for upper, lower in _spine(rooms.layers)]
    lines += [f'  "{one}" -> "{other}";' for one, other in arrows(rooms, graph)]
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Write every picture, the list of files, that of the law, and the newest schema."""
    graph = grimp.build_graph("desktop")
    FOLDER.mkdir(exist_ok=True)
    for name, contract in DRAWN.items():
        source = FOLDER / f"{name}.dot"
        source.write_text(drawing(contract, graph), encoding="utf-8")
        subprocess.run(["dot", "-Tsvg", "-o", source.with_suffix(".svg"), source], check=True)
    PAGE.write_text(listing(), encoding="utf-8")
    list_law.PAGE.write_text(list_law.law_page(), encoding="utf-8")
    write_newest()


def _modules(graph: grimp.ImportGraph, package: str) -> set[str]:
    return {package, *graph.find_descendants(package)}


def _below(direct: dict[str, set[str]], name: str) -> set[str]:
    found, waiting = set(), [name]
    while waiting:
        for lower in direct[waiting.pop()] - found:
            found.add(lower)
            waiting.append(lower)
    return found


def _spine(layers: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for upper, lower in pairwise(layers):
        yield upper[0], lower[0]


def _label(package: str, name: str) -> str:
    """Return a room's name, and beneath it the first sentence of what it says of itself."""
    place = ROOT / package.replace(".", "/") / name
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    sentence = sentence_of(file)
    rows = "".join(f"<br/><font point-size='8'>{row}</font>" for row in textwrap.wrap(_safe(sentence), 34))
    return f"<<b>{name}</b>{rows}>"


def _safe(text: str) -> str:
    plain = text.replace("``", "")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    main()
