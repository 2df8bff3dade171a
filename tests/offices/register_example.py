"""An open training office with the sample's hamlets and households, and a workbook with faults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import openpyxl

from desktop.bootstrap import shipped_statutes
from desktop.resources import resource
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.office import keys
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices.kept import open_copy
from tests.offices.lists import taken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.exchange.keys import OfficeKeys

PASSPHRASE = "tap-huan"  # noqa: S105 - of an invented office
FIRST, SECOND = "06859-T01", "06859-T02"
HEADINGS = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu")
MERGERS = """STT;Thôn trước khi sắp xếp;Thôn sau khi sắp xếp
1;Nà Ếch;Thôn Nà Ếch
2;Mó Túc;Thôn Nà Ếch
3;Lục Ngù, Cò Nòi;Thôn Đồng Tâm
4;Nà Sản;Khu phố Chợ Mới
5;Sú Cáu;Khu phố Chợ Mới
6;Phiêng Cằm;Thôn Phiêng Lục
7;Lục Nà;Thôn Phiêng Lục
8;Thông Châu;
9;Nà Lọn và Bản Mường;Thôn Nà Mường
"""
# Beside the sample's households of Nà Ếch: 2 the same, 3 changed, 4 new, 4 in doubt, 3 refused.
FAULTY = (
    (1, "Phạm Kim Sương", "21/07/1947", "Nữ", "022147075954", "Tày", 7),
    (2, "Chìu A Dũng", 1940, "Nam", "014040303677", "Dao", 2),
    (3, "Phạm Thị Lĩnh", "18/02/1953", "Nữ", "026153061981", "Mường", 1),
    (4, "Tằng Đình Bình", "12/04/1978", "Nam", "022078574351", "Mường", 9),
    (5, "Cà Thế Vượng", "12/08/1997", "Nam", 8097260494, "Tày", 6),
    (6, "HOÀNG  VĂN SÌN", "12.04.1971", "Nam", 22071301417, "Dao", 4),
    (7, "Tằng Thị Múi", 1957, "Nữ", 22157302236, "Dao", 3),
    (8, "Chìu Thị Ơn", "03/09/1947", "Nữ", "022147303905", "nt", 5),
    (9, "Lý Ngọc Ánh", "06/1990", "Nữ", "022190304118", "Sán Chỉ", 2),
    (10, "Chìu Thị Ơn", "03/09/1947", "Nữ", "022147303905", "Dao", 5),
    (11, "Đặng Quốc Hưởng", "31/02/1988", "Nam", "022088305114", "Dao", 4),
    (12, "Phùn Văn Tiến", 1964, "Nam", "0220643057611", "Dao", 4),
    (13, "Dương Thị Lượng", "19/10/1966", "Nữ", "022147075954", "Dao", 4),
    (14, "Triệu Đình Hưởng", 1956, "Nam", "022056111222", "Tày", 6),
    (15, "Bàn Văn Lâm", "01/01/1980", "Nam", "022080306007", "Dao", 4),
    (16, None, "02/02/1982", "Nữ", "022182306008", "Dao", 4),
)


@dataclass(frozen=True, slots=True)
class Register:
    """The office and its keys."""

    workplace: Workplace
    keys: OfficeKeys


def empty_register(folder: Path) -> Register:
    """Open an office of the example commune, without a hamlet."""
    return register_of(_make_empty, folder)


def with_hamlets(folder: Path) -> Register:
    """Open an office with the thirteen hamlets of the sample, and no household."""
    return register_of(_make_with_hamlets, folder)


def with_households(folder: Path) -> Register:
    """Open an office with the sample's households, one of the faulty list's people living elsewhere."""
    return register_of(make_with_households, folder)


def register_of(make: Callable[[Path], Workplace], folder: Path) -> Register:
    """Open a copy of an office that is made once, and unlock its keys."""
    place = open_copy(make, folder, PASSPHRASE)
    return Register(place, keys.unlock(place, PASSPHRASE))


def _make_empty(folder: Path) -> Workplace:
    clock = TrainingClock(datetime(2024, 11, 22, 1, 0, tzinfo=UTC))
    new = NewOffice("06859", "Ủy ban nhân dân xã Húc Động", "commune")
    place, _ = make_office(folder, new, PASSPHRASE, shipped_statutes(), clock, seed=bytes(32))
    add_unit(place, NewUnit("06859", "commune", "Xã", "Húc Động"))
    return place


def _make_with_hamlets(folder: Path) -> Workplace:
    place = open_copy(_make_empty, folder, PASSPHRASE)
    taken(place, HAMLETS, resource("samples") / "thon-ban.csv")
    return place


def make_with_households(folder: Path) -> Workplace:
    """Make what ``with_households`` opens."""
    place = open_copy(_make_with_hamlets, folder, PASSPHRASE)
    taken(place, HOUSEHOLDS, resource("samples") / "ho-gia-dinh.xlsx", FIRST)
    elsewhere = faulty_workbook(folder.with_name("noi-khac.xlsx"), HEADINGS, FAULTY[14])
    taken(place, HOUSEHOLDS, elsewhere, SECOND)
    return place


def commune_workbook(path: Path, names: Sequence[str]) -> Path:
    """Write a workbook with a sheet for each of some hamlets, three lines each, some without a name."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, name in enumerate(names):
        sheet = book.create_sheet(name)
        sheet.append(["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Đ/c", "Số khẩu"])
        sheet.append([1, f"Chìu A {name.split()[-1]}", 1960 + number, "Nam", "xóm Trên", 4])
        sheet.append([2, f"Tằng Thị {name.split()[-1]}", 1970 + number, "Nữ", None, 5])
        sheet.append(
            [3, None if number % 3 else f"LÝ VĂN {name.split()[-1].upper()}", 1980, "Nam", "xóm Dưới", 2]
        )
    book.save(path)
    return path


def faulty_workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    """Write a list; without rows the faulty one, under a title that names no hamlet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Ban sua lan 3"
    sheet.append(["DANH SÁCH HỘ GIA ĐÌNH"])
    sheet.append([])
    for row in rows or (HEADINGS, *FAULTY):
        sheet.append(list(row))
    book.save(path)
    return path
