"""A lost passphrase: the code from the safe opens the office, and both are made anew."""

from __future__ import annotations

import string
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.bootstrap import open_office, shipped_statutes
from desktop.errors import PackageRefused, RequestRefused, StorageRefused
from desktop.exchange import crockford, keystore
from desktop.models.audit import AuditEntry
from desktop.models.store import database as databases
from desktop.models.store.session import reading, writing
from desktop.services.office import passphrases
from desktop.services.office.backups import back_up, look_into_backup, restore_office
from desktop.services.office.checking import CheckView, check_office
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.office.keys import lock_trouble, unlock
from desktop.services.office.passphrases import renew
from desktop.services.office.recovery import is_code, open_with_code, tidy_code
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.training.first_start import Start, Started, start_office
from tests.offices.forged_lock import BOTH, forge_recovery
from tests.offices.start_example import UNITS, unit_in_force

NEW = "suối mơ tháng chạp"


def clock() -> datetime:
    return datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def started(tmp_path: Path) -> Started:
    start = Start("commune", unit_in_force("06838"), False, TRAINING_PASSPHRASE)
    made = start_office(tmp_path / "co-quan", start, UNITS, shipped_statutes(), clock)
    made.workplace.database.close()
    return made


def folder_of(started: Started) -> Path:
    return started.workplace.database.folder


def by_code(started: Started, code: str) -> Workplace:
    return open_with_code(folder_of(started), code, shipped_statutes(), clock)[0]


def works(folder: Path, passphrase: str) -> bool:
    workplace = open_office(folder, passphrase, clock)
    try:
        return unlock(workplace, passphrase).unit == "06838"
    finally:
        workplace.database.close()


def test_the_code_opens_database_and_keys_and_a_new_passphrase_takes_over(started: Started) -> None:
    folder, code = folder_of(started), started.recovery_code
    workplace, keys = open_with_code(folder, code, shipped_statutes(), clock)
    renewed = renew(workplace, keys, NEW)
    with reading(workplace.database) as session:
        last = session.query(AuditEntry).order_by(AuditEntry.sequence.desc()).first()
        assert (last.action, last.fields) == ("keys.renew", ["content"])
    assert check_office(workplace).problems == ()
    workplace.database.close()
    assert works(folder, NEW)
    by_code(started, renewed.code).database.close()
    with pytest.raises(StorageRefused) as old_passphrase:
        open_office(folder, TRAINING_PASSPHRASE, clock)
    with pytest.raises(StorageRefused) as old_code:
        by_code(started, code)
    assert (old_passphrase.value.code, old_code.value.code) == ("storage.passphrase", "storage.recovery")
    text = pypdfium2.PdfDocument(renewed.sheet)[0].get_textpage().get_text_range()
    assert all(group in text for group in renewed.code.split("-"))
    for path in folder.rglob("*"):
        assert renewed.code.encode() not in path.read_bytes()
    assert renewed.code not in repr(renewed)


class Killed(BaseException):
    pass


