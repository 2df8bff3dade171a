"""The clusters of a large hamlet in the real window: written down, and told what does not add up."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QApplication

from desktop.services.elections.clusters import cluster_plan
from desktop.ui.elections.cluster_households_dialog import ClusterHouseholdsDialog
from desktop.ui.elections.clusters_dialog import ClustersDialog
from desktop.ui.elections.plan_dialog import PlanDialog
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import Hands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

__all__ = ["frame", "office"]


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


def _clusters(hands: Hands, office: example.Example) -> ClustersDialog:
    plan = PlanDialog(hands.frame.context, office.code, hands.frame)
    plan.open()
    hands.settle()
    plan.clusters.click()
    hands.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ClustersDialog))
    hands.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClustersDialog)
    return dialog


def _write(hands: Hands, dialog: ClustersDialog, row: int, column: int, text: str) -> None:
    dialog.table.edited.emit(dialog.table.rows()[row], column, text)
    hands.settle()


def test_scattered_people_are_put_into_clusters_that_hold_every_household(
    hands: Hands, office: example.Example
) -> None:
    example.list_two(office)
    dialog = _clusters(hands, office)
    assert "125 hộ: họp chung cả thôn" in dialog.found.text()
    assert "khoản 3 Điều 18" in cluster_plan(office.workplace, office.code).clause.article  # type: ignore[union-attr]
    dialog.scattered.combo.setCurrentIndex(1)
    dialog.scattered.commit()
    hands.settle()
    for row, name, households in ((0, "Xóm Trên", "70"), (1, "Xóm Dưới", "54")):
        _write(hands, dialog, row, 0, name)
        _write(hands, dialog, row, 1, households)
    assert "Các cụm cộng lại 124 hộ, danh sách có 125 hộ." in dialog.found.text()
    _write(hands, dialog, 1, 1, "55")
    _write(hands, dialog, 1, 4, "8h30")
    assert not dialog.found.isVisible()
    plan = cluster_plan(office.workplace, office.code)
    assert [(one.name, one.households, one.opening) for one in plan.clusters] == [
        ("Xóm Trên", 70, None),
        ("Xóm Dưới", 55, time(8, 30)),
    ]
    _write(hands, dialog, 0, 0, "")
    assert [one.name for one in cluster_plan(office.workplace, office.code).clusters] == ["Xóm Dưới"]
    _write(hands, dialog, 0, 1, "năm")
    assert "“năm”" in dialog.found.text()


def test_households_are_put_into_clusters_by_typing_pasting_filling_down_and_choosing(
    hands: Hands, office: example.Example
) -> None:
    example.list_two(office)
    example.plan_clusters(office)
    clusters = _clusters(hands, office)
    clusters.households.click()
    hands.qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), ClusterHouseholdsDialog), timeout=5000
    )
    hands.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClusterHouseholdsDialog)
    table = dialog.table
    assert "chưa xếp: 125 hộ · cả thôn 125 hộ" in dialog.counts.text()

    def chosen(first: int, last: int) -> None:
        model = table.model()
        wanted = QItemSelection(model.index(first, 3), model.index(last, 3))
        flags = QItemSelectionModel.SelectionFlag
        table.selectionModel().setCurrentIndex(model.index(first, 3), flags.ClearAndSelect)
        table.selectionModel().select(wanted, flags.ClearAndSelect)

    table.edited.emit(table.rows()[0], 3, "xom tren")
    hands.settle()
    chosen(0, 69)
    dialog._fill_down()
    hands.settle()
    assert "Xóm Trên: 70 hộ" in dialog.counts.text()
    chosen(70, 120)
    dialog.cluster.combo.setCurrentIndex(1)
    dialog.place.click()
    hands.settle()
    assert "Xóm Dưới: 51 hộ · chưa xếp: 4 hộ" in dialog.counts.text()
    chosen(121, 121)
    table.pasted.emit([["2"], ["Xóm Dưới"], ["ba"]])
    hands.settle()
    assert "“ba”" in dialog.message.text()
    assert "chưa xếp: 4 hộ" in dialog.counts.text()
    table.pasted.emit([["2"], ["Xóm Dưới"]])
    hands.settle()
    dialog._agree()
    hands.settle()
    assert clusters.found.text() == "Còn 2 hộ chưa xếp vào cụm nào."
