"""The list of the members of a Party branch."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.person import identifying_person, read_person
from desktop.sheets.lists.cells.person_cells import card_of, date_of, has_date
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.sheets.lists.headings import people
from desktop.sheets.lists.headings.columns import (
    ADMITTED,
    BIRTH,
    BRANCH,
    IDENTITY,
    NAME,
    OFFICIAL,
    SEX,
    column,
)
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.lists.lines.two_people import one_person_each
from desktop.vietnamese.theory_levels import theory_level, theory_word

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

COLUMNS = (
    people.RUNNING_NUMBER,
    column(
        NAME,
        *people.NAME_HEADINGS,
        "Họ và tên đảng viên",
        "Họ tên đảng viên",
        "Tên đảng viên",
        "Đảng viên",
        "Họ và tên đang dùng",
    ),
    column(BIRTH, *people.BIRTH_HEADINGS),
    *people.SEX_COLUMNS,
    people.IDENTITY,
    people.OLD_IDENTITY,
    people.ETHNIC,
    people.RELIGION,
    column("home", "Quê quán", "Nguyên quán", "Quê"),
    people.ADDRESS,
    # Of a list of the whole commune: which branch each member is in.
    column(
        BRANCH,
        "Chi bộ",
        "Tên chi bộ",
        "Thuộc chi bộ",
        "Chi bộ sinh hoạt",
        "Sinh hoạt tại chi bộ",
        "Đang sinh hoạt tại chi bộ",
        "Nơi sinh hoạt",
        "Nơi sinh hoạt Đảng",
        "Chi bộ, đơn vị",
    ),
    column(
        ADMITTED,
        "Ngày vào Đảng",
        "Ngày kết nạp",
        "Ngày kết nạp Đảng",
        "Ngày được kết nạp",
        "Ngày, tháng, năm vào Đảng",
        "Ngày, tháng, năm kết nạp",
        "Ngày tháng năm vào Đảng CSVN",
        "Vào Đảng",
        "Kết nạp",
        "Dự bị",
        "Năm vào Đảng",
        "Ngày vào Đảng dự bị",
    ),
    column(
        OFFICIAL,
        "Ngày chính thức",
        "Ngày công nhận chính thức",
        "Ngày vào Đảng chính thức",
        "Ngày, tháng, năm chính thức",
        "Ngày chuyển chính thức",
        "Ngày chuyển Đảng chính thức",
        "Chuyển chính thức",
        "Chính thức",
    ),
    column(
        "card",
        "Số thẻ",
        "Thẻ số",
        "Mã thẻ",
        telling=("thẻ đảng", "thẻ ĐV"),
        beside=("Ngày", "Nơi cấp", "Đã", "Chưa", "Có", "Đổi"),
    ),
    column(
        "post", "Chức vụ", "Chức vụ trong Đảng", "Chức vụ Đảng", "Chức danh", "Chức vụ trong chi bộ", "CV"
    ),
    column("note", "Ghi chú", "GC"),
    # The columns of form 7-HSĐV beside these.
    column(
        "list_number",
        "Số thứ tự trong danh sách",
        "Số TT trong danh sách",
        "Số danh sách",
        word="Số trong danh sách",
    ),
    column("birth_name", "Tên khai sinh"),
    column(
        "schooling",
        "Văn hóa",
        "Trình độ văn hóa",
        "Học vấn",
        "Trình độ học vấn",
        "Học vấn phổ thông",
        "Giáo dục phổ thông",
        "Trình độ giáo dục phổ thông",
        "GDPT",
        "Trình độ GDPT",
        "TĐVH",
        "Trình độ VH",
    ),
    column(
        "theory",
        "Lý luận chính trị",
        "Lí luận chính trị",
        "Trình độ lý luận chính trị",
        "Trình độ LLCT",
        "LLCT",
        "Lý luận",
    ),
    column(
        "qualification",
        "Chuyên môn",
        "Trình độ chuyên môn",
        "Chuyên môn nghiệp vụ",
        "Chuyên môn, nghiệp vụ",
        "Trình độ chuyên môn nghiệp vụ",
        "Trình độ chuyên môn, nghiệp vụ",
        "Trình độ CM",
        "CMNV",
    ),
    column("languages", "Ngoại ngữ", "Trình độ ngoại ngữ"),
    column(
        "occupation",
        "Nghề nghiệp hiện nay",
        "Nghề nghiệp",
        "Nghề hiện nay",
        "Công việc hiện nay",
        "Nghề nghiệp, công việc hiện nay",
    ),
    column(
        "occupation_before",
        "Nghề trước khi vào Đảng",
        "Nghề nghiệp trước khi vào Đảng",
        "Nghề nghiệp khi vào Đảng",
    ),
    column("curriculum", "Số lý lịch", "Số lí lịch", "Số lý lịch đảng viên", "Số LL"),
    column("badge", "Số Huy hiệu", "Huy hiệu Đảng", "Huy hiệu"),
    column("service", "Bộ đội, công an, hưu trí", "Bộ đội, công an", "Hưu trí"),
)
_TEXTS = (
    BRANCH,
    "home",
    "address",
    "post",
    "note",
    "birth_name",
    "qualification",
    "languages",
    "occupation",
    "occupation_before",
    "curriculum",
    "badge",
    "service",
)
_NUMBER = "list_number"
_LONGEST_NUMBER = 6


def read_member(record: Record) -> dict[str, Any]:
    """Read one member as ``read_person`` does, with ``address``, ``branch`` and the columns of form 7-HSĐV.

    These are ``admitted`` and ``official`` (dates as a birth's), ``card``, ``theory`` (one of
    ``THEORY_WORDS``), ``list_number`` (a whole number) and texts. The key of a column that the list lacks is
    absent.

    Raises:
        RowRefused: ``no_name``, ``bad_date``, ``bad_identity`` or ``bad_value``.
    """
    row = read_person(record)
    for key in _TEXTS:
        if record.has(key):
            row[key] = record.text(key)
    for key in (ADMITTED, OFFICIAL):
        if has_date(record, key):
            row[key] = date_of(record, None, key)
    if record.has("card"):
        row["card"] = card_of(record, "card")
    if record.has("schooling"):
        row["schooling"] = _schooling(record)
    if record.has("theory"):
        row["theory"] = _theory(record)
    if record.has(_NUMBER):
        row[_NUMBER] = _list_number(record)
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]] | None:
    """Return the key of the telling cell and what makes two members the same one; None if nothing does."""
    if row.get("card"):
        return "card", (row["card"],)
    return identifying_person(row)


def _schooling(record: Record) -> str | None:
    """Return years of school as written; a spreadsheet makes a day of December of "9/12"."""
    value = record.value("schooling")
    return f"{value.day}/{value.month}" if isinstance(value, date) else record.text("schooling")


def _theory(record: Record) -> str | None:
    written = record.text("theory")
    if written is None:
        return None
    level = theory_level(written)
    if level is None:
        raise RowRefused("bad_value")
    return theory_word(level)


def _list_number(record: Record) -> int | None:
    written = record.text(_NUMBER)
    if written is None:
        return None
    if not written.isdecimal() or len(written) > _LONGEST_NUMBER or not int(written):
        raise RowRefused("bad_value")
    return int(written)


MEMBERS = ListKind(
    "members",
    COLUMNS,
    read_member,
    identifying,
    one_person_each,
    headings=(
        (_NUMBER, "Số thứ tự trong danh sách"),
        (NAME, "Họ và tên"),
        ("birth_name", "Tên khai sinh"),
        (BIRTH, "Ngày sinh"),
        (SEX, "Giới tính"),
        ("ethnic", "Dân tộc"),
        ("religion", "Tôn giáo"),
        ("home", "Quê quán"),
        ("schooling", "Trình độ văn hóa"),
        ("theory", "Lý luận chính trị"),
        ("qualification", "Trình độ chuyên môn"),
        ("languages", "Ngoại ngữ"),
        ("occupation_before", "Nghề trước khi vào Đảng"),
        ("occupation", "Nghề nghiệp hiện nay"),
        (ADMITTED, "Ngày vào Đảng"),
        (OFFICIAL, "Ngày chính thức"),
        ("card", "Số thẻ"),
        ("curriculum", "Số lý lịch"),
        ("badge", "Số Huy hiệu"),
        ("service", "Bộ đội, công an, hưu trí"),
        (IDENTITY, "Số CCCD"),
        ("post", "Chức vụ"),
        ("note", "Ghi chú"),
    ),
    work="party",
)
