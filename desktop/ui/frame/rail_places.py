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


def rail_places(role: Role) -> tuple[RailPlace, ...]:
    """Return the places of a desk in the order of its rail, in the language of the window."""
    return _commune() if role == "commune" else _receiving()


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
            translate("Place", "Đây là chỗ của chi bộ và danh sách đảng viên."),
        ),
        RailPlace(
            "election",
            translate("Place", "Bầu trưởng thôn"),
            "check-square-offset",
            translate("Place", "Đây là chỗ của từng cuộc bầu, từ chốt danh sách tới công nhận kết quả."),
        ),
        RailPlace(
            "congress",
            translate("Place", "Đại hội chi bộ"),
            "flag-banner",
            translate("Place", "Đây là chỗ của đại hội từng chi bộ, từ triệu tập tới chuẩn y."),
        ),
        RailPlace(
            "indicators",
            translate("Place", "Chỉ tiêu, báo cáo"),
            "chart-bar",
            translate("Place", "Đây là chỗ của chỉ tiêu và báo cáo của xã."),
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
            translate("Place", "Đây là chỗ niêm phong gói gửi cấp trên và nhận biên nhận."),
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
            translate("Place", "Đây là chỗ của bảng tiến độ: mỗi xã một dòng, mỗi giờ một cột."),
        ),
        RailPlace(
            "intake",
            translate("Place", "Nhận gói"),
            "tray",
            translate("Place", "Đây là chỗ kiểm tra gói các xã gửi lên và cấp biên nhận."),
        ),
        RailPlace(
            "collation",
            translate("Place", "Tổng hợp"),
            "stack",
            translate("Place", "Đây là chỗ cộng kết quả các xã và chỉ ra phần còn thiếu."),
        ),
        RailPlace(
            "reports",
            translate("Place", "Báo cáo"),
            "chart-bar",
            translate("Place", "Đây là chỗ của báo cáo và chỉ tiêu toàn địa bàn."),
        ),
        RailPlace(
            "units",
            translate("Place", "Đơn vị và khóa"),
            "key",
            translate("Place", "Đây là chỗ của danh mục đơn vị và thẻ khóa của từng xã."),
        ),
        RailPlace(
            "settings",
            translate("Place", "Thiết lập"),
            "gear-six",
            translate("Place", "Đây là chỗ đặt đơn vị, khóa, sao lưu và cỡ chữ."),
        ),
    )
