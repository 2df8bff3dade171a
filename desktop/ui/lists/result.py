"""What came of an import, and the button that takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.batches import Import
from desktop.services.lists.parts import PartAccount
from desktop.ui.lists.part_words import PartWords
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label


class ImportResult(QWidget):
    """The last step.

    Attributes:
        undo: takes the batch back.
        batch: its number.

    Args:
        words: of hamlets or of branches.
        parent: the view.
    """

    def __init__(self, words: PartWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.batch = 0
        self.headline = label("", "title", self)
        self.sentence = label("", "sentence", self)
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setMaximumWidth(style.size("sentence_width"))
        self.sentence.setMinimumWidth(style.size("side_panel"))
        self.undo = secondary(self.tr("Hoàn tác lần nhập này"), "arrow-counter-clockwise", self)
        centre = Qt.AlignmentFlag.AlignHCenter
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.sentence, 1000)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(style.size("grid"))
        column.addStretch(2)
        column.addWidget(IconView("check-circle-fill", "green", "icon_large", self), 0, centre)
        column.addWidget(self.headline, 0, centre)
        column.addLayout(line)
        column.addSpacing(style.size("grid"))
        column.addLayout(buttons)
        column.addStretch(3)

    def show_result(self, stored: Import, parts: Sequence[PartAccount] = (), passed: int = 0) -> None:
        """Say what was written and what was not; of a list of several places of how many.

        Args:
            stored: what came of the rows.
            parts: of a list of several places.
            passed: how many lines of the file are no rows of the list.
        """
        self.batch = stored.batch
        self.headline.setText(self.tr("Đã ghi {0} dòng vào sổ").format(stored.new + stored.changed))
        places = len({one.part.place for one in parts if one.part.place})
        said = [f"{self._words.places.format(places)}."] if places else []
        said += [
            self.tr("{0} dòng mới, {1} dòng thay đổi, {2} dòng giống sổ.").format(
                stored.new, stored.changed, stored.same
            )
        ]
        left = [
            words.format(count)
            for count, words in (
                (stored.doubtful, self.tr("{0} dòng nghi trùng")),
                (stored.refused, self.tr("{0} dòng bị từ chối")),
            )
            if count
        ]
        if left:
            said.append(self.tr("Chưa ghi {0}.").format(self.tr(" và ").join(left)))
        if passed:
            said.append(self.tr("Bỏ qua {0} dòng không phải hàng của danh sách.").format(passed))
        said.append(self.tr("Lần nhập số {0}; còn hoàn tác được khi chưa dùng tới.").format(stored.batch))
        self.sentence.setText(" ".join(said))
        # The layout asks for the height at its own width, at which the words would need fewer lines.
        self.sentence.ensurePolished()
        self.sentence.setMinimumHeight(self.sentence.heightForWidth(self.sentence.width()))
        self.setAccessibleName(f"{self.headline.text()}. {self.sentence.text()}")
