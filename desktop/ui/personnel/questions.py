"""The questions of personnel before the vote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.services.personnel.issues import IssueView
from desktop.services.personnel.recognised import ToldHead
from desktop.services.personnel.reviews import NewReview, ReviewedPost, ReviewLine, ReviewOutcome
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.personnel.personnel_words import choice_word, outcome_word, post_word
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField

_NOT_SAID = -1


class ReviewQuestion(RowsQuestion):
    """Asks what the review of somebody who sits ends with; hands in a ``NewReview``.

    Args:
        parent: the window it belongs to.
        line: who sits.
        today: the day that is offered.
        submit: is given the review.
    """

    def __init__(self, parent: QWidget | None, line: ReviewLine, today: date, submit: Submit) -> None:
        asked = Asked(
            self.tr("Rà soát {0}").format(line.name),
            self.tr("{0}, {1}. Chỉ ghi nhận xét cần cho việc giới thiệu.").format(
                post_word(line.post), line.where
            ),
            self.tr("Ghi rà soát"),
        )
        super().__init__(parent, asked, submit)
        self._line = line
        choices = [(outcome, outcome_word(outcome)) for outcome in ReviewOutcome]
        self.outcome = ChoiceField(self.tr("Kết luận"), choices, self)
        self.day = DateField(self.tr("Ngày"), self)
        self.reviewer = TextField(self.tr("Ai kết luận"), self)
        self.assessment = TextField(self.tr("Nhận xét, in trong danh sách"), self)
        if line.outcome is not None:
            self.outcome.set_value(line.outcome)
        self.day.set_value(today)
        self.reviewer.set_value(line.reviewer)
        self.assessment.set_value(line.assessment)
        self.row(self.outcome, self.day)
        self.row(self.reviewer)
        self.row(self.assessment)
        self.outcome.setFocus()

    def _agree(self) -> None:
        self.outcome.commit()
        if not self.check_day(self.day, needed=True):
            return
        if not self.filled(self.reviewer, self.tr("Hãy ghi tổ chức hoặc người kết luận.")):
            return
        if self.committed(self.assessment):
            said = (self.outcome.value(), self.day.value(), self.reviewer.value(), self.assessment.value())
            self.hand_in(NewReview(self._line.post, self._line.code, *said))


class ReserveQuestion(RowsQuestion):
    """Asks who is kept in reserve; hands in hamlet, post, name and note.

    Args:
        parent: the window it belongs to.
        hamlets: code and name of each.
        hamlet: code of the one that is offered; empty for the first.
        submit: is given the four.
    """

    def __init__(
        self, parent: QWidget | None, hamlets: Sequence[tuple[str, str]], hamlet: str, submit: Submit
    ) -> None:
        asked = Asked(
            self.tr("Thêm người vào nguồn dự bị"),
            self.tr("Người mới đứng cuối; đổi thứ tự bằng Alt+↑, Alt+↓."),
            self.tr("Thêm"),
        )
        super().__init__(parent, asked, submit)
        self.hamlet = ChoiceField(self.tr("Thôn"), list(hamlets), self)
        if hamlet:
            self.hamlet.set_value(hamlet)
        self.post = ChoiceField(
            self.tr("Chức danh"), [(post, post_word(post)) for post in ReviewedPost], self
        )
        self.name = TextField(
            self.tr("Họ và tên"),
            self,
            hint=self.tr("Trùng tên với một đảng viên của chi bộ thì máy ghi là người đó."),
        )
        self.note = TextField(self.tr("Ghi chú"), self)
        self.row(self.hamlet, self.post)
        self.row(self.name)
        self.row(self.note)
        self.name.setFocus()

    def _agree(self) -> None:
        for field in (self.hamlet, self.post):
            field.commit()
        if self.filled(self.name, self.tr("Hãy ghi họ tên.")) and self.committed(self.note):
            self.hand_in((self.hamlet.value(), self.post.value(), self.name.value(), self.note.value()))


class IssueQuestion(RowsQuestion):
    """Asks what was raised in a hamlet; hands in hamlet, day, by whom and what.

    Args:
        parent: the window it belongs to.
        hamlets: code and name of each.
        today: the day that is offered.
        submit: is given the four.
        view: the matter that is corrected; None for a new one.
    """

    def __init__(
        self,
        parent: QWidget | None,
        hamlets: Sequence[tuple[str, str]],
        today: date,
        submit: Submit,
        view: IssueView | None = None,
    ) -> None:
        asked = Asked(
            self.tr("Vụ việc, kiến nghị cần giải quyết trước bầu cử"),
            self.tr("Ghi ngắn; số vụ việc chưa xong của thôn hiện trên chuỗi của thôn."),
            self.tr("Ghi vụ việc"),
        )
        super().__init__(parent, asked, submit)
        self.hamlet = ChoiceField(self.tr("Thôn"), list(hamlets), self)
        self.day = DateField(self.tr("Ngày nêu"), self)
        self.day.set_value(view.raised_on if view is not None else today)
        self.by = TextField(self.tr("Ai nêu"), self)
        self.what = TextField(self.tr("Nội dung"), self)
        if view is not None:
            self.hamlet.set_value(view.unit)
            self.hamlet.setEnabled(False)
            self.by.set_value(view.raised_by)
            self.what.set_value(view.what)
        self.row(self.hamlet, self.day)
        self.row(self.by)
        self.row(self.what)
        (self.by if view is not None else self.hamlet).setFocus()

    def _agree(self) -> None:
        self.hamlet.commit()
        if not self.check_day(self.day, needed=True):
            return
        if not self.filled(self.by, self.tr("Hãy ghi người hoặc tổ chức nêu.")):
            return
        if self.filled(self.what, self.tr("Hãy ghi nội dung.")):
            self.hand_in((self.hamlet.value(), self.day.value(), self.by.value(), self.what.value()))


class SettleIssueQuestion(RowsQuestion):
    """Asks when and how a matter was settled; hands in day and words.

    Args:
        parent: the window it belongs to.
        view: the matter.
        today: the day that is offered.
        submit: is given the two.
    """

    def __init__(self, parent: QWidget | None, view: IssueView, today: date, submit: Submit) -> None:
        asked = Asked(
            self.tr("Đã giải quyết"),
            f"{view.hamlet}: {view.what}",
            self.tr("Ghi đã giải quyết"),
        )
        super().__init__(parent, asked, submit)
        self.day = DateField(self.tr("Ngày giải quyết"), self)
        self.day.set_value(today)
        self.how = TextField(self.tr("Giải quyết thế nào"), self)
        self.row(self.day)
        self.row(self.how)
        self.how.setFocus()

    def _agree(self) -> None:
        if self.check_day(self.day, needed=True) and self.filled(
            self.how, self.tr("Hãy ghi đã giải quyết thế nào.")
        ):
            self.hand_in((self.day.value(), self.how.value()))


class MemberQuestion(RowsQuestion):
    """Asks which member a told head is; hands in the member's key, or None for nobody.

    Args:
        parent: the window it belongs to.
        head: whom the other office told of.
        submit: is given the key.
    """

    def __init__(self, parent: QWidget | None, head: ToldHead, submit: Submit) -> None:
        born = f", {head.born}" if head.born is not None else ""
        said = (
            self.tr("Chi bộ của thôn có đúng một đảng viên trùng họ tên và năm sinh. Xem lại rồi ghi.")
            if head.certain
            else self.tr("Trùng tên chưa chắc là cùng một người; hãy xem năm sinh, chi bộ rồi chọn.")
        )
        if head.state == "recognised" and head.decided_on is not None:
            since = self.tr("Ghi xong, sổ chức vụ có người này là Trưởng thôn từ {0:%d/%m/%Y}.")
            said = f"{said} {since.format(head.decided_on)}"
        asked = Asked(
            self.tr("{0}{1} là đảng viên nào?").format(head.name, born),
            f"{head.hamlet}. {said}",
            self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        choices: list[tuple[int | None, str]] = [(one.key, choice_word(one)) for one in head.choices]
        choices.append((None, self.tr("Không là đảng viên ở xã này")))
        if not head.linked and not head.certain:
            # Nobody is offered by the name alone, nor is it offered that somebody is no member.
            choices.insert(0, (_NOT_SAID, self.tr("Chọn…")))
        self.member = ChoiceField(self.tr("Đảng viên"), choices, self)
        self.member.set_value(head.member if head.linked else choices[0][0])
        self.row(self.member)
        self.member.setFocus()

    def _agree(self) -> None:
        self.member.commit()
        if self.member.value() == _NOT_SAID:
            self.say(self.tr("Hãy chọn đảng viên, hoặc chọn không là đảng viên."))
            self.member.setFocus()
            return
        self.hand_in(self.member.value())
