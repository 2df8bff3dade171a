"""The words of a congress: how far it and its posts are, why somebody is taken off the base, what is due."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.congress.appointing import PostKind
from desktop.services.congress.closing import DueKind
from desktop.services.congress.hands import HandsView, Subject
from desktop.services.congress.lists import NomineeView, Origin
from desktop.services.congress.preparing import TextKind
from desktop.services.congress.record import Vacancy
from desktop.services.congress.roll import Presence
from desktop.services.congress.views import CongressView, PostView
from desktop.services.congress.votes import Standing
from desktop.ui.widgets.state import State
from desktop.vietnamese.numerals import ordinal


def stage_state(stage: str) -> State:
    """Return how far a congress is."""
    tr = QCoreApplication.translate
    return {
        "planned": State("not_yet", tr("Congress", "đang chuẩn bị")),
        "open": State("doing", tr("Congress", "đang họp")),
        "closed": State("attention", tr("Congress", "chưa gửi báo cáo")),
        "sent": State("doing", tr("Congress", "chờ chuẩn y")),
        "approved": State("done", tr("Congress", "đã chuẩn y")),
        "cancelled": State("wrong", tr("Congress", "đã hủy")),
    }[stage]


def post_state(post: PostView) -> State:
    """Return how far a post is."""
    tr = QCoreApplication.translate
    if post.waits_for:
        return State("not_yet", tr("Congress", "chưa tới"))
    vote = post.votes[-1]
    left = vote.seats - sum(mark.elected for mark in vote.marks)
    return {
        Standing.WAITING: State("not_yet", tr("Congress", "chưa bầu")),
        Standing.OPEN: State("doing", tr("Congress", "đang bầu")),
        Standing.TO_DECIDE: State("attention", tr("Congress", "đại hội quyết định")),
        Standing.VOTE_AGAIN: State("attention", tr("Congress", "bầu lại")),
        Standing.RUN_OFF: State("attention", tr("Congress", "bầu lại {0} ghế").format(left)),
        Standing.FILLED: State("done", tr("Congress", "đã bầu đủ")),
        Standing.LEFT: State("attention", tr("Congress", "không bầu tiếp")),
        Standing.SUPERIOR_APPOINTS: State("attention", tr("Congress", "cấp trên chỉ định")),
        Standing.NO_QUORUM: State("wrong", tr("Congress", "chưa đủ người")),
    }[post.standing]


def deduction_word(reason: str) -> str:
    """Say for which reason members are taken off the base."""
    tr = QCoreApplication.translate
    return {
        "moved_out": tr("Congress", "Tạm thời ở nơi khác và vắng"),
        "exempt_absent": tr("Congress", "Miễn sinh hoạt và vắng"),
        "suspended": tr("Congress", "Đình chỉ sinh hoạt"),
        "detained": tr("Congress", "Khởi tố, truy tố, tạm giam"),
        "barred": tr("Congress", "Đình chỉ, khởi tố, tạm giam"),
        "excused": tr("Congress", "Vắng suốt đại hội, lý do được chấp nhận"),
    }[reason]


def presence_state(presence: Presence | None) -> State:
    """Return where a member is."""
    tr = QCoreApplication.translate
    if presence is None:
        return State("not_yet", tr("Congress", "chưa điểm danh"))
    return {
        Presence.PRESENT: State("done", tr("Congress", "có mặt")),
        Presence.EXCUSED: State("same", tr("Congress", "vắng, được chấp nhận")),
        Presence.ABSENT: State("attention", tr("Congress", "vắng")),
    }[presence]


def due_word(kind: DueKind) -> str:
    """Say what is due."""
    tr = QCoreApplication.translate
    return {
        DueKind.ANNOUNCED: tr("Congress", "Quyết định và thông báo ngày đại hội"),
        DueKind.REPORT: tr("Congress", "Báo cáo, biên bản lên Đảng ủy"),
        DueKind.COMPLAINTS: tr("Congress", "Hết hạn khiếu nại"),
        DueKind.HANDING_OVER: tr("Congress", "Bàn giao chi ủy"),
        DueKind.APPROVAL: tr("Congress", "Chuẩn y kết quả"),
        DueKind.DESTROYING: tr("Congress", "Được hủy phiếu niêm phong"),
        DueKind.ADDING: tr("Congress", "Được bổ sung người không quá nửa số phiếu"),
    }[kind]


def head_words(name: str, word: str, since: date | None) -> str:
    """Say of somebody who stands that they head the branch's hamlet, and since when they are recognised."""
    tr = QCoreApplication.translate
    if since is None:
        return tr("Congress", "{0}: {1}").format(name, word)
    return tr("Congress", "{0}: {1}, công nhận {2:%d/%m/%Y}").format(name, word, since)


def number_words(number: int | None, term: str) -> str:
    """Say which congress it is, of which term."""
    tr = QCoreApplication.translate
    term = term.replace(" - ", "–")
    if number is None:
        return tr("Congress", "nhiệm kỳ {0}").format(term)
    return tr("Congress", "lần thứ {0}, nhiệm kỳ {1}").format(ordinal(number), term)


