"""What is asked of an office's database meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.services.office.workplace import Workplace


@contextmanager
def counted_queries(workplace: Workplace) -> Iterator[list[str]]:
    """Yield the statements that are sent while the block runs."""
    said: list[str] = []

    def hear(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    event.listen(workplace.database.engine, "before_cursor_execute", hear)
    yield said
    event.remove(workplace.database.engine, "before_cursor_execute", hear)
