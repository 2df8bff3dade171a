"""Sealing, saving and receipts: the list of packages, and beside it what travels next."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.exchange.handed_in import read_package_file, read_receipt_file
from desktop.services.exchange.outbox import Outbox, PackageLine, outbox, seal_campaign
from desktop.services.exchange.receipts import ReceiptView, read_receipt
from desktop.services.exchange.sealing import SealedView, unwritten_words
from desktop.services.exchange.stick import Saved, known_package, save_package
from desktop.services.exchange.taken_heads import TakenHeads, reads_heads, take_in_heads
from desktop.ui.exchange.card_dialog import ask_for_card, check_card
from desktop.ui.exchange.package_card import PackageCard
from desktop.ui.exchange.package_words import findings_of, in_filter, spoken, units_words
from desktop.ui.exchange.packages_table import MADE_AT, PackageRow, packages_table
from desktop.ui.exchange.travels_card import TravelsCard
from desktop.ui.page.page import Context
from desktop.ui.page.runner import Progress
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.step import lay_out
from desktop.ui.page.ways import tell_saved
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import Segmented, secondary
from desktop.ui.widgets.dialogs.file_choosing import ask_folder, ask_open_file
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.findings import Finding, Findings
from desktop.wording import refusal_sentence


class SendingView(QWidget):
    """What the place and the step "Gửi" share.

    Args:
        context: the open office and its keys.
        parent: the page or the step.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._election: str | None = None
        self._wanted: int | None = None
        self.shown: Outbox | None = None
        self.filter = Segmented(["", "", "", ""], self)
        self.filter.setAccessibleName(self.tr("Lọc gói"))
        self.filter.chosen.connect(lambda _: self._fill())
        self.table = packages_table(self)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.save_chosen())
        self.lists = Views(self)
        self.lists.addWidget(self.table)
        self._empty: EmptyView | None = None
        self.findings = Findings(self.tr("Cần xử lý"), self)
        self.findings.opened.connect(self._open)
        self.travels = TravelsCard(self)
        self.package = PackageCard(self)
        self._panel = panel = SidePanel(self)
        for card in (self.findings, self.package, self.travels):
            panel.add(card)
        self.bar = BottomBar(self)
        self.receipt = secondary(self.tr("Nạp biên nhận"), "download-simple", self)
        self.receipt.clicked.connect(self.choose_receipt)
        self.card = secondary(self.tr("Nạp thẻ cơ quan nhận"), "identification-card", self)
        self.card.clicked.connect(lambda: ask_for_card(self._context, self))
        self.save = secondary(self.tr("Ghi ra USB"), "hard-drive", self)
        self.save.clicked.connect(self.save_chosen)
        self.beside = secondary(self.tr("Đóng gói cho Đảng ủy"), "identification-card", self)
        self.beside.setToolTip(
            self.tr(
                "Chỉ tên Trưởng thôn, năm sinh, ngày bầu, số và ngày quyết định; không có phiếu, biên bản."
            )
        )
        self.beside.clicked.connect(self.seal_beside)
        self.heads = secondary(self.tr("Nhận kết quả bầu Trưởng thôn"), "download-simple", self)
        self.heads.clicked.connect(self.choose_heads)
        self.heads.setVisible(reads_heads(context.session.keys))
        for button in (self.save, self.receipt, self.heads, self.beside, self.card):
            self.bar.add_left(button)
        above = QHBoxLayout()
        above.addWidget(self.filter)
        above.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(style.size("grid") + style.size("inner"))
        left.addLayout(above)
        left.addWidget(self.lists, 1)
        self._body = panel.beside(left, self.table)
        lay_out(self, self._body, self.bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what packages carry in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < style.grown(style.size("step_narrow"))
        self._body.set_width(self._panel, style.size("side_panel_narrow" if narrow else "side_panel"))
        self.table.setColumnHidden(MADE_AT, narrow)

    def load(self, election: str | None = None) -> None:
        """Read the outbox; of the campaign of an election where one is named."""
        self._election = election
        place = self._context.workplace
        self._context.ask(lambda: outbox(place, election=election), self._show, once=(self, election))

    def primary(self) -> None:
        """Do what the primary button says."""
        self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what wants a person."""
        found = self.findings.walk(step)
        self._panel.reveal(self.findings)
        if found is not None and isinstance(found.target, int):
            self.table.select(lambda row: row.line.id == found.target)

    def seal(self) -> None:
        """Seal the whole state of the campaign for the receiving office."""
        shown = self.shown
        if shown is None or shown.travels is None or shown.recipient is None:
            return
        place, keys = self._context.workplace, self._context.session.keys
        campaign, to = shown.travels.campaign, shown.recipient.unit

        def work(progress: Progress) -> SealedView:
            progress.step(0, 1, self.tr("Đang đóng gói"))
            return seal_campaign(place, keys, campaign, to)

        self._context.do(work, done=self._sealed)

    def seal_beside(self) -> None:
        """Seal the heads of the campaign for the Party office of the same commune."""
        beside = self.shown.beside if self.shown is not None else None
        if beside is None:
            return
        place, keys = self._context.workplace, self._context.session.keys
        self._context.do(
            lambda _: seal_campaign(place, keys, beside.campaign, beside.unit), done=self._sealed
        )

    def choose_heads(self) -> None:
        """Choose the package that the elections' computer sealed, and take it in."""
        ask_open_file(
            self,
            "stick",
            self.tr("Chọn gói kết quả bầu Trưởng thôn"),
            [(self.tr("Gói"), ["*.goi"])],
            self.take_in_heads,
        )

    def take_in_heads(self, path: Path) -> None:
        """Take in the heads of a package; its receipt is put beside it."""
        place, keys = self._context.workplace, self._context.session.keys
        self._context.do(lambda _: take_in_heads(place, keys, path), done=self._taken)

    def save_chosen(self) -> None:
        """Choose a stick or folder, and write the chosen package there."""
        row = self.table.current()
        if not isinstance(row, PackageRow):
            return
        ask_folder(self, "stick", self.tr("Chọn USB hoặc thư mục"), partial(self.save_to, row.line))

    def save_to(self, line: PackageLine, folder: Path) -> None:
        """Write a package into a folder, read it back and compare."""
        place = self._context.workplace
        words = {
            "write": self.tr("Đang ghi, chưa rút USB"),
            "wait": self.tr("USB đang bị chương trình quét vi-rút giữ, máy tự thử lại trong vài giây"),
            "read": self.tr("Đang đọc lại từ USB và so với bản trong máy"),
        }

        def work(progress: Progress) -> Saved:
            return save_package(
                place, line.id, folder, lambda done, total, part: progress.step(done, total, words[part])
            )

        self._context.do(work, done=partial(self._written, line))

    def choose_receipt(self) -> None:
        """Choose the file of a receipt, and read it."""
        ask_open_file(
            self,
            "stick",
            self.tr("Chọn biên nhận"),
            [(self.tr("Biên nhận"), ["*.bn"])],
            self.read_receipt,
        )

    def open_file(self, path: Path) -> None:
        """Open a file from outside: read a receipt, ask about a card, show a package that was sealed here."""
        kind = path.suffix.casefold()
        if kind == ".bn":
            self.read_receipt(path)
        elif kind == ".the":
            check_card(self._context, self, path)
        elif reads_heads(self._context.session.keys):
            place = self._context.workplace
            self._context.ask(
                lambda: known_package(place, read_package_file(path)),
                lambda found: self._show_known(path.name, found) if found else self.take_in_heads(path),
            )
        else:
            place = self._context.workplace
            self._context.ask(
                lambda: known_package(place, read_package_file(path)),
                lambda found: self._show_known(path.name, found),
            )

    def read_receipt(self, path: Path) -> None:
        """Read a receipt; only then has its package arrived."""
        place, keys = self._context.workplace, self._context.session.keys
        self._context.do(
            lambda _: read_receipt(place, keys, read_receipt_file(path)),
            done=self._received,
        )

    def _show(self, shown: Outbox) -> None:
        self.shown = shown
        self.filter.set_words(
            [
                f"{word}  {sum(in_filter(line, index) for line in shown.packages)}"
                for index, word in enumerate(
                    (self.tr("Tất cả"), self.tr("Chờ biên nhận"), self.tr("Bị từ chối"), self.tr("Xong"))
                )
            ]
        )
        self.travels.show_outbox(shown)
        found = findings_of(shown)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self.card.setVisible(shown.recipient is not None)
        self.beside.setVisible(shown.beside is not None and shown.beside.changed)
        self._fill()

    def _fill(self) -> None:
        shown = self.shown
        if shown is None:
            return
        lines = [line for line in shown.packages if in_filter(line, self.filter.index())]
        self.table.set_rows([PackageRow(line, shown.now) for line in lines])
        self._show_empty(on=not shown.packages)
        self.filter.setVisible(bool(shown.packages))
        if self._wanted is not None:
            self.table.select(lambda row: row.line.id == self._wanted)
            self._wanted = None
        self._choose(self.table.current())

    def _show_empty(self, *, on: bool) -> None:
        # Wrapped words in a page ask for the height of its longest table, so they are there only when needed.
        if on and self._empty is None:
            self._empty = EmptyView(
                "paper-plane-tilt-fill",
                self.tr("Chưa có gói nào"),
                self.tr("Chốt kết quả, đóng gói rồi ghi ra USB. Gói sau thay được gói trước bị mất."),
                parent=self,
            )
            self.lists.addWidget(self._empty)
            self.lists.setCurrentWidget(self._empty)
        elif not on and self._empty is not None:
            self.lists.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None

    def _choose(self, row: object) -> None:
        shown = self.shown
        if shown is None:
            return
        line = row.line if isinstance(row, PackageRow) else None
        self.package.show_package(line)
        self._tell(shown, line)

    def _tell(self, shown: Outbox, line: PackageLine | None) -> None:
        travels = shown.travels
        unsaved = line is not None and line.outcome == "open" and line.written_at is None
        self.bar.set_note("")
        # What the primary button does stands on no other button.
        self.save.setVisible(line is not None)
        self.receipt.show()
        if shown.recipient is None:
            self.bar.set_primary(self.tr("Nạp thẻ cơ quan nhận"), lambda: ask_for_card(self._context, self))
        elif travels is not None and travels.counts and travels.changed:
            units = units_words(travels.stream, len(travels.counts))
            self.bar.set_primary(self.tr("Đóng gói {0}").format(units), self.seal)
        elif unsaved and line is not None:
            self.bar.set_primary(self.tr("Ghi gói {0} ra USB").format(line.sequence), self.save_chosen)
            self.save.hide()
        elif shown.packages:
            self.receipt.hide()
            self.bar.set_primary(self.tr("Nạp biên nhận"), self.choose_receipt)
        else:
            self.bar.set_note(self.tr("Chưa có kết quả nào được chốt"))
            self.bar.set_primary(self.tr("Đóng gói"), self.seal, enabled=False)

    def _sealed(self, sealed: SealedView) -> None:
        self.filter.choose(0)
        if sealed.unwritten is not None:
            self._context.told.emit(unwritten_words(sealed), "attention")
            return
        said = self.tr("Đã đóng gói {0}, mã đọc {1}. Ghi ra USB rồi mang đi.")
        self._context.told.emit(said.format(sealed.path.name, spoken(sealed.code)), "done")

    def _written(self, line: PackageLine, saved: Saved) -> None:
        self.package.saved(line.id, saved)
        self._wanted = line.id
        said = self.tr("Đã ghi {0} và đọc lại khớp. Rút USB được rồi.")
        tell_saved(self._context, said.format(saved.path.name), saved.path, whole=False)

    def _received(self, receipt: ReceiptView) -> None:
        said = {
            "accepted": self.tr("Gói {0} đã được nhận."),
            "waiting": self.tr("Gói {0} chờ cơ quan nhận xem xét."),
            "refused": self.tr("Gói {0} bị từ chối; xem lý do ở Cần xử lý."),
        }[receipt.outcome]
        kind = {"accepted": "done", "waiting": "attention", "refused": "wrong"}[receipt.outcome]
        self._context.told.emit(said.format(receipt.file_name), kind)

    def _taken(self, taken: TakenHeads) -> None:
        if taken.outcome == "waiting":
            said = self.tr("Gói trái với gói đã nhận nên chờ người xem; danh sách Trưởng thôn chưa đổi.")
        elif taken.again:
            said = self.tr("Gói này đã nhận từ trước, không có gì đổi.")
        else:
            said = self.tr("Đã nhận kết quả bầu Trưởng thôn; xem ở Nhân sự trước bầu cử.")
        if taken.receipt is None:
            why = refusal_sentence(taken.unwritten) if taken.unwritten is not None else ""
            self._context.told.emit(f"{said} {why}".rstrip(), "attention")
            return
        kept = self.tr("Biên nhận {0} nằm cạnh gói, mang về máy bầu cử.").format(taken.receipt.name)
        self._context.told.emit(f"{said} {kept}", "attention" if taken.outcome == "waiting" else "done")

    def _show_known(self, name: str, package: int | None) -> None:
        if package is None:
            said = self.tr(
                "Gói {0} không phải do cơ quan này đóng. Gói của cơ quan khác thì cơ quan nhận ghi trên "
                "gói mới mở được."
            )
            self._context.told.emit(said.format(name), "attention")
            return
        self._wanted = package
        self.filter.choose(0)
        self._fill()
        self.table.setFocus()

    def _open(self, finding: Finding) -> None:
        if finding.target == "card":
            ask_for_card(self._context, self)
        elif isinstance(finding.target, int):
            self.table.select(lambda row: row.line.id == finding.target)
            self.table.setFocus()
