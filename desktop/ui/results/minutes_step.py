"""The minutes step: looked at as they will be printed, printed, signed on paper, scanned."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.services.office.files import read_file
from desktop.services.office.workplace import local
from desktop.services.papers.lines import Filling
from desktop.services.papers.minutes_views import (
    MinutesView,
    draw_minutes,
    minutes_view,
    print_minutes,
)
from desktop.services.results.scans import AttachmentView, attach_signed_minutes, signed_minutes
from desktop.ui.page.page import Context
from desktop.ui.page.paper_step import PaperStep
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.results.scan_card import ScanCard
from desktop.ui.widgets.buttons import Segmented, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.file_choosing import ask_open_file
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.findings import Finding

_FILLINGS: tuple[Filling, ...] = ("full", "half", "blank")
_LARGEST = 21 * 1024 * 1024


class MinutesStep(PaperStep):
    """Full minutes from the finalised count; half filled or empty ones for a pen at any time.

    Args:
        context: the open office.
        parent: the election page.
    """

    key = "minutes"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view: MinutesView | None = None
        self.filling = Segmented([self.tr("Đầy đủ"), self.tr("Điền sẵn"), self.tr("Để trống")], self)
        self.filling.setAccessibleName(self.tr("Biên bản in ra"))
        self.filling.chosen.connect(lambda _: self._draw())
        self.paper.head.insert(0, self.filling)
        self.facts = Facts(self)
        about = Card(self.tr("Biên bản"), self)
        about.body.addWidget(self.facts)
        self.scan = ScanCard(context, self)
        self.attach = secondary(self.tr("Đính kèm bản đã ký"), "paperclip", self)
        self.attach.clicked.connect(self.choose_scan)
        self.bar.add_left(self.attach)
        self.lay_out_cards(about, self.scan)

    def load(self, code: str) -> None:
        """Read how far the minutes are."""
        super().load(code)
        place = self.context.workplace

        def read() -> tuple[MinutesView, tuple[AttachmentView, ...]]:
            view = minutes_view(place, code)
            return view, signed_minutes(place, code) if view.revision else ()

        self.context.ask(read, partial(self._show, code), once=(self, code))

    def first_field(self) -> QWidget | None:
        """Return the paper."""
        return self.paper

    def print_it(self) -> None:
        """Print the minutes on show; full ones are kept as they were printed."""
        view = self.view
        if view is None:
            return
        place, code, filling = self.context.workplace, self.code, self._filling()

        def draw() -> bytes:
            return (
                print_minutes(place, code).content
                if filling == "full"
                else draw_minutes(place, code, filling)
            )

        name = f"bien-ban-{code}" if filling == "full" else f"bien-ban-{code}-de-trong"
        print_paper(
            self.context,
            self,
            draw,
            headline=self.tr("In biên bản cuộc họp") if view.by_hands else self.tr("In biên bản kiểm phiếu"),
            sentence=self.tr(
                "Bản in giống hệt bản đang xem. Chủ trì, thư ký, Trưởng ban công tác Mặt trận và hai đại "
                "diện hộ ký vào bản in."
            )
            if view.by_hands
            else self.tr(
                "Bản in giống hệt bản đang xem. Người kiểm phiếu và hai người chứng kiến ký vào bản in."
            ),
            yes=self.tr("In"),
            file_name=f"{name}.pdf",
        )

    def help_text(self) -> str:
        """Say what the minutes are."""
        return self.tr(
            "Biên bản giấy đã ký là văn bản gốc. Chân mỗi trang có mã tính từ số liệu đã chốt; gói gửi "
            "cấp trên mang đúng số liệu ấy. Mất điện: in sẵn mẫu để trống hoặc điền sẵn rồi ghi bằng bút."
        )

    def choose_scan(self) -> None:
        """Choose a scan or photograph of the signed minutes, and keep it."""
        ask_open_file(
            self,
            "scans",
            self.tr("Chọn bản quét hoặc ảnh biên bản đã ký"),
            [(self.tr("PDF hoặc ảnh"), ["*.pdf", "*.jpg", "*.jpeg", "*.png"])],
            self.attach_file,
        )

    def attach_file(self, path: Path) -> None:
        """Keep a file as the signed minutes."""
        place, code = self.context.workplace, self.code
        self.context.do(
            lambda _: attach_signed_minutes(place, code, path.name, read_file(path, _LARGEST)),
            done=lambda kept: self.context.told.emit(
                self.tr("Đã giữ {0} cùng biên bản.").format(kept.file_name), "done"
            ),
        )

    def _show(self, code: str, read: tuple[MinutesView, tuple[AttachmentView, ...]]) -> None:
        if code != self.code:
            return
        view, scans = read
        had = self.view
        self.view = view
        done = view.revision is not None
        full = done and not view.lacking
        self.filling.button(0).setEnabled(full)
        if had is None or had.code != code or (had.revision is None) == done or had.lacking != view.lacking:
            self.filling.choose(0 if full else 1)
        self._draw()
        of_these = [scan for scan in scans if scan.revision == view.revision]
        self.scan.show_scans(of_these)
        self.attach.setVisible(done)
        self.facts.set_facts(self._about(view))
        self._tell(view, signed=bool(of_these))

    def _filling(self) -> Filling:
        return _FILLINGS[self.filling.index()]

    def _draw(self) -> None:
        view = self.view
        if view is None:
            return
        place, code, filling = self.context.workplace, self.code, self._filling()
        if filling == "full" and (view.revision is None or view.lacking):
            return
        self.draw_once((code, filling, view.sha256), lambda: draw_minutes(place, code, filling))

    def _about(self, view: MinutesView) -> list[tuple[str, str]]:
        if view.revision is None or view.sha256 is None:
            return [(self.tr("Kết quả"), self.tr("chưa chốt"))]
        kind = self.tr("cuộc họp, ghi cả kết quả giơ tay") if view.by_hands else self.tr("kiểm phiếu")
        facts = [(self.tr("Loại"), kind), (self.tr("Lần lập"), str(view.revision))]
        if view.reason:
            facts.append((self.tr("Thay thế lần {0} vì").format(view.revision - 1), view.reason))
        printed = self.tr("chưa in")
        if view.printed_at is not None:
            printed = f"{local(view.printed_at):%H:%M, %d/%m/%Y}"
        facts.append((self.tr("In lần gần nhất"), printed))
        groups = " ".join(view.sha256[start : start + 4] for start in range(0, 16, 4))
        facts.append((self.tr("Mã ở chân trang"), f"{groups} …"))
        return facts

    def _tell(self, view: MinutesView, *, signed: bool) -> None:
        found = []
        if view.revision is None:
            found.append(
                Finding(
                    "not_yet",
                    self.tr("Chưa chốt kết quả kiểm phiếu."),
                    self.tr("Biên bản đầy đủ lập từ kết quả đã chốt. In được mẫu điền sẵn hoặc để trống."),
                    target="counting",
                )
            )
        elif view.lacking:
            found.append(
                Finding(
                    "attention",
                    self.tr("Bầu giơ tay được ghi vào biên bản cuộc họp; diễn biến cuộc họp chưa ghi đủ."),
                    self.tr("Ghi người chủ trì, thư ký, hai đại diện hộ và giờ kết thúc cuộc họp."),
                    target="meeting",
                )
            )
        elif view.printed_at is None:
            found.append(
                Finding(
                    "attention",
                    self.tr("Chưa in biên bản lần này."),
                    self.tr("In, ký rồi đóng dấu."),
                    target="print",
                )
            )
        if view.revision is not None and not signed:
            found.append(
                Finding(
                    "attention" if view.printed_at else "not_yet",
                    self.tr("Chưa có bản quét biên bản đã ký."),
                    self.tr("Chụp hoặc quét bản giấy rồi đính kèm."),
                    target="scan",
                )
            )
        self.show_findings(found)
        if view.revision is not None and view.printed_at is not None:
            self.bar.set_note("")
            self.bar.set_primary(self.tr("Sang bước Công nhận"), lambda: self.proceed.emit("recognition"))
        elif view.lacking:
            self.bar.set_note("")
            self.bar.set_primary(self.tr("Sang bước Họp"), lambda: self.proceed.emit("meeting"))
        elif view.revision is not None:
            self.bar.set_note(self.tr("In ba bản để ký"))
            self.bar.set_primary(self.tr("In biên bản"), self.print_it, key="Ctrl+P")
        else:
            self.bar.set_note("")
            self.bar.set_primary(self.tr("In mẫu"), self.print_it, key="Ctrl+P")

    def open_finding(self, finding: Finding) -> None:
        """Finalise the count, print, or choose the scan."""
        if finding.target in ("counting", "meeting"):
            self.proceed.emit(finding.target)
        elif finding.target == "print":
            self.print_it()
        else:
            self.choose_scan()
