"""The words of an import: states of rows, kinds of repairs, what a choice does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.lists.columns import column_words
from desktop.services.lists.preview import PreviewRow, RowChoice, RowState
from desktop.ui.widgets.state import State
from desktop.wording import words


def state_of(row: PreviewRow, choice: RowChoice | None) -> State:
    """Return what a row is, or what a person decided about it."""
    tr = QCoreApplication.translate
    if choice is RowChoice.OMIT and row.state in (RowState.NEW, RowState.CHANGED):
        return State("not_yet", tr("Import", "Bỏ qua"))
    if row.state is RowState.DOUBTFUL and choice is not None:
        return {
            RowChoice.NEW: State("new", tr("Import", "Ghi mới")),
            RowChoice.SAME: State("changed", tr("Import", "Là một")),
            RowChoice.OMIT: State("not_yet", tr("Import", "Bỏ qua")),
        }[choice]
    return State(row.state.value, state_words()[row.state])


def state_words() -> dict[RowState, str]:
    """Return the word of each state."""
    tr = QCoreApplication.translate
    return {
        RowState.NEW: tr("Import", "Mới"),
        RowState.CHANGED: tr("Import", "Thay đổi"),
        RowState.SAME: tr("Import", "Giống"),
        RowState.DOUBTFUL: tr("Import", "Nghi trùng"),
        RowState.REFUSED: tr("Import", "Từ chối"),
    }


def short_word(field: str, kind: str) -> str:
    """Return the heading of a field's column in the table of rows."""
    tr = QCoreApplication.translate
    return tr("Import", "Khó khăn") if field == "especially_difficult" else column_words(kind)[field]


def repair_words(code: str) -> tuple[str, str]:
    """Return what kind of cell was repaired, and how."""
    tr = QCoreApplication.translate
    return {
        "padded": (tr("Import", "ô mất số 0 ở đầu"), tr("Import", "thêm số 0 cho đủ 12 số")),
        "old_identity": (
            tr("Import", "ô số chứng minh 9 số"),
            tr("Import", "giữ nguyên, hỏi số căn cước mới"),
        ),
        "nfd": (tr("Import", "ô gõ dấu rời chữ"), tr("Import", "ghép dấu vào chữ")),
        "spaces": (tr("Import", "ô thừa dấu cách"), tr("Import", "bỏ dấu cách")),
        "ditto": (tr("Import", "ô ghi “như trên”"), tr("Import", "lấy theo ô phía trên")),
        "date": (tr("Import", "ô ngày viết kiểu khác"), tr("Import", "đọc thành ngày/tháng/năm")),
        "swapped": (tr("Import", "ô ngày và tháng bị đảo"), tr("Import", "đặt lại ngày trước, tháng sau")),
        "year": (tr("Import", "ô năm gõ vào kiểu ngày"), tr("Import", "chỉ lấy năm")),
        "time": (tr("Import", "ô ngày kèm giờ"), tr("Import", "bỏ giờ, cần đối chiếu")),
        "legacy": (tr("Import", "ô phông chữ cũ"), tr("Import", "đổi sang Unicode")),
        "case": (tr("Import", "ô viết chữ in hoa"), tr("Import", "viết hoa đầu chữ")),
        "invisible": (tr("Import", "ô có ký tự ẩn"), tr("Import", "bỏ ký tự ẩn")),
        "letter": (tr("Import", "ô có chữ giống Đ"), tr("Import", "thay bằng chữ Đ")),
        "repaired": (tr("Import", "ô chữ bị lỗi bảng mã"), tr("Import", "đọc lại thành chữ Việt")),
        "hidden": (tr("Import", "dòng bị ẩn hoặc lọc"), tr("Import", "vẫn nhận, cần xem")),
        "struck": (tr("Import", "ô bị gạch ngang"), tr("Import", "vẫn nhận, cần xem")),
        "remark": (tr("Import", "ô có lời ghi"), tr("Import", "không bỏ dòng, cần xem")),
        "duplicate": (tr("Import", "ô trùng với ô khác"), tr("Import", "giữ cả hai, cần xem")),
    }[code]


def refusal_word(code: str) -> str:
    """Return in a few words what a row is refused for."""
    tr = QCoreApplication.translate
    return {
        "no_name": tr("Import", "không có tên"),
        "bare_name": tr("Import", "chỉ có tên"),
        "two_people": tr("Import", "hai người một ô"),
        "unreadable": tr("Import", "chữ không đọc được"),
        "bad_date": tr("Import", "sai ngày tháng"),
        "future": tr("Import", "ngày sau hôm nay"),
        "bad_identity": tr("Import", "sai số định danh"),
        "bad_value": tr("Import", "ô không hiểu được"),
        "not_head": tr("Import", "không phải chủ hộ"),
        "error_cell": tr("Import", "ô báo lỗi"),
        "no_value": tr("Import", "công thức chưa có kết quả"),
    }[code]


def passed_word(code: str) -> str:
    """Return in a few words what a line that was passed over is."""
    tr = QCoreApplication.translate
    return {
        "title": tr("Import", "tiêu đề"),
        "heading": tr("Import", "đầu bảng"),
        "total": tr("Import", "dòng cộng"),
        "carried": tr("Import", "chuyển trang"),
        "group": tr("Import", "tên nhóm"),
        "signature": tr("Import", "ký tên"),
        "note": tr("Import", "lời ghi"),
        "other_table": tr("Import", "bảng khác"),
        "blank_numbered": tr("Import", "chỉ có số thứ tự"),
        "sheet": tr("Import", "ở trang không đọc"),
        "unnamed": tr("Import", "chờ chọn cột tên"),
    }[code]


def wrong_words(code: str, field: str) -> str:
    """Say in a few words, under a refused cell, what is wrong with it."""
    tr = QCoreApplication.translate
    if code == "bad_identity" and field == "identity":
        return tr("Import", "phải đủ 12 số")
    if code == "bad_date" and field == "birth":
        return tr("Import", "sai ngày")
    if code == "unreadable":
        return tr("Import", "không đọc được")
    if code == "future" and field == "birth":
        return tr("Import", "sau hôm nay")
    if code == "two_people" and field == "name":
        return tr("Import", "hai người")
    return tr("Import", "còn trống") if code == "no_name" and field == "name" else ""


def choice_word(choice: RowChoice, kind: str) -> str:
    """Return what the button of a choice does."""
    tr, row = QCoreApplication.translate, words(f"list.{kind}.row")
    return {
        RowChoice.NEW: tr("Import", "Ghi là {0} mới").format(row),
        RowChoice.SAME: tr("Import", "Là {0} đã có").format(row),
        RowChoice.OMIT: tr("Import", "Bỏ qua dòng này"),
    }[choice]
