"""Questions on the way to a vote: who is put up, who withdraws, ballots, who serves, raised hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.services.congress.hands import Hands, Subject
from desktop.services.congress.lists import Origin
from desktop.ui.congress.words import origin_word, post_subject_words, subject_words
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.wording import words

Role = tuple[str, int, str]
"""A place in a body: role, number, and the words for it."""


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
        if _committed(self.consents):
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


class BallotsQuestion(SubmittedQuestion):
    """Asks how many ballots are printed, whether in large print, and whether somewhere else.

    Args:
        parent: the window it belongs to.
        convened: offered as the number.
        voting: how many there are to vote; 0 before that is known.
        submit: is given the number, whether in large print, and whether they were printed elsewhere.
    """

    def __init__(self, parent: QWidget | None, convened: int, voting: int, submit: Submit) -> None:
        asked = Asked(
            self.tr("In phiếu bầu"),
            self.tr("In xong thì danh sách bầu không sửa được nữa. Phiếu đóng dấu của Đảng ủy."),
            self.tr("In phiếu"),
        )
        super().__init__(parent, asked, submit)
        self._voting = voting
        self.copies = NumberField(self.tr("Số phiếu"), self)
        self.copies.set_value(convened)
        self.large = QCheckBox(self.tr("Chữ lớn, mọi phiếu của lần bầu này như nhau"), self)
        self.elsewhere = QCheckBox(self.tr("Phiếu in ở nơi khác, chỉ ghi số lượng"), self)
        self.body.addWidget(self.copies)
        self.body.addWidget(self.large)
        self.body.addWidget(self.elsewhere)
        self.copies.setFocus()

    def _agree(self) -> None:
        if not _committed(self.copies):
            return
        copies, problem = self.copies.value() or 0, ""
        if not copies:
            problem = self.tr("Hãy ghi số phiếu.")
        elif copies < self._voting:
            problem = words("congress.ballots", where=copies, figure=self._voting)
        if problem:
            self.copies.set_problem(problem)
            self.copies.setFocus()
            return
        self.hand_in((self.copies.value(), self.large.isChecked(), self.elsewhere.isChecked()))


class TrialQuestion(SubmittedQuestion):
    """Asks in which type one sheet is tried.

    Args:
        parent: the window it belongs to.
        submit: is given whether in large print.
    """

    def __init__(self, parent: QWidget | None, submit: Submit) -> None:
        asked = Asked(
            self.tr("In thử một tờ phiếu"),
            self.tr("Xem chữ, ô và khổ giấy trước khi in đủ số phiếu. Tờ in thử không bỏ phiếu được."),
            self.tr("Xem tờ in thử"),
        )
        super().__init__(parent, asked, submit)
        self.large = QCheckBox(self.tr("Chữ lớn"), self)
        self.body.addWidget(self.large)

    def _agree(self) -> None:
        self.hand_in(self.large.isChecked())


class ReprintQuestion(SubmittedQuestion):
    """Asks how many spoilt ballots are printed again, and what spoilt them.

    Args:
        parent: the window it belongs to.
        submit: is given the number and the reason.
    """

    def __init__(self, parent: QWidget | None, submit: Submit) -> None:
        asked = Asked(
            self.tr("In thay phiếu hỏng"),
            self.tr("Phiếu hỏng giữ lại để niêm phong. Phiếu thay in như lần đầu, cộng vào số phiếu đã in."),
            self.tr("In phiếu thay"),
        )
        super().__init__(parent, asked, submit)
        self.copies = NumberField(self.tr("Số phiếu hỏng"), self)
        self.reason = TextField(self.tr("Vì sao hỏng"), self)
        self.body.addWidget(self.copies)
        self.body.addWidget(self.reason)
        self.copies.setFocus()

    def _agree(self) -> None:
        if not (_committed(self.copies) and _committed(self.reason)):
            return
        if not self.copies.value():
            self.copies.set_problem(self.tr("Hãy ghi số phiếu hỏng."))
        elif not self.reason.value():
            self.reason.set_problem(self.tr("Hãy ghi vì sao hỏng; lý do được giữ cùng phiếu thay."))
        else:
            self.hand_in((self.copies.value(), self.reason.value()))


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
        if all(_committed(field) for field in (self.present, *fields)):
            in_favour, against, abstained = (field.value() or 0 for field in fields)
            self.hand_in(Hands(in_favour, against, abstained, present=self.present.value()))


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


class BodiesQuestion(SubmittedQuestion):
    """Asks who chairs the congress, who writes it down, and who counts.

    Args:
        parent: the window it belongs to.
        members: names by key.
        held: the member of each role and place that is filled.
        submit: is given the member of each role and place, None where nobody is.
    """

    def __init__(
        self,
        parent: QWidget | None,
        members: Mapping[int, str],
        held: Mapping[tuple[str, int], int],
        submit: Submit,
    ) -> None:
        asked = Asked(
            self.tr("Điều hành và kiểm phiếu"),
            self.tr(
                "Đại hội biểu quyết bằng giơ thẻ. Ban kiểm phiếu là đảng viên chính thức không có tên trong "
                "danh sách bầu. Đại hội đảng viên không có ban thẩm tra tư cách."
            ),
            self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        choices: list[tuple[int | None, str]] = [(None, "–"), *members.items()]
        self.fields: dict[tuple[str, int], ChoiceField] = {}
        for role, place, said in roles():
            field = ChoiceField(said, choices, self)
            field.set_value(held.get((role, place)))
            self.fields[role, place] = field
            self.body.addWidget(field)

    def _agree(self) -> None:
        self.hand_in({key: field.value() for key, field in self.fields.items()})


def roles() -> Sequence[Role]:
    """Return the places in the bodies of a branch's congress, in order."""
    tr = QCoreApplication.translate
    return (
        ("presidium_head", 1, tr("Congress", "Chủ tịch đại hội, hoặc trưởng đoàn chủ tịch")),
        ("presidium_member", 1, tr("Congress", "Đoàn chủ tịch, người thứ hai")),
        ("presidium_member", 2, tr("Congress", "Đoàn chủ tịch, người thứ ba")),
        ("meeting_secretary", 1, tr("Congress", "Thư ký đại hội")),
        ("counting_head", 1, tr("Congress", "Trưởng ban kiểm phiếu")),
        ("counting_member", 1, tr("Congress", "Ban kiểm phiếu, ủy viên")),
        ("counting_member", 2, tr("Congress", "Ban kiểm phiếu, ủy viên")),
    )


def _committed(field: Field) -> bool:
    field.commit()
    if field.problem():
        field.setFocus()
    return not field.problem()
