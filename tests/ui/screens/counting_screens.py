"""Scenes of the count and of what follows: entries, findings, outcome, minutes, recognition, sending."""

from __future__ import annotations

import tempfile
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.bootstrap import shipped_statutes
from desktop.exchange.card import fingerprint
from desktop.services.counting import counts
from desktop.services.counting.proceedings import Proceeded, keep_proceedings
from desktop.services.exchange import cards, intake, receipts
from desktop.services.exchange.card_trust import load_card
from desktop.services.exchange.outbox import outbox, seal_campaign
from desktop.services.exchange.stick import package_content
from desktop.services.office import keys
from desktop.services.office.offices import make_office
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, received
from desktop.services.results.scans import attach_signed_minutes
from desktop.services.training.clock import TrainingClock
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.exchange.card_dialog import CardDialog
from desktop.ui.exchange.sending_page import SendingPage
from desktop.ui.page.page import Session
from tests.offices import commune
from tests.offices.desks import ON_THE_DAY
from tests.offices.hands import page_of, step_of
from tests.ui.screens.studio import rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.exchange.keys import OfficeKeys
    from desktop.services.office.workplace import Workplace
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio

_APPROVED = Proceeded(
    closing=time(11, 15),
    secretary_approval=5,
    list_approval=9,
    form_approval=10,
    committee_approval=10,
    opinions="đề nghị sửa mương",
)


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        _Count(studio, Path(kept)).draw()


class _Count:
    """One small hamlet's election goes on from scene to scene."""

    def __init__(self, studio: Studio, kept: Path) -> None:
        self.studio, self.kept = studio, kept
        self.clock: TrainingClock = TrainingClock(commune.BEFORE)
        make = (kept / "xa", commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), self.clock)
        self.place: Workplace = make_office(*make, seed=bytes(32))[0]
        self.keys: OfficeKeys = keys.unlock(self.place, commune.PASSPHRASE)
        commune.settle(self.place)

    def draw(self) -> None:
        """Draw each, and let the day go on."""
        place = self.place
        self.clock.put(commune.DAY, 7, 0)
        code = commune.meeting(place)
        self.clock.put(commune.DAY, 13, 40)
        self._step("bau-cu-kiem-phieu-chua-nhap", code, "counting")
        self._step("bau-cu-kiem-phieu-ai-nhap", code, "counting", _ask_who)
        self._step("bau-cu-kiem-phieu-nhap", code, "counting", _type_some)
        commune.enter(
            place, code, commune.ANH, commune.TYPED | {"returned": 9, "valid": 8, "candidates[1].votes": 6}
        )
        self._step("bau-cu-kiem-phieu-luot-hai", code, "counting")
        self.clock.put(commune.DAY, 14, 5)
        other = commune.TYPED | {"returned": 9, "valid": 7, "candidates[1].votes": 5}
        commune.enter(place, code, commune.BINH, other)
        self._step("bau-cu-kiem-phieu", code, "counting", _compare)
        commune.enter(
            place, code, commune.BINH, commune.TYPED | {"returned": 9, "valid": 8, "candidates[1].votes": 6}
        )
        self._step("bau-cu-kiem-phieu-khop", code, "counting")
        self._step("bau-cu-kiem-phieu-giai-trinh", code, "counting", _explain)
        self._step("bau-cu-kiem-phieu-ly-do", code, "counting", _reasons)
        [finding] = [one for one in counts.review(place, code).unexplained if one.code == "W203"]
        counts.explain(place, code, finding, "một hộ mang phiếu về, đã ghi sổ", "Nông Văn Ếch")
        counts.finalise(place, code)
        self._step("bau-cu-kiem-phieu-bau-lai", code, "counting")
        keep_proceedings(place, code, **_APPROVED)
        self._step("bau-cu-cuoc-hop-dien-bien", code, "meeting", _proceed)
        self._step("bau-cu-bien-ban", code, "minutes")
        minutes = print_minutes(place, code)
        attach_signed_minutes(place, code, "bien-ban-luc-ngu-da-ky.pdf", minutes.content)
        self._step("bau-cu-bien-ban-da-ky", code, "minutes")
        self._step("bau-cu-gui", code, "sending")
        self.clock.put(date(2024, 12, 11), 9, 0)
        received.receive_result(place, code, date(2024, 12, 9))
        self._step("bau-cu-cong-nhan", code, "recognition")
        self._send()
        decisions.order_again(place, code, "112/QĐ-UBND", date(2024, 12, 11), "chưa ai được quá nửa số phiếu")
        self._step("bau-cu-bau-lai", code, "recognition")
        self.place.database.close()

    def _send(self) -> None:
        clock = TrainingClock(commune.BEFORE)
        make = (self.kept / "huyen", commune.DISTRICT, commune.PASSPHRASE, shipped_statutes(), clock)
        district = make_office(*make, seed=bytes([1]) * 32)[0]
        secrets = keys.unlock(district, commune.PASSPHRASE)
        self._place(
            "gui-goi-chua-co-the", lambda frame: _card(frame, load_card(cards.own_card(district, secrets)))
        )
        for teller, mine, reader in ((district, secrets, self.place), (self.place, self.keys, district)):
            card = cards.own_card(teller, mine)
            cards.trust(reader, card, " ".join(fingerprint(card)))
        for number in (1, 2, 3):
            self.clock.put(date(2024, 12, 11), 9 + number, 0)
            print_minutes(self.place, commune.CODE)
            seal_campaign(self.place, self.keys, "2024", "198")
            line = outbox(self.place).packages[0]
            if number < 3:
                taken = intake.take_in(district, secrets, package_content(self.place, line.id)[1])
                receipts.read_receipt(self.place, self.keys, taken.receipt or b"")
        self.clock.put(date(2024, 12, 11), 14, 20)
        stick = self.kept / "USB"
        stick.mkdir()
        # The stick was pulled out while the newest was written, and still holds the one before.
        newest, before = (package_content(self.place, each.id) for each in outbox(self.place).packages[:2])
        (stick / before[0]).write_bytes(before[1])
        (stick / f"{newest[0]}.dang-ghi").write_bytes(b"")
        self._place("gui-goi", lambda frame: _save_first(frame, stick))
        district.database.close()

    def _step(self, name: str, code: str, step: str, *steps: Callable[[Frame], None]) -> None:
        self._picture(name, "election", (code, step), steps)

    def _place(self, name: str, *steps: Callable[[Frame], None]) -> None:
        self._picture(name, "sending", None, steps)

    def _picture(
        self, name: str, place: str, argument: object, steps: tuple[Callable[[Frame], None], ...]
    ) -> None:
        session = Session(self.place, self.keys)
        self.studio.window(session, name, place, argument, steps=steps, desk=ON_THE_DAY)


