"""Beside a paper: how far it is filled, how many copies, what is missing, what it takes from the store."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.papers.bases import names_bases
from desktop.services.papers.lines import Filling, PaperLine
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.papers.paper_words import filling_meaning, filling_words, gap_findings
from desktop.ui.papers.photo_card import PhotoCard
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import NumberField
from desktop.ui.widgets.findings import Findings
from desktop.ui.widgets.labels import label
from desktop.wording import fact_value, words

_POSTING = "posting-sheet"
_MOST = 99


class PaperPanel(SidePanel):
    """Cards beside a paper.

    Attributes:
        filling: how far the paper is filled.
        copies: how many are printed.
        findings: what is missing; F8 walks through it.
        photos: of the candidates, for the posting sheet alone.

    Args:
        context: the open office and the runner.
        parent: the pane.
    """

    asked = Signal()  # another paper is wanted: another filling, other photographs
    counted = Signal()  # another number of copies

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, width="side_panel_narrow")
        self._line: PaperLine | None = None
        self._count = 1
        self._by_hand = False
        self.head = Card("", self)
        self._title = label("", "name", self)
        self._title.setWordWrap(True)
        self._note = label("", "caption", self)
        self._note.setWordWrap(True)
        self.filling = ChoiceField(self.tr("Điền số liệu"), (), self)
        self.filling.committed.connect(lambda _: self._chosen())
        self._meaning = label("", "caption", self)
        self._meaning.setWordWrap(True)
        self.copies = NumberField(self.tr("Số bản"), self)
        self.copies.set_value(1)
        self.copies.committed.connect(self._take_count)
        for part in (self._title, self._note, self.filling, self._meaning, self.copies):
            self.head.body.addWidget(part)
        self.bases = quiet(self.tr("Văn bản căn cứ…"), self)
        self.bases.clicked.connect(lambda _=False: context.go.emit("today", ("bases",)))
        self.head.body.addWidget(self.bases, 0, Qt.AlignmentFlag.AlignLeft)
        self.findings = Findings(self.tr("Còn thiếu"), self)
        self.facts = Facts(self, long_values=True)
        self._about = Card(self.tr("Lấy từ sổ"), self)
        self._about.body.addWidget(self.facts)
        self.photos = PhotoCard(context, self)
        self.photos.changed.connect(self.asked)
        for card in (self.head, self.photos, self.findings, self._about):
            self.add(card)
        self.photos.hide()

    def show_line(self, line: PaperLine, code: str) -> None:
        """Show a paper; a filling that was chosen stays where it can, else it is the fullest one.

        Args:
            line: the paper.
            code: of its election, empty where it is printed for several.
        """
        other = self._line is None or self._line.form != line.form
        self._by_hand = self._by_hand and not other
        before = self.filling.value() if self._by_hand else None
        self._line = line
        self._title.setText(line.title)
        self._note.setText(f"{line.note[:1].upper()}{line.note[1:]}")
        self._note.setVisible(bool(line.note))
        self.filling.set_choices([(filling, filling_words(filling)) for filling in line.fillings])
        best = line.state if line.state in line.fillings else line.fillings[0] if line.fillings else None
        self.filling.set_value(before if before in line.fillings else best)
        self.filling.setVisible(bool(line.fillings) and not line.printed_at)
        self.copies.setVisible(not line.printed_at)
        self.bases.setVisible(names_bases(line.form))
        self._say_meaning()
        found = gap_findings(line)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self.facts.set_facts([(words(f"fact.{key}"), fact_value(key, value)) for key, value in line.facts])
        self._about.setVisible(bool(line.facts))
        posting = line.form == _POSTING and bool(code)
        self.photos.setVisible(posting)
        if posting:
            self.photos.load(code)

    def chosen_filling(self) -> Filling | None:
        """Return how far the paper is to be filled; None where it cannot be printed."""
        value: Filling | None = self.filling.value()
        return value

    def count(self) -> int:
        """Return how many copies are printed, 1 to 99."""
        return self._count

    def takes_count(self) -> bool:
        """Take the number of copies as it is typed; False, and go there, where so many can't be printed."""
        self.copies.commit()
        if self.copies.isHidden() or not self.copies.problem():
            return True
        self.copies.setFocus()
        return False

    def chosen_photos(self) -> dict[int, bytes]:
        """Return the photographs for the paper on show."""
        return self.photos.photos() if not self.photos.isHidden() else {}

    def _chosen(self) -> None:
        self._by_hand = True
        self._say_meaning()
        self.asked.emit()

    def _say_meaning(self) -> None:
        filling = self.chosen_filling()
        words = ""
        if self._line is not None and self._line.printed_at:
            words = self.tr("Phiếu thật in ở bước Phiếu: lần in đầu chốt danh sách hộ và quy định.")
        elif self._line is not None and filling is not None:
            words = filling_meaning(self._line, filling)
        self._meaning.setText(words)

    def _take_count(self, typed: int | None) -> None:
        if typed is None or not 1 <= typed <= _MOST:
            self.copies.set_problem(self.tr("Số bản từ 1 đến {0}. Hãy gõ lại.").format(_MOST))
            return
        self.copies.set_problem(None)
        self._count = typed
        self.counted.emit()
