"""The columns that every list of people has, and how their cells are read.

A list adds its own; the key of a column that it lacks is absent from its rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists import columns
from desktop.sheets.lists.columns import BIRTH, FEMALE, MALE, NAME, NUMBER, SEX, column
from desktop.sheets.lists.person_cells import date_of, has_date, identity_of, sex_of
from desktop.sheets.lists.person_name import name_of
from desktop.sheets.lists.refusal import RowRefused
from desktop.vietnamese.ethnic_groups import ETHNIC_GROUPS
from desktop.vietnamese.religions import RELIGIONS

if TYPE_CHECKING:
    from desktop.sheets.lists.record import Record

RUNNING_NUMBER = column(NUMBER, "STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "No")
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
    "Ngày, tháng, năm sinh",
    "Ngày sinh",
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
IDENTITY = column(columns.IDENTITY, telling=("CCCD", "căn cước", "định danh", "ĐDCN"), beside=_BESIDE_NUMBERS)
# Where both cards have a column, today's counts.
OLD_IDENTITY = column(
    columns.OLD_IDENTITY, telling=("CMND", "CMTND", "CMT", "chứng minh"), beside=_BESIDE_NUMBERS
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
    "hamlet",
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
_NAMED = {"ethnic": ETHNIC_GROUPS, "religion": RELIGIONS}


def read_person(record: Record) -> dict[str, Any]:
    """Read a person: ``name``, ``sex``, ``birth``, ``identity``, ``ethnic``, ``religion``, in this order.

    Raises:
        RowRefused: ``no_name``, ``unreadable``, ``bad_date``, ``bad_identity`` or ``bad_value``.
    """
    values = record.values
    row: dict[str, Any] = {"name": name_of(record)}
    identity = identity_of(record) if columns.IDENTITY in values else None
    if record.line.header.births_by_sex:
        row["sex"], row["birth"] = _birth_by_sex(record, identity)
    else:
        if SEX in values or MALE in values or FEMALE in values:
            row["sex"] = sex_of(record)
        if has_date(record, BIRTH):
            row["birth"] = date_of(record, identity)
    if columns.IDENTITY in values:
        row["identity"] = identity
    for key, names in _NAMED.items():
        if key in values:
            row[key] = record.named(key, names)
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]] | None:
    """Return the key of the telling cell and what makes two people the same one; None if nothing does."""
    if row.get("identity"):
        return "identity", (row["identity"],)
    if row.get("birth"):
        return NAME, (row["name"].lower(), row["birth"])
    return None


def _birth_by_sex(record: Record, identity: str | None) -> tuple[str | None, str | None]:
    filled = [(key, word) for key, word in ((MALE, "Nam"), (FEMALE, "Nữ")) if record.value(key) is not None]
    if len(filled) > 1:
        raise RowRefused("bad_date")
    sex = sex_of(record) if record.has(SEX) else None
    if not filled:
        return sex, None
    key, word = filled[0]
    return sex or word, date_of(record, identity, key)
