"""Every paper of a hamlet's election: when it is wanted, how it is filled, what it needs for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from desktop.services.papers.fill import after, before
from desktop.services.papers.fill.day import cover_of, handover_of, sign_in_of, tally_of
from desktop.services.papers.fill.facts import printed_ballots
from desktop.services.papers.fill.source import PaperSource
from desktop.services.papers.fill.wall_sheet import wall_sheet_of
from desktop.services.papers.kept import BALLOT_FORM

Group = Literal["before", "day", "count", "after"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper of one hamlet's election.

    Attributes:
        form: its name in the catalogue of forms.
        short: what it is called in a list.
        group: the time at which it is wanted.
        fill: makes the form's input of what is known, or the input of its drawing for a pen.
        needs: keys of the facts without which it isn't full.
        by_hand: what the store never holds and is written with a pen; empty where that is nothing but
            signatures, the number and the day of signing.
        only_with: keys of the facts without which nothing but the blank makes sense.
        printed_at: the step of the election at which it is printed instead of here; empty for most.
    """

    form: str
    short: str
    group: Group
    fill: Callable[[PaperSource], Any]
    needs: tuple[str, ...] = ()
    by_hand: str = ""
    only_with: tuple[str, ...] = ()
    printed_at: str = ""


_ALL = (
    PaperKind(
        "wall-sheet",
        "Lịch các mốc",
        "before",
        lambda s: wall_sheet_of(s.session, s.vote, s.statute),
        ("day",),
    ),
    PaperKind(
        "call-decision",
        "Quyết định bầu cử",
        "before",
        before.call_decision,
        ("day", "hour", "venue", "plan"),
    ),
    PaperKind(
        "nomination-minutes",
        "Biên bản lập danh sách",
        "before",
        before.nomination_minutes,
        by_hand="thời gian, người dự, người được giới thiệu và số tán thành ở hội nghị",
    ),
    PaperKind(
        "candidate-list",
        "Danh sách người ứng cử",
        "before",
        before.candidate_list,
        ("day", "candidates"),
        by_hand="căn cứ, nghề nghiệp, nơi thường trú của người ứng cử",
    ),
    PaperKind("team-decision", "Quyết định lập Tổ bầu cử", "before", before.team_decision, ("day", "team")),
    PaperKind(
        "posted-roll",
        "Danh sách niêm yết",
        "before",
        before.posted_roll,
        ("households", "team_head"),
        by_hand="ngày và nơi niêm yết, nơi nhận phản ánh sai sót",
    ),
    PaperKind(
        "posting-sheet",
        "Bảng niêm yết có ảnh",
        "before",
        before.posting_sheet,
        ("day", "venue", "candidates", "team_head"),
        by_hand="nghề nghiệp, trình độ, nơi thường trú; ảnh chọn từ tệp hoặc dán",
    ),
    PaperKind(
        "invitation",
        "Giấy mời họp",
        "before",
        before.invitation,
        ("day", "hour", "venue", "team_head", "households"),
        by_hand="đầu mối liên hệ, tài liệu kèm theo",
    ),
    PaperKind(
        BALLOT_FORM,
        "Phiếu bầu cử",
        "day",
        lambda _: None,
        ("by_ballot", "candidates", "households"),
        only_with=("by_ballot", "candidates", "households"),
        printed_at="ballots",
    ),
    PaperKind(
        "separator-sheet",
        "Tờ ngăn",
        "day",
        after.separator_sheet,
        ("by_ballot", "candidates", "households"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "cover-checklist",
        "Phiếu kiểm phong bì",
        "day",
        lambda s: cover_of(s.session, s.vote),
        ("day", "hour", "venue", "team_head"),
        by_hand="danh mục giấy tờ; nút Phong bì ở bước Phiếu in sẵn danh mục",
    ),
    PaperKind(
        "ballot-handover",
        "Giao nhận phiếu bầu",
        "day",
        lambda s: handover_of(s.session, s.vote, printed_ballots(s.session, s.vote)),
        ("by_ballot", "ballots", "team"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "sign-in-roll",
        "Danh sách ký nhận phiếu",
        "day",
        lambda s: sign_in_of(s.session, s.vote),
        ("households", "team_head"),
    ),
    PaperKind(
        "meeting-minutes",
        "Biên bản cuộc họp",
        "day",
        after.meeting_minutes,
        ("candidates",),
        by_hand="chủ trì, thư ký, diễn biến và biểu quyết ở cuộc họp",
    ),
    PaperKind(
        "tally-sheet",
        "Bảng ghi kết quả",
        "count",
        lambda s: tally_of(s.session, s.vote),
        ("by_ballot", "candidates", "roll"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "stock-minutes",
        "Xác nhận số phiếu",
        "count",
        after.stock_minutes,
        ("by_ballot", "stock", "team", "witnesses"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "check-sheet",
        "Tờ kiểm tra số liệu",
        "count",
        after.check_sheet,
        by_hand="số liệu; bước Kiểm phiếu in sẵn khi đã có hai lần nhập",
    ),
    PaperKind(
        "counting-minutes",
        "Biên bản kiểm phiếu",
        "count",
        after.counting_minutes,
        ("count", "committee", "witnesses"),
    ),
    PaperKind(
        "handed-out-minutes",
        "Biên bản phát đến hộ",
        "count",
        after.handed_out_minutes,
        ("committee", "witnesses", "candidates"),
        by_hand="số liệu kiểm phiếu",
        only_with=("by_ballot",),
    ),
    PaperKind(
        "result-notice",
        "Thông báo kết quả",
        "after",
        after.result_notice,
        ("count", "committee", "witnesses", "team_head"),
    ),
    PaperKind("submission", "Tờ trình kết quả", "after", after.submission, ("count", "team_head")),
    PaperKind(
        "recognition-decision",
        "Quyết định công nhận",
        "after",
        after.recognition_decision,
        ("count", "decision"),
        only_with=("winner",),
    ),
    PaperKind(
        "hold-again-decision",
        "Quyết định bầu lại",
        "after",
        after.hold_again_decision,
        ("count", "decision"),
        only_with=("no_winner",),
    ),
)

KINDS: dict[str, PaperKind] = {kind.form: kind for kind in _ALL}
"""The papers by the names of their forms, in the order of an election."""
