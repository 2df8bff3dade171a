"""What can be done with a chain: switched on, plans and exceptions written down, heads carried over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.services.chain.exceptions import (
    ExceptionView,
    NewException,
    change_exception,
    record_exception,
)
from desktop.services.chain.plans import record_plan, take_back_plan
from desktop.services.chain.switching import switch_on
from desktop.services.chain.views import ChainRow
from desktop.services.congress.carry_over import carry_over
from desktop.services.office.sides import Side
from desktop.ui.chain.questions import TAKE_BACK, ExceptionQuestion, NamesakeQuestion, PlanQuestion
from desktop.ui.page.undoable import Undoable


class ChainActs(Undoable):
    """Asks what a chain needs, and hands the answers to the use cases; a chain is named by its key."""

    def switch_on(self, campaign: str | None) -> None:
        """Switch the chain of a campaign on; the Party's own office has no campaign."""
        place = self._context.workplace
        if campaign is None and place.side is not Side.PARTY:
            self._context.told.emit(
                self.tr("Chưa có đợt bầu Trưởng thôn; hãy lập đợt ở trang Hôm nay rồi bật chuỗi."),
                "attention",
            )
            return
        self.do(lambda: switch_on(place, campaign), self.tr("Đã bật chuỗi. Bước đầu: ghi phương án nhân sự."))

    def ask_plan(self, chain: int, row: ChainRow, rows: Sequence[ChainRow]) -> None:
        """Ask what became of the plan of personnel of a hamlet, or of all of ``rows`` that are like it."""
        place = self._context.workplace

        def write(answer: tuple[tuple[str, ...], Any]) -> None:
            hamlets, new = answer
            if new == TAKE_BACK:
                for hamlet in hamlets:
                    take_back_plan(place, chain, hamlet)
            else:
                record_plan(place, chain, hamlets, new)

        submit = self.submit(write, self.tr("Đã ghi."), None)
        PlanQuestion(self.window(), row, rows, place.today(), submit).open()

    def ask_exception(self, chain: int, one: ExceptionView) -> None:
        """Ask about an exception, and write it down."""
        place = self._context.workplace

        def write(new: NewException) -> None:
            if one.key is None:
                record_exception(place, chain, one.hamlet_code, new)
            else:
                change_exception(place, one.key, new)

        submit = self.submit(write, self.tr("Đã ghi ngoại lệ."), None)
        ExceptionQuestion(self.window(), one.hamlet, one, submit).open()

    def carry_over(self, chain: int, row: ChainRow) -> None:
        """Put a head on the list of the congress; ask first who it is where members bear the same name."""
        place, code = self._context.workplace, row.chain.code
        said = self.tr("Đã chuyển Trưởng thôn vào danh sách bầu.")
        if row.belongs is not None and row.belongs.member is None and row.belongs.namesakes:
            submit = self.submit(lambda member: carry_over(place, chain, code, member), said, None)
            NamesakeQuestion(self.window(), row, submit).open()
        else:
            self.do(lambda: carry_over(place, chain, code), said)
