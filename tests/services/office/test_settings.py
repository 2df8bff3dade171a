from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desktop.errors import RequestRefused, StorageRefused
from desktop.services.office.settings import back_up_now, office_settings, set_backup_folder, set_field
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.today.top_bar import desk_facts
from tests.offices import commune


def test_what_papers_say_of_the_office_is_changed_field_by_field(office: Workplace) -> None:
    set_field(office, "name", "  Ủy ban nhân dân   xã Mẫu mới ")
    set_field(office, "superior", "huyện Mẫu")
    set_field(office, "issuer_line", "UBND XÃ MẪU")
    set_field(office, "reserve", 7)
    found = office_settings(office)
    assert (found.name, found.superior, found.issuer_line, found.reserve) == (
        "Ủy ban nhân dân xã Mẫu mới",
        "huyện Mẫu",
        "UBND XÃ MẪU",
        7,
    )
    assert found.place == "Mẫu"
    assert set_field(office, "reserve", "5 %").reserve_percent == 5
    assert set_field(office, "reserve", "9").reserve_percent is None
    assert set_field(office, "issuer_line", "").issuer_line == ""
    assert found.no_tens == "linh"
    assert set_field(office, "no_tens", "lẻ").no_tens == "lẻ"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", " ", "office.name"),
        ("reserve", None, "office.reserve"),
        ("reserve", 10_000, "office.reserve"),
        ("reserve", "101 %", "office.reserve"),
        ("reserve", "năm", "office.reserve"),
        ("no_tens", "lẽ", "office.no_tens"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    office: Workplace, field: str, value: object, code: str
) -> None:
    before = office_settings(office)
    with pytest.raises(RequestRefused) as refused:
        set_field(office, field, value)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert office_settings(office) == before


def test_a_backup_folder_is_tried_before_it_is_kept_and_then_used(office: Workplace, tmp_path: Path) -> None:
    with pytest.raises(RequestRefused) as refused:
        back_up_now(office)
    assert refused.value.code == "backup.no_folder"
    with pytest.raises(StorageRefused) as absent:
        set_backup_folder(office, tmp_path / "usb")
    assert absent.value.code == "storage.no_folder"
    stick = tmp_path / "usb"
    stick.mkdir()
    set_backup_folder(office, stick)
    assert list(stick.iterdir()) == []
    made = back_up_now(office)
    assert made.path == stick / f"{commune.COMMUNE}-2024-11-18-0800.sao-luu"
    facts = desk_facts(office)
    assert facts.backup_folder_there
    assert facts.backup_at == datetime(2024, 11, 18, 8, 0, tzinfo=VIET_NAM)
    made.path.unlink()
    stick.rmdir()
    assert not desk_facts(office).backup_folder_there
    with pytest.raises(StorageRefused) as gone:
        back_up_now(office)
    assert gone.value.code == "storage.no_folder"


def test_the_offices_own_folder_is_no_place_for_its_backup(office: Workplace) -> None:
    with pytest.raises(StorageRefused) as refused:
        set_backup_folder(office, office.database.folder)
    assert refused.value.code == "storage.same_folder"


def test_a_folder_that_cannot_be_written_is_refused(office: Workplace) -> None:
    with pytest.raises(StorageRefused) as refused:
        set_backup_folder(office, Path("/proc/self"))
    assert refused.value.code == "storage.rights"


def test_the_desk_tells_the_office_its_election_day_and_what_waits(office: Workplace) -> None:
    facts = desk_facts(office)
    assert (facts.role, facts.training, facts.election_day, facts.waiting) == ("commune", True, None, 0)
    assert facts.unit.startswith("Xã ")
    assert facts.backup_folder is None
