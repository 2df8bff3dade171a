"""When the meeting opened, in the hands of the clerk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.counting.meeting_views import MeetingView
from desktop.services.office.clock_guard import TOLERANCE
from desktop.services.office.workplace import VIET_NAM
from desktop.ui.page.electors import electors_unit
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.day import DateField, TimeField


class OpenMeetingDialog(Question):
    """Asks for day and hour, or to correct them; another day than the planned one is asked about once more.

    Args:
        view: the meeting as it stands.
        parent: the window.
    """

    def __init__(self, view: MeetingView, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        opened = view.opened_at
        asked = translate("OpenMeetingDialog", "Khai mạc cuộc họp {0}?")
        said = translate(
            "OpenMeetingDialog",
            "Từ lúc khai mạc, danh sách {0} {1} không bổ sung được nữa. Giờ này in vào biên bản.",
        ).format(view.electorate, electors_unit(voters=view.voters))
        yes = translate("OpenMeetingDialog", "Khai mạc")
        if view.handed_out:
            asked = translate("OpenMeetingDialog", "Bắt đầu phát phiếu đến các hộ của {0}?")
            said = translate(
                "OpenMeetingDialog", "Từ lúc phát phiếu, danh sách {0} hộ không bổ sung được nữa."
            ).format(view.electorate)
            yes = translate("OpenMeetingDialog", "Bắt đầu phát phiếu")
        elif opened is not None:
            asked = translate("OpenMeetingDialog", "Sửa giờ khai mạc cuộc họp {0}?")
            said = translate("OpenMeetingDialog", "Giờ này in vào biên bản. Ctrl+Z lấy lại giờ cũ.")
            yes = translate("OpenMeetingDialog", "Ghi giờ khai mạc")
        super().__init__(parent, asked.format(view.hamlet), said, yes)
        self._view = view
        self._warned = False
        self.day = DateField(self.tr("Ngày họp"), self)
        self.hour = TimeField(self.tr("Giờ khai mạc"), self)
        shown = opened or view.suggested
        self.day.set_value(shown.date())
        self.hour.set_value(shown.time().replace(second=0, microsecond=0))
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.day)
        row.addWidget(self.hour)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hour.setFocus()
        self.hour.line.selectAll()

    def opened_at(self) -> datetime:
        """Return the moment, in Viet Nam's time."""
        return datetime.combine(self.day.value(), self.hour.value(), tzinfo=VIET_NAM)

    def _agree(self) -> None:
        for field in (self.day, self.hour):
            field.commit()
        if self.day.value() is None:
            self.day.set_problem(self.day.problem() or self.tr("Cần ghi ngày họp."))
            self.day.setFocus()
        elif self.hour.value() is None:
            self.hour.set_problem(self.hour.problem() or self.tr("Cần ghi giờ khai mạc."))
            self.hour.setFocus()
        elif self.opened_at() > self._view.now + TOLERANCE:
            self.hour.set_problem(self.tr("Giờ này chưa tới: máy đang là {0:%H:%M}.").format(self._view.now))
            self.hour.setFocus()
        elif self._is_too_early():
            planned = f"{self._view.held_on:%d/%m/%Y}"
            said = self.tr("Ngày họp đã định là {0}. Họp sớm hơn thì dời ngày ở “Kế hoạch họp” trước.")
            self.day.set_problem(said.format(planned))
            self.day.setFocus()
        elif self._is_another_day() and not self._warned:
            self._warned = True
            planned = f"{self._view.held_on:%d/%m/%Y}"
            self.day.set_problem(
                self.tr("Ngày bầu đã định là {0}. Nếu đúng họp ngày khác, bấm nút lần nữa.").format(planned),
                "attention",
            )
            self.day.setFocus()
        else:
            self.accept()

    def _is_too_early(self) -> bool:
        return not self._view.handed_out and bool(self.day.value() < self._view.held_on)

    def _is_another_day(self) -> bool:
        if self._view.handed_out:
            # Slips are handed out on the days before the last of collecting.
            return bool(self.day.value() > self._view.held_on)
        return bool(self.day.value() != self._view.held_on)
