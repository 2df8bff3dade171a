"""One package: its file, its code for the telephone, and whether it is written to a stick."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.exchange.outbox import PackageLine
from desktop.services.exchange.stick import Saved
from desktop.services.office.workplace import local
from desktop.ui.exchange.package_words import spoken, state_of
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip


class PackageCard(Card):
    """Says what to do next with a package.

    Args:
        parent: the sending view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._saved: dict[int, Saved] = {}
        self._chip = StateChip(State("not_yet"), self)
        self.head.addWidget(self._chip)
        self._file = label("", "caption", self)
        self._facts = Facts(self)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(style.size("inner"))
        self._next = label("", "caption", self)
        self._next.setWordWrap(True)
        self.body.addWidget(self._file)
        self.body.addWidget(self._facts)
        self.body.addLayout(self._steps)
        self.body.addWidget(self._next)

    def saved(self, package: int, saved: Saved) -> None:
        """Remember where a package was written."""
        self._saved[package] = saved

    def show_package(self, line: PackageLine | None) -> None:
        """Show a package."""
        self.setVisible(line is not None)
        if line is None:
            return
        self.set_title(self.tr("Gói {0}").format(line.sequence))
        self._chip.set_state(state_of(line))
        self._file.setText(line.file_name)
        facts = [
            (self.tr("Mã đọc"), spoken(line.code)),
            (self.tr("Đóng lúc"), f"{local(line.sealed_at):%H:%M, %d/%m/%Y}"),
            (self.tr("Dung lượng"), self.tr("{0} KB").format(-(-line.size // 1024))),
        ]
        if line.written_at is not None:
            facts.append((self.tr("Ghi ra USB"), f"{local(line.written_at):%H:%M, %d/%m/%Y}"))
        if line.receipt_at is not None:
            facts.append((self.tr("Biên nhận"), f"{local(line.receipt_at):%H:%M, %d/%m/%Y}"))
        self._facts.set_facts(facts)
        saved = self._saved.get(line.id)
        self._show_steps(saved)
        self._next.setText(self._next_words(line))

    def _show_steps(self, saved: Saved | None) -> None:
        clear(self._steps)
        if saved is not None:
            groups = " ".join(saved.sha256[start : start + 4] for start in range(0, 16, 4))
            told = [
                self.tr("Đã ghi vào {0}").format(saved.path.parent),
                self.tr("Đọc lại khớp, mã {0}…").format(groups),
            ]
            if saved.resumed:
                told.append(self.tr("Lần ghi trước bị dở dang; tệp đã được ghi lại từ đầu."))
            if saved.older:
                said = self.tr("Trên đó còn gói cũ hơn: {0}. Gói này thay được, xóa gói cũ cũng được.")
                told.append(said.format(", ".join(saved.older)))
            for words in told:
                line = label(words, "caption", self)
                line.setWordWrap(True)
                self._steps.addWidget(line)

    def _next_words(self, line: PackageLine) -> str:
        if line.outcome == "accepted":
            return self.tr("Cơ quan nhận đã nhận gói. Không phải làm gì thêm.")
        if line.outcome == "refused":
            return self.tr("Sửa theo lý do đã nêu rồi đóng gói mới; gói mới mang đủ số liệu.")
        if line.outcome == "waiting":
            return self.tr("Cơ quan nhận đang xem xét. Chờ biên nhận khác.")
        if line.written_at is not None:
            return self.tr("Rút USB an toàn, mang đi, đọc mã qua điện thoại, rồi nạp biên nhận khi có.")
        return self.tr("Ghi ra USB hoặc thư mục, mang đi. Bản giữ còn trong máy này.")
