"""Planning the congress of a branch, and saying where its day comes too early for the order of the chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.chain.early import EarlyCongress, too_early
from desktop.services.congress.planning import plan_congress
from desktop.services.elections.waves import WaveView
from desktop.ui.congress.plan_question import CongressQuestion
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import submitting


def ask_for_congress(
    context: Context,
    parent: QWidget,
    branches: Mapping[str, str],
    waves: Sequence[WaveView],
    planned: Callable[[str], None],
) -> None:
    """Ask for a branch and a day, and plan its congress.

    Args:
        context: the open office and the runner.
        parent: the window.
        branches: names of the branches by code.
        waves: that it may be in.
        planned: is told the code of what was planned.
    """
    tr = partial(QCoreApplication.translate, "CongressPlanning")
    place = context.workplace
    if not branches:
        context.told.emit(
            tr("Chưa có chi bộ nào; hãy lập chi bộ và danh sách đảng viên ở Chi bộ, đảng viên."), "attention"
        )
        return

    def finished(code: str) -> None:
        planned(code)
        context.ask(lambda: too_early(place, code), partial(_tell_early, context), to=parent)

    submit = submitting(context, partial(plan_congress, place), finished)
    CongressQuestion(parent, branches, submit, waves).open()


def _tell_early(context: Context, found: Sequence[EarlyCongress]) -> None:
    if not found:
        return
    tr = partial(QCoreApplication.translate, "CongressPlanning")
    first = found[0]
    if first.recognised_on is not None and first.congress_on < first.recognised_on:
        said = tr("{0} công nhận Trưởng thôn ngày {1}, đại hội {2} là sớm hơn; hãy dời ngày đại hội.")
        day = first.recognised_on
    else:
        said = tr("{0} bầu Trưởng thôn ngày {1}, đại hội {2} là sớm hơn; hãy dời ngày đại hội.")
        day = first.election_on or first.congress_on
    context.told.emit(
        said.format(first.hamlet, f"{day:%d/%m/%Y}", f"{first.congress_on:%d/%m/%Y}"), "attention"
    )
