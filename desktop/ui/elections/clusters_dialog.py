"""The clusters in which a large hamlet meets, in the hands of the clerk: each cell is kept as it is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.rules.clusters import ClusterFault, ClusterFinding
from desktop.services.elections.clusters import (
    MOST,
    Clustered,
    ClusterPlan,
    ClusterWritten,
    change_clusters,
    cluster_plan,
    drop_cluster,
    record_cluster,
)
from desktop.ui.elections.cluster_households_dialog import ClusterHouseholdsDialog
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import ClauseNote
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.fitted import fit_height
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.numerals import whole_number
from desktop.wording import refusal_sentence

_COLUMNS = ("name", "households", "chair", "venue", "opening")
_LEAST_ROWS = 3
_MOST_DIGITS = 6
_HOUR = re.compile(r"(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?")


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    name: str = ""
    households: str = ""
    chair: str = ""
    venue: str = ""
    opening: str = ""


class ClustersDialog(Question):
    """The commune's decision, whether people live scattered, and a line for each cluster; the last is new.

    Args:
        context: the open office and the runner.
        code: the election's.
        parent: the window.
    """

    def __init__(self, context: Context, code: str, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Họp theo cụm dân cư"),
            self.tr("Mỗi cụm họp, kiểm phiếu riêng; kết quả cộng chung cả thôn. Xóa tên cụm thì bỏ cụm đó."),
            self.tr("Xong"),
        )
        self.setFixedWidth(style.size("dialog_width") * 3 // 2)
        self.no.hide()
        self._context, self._code = context, code
        self.number = TextField(self.tr("Quyết định số"), self)
        self.decided_on = DateField(self.tr("Ngày"), self)
        self.scattered = ChoiceField(
            self.tr("Dân cư"),
            [(False, self.tr("sống tập trung")), (True, self.tr("sống không tập trung"))],
            self,
        )
        for name, field in (
            ("number", self.number),
            ("decided_on", self.decided_on),
            ("scattered", self.scattered),
        ):
            field.committed.connect(partial(self._keep_plan, name))
        words = (
            self.tr("Cụm"),
            self.tr("Số hộ"),
            self.tr("Người chủ trì"),
            self.tr("Nơi họp"),
            self.tr("Giờ"),
        )
        widths = (150, 70, 160, None, 70)
        self._editable, self._counted = True, False
        self.table = Table(
            [
                Column(
                    word,
                    partial(_cell, name),
                    width=width,
                    align="right" if name == "households" else "left",
                    editable=partial(self._may_type, name),
                )
                for name, word, width in zip(_COLUMNS, words, widths, strict=True)
            ],
            self,
            row_height=style.size("row_entry"),
            key=lambda row: row.number,
        )
        self.table.setAccessibleName(self.tr("Các cụm"))
        self.table.edited.connect(self._edited)
        self.households = secondary(self.tr("Xếp hộ vào cụm"), None, self)
        self.households.setAutoDefault(False)
        self.households.clicked.connect(self._place_households)
        self.found = label("", "attention", self)
        self.found.setWordWrap(True)
        self.clause = ClauseNote(self)
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        for field in (self.number, self.decided_on, self.scattered):
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.table)
        self.body.addWidget(self.households, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.found, self.clause):
            self.body.addWidget(part)
        self._load()

    def _load(self) -> None:
        place, code = self._context.workplace, self._code
        self._context.ask(lambda: cluster_plan(place, code), self._show)

    def _show(self, plan: ClusterPlan) -> None:
        self._editable, self._counted = plan.editable and plan.allowed, plan.counted
        self.households.setVisible(bool(plan.clusters))
        self.number.set_value(plan.number)
        self.decided_on.set_value(plan.decided_on)
        self.scattered.set_value(plan.scattered)
        self.scattered.setVisible(plan.may_be_scattered)
        for field in (self.number, self.decided_on, self.scattered):
            field.setEnabled(plan.editable)
        rows = [
            _Row(
                one.number,
                one.name,
                "" if one.households is None else str(one.households),
                one.chair,
                one.venue,
                f"{one.opening:%H:%M}" if one.opening else "",
            )
            for one in plan.clusters
        ]
        more = range(len(rows) + 1, min(MOST, max(_LEAST_ROWS, len(rows) + 1)) + 1)
        self.table.set_rows([*rows, *(_Row(number) for number in more)] if plan.allowed else rows)
        self.table.setFixedHeight(self.table.sizeHint().height())
        # That the sum is short of the roll says no more than who is left out.
        sums = ClusterFault.SUM if plan.left_out else None
        said = [self._said(plan, finding) for finding in plan.findings if finding.fault is not sums]
        if plan.left_out:
            said.append(self.tr("Còn {0} hộ chưa xếp vào cụm nào.").format(plan.left_out))
        if not plan.allowed and not plan.clusters:
            said = [self.tr("{0} có {1} hộ: họp chung cả thôn.").format(plan.hamlet, plan.households)]
        self.found.setText("\n".join(said))
        self.found.setVisible(bool(said))
        clause = plan.clause
        self.clause.setVisible(clause is not None)
        if clause is not None:
            self.clause.set_clause(clause)
        fit_height(self)

    def _said(self, plan: ClusterPlan, found: ClusterFinding) -> str:
        name = plan.clusters[found.cluster - 1].name if found.cluster else ""
        words = {
            ClusterFault.NOT_ALLOWED: self.tr("Thôn có {figure} hộ, chưa đủ {wanted} hộ để họp theo cụm."),
            ClusterFault.ONE: self.tr("Cần ít nhất {wanted} cụm."),
            ClusterFault.UNKNOWN: self.tr("{name}: chưa ghi số hộ."),
            ClusterFault.SUM: self.tr("Các cụm cộng lại {figure} hộ, danh sách có {wanted} hộ."),
            ClusterFault.SMALL: self.tr("{name}: {figure} hộ, ít hơn {wanted} hộ."),
            ClusterFault.LARGE: self.tr("{name}: {figure} hộ, nhiều hơn {wanted} hộ."),
        }
        return words[found.fault].format(name=name, figure=found.figure, wanted=found.wanted)

    def _may_type(self, name: str, _row: _Row) -> bool:
        return self._editable and not (self._counted and name == "households")

    def _place_households(self) -> None:
        dialog = ClusterHouseholdsDialog(self._context, self._code, self)
        dialog.finished.connect(lambda _: self._load())
        dialog.open()

    def _keep_plan(self, name: str, value: Any) -> None:
        place, code = self._context.workplace, self._code
        changed = cast("Clustered", {name: value})
        self._write(lambda: change_clusters(place, code, **changed))

    def _edited(self, row: _Row, column: int, text: str) -> None:
        place, code, name = self._context.workplace, self._code, _COLUMNS[column]
        if name == "name" and not text.strip() and row.name:
            self._write(lambda: drop_cluster(place, code, row.number))
            return
        value, can_be_read = _read(name, text)
        if not can_be_read:
            self.found.setText(self.tr("Chưa đọc được “{0}”; hãy gõ lại ô đó.").format(text))
            self.found.setVisible(True)
            return
        changed = cast("ClusterWritten", {name: value})
        self._write(lambda: record_cluster(place, code, row.number, **changed))

    def _write(self, work: Callable[[], object]) -> None:
        def refused(refusal: Refusal) -> None:
            self._load()
            self._context.ask(lambda: None, lambda _: self._tell(refusal_sentence(refusal)), to=self)

        self._context.do(lambda _: work(), done=lambda _: self._load(), failed=refused, to=self)

    def _tell(self, sentence: str) -> None:
        self.found.setText(sentence)
        self.found.setVisible(True)
        fit_height(self)

    def _agree(self) -> None:
        self.table.commit()
        for field in (self.number, self.decided_on):
            field.commit()
        self._context.ask(lambda: None, lambda _: self.accept(), to=self)


def _cell(name: str, row: _Row) -> str:
    return str(getattr(row, name))


def _hour(typed: str) -> time | None:
    found = _HOUR.fullmatch(typed.lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _read(name: str, text: str) -> tuple[str | int | time | None, bool]:
    tidy = " ".join(text.split())
    if name == "households":
        number = whole_number(tidy, _MOST_DIGITS)
        return number, number is not None or not tidy
    if name == "opening":
        return _hour(tidy), not tidy or _hour(tidy) is not None
    return tidy, True