def stop_at(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(databases, name, killed)


def test_a_change_killed_before_the_keys_leaves_the_old_passphrase_whole(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(started)
    workplace, keys = open_with_code(folder, started.recovery_code, shipped_statutes(), clock)
    with monkeypatch.context() as patched:

        def killed(*_: object) -> None:
            raise Killed

        patched.setattr(passphrases, "keys_in_use", killed)
        with pytest.raises(Killed):
            renew(workplace, keys, NEW)
    workplace.database.close()
    half = open_office(folder, NEW, clock)
    with pytest.raises(PackageRefused) as refused:
        unlock(half, NEW)
    half.database.close()
    assert refused.value.code == "keys.passphrase"
    assert works(folder, TRAINING_PASSPHRASE)
    # The opening settled it: the half new one is gone.
    with pytest.raises(StorageRefused):
        open_office(folder, NEW, clock)
    by_code(started, started.recovery_code).database.close()


def test_a_change_killed_after_the_keys_leaves_the_new_passphrase_whole(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(started)
    workplace, keys = open_with_code(folder, started.recovery_code, shipped_statutes(), clock)
    with monkeypatch.context() as patched:
        stop_at("keep_lock", patched)
        with pytest.raises(Killed):
            renew(workplace, keys, NEW)
    workplace.database.close()
    assert works(folder, NEW)
    for secret in (TRAINING_PASSPHRASE, started.recovery_code):
        with pytest.raises((StorageRefused, PackageRefused)):
            works(folder, secret)


def test_a_backup_is_looked_into_and_restored_with_passphrase_or_code(
    started: Started, tmp_path: Path
) -> None:
    workplace = open_office(folder_of(started), TRAINING_PASSPHRASE, clock)
    out = back_up(workplace, tmp_path / "x.sao-luu").path
    workplace.database.close()
    new = tmp_path / "may-moi"
    told: list[int] = []
    for typed in (TRAINING_PASSPHRASE, started.recovery_code.lower().replace("-", " ")):
        found = look_into_backup(out, new, typed, lambda done, _: told.append(done))
        assert (found.unit_code, found.training, found.hamlets, found.counts) == ("06838", True, 0, 0)
        assert (found.office, found.last_at.day) == ("Ủy ban nhân dân xã Bình Liêu", 2)
        assert not new.exists()
    assert told
    restored = restore_office(out, new, started.recovery_code, clock())
    assert restored.entries == found.entries
    assert works(new, TRAINING_PASSPHRASE)


def test_what_does_not_open_a_backup_is_named(started: Started, tmp_path: Path) -> None:
    workplace = open_office(folder_of(started), TRAINING_PASSPHRASE, clock)
    out = back_up(workplace, tmp_path / "x.sao-luu").path
    workplace.database.close()
    other = keystore.lock(
        keystore.unlock_with_recovery(*_stored_with_code(started)), "x", keystore.Cost()
    ).recovery_code
    for typed, code in (("khác", "storage.passphrase"), (other, "storage.recovery")):
        with pytest.raises(StorageRefused) as refused:
            look_into_backup(out, tmp_path / "may-moi", typed)
        assert refused.value.code == code


def test_a_passphrase_that_looks_like_a_code_is_tried_as_a_passphrase(
    started: Started, tmp_path: Path
) -> None:
    folder = folder_of(started)
    workplace, keys = open_with_code(folder, started.recovery_code, shipped_statutes(), clock)
    alike = started.recovery_code
    renew(workplace, keys, alike)
    out = back_up(workplace, tmp_path / "x.sao-luu").path
    workplace.database.close()
    assert is_code(alike)
    assert look_into_backup(out, tmp_path / "may-moi", alike).unit_code == "06838"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "recovery.length"),
        ("ABC-DEF", "recovery.length"),
        ("7MP-RCS-4MA-2TN-R8Y-95Y-92R-X2H-WA", "recovery.length"),
        ("7MP-RCS-4MA-2TN-R8Y-95Y-92R-X2H-WUU", "recovery.symbol"),
        ("mật khẩu của cơ quan xã ta", "recovery.symbol"),
        ("7MP-RCS-4MA-2TN-R8Y-95Y-92R-X2H-WA2", "recovery.typo"),
    ],
)
def test_a_code_that_is_mistyped_says_how(typed: str, code: str) -> None:
    with pytest.raises(RequestRefused) as refused:
        tidy_code(typed)
    assert refused.value.code == code


@given(st.binary(min_size=16, max_size=16), st.data())
def test_any_single_wrong_symbol_is_found_and_spelling_is_forgiven(drawn: bytes, data: st.DataObject) -> None:
    code = keystore._recovery_text(drawn)
    forgiven = code.lower().replace("-", data.draw(st.sampled_from(["", " ", "-", " - "])))
    assert tidy_code(forgiven.replace("0", "o").replace("1", data.draw(st.sampled_from("iIlL")))) == code
    symbols = code.replace("-", "")
    place = data.draw(st.integers(0, len(symbols) - 1))
    wrong = data.draw(st.sampled_from([s for s in crockford.ALPHABET if s != symbols[place]]))
    with pytest.raises(RequestRefused) as refused:
        tidy_code(symbols[:place] + wrong + symbols[place + 1 :])
    assert refused.value.code == "recovery.typo"


