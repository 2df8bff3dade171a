"""Scenes of dialogs that no other scene opens, each over the list of elections."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from desktop.errors import RequestRefused
from desktop.models.people import Authority
from desktop.models.store.tenancy import Occupant
from desktop.rules.roll_differences import DifferenceKind
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.elections.rolls.check import DifferenceView
from desktop.services.elections.rolls.objections import Objection, ObjectionView
from desktop.services.elections.rolls.posting import Posting
from desktop.services.lists.account import PassedOver
from desktop.services.office.operators import operators, register_operator
from desktop.services.papers.envelopes import EnvelopeLine, EnvelopeRefused
from desktop.services.people.members import MemberLine, MemberSaid
from desktop.services.people.representatives import Paper, RepresentativeView
from desktop.ui.ballots.envelope_dialog import EnvelopeDialog, EnvelopeResult
from desktop.ui.ballots.reprint_dialog import ReprintDialog
from desktop.ui.counting.open_meeting_dialog import OpenMeetingDialog
from desktop.ui.elections.cluster_households_dialog import ClusterHouseholdsDialog
from desktop.ui.elections.clusters_dialog import ClustersDialog
from desktop.ui.elections.decision_question import Asked, DecisionQuestion
from desktop.ui.elections.newcomer_dialog import NewcomerDialog
from desktop.ui.elections.roll_questions import ExplainQuestion, ObjectionQuestion, PostingQuestion
from desktop.ui.elections.supplement_dialog import SupplementDialog
from desktop.ui.lists.passed_dialog import PassedDialog
from desktop.ui.page.page import Context, Session
from desktop.ui.page.print_dialog import PrintDialog
from desktop.ui.people.member_questions import HeadQuestion, MemberQuestion, RepresentativeQuestion
from desktop.ui.settings.pin_dialog import PinDialog
from desktop.ui.settings.side_dialog import AskingDialog, SideDialog
from desktop.ui.start.occupied_question import OccupiedQuestion
from desktop.ui.widgets.dialogs.question import TextQuestion
from desktop.wording import words
from tests.offices import election_example as example

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.offices.election_example import Example
    from tests.ui.screens.studio import Studio

_SAID = (
    "Cuộc bầu đã hủy thì không in được phiếu, không mở được cuộc họp. Số liệu đã ghi còn nguyên, việc này "
    "ghi vào nhật ký."
)
_PASSED = (
    PassedOver(3, "Nà Ếch", "title", "DANH SÁCH CHỦ HỘ THÔN NÀ ẾCH, XÃ HÚC ĐỘNG, HUYỆN BÌNH LIÊU"),
    PassedOver(131, "Nà Ếch", "total", "Tổng cộng: 125 hộ, 518 nhân khẩu"),
)

_DIFFERENCE = DifferenceView(
    "unlisted:1",
    DifferenceKind.UNLISTED,
    "Hộ Phùn Văn Sót có trong sổ hộ mà không có trong danh sách. Hãy sửa ngày bắt đầu ở thôn của hộ, hoặc bổ "
    "sung hộ vào danh sách.",
    1,
)
_POSTED = Posting(date(2024, 11, 28), date(2024, 12, 8), "Nhà văn hóa thôn Lục Ngù")
_OBJECTION = ObjectionView(
    1, Objection("Chìu Văn Mẫu", date(2024, 12, 2), "thiếu tên vợ tôi", "hộ Chìu Văn Mẫu"), None
)
_MEMBER = MemberSaid("Lường Thị Ngoan", "12/1980", "Nữ", "022180000123", "Vợ", starts_on=date(2001, 2, 3))
_PEOPLE = (
    MemberLine(None, 1, "Vi Văn Áng", "1993", "Nam", "", "Chủ hộ", True, False, None, None, None),
    MemberLine(1, 2, "Lường Thị Ngoan", "1995", "Nữ", "", "Vợ", False, False, None, None, None),
)
_AUTHORISED = RepresentativeView(
    3, "Ma Thị Thay", "1970", Authority.AUTHORISED, Paper("3/GUQ", date(2024, 11, 15))
)


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        office = example.make_example(Path(kept) / "xa")
        example.print_ballots(office)
        register_operator(office.workplace, "Tằng Văn Bình", "1357")
        session = Session(office.workplace, office.keys)
        stops = [(name, (_opening(made),)) for name, made in dialogs(office).items()]
        studio.tour(session, stops, "election", low=False, pauses=1)
        office.workplace.database.close()


def _opening(made: Callable[[Frame, Context], QDialog]) -> Callable[[Frame], None]:
    def show(frame: Frame) -> None:
        if frame.context is not None:
            made(frame, frame.context).open()

    return show


def dialogs(office: Example) -> dict[str, Callable[[Frame, Context], QDialog]]:
    place, code = office.workplace, office.code
    lines = [EnvelopeLine(code, "Thôn Nà Ếch", freezes=True) for code in office.codes]
    refused = [
        EnvelopeRefused(code, "Thôn Nà Ếch", RequestRefused("printer.stopped", where="Canon LBP2900"))
        for code in office.codes
    ]
    lacks = words("party.chain.lacks.plan_submitted")
    shut = [
        EnvelopeRefused(code, "Thôn Nà Ếch", RequestRefused("W601", where="Thôn Nà Ếch", lacks=lacks))
        for code in office.codes[:2]
    ]
    asked = Asked("Hủy cuộc bầu thôn Nà Ếch?", _SAID, "Hủy cuộc bầu", day=True, decision=True, grave=True)
    who = Occupant("hanh", "MAY-VAN-PHONG-XA", 1234, datetime(2024, 12, 6, 1, 0, tzinfo=UTC), "0" * 16)
    printers = ("Canon LBP2900", "HP LaserJet Pro M404dn")
    return {
        "hoi-in": lambda frame, _: PrintDialog(frame, printers, "In phiếu thôn Nà Ếch?", _SAID, "In 132 tờ"),
        "hoi-in-lai": lambda frame, context: ReprintDialog(context, code, frame),
        "hoi-phong-bi": lambda frame, _: EnvelopeDialog(lines, code, frame),
        "hoi-phong-bi-xong": lambda frame, _: EnvelopeResult(refused, 10, frame),
        "hoi-phong-bi-cua": lambda frame, _: EnvelopeResult(shut, 10, frame, at_gates=len(shut)),
        "hoi-bo-sung": lambda frame, context: SupplementDialog(context, code, frame, lambda *_: None),
        "hoi-nguoi-moi": lambda frame, _: NewcomerDialog("Chu Thị Bống", frame),
        "hoi-cum": lambda frame, context: ClustersDialog(context, code, frame),
        "hoi-xep-ho-vao-cum": lambda frame, context: ClusterHouseholdsDialog(context, code, frame),
        "hoi-huy": lambda frame, _: DecisionQuestion(frame, asked, lambda *_: None),
        "hoi-khai-mac": lambda frame, _: OpenMeetingDialog(meeting_view(place, code), frame),
        "hoi-ai-dang-mo": lambda frame, _: OccupiedQuestion(frame, who),
        "hoi-pin": lambda frame, context: PinDialog(context, operators(place)[0], frame),
        "hoi-phan-viec": lambda frame, context: SideDialog(context, operators(place)[0], frame),
        "hoi-hoi-nguoi-dung": lambda frame, context: AskingDialog(context, frame, on=True),
        "hoi-dong-bo-qua": lambda frame, _: PassedDialog(_PASSED, frame),
        "hoi-niem-yet": lambda frame, _: PostingQuestion(frame, _POSTED, lambda *_: None),
        "hoi-giai-thich": lambda frame, _: ExplainQuestion(frame, _DIFFERENCE, "", lambda *_: None),
        "hoi-y-kien": lambda frame, _: ObjectionQuestion(frame, _OBJECTION, place.today(), lambda *_: None),
        "hoi-nguoi-trong-ho": lambda frame, _: MemberQuestion(frame, _MEMBER, lambda *_: None),
        "hoi-chu-ho": lambda frame, _: HeadQuestion(frame, _PEOPLE, lambda *_: None),
        "hoi-dai-dien": lambda frame, _: RepresentativeQuestion(frame, _PEOPLE, _AUTHORISED, lambda *_: None),
        "hoi-ly-do": lambda frame, _: TextQuestion(frame, "In lại tờ này?", _SAID, "Lý do", "In lại"),
    }
