"""Somebody has the key and edits the database with plain SQL: whatever is final, the check says what."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, LargeBinary, TextClause, select, text, type_coerce
from sqlalchemy.types import NullType

from desktop.bootstrap import open_office
from desktop.errors import RequestRefused
from desktop.models.audit import AuditEntry, _hash
from desktop.models.exchange import ReceiptOut, SealedPackage
from desktop.models.finals import FINALS, Final
from desktop.models.kept_bytes import KeptBytes
from desktop.models.store.sealing import differences
from desktop.models.store.session import reading
from desktop.services.office.backups import back_up, restore_office
from desktop.services.office.checking import CheckView, check_office
from desktop.services.office.settings import set_backup_folder, set_field
from tests.models.kept.known import PASSPHRASE
from tests.models.records import NOW
from tests.offices.tampered import by_hand, checked, copied, make_office_of_everything

FORGED = b'{"forged":1}\n'
DIGEST = hashlib.sha256(FORGED).hexdigest()
FILLED = {
    "{bytes}": f"content = x'{FORGED.hex()}', sha256 = '{DIGEST}'",
    "{forged}": FORGED.hex(),
    "{digest}": DIGEST,
}
CHANGED, UNKNOWN = "storage.changed", "storage.unknown"

# What was done, in the clerk's words; by which statement; and what the check says of what.
TAMPERINGS = tomllib.loads((Path(__file__).parent / "tamperings.toml").read_text(encoding="utf-8"))[
    "tampering"
]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office_of_everything(tmp_path_factory.mktemp("whole") / "xa-mau")


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return copied(whole, tmp_path / "xa-mau")


def test_an_office_of_everything_is_as_it_was_written(folder: Path) -> None:
    found = checked(folder)
    assert found.findings == ()
    assert [said.split(" (")[0] for said in found.compared] == [
        "Dấu giữ cạnh dữ liệu lúc đóng lần trước",
        "Dấu trong biên nhận của gói số 1",
    ]


def _sql(template: str) -> TextClause:
    for name, value in FILLED.items():
        template = template.replace(name, value)
    return text(template)


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda each: each["done"])
def test_what_is_final_was_changed_by_hand(folder: Path, tampering: dict[str, str]) -> None:
    with by_hand(folder) as connection:
        assert connection.execute(_sql(tampering["sql"])).rowcount > 0
    found = checked(folder)
    named = [
        (each, sentence)
        for each, sentence in zip(found.findings, found.sentences(), strict=True)
        if each.code == f"storage.{tampering['found']}" and tampering["about"] in each.about
    ]
    assert named, found.findings
    assert all(sentence.startswith(each.about) for each, sentence in named)


def test_at_least_the_tamperings_that_were_known_are_tried() -> None:
    assert len(TAMPERINGS) >= 28


def _codes(folder: Path) -> set[str]:
    return set(checked(folder).problems)


def test_the_log_was_emptied(folder: Path) -> None:
    with by_hand(folder) as connection:
        connection.execute(text("DELETE FROM audit_seals"))
        connection.execute(text("DELETE FROM audit_entries"))
    assert {"check.older", UNKNOWN} <= _codes(folder)


def test_the_log_was_cut_at_its_end_with_what_it_sealed(folder: Path) -> None:
    with by_hand(folder) as connection:
        last = connection.scalar(text("SELECT max(sequence) FROM audit_entries"))
        for sql in (
            "DELETE FROM audit_seals WHERE sequence >= :last",
            "DELETE FROM audit_entries WHERE sequence >= :last",
        ):
            connection.execute(text(sql), {"last": last})
    assert "check.older" in _codes(folder)


def test_an_entry_was_changed(folder: Path) -> None:
    with by_hand(folder) as connection:
        connection.execute(text("UPDATE audit_entries SET actor = 'operator:9' WHERE sequence = 5"))
    assert "storage.audit" in _codes(folder)


def test_a_seal_was_changed_to_fit_a_changed_count(folder: Path) -> None:
    with by_hand(folder) as connection:
        connection.execute(_sql("UPDATE counts SET {bytes} WHERE id = 1"))
        final = next(each for each in FINALS if each.name == "counts")
        ((owner, stands, _),) = differences(connection, final)
        connection.execute(
            text(
                "UPDATE audit_seals SET sha256 = :stands WHERE record_table = 'counts' AND record_key = :key"
            ),
            {"stands": stands, "key": owner},
        )
    found = checked(folder)
    assert found.problems == ("storage.audit",)


def _write_the_log_anew(connection: Connection) -> None:
    """Change who did the first thing, and compute every hash of the chain again."""
    connection.execute(text("UPDATE audit_entries SET actor = 'operator:9' WHERE sequence = 1"))
    previous = "0" * 64
    rows = connection.execute(AuditEntry.__table__.select().order_by(AuditEntry.sequence)).mappings().all()
    connection.execute(text("UPDATE audit_entries SET previous = 'p' || sequence, hash = 'h' || sequence"))
    for row in rows:
        entry = AuditEntry(**{**row, "previous": previous})
        previous, before = _hash(entry), previous
        connection.execute(
            text("UPDATE audit_entries SET previous = :before, hash = :hash WHERE sequence = :sequence"),
            {"before": before, "hash": previous, "sequence": row["sequence"]},
        )


def test_the_whole_log_was_written_anew(folder: Path) -> None:
    with by_hand(folder) as connection:
        _write_the_log_anew(connection)
    found = checked(folder)
    assert set(found.problems) == {"check.older"}
    assert "Dấu giữ cạnh dữ liệu" in found.sentence()


def test_the_whole_log_was_written_anew_and_its_mark_taken_away(folder: Path) -> None:
    with by_hand(folder) as connection:
        _write_the_log_anew(connection)
    (folder / "office.head").unlink()
    found = checked(folder)
    assert found.problems == ("check.older",)
    assert "biên nhận của gói số 1" in found.findings[0].about


def _works_on(folder: Path, backups: Path | None = None) -> None:
    place = open_office(folder, PASSPHRASE)
    if backups is not None:
        backups.mkdir(exist_ok=True)
        set_backup_folder(place, backups)
    set_field(place, "name", "Ủy ban nhân dân xã Mẫu (một)")
    if backups is not None:
        back_up(place, backups)
    place.database.close()


def test_an_older_database_was_put_back(folder: Path) -> None:
    older = (folder / "office.db").read_bytes()
    _works_on(folder)
    (folder / "office.db").write_bytes(older)
    assert checked(folder).problems == ("check.older",)
    # To close it doesn't hide it.
    assert checked(folder).problems == ("check.older",)


def test_an_older_database_was_put_back_with_its_mark_but_a_backup_knows(
    folder: Path, tmp_path: Path
) -> None:
    backups = tmp_path / "usb"
    _works_on(folder, backups)
    older = {name: (folder / name).read_bytes() for name in ("office.db", "office.head")}
    _works_on(folder, backups)
    for name, content in older.items():
        (folder / name).write_bytes(content)
    found = checked(folder)
    assert found.problems == ("check.older",)
    assert ".sao-luu" in found.findings[0].about


def test_what_was_changed_by_hand_is_not_sealed_by_the_next_work_on_it(folder: Path) -> None:
    with by_hand(folder) as connection:
        connection.execute(text("UPDATE office SET unit_code = '06860'"))
    _works_on(folder)
    assert checked(folder).problems == (CHANGED,)


def test_the_file_of_a_package_is_another_than_the_one_that_was_sealed(folder: Path) -> None:
    name, content = _stored_package(folder)
    file = folder / "outbox" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    found = checked(folder)
    assert found.problems == ("check.copy",)
    assert found.sentence().startswith(f"Tệp {name} khác với gói")
    file.write_bytes(content)
    assert checked(folder).findings == ()
    file.unlink()
    assert checked(folder).findings == ()


def _stored_package(folder: Path) -> tuple[str, bytes]:
    place = open_office(folder, PASSPHRASE)
    with reading(place.database) as session:
        name, content = session.execute(select(SealedPackage.file_name, SealedPackage.content)).first() or (
            "",
            b"",
        )
    place.database.close()
    return name, content


def test_the_file_of_a_receipt_is_another_than_the_one_that_was_given(folder: Path) -> None:
    place = open_office(folder, PASSPHRASE)
    with reading(place.database) as session:
        content = session.scalars(select(ReceiptOut.content)).first()
    place.database.close()
    assert content is not None
    file = folder / "receipts" / "06859-1.bn"
    file.parent.mkdir()
    file.write_bytes(content)
    assert checked(folder).findings == ()
    file.write_bytes(content[:-2])
    assert checked(folder).problems == ("check.copy",)
    # Of a package that was refused nothing is stored.
    file.rename(file.with_name("06859-1.refused.bn"))
    assert checked(folder).findings == ()


def _hash_of(folder: Path, action: str, *, newest: bool = False) -> tuple[int, str]:
    place = open_office(folder, PASSPHRASE)
    with reading(place.database) as session:
        query = select(AuditEntry.sequence, AuditEntry.hash).where(AuditEntry.action == action)
        order = AuditEntry.sequence.desc() if newest else AuditEntry.sequence
        sequence, found = session.execute(query.order_by(order)).first() or (0, "")
    place.database.close()
    return sequence, found


def _checked_with_paper(folder: Path, on_paper: str) -> CheckView:
    place = open_office(folder, PASSPHRASE)
    try:
        return check_office(place, on_paper=on_paper)
    finally:
        place.database.close()


def test_the_log_is_compared_with_the_foot_of_minutes(folder: Path) -> None:
    sequence, found = _hash_of(folder, "count.finalise")
    groups = " ".join(found[at : at + 4] for at in range(0, 32, 4)).upper()
    whole = _checked_with_paper(folder, groups)
    assert whole.findings == ()
    assert whole.compared[-1] == f"Dấu nhật ký ở chân biên bản (dòng {sequence})"
    with by_hand(folder) as connection:
        _write_the_log_anew(connection)
    (folder / "office.head").unlink()
    assert "check.paper" in _checked_with_paper(folder, groups).problems


def test_the_foot_of_minutes_that_a_restore_lost_is_told_as_that(folder: Path, tmp_path: Path) -> None:
    backups = tmp_path / "usb"
    _works_on(folder, backups)
    (kept,) = backups.iterdir()
    _works_on(folder)
    _, later = _hash_of(folder, "office.set", newest=True)
    restored = tmp_path / "moi"
    restore_office(kept, restored, PASSPHRASE, NOW)
    found = _checked_with_paper(restored, later[:32])
    assert found.problems == ("check.paper",)
    assert "trước lần khôi phục ấy" in found.sentence()
    assert "không phải bị sửa" in found.sentence()


@pytest.mark.parametrize("typed", ["3f0a", "3f0a 9c5d 7e1b 2a46 b81c 44d0 9e6f 5a2", "g" * 32])
def test_groups_that_are_no_foot_are_refused(folder: Path, typed: str) -> None:
    with pytest.raises(RequestRefused) as refusal:
        _checked_with_paper(folder, typed)
    assert refusal.value.code == "check.groups"


def test_a_trigger_that_writes_what_nobody_typed_was_added(folder: Path) -> None:
    with by_hand(folder) as connection:
        connection.execute(
            text(
                "CREATE TRIGGER quiet AFTER INSERT ON entries BEGIN"
                " UPDATE entries SET operator_id = 1 WHERE id = NEW.id; END"
            )
        )
    assert checked(folder).problems == ("storage.guards",)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER counts_no_update BEFORE UPDATE ON counts WHEN 0 BEGIN SELECT RAISE(ABORT, 'x'); END",
        "CREATE TRIGGER counts_no_update BEFORE UPDATE ON counts WHEN 1 BEGIN SELECT 1; END",
        (
            "CREATE TRIGGER counts_no_update BEFORE UPDATE ON counts WHEN 1"
            " BEGIN DELETE FROM papers; SELECT RAISE(ABORT, 'x'); END"
        ),
    ],
)
def test_a_guard_bears_its_name_and_no_longer_guards(folder: Path, sql: str) -> None:
    with by_hand(folder) as connection:
        connection.execute(text("DROP TRIGGER IF EXISTS counts_no_update"))
        connection.execute(text(sql))
    assert "storage.guards" in checked(folder).problems


def test_a_restored_office_was_made_to_seal_before_it_read_a_receipt(folder: Path, tmp_path: Path) -> None:
    backups = tmp_path / "usb"
    _works_on(folder, backups)
    (kept,) = backups.iterdir()
    restored = tmp_path / "moi"
    restore_office(kept, restored, PASSPHRASE, NOW)
    assert checked(restored).findings == ()
    with by_hand(restored) as connection:
        connection.execute(text("UPDATE office SET restored_at = NULL"))
    found = checked(restored)
    assert found.problems == ("check.restored",)
    assert "đừng gửi gói nào" in found.sentence()


# The reverse: what the program and its clerk did is accepted.


def test_a_restored_backup_is_accepted_beside_a_newer_one(folder: Path, tmp_path: Path) -> None:
    backups = tmp_path / "usb"
    _works_on(folder, backups)
    (first,) = backups.iterdir()
    kept = first.rename(tmp_path / "thu-hai.sao-luu")
    _works_on(folder, backups)
    restored = tmp_path / "moi"
    restore_office(kept, restored, PASSPHRASE, NOW)
    _works_on(restored)
    found = checked(restored)
    assert found.findings == ()
    assert len(found.compared) == 3


def test_a_power_cut_before_the_mark_is_kept_looks_like_nothing(folder: Path) -> None:
    mark = (folder / "office.head").read_bytes()
    _works_on(folder)
    (folder / "office.head").write_bytes(mark)
    assert checked(folder).findings == ()
    (folder / "office.head").write_bytes(mark[:17])
    assert checked(folder).findings == ()
    (folder / "office.head").unlink()
    assert checked(folder).findings == ()


# Every cell of every final column.

CELLS = [(final, column) for final in FINALS for column in final.columns()]


@pytest.fixture(scope="session")
def cells(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(whole, tmp_path_factory.mktemp("cells") / "xa-mau")


def _other_cell(column: Column[object], now: object) -> object:
    if isinstance(column.type, LargeBinary):
        return bytes(now or b"") + b"\x00"  # type: ignore[call-overload] # of a column of bytes
    if isinstance(now, int):
        return now + 1000
    if now is None:
        return 1 if column.type.python_type in (int, bool) else "x"
    return f"{now}x"


def test_no_cell_of_what_is_final_can_be_changed_unseen(cells: Path) -> None:
    unseen = []
    with by_hand(cells) as connection:
        for final, column in CELLS:
            point = connection.begin_nested()
            if not _is_seen(connection, final, column):
                unseen.append(f"{final.name}.{column.name}")
            point.rollback()
    assert unseen == []
    assert len(CELLS) > 300


def _is_seen(connection: Connection, final: Final, column: Column[object]) -> bool:
    sealed = text("SELECT record_key FROM audit_seals WHERE record_table = :name AND sha256 IS NOT NULL")
    owner = connection.scalars(sealed, {"name": final.name}).first()
    assert owner is not None, f"nothing of {final.name} is sealed"
    rows = final.table
    query = select(rows.c.id, type_coerce(column, NullType())).where(rows.c[final.owner] == owner)
    key, now = connection.execute(query).first() or (None, None)
    connection.exec_driver_sql(
        f'UPDATE {rows.name} SET "{column.name}" = ? WHERE id = ?',  # noqa: S608 - of the program's own tables
        (_other_cell(column, now), key),
    )
    return bool(list(differences(connection, final)))


def test_every_kind_is_final_but_for_what_is_said_to_be_free(cells: Path) -> None:
    open_columns = {
        final.name: sorted(
            {column.name for column in final.table.columns} - {column.name for column in final.columns()}
        )
        for final in FINALS
        if not issubclass(final.records, KeptBytes)
    }
    assert {name: columns for name, columns in open_columns.items() if columns and "." not in name} == {
        "office": ["id", "name", "restored_at", "settings", "superior"],
        "operators": ["pin_hash", "retired_at", "side", "wrong_pin_at", "wrong_pins"],
        "operator_pins": ["id", "name", "retired_at", "side", "wrong_pin_at", "wrong_pins"],
        "officials": ["phone"],
        "own_keys": ["content"],
        "sealed_packages": ["content"],
    }
    place = open_office(cells, PASSPHRASE)
    with reading(place.database) as session:
        held = set(session.scalars(text("SELECT DISTINCT record_table FROM audit_seals")))
    place.database.close()
    assert held == {final.name for final in FINALS}
