"""Which household meets with which cluster: typed, pasted as a column, filled down, or set for many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.cluster_households import (
    ClusterCount,
    ClusterHouseholds,
    PlacedHousehold,
    cluster_households,
    place_households,
)
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.fitted import fit_height
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.text import fold
from desktop.wording import refusal_sentence

_CLUSTER = 3
_ROWS_SEEN = 4


class ClusterHouseholdsDialog(Question):
    """The roll with the cluster of each household; each change is kept at once.

    Args:
        context: the open office and the runner.
        code: the election's.
        parent: the window.
    """

    def __init__(self, context: Context, code: str, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Xếp hộ vào cụm"),
            self.tr(
                "Gõ số cụm vào ô, dán cả cột từ Excel, hoặc chọn nhiều hộ (Shift + mũi tên) rồi bấm Xếp."
            ),
            self.tr("Xong"),
        )
        self.setFixedWidth(style.size("dialog_width") * 3 // 2)
        self.no.hide()
        self._context, self._code = context, code
        self._found: ClusterHouseholds | None = None
        self.table = Table(
            [
                Column(self.tr("STT"), lambda row: str(row.number), width=60, align="right"),
                Column(self.tr("Họ và tên đại diện hộ"), lambda row: row.name, weight="medium"),
                Column(self.tr("Ngày sinh"), lambda row: row.birth, width=110),
                Column(self.tr("Cụm"), self._cluster, width=190, editable=lambda _: self._editable()),
            ],
            self,
            row_height=style.size("row_entry"),
            key=lambda row: row.household,
        )
        self.table.setAccessibleName(self.tr("Các hộ và cụm"))
        self.table.setFixedHeight(style.size("header") + _ROWS_SEEN * style.size("row_entry") + 2)
        self.table.edited.connect(self._typed)
        self.table.pasted.connect(self._pasted)
        QShortcut(QKeySequence("Ctrl+D"), self.table).activated.connect(self._fill_down)
        self.cluster = ChoiceField(self.tr("Xếp các hộ đang chọn vào"), (), self)
        self.place = secondary(self.tr("Xếp"), None, self)
        self.place.setAutoDefault(False)
        self.place.clicked.connect(self._place_chosen)
        self.counts = label("", "caption", self)
        self.counts.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.cluster, 1)
        row.addWidget(self.place)
        self.body.addWidget(self.table)
        self.body.addLayout(row)
        self.body.addWidget(self.counts)
        self._load()

    def _load(self) -> None:
        place, code = self._context.workplace, self._code
        self._context.ask(lambda: cluster_households(place, code), self._show)

    def _show(self, found: ClusterHouseholds) -> None:
        first = self._found is None
        self._found = found
        none = (0, self.tr("chưa xếp cụm nào"))
        self.cluster.set_choices([*((one.number, _named(one)) for one in found.clusters), none])
        for part in (self.cluster, self.place):
            part.setEnabled(found.editable and bool(found.clusters))
        self.table.set_rows(found.rows)
        counts = [self.tr("{0}: {1} hộ").format(one.name, one.households) for one in found.clusters]
        left = self.tr("chưa xếp: {0} hộ").format(found.left_out)
        whole = self.tr("cả thôn {0} hộ").format(len(found.rows))
        self.counts.setText(" · ".join((*counts, left, whole)))
        if first:
            self.table.select(lambda _: True, _CLUSTER)
            self.table.setFocus()
            fit_height(self)

    def _editable(self) -> bool:
        return self._found is not None and self._found.editable

    def _cluster(self, row: PlacedHousehold) -> str:
        clusters = self._found.clusters if self._found else ()
        return next((_named(one) for one in clusters if one.number == row.cluster), "")

    def _typed(self, row: PlacedHousehold, _column: int, text: str) -> None:
        self._put({row.household: text})

    def _pasted(self, block: Sequence[Sequence[str]]) -> None:
        start = self.table.currentIndex().row()
        rows = self.table.rows()[start : start + len(block)]
        self._put({row.household: line[0] for row, line in zip(rows, block, strict=False)})

    def _fill_down(self) -> None:
        chosen = self._chosen()
        if len(chosen) > 1:
            self._write({row.household: chosen[0].cluster for row in chosen[1:]})

    def _place_chosen(self) -> None:
        number = self.cluster.value()
        if number is not None:
            self._write({row.household: number for row in self._chosen()})

    def _chosen(self) -> list[PlacedHousehold]:
        rows = self.table.rows()
        return [rows[number] for number in sorted({index.row() for index in self.table.selectedIndexes()})]

    def _put(self, typed: Mapping[int, str]) -> None:
        clusters = self._found.clusters if self._found else ()
        placed = {household: _read(text, clusters) for household, text in typed.items()}
        unread = next((typed[household] for household, number in placed.items() if number is None), None)
        if unread is not None:
            said = self.tr("Chưa đọc được “{0}”: hãy gõ số cụm hoặc tên cụm. Chưa hộ nào được xếp.")
            self.say(said.format(unread))
            self._load()
            return
        self._write({household: number for household, number in placed.items() if number is not None})

    def _write(self, placed: Mapping[int, int]) -> None:
        place, code = self._context.workplace, self._code

        def refused(refusal: Refusal) -> None:
            self._load()
            self._context.ask(lambda: None, lambda _: self.say(refusal_sentence(refusal)), to=self)

        def kept(_: object) -> None:
            self.say("")
            self._load()

        self._context.do(lambda _: place_households(place, code, placed), done=kept, failed=refused, to=self)

    def _agree(self) -> None:
        self.table.commit()
        self._context.ask(lambda: None, lambda _: self.accept(), to=self)


def _named(cluster: ClusterCount) -> str:
    return f"{cluster.number} · {cluster.name}"


def _read(text: str, clusters: Sequence[ClusterCount]) -> int | None:
    """Read a cluster by its number or its name, 0 for nothing; None where it is neither."""
    wanted = fold(text).strip()
    if not wanted:
        return 0
    for one in clusters:
        if wanted in (str(one.number), fold(one.name), fold(_named(one))):
            return one.number
    return 0 if wanted == "0" else None
