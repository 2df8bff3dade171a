"""What was sent and signed before a merger of hamlets is the same after it, to the byte."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop.models.counting import Count
from desktop.models.exchange import SealedPackage
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from desktop.services.exchange import intake, receipts
from desktop.services.exchange.outbox import outbox, seal_campaign
from desktop.services.exchange.outbox_files import outbox_folder
from desktop.services.exchange.stick import save_package
from desktop.services.office import keys
from desktop.services.papers.minutes_views import draw_minutes, print_minutes
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.merger_plan import open_mergers
from desktop.services.places.mergers import write_mergers
from desktop.services.places.succession import Decision, undo_change
from desktop.services.results import decisions
from tests.offices import commune
from tests.offices.commune import PASSPHRASE
from tests.printing.pages import one_line
from tests.services.conftest import clock, office, settled_office
from tests.services.exchange.test_packages import district, new_districts

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock

__all__ = ["clock", "district", "new_districts", "office", "settled_office"]

MERGED_ON = date(2025, 7, 1)
BY = Decision("15/NQ-HĐND", date(2025, 6, 20), "Hội đồng nhân dân xã Mẫu")


def kept_in(office: Workplace, stick: Path) -> dict[str, bytes]:
    """Return all that was sent or signed: packages, counts and papers kept, and the files of packages."""
    with reading(office.database) as session:
        kept = {
            f"{table.__name__} {row.id}": row.content
            for table in (SealedPackage, Count, Paper)
            for row in session.execute(select(table.id, table.content))
        }
    files = [path for folder in (outbox_folder(office), stick) for path in folder.iterdir() if path.is_file()]
    return kept | {str(path): path.read_bytes() for path in files}


@pytest.mark.parametrize("taken_back", [False, True])
def test_a_package_and_minutes_of_before_are_unchanged_to_the_byte(
    office: Workplace, clock: TrainingClock, district: Workplace, tmp_path: Path, *, taken_back: bool
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    code = commune.finalised(office)
    print_minutes(office, code)
    decisions.recognise(office, code, "102/QĐ-UBND", date(2024, 12, 10))
    seal_campaign(office, keys.unlock(office, PASSPHRASE), "2024", "198")
    saved = save_package(office, outbox(office).packages[0].id, stick, lambda *_: None)
    before, minutes = kept_in(office, stick), draw_minutes(office, code, "full")
    assert saved.path.read_bytes() in before.values()
    assert {name.split()[0] for name in before} >= {"SealedPackage", "Count", "Paper"}

    clock.moment = datetime(2025, 7, 5, 1, tzinfo=UTC)
    plan = tmp_path / "sap-nhap.csv"
    plan.write_text("STT;Thôn cũ;Thôn mới\n1;Lục Ngù;Lục Chợ\n2;Chợ;Lục Chợ\n", "utf-8")
    batch = write_mergers(office, open_mergers(office, plan), MERGED_ON, BY)
    assert [line.full_name for line in hamlet_lines(office)] == ["Thôn Lục Chợ"]
    if taken_back:
        undo_change(office, batch)

    assert kept_in(office, stick) == before
    assert draw_minutes(office, code, "full") == minutes
    assert "lục ngù" in one_line(minutes).lower()
    # The stick arrives only now: the package of the old hamlet is taken in, and its receipt belongs to it.
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), saved.path.read_bytes())
    assert taken.receipt is not None
    receipts.read_receipt(office, keys.unlock(office, PASSPHRASE), taken.receipt)
    [line] = outbox(office).packages
    assert (line.units, line.outcome) == (("Thôn Lục Ngù",), "accepted")
