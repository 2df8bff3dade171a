"""The thirteen hamlets of the demo: what happened to each of them shows in what is left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from desktop.bootstrap import open_office
from desktop.services.elections.planning import election
from desktop.services.office.workplace import Workplace
from desktop.services.papers.kept import printed_papers
from tests.journeys.conftest import Demo
from tests.printing.pages import one_line

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def commune(demo: Demo) -> Iterator[Workplace]:
    workplace = open_office(demo.commune, "tap-huan")
    yield workplace
    workplace.database.close()


def code(number: int) -> str:
    return f"06859-T{number:02d}-20241208"


def hamlets(demo: Demo) -> list[dict[str, Any]]:
    return json.loads((demo.folder / "summary.json").read_bytes())["hamlets"]


def test_every_hamlet_has_ballots_minutes_and_an_envelope(demo: Demo) -> None:
    for number in range(1, 14):
        for name in (
            f"ballots/phieu-{code(number)}.pdf",
            f"minutes/bien-ban-{code(number)}.pdf",
            f"minutes/bien-ban-{code(number)}-de-trong.pdf",
            f"envelopes/phong-bi-{code(number)}.pdf",
            f"decisions/quyet-dinh-{code(number)}.pdf",
        ):
            assert (demo.folder / name).is_file(), name


def test_an_envelope_holds_every_paper_of_the_eve(commune: Workplace) -> None:
    forms = {paper.form for paper in printed_papers(commune, code(2))}
    assert forms >= {
        "cover-checklist",
        "hamlet-ballot",
        "ballot-handover",
        "sign-in-roll",
        "tally-sheet",
        "counting-minutes-blank",
    }


def test_a_row_that_cannot_be_is_refused_at_import(demo: Demo) -> None:
    (line,) = [line for line in demo.told.err.splitlines() if "từ chối 1 dòng" in line]
    assert line.startswith(hamlets(demo)[4]["name"])


def test_faults_stop_the_minutes_until_they_are_corrected(demo: Demo) -> None:
    (line,) = [line for line in demo.told.err.splitlines() if "chưa lập được biên bản" in line]
    assert line.startswith(hamlets(demo)[3]["name"])
    assert "E201" in line
    assert hamlets(demo)[3]["outcome"] == "elected"


def test_a_hamlet_that_elects_nobody_is_held_again(demo: Demo, commune: Workplace) -> None:
    assert hamlets(demo)[2]["outcome"] == "held_again"
    assert "không có người nào" in one_line((demo.folder / hamlets(demo)[2]["minutes"]).read_bytes())
    decision = one_line((demo.folder / f"decisions/quyet-dinh-{code(3)}.pdf").read_bytes())
    assert "bầu cử lại" in decision
    held = election(commune, code(3))
    assert (held.round, held.state) == (2, "listed")
    assert len(held.candidates) == 2


def test_a_reopened_count_makes_minutes_that_replace_the_first(demo: Demo) -> None:
    first = one_line((demo.folder / f"minutes/bien-ban-{code(6)}.pdf").read_bytes())
    second = one_line((demo.folder / hamlets(demo)[5]["minutes"]).read_bytes())
    assert hamlets(demo)[5]["minutes"].endswith("-lan-2.pdf")
    assert "thay thế" in second
    assert "đếm lại" in second
    assert "thay thế" not in first


def test_one_person_who_entered_alone_is_named_so_on_the_minutes(demo: Demo) -> None:
    alone = one_line((demo.folder / hamlets(demo)[6]["minutes"]).read_bytes())
    assert "một người nhập" in alone.casefold()
    assert (
        "một người nhập" not in one_line((demo.folder / hamlets(demo)[0]["minutes"]).read_bytes()).casefold()
    )
