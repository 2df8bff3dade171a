"""How a paragraph is set, in every kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.printing.setting.faces import SERIF


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a paragraph is set.

    Args:
        face: of what is not bold.
        size: pt.
        leading: from line to line, pt.
        align: of the lines; the last one of a justified paragraph stays as it is.
        indent: of the first line, mm.
        above: free space above, pt.
        below: free space below, pt.
        with_next: stays on the page of what follows.
    """

    face: str = SERIF
    size: float
    leading: float
    align: Literal["left", "centred", "justified"] = "left"
    indent: float = 0
    above: float = 0
    below: float = 0
    with_next: bool = False
