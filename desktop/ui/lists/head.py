"""The head of an import: where one is, which file, which hamlet, which step, which columns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.columns import column_words, waiting_columns
from desktop.services.lists.preview import Preview
from desktop.ui.lists.part_words import PartWords
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.drawn.column_strip import Chip, ColumnStrip
from desktop.ui.widgets.drawn.stepper import Stepper, StepView
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label

# More sheets are counted, not named.
_FEW_SHEETS = 3
_STEPS = ("file", "columns", "hamlets", "preview", "stored")


class ImportHead(QWidget):
    """Breadcrumb, file, hamlet and stepper; ``hamlet_chosen`` carries the code of another hamlet.

    Attributes:
        strip: the columns of the file; the view puts it above its table.
        title: says which list is taken in.

    Args:
        place: the page that the list belongs to.
        title: what the list is called, by which members and voters of one page are told apart.
        words: of the hamlets or branches that it may be of.
        parent: the view.
    """

    hamlet_chosen = Signal(object)  # its code

    def __init__(self, place: str, title: str, words: PartWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._file = ElidedLabel("", "caption", self)
        self._file_icon = IconView("file-text", "ink_2", "icon", self)
        self.stepper = Stepper(self)
        self.hamlet = ChoiceField("", (), self, explain=words.target)
        self.hamlet.box().setAccessibleName(self.tr("Nhập vào thôn"))
        self.hamlet.setFixedWidth(style.size("side_panel_narrow"))
        self.hamlet.committed.connect(self.hamlet_chosen)
        self._into = label(self.tr("Nhập vào"), "caption", self)
        self.strip = ColumnStrip(self.tr("bỏ qua"), self)
        self._columns = ""
        self._hamlets: list[tuple[str, str]] = []
        first = QHBoxLayout()
        first.setSpacing(style.size("grid"))
        first.addWidget(label(place, "sentence", self))
        first.addWidget(IconView("caret-right", "ink_3", "icon", self))
        self.title = label(self.tr("Nhập {0}").format(title[:1].lower() + title[1:]), "title", self)
        first.addWidget(self.title)
        first.addStretch(1)
        first.addWidget(self._file_icon)
        first.addWidget(self._file)
        self._target = QWidget(self)
        target = QHBoxLayout(self._target)
        target.setContentsMargins(0, 0, 0, 0)
        target.setSpacing(style.size("grid"))
        target.addWidget(self._into)
        target.addWidget(self.hamlet)
        second = Wrapping(self)
        second.add(self.stepper, elastic=True)
        second.add(self._target)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner"))
        column.addLayout(first)
        column.addWidget(second)

    def set_hamlets(self, hamlets: Mapping[str, str], chosen: str | None) -> None:
        """Offer hamlets by code; none where the list isn't of one."""
        self._hamlets = list(hamlets.items())
        self.hamlet.set_choices(self._hamlets)
        self.hamlet.set_value(chosen)
        self._target.setVisible(bool(hamlets))
        self._file.setText("")
        self._file_icon.hide()
        self._columns = ""
        self.strip.set_chips(())

    def set_preview(self, preview: Preview) -> None:
        """Tell which file is shown, which columns it has, and for which hamlet."""
        source = preview.source
        names = ", ".join(f"“{name}”" for name in source.names)
        sheet = self.tr(", trang {0}").format(names) if names else ""
        if len(source.names) > _FEW_SHEETS:
            sheet = self.tr(", {0} trang").format(len(source.names))
        if source.left_out:
            sheet += self.tr(" (không đọc trang {0})").format(", ".join(source.left_out))
        self._file.setText(self.tr("{0}{1}, {2} dòng").format(source.name, sheet, len(preview.rows)))
        self._file_icon.show()
        read, waiting = (
            sum(heading.key is not None for heading in source.headings),
            len(waiting_columns(preview)),
        )
        self._columns = self.tr("{0}/{1} cột").format(read, len(source.headings))
        if waiting:
            self._columns = self.tr("còn {0} cột").format(waiting)
        self.strip.set_chips(
            [
                Chip(
                    heading.column,
                    heading.text,
                    column_words(preview.kind)[heading.key] if heading.key is not None else "",
                )
                for heading in source.headings
            ]
        )
        if preview.places is not None and preview.unit not in dict(self._hamlets):
            self._hamlets = [(preview.unit, self._words.every), *self._hamlets]
            self.hamlet.set_choices(self._hamlets)
        self.hamlet.set_value(preview.unit)

    def set_step(self, current: str, *, several: bool = False, unknown: int = 0) -> None:
        """Show how far the import is.

        Args:
            current: ``file``, ``columns``, ``hamlets``, ``preview`` or ``stored``.
            several: the list is of several hamlets.
            unknown: of so many of its parts nobody knows the hamlet.
        """
        words = {
            "file": self.tr("Chọn tệp"),
            "columns": self.tr("Ghép cột"),
            "hamlets": self._words.step,
            "preview": self.tr("Xem trước"),
            "stored": self.tr("Ghi vào sổ"),
        }
        faults = {"columns": self._columns, "hamlets": self.tr("còn {0}").format(unknown) if unknown else ""}
        shown = [key for key in _STEPS if several or key != "hamlets"]
        # What was read is read, whichever step is looked at again.
        done = {"file": 0, "stored": len(shown)}.get(current, shown.index("preview"))
        steps = [
            StepView(
                key,
                words[key],
                "done" if number < done and not (key == "hamlets" and unknown) else "not_yet",
                faults.get(key, "") if number < done else "",
            )
            for number, key in enumerate(shown)
        ]
        self.stepper.set_steps(steps, current)
