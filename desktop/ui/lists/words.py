"""The words of an import: states of rows, kinds of repairs, names of fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.lists.preview import PreviewRow, RowChoice, RowState
from desktop.ui.widgets.state import State


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


def field_word(field: str) -> str:
    """Return the word of a field or of a column of the file."""
    tr = QCoreApplication.translate
    return {
        "number": tr("Import", "số thứ tự"),
        "name": tr("Import", "Họ và tên"),
        "given": tr("Import", "Tên"),
        "birth": tr("Import", "Ngày sinh"),
        "sex": tr("Import", "Giới"),
        "male": tr("Import", "Nam"),
        "female": tr("Import", "Nữ"),
        "identity": tr("Import", "Số định danh"),
        "old_identity": tr("Import", "Số chứng minh cũ"),
        "ethnic": tr("Import", "Dân tộc"),
        "religion": tr("Import", "Tôn giáo"),
        "household": tr("Import", "số thứ tự hộ"),
        "household_head": tr("Import", "Chủ hộ"),
        "relation": tr("Import", "Quan hệ"),
        "birth_day": tr("Import", "Ngày sinh"),
        "birth_month": tr("Import", "Tháng sinh"),
        "birth_year": tr("Import", "Năm sinh"),
        "members": tr("Import", "Số khẩu"),
        "address": tr("Import", "Địa chỉ"),
        "hamlet": tr("Import", "Thôn"),
        "branch": tr("Import", "Chi bộ"),
        "kind": tr("Import", "Loại"),
        "admitted": tr("Import", "Ngày vào Đảng"),
        "official": tr("Import", "Ngày chính thức"),
        "card": tr("Import", "Số thẻ"),
        "home": tr("Import", "Quê quán"),
        "post": tr("Import", "Chức vụ"),
        "note": tr("Import", "Ghi chú"),
        "list_number": tr("Import", "Số trong danh sách"),
        "birth_name": tr("Import", "Tên khai sinh"),
        "schooling": tr("Import", "Văn hóa"),
        "theory": tr("Import", "Lý luận chính trị"),
        "qualification": tr("Import", "Chuyên môn"),
        "languages": tr("Import", "Ngoại ngữ"),
        "occupation": tr("Import", "Nghề nghiệp hiện nay"),
        "occupation_before": tr("Import", "Nghề trước khi vào Đảng"),
        "curriculum": tr("Import", "Số lý lịch"),
        "badge": tr("Import", "Số Huy hiệu"),
        "service": tr("Import", "Bộ đội, công an, hưu trí"),
        "households": tr("Import", "Số hộ"),
        "head": tr("Import", "Trưởng thôn"),
        "especially_difficult": tr("Import", "Đặc biệt khó khăn"),
        "head_is_member": tr("Import", "Đảng viên"),
        "hamlets": tr("Import", "Các thôn"),
        "secretary": tr("Import", "Bí thư"),
        "congress": tr("Import", "Đại hội lần thứ"),
        "term_from": tr("Import", "Nhiệm kỳ từ"),
        "term_to": tr("Import", "Nhiệm kỳ đến"),
        "place": tr("Import", "Ở đâu"),
        "way": tr("Import", "Do"),
        "tenure": tr("Import", "Mới, tái cử"),
        "starts_on": tr("Import", "Từ ngày"),
        "until": tr("Import", "Đến hết ngày"),
        "paper_number": tr("Import", "Số quyết định"),
        "paper_on": tr("Import", "Ngày ký"),
    }[field]


def column_word(key: str, kind: str) -> str:
    """Return as what a column of a list of a kind is read: the names of one list aren't those of another."""
    tr = QCoreApplication.translate
    names = {"hamlets": tr("Import", "Tên thôn"), "branches": tr("Import", "Tên chi bộ")}
    word = names.get(kind, field_word(key)) if key == "name" else field_word(key)
    return word[:1].upper() + word[1:]


def short_word(field: str, *, hamlets: bool) -> str:
    """Return the heading of a field's column."""
    tr = QCoreApplication.translate
    if field == "name" and hamlets:
        return tr("Import", "Tên thôn")
    return tr("Import", "Khó khăn") if field == "especially_difficult" else field_word(field)


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
    tr = QCoreApplication.translate
    new, same = {
        "households": (tr("Import", "Ghi là hộ mới"), tr("Import", "Là hộ đã có")),
        "hamlets": (tr("Import", "Ghi là thôn mới"), tr("Import", "Là thôn đã có")),
    }.get(kind, (tr("Import", "Ghi là người mới"), tr("Import", "Là người đã có")))
    return {
        RowChoice.NEW: new,
        RowChoice.SAME: same,
        RowChoice.OMIT: tr("Import", "Bỏ qua dòng này"),
    }[choice]
