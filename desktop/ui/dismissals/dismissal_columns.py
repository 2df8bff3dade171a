"""The tables of dismissals and of proposals to replace heads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.dismissals.views import DismissalView
from desktop.ui.dismissals.dismissal_words import outcome_of, state_of, way_word
from desktop.ui.widgets.table.columns import Column


def dismissal_columns() -> tuple[Column, ...]:
    """Return the columns of dismissals: hamlet, head, who asks and when, how far, by when."""
    tr = QCoreApplication.translate
    return (
        Column(tr("Dismissals", "Thôn"), lambda one: one.hamlet, weight="medium", width=140),
        Column(tr("Dismissals", "Trưởng thôn"), lambda one: one.name),
        Column(
            tr("Dismissals", "Ai đề nghị, ngày"),
            lambda one: way_word(one.asked_by),
            sub=lambda one: f"{one.asked_on:%d/%m/%Y}",
            width=168,
            gives_way=True,
        ),
        Column(tr("Dismissals", "Tình trạng"), lambda _: "", state=state_of, width=188),
        Column(tr("Dismissals", "Hạn"), _due, width=112),
    )


def proposal_columns() -> tuple[Column, ...]:
    """Return the columns of proposals: hamlet, head, who proposed it and why, what became of it."""
    tr = QCoreApplication.translate
    return (
        Column(tr("Dismissals", "Thôn"), lambda one: one.hamlet, weight="medium", width=140),
        Column(tr("Dismissals", "Trưởng thôn"), lambda one: one.name),
        Column(
            tr("Dismissals", "Ai đề xuất, lý do"),
            lambda one: f"{one.proposer}, {one.proposed_on:%d/%m/%Y}",
            sub=lambda one: one.reason,
            width=256,
            gives_way=True,
        ),
        Column(
            tr("Dismissals", "Kết quả"), lambda _: "", state=lambda one: outcome_of(one.outcome), width=208
        ),
    )


def _due(one: DismissalView) -> str:
    return "" if one.due is None else f"{one.due.day:%d/%m/%Y}"
