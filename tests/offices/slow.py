"""A computer whose store is slow: everything that is done in the background takes its time."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    import pytest

    from desktop.ui.page.runner import Failed, Progress, Runner

_DELAY = 0.12  # seconds for each piece of work: a typist strikes a dozen keys meanwhile


def slow_down(patch: pytest.MonkeyPatch, runner: Runner) -> None:
    """Let each piece of work of a runner take a while before it begins."""
    run = runner.run

    def slowly(
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        once: Hashable = None,
    ) -> None:
        def late(progress: Progress) -> Any:
            sleep(_DELAY)
            return work(progress)

        run(late, done, failed, once=once)

    patch.setattr(runner, "run", slowly)