def when_words(view: CongressView) -> str:
    """Say when and where a congress is held."""
    hour = f"{view.opening:%H:%M} " if view.opening else ""
    return ", ".join(part for part in (f"{hour}{view.held_on:%d/%m/%Y}", view.venue) if part)


def origin_word(origin: Origin) -> str:
    """Say who put somebody up."""
    tr = QCoreApplication.translate
    return {
        Origin.COMMITTEE: tr("Congress", "Cấp triệu tập đại hội"),
        Origin.FLOOR: tr("Congress", "Đề cử tại đại hội"),
        Origin.SELF: tr("Congress", "Tự ứng cử"),
    }[origin]


def nominee_state(one: NomineeView) -> State:
    """Say whether somebody is on the list, and what is missing."""
    tr = QCoreApplication.translate
    if one.in_committee is False:
        return State("wrong", tr("Congress", "không trúng chi ủy"))
    if one.withdraws and one.let_go is None:
        return State("attention", tr("Congress", "xin rút, chưa biểu quyết"))
    if one.withdraws and one.let_go:
        return State("same", tr("Congress", "đã cho rút"))
    if not one.stands:
        return State("attention", tr("Congress", "chưa đủ số đồng ý"))
    return State("done", tr("Congress", "có tên"))


def facts_of(step: str, view: CongressView) -> list[tuple[str, str]]:
    """Say what is known at a step that ends in paper; what isn't known yet is said too."""
    tr = QCoreApplication.translate
    unknown = tr("Congress", "chưa ghi")

    def day(on: date | None) -> str:
        return unknown if on is None else f"{on:%d/%m/%Y}"

    def hour(at: datetime | None) -> str:
        return unknown if at is None else f"{at:%H:%M %d/%m/%Y}"

    def due(kind: DueKind) -> str:
        return next((f"{each.day:%d/%m/%Y}" for each in view.dues if each.kind is kind), "–")

    elected = sum(len(post.elected) for post in view.posts)
    return {
        "minutes": [
            (tr("Congress", "Đọc báo cáo đảng viên dự"), hour(view.reported_at)),
            (tr("Congress", "Người trúng cử"), str(elected)),
            (tr("Congress", "Bế mạc"), hour(view.closed_at)),
        ],
        "reporting": [
            (tr("Congress", "Bế mạc"), hour(view.closed_at)),
            (tr("Congress", "Hạn gửi báo cáo"), due(DueKind.REPORT)),
            (tr("Congress", "Đã gửi"), day(view.report_sent_on)),
        ],
        "approval": [
            (tr("Congress", "Đã gửi báo cáo"), day(view.report_sent_on)),
            (tr("Congress", "Đảng ủy nhận"), day(view.received_on)),
            (tr("Congress", "Hạn chuẩn y"), due(DueKind.APPROVAL)),
            (tr("Congress", "Quyết định"), view.approval_number or unknown),
            (tr("Congress", "Ngày chuẩn y"), day(view.approved_on)),
        ],
    }.get(step, [])


def filling_state(filling: str) -> State:
    """Say how full a paper can be made."""
    tr = QCoreApplication.translate
    return {
        "full": State("done", tr("Congress", "bản đủ")),
        "half": State("doing", tr("Congress", "điền phần đã biết")),
        "blank": State("not_yet", tr("Congress", "bản trống")),
    }[filling]


def group_word(group: str) -> str:
    """Say when papers are wanted."""
    tr = QCoreApplication.translate
    return {
        "before": tr("Congress", "Chuẩn bị"),
        "votes": tr("Congress", "Bầu cử"),
        "day": tr("Congress", "Tại đại hội"),
        "after": tr("Congress", "Sau đại hội"),
    }[group]


def text_word(kind: TextKind) -> str:
    """Return the word of a text."""
    tr = QCoreApplication.translate
    return {
        TextKind.PROGRAMME: tr("Congress", "Chương trình"),
        TextKind.RULES: tr("Congress", "Quy chế làm việc"),
        TextKind.STANDARDS: tr("Congress", "Tiêu chuẩn, cơ cấu nhân sự"),
        TextKind.POLITICAL_REPORT: tr("Congress", "Báo cáo chính trị, tổng kết"),
        TextKind.REVIEW_REPORT: tr("Congress", "Báo cáo kiểm điểm của chi ủy"),
        TextKind.SPEECH: tr("Congress", "Phát biểu của cấp trên"),
        TextKind.DISCUSSION: tr("Congress", "Ý kiến thảo luận"),
        TextKind.TASKS: tr("Congress", "Chỉ tiêu, nhiệm vụ"),
        TextKind.GUESTS: tr("Congress", "Khách mời"),
        TextKind.BASES: tr("Congress", "Căn cứ tổ chức đại hội"),
        TextKind.PREPARATION: tr("Congress", "Phân công chuẩn bị"),
        TextKind.HANDED_OVER: tr("Congress", "Nội dung bàn giao"),
        TextKind.UNFINISHED: tr("Congress", "Việc dở dang khi bàn giao"),
    }[kind]


