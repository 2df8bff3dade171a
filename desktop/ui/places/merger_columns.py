"""The table of hamlets to come, each with what it is made of and what is to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.services.places.choice import kind_and_name
from desktop.services.places.mergers import Merger, Trouble
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.chip_cell import Chips, chip_column
from desktop.ui.widgets.table.columns import Column
from desktop.vietnamese.numerals import grouped
from desktop.wording import words


class Decided(Protocol):
    """Knows what a person said of the mergers."""

    def is_written(self, one: Merger) -> bool:
        """Tell whether a merger is among those that are written."""

    def is_left_out(self, one: Merger) -> bool:
        """Tell whether a person leaves a merger out."""

    def open_troubles(self, one: Merger) -> Sequence[tuple[Trouble, str]]:
        """Return what is still to be decided of a merger."""

    def serving_in(self, one: Merger) -> str:
        """Return who is to serve in a new hamlet until it elects; empty where nobody is chosen."""


def merger_columns(decided: Decided, *, party: bool) -> tuple[Column, ...]:
    """Return the columns: old hamlets, the new one, what goes along, what is to be decided."""
    tr = QCoreApplication.translate

    def heads(one: Merger) -> str:
        serving = decided.serving_in(one)
        return serving or (tr("Mergers", "{0} trưởng").format(len(one.headed)) if one.headed else "")

    def state(one: Merger) -> State:
        if decided.is_left_out(one):
            return State("not_yet", tr("Mergers", "Bỏ qua"))
        troubles = decided.open_troubles(one)
        if not troubles:
            return State("done", tr("Mergers", "Có lý do") if one.small else tr("Mergers", "Đủ"))
        trouble, about = troubles[0]
        word = words(f"merger_word.{trouble}", where=about)
        return State("attention", word) if one.is_possible else State("wrong", word)

    members = (
        Column(
            tr("Mergers", "ĐV"),
            lambda one: grouped(one.party) if one.party else "",
            width=44,
            align="right",
            gives_way=True,
        ),
    )
    return (
        chip_column(tr("Mergers", "Thôn, khu phố cũ và số hộ"), _old_ones),
        Column("", lambda _: "", icon=lambda _: "arrow-right", width=28),
        Column(
            tr("Mergers", "Mới"),
            lambda one: one.full_name,
            state=lambda one: None if decided.is_written(one) else State("same"),
            weight="semibold",
            width=136,
        ),
        # The old ones bear theirs: what is to be decided stays in sight where both have no room.
        Column(
            tr("Mergers", "Hộ"),
            lambda one: grouped(one.households),
            width=56,
            align="right",
            gives_way=True,
        ),
        Column(
            tr("Mergers", "Khẩu"), lambda one: grouped(one.people), width=64, align="right", gives_way=True
        ),
        *(members if party else ()),
        Column(tr("Mergers", "Chức vụ"), heads, width=100, gives_way=True),
        Column(tr("Mergers", "Cần quyết"), lambda _: "", state=state, width=148),
    )


def _old_ones(one: Merger) -> Chips:
    """Show old hamlets without their kind word, each with its households."""
    return Chips(
        tuple(
            (kind_and_name(old.name)[1], grouped(old.households) if old.code is not None else "")
            for old in one.olds
        )
    )
