"""The scan of a signed paper: a small picture of its first page, its file and when it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop.services.office.workplace import local
from desktop.services.results.scans import AttachmentView, attachment_content
from desktop.ui.page.page import Context
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip

_WIDTH, _HEIGHT = 150, 190


class ScanCard(Card):
    """The newest scan stands; how many there were before it is said.

    Args:
        context: the open office; pictures are made in the background.
        parent: the minutes step.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bản đã ký"), parent)
        self._context = context
        self._shown: int | None = None
        self._chip = StateChip(State("not_yet", self.tr("chưa có")), self)
        self.head.addWidget(self._chip)
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(self.tr("Ảnh trang đầu của bản đã ký"))
        self._about = label("", "caption", self)
        self._about.setWordWrap(True)
        self.body.addWidget(self.picture)
        self.body.addWidget(self._about)

    def show_scans(self, scans: Sequence[AttachmentView]) -> None:
        """Show the newest of some scans."""
        self.picture.setVisible(bool(scans))
        if not scans:
            self._shown = None
            self._chip.set_state(State("not_yet", self.tr("chưa có")))
            self._about.setText(
                self.tr("Bản giấy đã ký là văn bản gốc; bản quét giữ cùng kết quả trên máy này.")
            )
            return
        newest = scans[0]
        self._chip.set_state(State("done", self.tr("đã đính kèm")))
        said = self.tr("{0}, {1} KB, giữ lúc {2}.").format(
            newest.file_name, -(-newest.size // 1024), f"{local(newest.attached_at):%H:%M %d/%m/%Y}"
        )
        if len(scans) > 1:
            said += " " + self.tr("Còn {0} bản trước.").format(len(scans) - 1)
        self._about.setText(said)
        if newest.id != self._shown:
            self._shown = newest.id
            place, scale = self._context.workplace, self.devicePixelRatioF()
            self._context.ask(
                lambda: _picture(attachment_content(place, newest.id), newest.media, scale),
                partial(self._put, newest.id),
            )

    def _put(self, scan: int, picture: QImage | None) -> None:
        if scan != self._shown:
            return
        if picture is None:
            self.picture.setText(self.tr("Không vẽ được ảnh; tệp vẫn được giữ nguyên."))
            return
        self.picture.setPixmap(QPixmap.fromImage(picture))


def _picture(content: bytes, media: str, scale: float) -> QImage | None:
    """Return the first page as a small picture; None where the file cannot be drawn."""
    if media == "pdf":
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            return None
        page = document[0]
        across, down = page.get_size()
        factor = min(_WIDTH * scale / across, _HEIGHT * scale / down)
        bitmap = page.render(scale=factor, prefer_bgrx=True)
        made = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        document.close()
    else:
        whole = QImage.fromData(content)
        if whole.isNull():
            return None
        made = whole.scaled(
            round(_WIDTH * scale),
            round(_HEIGHT * scale),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    made.setDevicePixelRatio(scale)
    return made
