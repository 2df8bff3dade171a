"""What comes next for a hamlet, in words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.chain.views import ChainRow
from desktop.ui.chain.words import day_words, tr


@dataclass(frozen=True, slots=True)
class NextWords:
    """What comes next in words: headline, sentence, and the button's word."""

    headline: str
    sentence: str
    button: str


def next_words(row: ChainRow) -> NextWords:
    """Say what comes next for a hamlet."""
    head = row.chain.head.votes.name if row.chain.head.votes is not None else ""
    hamlet = row.chain.hamlet
    open_it, congress_of = tr("Mở đại hội {0}").format(row.chain.name), tr("Mở đại hội")
    if row.next is None:
        return NextWords(tr("Chuỗi đã xong"), tr("Từ phương án tới chuẩn y không còn việc nào."), "")
    said = {
        "plan.draft": (
            tr("Ghi phương án nhân sự"),
            tr("Trình Đảng ủy phương án nhân sự Trưởng thôn; duyệt xong mới in phiếu bầu."),
            tr("Ghi phương án"),
        ),
        "plan.submitted": (
            tr("Chờ duyệt phương án"),
            tr("Phương án đã trình {0}. Ghi khi Đảng ủy duyệt hoặc trả lại.").format(
                day_words(row.chain.facts.plan_on)
            ),
            tr("Ghi kết quả duyệt"),
        ),
        "plan.returned": (
            tr("Trình lại phương án"),
            tr("Phương án bị trả lại: {0}").format(row.chain.plan_reason),
            tr("Ghi trình lại"),
        ),
        "plan.approved": (tr("Phương án đã duyệt"), "", tr("Ghi phương án")),
        "head.elect": (
            tr("Bầu Trưởng thôn"),
            tr("Phương án đã duyệt, in phiếu được. Ngày bầu {0}.").format(
                day_words(row.chain.facts.election_on) or tr("chưa định")
            ),
            tr("Mở cuộc bầu"),
        ),
        "head.told": (
            tr("Chờ kết quả bầu, công nhận"),
            tr("Ủy ban nhân dân xã bầu và công nhận Trưởng thôn; nhận gói kết quả của xã vào máy này."),
            tr("Mở Gửi cấp trên"),
        ),
        "head.again": (
            tr("Bầu lại Trưởng thôn"),
            tr("Lần bầu trước không ai quá nửa."),
            tr("Mở cuộc bầu"),
        ),
        "recognition.sign": (
            tr("Lưu biên bản đủ chữ ký"),
            tr("{0} đã trúng cử. Lưu bản chụp biên bản đủ chữ ký rồi mới ghi công nhận.").format(head),
            tr("Mở bước Biên bản"),
        ),
        "recognition.decide": (
            tr("Ghi quyết định công nhận"),
            tr("{0} đã trúng cử, biên bản đủ chữ ký.").format(head),
            tr("Mở bước Công nhận"),
        ),
        "congress.branch": (
            tr("Ghi chi bộ của thôn"),
            tr("{0} chưa thuộc chi bộ nào trong sổ.").format(hamlet),
            tr("Mở Chi bộ, đảng viên"),
        ),
        "congress.plan": (
            tr("Lập đại hội chi bộ"),
            tr("{0} đã được công nhận; chi bộ chưa có kế hoạch đại hội.").format(head or hamlet),
            tr("Mở Đại hội chi bộ"),
        ),
        "congress.carry_over": (
            tr("Chuyển Trưởng thôn vào danh sách"),
            tr("{0} đã được công nhận và là đảng viên của chi bộ: đưa vào danh sách bầu bí thư.").format(
                head
            ),
            tr("Chuyển vào danh sách"),
        ),
        "congress.open": (
            tr("Khai mạc đại hội"),
            tr("Đại hội {0}. Điểm danh, báo cáo đủ hai phần ba rồi bầu.").format(
                day_words(row.chain.facts.congress_on)
            ),
            open_it,
        ),
        "congress.committee": (
            tr("Ghi kết quả bầu chi ủy"),
            tr("Bầu chi ủy trước, bí thư sau."),
            open_it,
        ),
        "congress.secretary": (tr("Ghi kết quả bầu bí thư"), _secretary_words(row, head), open_it),
        "congress.deputy": (tr("Ghi kết quả bầu phó bí thư"), tr("Bí thư đã bầu xong."), open_it),
        "congress.close": (tr("Bế mạc đại hội"), tr("Bí thư đã bầu xong."), open_it),
        "approval.send": (
            tr("Gửi báo cáo kết quả"),
            tr("Gửi báo cáo lên Đảng ủy để chuẩn y."),
            congress_of,
        ),
        "approval.receive": (
            tr("Ghi ngày Đảng ủy nhận"),
            tr("Báo cáo đã gửi; hạn chuẩn y tính từ khi Đảng ủy nhận."),
            congress_of,
        ),
        "approval.approve": (
            tr("Ghi quyết định chuẩn y"),
            tr("Đảng ủy nhận báo cáo {0}.").format(day_words(row.chain.facts.received_on)),
            congress_of,
        ),
        "exception": (
            tr("Ghi ngoại lệ"),
            tr("Bí thư không phải Trưởng thôn; ghi ai phụ trách, hạn nào."),
            tr("Ghi ngoại lệ"),
        ),
    }
    return NextWords(*said[row.next.key])


def _secretary_words(row: ChainRow, head: str) -> str:
    congress = row.chain.congress
    if head and head in congress.nominees:
        said = tr("Trưởng thôn {0} đã công nhận, được chuyển thẳng vào danh sách.").format(head)
    else:
        said = tr("Người được giới thiệu: {0}.").format(", ".join(congress.nominees) or tr("chưa có"))
    if congress.convened is None:
        return said
    alone = row.chain.facts.committee is None
    size = tr("Chi bộ {0} người, không chi ủy.") if alone else tr("Chi bộ {0} người, có chi ủy.")
    return f"{said} {size.format(congress.convened)}"
