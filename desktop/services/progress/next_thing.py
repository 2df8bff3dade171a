"""The next thing to do for a hamlet: what happened, what it means, and the one button that goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.rules.vote_state import VoteState
from desktop.services.progress.cells import Cell, Due
from desktop.services.progress.progress import ElectionProgress

_ENTER = "Người thứ nhất nhập từ tờ giấy đã ký."
_BALLOTS = "In thử một tờ, xem đúng rồi in đủ số phiếu."

# By step and by the first word of the cell; "" where the cell says nothing.
_WORDS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("roll", "Trống"): (
        "Chưa có hộ nào",
        "Chưa có hộ thì chưa chốt được danh sách, chưa in được phiếu. Nhập danh sách hộ của thôn.",
        "Nhập danh sách hộ",
    ),
    ("candidates", "Trùng"): (
        "Người ứng cử có tên trong tổ",
        "Người ứng cử không được ở trong tổ bầu cử hoặc ban kiểm phiếu (E502). Thay người đó.",
        "Sửa tổ bầu cử",
    ),
    ("candidates", "Muộn"): (
        "Danh sách ứng cử quá hạn {candidates}",
        "Chưa chốt thì chưa in được phiếu. Chọn người ứng cử rồi chốt danh sách.",
        "Lập danh sách ứng cử",
    ),
    ("candidates", "Thiếu"): (
        "Tổ bầu cử chưa đủ người",
        "Biên bản cần tên tổ trưởng, ban kiểm phiếu và người chứng kiến. Ghi họ tên từng người.",
        "Ghi tổ bầu cử",
    ),
    ("candidates", "Vòng"): (
        "Bầu lại: lập danh sách vòng {round}",
        "Danh sách hộ giữ như vòng trước. Chọn người ứng cử cho vòng này.",
        "Lập danh sách ứng cử",
    ),
    ("candidates", ""): (
        "Chưa chốt danh sách ứng cử",
        "Chốt xong mới in được phiếu. Hạn cuối là ngày {candidates}.",
        "Lập danh sách ứng cử",
    ),
    ("ballots", "Muộn"): ("Quá ngày bầu mà chưa in phiếu", f"Chưa mở họp được. {_BALLOTS}", "In phiếu"),
    ("ballots", "Gấp"): ("Sắp họp mà chưa in phiếu", _BALLOTS, "In phiếu"),
    ("ballots", ""): (
        "Phiếu chưa in",
        "In tờ phiếu đầu tiên là chốt danh sách hộ và quy định. Nên in thử một tờ trước.",
        "In phiếu",
    ),
    ("meeting", "Muộn"): (
        "Quá giờ{at_hour} mà chưa mở họp",
        "Chưa mở họp thì chưa nhập được số liệu. Gọi cho thôn rồi ghi giờ mở họp.",
        "Mở cuộc họp",
    ),
    ("meeting", "Lúc"): (
        "Hôm nay họp bầu lúc {opening}",
        "Phiếu đã in. Ghi giờ mở họp khi thôn báo về.",
        "Mở cuộc họp",
    ),
    ("meeting", "Hôm"): ("Hôm nay họp bầu", "Phiếu đã in. Ghi giờ mở họp khi thôn báo về.", "Mở cuộc họp"),
    ("meeting", ""): (
        "Đã in phiếu, chờ ngày họp {meets_on}",
        "Giấy tờ mang về thôn: sổ ký, tờ ghi phiếu, biên bản để trống.",
        "Xem bước họp",
    ),
    ("meeting", "Đã"): (
        "Đang họp",
        "Ghi số hộ có mặt, rồi số phiếu phát ra, không dùng và thu về.",
        "Ghi dự họp và phiếu",
    ),
    ("meeting", "*"): (
        "Đang họp, có {present} trên {electorate} hộ",
        "Họp xong thì ghi số phiếu phát ra, không dùng và thu về.",
        "Ghi dự họp và phiếu",
    ),
    ("counting", "Lệch"): (
        "Hai lần nhập lệch nhau {differing} ô",
        "Biên bản kiểm phiếu chưa lập được. Đọc lại các ô này trên tờ giấy đã ký rồi chốt.",
        "Đối chiếu {differing} ô lệch",
    ),
    ("counting", "Muộn"): (
        "Quá ngày bầu mà chưa nhập xong",
        "Chưa có kết quả thì chưa lập được biên bản. Nhập số liệu từ tờ giấy đã ký.",
        "Nhập số liệu",
    ),
    ("counting", "Thiếu"): (
        "Còn {unexplained} chỗ chưa giải trình",
        "Chưa chốt được kết quả. Sửa số theo giấy hoặc ghi một dòng giải trình.",
        "Xử lý {unexplained} chỗ",
    ),
    ("counting", "Chờ"): (
        "Hai lần nhập đã khớp",
        "Kết quả chưa chốt nên chưa in được biên bản.",
        "Xem và chốt kết quả",
    ),
    ("counting", "Lượt"): ("Họp xong, chưa nhập số liệu", _ENTER, "Nhập lần một"),
    ("counting", "Lập"): (
        "Kết quả được mở lại",
        "Hai người nhập lại từ đầu. Biên bản mới ghi chữ “thay thế”.",
        "Nhập lại số liệu",
    ),
    ("counting", ""): ("Chưa nhập số liệu", _ENTER, "Nhập lần một"),
    ("minutes", "Chờ"): (
        "Kết quả đã chốt, chưa in biên bản",
        "In biên bản cho ban kiểm phiếu và người chứng kiến ký.",
        "In biên bản",
    ),
    ("recognition", "Muộn"): (
        "Quá hạn công nhận ngày {recognition}",
        "Kết quả chưa có quyết định công nhận hoặc bầu lại. Ghi quyết định.",
        "Ghi quyết định",
    ),
    ("recognition", "Bầu"): (
        "Chưa ai trúng cử",
        "Xã ra quyết định bầu lại thì mới mở được vòng sau.",
        "Ghi quyết định bầu lại",
    ),
    ("recognition", "*"): (
        "Chờ công nhận kết quả",
        "Ghi quyết định công nhận chậm nhất ngày {recognition}.",
        "Ghi công nhận",
    ),
    ("recognition", ""): (
        "Chờ công nhận kết quả",
        "Ghi ngày nhận kết quả, rồi ghi quyết định công nhận.",
        "Ghi công nhận",
    ),
    ("sending", "Từ"): (
        "Gói gửi đi bị từ chối",
        "Kết quả chưa được tính. Xem lý do rồi đóng gói lại.",
        "Xem lý do từ chối",
    ),
    ("sending", "Gửi"): (
        "Quyết định chưa gửi lên",
        "Cấp trên có kết quả mà chưa có quyết định. Đóng gói gửi thêm.",
        "Đóng gói gửi thêm",
    ),
    ("sending", "Chờ"): (
        "Chờ biên nhận của cấp trên",
        "Có biên nhận mới là đã gửi. Khi biên nhận về thì nạp vào máy.",
        "Nạp biên nhận",
    ),
    ("sending", ""): (
        "Kết quả chưa gửi cấp trên",
        "Đóng gói các kết quả đã chốt, chép vào USB rồi gửi.",
        "Đóng gói gửi",
    ),
}
_SECOND = (
    "Đã nhập một lần, chờ lần hai",
    "Người thứ hai nhập lại từ tờ giấy, không nhìn số của lần một.",
    "Nhập lần hai",
)
_SIGN = (
    "Biên bản đã in, chưa có bản ký",
    "Nhận được biên bản đã ký thì chụp hoặc quét rồi đính vào đây.",
    "Đính biên bản đã ký",
)
_AGAIN = (
    "Phải bầu lại",
    "Đã có quyết định bầu lại. Mở vòng sau để lập danh sách ứng cử.",
    "Mở vòng sau",
)


@dataclass(frozen=True, slots=True)
class NextThing:
    """What a clerk does next for a hamlet.

    Attributes:
        headline: what happened.
        sentence: what it means, and what to do.
        button: words of the one button.
        place: key of the place that it opens.
        argument: what is shown there: an election's code and a step, or a hamlet's code.
        step: the step it is about; empty where there is no election yet.
    """

    headline: str
    sentence: str
    button: str
    place: str
    argument: object
    step: str


def next_thing(progress: ElectionProgress | None, hamlet: str, cells: Sequence[Cell], due: Due) -> NextThing:
    """Return the next thing: what is wrong, else the first step that was begun, else the first not begun.

    Args:
        progress: the hamlet's election, None where none is planned.
        hamlet: its code.
        cells: how far each step is.
        due: the last days of its steps.
    """
    if progress is None:
        return NextThing(
            "Chưa có ngày bầu trong đợt này",
            "Chưa xếp ngày bầu thì chưa lập được danh sách ứng cử và giấy tờ của thôn.",
            "Xếp ngày bầu",
            "today",
            ("plan", hamlet),
            "",
        )
    cell = _next_cell(cells)
    if cell is None:
        return NextThing(
            "Đã xong mọi bước",
            "Không còn việc nào của thôn này trong đợt.",
            "Xem lại",
            "election",
            (progress.code, "recognition"),
            "recognition",
        )
    facts = {
        "round": progress.round,
        "present": progress.present,
        "electorate": progress.electorate.frozen,
        "differing": progress.differing,
        "unexplained": progress.unexplained,
        "meets_on": f"{progress.meets_on:%d/%m}" if progress.meets_on else "",
        "opening": f"{progress.opening:%H:%M}" if progress.opening else "",
        "at_hour": f" {progress.opening:%H:%M}" if progress.opening else "",
        "candidates": _day(due, "candidates_before"),
        "recognition": _day(due, "recognition"),
    }
    headline, sentence, button = (text.format_map(facts) for text in _words(progress, cell))
    if cell.step == "roll":
        return NextThing(headline, sentence, button, "households", hamlet, "roll")
    return NextThing(headline, sentence, button, "election", (progress.code, cell.step), cell.step)


def _next_cell(cells: Sequence[Cell]) -> Cell | None:
    # The congress has no page yet, and a package that waits keeps nobody from the steps before it.
    asked = [cell for cell in cells if cell.step != "congress" and cell.kind != "done"]
    # Without households nothing else can be done, however late it is.
    first = [cell for cell in asked if cell.step == "roll" or cell.kind == "wrong"]
    begun = [cell for cell in asked if cell.kind in ("attention", "doing") and cell.step != "sending"]
    return next(iter([*first, *begun, *asked]), None)


def _words(progress: ElectionProgress, cell: Cell) -> tuple[str, str, str]:
    if cell.step == "minutes" and progress.minutes_printed:
        return _SIGN
    if cell.step == "counting" and progress.state is VoteState.COUNTED_ONCE and cell.kind == "doing":
        return _SECOND
    if cell.step == "recognition" and progress.state is VoteState.TO_HOLD_AGAIN:
        return _AGAIN
    word = cell.word.partition(" ")[0]
    known = _WORDS.get((cell.step, word)) or _WORDS.get((cell.step, "*"))
    return known or _WORDS[cell.step, ""]


def _day(due: Due, key: str) -> str:
    deadline = due.get(key)
    return f"{deadline.day:%d/%m}" if deadline else "theo kế hoạch của xã"
