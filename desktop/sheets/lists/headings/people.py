"""The columns that every list of people has; a list adds its own."""

from __future__ import annotations

from desktop.sheets.lists.headings import columns
from desktop.sheets.lists.headings.columns import FEMALE, MALE, NUMBER, SEX, column

RUNNING_NUMBER = column(NUMBER, "STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "No", word="Số thứ tự")
NAME_HEADINGS = (
    "Họ và tên",
    "Họ tên",
    "Họ, tên",
    "Họ, chữ đệm và tên",
    "Họ, chữ đệm, tên",
    "Họ, đệm và tên",
    "Họ và tên khai sinh",
    "Họ tên khai sinh",
    # Surname and middle name, beside a column of given names.
    "Họ và tên đệm",
    "Họ, tên đệm",
    "Họ và chữ đệm",
    "Họ và đệm",
    "Họ đệm",
    "Họ và",
    "Họ lót",
    "Họ và chữ lót",
    "Họ",
    "Tên",
)
BIRTH_HEADINGS = (
    "Ngày sinh",
    "Ngày, tháng, năm sinh",
    "Năm sinh",
    "Tháng năm sinh",
    "Ngày/tháng/năm sinh",
    "Sinh ngày",
    "Sinh năm",
    "Sinh",
    "NTN sinh",
    "NTNS",
    "NS",
    "N/sinh",
)
# Not "Sinh": folded, "Sinh năm" would be the heading of men.
_BIRTHS_OF_ONE_SEX = tuple(heading for heading in BIRTH_HEADINGS if heading != "Sinh")
SEX_COLUMNS = (
    column(
        SEX,
        "Giới tính",
        "Giới",
        "Nam/Nữ",
        "Nam, nữ",
        "Nam (nữ), giới tính",
        "Giới tính của chủ hộ",
        "Phái",
        "GT",
        "G.tính",
        word="Giới",
    ),
    column(MALE, "Nam", *(f"{heading} nam" for heading in _BIRTHS_OF_ONE_SEX)),
    column(FEMALE, "Nữ", *(f"{heading} nữ" for heading in _BIRTHS_OF_ONE_SEX)),
)
_BESIDE_NUMBERS = (
    "Ngày",
    "Nơi cấp",
    "Năm cấp",
    "Cơ quan cấp",
    "Thời hạn",
    "Hạn",
    "Có",
    "Chưa",
    "Đã",
    "Ảnh",
    "Loại",
    "Tình trạng",
)
IDENTITY = column(
    columns.IDENTITY,
    telling=("CCCD", "căn cước", "định danh", "ĐDCN"),
    beside=_BESIDE_NUMBERS,
    word="Số định danh",
)
# Where both cards have a column, today's counts.
OLD_IDENTITY = column(
    columns.OLD_IDENTITY,
    telling=("CMND", "CMTND", "CMT", "chứng minh"),
    beside=_BESIDE_NUMBERS,
    word="Số chứng minh cũ",
)
ETHNIC = column("ethnic", "Dân tộc", "Thành phần dân tộc", "Dân tộc của chủ hộ", "DT", "T/p dân tộc")
RELIGION = column("religion", "Tôn giáo", "Theo tôn giáo", "Tín ngưỡng, tôn giáo", "Đạo")
ADDRESS = column(
    "address",
    "Địa chỉ",
    "Nơi ở",
    "Chỗ ở",
    "Nơi ở hiện nay",
    "Chỗ ở hiện nay",
    "Chỗ ở hiện tại",
    "Nơi cư trú",
    "Nơi thường trú",
    "Địa chỉ thường trú",
    "Nơi đăng ký thường trú",
    "Hộ khẩu thường trú",
    "HKTT",
    "Xóm",
    "Cụm dân cư",
)
HAMLET = column(
    columns.HAMLET,
    "Thôn",
    "Bản",
    "Thôn, bản",
    "Thôn/bản",
    "Thôn/tổ",
    "Tên thôn",
    "Tổ dân phố",
    "Khu phố",
    "Thuộc thôn",
    "Ấp",
    "Tiểu khu",
)
