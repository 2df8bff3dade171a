"""The card of a hamlet's chain: its row, and a line for each gate that was let through or passed unseen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.services.chain.views import ChainRow, Gate, GateState, Node
from desktop.services.office.workplace import local
from desktop.ui.chain.chain_row import GATES, ChainRowView, DrawnNode
from desktop.ui.chain.words import fault_words, gate_words, node_heading, node_lines, node_name
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label


class ChainCard(Card):
    """The chain of the chosen hamlet; what is asked is emitted by its small buttons.

    Args:
        parent: the page.
    """

    print_asked = Signal()
    plan_asked = Signal()
    personnel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._legend = QWidget(self)
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(style.size("inner"))
        for state, word in (
            (GateState.OPEN, self.tr("cửa đã mở")),
            (GateState.SHUT, self.tr("chưa mở")),
            (GateState.LET_THROUGH, self.tr("cho qua có lý do")),
        ):
            legend.addWidget(IconView(*GATES[state], "icon_small", self._legend))
            legend.addWidget(label(word, "caption", self._legend))
            legend.addSpacing(style.size("grid"))
        self.head.addWidget(self._legend)
        self.plan_button = self._small("note-pencil", self.tr("Ghi phương án nhân sự của thôn"))
        self.plan_button.clicked.connect(self.plan_asked)
        self.personnel_button = self._small("users-three", self.tr("Nhân sự trước bầu cử, vụ việc của thôn"))
        self.personnel_button.clicked.connect(self.personnel_asked)
        self.print_button = self._small("printer", self.tr("In tờ theo dõi chuỗi của thôn (Ctrl+P)"))
        self.print_button.clicked.connect(self.print_asked)
        self.row = ChainRowView(self)
        self.body.addWidget(self.row)
        self._lines: list[QWidget] = []

    def set_row(self, row: ChainRow | None) -> None:
        """Show the chain of a hamlet; nothing where none is chosen."""
        self.setVisible(row is not None)
        for line in self._lines:
            self.body.removeWidget(line)
            line.deleteLater()
        self._lines = []
        if row is None:
            return
        self.set_title(self.tr("Chuỗi của {0}").format(_lower(row.chain.hamlet)))
        nodes = [
            DrawnNode(row.nodes[node], node_name(node), node_heading(node), *node_lines(row, node))
            for node in Node
        ]
        gates = [row.gates[gate] for gate in Gate]
        spoken = "; ".join(f"{each.name}: {each.first} {each.second}".strip() for each in nodes)
        self.row.set_chain(nodes, gates, spoken)
        for each in row.overrides:
            at = local(each.at)
            self._add(
                self.tr("Cho qua cửa {0}: {1}").format(each.gate.value, each.what),
                self.tr("{0}, {1}. Lý do: {2}. In kèm biên bản.").format(
                    each.name, f"{at:%d/%m/%Y %H:%M}", each.reason.rstrip(".")
                ),
                each.gate.code,
            )
        if row.open_issues:
            self._add(
                self.tr("{0} vụ việc, kiến nghị chưa giải quyết").format(row.open_issues),
                self.tr("Giải quyết trước bầu cử; xem và ghi ở Nhân sự trước bầu cử. Không chặn cửa nào."),
                "",
            )
        for finding in row.findings:
            self._add(
                fault_words(finding.gate, finding.fault),
                self.tr("Cửa {0} mở khi: {1}.").format(finding.gate.value, _lower(gate_words(finding.gate))),
                finding.gate.code,
            )

    def show_legend(self, *, shown: bool) -> None:
        """Leave the legend out where there is no room for it."""
        self._legend.setVisible(shown)

    def _small(self, icon: str, words: str) -> QPushButton:
        made = quiet("", self)
        made.setProperty("low", True)
        made.setIcon(icons.icon(icon, "ink_2"))
        made.setAccessibleName(words)
        made.setToolTip(words)
        self.head.addWidget(made)
        return made

    def _add(self, first: str, second: str, code: str) -> None:
        line = QFrame(self)
        line.setProperty("kind", "override")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(12)
        row.addWidget(IconView("warning-fill", "amber", "icon_small", line))
        said = QVBoxLayout()
        said.setSpacing(0)
        for text, part in ((first, "body"), (second, "caption")):
            words = label(text, part, line)
            words.setWordWrap(True)
            said.addWidget(words)
        row.addLayout(said, 1)
        row.addWidget(label(code, "caption", line))
        line.setAccessibleName(f"{first}. {second}")
        self.body.addWidget(line)
        self._lines.append(line)


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
