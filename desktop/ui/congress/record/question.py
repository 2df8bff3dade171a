"""The question what happened: a thing that can be written down of a congress now, and its form beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.congress import approval, changing, closing, preparing
from desktop.services.congress.record import CongressRecord
from desktop.ui.congress.record import after, appointing, before
from desktop.ui.congress.record.form import RecordForm
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets.fields.choice import ChoiceField

_Make = Callable[[CongressRecord, date, QWidget | None], RecordForm]
_NEXT = {"": ("submitted",), "submitted": ("returned", "approved"), "returned": ("submitted",)}


class HappenedQuestion(SubmittedQuestion):
    """Asks what happened, and what belongs to it.

    Args:
        parent: the window it belongs to.
        record: what is written down already.
        today: offered as the day.
        submit: is given the work to do with the open office.
        what: the thing that is offered first.
    """

    def __init__(
        self, parent: QWidget | None, record: CongressRecord, today: date, submit: Submit, what: str = ""
    ) -> None:
        asked = Asked(
            self.tr("Ghi việc của đại hội"),
            self.tr("Chỉ hiện những việc ghi được lúc này. Ghi nhầm thì sửa hoặc bỏ ở cùng chỗ này."),
            self.tr("Ghi việc"),
        )
        super().__init__(parent, asked, submit)
        self._record, self._today = record, today
        self._made: dict[str, RecordForm] = {}
        self._makers = {key: make for key, _, make in offered(record)}
        self.what = ChoiceField(self.tr("Việc"), [(key, said) for key, said, _ in offered(record)], self)
        self.body.addWidget(self.what)
        self.what.committed.connect(lambda _: self._show_what())
        if what in self._makers:
            self.what.set_value(what)
        self._show_what()
        self.what.setFocus()

    @property
    def form(self) -> RecordForm:
        """The form of the thing that is chosen."""
        return self._made[self.what.value()]

    def choose(self, what: str) -> RecordForm:
        """Choose a thing, and return its form."""
        self.what.set_value(what)
        self._show_what()
        return self.form

    def _show_what(self) -> None:
        chosen = self.what.value()
        if chosen not in self._made:
            self._made[chosen] = self._makers[chosen](self._record, self._today, self)
            self.body.addWidget(self._made[chosen])
        for key, form in self._made.items():
            form.setVisible(key == chosen)
        self.say("")
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        if self.form.committed():
            self.hand_in(self.form.work())


def offered(record: CongressRecord) -> tuple[tuple[str, str, _Make], ...]:
    """Return what can be written down now: key, words, and what makes the form, in the order of time."""
    if record.cancelled:
        return tuple(_cancelled(record))
    return (*_before(record), *_day(record), *_after(record), *_never(record))


def _cancelled(record: CongressRecord) -> Iterator[tuple[str, str, _Make]]:
    code = record.code
    words = QCoreApplication.translate("Congress", "Khôi phục đại hội đã hủy")
    yield "taken_up", words, lambda *_: before.PlainForm(lambda place: changing.take_up_congress(place, code))


def _before(record: CongressRecord) -> Iterator[tuple[str, str, _Make]]:
    tr = QCoreApplication.translate
    said = {
        "submitted": tr("Congress", "Gửi đề án nhân sự lên Đảng ủy"),
        "returned": tr("Congress", "Đảng ủy trả lại đề án nhân sự"),
        "approved": tr("Congress", "Đảng ủy đồng ý đề án nhân sự"),
    }
    last = record.plan[-1].what.value if record.plan else ""
    for key in _NEXT.get(last, ()):
        yield key, said[key], partial(before.StepForm, what=key)
    if last and not record.closed:
        words = tr("Congress", "Bỏ bước vừa ghi của đề án nhân sự")
        yield "step_back", words, partial(_plain, preparing.take_back_plan_step)
    if not record.reported:
        yield "plan", tr("Congress", "Sửa giờ, nơi, lần thứ, ngày thông báo"), before.PlanForm
    if record.delegation is not None:
        yield "delegates", tr("Congress", "Đại hội cấp trên cử đại biểu dự"), before.DelegatesForm


def _day(record: CongressRecord) -> Iterator[tuple[str, str, _Make]]:
    tr = QCoreApplication.translate
    if record.at_vote:
        yield "presence", tr("Congress", "Sửa điểm danh của lần bầu đang kiểm"), after.PresenceForm
    if record.reported:
        yield "course", tr("Congress", "Giờ khai mạc, niêm phong, bế mạc; số phát biểu"), after.CourseForm
    if record.hands and not record.closed:
        yield "hands_back", tr("Congress", "Bỏ kết quả giơ thẻ ghi nhầm"), after.HandsBackForm


def _after(record: CongressRecord) -> Iterator[tuple[str, str, _Make]]:
    tr = QCoreApplication.translate
    if record.reported:
        yield "complaint", tr("Congress", "Nhận khiếu nại về bầu cử"), after.ComplaintForm
    if any(each.settled_on is None for each in record.complaints):
        yield "settled", tr("Congress", "Giải quyết xong khiếu nại"), after.SettlingForm
    if not record.closed:
        return
    yield "report", tr("Congress", "Số, ngày báo cáo đề nghị chuẩn y"), after.ReportForm
    if record.received_on is not None and not record.approved:
        yield "received", tr("Congress", "Sửa ngày Đảng ủy nhận báo cáo"), after.ReceivedForm
    yield "handed_over", tr("Congress", "Chi ủy cũ bàn giao cho chi ủy mới"), after.HandingOverForm
    yield "proposed", tr("Congress", "Đề nghị chỉ định vào chức danh khuyết"), appointing.ProposingForm
    if any(each.decided_on is None for each in record.proposals):
        yield "appointed", tr("Congress", "Đảng ủy quyết định chỉ định"), appointing.AppointingForm
        yield "proposal_back", tr("Congress", "Bỏ đề nghị chỉ định ghi nhầm"), appointing.WithdrawingForm
    yield "destroyed", tr("Congress", "Hủy phiếu bầu đã niêm phong"), after.DestroyingForm
    yield from _mistaken(record)


def _mistaken(record: CongressRecord) -> Iterator[tuple[str, str, _Make]]:
    """What was written down after the last vote by mistake, and is taken back."""
    tr = QCoreApplication.translate
    if record.handed_over_on is not None:
        words = tr("Congress", "Bỏ ngày bàn giao ghi nhầm")
        yield "handed_back", words, partial(_plain, partial(closing.record_handing_over, on=None))
    if record.report_sent_on is None:
        words = tr("Congress", "Mở lại đại hội ghi bế mạc nhầm")
        yield "reopened", words, partial(_plain, closing.reopen_congress)
    elif record.received_on is None and not record.approved:
        words = tr("Congress", "Bỏ ngày gửi báo cáo ghi nhầm")
        yield "sent_back", words, partial(_plain, approval.take_back_sent)


def _never(record: CongressRecord) -> Iterator[tuple[str, str, _Make]]:
    tr = QCoreApplication.translate
    if not record.reported:
        yield "moved", tr("Congress", "Dời ngày đại hội"), partial(before.ChangeForm, moves=True)
    if record.cancellable:
        yield "cancelled", tr("Congress", "Hủy đại hội"), partial(before.ChangeForm, moves=False)
    if not record.printed and not record.reported:
        words = tr("Congress", "Bỏ kế hoạch đại hội lập nhầm")
        yield "forgotten", words, partial(_plain, changing.take_back_congress)


def _plain(
    act: Callable[..., object], record: CongressRecord, today: date, parent: QWidget | None
) -> RecordForm:
    del today
    code = record.code
    return before.PlainForm(lambda place: act(place, code), parent)
