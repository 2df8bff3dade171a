"""The power goes at a congress, after whatever was written last: it stands as the window showed it last."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import open_office
from desktop.models.store.integrity import check
from desktop.services.congress import bodies, closing, lists, votes
from desktop.services.congress.hands import Hands
from desktop.services.congress.roll_views import roll_lines
from desktop.services.congress.views import congress_view, congresses
from desktop.services.counting import counts, entries, entry_drafts
from desktop.services.office.workplace import Workplace
from desktop.ui.congress.page import CongressPage
from tests.offices.commune import ANH, BINH, PASSPHRASE, PINS
from tests.offices.congress_example import NAMES
from tests.offices.register_window import Window

FIGURES = {"present": 7, "issued": 7, "unused": 0, "returned": 7, "valid": 7, "invalid": 0}
VOTES = {"candidates[0].votes": 6, "candidates[0].against": 1}


@contextmanager
def cut(window: Window, folder: Path) -> Iterator[Workplace]:
    """Take what is on the disk while the window is open, as a cut of the power leaves it, and open it."""
    left = shutil.copytree(window.workplace.database.folder, folder)
    office = open_office(left, PASSPHRASE, window.workplace.clock)
    try:
        yield office
    finally:
        office.database.close()


@pytest.mark.xdist_group("congress-page")
def test_after_each_write_a_congress_stands_as_it_was_shown_last(
    open_window: Callable[[Path], Window], branch_of_seven: Path, tmp_path: Path
) -> None:
    window = open_window(branch_of_seven)
    place = window.workplace
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(place)
    code, vote = line.code, f"{line.code}.1"
    members = {each.name: each.member for each in roll_lines(place, code)}
    served = {("presidium_head", 1): members[NAMES[0]], ("counting_head", 1): members[NAMES[1]]}
    writes: tuple[Callable[[], object], ...] = (
        lambda: shown.congress.acts.all_present(code),
        lambda: shown.congress.acts.report(code),
        lambda: bodies.choose_all(place, code, served),
        lambda: lists.put_up(place, code, "secretary", members[NAMES[2]]),
        lambda: lists.close_list(place, code, "secretary", Hands(7)),
        lambda: votes.record_ballots(place, vote, 7),
        lambda: votes.open_vote(place, vote, place.clock()),
        lambda: entries.enter(place, vote, ANH, PINS[ANH], FIGURES | VOTES),
        lambda: entries.enter(place, vote, BINH, PINS[BINH], FIGURES | VOTES),
        lambda: counts.finalise(place, vote),
        lambda: closing.close_congress(place, code, place.clock()),
    )
    shown.open_with((code, "attending"))
    window.settle()
    for number, write in enumerate(writes):
        write()
        window.settle()
        with cut(window, tmp_path / f"cut-{number}") as office:
            assert check(office.database).problems == ()
            assert congress_view(office, code) == congress_view(place, code)
            assert roll_lines(office, code) == roll_lines(place, code)


@pytest.mark.xdist_group("congress-page")
def test_figures_typed_before_the_power_went_stand_in_their_cells(
    open_window: Callable[[Path], Window], counting_branch: Path, tmp_path: Path
) -> None:
    window = open_window(counting_branch)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    vote = f"{line.code}.1"
    shown.open_with((line.code, "committee"))
    window.settle()
    entry = entry_drafts.sit_down(window.workplace, vote, ANH, PINS[ANH])
    shown.congress.post.counting._sit(entry, PINS[ANH], alone=False)  # as the dialog for name and PIN does
    for figure in ("11", "11", "2"):
        for key in (*figure, Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget(), key)
    window.settle()
    with cut(window, tmp_path / "cut") as office:
        typed = entry_drafts.sit_down(office, vote, ANH, PINS[ANH]).typed
    assert typed == dict(zip(entry.fields, (11, 11, 2), strict=False))
