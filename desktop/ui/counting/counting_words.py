"""The words of the counting step: what the primary button does, who typed, what a line means."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.rules.vote_state import VoteState as S
from desktop.services.counting.cluster_figures import part_of
from desktop.services.counting.counting_views import CountingView
from desktop.services.counting.entries import EntryView
from desktop.services.office.workplace import local
from desktop.ui.counting.count_lines import invalid_ballots
from desktop.ui.counting.entry_editor import EntryEditor


def primary_words(view: CountingView, editor: EntryEditor | None) -> tuple[str, str, bool]:
    """Return what the primary button says, the note before it, and whether it can be pressed now."""
    say = QCoreApplication.translate
    if editor is not None:
        return _while_typing(view, editor)
    if view.state == S.AGREED:
        lacks = _lacks(view)
        return say("Count", "Chốt kết quả"), lacks, not lacks
    said = {
        S.MEETING: ("Nhập lượt 1", "Hai người nhập, mỗi người một lượt"),
        S.COUNTED_ONCE: ("Nhập lượt 2", "Người khác nhập, không nhìn thấy lượt 1"),
    }
    if view.state in said:
        words, note = said[S(view.state)]
        return say("Count", words), say("Count", note), True
    if view.state == S.DIFFERENT:
        return say("Count", "Đối chiếu {0} ô lệch").format(len(view.differing)), "", True
    if view.made is not None:
        return say("Count", "Sang biên bản"), "", True
    return say("Count", "Sang bước Họp"), say("Count", "Cuộc họp chưa khai mạc"), True


def entries_made(view: CountingView, editor: EntryEditor | None) -> str:
    """Say who typed which entry and when, or who is typing."""
    say = QCoreApplication.translate
    if editor is not None:
        return say("Count", "{0} đang nhập. Enter: ô dưới. Esc: thôi nhập, số đã gõ được giữ.").format(
            editor.entry.operator.name
        )
    said = [
        say("Count", "Lượt {0}: {1}, {2}.").format(
            made.number, made.operator.name, f"{local(made.made_at):%H:%M}"
        )
        for made in view.entries
    ]
    if len(view.entries) == 2:
        said.append(say("Count", "Lượt 2 không thấy lượt 1."))
    if view.made is not None and view.made.single_operator:
        said.append(say("Count", "Một người nhập."))
    if view.reopened_because:
        said.append(
            say("Count", "Lần lập {0}, thay thế lần {1}: {2}.").format(
                view.revision, view.revision - 1, view.reopened_because
            )
        )
    return "  ".join(said) or say("Count", "Chưa ai nhập.")


def entered_words(entry: EntryView, *, alone: bool = False) -> tuple[str, str]:
    """Say what came of an entry, and its kind for the message bar."""
    say = QCoreApplication.translate
    if entry.differing:
        said = say("Count", "Hai lượt nhập khác nhau ở {0} ô. Đọc tờ giấy đã ký, gõ lại các ô này.")
        return said.format(len(entry.differing)), "attention"
    if alone:
        return say("Count", "Đã ghi số liệu của một người nhập. Xem kết quả rồi chốt."), "done"
    if entry.state == S.AGREED:
        return say("Count", "Số liệu đã khớp. Xem kết quả rồi chốt."), "done"
    return say("Count", "Đã ghi lượt 1. Mời người khác nhập lượt 2."), "done"


def about_field(field: str, view: CountingView) -> str:
    """Explain a line of the form, and cite the rule, in the words of whoever votes."""
    say, field = QCoreApplication.translate, part_of(field)
    said = {
        "electorate": say(
            "Count", "Tổng số trong danh sách đã chốt, đại diện hộ hoặc cử tri. Mọi tỷ lệ tính trên số này."
        ),
        "present": say(
            "Count", "Số đại diện hộ, hoặc cử tri, có mặt. Không nhiều hơn tổng số trong danh sách."
        ),
        "printed": say("Count", "Số phiếu đã in và đóng dấu, lấy từ sổ phiếu."),
        "issued": say("Count", "Số phiếu đã phát. Không nhiều hơn số người có mặt."),
        "unused": say("Count", "Phiếu còn lại và phiếu đổi do hỏng. Phát ra cộng số này bằng số đã in."),
        "returned": say("Count", "Số phiếu trong hòm. Không nhiều hơn số phiếu phát ra."),
        "valid": say("Count", "Phiếu hợp lệ. Hợp lệ cộng không hợp lệ bằng số thu về."),
        "invalid": say("Count", "Phiếu không hợp lệ. Từ 3 % và từ 3 phiếu trở lên thì cần giải trình."),
        "votes": say("Count", "Số phiếu bầu cho người này. Không nhiều hơn số phiếu hợp lệ."),
    }
    if view.handed_out:
        said |= {
            "votes": say("Count", "Số phiếu lấy ý kiến đồng ý, không đồng ý. Không nhiều hơn số hợp lệ."),
            "electorate": say("Count", "Tổng số hộ trong danh sách đã chốt. Mọi tỷ lệ tính trên số này."),
            "printed": say("Count", "Số phiếu lấy ý kiến đã in, lấy từ sổ phiếu."),
            "issued": say("Count", "Số phiếu đã phát. Không nhiều hơn số hộ trong danh sách."),
            "returned": say("Count", "Số phiếu thu về. Không nhiều hơn số phiếu phát ra."),
        }
    if view.base is not None:
        said |= {
            "electorate": say("Count", "Số đảng viên chính thức được triệu tập, theo báo cáo đã đọc."),
            "base": say("Count", "Số đảng viên còn lại sau các khoản trừ. Mọi tỷ lệ tính trên số này."),
            "present": say("Count", "Số đảng viên chính thức có mặt lúc phát phiếu, theo điểm danh."),
            "returned": say("Count", "Số phiếu trong hòm. Nhiều hơn số phát ra thì lần bầu vô hiệu."),
        }
    return said.get(field, said["votes"])


def _lacks(view: CountingView) -> str:
    say = QCoreApplication.translate
    written, invalid = sum(one.count for one in view.invalid_reasons), invalid_ballots(view)
    unexplained = sum(
        found.explanation is None and not found.problem.code.startswith("N") for found in view.findings
    )
    if view.outcome is None:
        return say("Count", "Còn mục để trống")
    if unexplained:
        return say("Count", "Còn {0} chỗ phải sửa hoặc giải trình").format(unexplained)
    if written not in (0, invalid):
        return say("Count", "Lý do không hợp lệ chưa đủ {0} phiếu").format(invalid)
    return ""


def _while_typing(view: CountingView, editor: EntryEditor) -> tuple[str, str, bool]:
    say = QCoreApplication.translate
    total = len(editor.entry.fields)
    note = say("Count", "Đã gõ {0}/{1} ô").format(editor.typed_count(), total)
    if not editor.is_readable():
        return say("Count", "Ghi lượt nhập"), say("Count", "Có ô không phải là số"), False
    if editor.entry.task == "correct":
        return say("Count", "Chốt {0} ô theo tờ giấy").format(total), note, editor.is_whole()
    if editor.alone:
        return say("Count", "Ghi lượt nhập duy nhất"), note, editor.typed_count() > 0
    return say("Count", "Ghi lượt nhập {0}").format(len(view.entries) + 1), note, editor.typed_count() > 0


def tally_notes(view: CountingView) -> str:
    """Say what counts ballot by ballot leave to be looked at; empty where nothing is."""
    say = QCoreApplication.translate
    notes = [
        say("Count", "{0} đọc khác số phiếu trong hòm: {1}.").format(made.operator.name, made.unlike_box)
        for made in view.tallies
        if made.unlike_box
    ]
    if view.reasons_differ:
        notes.append(
            say(
                "Count",
                "Hai lượt kiểm ghi lý do không hợp lệ khác nhau: ghi lý do đúng ở Lý do không hợp lệ.",
            )
        )
    return "\n".join(notes)
