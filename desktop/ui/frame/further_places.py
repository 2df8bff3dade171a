"""Further views as a search finds them: their words, what is done there, and on whose side they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.office.sides import Side, sees
from desktop.services.search.found import Found, Group
from desktop.ui.page.further import DISMISSALS, further_place

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace


def further_places(workplace: Workplace) -> tuple[Found, ...]:
    """Return the further views of who works, by the words that somebody asks for them with."""
    tr = QCoreApplication.translate
    place = further_place(workplace)
    views = (
        (
            "waves",
            Side.BOTH,
            tr("Further", "Đợt và tiến độ"),
            tr("Further", "Các đợt chung một lịch, hạn, nơi chưa xong, giờ báo xong"),
            tr("Further", "kế hoạch làm điểm tiến độ theo giờ còn chậm báo cáo nhanh treo tường"),
        ),
        (
            "chain",
            Side.PARTY,
            tr("Further", "Từ trưởng thôn tới bí thư"),
            tr("Further", "Chuỗi của từng thôn: phương án, bầu, công nhận, đại hội, chuẩn y"),
            tr("Further", "chuỗi thôn cửa cho qua ngoại lệ bí thư kiêm trưởng thôn phương án nhân sự"),
        ),
        (
            "bases",
            Side.BOTH,
            tr("Further", "Văn bản căn cứ"),
            tr("Further", "Chỉ thị, kế hoạch tự in vào phần căn cứ của giấy tờ"),
            tr("Further", "danh mục văn bản chỉ thị kế hoạch nghị quyết hướng dẫn pháp lý"),
        ),
        (
            "groups",
            Side.PARTY,
            tr("Further", "Tiểu ban, tổ công tác"),
            tr("Further", "Ai chuẩn bị đại hội, phụ trách chi bộ, thôn nào"),
            tr("Further", "chuẩn bị đại hội tổ giúp việc"),
        ),
        (
            "approvals",
            Side.PARTY,
            tr("Further", "Duyệt báo cáo, nhân sự của đơn vị"),
            tr("Further", "Đơn vị nào đã duyệt, đơn vị nào còn thiếu"),
            tr("Further", "chuẩn bị đại hội chưa duyệt"),
        ),
        (
            "works",
            Side.PARTY,
            tr("Further", "Công trình chào mừng đại hội"),
            tr("Further", "Phần việc đăng ký, ai làm, hạn nào"),
            tr("Further", "chuẩn bị đại hội phần việc"),
        ),
        (
            "personnel",
            Side.PARTY,
            tr("Further", "Nhân sự trước bầu cử"),
            tr("Further", "Rà soát đương nhiệm, nguồn dự bị, vụ việc, đối chiếu mới và tái cử"),
            tr("Further", "bí thư trưởng thôn kiến nghị nổi cộm dự bị tái cử công nhận"),
        ),
    )
    found = [
        Found(Group.PLACES, title, said, place, (name,), also=also)
        for name, side, title, said, also in views
        if side is Side.BOTH or sees(workplace.side, side)
    ]
    if sees(workplace.side, Side.ELECTIONS):
        found.append(_dismissals())
    return tuple(found)


def _dismissals() -> Found:
    """Return the dismissals of heads, which stand over the list of hamlets."""
    tr = QCoreApplication.translate
    return Found(
        Group.PLACES,
        tr("Further", "Cho thôi, thay Trưởng thôn"),
        tr("Further", "Đề nghị, cuộc họp, quyết định cho thôi giữa nhiệm kỳ; bầu người thay"),
        "hamlets",
        DISMISSALS,
        also=tr("Further", "miễn nhiệm bãi nhiệm từ chức xin nghỉ đề xuất bầu bổ sung"),
    )
