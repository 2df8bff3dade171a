"""The place "In ấn" in the real window, worked with the keyboard alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.changes import move_election
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import appoint
from desktop.services.office.changes import Kind
from desktop.services.office.workplace import Workplace
from desktop.services.papers.kept import printed_papers
from desktop.services.papers.lines import PaperLine
from desktop.services.papers.making import MadePapers, make_paper, register_printed
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.elections.plan_dialog import PlanDialog
from desktop.ui.frame.frame import Frame
from desktop.ui.hamlet_head.page import ElectionPage
from desktop.ui.papers import paper_pane
from desktop.ui.papers.paper_words import state_of, state_words
from desktop.ui.papers.papers_page import PapersPage
from desktop.ui.today.today_page import TodayPage
from tests.offices import commune
from tests.offices.count_office import clock, frame, office, settled_office
from tests.offices.hands import ALT, CTRL, Hands, agree, file_named, step_of
from tests.offices.waiting import pause
from tests.printing.word.read_word import printed_text, word_text

__all__ = ["clock", "frame", "office", "settled_office"]
Opened = Callable[..., tuple[Hands, PapersPage]]


@pytest.fixture
def opened(qtbot: QtBot, frame: Frame) -> Opened:
    def open_page(*argument: str) -> tuple[Hands, PapersPage]:
        hands = Hands(qtbot, frame)
        frame.open_place("printing", argument or None)
        hands.settle()
        page = frame.page()
        assert isinstance(page, PapersPage)
        return hands, page

    return open_page


def made_of(hands: Hands, pane: paper_pane.PaperPane) -> MadePapers:
    """What is on show, once it is drawn."""
    pause(150)  # longer than the pause in which another line may be chosen
    hands.qtbot.waitUntil(lambda: pane.made() is not None and pane.paper.page_count() > 0)
    hands.settle()
    made = pane.made()
    assert made is not None
    return made


def go_to(hands: Hands, page: PapersPage, form: str) -> MadePapers:
    """Press Down until a paper is on show."""
    page.table.setFocus()
    hands.press(Qt.Key.Key_Home)
    for _ in range(40):
        if page.table.form() == form:
            return made_of(hands, page.pane)
        hands.press(Qt.Key.Key_Down)
    raise AssertionError(form)


def test_without_an_election_the_page_says_where_one_is_planned(opened: Opened) -> None:
    hands, page = opened()
    assert page.empty.isVisible()
    hands.primary()
    assert isinstance(hands.frame.page(), TodayPage)


def test_what_was_printed_before_the_day_was_moved_says_that_it_is_old(
    office: Workplace, opened: Opened
) -> None:
    code = commune.listed(office)
    register_printed(office, make_paper(office, code, "call-decision", "half"))
    move_election(office, code, date(2024, 12, 22))
    hands, page = opened()
    go_to(hands, page, "call-decision")
    line = page.table.current()
    assert isinstance(line, PaperLine)
    assert state_words(line) == "Đã cũ: in cho ngày 08/12/2024, in lại"
    assert state_of(line).kind == "attention"


def test_a_paper_is_chosen_looked_at_and_saved_by_keyboard(
    office: Workplace, opened: Opened, tmp_path: Path
) -> None:
    commune.printed(office)
    hands, page = opened()
    assert page.table.hasFocus()
    made = go_to(hands, page, "sign-in-roll")
    assert made.parts[0].filling == "full"
    assert page.pane.bar.primary_button().text() == f"In {made.sheets} tờ"
    hands.enter()
    assert page.pane.panel.filling.combo.hasFocus(), "Enter moves on"
    hands.press(Qt.Key.Key_Down)
    half = made_of(hands, page.pane)
    assert half.parts[0].filling == "half"
    assert half.sheets == 2
    page.pane.paper.setFocus()
    hands.press(Qt.Key.Key_PageDown)
    assert page.pane.paper.page() == 1
    page.pane.panel.copies.setFocus()
    QTest.keyClick(hands.focus(), Qt.Key.Key_A, CTRL)
    hands.type("3")
    hands.enter()
    assert page.pane.bar.primary_button().text() == f"In {3 * half.sheets} tờ"
    path = tmp_path / "ky-nhan.pdf"
    hands.when_asked(agree, file_named(path))
    hands.press(Qt.Key.Key_P, CTRL)
    hands.qtbot.waitUntil(path.exists)
    hands.settle()
    assert path.read_bytes() == half.content, "what is printed is what was on show"


def test_what_a_paper_lacks_is_walked_to_and_opens_where_it_is_entered(
    office: Workplace, opened: Opened
) -> None:
    code = planning.plan_election(office, commune.plan()).code
    hands, page = opened(code, "team-decision")
    made_of(hands, page.pane)
    assert page.on_show() == (code, "team-decision"), "to which the next start comes back"
    headlines = [finding.headline for finding in page.pane.panel.findings.findings()]
    assert headlines == ["Chưa có tổ bầu cử"]
    hands.press(Qt.Key.Key_F8)
    row = page.pane.panel.findings.current_row()
    assert row is not None
    row.setFocus()
    hands.enter()
    election = hands.frame.page()
    assert isinstance(election, ElectionPage)
    step = election.step()
    assert step is not None
    assert step.key == "candidates"


def test_a_missing_number_is_written_in_the_plan_that_opens_here(office: Workplace, opened: Opened) -> None:
    code = planning.plan_election(office, commune.plan(opening=time(7, 30))).code
    hands, page = opened(code, "call-decision")
    made_of(hands, page.pane)
    hands.press(Qt.Key.Key_F8)
    row = page.pane.panel.findings.current_row()
    assert row is not None
    row.setFocus()
    hands.enter()
    plan = hands.dialog()
    assert isinstance(plan, PlanDialog)
    hands.qtbot.waitUntil(plan.fields["plan_number"].line.hasFocus)
    hands.fill("12/KH-UBND")
    hands.primary()
    hands.qtbot.waitUntil(lambda: page.table.current().state == "full")
    assert made_of(hands, page.pane).parts[0].filling == "full"


def test_a_change_elsewhere_fills_the_paper_on_show(office: Workplace, opened: Opened) -> None:
    code = planning.plan_election(office, commune.plan()).code
    hands, page = opened(code, "team-decision")
    made_of(hands, page.pane)
    assert page.pane.panel.filling.value() == "half"
    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    appoint(office, code, commune.appointments())
    page.context.changed.emit(frozenset({Kind.ELECTIONS}))
    hands.settle()
    made_of(hands, page.pane)
    assert page.table.current().state == "full"
    assert page.table.form() == "team-decision"


def test_one_paper_is_printed_for_all_hamlets_and_can_be_stopped(office: Workplace, opened: Opened) -> None:
    one = commune.printed(office)
    two = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    hands, page = opened(one, "tally-sheet")
    made_of(hands, page.pane)
    hands.press(Qt.Key.Key_Down, ALT)
    assert [part.code for part in made_of(hands, page.pane).parts] == [two]
    for _ in range(2):
        hands.press(Qt.Key.Key_Up, ALT)
    made = made_of(hands, page.pane)
    assert [part.code for part in made.parts] == [one, two], "each as far as it is known"
    page.pane.panel.filling.setFocus()
    hands.press(Qt.Key.Key_Up)
    full = made_of(hands, page.pane)
    assert [part.code for part in full.parts] == [one]
    before = commune.traces(office)
    page.pane.draw()
    page.context.runner.busy_changed.connect(lambda _: page.context.runner.cancel())
    hands.qtbot.waitUntil(
        lambda: (
            page.pane.bar.primary_button().text() == "Vẽ lại bản in"
            and page.pane.bar.primary_button().isEnabled()
        ),
    )
    assert page.pane.made() is None
    assert commune.traces(office) == before


def test_real_ballots_are_printed_at_their_step_alone(office: Workplace, opened: Opened) -> None:
    code = commune.listed(office)
    hands, page = opened(code)
    go_to(hands, page, "hamlet-ballot")
    assert not page.pane.save.isEnabled()
    before = commune.traces(office)
    hands.press(Qt.Key.Key_P, CTRL)
    assert commune.traces(office) == before
    hands.primary()
    election = hands.frame.page()
    assert isinstance(election, ElectionPage)
    step = election.step()
    assert step is not None
    assert step.key == "ballots"


def test_full_minutes_printed_here_are_kept_as_their_step_keeps_them(
    office: Workplace, opened: Opened, tmp_path: Path
) -> None:
    code = commune.finalised(office)
    hands, page = opened(code, "counting-minutes")
    made = made_of(hands, page.pane)
    path = tmp_path / "bien-ban.pdf"
    hands.when_asked(agree, file_named(path))
    hands.primary()
    hands.qtbot.waitUntil(path.exists)
    hands.settle()
    kept = printed_papers(office, code)[-1]
    assert (kept.form, kept.content) == ("counting-minutes", made.content)
    assert path.read_bytes() == made.content


def test_a_paper_of_text_is_saved_as_word_by_keyboard_and_is_not_taken_for_printed(
    office: Workplace, opened: Opened, tmp_path: Path
) -> None:
    code = commune.finalised(office)
    hands, page = opened(code, "counting-minutes")
    made = made_of(hands, page.pane)
    before = commune.traces(office)
    said: list[str] = []
    page.context.offered.connect(lambda words, *_: said.append(words))
    page.pane.save.setFocus()
    hands.press(Qt.Key.Key_Tab)
    assert page.pane.save_word.hasFocus()
    path = tmp_path / "bien-ban.docx"
    hands.when_asked(file_named(tmp_path / "bien-ban"))
    hands.enter()
    hands.qtbot.waitUntil(path.exists)
    hands.settle()
    assert said == [f"Đã lưu {path}."]
    written = path.read_bytes()
    assert word_text(written) == printed_text(made.content, written)
    assert commune.traces(office) == before
    assert all(paper.form != "counting-minutes" for paper in printed_papers(office, code))


def test_what_is_drawn_to_measure_and_papers_of_all_hamlets_are_not_offered_as_word(
    office: Workplace, opened: Opened
) -> None:
    one = commune.printed(office)
    planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET))
    hands, page = opened(one, "tally-sheet")
    made_of(hands, page.pane)
    assert not page.pane.save_word.isVisible()
    go_to(hands, page, "team-decision")
    assert page.pane.save_word.isVisible()
    hands.press(Qt.Key.Key_Up, ALT)
    made_of(hands, page.pane)
    assert not page.pane.save_word.isVisible()


def test_the_first_sheet_is_tried_alone(office: Workplace, opened: Opened, tmp_path: Path) -> None:
    code = commune.finalised(office)
    hands, page = opened(code, "counting-minutes")
    made_of(hands, page.pane)
    path = tmp_path / "thu.pdf"
    hands.when_asked(agree, file_named(path))
    page.pane.trial.setFocus()
    hands.enter()
    hands.qtbot.waitUntil(path.exists)
    hands.settle()
    tried = pypdfium2.PdfDocument(path.read_bytes())
    assert len(tried) == 1
    tried.close()
    assert all(paper.form != "counting-minutes" for paper in printed_papers(office, code))


def test_the_ballots_step_shows_and_prints_the_posting_sheet(
    qtbot: QtBot, office: Workplace, frame: Frame, tmp_path: Path
) -> None:
    code = commune.listed(office)
    hands = Hands(qtbot, frame)
    frame.open_place("election", (code, "ballots"))
    hands.settle()
    step = step_of(frame, BallotsStep)
    step.views.tabs.button(1).setFocus()
    hands.press(Qt.Key.Key_Space)
    made = made_of(hands, step.posting.pane)
    assert [part.form for part in made.parts] == ["posting-sheet"]
    card = step.posting.pane.panel.photos
    hands.qtbot.waitUntil(lambda: len(card.buttons) == 2)
    assert card.buttons[0].accessibleName() == "Chọn ảnh của Giàng A Chớ"
    picture = io.BytesIO()
    Image.new("RGB", (40, 60), (10, 120, 90)).save(picture, "PNG")
    photo = tmp_path / "anh.png"
    photo.write_bytes(picture.getvalue())
    hands.when_asked(file_named(photo))
    card.buttons[0].setFocus()
    hands.enter()
    hands.qtbot.waitUntil(lambda: card.buttons[0].text() == "Bỏ ảnh")
    assert made_of(hands, step.posting.pane).content != made.content
    path = tmp_path / "niem-yet.pdf"
    hands.when_asked(agree, file_named(path))
    hands.press(Qt.Key.Key_P, CTRL)
    hands.qtbot.waitUntil(path.exists)
    hands.settle()
    for _ in range(2):  # the message that it was saved, then the tab
        hands.press(Qt.Key.Key_Escape)
    assert step.views.isVisible(), "back at the ballots"
    assert step.views.tabs.index() == 0
