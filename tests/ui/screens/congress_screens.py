"""Scenes of congresses: none, planned, on the day, after a tie; empty, and with what is wrong."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.models.party import StandingKind
from desktop.rules.attendance import Presence
from desktop.rules.voting_list import Origin
from desktop.services.congress import approval, closing, lists, votes
from desktop.services.congress.planning import choose_posts
from desktop.services.congress.views import congress_view, congresses
from desktop.services.counting import counts, entries
from desktop.services.office import keys
from desktop.ui.congress.page import CongressPage
from desktop.ui.congress.plan_question import CongressQuestion
from desktop.ui.congress.record.question import HappenedQuestion
from desktop.ui.page.page import Session
from desktop.ui.widgets.dialogs.question import Question
from tests.offices import congress_example
from tests.offices.commune import ANH, BINH, PASSPHRASE, PINS
from tests.offices.congress_example import AWAY, COMMITTEE, COUNTERS, EXEMPT, FIRST_VOTE, NAMES
from tests.offices.hands import page_of
from tests.offices.typing import type_text
from tests.ui.screens.studio import rest

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame
    from tests.offices.congress_example import Branch
    from tests.ui.screens.studio import Steps, Studio


TOO_MANY = (*COMMITTEE, NAMES[12])


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
        branch = congress_example.make_branch(Path(kept) / "xa", 31, standings, probationary=1)
        session = Session(branch.place, keys.unlock(branch.place, PASSPHRASE))
        none_yet: list[tuple[str, Steps]] = [
            ("dai-hoi-trong", ()),
            ("dai-hoi-lap", (_plan,)),
            ("dai-hoi-lap-loi", (_plan, _mistyped)),
        ]
        studio.tour(session, none_yet, "congress")
        code = congress_example.planned(branch)
        choose_posts(branch.place, code, {"committee": 5, "secretary": 1, "deputy": 1})
        branch.at(0)
        branch_stops: list[tuple[str, Steps]] = [
            ("dai-hoi", ()),
            ("dai-hoi-chuan-bi", (partial(_open, code),)),
            ("dai-hoi-diem-danh", (_roll,)),
            ("dai-hoi-vang-co-ly-do", (_excuse,)),
            ("dai-hoi-diem-danh-loi", (_primary,)),
            ("dai-hoi-doi-ngay", (partial(_happened, "moved"),)),
            ("dai-hoi-ghi-viec-loi", (partial(_happened, "cancelled"), _agree)),
        ]
        studio.tour(session, branch_stops, "congress")
        _put_up_too_many(branch, code)
        wrong_list: list[tuple[str, Steps]] = [
            ("dai-hoi-danh-sach-loi", (partial(_open, code), partial(_part, "committee"))),
            ("dai-hoi-chot-danh-sach-loi", (_primary, _agree)),
            ("dai-hoi-xin-rut", (partial(_ask, "withdraw", member=branch.members[COMMITTEE[0]]),)),
        ]
        studio.tour(session, wrong_list, "congress")
        _take_off_again(branch, code)
        congress_example.called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
        congress_example.bodies_chosen(branch, code, COUNTERS)
        congress_example.listed(branch, code, "committee", *COMMITTEE)
        congress_example.printed(branch, f"{code}.1")
        congress_example.counted(branch, f"{code}.1", 29, FIRST_VOTE, valid=28, invalid=1)
        later: list[tuple[str, Steps]] = [
            ("dai-hoi-bang-phieu", (partial(_open, code),)),
            ("dai-hoi-kiem-phieu", (partial(_part, "committee"),)),
            ("dai-hoi-danh-sach", (partial(_part, "secretary"),)),
            ("dai-hoi-gioi-thieu", (partial(_ask, "put_up"),)),
            ("dai-hoi-in-phieu", (partial(_ask, "printed"),)),
            ("dai-hoi-in-thay-phieu", (partial(_ask, "reprint"),)),
            ("dai-hoi-in-thu", (partial(_ask, "trial"),)),
            ("dai-hoi-bau-tiep", (partial(_ask, "going_on"),)),
            ("dai-hoi-so-luong", (partial(_ask, "seats"),)),
            ("dai-hoi-ghi-viec", (partial(_happened, "submitted"),)),
            ("dai-hoi-dieu-hanh", (partial(_part, "counters"),)),
            ("dai-hoi-bieu-quyet", (partial(_part, "hands"),)),
            ("dai-hoi-van-ban", (partial(_part, "preparing"),)),
            ("dai-hoi-trieu-tap", (partial(_part, "convening"),)),
            ("dai-hoi-co-mat", (partial(_part, "attending"),)),
        ]
        studio.tour(session, later, "congress")
        _until_the_deputy(branch, code)
        empty_count: list[tuple[str, Steps]] = [
            ("dai-hoi-kiem-phieu-trong", (partial(_open, code), partial(_part, "deputy"))),
            ("dai-hoi-sua-diem-danh-bau", (partial(_happened, "presence"),)),
        ]
        studio.tour(session, empty_count, "congress")
        _count_what_does_not_fit(branch, code)
        wrong_count: list[tuple[str, Steps]] = [
            ("dai-hoi-kiem-phieu-loi", (partial(_open, code), partial(_part, "deputy"))),
        ]
        studio.tour(session, wrong_count, "congress")
        _to_the_end(branch, code)
        ended: list[tuple[str, Steps]] = [
            ("dai-hoi-sau", (partial(_open, code),)),
            ("dai-hoi-chuan-y", (_next,)),
            ("dai-hoi-chuan-y-loi", (_next, _agree)),
            ("dai-hoi-be-mac", (_close,)),
            ("dai-hoi-de-nghi-chi-dinh", (partial(_happened, "proposed"),)),
            ("dai-hoi-gio-giac", (partial(_happened, "course"),)),
            ("dai-hoi-buoc-bien-ban", (partial(_part, "minutes"),)),
            ("dai-hoi-buoc-bao-cao", (partial(_part, "reporting"),)),
            ("dai-hoi-buoc-chuan-y", (partial(_part, "approval"),)),
            ("dai-hoi-bau-xong", (partial(_part, "committee"),)),
            ("dai-hoi-giay-to", (partial(_part, "papers"),)),
            ("dai-hoi-so-giay-to", (_number,)),
            ("dai-hoi-giay-to-xem", (_look,)),
        ]
        studio.tour(session, ended, "congress")
        branch.place.database.close()


def _put_up_too_many(branch: Branch, code: str) -> None:
    """Put up more than the surplus allows, and one from the floor without hands."""
    for name in TOO_MANY:
        lists.put_up(branch.place, code, "committee", branch.members[name])
    lists.put_up(branch.place, code, "committee", branch.members[NAMES[11]], Origin.FLOOR)


def _take_off_again(branch: Branch, code: str) -> None:
    for name in (*TOO_MANY[len(COMMITTEE) :], NAMES[11]):
        lists.take_off(branch.place, code, "committee", branch.members[name])


def _until_the_deputy(branch: Branch, code: str) -> None:
    """Hold the other votes, and give out the ballots for a deputy."""
    run_off = votes.next_vote(branch.place, f"{code}.1")
    for vote, names, marks in (
        (run_off, (), {"Bùi Ngọc Anh": 16, "Dương Thị Lượng": 13}),
        (f"{code}.2", ("secretary", COMMITTEE[0]), {COMMITTEE[0]: 28}),
    ):
        if names:
            congress_example.listed(branch, code, *names)
        congress_example.printed(branch, vote)
        congress_example.counted(branch, vote, 29, marks)
    congress_example.listed(branch, code, "deputy", COMMITTEE[1])
    congress_example.printed(branch, f"{code}.3")
    votes.open_vote(branch.place, f"{code}.3", branch.at(3))


def _count_what_does_not_fit(branch: Branch, code: str) -> None:
    """Enter twice what the paper says: a ballot is neither valid nor invalid."""
    figures = {"present": 29, "issued": 29, "unused": 2, "returned": 29, "valid": 28, "invalid": 0}
    figures |= {"candidates[0].votes": 27, "candidates[0].against": 1}
    for operator in (ANH, BINH):
        entries.enter(branch.place, f"{code}.3", operator, PINS[operator], figures)


def _to_the_end(branch: Branch, code: str) -> None:
    """Explain what doesn't fit, close the congress and send its report."""
    vote = f"{code}.3"
    for problem in counts.review(branch.place, vote).unexplained:
        counts.explain(branch.place, vote, problem, "một phiếu rách, lập biên bản riêng", COMMITTEE[0])
    counts.finalise(branch.place, vote)
    closing.close_congress(branch.place, code, branch.at(4))
    closing.record_report_sent(branch.place, code, congress_example.DAY)
    approval.record_received(branch.place, code, congress_example.DAY)


