"""The list of hamlets: what it says of a hamlet's kind and name, however its columns put it."""

from __future__ import annotations

from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.lists import taking
from desktop.services.lists.preview import RowState
from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import hamlet_lines
from tests.offices.commune import as_read


def test_a_kind_in_the_column_of_names_is_told_from_the_name(office: Workplace) -> None:
    rows = [{"name": "Thôn Nà Ếch"}, {"name": "Khu phố Đông"}, {"name": "Bản Cáu"}, {"name": "Thôn Lục Ngù"}]
    preview = taking.preview(office, HAMLETS, "", as_read(rows))
    assert [row.state for row in preview.rows] == [*[RowState.NEW] * 3, RowState.SAME]
    taking.store(office, HAMLETS, preview)
    names = {(line.kind, line.name) for line in hamlet_lines(office)}
    assert {("Thôn", "Nà Ếch"), ("Khu phố", "Đông"), ("Thôn", "Bản Cáu")} <= names
    assert taking.preview(office, HAMLETS, "", as_read(rows)).written_rows({}) == 0