@given(st.text(alphabet=string.printable + "ắễ", max_size=40))
def test_whatever_is_typed_is_a_code_or_refused(typed: str) -> None:
    try:
        assert is_code(tidy_code(unicodedata.normalize("NFC", typed)))
    except RequestRefused as refusal:
        assert refusal.code.startswith("recovery.")  # noqa: PT017 - or it is a code


def _stored_with_code(started: Started) -> tuple[bytes, str]:
    from desktop.services.office.keys import keys_in_use  # noqa: PLC0415 - beside its only use

    workplace = open_office(folder_of(started), TRAINING_PASSPHRASE, clock)
    with reading(workplace.database) as session:
        stored = keys_in_use(session).content
    workplace.database.close()
    return stored, started.recovery_code


def test_what_the_recovery_code_opens_was_changed_in_both_files(started: Started) -> None:
    """The passphrase opens the office as before; that the sheet in the safe doesn't is found by the check."""
    folder = folder_of(started)
    assert checked(folder).findings == ()
    forge_recovery(folder, *BOTH)
    assert works(folder, TRAINING_PASSPHRASE)
    assert trouble_at_opening(folder).startswith("Tệp office.json đã bị sửa")
    found = checked(folder)
    assert found.problems == ("check.lock",)
    assert found.sentence().startswith("Tệp office.json đã bị sửa")
    workplace = open_office(folder, TRAINING_PASSPHRASE, clock)
    renew(workplace, unlock(workplace, TRAINING_PASSPHRASE), NEW)
    assert check_office(workplace).findings == ()
    assert lock_trouble(workplace) == ""
    workplace.database.close()


@pytest.mark.parametrize("changed", BOTH)
def test_what_the_recovery_code_opens_was_changed_in_one_file_and_the_other_mends_it(
    started: Started, changed: str
) -> None:
    folder = folder_of(started)
    whole = (folder / "office.json").read_bytes()
    forge_recovery(folder, changed)
    assert trouble_at_opening(folder) == ""
    assert [(folder / name).read_bytes() for name in BOTH] == [whole, whole]


def test_the_code_opens_an_office_whose_first_file_alone_was_changed(started: Started) -> None:
    folder = folder_of(started)
    whole = (folder / "office.json").read_bytes()
    forge_recovery(folder, "office.json")
    workplace, _ = open_with_code(folder, started.recovery_code, shipped_statutes(), clock)
    workplace.database.close()
    assert (folder / "office.json").read_bytes() == whole


def test_a_lock_that_somebody_put_before_the_offices_own_is_not_the_one_that_is_kept(
    started: Started,
) -> None:
    folder = folder_of(started)
    whole = (folder / "office.json").read_bytes()
    forge_recovery(folder, *BOTH, beside_own=True)
    assert trouble_at_opening(folder) == ""
    assert (folder / "office.json").read_bytes() == whole


def trouble_at_opening(folder: Path) -> str:
    workplace = open_office(folder, TRAINING_PASSPHRASE, clock)
    try:
        unlock(workplace, TRAINING_PASSPHRASE)
        return lock_trouble(workplace)
    finally:
        workplace.database.close()


def test_an_office_that_remembers_no_lock_takes_the_one_that_opens_it_for_its_own(started: Started) -> None:
    folder = folder_of(started)
    workplace = open_office(folder, TRAINING_PASSPHRASE, clock)
    with writing(workplace.database) as session:
        office = own_office(session)
        known, office.settings = office.settings.lock, replace(office.settings, lock=None)
        workplace.note(session, "office.set", office, "lock")
    unlock(workplace, TRAINING_PASSPHRASE)
    with reading(workplace.database) as session:
        assert own_office(session).settings.lock == known is not None
    workplace.database.close()


def checked(folder: Path) -> CheckView:
    workplace = open_office(folder, TRAINING_PASSPHRASE, clock)
    try:
        return check_office(workplace)
    finally:
        workplace.database.close()