def _counting(frame: Frame) -> CountingStep:
    return step_of(frame, CountingStep)


def _ask_who(frame: Frame) -> None:
    _counting(frame).primary()


def _sit(frame: Frame, step: Any) -> Any:
    runner = step.context.runner
    step.primary()
    rest(runner)
    dialog = frame.findChild(OperatorDialog)
    # A difference chooses whose entry is doubted.
    dialog.pin.line.setText(commune.PINS[dialog.who.value()])
    dialog._agree()
    rest(runner)
    return step


def _type_some(frame: Frame) -> None:
    step = _sit(frame, _counting(frame))
    step.editor.type({"present": "10", "issued": "10", "unused": "5", "returned": "1o"})
    step.form.next_box()


def _compare(frame: Frame) -> None:
    step = _sit(frame, _counting(frame))
    step.editor.type({"valid": "8"})
    step.comparison.next_box()


def _proceed(frame: Frame) -> None:
    step_of(frame, MeetingStep).proceedings.write.click()


def _explain(frame: Frame) -> None:
    step = _counting(frame)
    step._open(step.findings.findings()[0])


def _reasons(frame: Frame) -> None:
    _counting(frame).bar.reasons.click()


def _card(frame: Frame, card: Any) -> None:
    page = _sending(frame)
    CardDialog(page.context, card, page).open()


def _sending(frame: Frame) -> SendingPage:
    return page_of(frame, SendingPage)


def _save_first(frame: Frame, folder: Path) -> None:
    view = _sending(frame).view
    view.save_to(view.table.rows()[0].line, folder)
