"""The places of the rail, as data, for the desk of a commune and of a receiving office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop.ui.frame.desk import Role


@dataclass(frozen=True, slots=True)
class RailPlace:
    """One entry of the rail.

    Args:
        key: the name used in code.
        word: its Vietnamese word.
        icon: Phosphor name; the current entry takes the fill variant.
        purpose: one sentence for the page while it is empty.
    """

    key: str
    word: str
    icon: str
    purpose: str


_PARTY = frozenset({"party", "congress"})
_ELECTIONS = frozenset({"today", "households", "election", "printing"})


def rail_places(role: Role, side: str = "both") -> tuple[RailPlace, ...]:
    """Return the places of a desk in the order of its rail, in the language of the window.

    Args:
        role: which desk.
        side: of the work that whoever works here does: ``elections``, ``party`` or ``both``.
    """
    hidden = {"elections": _PARTY, "party": _ELECTIONS}.get(side, frozenset())
    places = _commune() if role == "commune" else _receiving()
    seen = [place for place in places if place.key not in hidden]
    if side == "party":
        # The first place is where the window opens: hamlets serve branches there, and come after them.
        seen.sort(key=lambda place: place.key not in _PARTY)
    return tuple(seen)


def _commune() -> tuple[RailPlace, ...]:
    translate = QCoreApplication.translate
    return (
        RailPlace(
            "today",
            translate("Place", "Hôm nay"),
            "squares-four",
            translate("Place", "Đây là chỗ của bảng theo dõi: mỗi thôn, bản một dòng, mỗi bước một ô."),
        ),
        RailPlace(
            "hamlets",
            translate("Place", "Thôn, bản"),
            "map-pin",
            translate("Place", "Đây là chỗ của danh sách thôn, bản, khu phố trong xã."),
        ),
        RailPlace(
            "households",
            translate("Place", "Hộ và cử tri"),
            "users-three",
            translate("Place", "Đây là chỗ của sổ hộ và danh sách cử tri từng thôn."),
        ),
        RailPlace(
            "party",
            translate("Place", "Chi bộ, đảng viên"),
            "identification-badge",
            translate("Place", "Đây là chỗ của chi bộ, đảng viên, chức vụ và các sổ của Đảng."),
        ),
        RailPlace(
            "election",
            translate("Place", "Bầu trưởng thôn"),
            "check-square-offset",
            translate(
                "Place",
                "Đây là chỗ của từng cuộc bầu, từ chốt danh sách tới công nhận kết quả.",
            ),
        ),
        RailPlace(
            "congress",
            translate("Place", "Đại hội chi bộ"),
            "flag-banner",
            translate(
                "Place",
                "Đây là chỗ của đại hội từng chi bộ, từ danh sách triệu tập tới chuẩn y.",
            ),
        ),
        RailPlace(
            "indicators",
            translate("Place", "Chỉ tiêu, báo cáo"),
            "chart-bar",
            translate(
                "Place",
                "Chưa có trong bản này. Cho tới khi có, xem số của từng thôn ở Hôm nay "
                "và Thôn, bản, báo cáo lập như hiện nay.",
            ),
        ),
        RailPlace(
            "printing",
            translate("Place", "In ấn"),
            "printer",
            translate("Place", "Đây là chỗ in phiếu, biên bản và các biểu mẫu."),
        ),
        RailPlace(
            "sending",
            translate("Place", "Gửi cấp trên"),
            "paper-plane-tilt",
            translate("Place", "Đây là chỗ đóng gói gửi cấp trên và nạp biên nhận."),
        ),
        RailPlace(
            "settings",
            translate("Place", "Thiết lập"),
            "gear-six",
            translate("Place", "Đây là chỗ đặt đơn vị, khóa, sao lưu và cỡ chữ."),
        ),
    )


def _receiving() -> tuple[RailPlace, ...]:
    translate = QCoreApplication.translate
    return (
        RailPlace(
            "progress",
            translate("Place", "Tiến độ"),
            "gauge",
            translate(
                "Place",
                "Cửa sổ chưa có trang này. Cho tới khi có, hỏi tiến độ các xã qua điện thoại như hiện nay.",
            ),
        ),
        RailPlace(
            "intake",
            translate("Place", "Nhận gói"),
            "tray",
            translate(
                "Place",
                "Cửa sổ chưa có trang này. Cho tới khi có, nhờ người hỗ trợ nhận gói "
                "bằng lệnh của chương trình.",
            ),
        ),
        RailPlace(
            "collation",
            translate("Place", "Tổng hợp"),
            "stack",
            translate(
                "Place",
                "Cửa sổ chưa có trang này. Cho tới khi có, nhờ người hỗ trợ tổng hợp "
                "bằng lệnh của chương trình.",
            ),
        ),
        RailPlace(
            "reports",
            translate("Place", "Báo cáo"),
            "chart-bar",
            translate(
                "Place",
                "Cửa sổ chưa có trang này. Cho tới khi có, nhờ người hỗ trợ xuất báo "
                "cáo bằng lệnh của chương trình.",
            ),
        ),
        RailPlace(
            "units",
            translate("Place", "Đơn vị và khóa"),
            "key",
            translate(
                "Place",
                "Cửa sổ chưa có trang này. Cho tới khi có, nạp thẻ của các xã ở Thiết lập, mục Khóa và thẻ.",
            ),
        ),
        RailPlace(
            "settings",
            translate("Place", "Thiết lập"),
            "gear-six",
            translate("Place", "Đây là chỗ đặt đơn vị, khóa, sao lưu và cỡ chữ."),
        ),
    )
