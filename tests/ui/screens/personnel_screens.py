"""Scenes of personnel before the vote: the lists, their questions, a report set beside, and told heads."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from desktop.models.posts import PostKind, Tenure, Way
from desktop.services.office import keys
from desktop.services.party import branches, members
from desktop.services.party.posts import NewPost, begin_post
from desktop.services.personnel.issues import raise_issue, settle_issue
from desktop.services.personnel.reserve import ReviewedPost, add_reserve
from desktop.services.personnel.reviews import NewReview, ReviewOutcome, review
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.results import decisions
from desktop.ui.congress.page import CongressPage
from desktop.ui.page.page import Session
from desktop.ui.personnel.personnel_view import PersonnelView
from desktop.ui.today.today_page import TodayPage
from tests.offices import commune
from tests.offices import register_example as example
from tests.offices.commune import OFFICE
from tests.offices.dismissals import stated_heads
from tests.services.exchange.test_two_offices import OWN, introduce, made, send, take

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.office.workplace import Workplace
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio

HERE = ("personnel",)


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        register = example.with_households(Path(kept) / "xa")
        place, session = register.workplace, Session(register.workplace, register.keys)
        studio.tour(session, (("nhan-su-trong", ()),), "today", HERE)
        written(place)
        studio.tour(
            session,
            (
                ("nhan-su-ra-soat", ()),
                ("nhan-su-ghi-ra-soat", (_press,)),
                ("nhan-su-du-bi", (partial(_list, "reserve"),)),
                ("nhan-su-them-du-bi", (partial(_list, "reserve"), _does("add_reserve"))),
                ("nhan-su-vu-viec", (partial(_list, "issues"),)),
                ("nhan-su-ghi-vu-viec", (partial(_list, "issues"), _does("raise_issue"))),
                ("nhan-su-da-giai-quyet", (partial(_list, "issues"), _press)),
                ("nhan-su-doi-chieu", (_does("compare_report"),)),
            ),
            "today",
            HERE,
        )
        place.database.close()
        _told(studio, Path(kept))


def _told(studio: Studio, kept: Path) -> None:
    """Show, at the Party's own office, what the elections' one told of the heads."""
    elections = made(kept / "bau-cu", OFFICE, 1)
    commune.settle(elections)
    party = made(kept / "dang", OWN, 3)
    add_unit(party, NewUnit(commune.COMMUNE, "commune", "Xã", "Mẫu"))
    add_unit(party, NewUnit(commune.HAMLET, "hamlet", "Thôn", "Lục Ngù", parent=commune.COMMUNE))
    branches.add_hamlet_branches(party)
    members.add_member(party, branches.branch_lines(party)[0].code, "Lò Thị Ơn")
    for teller, reader in ((elections, party), (party, elections)):
        introduce(teller, reader)
    decisions.recognise(elections, commune.finalised(elections), "12/QĐ-UBND", commune.DAY)
    take(party, send(elections, kept))
    session = Session(party, keys.unlock(party, commune.PASSPHRASE))
    scenes = (
        ("nhan-su-may-bau-cu", (partial(_list, "told"),)),
        ("nhan-su-la-dang-vien", (partial(_list, "told"), _press)),
    )
    studio.tour(session, scenes, "congress", HERE)
    for place in (elections, party):
        place.database.close()


def written(place: Workplace) -> None:
    """Let heads and secretaries sit, some of them reviewed, with a reserve and matters raised."""
    stated_heads(place)
    branches.add_hamlet_branches(place)
    today = place.today()
    for branch, name in zip(branches.branch_lines(place), ("Lò Văn Thanh", "Vàng Thị Mẩy"), strict=False):
        took = NewPost(PostKind.SECRETARY, branch.code, name, way=Way.ELECTED, tenure=Tenure.RE_ELECTED)
        begin_post(place, took)
    by = "Ban Thường vụ Đảng ủy"
    outcomes = (ReviewOutcome.STANDS_AGAIN, ReviewOutcome.NEW_SOURCE, ReviewOutcome.REPLACED)
    for code, outcome in zip(("06859-T01", "06859-T02", "06859-T03"), outcomes, strict=True):
        review(place, NewReview(ReviewedPost.HEAD, code, outcome, today, by, "uy tín trong thôn"))
    for name in ("Tằng Văn Bình", "Chìu A Dũng"):
        add_reserve(place, "06859-T01", ReviewedPost.HEAD, name, "đang học trung cấp lý luận")
    raise_issue(place, "06859-T02", today, "12 hộ dân", "Tranh chấp lối đi cạnh nhà văn hóa")
    done = raise_issue(place, "06859-T03", today, "Mặt trận xã", "Quỹ thôn chưa công khai")
    settle_issue(place, done, today, "đã công khai ở nhà văn hóa")


def _view(frame: Frame) -> PersonnelView:
    page = frame.page()
    assert isinstance(page, TodayPage | CongressPage)
    return cast("PersonnelView", page.further.on_show())


def _list(named: str, frame: Frame) -> None:
    _view(frame).open(named)


def _press(frame: Frame) -> None:
    _view(frame).panel.press()


def _does(name: str) -> Callable[[Frame], None]:
    def do(frame: Frame) -> None:
        getattr(_view(frame), name)()

    return do
