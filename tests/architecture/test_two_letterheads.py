"""Papers of the State never tell of the Party's order: no gate, no plan of personnel, no chain."""

from __future__ import annotations

import re

from tests.checkout import ROOT

PRINTING = ROOT / "desktop" / "printing"
STATE = ("hamlet_head", "state", "office")
OF_PARTY = re.compile(
    r"phương án nhân sự|cho qua (cửa|có lý do)|W60[1-5]|từ trưởng thôn tới bí thư|let_through|rules\.chain",
    re.IGNORECASE,
)


def test_no_paper_of_the_state_names_a_gate_a_plan_or_the_chain() -> None:
    files = [path for room in STATE for path in (PRINTING / room).rglob("*.py")]
    files += [
        path
        for path in (ROOT / "desktop" / "services" / "papers" / "fill").glob("*.py")
        if path.name != "chain.py"
    ]
    assert len(files) > 80
    told = {path.name: found[0] for path in files if (found := OF_PARTY.search(path.read_text("utf-8")))}
    assert told == {}


def test_the_words_looked_for_stand_in_papers_of_the_party() -> None:
    assert OF_PARTY.search((PRINTING / "congress" / "day" / "minutes.py").read_text("utf-8"))
