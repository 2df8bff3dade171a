"""The words of what comes next at a congress: what it is, what it means, what its button does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.services.congress.closing import DueKind
from desktop.services.congress.views import CongressView, PostView, VoteView
from desktop.services.congress.votes import Standing


@dataclass(frozen=True, slots=True)
class NextSaid:
    """What comes next: a headline, a sentence, the words of the button."""

    headline: str
    sentence: str
    button: str


def next_said(view: CongressView) -> NextSaid | None:
    """Say what comes next at a congress; None where nothing is left."""
    post = next((each for each in view.posts if each.key == view.next), None)
    if post is not None:
        return post_said(post)
    return _others(view).get(view.next)


def post_said(post: PostView) -> NextSaid | None:
    """Say what comes next for a post; None once it is settled."""
    tr, vote, word = QCoreApplication.translate, post.votes[-1], post.post.lower()
    if post.standing in (Standing.WAITING, Standing.OPEN):
        return _voting(post, vote, word)
    missing = vote.seats - sum(mark.elected for mark in vote.marks)
    return {
        Standing.RUN_OFF: NextSaid(
            tr("Congress", "Bầu lại giữa {0} người bằng phiếu").format(sum(m.tied for m in vote.marks)),
            _tied(vote),
            tr("Congress", "Mở lần bầu thứ {0}").format(len(post.votes) + 1),
        ),
        Standing.VOTE_AGAIN: NextSaid(
            tr("Congress", "Bầu lại {0}").format(word),
            tr(
                "Congress", "Lần bầu không có giá trị, hoặc đại hội đã đồng ý bầu tiếp; còn thiếu {0}."
            ).format(missing),
            tr("Congress", "Mở lần bầu thứ {0}").format(len(post.votes) + 1),
        ),
        Standing.TO_DECIDE: NextSaid(
            tr("Congress", "Đại hội có bầu tiếp {0} không").format(word),
            tr(
                "Congress", "Còn thiếu {0} người. Có bầu tiếp hay không do đại hội giơ thẻ quyết định."
            ).format(missing),
            tr("Congress", "Ghi giơ thẻ…"),
        ),
        Standing.NO_QUORUM: NextSaid(
            tr("Congress", "Chưa đủ người dự lần bầu {0}").format(word),
            tr("Congress", "Lần bầu không có giá trị. Ghi đại hội có bầu tiếp hay không."),
            tr("Congress", "Ghi giơ thẻ…"),
        ),
    }.get(post.standing)


def step_said(key: str, view: CongressView) -> str:
    """Explain a step of a congress, for F1."""
    tr = QCoreApplication.translate
    said = {
        "preparing": tr(
            "Congress",
            "Viết chương trình, quy chế, báo cáo ở đây; viết tới đâu giữ tới đó. Số lượng bầu sửa "
            "được tới khi in "
            "phiếu. Ghi việc…: đề án nhân sự gửi lên, bị trả lại, được đồng ý.",
        ),
        "convening": tr(
            "Congress",
            "Ai cũng phải được báo, kể cả người được miễn sinh hoạt và người đang ở nơi khác. "
            "Enter ghi ngày báo "
            "của người đang chọn; Đã báo triệu tập… ghi cho mọi người chưa ghi. F8: tới người chưa báo.",
        ),
        "attending": tr(
            "Congress",
            "Enter ghi người đang chọn có mặt, lần nữa là vắng; F8 tới người chưa điểm danh. Đọc "
            "báo cáo thì danh "
            "sách được chốt; ai đến sau vẫn ghi có mặt được, lần bầu chưa phát phiếu sẽ tính.",
        ),
        "minutes": tr(
            "Congress",
            "Enter xem giấy tờ đang chọn, điền được tới đâu thì in tới đó. Bế "
            "mạc được khi mọi chức danh đã bầu "
            "xong hoặc đại hội quyết định không bầu tiếp.",
        ),
        "reporting": tr(
            "Congress",
            "In báo cáo, danh sách trích ngang và biên bản, ký rồi gửi Đảng "
            "ủy; ghi ngày gửi ở đây. Gói số liệu "
            "gửi ở Gửi cấp trên, lúc nào cũng được sau khi kiểm phiếu.",
        ),
        "approval": tr(
            "Congress",
            "Ghi ngày Đảng ủy nhận báo cáo, rồi số và ngày quyết định chuẩn y; người không được "
            "chuẩn y ghi rõ lý "
            "do. Ghi việc…: bàn giao chi ủy, hủy phiếu sau khi hết hạn niêm phong.",
        ),
        "papers": tr("Congress", "Enter xem giấy tờ đang chọn. Thiếu gì thì ghi ở cột Còn thiếu."),
    }
    if key in {post.key for post in view.posts}:
        return tr(
            "Congress",
            "Giới thiệu từng người, chốt danh sách bằng giơ thẻ, in phiếu, phát phiếu, rồi hai "
            "người nhập kết quả "
            "riêng. Ngoài danh sách cấp triệu tập thì phải có trên 30 % số người có mặt đồng ý.",
        )
    return said.get(key, "")


def _voting(post: PostView, vote: VoteView, word: str) -> NextSaid:
    tr = QCoreApplication.translate
    on_list = len(vote.marks) or sum(one.stands for one in post.nominees)
    count = tr("Congress", "Bầu {0}, danh sách {1} người.").format(vote.seats, on_list)
    waits = tr("Congress", " Bầu sau khi xong {0}.").format(post.waits_for.lower()) if post.waits_for else ""
    return {
        "draft": NextSaid(
            tr("Congress", "Lập danh sách bầu {0}").format(word),
            tr("Congress", "Bầu {0}, đã giới thiệu {1} người. Đại hội giơ thẻ chốt danh sách.").format(
                vote.seats, on_list
            )
            + waits,
            tr("Congress", "Xem danh sách bầu"),
        ),
        "listed": NextSaid(
            tr("Congress", "In phiếu bầu {0}").format(word), count, tr("Congress", "Xem danh sách bầu")
        ),
        "printed": NextSaid(
            tr("Congress", "Phát phiếu bầu {0}").format(word),
            tr("Congress", "{0} Phát phiếu rồi thì căn cứ của lần bầu này không đổi nữa.").format(count),
            tr("Congress", "Mở lần bầu"),
        ),
    }.get(
        vote.state,
        NextSaid(
            tr("Congress", "Kiểm phiếu bầu {0}").format(word),
            tr("Congress", "{0} Hai người nhập riêng theo biên bản; khớp mới có kết quả.").format(count),
            tr("Congress", "Mở kiểm phiếu"),
        ),
    )


def _tied(vote: VoteView) -> str:
    tr = QCoreApplication.translate
    tied = [mark for mark in vote.marks if mark.tied]
    names = tr("Congress", " và ").join(mark.name for mark in tied)
    left = vote.seats - sum(mark.elected for mark in vote.marks)
    share = f"{tied[0].votes}/{vote.base}" if tied else ""
    return tr(
        "Congress",
        "{0} cùng {1}, còn {2} ghế. Phiếu chỉ có tên những người này, ai cao hơn thì trúng, "
        "không cần quá nửa.",
    ).format(names, share, left)


def _others(view: CongressView) -> dict[str, NextSaid]:
    tr = QCoreApplication.translate
    quorum, report = view.stairs.quorum, _day(view, DueKind.REPORT)
    return {
        "prepare": NextSaid(
            tr("Congress", "Chuẩn bị đại hội"),
            tr("Congress", "Viết chương trình, báo cáo; gửi đề án nhân sự để Đảng ủy đồng ý."),
            tr("Congress", "Mở chuẩn bị"),
        ),
        "tell": NextSaid(
            tr("Congress", "Báo triệu tập"),
            tr(
                "Congress", "Còn {0}/{1} đảng viên chưa ghi đã báo, kể cả người được miễn, người ở nơi khác."
            ).format(view.untold, view.members),
            tr("Congress", "Mở triệu tập"),
        ),
        "report": NextSaid(
            tr("Congress", "Điểm danh, đọc báo cáo"),
            tr("Congress", "Còn {0} người chưa điểm danh. Có mặt {1}/{2}, cần ít nhất {3}.").format(
                view.uncalled, quorum.present, quorum.convened, quorum.needed
            ),
            tr("Congress", "Điểm danh"),
        ),
        "counters": NextSaid(
            tr("Congress", "Chọn người điều hành, ban kiểm phiếu"),
            tr("Congress", "Đại hội giơ thẻ. Người kiểm phiếu không có tên trong danh sách bầu."),
            tr("Congress", "Điều hành, kiểm phiếu…"),
        ),
        "close": NextSaid(
            tr("Congress", "Bế mạc"),
            tr("Congress", "Mọi chức danh đã xong. Ghi biểu quyết nghị quyết, rồi ghi bế mạc."),
            tr("Congress", "Ghi bế mạc"),
        ),
        "send": NextSaid(
            tr("Congress", "Gửi báo cáo đề nghị chuẩn y"),
            tr("Congress", "Báo cáo, biên bản, danh sách trích ngang lên Đảng ủy chậm nhất {0}.").format(
                report
            )
            if report
            else tr("Congress", "Báo cáo, biên bản, danh sách trích ngang lên Đảng ủy."),
            tr("Congress", "Ghi gửi báo cáo…"),
        ),
        "receive": NextSaid(
            tr("Congress", "Đảng ủy nhận báo cáo"),
            tr("Congress", "Hạn chuẩn y tính theo ngày làm việc từ ngày Đảng ủy nhận."),
            tr("Congress", "Ghi Đảng ủy nhận…"),
        ),
        "approve": NextSaid(
            tr("Congress", "Chuẩn y kết quả"),
            tr("Congress", "Ghi số, ngày quyết định; người không được chuẩn y ghi lý do."),
            tr("Congress", "Ghi quyết định chuẩn y…"),
        ),
    }


def _day(view: CongressView, kind: DueKind) -> str:
    return next((f"{due.day:%d/%m/%Y}" for due in view.dues if due.kind is kind), "")
