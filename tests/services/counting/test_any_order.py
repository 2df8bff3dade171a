"""Elections walked through the use cases in any order, on one real encrypted database."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from desktop.bootstrap import open_office
from desktop.errors import RequestRefused, StepRefused
from desktop.models import audit
from desktop.models.counting import Count
from desktop.models.store.session import reading
from desktop.services.counting import counts, entries, meetings
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import appoint
from desktop.services.elections.rolls import freezing, supplements
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, next_vote
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import ANH, BINH, DAY, HAMLET, NOBODY, OTHER_HAMLET, PASSPHRASE, PINS, TYPED
from tests.offices.opening import open_meeting

# Each state's way on; the other steps are tried from everywhere.
ONWARD = {
    "draft": "list_candidates",
    "listed": "print_ballots",
    "printed": "open_meeting",
    "meeting": "enter_first",
    "counted_once": "enter_second",
    "different": "correct",
    "agreed": "settle",
    "to_hold_again": "begin_round",
}
FIGURES = (TYPED, NOBODY, TYPED | {"valid": 8}, TYPED | {"candidates[0].votes": 3})


class AnyOrder(RuleBasedStateMachine):
    settled: ClassVar[Path]

    @initialize()
    def open_office(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="any-order-"))
        shutil.copytree(self.settled, self.folder / "commune")
        self.clock = TrainingClock(commune.BEFORE)
        self.office = open_office(self.folder / "commune", PASSPHRASE, self.clock)
        commune.store(self.office, [commune.row(f"Chủ hộ {number}") for number in "ABC"], OTHER_HAMLET)
        plans = [commune.plan(), commune.plan(hamlet=OTHER_HAMLET, ballot="hands")]
        self.codes = [planning.plan_election(self.office, plan).code for plan in plans]
        self.made: dict[int, bytes] = {}
        self.decisions = 0

    def teardown(self) -> None:
        self.office.database.close()
        shutil.rmtree(self.folder)

    @rule(
        code=st.integers(0, 1),
        steps=st.integers(2, 9),
        figures=st.sampled_from(FIGURES),
        then=st.sampled_from(["reopen", "order_again", "recognise"]),
    )
    def go_on(self, code: int, steps: int, figures: dict[str, int], then: str) -> None:
        for _ in range(steps):
            state = planning.election(self.office, self.codes[code]).state
            self.take(self.codes[code], ONWARD.get(state, then), figures)

    @rule(
        code=st.integers(0, 1),
        name=st.sampled_from([*sorted(ONWARD.values()), "finalise"]),
        figures=st.sampled_from(FIGURES),
    )
    def try_a_step(self, code: int, name: str, figures: dict[str, int]) -> None:
        self.take(self.codes[code], name, figures)

    @rule(
        code=st.integers(0, 1),
        name=st.sampled_from(
            [
                "alone",
                "finalise",
                "recognise",
                "order_again",
                "supplement",
                "stock",
                "appoint",
                "explain",
                "minutes",
            ]
        ),
    )
    def try_another(self, code: int, name: str) -> None:
        self.take(self.codes[code], name, TYPED)

    def take(self, code: str, name: str, figures: dict[str, int]) -> None:
        before = commune.traces(self.office)
        state = planning.election(self.office, code).state
        refused = None
        try:
            self.use(code, name, figures)
        except (StepRefused, RequestRefused) as refusal:
            refused = refusal
        event(f"{name} {'refused' if refused else 'done'}")
        if refused is None:
            assert commune.traces(self.office) != before
            return
        assert commune.traces(self.office) == before
        assert planning.election(self.office, code).state == state
        if isinstance(refused, StepRefused):
            assert refused.where == state

    def use(self, code: str, name: str, figures: dict[str, int]) -> None:
        office, hands = self.office, code != self.codes[0]
        if hands:
            figures = {"present": 3, "candidates[0].votes": min(3, figures["candidates[1].votes"] - 3)}
        names = ("Chủ hộ A",) if hands else ("Lò Thị Ơn", "Giàng A Chớ")
        self.decisions += 1
        number = f"{self.decisions}/QĐ-UBND"
        uses: dict[str, Callable[[], object]] = {
            "list_candidates": lambda: list_candidates(office, code, [Nomination(n) for n in names]),
            "appoint": lambda: appoint(office, code, commune.appointments()),
            "print_ballots": lambda: (freezing.close_roll if hands else print_ballots)(office, code),
            "supplement": lambda: supplements.supplement(office, code, 1, "chuyển đến"),
            "open_meeting": lambda: open_meeting(office, code, commune.OPENS),
            "stock": lambda: meetings.record_stock(office, code, [meetings.BoxCount("main", 10, 5, 0, 10)]),
            "enter_first": lambda: commune.enter(office, code, ANH, figures),
            "enter_second": lambda: commune.enter(office, code, BINH, figures),
            "correct": lambda: commune.enter(office, code, ANH, figures),
            "alone": lambda: entries.enter_alone(office, code, ANH, PINS[ANH], figures),
            "explain": lambda: self.explain_all(code),
            "settle": lambda: self.settle(code),
            "finalise": lambda: counts.finalise(office, code, reason="đọc lại biên bản giấy"),
            "minutes": lambda: print_minutes(office, code),
            "reopen": lambda: counts.reopen(office, code),
            "recognise": lambda: decisions.recognise(office, code, number, DAY),
            "order_again": lambda: decisions.order_again(office, code, number, DAY, "chưa đủ phiếu"),
            "begin_round": lambda: next_vote.begin_round(office, code),
        }
        uses[name]()

    def explain_all(self, code: str) -> None:
        missing = counts.review(self.office, code).unexplained
        if not missing:
            raise RequestRefused("explanation.none")
        for problem in missing:
            counts.explain(self.office, code, problem, "ghi đúng như tờ giấy", "Tổ trưởng")

    def settle(self, code: str) -> None:
        if counts.review(self.office, code).unexplained:
            self.explain_all(code)
        counts.finalise(self.office, code, reason="đọc lại biên bản giấy")

    @invariant()
    def finalised_counts_never_change(self) -> None:
        with reading(self.office.database) as session:
            now = {count.id: count.content for count in session.scalars(select(Count))}
        assert {key: now[key] for key in self.made} == self.made
        self.made = now

    @invariant()
    def the_audit_chain_holds(self) -> None:
        with reading(self.office.database) as session:
            assert audit.verify_chain(session).broken_at is None

    @invariant()
    def no_outcome_is_shown_before_agreement(self) -> None:
        for code in self.codes:
            if planning.election(self.office, code).state != "agreed":
                with pytest.raises(StepRefused):
                    counts.review(self.office, code)


def test_elections_in_any_order_of_use_cases(settled_office: Path) -> None:
    assert HAMLET in commune.CODE
    AnyOrder.settled = settled_office
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=5,
            stateful_step_count=10,
            deadline=None,
            # A failure is short enough as it is, and making it shorter takes minutes.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
