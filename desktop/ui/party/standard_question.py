"""What is asked of whoever holds a kind of post, written down as the paper says that sets it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.party.posts import PostKind
from desktop.services.party.standards import PostStandard
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.party.structure_words import post_word
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.text import NumberField, TextField


class StandardQuestion(SubmittedQuestion):
    """Asks for a standard.

    Args:
        parent: the window it belongs to.
        kind: of the post.
        known: what is written down; None for nothing.
        submit: is given a ``PostStandard``, or None where every field was emptied.
    """

    def __init__(
        self, parent: QWidget | None, kind: PostKind, known: PostStandard | None, submit: Submit
    ) -> None:
        tr = QCoreApplication.translate
        asked = Asked(
            tr("Party", "Tiêu chuẩn chức danh {0}").format(post_word(kind)),
            tr("Party", "Ghi đúng văn bản của cấp có thẩm quyền. Xóa trống mọi ô là bỏ tiêu chuẩn này."),
            tr("Party", "Ghi tiêu chuẩn"),
        )
        super().__init__(parent, asked, submit)
        held = known or PostStandard()
        self.youngest = NumberField(self.tr("Từ đủ tuổi"), self)
        self.oldest = NumberField(self.tr("Không quá tuổi"), self)
        self.schooling = TextField(self.tr("Học vấn"), self)
        self.qualification = TextField(self.tr("Chuyên môn"), self)
        self.theory = TextField(self.tr("Lý luận chính trị"), self)
        self.basis = TextField(self.tr("Theo văn bản"), self)
        for field, value in (
            (self.youngest, held.youngest),
            (self.oldest, held.oldest),
            (self.schooling, held.schooling),
            (self.qualification, held.qualification),
            (self.theory, held.theory),
            (self.basis, held.basis),
        ):
            field.set_value(value)
        for pair in (
            (self.youngest, self.oldest),
            (self.schooling, self.qualification),
            (self.theory, self.basis),
        ):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.youngest.setFocus()

    def _agree(self) -> None:
        said = PostStandard(
            youngest=self.youngest.value() or None,
            oldest=self.oldest.value() or None,
            schooling=self.schooling.value(),
            qualification=self.qualification.value(),
            theory=self.theory.value(),
            basis=self.basis.value(),
        )
        self.hand_in(None if said == PostStandard() else said)
