"""The place "In ấn" while something changes: what is no longer true can't be printed."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import appoint
from desktop.services.office.changes import Kind
from desktop.services.papers.making import make_set
from desktop.ui.papers import paper_pane
from tests.offices import commune
from tests.offices.count_office import clock, frame, office, settled_office
from tests.offices.hands import ALT, CTRL
from tests.ui.papers.test_papers_page import made_of, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from desktop.services.office.workplace import Workplace
    from desktop.services.papers.lines import Filling
    from desktop.services.papers.making import MadePapers, Tell
    from tests.ui.papers.test_papers_page import Opened

__all__ = ["clock", "frame", "office", "opened", "settled_office"]


def test_what_changed_elsewhere_cannot_be_printed_as_it_was(office: Workplace, opened: Opened) -> None:
    code = planning.plan_election(office, commune.plan()).code
    hands, page = opened(code, "team-decision")
    before = made_of(hands, page.pane)
    hands.frame.open_place("today")
    hands.settle()
    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    appoint(office, code, commune.appointments())
    page.context.changed.emit(frozenset({Kind.ELECTIONS}))
    hands.frame.open_place("printing")
    assert page.pane.made() is None, "from the moment at which the page comes to the front again"
    assert not page.pane.save.isEnabled()
    assert made_of(hands, page.pane) != before


def test_the_paper_of_another_hamlet_cannot_be_printed_under_the_name_of_this_one(
    office: Workplace, opened: Opened
) -> None:
    one = commune.printed(office)
    two = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    hands, page = opened(one, "sign-in-roll")
    made_of(hands, page.pane)
    QTest.keyClick(hands.focus(), Qt.Key.Key_Down, ALT)
    assert page.scope.value() == (two,)
    assert page.pane.made() is None
    # A line that is still on the list belongs to the hamlet before.
    QTest.keyClick(hands.focus(), Qt.Key.Key_Down)
    assert [part.code for part in made_of(hands, page.pane).parts] == [two]


def test_whoever_goes_elsewhere_does_not_wait_for_a_paper_left_behind(
    office: Workplace, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = commune.printed(office)
    two = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    done: list[int] = []

    def slowly(
        place: Workplace, codes: Sequence[str], forms: Sequence[str], filling: Filling, tell: Tell
    ) -> MadePapers:
        for number in range(400):
            tell(number, 400, "")
            done.append(number)
            sleep(0.05)
        return make_set(place, codes, forms, filling, tell)

    hands, page = opened(f"{one} {two}", "sign-in-roll")
    made_of(hands, page.pane)
    monkeypatch.setattr(paper_pane, "make_set", slowly)
    page.pane.draw()
    hands.qtbot.waitUntil(lambda: len(done) > 2)
    hands.frame.open_place("today")
    hands.settle()
    assert len(done) < 200, "the other place is not kept waiting"
    monkeypatch.undo()
    hands.frame.open_place("printing")
    assert made_of(hands, page.pane).sheets > 1


def test_a_number_of_copies_that_cannot_be_printed_prints_nothing(office: Workplace, opened: Opened) -> None:
    code = commune.printed(office)
    hands, page = opened(code, "sign-in-roll")
    made_of(hands, page.pane)
    page.pane.panel.copies.setFocus()
    for typed in ("0", "200", "x"):
        QTest.keyClick(hands.focus(), Qt.Key.Key_A, CTRL)
        hands.type(typed)
        # A dialog would wait here for an answer that nobody gives.
        QTest.keyClick(hands.focus(), Qt.Key.Key_P, CTRL)
        assert not page.context.runner.is_busy(), typed
        assert page.pane.panel.copies.problem(), typed
        assert page.pane.panel.copies.line.hasFocus(), typed
    QTest.keyClick(hands.focus(), Qt.Key.Key_A, CTRL)
    hands.type("2")
    hands.enter()
    assert page.pane.panel.count() == 2