def text_hint(kind: TextKind) -> str:
    """Say how a text is written, and on which paper it stands."""
    tr = QCoreApplication.translate
    said = {
        TextKind.PROGRAMME: tr("Congress", "Mỗi dòng một việc: giờ | nội dung | ai điều hành."),
        TextKind.RULES: tr("Congress", "Mỗi dòng một điểm của quy chế."),
        TextKind.TASKS: tr("Congress", "Mỗi dòng một chỉ tiêu, nhiệm vụ của nghị quyết."),
        TextKind.GUESTS: tr("Congress", "Mỗi dòng một khách: đồng chí, chức vụ; có giấy mời, ghi biên bản."),
        TextKind.BASES: tr("Congress", "Mỗi dòng một căn cứ riêng; văn bản căn cứ tự in."),
        TextKind.PREPARATION: tr("Congress", "Mỗi dòng một việc: ai làm, xong khi nào; ghi trong thông báo."),
        TextKind.HANDED_OVER: tr(
            "Congress",
            "Mỗi dòng một thứ: nội dung | số lượng | ghi chú. Dòng “Chứng kiến: …” là người cấp trên.",
        ),
        TextKind.UNFINISHED: tr("Congress", "Việc chi ủy mới làm tiếp, ghi trong biên bản bàn giao."),
        TextKind.DISCUSSION: tr("Congress", "Tóm tắt ý kiến, ghi trong biên bản."),
        TextKind.SPEECH: tr("Congress", "Tóm tắt phát biểu chỉ đạo, ghi trong biên bản."),
    }
    return said.get(kind, tr("Congress", "Mỗi đoạn một dòng."))


def subject_words() -> tuple[tuple[Subject, str], ...]:
    """Return what a congress decides by raised hands as a whole, with its words."""
    tr = QCoreApplication.translate
    return (
        (Subject.PRESIDIUM, tr("Congress", "Đoàn chủ tịch, chủ tịch đại hội")),
        (Subject.SECRETARY, tr("Congress", "Thư ký đại hội")),
        (Subject.COUNTING, tr("Congress", "Ban kiểm phiếu")),
        (Subject.PROGRAMME, tr("Congress", "Chương trình")),
        (Subject.RULES, tr("Congress", "Quy chế làm việc")),
        (Subject.RESOLUTION, tr("Congress", "Nghị quyết đại hội")),
    )


def post_subject_words(post: str) -> tuple[tuple[Subject, str], ...]:
    """Return what a congress decides by raised hands of a post; the number of delegates is given to it."""
    tr = QCoreApplication.translate
    number = (Subject.SEATS, tr("Congress", "Số lượng bầu: {0}"))
    listed = (Subject.LIST, tr("Congress", "Danh sách bầu: {0}"))
    return (listed,) if post == "delegates" else (number, listed)


def appointed_word(post: PostKind) -> str:
    """Return the word of a post of a branch."""
    tr = QCoreApplication.translate
    return {
        PostKind.SECRETARY: tr("Congress", "Bí thư"),
        PostKind.DEPUTY_SECRETARY: tr("Congress", "Phó bí thư"),
        PostKind.COMMITTEE_MEMBER: tr("Congress", "Chi ủy viên"),
    }[post]


def vacancy_words(vacancy: Vacancy) -> str:
    """Say why a post is vacant, as a proposal to appoint somebody says it."""
    tr = QCoreApplication.translate
    post = appointed_word(vacancy.post).lower()
    if vacancy.refused:
        said = tr("Congress", "Đồng chí {0} không được chuẩn y chức danh {1} ({2}); chi bộ khuyết {1}")
        return said.format(vacancy.refused, post, vacancy.why.rstrip("."))
    if vacancy.why == Standing.SUPERIOR_APPOINTS:
        return tr("Congress", "Đại hội bầu {0} ba lần không đủ số phiếu; chi bộ khuyết {0}").format(post)
    return tr("Congress", "Đại hội bầu {0} chưa đủ và quyết định không bầu tiếp").format(post)


def hands_word(raised: HandsView) -> str:
    """Say on what hands were raised, and how many were for it."""
    tr = QCoreApplication.translate
    posts = {
        "committee": tr("Congress", "chi ủy"),
        "secretary": tr("Congress", "bí thư"),
        "deputy": tr("Congress", "phó bí thư"),
        "delegates": tr("Congress", "đại biểu"),
    }
    general = dict(subject_words())
    said = {
        Subject.SEATS: tr("Congress", "Số lượng bầu {0}"),
        Subject.LIST: tr("Congress", "Danh sách bầu {0}"),
        Subject.GOING_ON: tr("Congress", "Có bầu tiếp không"),
    }.get(raised.subject, general.get(raised.subject, ""))
    post = posts.get(raised.contest, "")
    return tr("Congress", "{0}: {1} đồng ý").format(said.format(post), raised.in_favour)
