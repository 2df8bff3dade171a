"""What a dismissal is called on the screen: who asks, how far it has come, what comes next, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.rules.dismissal import AskedBy, DismissalState, DismissalStep, MeetingForm
from desktop.services.dismissals.proposals import ProposalOutcome
from desktop.services.dismissals.views import DismissalView, MeetingView, StepView
from desktop.ui.widgets.state import State


@dataclass(frozen=True, slots=True)
class NextDone:
    """The next thing of a dismissal: what happened, and what to do."""

    headline: str
    sentence: str


def _tr(words: str) -> str:
    return QCoreApplication.translate("Dismissals", words)


def way_words(asked_by: AskedBy) -> str:
    """Say who asks."""
    return {
        AskedBy.HEAD: _tr("Trưởng thôn xin thôi"),
        AskedBy.FRONT_BOARD: _tr("Trưởng ban công tác Mặt trận đề nghị"),
        AskedBy.PETITION: _tr("Hộ gia đình kiến nghị"),
    }[asked_by]


def way_word(asked_by: AskedBy) -> str:
    """Say in few words who asks, for a table."""
    return {
        AskedBy.HEAD: _tr("Tự xin thôi"),
        AskedBy.FRONT_BOARD: _tr("Mặt trận đề nghị"),
        AskedBy.PETITION: _tr("Hộ dân kiến nghị"),
    }[asked_by]


def paper_word(form: str) -> str:
    """Name a paper in few words, for a button."""
    return {
        "dismissal-request": _tr("Đơn xin thôi"),
        "dismissal-proposal": _tr("Giấy đề nghị"),
        "dismissal-petition": _tr("Đơn kiến nghị"),
        "dismissal-invitation": _tr("Giấy mời họp"),
        "dismissal-minutes": _tr("Biên bản họp"),
        "dismissal-counting-minutes": _tr("Biên bản kiểm phiếu"),
        "dismissal-submission": _tr("Tờ trình kết quả họp"),
        "dismissal-decision": _tr("Quyết định công nhận"),
        "dismissal-commune-decision": _tr("Quyết định cho thôi của xã"),
        "dismissal-answer": _tr("Văn bản trả lời"),
    }[form]


def form_words(form: MeetingForm) -> str:
    """Say how a meeting decides."""
    return {
        MeetingForm.HANDS: _tr("Giơ tay"),
        MeetingForm.SECRET: _tr("Bỏ phiếu kín"),
        MeetingForm.SLIPS: _tr("Phát phiếu đến hộ"),
    }[form]


def state_of(view: DismissalView) -> State:
    """Say how far a dismissal has come, as a table shows it."""
    words = {
        DismissalState.ASKED: State("attention", _tr("Chờ xã trả lời")),
        DismissalState.REFUSED: State("done", _tr("Không xem xét")),
        DismissalState.ACCEPTED: State("doing", _tr("Chờ họp")),
        DismissalState.TOO_FEW: State("attention", _tr("Họp thiếu người")),
        DismissalState.AGREED: State("doing", _tr("Họp tán thành")),
        DismissalState.NOT_AGREED: State("attention", _tr("Họp không tán thành")),
        DismissalState.SENT: State("attention", _tr("Chờ công nhận")),
        DismissalState.RECOGNISED: State("done", _tr("Đã cho thôi")),
        DismissalState.ANSWERED: State("done", _tr("Không công nhận")),
        DismissalState.DECIDED: State("done", _tr("Xã đã cho thôi")),
        DismissalState.KEPT: State("done", _tr("Không cho thôi")),
    }
    if view.is_ended and not view.head:
        return State("attention", _tr("Chờ bầu thay") if not view.replacement else _tr("Đang bầu thay"))
    return words[view.state]


def outcome_of(outcome: ProposalOutcome | None) -> State:
    """Say what became of a proposal."""
    if outcome is None:
        return State("attention", _tr("Chưa xem xét"))
    return State(
        "done",
        {
            ProposalOutcome.DISMISSAL: _tr("Đã lập hồ sơ cho thôi"),
            ProposalOutcome.STAYS: _tr("Tiếp tục giữ chức"),
            ProposalOutcome.WITHDRAWN: _tr("Rút đề xuất"),
        }[outcome],
    )


def step_button(step: DismissalStep) -> str:
    """Say what a button of a step does."""
    return {
        DismissalStep.ACCEPT: _tr("Ghi đồng ý họp…"),
        DismissalStep.REFUSE: _tr("Không xem xét…"),
        DismissalStep.HOLD: _tr("Ghi kết quả họp…"),
        DismissalStep.SEND: _tr("Ghi ngày xã nhận…"),
        DismissalStep.RECOGNISE: _tr("Ghi quyết định công nhận…"),
        DismissalStep.ANSWER: _tr("Không công nhận…"),
        DismissalStep.DECIDE: _tr("Ghi quyết định cho thôi…"),
        DismissalStep.KEEP: _tr("Không cho thôi…"),
    }[step]


def step_headline(step: DismissalStep) -> tuple[str, str]:
    """Say what a question of a step asks, and what follows from the answer."""
    return {
        DismissalStep.ACCEPT: (
            _tr("Xã đồng ý đưa ra cuộc họp"),
            _tr("Ngày, giờ, nơi họp in vào giấy mời; chưa rõ thì bỏ trống, ghi sau bằng bút."),
        ),
        DismissalStep.REFUSE: (
            _tr("Xã không đưa ra cuộc họp"),
            _tr("Lý do in vào văn bản trả lời. Trưởng thôn tiếp tục giữ chức."),
        ),
        DismissalStep.SEND: (
            _tr("Xã nhận kết quả cuộc họp"),
            _tr("Từ ngày này tính thời hạn công nhận hoặc trả lời."),
        ),
        DismissalStep.RECOGNISE: (
            _tr("Ủy ban nhân dân xã công nhận cho thôi"),
            _tr("Trưởng thôn thôi giữ chức từ ngày quyết định; thời hạn bầu người mới bắt đầu tính."),
        ),
        DismissalStep.ANSWER: (
            _tr("Ủy ban nhân dân xã không công nhận"),
            _tr("Lý do in vào văn bản trả lời. Trưởng thôn tiếp tục giữ chức."),
        ),
        DismissalStep.DECIDE: (
            _tr("Xã quyết định cho thôi"),
            _tr("Chỉ ghi khi đã thống nhất với Mặt trận Tổ quốc xã. Trưởng thôn thôi giữ chức từ ngày này."),
        ),
        DismissalStep.KEEP: (
            _tr("Xã không cho thôi"),
            _tr("Lý do in vào văn bản trả lời. Trưởng thôn tiếp tục giữ chức."),
        ),
    }[step]


def step_done(step: StepView) -> str:
    """Say a step that was taken, with its day, paper and figures."""
    words = {
        DismissalStep.ACCEPT: _tr("Xã đồng ý đưa ra cuộc họp"),
        DismissalStep.REFUSE: _tr("Xã trả lời không xem xét"),
        DismissalStep.HOLD: _tr("Họp"),
        DismissalStep.SEND: _tr("Xã nhận kết quả họp"),
        DismissalStep.RECOGNISE: _tr("Công nhận cho thôi"),
        DismissalStep.ANSWER: _tr("Trả lời không công nhận"),
        DismissalStep.DECIDE: _tr("Xã quyết định cho thôi"),
        DismissalStep.KEEP: _tr("Xã không cho thôi"),
    }[step.step]
    said = [f"{step.on:%d/%m/%Y}", words]
    if step.paper_number:
        said.append(_tr("số {0}").format(step.paper_number))
    if step.meets_on is not None:
        said.append(_tr("họp ngày {0}").format(f"{step.meets_on:%d/%m/%Y}"))
    if step.meeting is not None:
        said.append(figures_words(step.meeting))
    return ", ".join(said)


def figures_words(meeting: MeetingView) -> str:
    """Say who agreed out of how many."""
    return _tr("{0}: {1}/{2} tán thành, cần ít nhất {3}").format(
        form_words(meeting.form).lower(), meeting.agree, meeting.entitled, meeting.needed
    )


def next_of(view: DismissalView) -> NextDone:
    """Say what comes next."""
    caller = _tr("Chủ tịch UBND xã") if view.chair_calls else _tr("Trưởng ban công tác Mặt trận")
    said: Mapping[DismissalState, NextDone] = {
        DismissalState.ASKED: NextDone(
            _tr("Xã trả lời đề nghị"),
            _tr("Chủ tịch UBND xã xem xét để đưa ra cuộc họp, hoặc trả lời không xem xét và nêu lý do."),
        ),
        DismissalState.ACCEPTED: NextDone(
            _tr("Họp cộng đồng dân cư"),
            _tr("{0} triệu tập và chủ trì. In giấy mời, họp, rồi ghi kết quả.").format(caller),
        ),
        DismissalState.TOO_FEW: NextDone(
            _tr("Cuộc họp không đủ người dự"),
            _tr("Họp lại, hoặc phát phiếu đến hộ nếu luật cho phép, rồi ghi kết quả."),
        ),
        DismissalState.AGREED: NextDone(
            _tr("Gửi kết quả họp về xã"),
            _tr("Cuộc họp tán thành. In tờ trình, gửi kèm biên bản; xã nhận ngày nào thì ghi ngày đó."),
        ),
        DismissalState.NOT_AGREED: NextDone(
            _tr("Xã quyết định"),
            _tr("Cuộc họp không tán thành. Xã thống nhất với Mặt trận xã rồi quyết định cho thôi hay không."),
        ),
        DismissalState.SENT: NextDone(
            _tr("Xã công nhận hoặc trả lời"),
            _tr("Ghi quyết định công nhận cho thôi, hoặc văn bản trả lời nêu lý do."),
        ),
        DismissalState.REFUSED: NextDone(_tr("Đã trả lời"), _tr("Xã không xem xét; Trưởng thôn giữ chức.")),
        DismissalState.ANSWERED: NextDone(
            _tr("Đã trả lời"), _tr("Xã không công nhận; Trưởng thôn giữ chức.")
        ),
        DismissalState.KEPT: NextDone(_tr("Đã kết thúc"), _tr("Xã không cho thôi; Trưởng thôn giữ chức.")),
    }
    if view.state in said:
        return said[view.state]
    if view.head:
        return NextDone(
            _tr("Đã có Trưởng thôn mới"), _tr("{0} giữ chức; việc cho thôi đã xong.").format(view.head)
        )
    if view.replacement:
        day = f"{view.replaced_on:%d/%m/%Y}" if view.replaced_on is not None else ""
        return NextDone(
            _tr("Bầu người thay"), _tr("Cuộc bầu thay ngày {0} đã có trong kế hoạch.").format(day)
        )
    if not view.provisional:
        return NextDone(
            _tr("Cử người lâm thời, lập kế hoạch bầu thay"),
            _tr("Ghi người lâm thời ở ô của thôn trên trang Thôn, bản; lập cuộc bầu thay ở đây."),
        )
    return NextDone(
        _tr("Lập kế hoạch bầu thay"),
        _tr("{0} đang giữ nhiệm vụ lâm thời.").format(view.provisional),
    )


def open_words(point: str) -> str:
    """Say a question that the law of the day leaves open."""
    return {
        "asked_by": _tr("ai được đề nghị"),
        "petition": _tr("bao nhiêu hộ ký thì phải xem xét"),
        "answer_to_request": _tr("xã trả lời đề nghị trong mấy ngày"),
        "called_by": _tr("ai triệu tập cuộc họp"),
        "recognition": _tr("xã công nhận trong mấy ngày"),
        "not_agreed": _tr("cuộc họp không tán thành thì ai quyết định"),
        "decision_days": _tr("họp không tán thành thì xã quyết định trong mấy ngày"),
        "replacement": _tr("bầu người mới trong mấy ngày"),
        "provisional": _tr("người lâm thời giữ nhiệm vụ bao lâu"),
    }[point]
