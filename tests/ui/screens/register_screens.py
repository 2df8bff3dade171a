"""Scenes of the hamlets, the households, and the import of both."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.resources import resource
from desktop.services.lists.preview import RowChoice
from desktop.services.people.households import households
from desktop.services.people.members import END_REASONS, MemberSaid, write_member
from desktop.services.people.representatives import Paper, authorise
from desktop.services.people.voters import add_voter, edit_voter
from desktop.services.places import succession
from desktop.services.training.clock import TrainingClock
from desktop.ui.page.page import Session
from desktop.ui.people.households_page import HouseholdsPage
from desktop.ui.places.hamlets_page import HamletsPage
from tests.offices import register_example as example
from tests.offices.hands import page_of
from tests.offices.register_example import Register

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Steps, Studio


def draw(studio: Studio) -> None:
    """Set them."""

    def faulty(frame: Frame) -> None:
        workbook = Path(kept) / "Danh sách Nà Ếch sửa lần 3.xlsx"
        page_of(frame, HouseholdsPage).take_file(example.faulty_workbook(workbook))

    def doubtful(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).next_problem()

    def decided(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).importing.rows.decide(RowChoice.OMIT)

    def stored(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).primary()

    def sample(frame: Frame) -> None:
        page_of(frame, HamletsPage).take_file(resource("samples") / "thon-ban.csv")

    def adding(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).add_one()

    def leaving(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).panel.end.click()

    def ended(frame: Frame) -> None:
        page_of(frame, HamletsPage).table.select(lambda line: line.change is not None)

    with tempfile.TemporaryDirectory() as kept:
        register = example.empty_register(Path(kept) / "trong")
        _tour(register, studio, "hamlets", ("thon-ban-trong", ()), ("thon-ban-nhap", (sample,)))
        _tour(register, studio, "households", ("ho-chua-co-thon", ()))
        register.workplace.database.close()
        register = example.with_households(Path(kept) / "xa")
        _tour(
            register,
            studio,
            "hamlets",
            ("thon-ban", ()),
            ("thon-ban-loi", (partial(_mistyped, HamletsPage, "name", "Nà Lọn"),)),
            ("thon-ban-doi-ten", (_asking("rename"),)),
            ("thon-ban-nhap-thon", (_asking("merge"),)),
            ("thon-ban-tach", (_asking("split"),)),
            ("thon-ban-ket-thuc", (_asking("end"),)),
            ("thon-ban-sap-nhap-van-ban", (partial(_merging, Path(kept)),)),
            ("thon-ban-sap-nhap-theo-tep", (_undecided,)),
            ("thon-ban-sap-nhap-cot", (_merger_columns,)),
            ("thon-ban-sap-nhap-ngoai-le", (partial(_by_the_decree, Path(kept)), _excepted)),
        )
        _tour(
            register,
            studio,
            "households",
            ("ho-va-cu-tri", ()),
            ("ho-va-cu-tri-loi", (partial(_mistyped, HouseholdsPage, "birth", "31/02/1980"),)),
            ("ho-va-cu-tri-them", (adding,)),
            ("ho-va-cu-tri-thoi", (leaving,)),
            ("ho-va-cu-tri-khong-tim-thay", (_sought,)),
            ("ho-va-cu-tri-khong-co-ho-trong", (_alone,)),
        )
        _people(register)
        _tour(
            register,
            studio,
            "households",
            ("ho-va-cu-tri-nguoi-trong-ho", (_people_on_show,)),
            ("ho-va-cu-tri-khong-co-ho", (_alone,)),
            ("ho-va-cu-tri-vao-ho", (_alone, _joining)),
            ("ho-va-cu-tri-chua-ro-cot", (partial(_unnamed, Path(kept)),)),
            ("ho-va-cu-tri-nhap", (faulty,)),
            ("ho-va-cu-tri-nghi-trung", (doubtful,)),
        )
        # What is stored stays: for each size of text the file is taken in anew.
        _tour(register, studio, "households", ("ho-va-cu-tri-da-ghi", (faulty, doubtful, decided, stored)))
        codes = ["06859-T03", "06859-T04"]
        succession.merge(
            register.workplace, codes, "Thôn", "Đồng Tâm", register.workplace.today() - timedelta(days=7)
        )
        _tour(
            register, studio, "hamlets", ("thon-ban-da-nhap", (ended,)), ("thon-ban-theo-ngay", (_on_a_day,))
        )
        register.workplace.database.close()


def _tour(register: Register, studio: Studio, place: str, *stops: tuple[str, Steps]) -> None:
    session = Session(register.workplace, register.keys)
    studio.tour(session, stops, place, example.FIRST if place == "households" else None)


def _people(register: Register) -> None:
    """Write three people into the household on show, one of whom moved, and let somebody else vote for it."""
    place = register.workplace
    home = households(place, example.FIRST).lines[0].id
    for said in (
        MemberSaid("Lường Thị Ngoan", "12/1980", "Nữ", relation="Vợ"),
        MemberSaid("Bùi Văn Con", "2004", "Nam", relation="Con"),
        MemberSaid("Bùi Thị Xa", "1999", "Nữ", relation="Con", end_reason=END_REASONS[1]),
    ):
        write_member(place, home, said)
    authorise(place, home, "Ma Thị Thay", "1970", Paper("3/GUQ"))
    for name, birth in (("Sùng A Lẻ", "14/02/1990"), ("Giàng Thị Đơn", ""), ("Lỷ Văn Trọ", "1988")):
        edit_voter(place, add_voter(place, example.FIRST, name), "birth", birth)


def _mistyped(kind: type[HamletsPage | HouseholdsPage], field: str, text: str, frame: Frame) -> None:
    found = page_of(frame, kind).panel.fields[field]
    found.setFocus()  # the page scrolls there
    found.box().setText(text)  # type: ignore[attr-defined] # of a field of text
    found.commit()


def _people_on_show(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).panel.people.table.setFocus()


def _sought(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).list.search.setText("khong co ai")


def _on_a_day(frame: Frame) -> None:
    page = page_of(frame, HamletsPage)
    page.show_day(page.context.workplace.today() - timedelta(days=30))


def _alone(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).show_voters()


def _joining(frame: Frame) -> None:
    voters = page_of(frame, HouseholdsPage).voters
    assert voters is not None
    voters.panel.join.click()


def _unnamed(folder: Path, frame: Frame) -> None:
    path = folder / "Hộ Nà Ếch theo tổ.csv"
    path.write_text(
        "TT;Người ở hộ này;Năm sinh;Nhân khẩu\n1;Giàng A Mới;1980;4\n2;Vừ Thị Mới;1975;3\n", "utf-8"
    )
    page_of(frame, HouseholdsPage).take_file(path)


def _asking(button: str) -> Callable[[Frame], None]:
    def ask(frame: Frame) -> None:
        page = page_of(frame, HamletsPage)
        page.table.select(lambda line: line.code == example.FIRST)
        page.buttons[button].click()

    return ask


def _merging(folder: Path, frame: Frame) -> None:
    path = folder / "Phụ lục sắp xếp thôn 2026.csv"
    path.write_text(example.MERGERS, "utf-8")
    page_of(frame, HamletsPage).open_mergers(path)


def _merger_columns(frame: Frame) -> None:
    view = page_of(frame, HamletsPage).mergers
    assert view is not None
    view.go_to("columns")


def _by_the_decree(folder: Path, frame: Frame) -> None:
    """Open the plan on a day on which the law says how many households a new hamlet needs."""
    _clock(frame).put(date(2026, 7, 5), 8, 0)
    _merging(folder, frame)


def _excepted(frame: Frame) -> None:
    _clock(frame).put(date(2024, 11, 22), 8, 0)
    view = page_of(frame, HamletsPage).mergers
    assert view is not None
    view.go_to("preview")
    view.choices.reason.set_value("Địa bàn chia cắt, cách nhau 9 km")


def _clock(frame: Frame) -> TrainingClock:
    clock = page_of(frame, HamletsPage).context.workplace.clock
    assert isinstance(clock, TrainingClock)
    return clock


def _undecided(frame: Frame) -> None:
    page_of(frame, HamletsPage).next_problem()
