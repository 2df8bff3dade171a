"""What a clerk does and takes back leaves data that the check finds whole."""

from __future__ import annotations

from sqlalchemy import select

from desktop.models.audit import AuditEntry
from desktop.models.counting import Count
from desktop.models.people import Household, ImportBatch
from desktop.models.store.session import reading
from desktop.services.counting import counts
from desktop.services.lists import batches
from desktop.services.office.checking import check_office
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.digest import log_mark
from tests.offices import commune


def _households(office: Workplace) -> int:
    with reading(office.database) as session:
        return len(session.scalars(select(Household.id)).all())


def test_an_import_that_was_taken_back_is_as_the_program_wrote_it(office: Workplace) -> None:
    before = _households(office)
    commune.store(office, [commune.row("Lò A Sò"), commune.row("Tẩn Sài Vảng")], commune.OTHER_HAMLET)
    with reading(office.database) as session:
        batch = session.scalars(select(ImportBatch.id).order_by(ImportBatch.id.desc())).first()
    assert batch is not None
    assert _households(office) == before + 2
    batches.undo(office, batch)
    assert _households(office) == before
    assert check_office(office).findings == ()


def test_a_reopened_count_is_as_the_program_wrote_it_and_each_revision_has_its_entry(
    office: Workplace,
) -> None:
    code = commune.finalised(office)
    counts.reopen(office, code, "Ghi nhầm số phiếu.")
    commune.agree(office, code)
    counts.finalise(office, code)
    assert check_office(office).findings == ()
    with reading(office.database) as session:
        told = [
            log_mark(session, [sha256])
            for sha256 in session.scalars(select(Count.sha256).order_by(Count.revision))
        ]
        entries = session.execute(
            select(AuditEntry.sequence, AuditEntry.hash)
            .where(AuditEntry.action == "count.finalise")
            .order_by(AuditEntry.sequence)
        ).all()
        newest = log_mark(session, list(session.scalars(select(Count.sha256))))
    assert [(each.entry, each.sha256) for each in told if each] == [tuple(each) for each in entries]
    assert len(entries) == 2
    assert newest == told[-1]
