"""A state paper of running text from its input: the pages, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from reportlab.platypus import Flowable

from desktop.printing.setting.sheets import Imprint
from desktop.printing.state.pages import state_pages


class StatePaper(Protocol):
    """An input that names its form and who issues the paper."""

    @property
    def form_label(self) -> str:
        """What stands at the upper right of page 1."""
        ...

    @property
    def issuer_lines(self) -> tuple[str, ...] | None:
        """Superior first, in capitals."""
        ...


P = TypeVar("P", bound=StatePaper)


def draw_paper(
    paper: P,
    title: str,
    story: Callable[[P], Iterable[Flowable]],
    *,
    training: bool,
    separate: bool = False,
) -> bytes:
    """Set a paper on as many A4 pages as it takes.

    Args:
        paper: what it says.
        title: of the file.
        story: gives the flow of blocks of a paper.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.
        separate: every page is a paper of its own.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1.
    """
    return state_pages(
        lambda _pages: list(story(paper)),
        Imprint(title=title, author=", ".join(paper.issuer_lines or ()), training=training),
        label=paper.form_label,
        separate=separate,
    )
