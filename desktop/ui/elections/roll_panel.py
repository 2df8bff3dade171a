"""Beside a roll: how far it is, what differs from the register, how it hangs, and what is said against it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.elections.rolls.check import (
    DifferenceView,
    explain_difference,
    withdraw_explanation,
)
from desktop.services.elections.rolls.freezing import choose_electorate
from desktop.services.elections.rolls.objections import ObjectionView, remove_objection, write_objection
from desktop.services.elections.rolls.posting import Posting, post_roll
from desktop.services.elections.rolls.supplements import take_back
from desktop.services.elections.rolls.views import RollPage
from desktop.services.office.workplace import Workplace
from desktop.ui.elections.roll_questions import (
    Explained,
    ExplainQuestion,
    ObjectionQuestion,
    PostingQuestion,
    Said,
)
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import ClauseNote, SidePanel
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import problem_sentence


class RollPanel(SidePanel):
    """The panel; what is written here makes the step read its roll anew.

    Args:
        context: the open office and the runner.
        parent: the step.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._page: RollPage | None = None
        self._code = ""
        self._by = ""
        self.chip = StateChip(State("not_yet"), self)
        self.facts = Facts(self)
        self.posted = quiet(self.tr("Ghi niêm yết"), self)
        self.posted.clicked.connect(self._post)
        self.add_line = secondary("", "user-plus", self)
        self.take_last_back = quiet("", self)
        self.take_last_back.clicked.connect(self._take_last_back)
        self.object = quiet(self.tr("Ghi ý kiến, khiếu nại"), self)
        self.object.clicked.connect(lambda: self._object(None))
        self.findings = Findings(self.tr("Đối chiếu, ý kiến"), self)
        self.findings.opened.connect(self._open)
        self.clause = ClauseNote(self)
        self.electorate = ChoiceField(
            self.tr("Cấp xã chọn"),
            [
                (False, self.tr("Đại diện hộ gia đình")),
                (True, self.tr("Toàn thể cử tri")),
            ],
            self,
        )
        self.electorate.committed.connect(self._choose)
        self._card = Card(self.tr("Danh sách"), self)
        self._card.head.addWidget(self.chip)
        for widget in (self.facts, self.posted, self.object, self.add_line, self.take_last_back):
            self._card.body.addWidget(widget)
        self._law = Card(self.tr("Ai được bầu"), self)
        for part in (self.clause, self.electorate):
            self._law.body.addWidget(part)
        for card in (self._card, self.findings, self._law):
            self.add(card)

    def show_roll(self, code: str, page: RollPage) -> None:
        """Show what is known of a roll."""
        self._code, self._page = code, page
        voters = page.voters
        facts = [(self.tr("Cử tri") if voters else self.tr("Hộ trong danh sách"), str(page.total))]
        check = page.check
        counted = self.tr("{0}/{1} hộ").format(check.represented, check.households)
        facts.append((self.tr("So với sổ hộ"), counted))
        if page.frozen_at is None:
            self.chip.set_state(State("not_yet", self.tr("chưa chốt")))
        else:
            self.chip.set_state(State("done", self.tr("đã chốt")))
            facts.append((self.tr("Chốt lúc"), f"{page.frozen_at:%H:%M, %d/%m/%Y}"))
            facts.append((self.tr("Bổ sung sau khi chốt"), str(page.supplements)))
        facts.append((self.tr("Niêm yết"), self._posted(page.posting)))
        if page.posting.places:
            facts.append((self.tr("Nơi niêm yết"), page.posting.places))
        if page.added or page.removed:
            changed = self.tr("thêm {0}, bớt {1}").format(page.added, page.removed)
            facts.append((self.tr("Từ khi niêm yết"), changed))
        self.facts.set_facts(facts)
        self.posted.setText(
            self.tr("Sửa niêm yết") if page.posting.posted_on is not None else self.tr("Ghi niêm yết")
        )
        self.add_line.setText(self.tr("Bổ sung một cử tri") if voters else self.tr("Bổ sung một hộ"))
        self.add_line.setVisible(page.may_supplement)
        self.take_last_back.setText(self.tr("Hoàn tác bổ sung số {0}").format(page.may_take_back))
        self.take_last_back.setVisible(page.may_take_back > 0)
        self.clause.set_clause(page.electorate)
        self.electorate.set_value(page.voters)
        self.electorate.setVisible(page.may_choose)
        found = self._found(page)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))

    def take_back(self, code: str, number: int) -> None:
        """Take a supplement of the roll of an election back, which was written down by mistake."""
        place, context = self._context.workplace, self._context
        said = self.tr("Đã hoàn tác bổ sung số {0}; danh sách như trước khi bổ sung.").format(number)
        context.do(
            lambda _: take_back(place, code, number), done=lambda _: context.told.emit(said, "done"), to=self
        )

    def _take_last_back(self) -> None:
        if self._page is not None and self._page.may_take_back:
            # Pressed twice in haste, it takes back no other: each is named by its number.
            self.take_back(self._code, self._page.may_take_back)

    def _posted(self, kept: Posting) -> str:
        if kept.posted_on is None:
            return self.tr("chưa ghi")
        since = f"{kept.posted_on:%d/%m/%Y}"
        return self.tr("{0} đến {1:%d/%m/%Y}").format(since, kept.until) if kept.until else since

    def _found(self, page: RollPage) -> list[Finding]:
        found = [
            Finding("wrong", self.tr("Danh sách khác lúc chốt."), problem_sentence(p), p.code)
            for p in page.problems
        ]
        words = {
            "stated": self.tr("Số hộ khác danh sách thôn."),
            "unlisted": self.tr("Hộ không có trong danh sách."),
            "unrepresented": self.tr("Hộ không có cử tri."),
            "not_here": self.tr("Hộ không còn ở thôn."),
            "died": self.tr("Người trong danh sách đã chết."),
            "moved": self.tr("Người trong danh sách đã chuyển đi."),
            "away": self.tr("Người trong danh sách đi vắng."),
            "stranger": self.tr("Đại diện không phải người trong hộ."),
            "under_age": self.tr("Chưa đủ tuổi."),
            "no_birth": self.tr("Chưa biết đủ tuổi hay chưa."),
            "without_capacity": self.tr("Không đủ năng lực hành vi."),
            "person_twice": self.tr("Một người đứng nhiều dòng."),
            "household_twice": self.tr("Một hộ ghi hai lần."),
        }
        for one in page.check.differences:
            said = one.sentence
            if not one.open:
                said = self.tr("Đã giải thích ({0}): {1}").format(one.by, one.reason)
            found.append(Finding("attention" if one.open else "done", words[one.kind], said, target=one))
        for each in page.objections:
            who, made = each.objection, each.settlement
            headline = self.tr("{0}, {1:%d/%m/%Y}").format(who.raised_by, who.raised_on)
            said = f"{who.about}: {who.what}" if who.about else who.what
            if made is not None:
                how = self.tr("chấp nhận") if made.accepted else self.tr("không chấp nhận")
                said = self.tr("{0}. Ngày {1:%d/%m/%Y} {2}: {3}").format(said, made.on, how, made.what)
            found.append(Finding("attention" if made is None else "done", headline, said, target=each))
        return found

    def _open(self, finding: Finding) -> None:
        if isinstance(finding.target, DifferenceView):
            self._explain(finding.target)
        elif isinstance(finding.target, ObjectionView):
            self._object(finding.target)

    def _explain(self, one: DifferenceView) -> None:
        place, code = self._context.workplace, self._code

        def write(said: Explained, done: Any, failed: Any) -> None:
            self._by = said.by or self._by
            self._context.do(partial(_explained, place, code, one.key, said), done=done, failed=failed)

        question = ExplainQuestion(self.window(), one, self._by, write)
        question.looked_up.connect(self._look_up)
        question.open()

    def _look_up(self) -> None:
        if self._page is not None:
            self._context.go.emit("households", self._page.hamlet_code)

    def _post(self) -> None:
        if self._page is None:
            return
        place, code = self._context.workplace, self._code

        def write(said: Posting, done: Any, failed: Any) -> None:
            self._context.do(lambda _: post_roll(place, code, said), done=done, failed=failed)

        PostingQuestion(self.window(), self._page.offered, write).open()

    def _object(self, kept: ObjectionView | None) -> None:
        place, code = self._context.workplace, self._code
        key = kept.key if kept else None

        def write(said: Said, done: Any, failed: Any) -> None:
            self._context.do(partial(_objected, place, code, said, key), done=done, failed=failed)

        ObjectionQuestion(self.window(), kept, place.today(), write).open()

    def _choose(self, voters: object) -> None:
        if self._page is None or voters is self._page.voters:
            return
        place, code = self._context.workplace, self._code
        self._context.do(
            lambda _: choose_electorate(place, code, voters=bool(voters)), failed=self._not_chosen
        )

    def _not_chosen(self, refusal: Refusal) -> None:
        """Say why, and show again who elects."""
        self._context.runner.failed.emit(refusal)
        if self._page is not None:
            self.electorate.set_value(self._page.voters)


def _explained(place: Workplace, code: str, key: str, said: Explained, _: object) -> None:
    if said.reason is None:
        withdraw_explanation(place, code, key)
    else:
        explain_difference(place, code, key, said.reason, said.by)


def _objected(place: Workplace, code: str, said: Said, key: int | None, _: object) -> None:
    if said.objection is not None:
        write_objection(place, code, said.objection, said.settlement, key)
    elif key is not None:
        remove_objection(place, code, key)
