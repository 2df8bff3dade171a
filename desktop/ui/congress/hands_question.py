"""Questions about raised hands: how many, and on what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.congress.hands import Hands, Subject
from desktop.ui.congress.words import post_subject_words, subject_words
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import NumberField


class HandsQuestion(SubmittedQuestion):
    """Asks how many hands were raised for, against, and not at all, of how many.

    Args:
        parent: the window it belongs to.
        asked: its words.
        voting: how many may raise a hand, offered as those present and in favour.
        submit: is given ``Hands``.
    """

    def __init__(self, parent: QWidget | None, asked: Asked, voting: int, submit: Submit) -> None:
        super().__init__(parent, asked, submit)
        self.present = NumberField(self.tr("Có mặt"), self)
        self.present.set_value(voting)
        self.in_favour = NumberField(self.tr("Đồng ý"), self)
        self.in_favour.set_value(voting)
        self.against = NumberField(self.tr("Không đồng ý"), self)
        self.abstained = NumberField(self.tr("Không biểu quyết"), self)
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        for field in (self.present, self.in_favour, self.against, self.abstained):
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self.in_favour.setFocus()

    def _agree(self) -> None:
        fields = (self.in_favour, self.against, self.abstained)
        if self.committed(self.present, *fields):
            in_favour, against, abstained = (field.value() or 0 for field in fields)
            self.hand_in(Hands(in_favour, against, abstained, present=self.present.value()))


class SubjectQuestion(HandsQuestion):
    """Asks what the congress decided by raised hands, and how many.

    Args:
        parent: the window it belongs to.
        posts: code and word of each post, whose number and list hands are raised on.
        voting: how many may raise a hand.
        submit: is given the subject, the code of the post or None, and ``Hands``.
    """

    def __init__(
        self, parent: QWidget | None, posts: Sequence[tuple[str, str]], voting: int, submit: Submit
    ) -> None:
        asked = Asked(
            QCoreApplication.translate("Congress", "Biểu quyết bằng giơ thẻ"),
            QCoreApplication.translate(
                "Congress",
                "Quá nửa số đảng viên chính thức có mặt đồng ý thì thông qua. "
                "Ghi lại thì số sau thay số trước.",
            ),
            QCoreApplication.translate("Congress", "Ghi biểu quyết"),
        )
        super().__init__(parent, asked, voting, submit)
        choices: list[tuple[tuple[Subject, str | None], str]] = [
            ((subject, None), said) for subject, said in subject_words()
        ]
        for key, post in posts:
            choices += [((subject, key), said.format(post)) for subject, said in post_subject_words(key)]
        self.subject = ChoiceField(self.tr("Về việc"), choices, self)
        self.body.insertWidget(0, self.subject)
        self.subject.setFocus()

    def hand_in(self, answer: object) -> None:
        """Submit the hands with what they were raised for."""
        super().hand_in((*self.subject.value(), answer))
