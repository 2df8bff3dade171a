"""The day of the vote as key presses, and what follows: from the opened meeting to the receipt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.exchange.card import fingerprint
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.exchange import cards, intake
from desktop.services.exchange.outbox import outbox
from desktop.services.office import keys
from desktop.services.papers.ballots import ballot_book
from tests.journeys.clerk import HAMLET, called
from tests.offices.hands import CTRL, agree, file_named
from tests.offices.start_example import OFFICIAL_PASSPHRASE
from tests.offices.typing import type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.services.office.workplace import Workplace
    from tests.journeys.clerk import Day

_DAY = date(2026, 3, 22)
_TOLD = "Một hộ mang phiếu về, đã ghi sổ"


def hold_meeting(day: Day) -> None:
    """Opened at its hour; eleven households are there, and one ballot does not come back."""
    clerk = day.clerk
    day.clock.put(_DAY, 7, 40)
    clerk.primary()
    clerk.step("meeting")
    with clerk.answering(type_hour("7h30")):
        clerk.primary()
    clerk.until(lambda: called(clerk.focus()) == "Giờ điểm danh")
    clerk.fill("8:15", "11")
    clerk.press(Qt.Key.Key_F8)
    assert called(clerk.focus()) == "Phiếu theo từng hòm"
    for figure in (11, unused(day), 0, 10):
        clerk.type(str(figure))
        clerk.press(Qt.Key.Key_Tab)
    view = meeting_view(day.office, day.code)
    assert [line.present for line in view.attendance] == [11]
    [box] = view.boxes
    assert (box.issued, box.replaced, box.collected) == (11, 0, 10)
    assert [problem.code for problem in view.problems] == ["W203"]


def count_twice(day: Day) -> None:
    """Two people type the paper form; the second misreads one figure, and only that comes back."""
    clerk = day.clerk
    day.clock.put(_DAY, 10, 30)
    clerk.primary()
    step = clerk.step("counting")
    figures = ["11", "11", str(unused(day)), "10", "9", "1", "2", "7"]
    clerk.primary()
    clerk.fill("Chu Thị Nhập", "1357", *figures)
    clerk.primary()
    assert counting_view(day.office, day.code).state == "counted_once"
    clerk.primary()
    clerk.go_to("Thêm người nhập")
    clerk.enter()
    clerk.fill("Vũ Văn Đọc", "2468")
    assert all(line.typed == "" for line in step.form.rows() if hasattr(line, "typed"))
    figures[6] = "3"
    clerk.fill(*figures)
    clerk.primary()
    assert counting_view(day.office, day.code).differing == ("candidates[0].votes",)
    assert step.outcome.isHidden()
    clerk.primary()
    clerk.enter()
    clerk.fill("2468")
    asked = [line.field for line in step.comparison.rows() if getattr(line, "to_type", False)]
    assert asked == ["candidates[0].votes"]
    clerk.type("2")
    clerk.primary()
    assert counting_view(day.office, day.code).state == "agreed"


def clear_faults(day: Day) -> None:
    """F8 walks to each fault: the missing ballot is explained, the invalid one gets its reason."""
    clerk = day.clerk
    step = clerk.step("counting")
    assert not step.bar.primary_button().isEnabled()
    clerk.press(Qt.Key.Key_F8)
    clerk.enter()
    clerk.fill(_TOLD, "Nông Văn Chiến")
    assert step.view.findings[0].explanation == _TOLD
    for _ in step.findings.findings():
        clerk.press(Qt.Key.Key_F8)
        if step.findings.current().target == "reasons":
            break
    clerk.enter()
    # The dialog stands at the number of the statute's first reason.
    clerk.type("1")
    clerk.enter()
    clerk.primary()
    said = clerk.said()
    assert "Trúng cử: Bà Lò Thị Ơn" in said
    assert "quá nửa của 12 hộ" in said
    assert "Luật Thực hiện dân chủ ở cơ sở" in said
    assert "Đã đọc bản chính thức." in said
    clerk.primary()
    assert counting_view(day.office, day.code).state == "finalised"


def print_minutes(day: Day) -> None:
    """Looked at, then printed."""
    clerk = day.clerk
    clerk.primary()
    step = clerk.step("minutes")
    clerk.until(lambda: step.paper.page_count() == 2)
    minutes = day.files / "bien-ban.pdf"
    with clerk.answering(agree, file_named(minutes)):
        clerk.press(Qt.Key.Key_P, CTRL)
    assert minutes.read_bytes().startswith(b"%PDF")


def recognise(day: Day) -> None:
    """The result came in on Monday, the decision is of Thursday."""
    clerk = day.clerk
    day.clock.put(date(2026, 3, 26), 9, 0)
    clerk.primary()
    step = clerk.step("recognition")
    clerk.fill("23/03/2026")
    clerk.press(Qt.Key.Key_F8)
    clerk.fill("112/QĐ-UBND", "26/03/2026")
    with clerk.answering(agree):
        clerk.primary()
    assert step.view.state == "recognised"


def send(day: Day, district: Workplace) -> None:
    """The receiving office's card is trusted, the package sealed and written to a stick."""
    clerk, stick = day.clerk, day.files / "usb"
    stick.mkdir()
    card = cards.own_card(district, keys.unlock(district, OFFICIAL_PASSPHRASE))
    (stick / "so-noi-vu.the").write_bytes(card)
    clerk.primary()
    clerk.step("sending")
    with clerk.answering(file_named(stick / "so-noi-vu.the")):
        clerk.primary()
    groups, dialog = fingerprint(card), clerk.dialog()
    clerk.fill(*(groups[place] for place in dialog.boxes))  # type: ignore[attr-defined] # the card's dialog
    clerk.primary()
    with clerk.answering(file_named(stick)):
        clerk.primary()
    [line] = outbox(day.office).packages
    assert (line.units, line.outcome) == ((HAMLET,), "open")
    assert (stick / line.file_name).is_file()


def take_in(day: Day, district: Workplace) -> None:
    """At the other desk: verify the package on the stick, and leave its receipt there."""
    mine = cards.own_card(day.office, day.keys)
    cards.trust(district, mine, " ".join(fingerprint(mine)))
    [package] = (day.files / "usb").glob("*.goi")
    taken = intake.take_in(district, keys.unlock(district, OFFICIAL_PASSPHRASE), package.read_bytes())
    assert taken.outcome == "accepted"
    assert taken.receipt is not None
    (day.files / "usb" / "bien-nhan.bn").write_bytes(taken.receipt)


def read_receipt(day: Day) -> None:
    """Only now has the package arrived."""
    with day.clerk.answering(file_named(day.files / "usb" / "bien-nhan.bn")):
        day.clerk.primary()
    assert [one.outcome for one in outbox(day.office).packages] == ["accepted"]


def see_it_done(day: Day) -> None:
    """Hôm nay: every step of the hamlet is done."""
    day.clerk.place(Qt.Key.Key_1)
    [row] = [row for row in day.page.board_view.table.rows() if row.hamlet == HAMLET]
    assert {cell.mark for cell in row.cells if cell.step != "congress"} == {"done"}


def unused(day: Day) -> int:
    """Return how many ballots are left when eleven are given out."""
    return ballot_book(day.office, day.code).printed - 11


def type_hour(hour: str) -> Callable[[QWidget], None]:
    """Return the answer that types an hour where the focus is, and agrees."""

    def answer(dialog: QWidget) -> None:
        focus = dialog.focusWidget()
        assert focus is not None
        type_text(focus, hour)
        agree(dialog)

    return answer
