from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import select

from desktop.bootstrap import open_office, shipped_statutes
from desktop.errors import RequestRefused, StorageRefused
from desktop.exchange.keystore import unlock_with_recovery
from desktop.models.exchange import OwnKeys
from desktop.models.store.session import reading
from desktop.resources import resource
from desktop.services.exchange.own_card import card_of_own, save_card, trusted_offices
from desktop.services.office.folder import TRAINING_PASSPHRASE, holds_office, opens_silently
from desktop.services.office.keys import unlock
from desktop.services.office.passphrases import recovery_sheet
from desktop.services.office.workplace import own_unit
from desktop.services.places.unit_list import UnitChoice
from desktop.services.today.top_bar import desk_facts
from desktop.services.training.first_start import (
    Start,
    at_examples_time,
    is_example,
    office_name,
    refuse_short_passphrase,
    start_office,
)
from tests.offices.start_example import unit_in_force

UNITS = resource("units", "units.csv")


def clock() -> datetime:
    return datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def chosen(code: str = "06838") -> UnitChoice:
    return unit_in_force(code)


def started(folder: Path, *, role: str = "commune", code: str = "06838"):  # noqa: ANN201 - Started
    start = Start(role, chosen(code), official=False, passphrase=TRAINING_PASSPHRASE)
    return start_office(folder, start, UNITS, shipped_statutes(), clock)


def test_a_training_office_opens_silently_and_knows_its_unit(tmp_path: Path) -> None:
    folder = tmp_path / "co-quan"
    assert not holds_office(folder)
    assert not opens_silently(folder)
    made = started(folder)
    with reading(made.workplace.database) as session:
        assert own_unit(session).name == "Bình Liêu"
    facts = desk_facts(made.workplace)
    assert (facts.unit, facts.superior, facts.training) == ("Xã Bình Liêu", "tỉnh Quảng Ninh", True)
    made.workplace.database.close()
    assert holds_office(folder)
    assert opens_silently(folder)
    open_office(folder, TRAINING_PASSPHRASE).database.close()
    with pytest.raises(StorageRefused) as refused:
        started(folder)
    assert refused.value.code == "storage.in_use"


def test_the_recovery_code_opens_the_keys_and_is_stored_nowhere(tmp_path: Path) -> None:
    made = started(tmp_path / "co-quan")
    with reading(made.workplace.database) as session:
        stored = session.scalars(select(OwnKeys.content)).one()
    assert unlock_with_recovery(stored, made.recovery_code) == unlock(made.workplace, TRAINING_PASSPHRASE)
    made.workplace.database.close()
    for file in (tmp_path / "co-quan").rglob("*"):
        assert made.recovery_code.encode() not in file.read_bytes()
    assert made.recovery_code not in repr(made)


def test_a_receiving_office_receives_for_its_province(tmp_path: Path) -> None:
    made = started(tmp_path / "so", role="receiving", code="22")
    assert desk_facts(made.workplace).role == "receiving"
    assert unlock(made.workplace, TRAINING_PASSPHRASE).recipients.keys() == {"government", "party"}
    made.workplace.database.close()
    assert office_name("receiving", chosen("22")) == "Sở Nội vụ tỉnh Quảng Ninh"


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("ngắn", "ngắn", "passphrase.short"),
        ("           ", "           ", "passphrase.short"),
        ("rừng tre xanh mát", "rừng tre xanh mat", "passphrase.differs"),
    ],
)
def test_an_official_passphrase_is_long_and_typed_twice_alike(first: str, second: str, code: str) -> None:
    with pytest.raises(RequestRefused) as refused:
        refuse_short_passphrase(first, second)
    assert refused.value.code == code


def test_a_good_passphrase_passes() -> None:
    refuse_short_passphrase("rừng tre xanh mát", "rừng tre xanh mát")


def test_the_sheet_bears_every_group_and_the_training_stamp(tmp_path: Path) -> None:
    code = "7MP-RCS-4MA-2TN-R8Y-95Y-92R-X2H-WA3"
    made = started(tmp_path / "co-quan")
    data = recovery_sheet(made.workplace, code)
    made.workplace.database.close()
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert all(group in text for group in code.split("-"))
    assert "PHIẾU KHÔI PHỤC KHÓA" in text
    assert "DỮ LIỆU TẬP HUẤN" in text
    assert "cơ sở dữ liệu cùng khóa" in " ".join(text.split())
    assert "Bình Liêu, ngày 02 tháng 3 năm 2026" in " ".join(text.split())


def test_the_card_of_the_office_is_written_to_a_file(tmp_path: Path) -> None:
    made = started(tmp_path / "co-quan")
    card = card_of_own(made.workplace, unlock(made.workplace, TRAINING_PASSPHRASE))
    assert card.file_name == "06838.the"
    assert len(card.groups) == 16
    assert save_card(card, tmp_path / card.file_name).read_bytes() == card.content
    assert trusted_offices(made.workplace) == ()
    made.workplace.database.close()


def test_the_example_is_known_by_its_folder_and_its_clock_goes_on_from_its_last_entry(tmp_path: Path) -> None:
    folder = tmp_path / "xa-mau" / "data" / "commune"
    made = started(folder)
    assert not is_example(folder)
    (tmp_path / "xa-mau" / "summary.json").write_text("{}")
    assert is_example(folder)
    place = at_examples_time(made.workplace)
    assert place.clock().date() == clock().date()
    assert place.clock() <= place.clock()
    made.workplace.database.close()
