"""What an outcome is called: its headline, the threshold it was measured by, what is done next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.counting.counting_views import CountingView, OutcomeView
from desktop.vietnamese.numerals import level


def headline(view: CountingView, outcome: OutcomeView) -> str:
    """Say in a line what was decided."""
    say = QCoreApplication.translate
    if view.base is not None and len(outcome.shares) > 1:
        return _of_several(view, outcome)
    if outcome.outcome == "elected":
        names = [share.name for share in outcome.shares if share.elected]
        return say("Outcome", "Trúng cử: {0}").format(", ".join(names))
    if outcome.outcome in ("no_quorum", "void"):
        return _not_valid(view, outcome)
    if outcome.tied:
        tied = say("Outcome", " và ").join(outcome.tied)
        goes_on = outcome.outcome == "run_off"
        words = "Bằng phiếu: bầu tiếp giữa {0}" if goes_on else "{0} bằng phiếu: tổ chức bầu lại"
        return say("Outcome", words).format(tied)
    if view.base is not None:
        return say("Outcome", "Không ai được {0} số {1}").format(_level(outcome), unit_word(outcome))
    return say("Outcome", "Chưa đủ {0} số {1}: tổ chức bầu lại").format(_level(outcome), unit_word(outcome))


def threshold_words(view: CountingView, outcome: OutcomeView) -> str:
    """Say what the tick of a bar stands for, or by what a meeting fell short."""
    say, unit = QCoreApplication.translate, unit_word(outcome)
    if outcome.clause.key == "quorum":
        return say("Outcome", "Dự họp {0}/{1} {2}; cần ít nhất {3} {2} trong danh sách.").format(
            outcome.present, outcome.base, unit, outcome.needed
        )
    if outcome.needed is None:
        return say("Outcome", "Bầu tiếp giữa những người bằng phiếu: ai được nhiều phiếu hơn thì trúng cử.")
    if view.base is not None:
        off = view.electorate - outcome.base
        why = say("Outcome", " {0} = {1} triệu tập, trừ {2} người có nêu tên trong danh sách.").format(
            outcome.base, view.electorate, off
        )
        tick = say("Outcome", "Vạch đen: {0} của {1}, từ {2} phiếu.").format(
            _level(outcome), outcome.base, outcome.needed
        )
        return tick + (why if off else "")
    return say("Outcome", "Vạch đen: {0} {2}, {3} của {1} {2} trong danh sách").format(
        outcome.needed, outcome.base, unit, _level(outcome)
    )


def next_words(view: CountingView, outcome: OutcomeView) -> str:
    """Say what is done next."""
    say = QCoreApplication.translate
    if view.base is not None:
        return _at_congress(outcome)
    if outcome.hold_again_by is not None:
        day = f"{outcome.hold_again_by:%d/%m/%Y}"
        return say("Outcome", "Bước tiếp: bầu lại chậm nhất ngày {0}.").format(day)
    if outcome.next == "recognition":
        return say("Outcome", "Bước tiếp: lập biên bản, trình Ủy ban nhân dân xã công nhận.")
    if outcome.next == "run_off":
        return say("Outcome", "Bước tiếp: lập biên bản; Ủy ban nhân dân xã quyết định bầu tiếp.")
    return say("Outcome", "Bước tiếp: lập biên bản; Ủy ban nhân dân xã quyết định bầu lại.")


def unit_word(outcome: OutcomeView) -> str:
    """Return the word of whom the base counts."""
    say = QCoreApplication.translate
    words = {
        "households": say("Outcome", "hộ"),
        "voters": say("Outcome", "cử tri"),
        "present": say("Outcome", "người dự"),
    }
    return words.get(outcome.base_kind, say("Outcome", "đảng viên"))


def _of_several(view: CountingView, outcome: OutcomeView) -> str:
    say, elected = QCoreApplication.translate, len(outcome.elected)
    if outcome.outcome in ("no_quorum", "void"):
        return _not_valid(view, outcome)
    if outcome.tied:
        tied = say("Outcome", "{0} người bằng phiếu cho {1} ghế").format(
            len(outcome.tied), view.seats - elected
        )
        return say("Outcome", "Trúng cử {0} người, {1}").format(elected, tied) if elected else tied
    if elected < view.seats:
        return say("Outcome", "Trúng cử {0} người, còn thiếu {1}").format(elected, view.seats - elected)
    return say("Outcome", "Trúng cử đủ {0} người").format(elected)


def _not_valid(view: CountingView, outcome: OutcomeView) -> str:
    say = QCoreApplication.translate
    if outcome.outcome == "void":
        return say("Outcome", "Thu về nhiều hơn phát ra: lần bầu không có giá trị")
    if view.base is not None:
        return say("Outcome", "Chưa đủ người dự: lần bầu không có giá trị")
    return say("Outcome", "Chưa đủ người dự: cuộc họp không có giá trị")


def _at_congress(outcome: OutcomeView) -> str:
    say = QCoreApplication.translate
    if outcome.next == "run_off":
        return say(
            "Outcome",
            "Bước tiếp: bầu lại giữa những người bằng phiếu; ai cao hơn thì trúng, không cần quá nửa.",
        )
    if outcome.next == "superior_appoints":
        return say("Outcome", "Bước tiếp: báo cáo Đảng ủy; cấp trên chỉ định.")
    if outcome.next == "approval":
        return say("Outcome", "Bước tiếp: công bố kết quả, lập biên bản kiểm phiếu.")
    if outcome.outcome == "void":
        return say("Outcome", "Bước tiếp: lập biên bản, bầu lại với danh sách này.")
    return say("Outcome", "Bước tiếp: lập biên bản; đại hội quyết định có bầu tiếp hay không.")


def _level(outcome: OutcomeView) -> str:
    return level(outcome.share, at_least=outcome.at_least) if outcome.share is not None else ""
