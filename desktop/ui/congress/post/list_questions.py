"""Questions about a list: who is put up, who withdraws, how the congress closes it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.services.congress.lists import Origin
from desktop.ui.congress.hands_question import HandsQuestion
from desktop.ui.congress.words import origin_word
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import NumberField


class NomineeQuestion(SubmittedQuestion):
    """Asks who is put up, by whom, and how many hands were for it.

    Args:
        parent: the window it belongs to.
        members: names by key, of those who may stand.
        submit: is given member, origin and hands.
    """

    def __init__(self, parent: QWidget | None, members: Mapping[int, str], submit: Submit) -> None:
        asked = Asked(
            self.tr("Giới thiệu vào danh sách bầu"),
            self.tr(
                "Người ngoài danh sách cấp triệu tập giới thiệu, hoặc tự ứng cử, phải có trên 30 % số người "
                "có mặt đồng ý."
            ),
            self.tr("Ghi giới thiệu"),
        )
        super().__init__(parent, asked, submit)
        self.member = ChoiceField(self.tr("Đảng viên"), list(members.items()), self)
        self.origin = ChoiceField(
            self.tr("Ai giới thiệu"), [(origin, origin_word(origin)) for origin in Origin], self
        )
        self.consents = NumberField(self.tr("Số người đồng ý"), self)
        for field in (self.member, self.origin, self.consents):
            self.body.addWidget(field)
        self.origin.committed.connect(lambda _: self._show_origin())
        self._show_origin()
        self.member.setFocus()

    def _show_origin(self) -> None:
        self.consents.setVisible(self.origin.value() is not Origin.COMMITTEE)
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        if self.committed(self.consents):
            floor = self.origin.value() is not Origin.COMMITTEE
            self.hand_in((self.member.value(), self.origin.value(), self.consents.value() if floor else None))


class WithdrawingQuestion(SubmittedQuestion):
    """Asks what the congress said of somebody who wants to be taken off.

    Args:
        parent: the window it belongs to.
        name: of who withdraws.
        submit: is given whether the congress let go; None while it has not said.
    """

    def __init__(self, parent: QWidget | None, name: str, submit: Submit) -> None:
        asked = Asked(
            self.tr("{0} xin rút").format(name),
            self.tr("Tên chỉ ra khỏi danh sách khi đại hội đồng ý."),
            self.tr("Ghi xin rút"),
        )
        super().__init__(parent, asked, submit)
        answers = [
            (None, self.tr("Chưa biểu quyết")),
            (True, self.tr("Đại hội đồng ý cho rút")),
            (False, self.tr("Đại hội không đồng ý, vẫn ở trong danh sách")),
        ]
        self.said = ChoiceField(self.tr("Đại hội"), answers, self)
        self.body.addWidget(self.said)
        self.said.setFocus()

    def _agree(self) -> None:
        self.hand_in(self.said.value())


class ListQuestion(HandsQuestion):
    """Asks how the congress agreed to a list, and whether opinions were polled on one that is too long.

    Args:
        parent: the window it belongs to.
        post: the word of the post.
        voting: how many may raise a hand; None before the congress, when no hands are asked for.
        over: the list is over the surplus that is allowed without a poll.
        submit: is given ``Hands``, None before the congress, and whether opinions were polled.
    """

    def __init__(
        self, parent: QWidget | None, post: str, voting: int | None, submit: Submit, *, over: bool
    ) -> None:
        asked = Asked(
            QCoreApplication.translate("Congress", "Chốt danh sách bầu: {0}").format(post),
            QCoreApplication.translate(
                "Congress", "Chốt trước đại hội để in phiếu; tại đại hội sẽ biểu quyết danh sách."
            )
            if voting is None
            else QCoreApplication.translate(
                "Congress", "Đại hội biểu quyết danh sách bằng giơ thẻ; giờ chốt là lúc ghi."
            ),
            QCoreApplication.translate("Congress", "Chốt danh sách"),
        )
        super().__init__(parent, asked, voting or 0, submit)
        self._by_hands = voting is not None
        for field in (self.present, self.in_favour, self.against, self.abstained):
            field.setVisible(self._by_hands)
        self.polled = QCheckBox(
            QCoreApplication.translate("Congress", "Số dư vượt mức, đã lấy phiếu xin ý kiến"), self
        )
        self.polled.setVisible(over)
        self.body.addWidget(self.polled)
        if not self._by_hands:
            self.polled.setFocus()

    def hand_in(self, answer: object) -> None:
        """Submit the hands, and whether opinions were polled."""
        super().hand_in((answer if self._by_hands else None, self.polled.isChecked()))
