"""Scenes of congresses: none yet, planned, on the day with its roll, after a tie."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.party import StandingKind
from desktop.rules.attendance import Presence
from desktop.services.congress import approval, closing, votes
from desktop.services.congress.planning import choose_posts
from desktop.services.congress.views import congress_view, congresses
from desktop.services.office import keys
from desktop.ui.congress.page import CongressPage
from desktop.ui.page.page import Session
from tests.offices import congress_example
from tests.offices.commune import PASSPHRASE
from tests.offices.congress_example import AWAY, COMMITTEE, COUNTERS, EXEMPT, FIRST_VOTE
from tests.offices.hands import page_of
from tests.ui.screens.studio import rest

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame
    from tests.offices.congress_example import Branch
    from tests.ui.screens.studio import Steps, Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
        branch = congress_example.make_branch(Path(kept) / "xa", 31, standings, probationary=1)
        session = Session(branch.place, keys.unlock(branch.place, PASSPHRASE))
        studio.tour(session, [("dai-hoi-trong", ()), ("dai-hoi-lap", (_plan,))], "congress")
        code = congress_example.planned(branch)
        choose_posts(branch.place, code, {"committee": 5, "secretary": 1, "deputy": 1})
        branch.at(0)
        branch_stops: list[tuple[str, Steps]] = [
            ("dai-hoi", ()),
            ("dai-hoi-chuan-bi", (partial(_open, code),)),
            ("dai-hoi-diem-danh", (_roll,)),
            ("dai-hoi-vang-co-ly-do", (_excuse,)),
        ]
        studio.tour(session, branch_stops, "congress")
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
            ("dai-hoi-xin-rut", (partial(_ask, "withdraw", member=1),)),
            ("dai-hoi-bau-tiep", (partial(_ask, "going_on"),)),
            ("dai-hoi-so-luong", (partial(_ask, "seats"),)),
            ("dai-hoi-ghi-viec", (partial(_happened, "moved"),)),
            ("dai-hoi-sua-diem-danh-bau", (partial(_happened, "hands_back"),)),
            ("dai-hoi-dieu-hanh", (partial(_part, "counters"),)),
            ("dai-hoi-bieu-quyet", (partial(_part, "hands"),)),
            ("dai-hoi-van-ban", (partial(_part, "preparing"),)),
            ("dai-hoi-trieu-tap", (partial(_part, "convening"),)),
            ("dai-hoi-co-mat", (partial(_part, "attending"),)),
        ]
        studio.tour(session, later, "congress")
        _to_the_end(branch, code)
        ended: list[tuple[str, Steps]] = [
            ("dai-hoi-sau", (partial(_open, code),)),
            ("dai-hoi-chuan-y", (_next,)),
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


def _to_the_end(branch: Branch, code: str) -> None:
    """Hold the other votes, close the congress and send its report."""
    run_off = votes.next_vote(branch.place, f"{code}.1")
    for vote, names, marks in (
        (run_off, (), {"Bùi Ngọc Anh": 16, "Dương Thị Lượng": 13}),
        (f"{code}.2", ("secretary", COMMITTEE[0]), {COMMITTEE[0]: 28}),
        (f"{code}.3", ("deputy", COMMITTEE[1]), {COMMITTEE[1]: 27}),
    ):
        if names:
            congress_example.listed(branch, code, *names)
        congress_example.printed(branch, vote)
        congress_example.counted(branch, vote, 29, marks)
    closing.close_congress(branch.place, code, branch.at(4))
    closing.record_report_sent(branch.place, code, congress_example.DAY)
    approval.record_received(branch.place, code, congress_example.DAY)


def _part(key: str, frame: Frame) -> None:
    page = page_of(frame, CongressPage)
    if key in ("seats", "happened", "counters", "hands"):
        page.ask(key)
    else:
        page.open_step(key)
        rest(page.context.runner)


def _happened(what: str, frame: Frame) -> None:
    page = page_of(frame, CongressPage)
    (line,) = congresses(page.context.workplace)
    page.acts.write_down(congress_view(page.context.workplace, line.code), what)


def _close(frame: Frame) -> None:
    page = page_of(frame, CongressPage)
    (line,) = congresses(page.context.workplace)
    page.acts.after("close", congress_view(page.context.workplace, line.code))


def _number(frame: Frame) -> None:
    papers = page_of(frame, CongressPage).papers
    papers.table.select(lambda line: getattr(line, "form", "") == "congress-notice")
    papers.numbered.click()


def _look(frame: Frame) -> None:
    papers = page_of(frame, CongressPage).papers
    line = next(line for line in papers.table.rows() if getattr(line, "form", "") == "congress-minutes")
    papers.look(line, line.state)


def _ask(what: str, frame: Frame, member: int = 0) -> None:
    page_of(frame, CongressPage).post.asked.emit(what, member)


def _plan(frame: Frame) -> None:
    page_of(frame, CongressPage).plan()


def _open(code: str, frame: Frame) -> None:
    page_of(frame, CongressPage).open_with(code)


def _next(frame: Frame) -> None:
    page_of(frame, CongressPage).do_next()


def _roll(frame: Frame) -> None:
    page_of(frame, CongressPage).open_step("attending")


def _excuse(frame: Frame) -> None:
    roll = page_of(frame, CongressPage).roll
    roll.table.select(lambda line: line.name == "Lý Ngọc Sơn")
    roll.excused.click()