def _mistyped(frame: Frame) -> None:
    """Type a day that there isn't, and a number in words."""
    asked = _asked()
    assert isinstance(asked, CongressQuestion)
    type_text(asked.held_on.line, "32/13/2024")
    type_text(asked.number.line, "mười một")
    asked.number.commit()
    _agree(frame)


def _agree(frame: Frame) -> None:
    """Agree to the question that stands, which says what is wrong."""
    _asked().yes.click()
    rest(page_of(frame, CongressPage).context.runner)


def _asked() -> Question:
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, Question)
    return asked


def _primary(frame: Frame) -> None:
    page = page_of(frame, CongressPage)
    page.primary()
    rest(page.context.runner)


def _part(key: str, frame: Frame) -> None:
    page = page_of(frame, CongressPage)
    if key in ("seats", "happened", "counters", "hands"):
        page.congress.ask(key)
    else:
        page.congress.open_step(key)
        rest(page.context.runner)


def _happened(what: str, frame: Frame) -> None:
    page = page_of(frame, CongressPage)
    (line,) = congresses(page.context.workplace)
    page.congress.acts.write_down(congress_view(page.context.workplace, line.code), what)
    rest(page.context.runner)
    asked = _asked()
    assert isinstance(asked, HappenedQuestion)
    assert asked.what.value() == what


def _close(frame: Frame) -> None:
    page = page_of(frame, CongressPage)
    (line,) = congresses(page.context.workplace)
    page.congress.acts.after("close", congress_view(page.context.workplace, line.code))


def _number(frame: Frame) -> None:
    papers = page_of(frame, CongressPage).congress.papers
    papers.table.select(lambda line: getattr(line, "form", "") == "congress-notice")
    papers.numbered.click()


def _look(frame: Frame) -> None:
    papers = page_of(frame, CongressPage).congress.papers
    line = next(line for line in papers.table.rows() if getattr(line, "form", "") == "congress-minutes")
    papers.look(line, line.state)


def _ask(what: str, frame: Frame, member: int = 0) -> None:
    page_of(frame, CongressPage).congress.post.asked.emit(what, member)


def _plan(frame: Frame) -> None:
    page_of(frame, CongressPage).plan()


def _open(code: str, frame: Frame) -> None:
    page_of(frame, CongressPage).open_with(code)


def _next(frame: Frame) -> None:
    page_of(frame, CongressPage).congress.do_next()


def _roll(frame: Frame) -> None:
    page_of(frame, CongressPage).congress.open_step("attending")


def _excuse(frame: Frame) -> None:
    roll = page_of(frame, CongressPage).congress.roll
    roll.table.select(lambda line: line.name == "Lý Ngọc Sơn")
    roll.excused.click()
