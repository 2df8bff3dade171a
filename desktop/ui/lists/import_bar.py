"""The foot of an import: the way back, what is kept of the file, and what the primary button does now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.lists.columns import column_words, waiting_columns
from desktop.services.lists.preview import Preview
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary
from desktop.vietnamese.numerals import grouped


@dataclass(frozen=True, slots=True)
class BarActs:
    """What the buttons do: go back, remember how it is read, save refused rows, show the rows, store them."""

    leave: Callable[[], object]
    remember: Callable[[], object]
    save_refused: Callable[[], object]
    look: Callable[[], object]
    store: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an import is.

    Attributes:
        mapping: columns or parts are on show, and not the rows.
        written: how many rows would be stored.
        waiting: how many wait for a person to decide.
        storing: they are being stored.
        to_keep: something was said of the file that isn't kept yet.
        columns: the columns are on show.
        unknown: what is to be said of its parts; empty for nothing.
    """

    mapping: bool
    written: int = 0
    waiting: int = 0
    storing: bool = False
    to_keep: bool = False
    columns: bool = False
    unknown: str = ""


class ImportBar(BottomBar):
    """The bar.

    Attributes:
        back, remember, save_refused: its buttons besides the primary one.

    Args:
        acts: what they do.
        parent: the view.
    """

    def __init__(self, acts: BarActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self.back = secondary(self.tr("Quay lại"), None, self)
        self.back.clicked.connect(lambda _=False: acts.leave())
        self.add_left(self.back)
        self.remember = self.add_secondary(self.tr("Nhớ cách ghép này"), acts.remember, "bookmark-simple")
        self.save_refused = self.add_secondary(
            self.tr("Lưu dòng bị từ chối…"), acts.save_refused, "floppy-disk"
        )

    def show_reading(self) -> None:
        """Say that the file is being read."""
        self.back.show()
        self.save_refused.hide()
        self.remember.hide()
        self.hide_primary()
        self.set_note(self.tr("Đang đọc tệp và đối chiếu với sổ…"))

    def show_preview(self, preview: Preview, at: Standing) -> None:
        """Offer what can be done with a list that was read."""
        self.save_refused.setVisible(bool(preview.reading.refused) and not at.mapping)
        self.remember.setVisible(at.mapping)
        self.remember.setEnabled(at.to_keep)
        if preview.is_unnamed:
            self.hide_primary()
            note = self.tr("Chưa biết cột nào ghi tên: chọn cột đó, rồi ở “Đọc là” chọn “{0}”.")
            self.set_note(note.format(column_words(preview.kind)["name"]))
        elif at.mapping:
            word = self.tr("Xem trước {0} dòng").format(grouped(len(preview.reading.rows)))
            self.set_primary(word, self._acts.look)
            self.set_note(_waiting_words(waiting_columns(preview)) if at.columns else at.unknown)
        else:
            word = self.tr("Ghi {0} dòng vào sổ").format(grouped(at.written))
            self.set_primary(word, self._acts.store, enabled=at.written > 0 and not at.storing)
            self.set_note(_note_on(preview, at.written, at.waiting))

    def show_stored(self) -> None:
        """Offer the way to the list, where nothing else is left to do."""
        self.save_refused.hide()
        self.back.hide()
        self.set_note("")
        self.set_primary(self.tr("Xem danh sách"), self._acts.leave)


def _waiting_words(columns: Sequence[str]) -> str:
    """Say which columns nobody knows; empty for none."""
    tr = QCoreApplication.translate
    if len(columns) == 1:
        return tr("Import", "Cột {0} chưa chọn nên chưa được nhập.").format(columns[0])
    return tr("Import", "{0} cột chưa chọn nên chưa được nhập.").format(len(columns)) if columns else ""


def _note_on(preview: Preview, written: int, waiting: int) -> str:
    """Return the note on a list that is looked at; empty where there is nothing to say.

    Args:
        preview: of the list.
        written: how many rows would be stored.
        waiting: how many wait for a person to decide.
    """
    tr = QCoreApplication.translate
    notes = []
    if waiting:
        notes.append(tr("Import", "{0} dòng chờ chọn").format(waiting))
    if preview.reading.refused:
        notes.append(tr("Import", "{0} dòng bị từ chối").format(len(preview.reading.refused)))
    if not preview.rows:
        notes.append(tr("Import", "không có dòng nào dưới hàng tiêu đề: xem lại tệp"))
    elif not written and not waiting:
        notes.append(tr("Import", "không có gì mới so với sổ"))
    if preview.file is not None and not preview.file.headed:
        notes.append(tr("Import", "cột đoán theo nội dung: xem lại ở bước Ghép cột"))
    said = ", ".join(notes)
    return f"{said[:1].upper()}{said[1:]}." if said else ""
