"""The files of backups: each has its day and minute, ten are kept, a damaged one is in nobody's way."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.bootstrap import open_office
from desktop.models.store.backup import is_whole, room_for
from desktop.services.office.backup_files import backup_name, backups_in, kept_of, make_room
from desktop.services.office.backups import back_up
from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.services.office.restore_drill import newest_backup, try_restoring
from desktop.services.office.settings import set_backup_folder
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices import commune

NOW = datetime(2024, 12, 8, 14, 20, tzinfo=VIET_NAM)


@pytest.fixture
def stick(office: Workplace, tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    set_backup_folder(office, folder)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_called_by_the_day_and_minute_in_viet_nam(office: Workplace, stick: Path) -> None:
    assert back_up(office, stick).path.name == "06859-2024-11-18-0800.sao-luu"


def test_backups_of_one_side_of_an_office_are_not_the_others(tmp_path: Path) -> None:
    for stem in ("06859", "06859-party"):
        (tmp_path / backup_name(stem, NOW)).write_bytes(b"")
    (tmp_path / "06859-2024-13-40-0000.sao-luu").write_bytes(b"")
    assert [path.name for _, path in backups_in(tmp_path, "06859")] == ["06859-2024-12-08-1420.sao-luu"]


def test_one_from_before_names_bore_the_day_is_as_old_as_its_file(tmp_path: Path) -> None:
    (tmp_path / f"06859{SUFFIX_OF_BACKUP}").write_bytes(b"")
    (tmp_path / backup_name("06859", NOW)).write_bytes(b"")
    os.utime(tmp_path / f"06859{SUFFIX_OF_BACKUP}", (0, (NOW + timedelta(days=1)).timestamp()))
    assert [path.name for _, path in backups_in(tmp_path, "06859")] == [
        "06859.sao-luu",
        "06859-2024-12-08-1420.sao-luu",
    ]


def test_a_stick_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "usb", "06859") == []


def test_up_to_ten_all_are_kept() -> None:
    moments = [NOW - timedelta(days=month * 31) for month in range(6)]
    assert kept_of(moments[:4]) == set(moments[:4])
    assert len(kept_of(moments)) == 6


def test_of_a_long_day_the_last_ones_are_kept_and_of_the_time_before_one_for_each_day_week_and_month() -> (
    None
):
    moments = [NOW - timedelta(minutes=30 * number) for number in range(6)]
    moments += [NOW - timedelta(days=day) for day in range(1, 120)]
    kept = sorted(kept_of(moments), reverse=True)
    assert len(kept) == 10
    assert kept[:4] == moments[:4]
    ages = [(NOW - made).days for made in kept[4:]]
    assert ages[:3] == [1, 2, 3]
    assert ages == sorted(ages)
    assert ages[-1] >= 8


def test_however_often_it_is_backed_up_ten_are_kept_and_the_newest_is_among_them(
    office: Workplace, stick: Path
) -> None:
    made = back_up(office, stick).path
    for day in range(1, 14):
        shutil.copyfile(made, stick / backup_name("06859", commune.BEFORE - timedelta(days=day)))
    newest = back_up(office, stick).path
    assert newest == newest_backup(office)
    assert len(names(stick)) <= 10
    assert newest.name in names(stick)


@pytest.mark.parametrize("damage", [b"", b"PK", None])
def test_a_damaged_backup_of_the_same_name_is_replaced(
    office: Workplace, stick: Path, damage: bytes | None
) -> None:
    made = back_up(office, stick).path
    made.write_bytes(made.read_bytes()[:-100] if damage is None else damage)
    assert back_up(office, stick).path == made
    assert try_restoring(office, made, commune.PASSPHRASE).joins


def test_a_damaged_backup_takes_nobodys_place_and_goes_once_a_newer_one_is_whole(
    office: Workplace, stick: Path
) -> None:
    old = stick / backup_name("06859", commune.BEFORE - timedelta(days=1))
    old.write_bytes(b"PK")
    made = back_up(office, stick).path
    assert names(stick) == [made.name]


def test_files_of_others_stay(office: Workplace, stick: Path) -> None:
    (stick / "ảnh.jpg").write_bytes(b"x")
    (stick / "06860-2024-11-01-0800.sao-luu").write_bytes(b"x")
    back_up(office, stick)
    assert {"ảnh.jpg", "06860-2024-11-01-0800.sao-luu"} < set(names(stick))


def test_a_trial_restore_says_what_is_lacking_and_leaves_nothing(office: Workplace, stick: Path) -> None:
    made = back_up(office, stick).path
    whole = try_restoring(office, made, commune.PASSPHRASE)
    assert (whole.joins, whole.behind, whole.restored) == (True, 0, whole.now)
    assert whole.head == whole.head_now
    add_unit(office, NewUnit("06859-T03", "hamlet", "Thôn", "Mới", parent=commune.COMMUNE))
    before = names(office.database.folder)
    drill = try_restoring(office, made, commune.PASSPHRASE)
    assert (drill.joins, drill.behind) == (True, 1)
    assert (drill.restored.hamlets, drill.now.hamlets) == (2, 3)
    assert names(office.database.folder) == before


def test_a_backup_that_the_log_in_use_does_not_go_on_from_is_told(
    office: Workplace, stick: Path, settled_office: Path, tmp_path: Path
) -> None:
    other = open_office(
        Path(shutil.copytree(settled_office, tmp_path / "other")),
        commune.PASSPHRASE,
        TrainingClock(commune.OPENS),
    )
    add_unit(other, NewUnit("06859-T03", "hamlet", "Thôn", "Mới", parent=commune.COMMUNE))
    made = back_up(other, stick).path
    other.database.close()
    add_unit(office, NewUnit("06859-T03", "hamlet", "Thôn", "Khác", parent=commune.COMMUNE))
    assert not try_restoring(office, made, commune.PASSPHRASE).joins


def _full(monkeypatch: pytest.MonkeyPatch, folder: Path, room: int) -> None:
    """Let the disk of a folder have so many bytes for all that lies in it."""

    def usage(_: Path) -> shutil._ntuple_diskusage:
        used = sum(path.stat().st_size for path in folder.glob("*.sao-luu"))
        return shutil._ntuple_diskusage(room, used, room - used)

    monkeypatch.setattr("desktop.services.office.backup_files.shutil.disk_usage", usage)


def test_on_a_full_stick_the_oldest_backups_make_way_and_it_is_said(
    office: Workplace, stick: Path, clock: TrainingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        back_up(office, stick)
        clock.moment += timedelta(days=1)
    first, _, *others = names(stick)
    size = (stick / first).stat().st_size
    # The making of one takes as much as two.
    _full(monkeypatch, stick, room_for(office.database) + 2 * size + 1000)
    made = back_up(office, stick)
    assert made.made_way == 2
    assert names(stick) == [*others, made.path.name]


def test_the_newest_whole_backup_never_makes_way(
    office: Workplace, stick: Path, clock: TrainingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = back_up(office, stick).path
    clock.moment += timedelta(days=1)
    damaged = stick / backup_name("06859", clock())
    damaged.write_bytes(b"PK" + bytes(room_for(office.database)))
    # Even without all others there is no room: none is taken away.
    _full(monkeypatch, stick, 1000)
    assert make_room(stick, "06859", room_for(office.database), is_whole) == ()
    assert names(stick) == [whole.name, damaged.name]
    _full(monkeypatch, stick, damaged.stat().st_size + whole.stat().st_size)
    assert make_room(stick, "06859", damaged.stat().st_size, is_whole) == (damaged,)
    assert names(stick) == [whole.name]
