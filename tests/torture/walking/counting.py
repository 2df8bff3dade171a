"""Steps of a count: figures of the meeting, two operators' entries, finalised, reopened, decided upon."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desktop.models.counting import Count
from desktop.models.store.session import reading
from desktop.rules.facts import read_facts
from desktop.rules.outcome import Outcome, decide
from desktop.services.counting import counts, entries, meetings
from desktop.services.counting.finalised import record_of
from desktop.services.elections.lookup import vote_of
from desktop.services.results import decisions, next_vote
from tests.torture.walking.model import Contest
from tests.torture.walking.ordering import ELECTED_AND_SIGNED, PLAN_APPROVED, behind, elected
from tests.torture.walking.voting import chosen, taken
from tests.torture.walking.walker import Walker, later

_PINS = frozenset({"operators", "audit_entries"})
"""A wrong PIN is counted, and a right one ends the count, whatever becomes of the entry."""
_MARKS = {"strike": ("votes",), "agree": ("votes", "against"), "hands": ("votes", "against", "abstain")}


def open_meeting(walker: Walker) -> None:
    """Open the meeting, on its day or another."""
    code, contest = chosen(walker, "open")
    if contest.held_on > walker.office.today() and walker.likely(0.8):
        later(walker, days=(contest.held_on - walker.office.today()).days)
    at = walker.office.clock() + timedelta(hours=walker.pick((0,), (48,)))
    said, hands = f"open {code} at {at}", contest.ballot == "hands"

    def act() -> None:
        meetings.open_meeting(walker.office, code, at)

    if hands:
        # What is voted by raised hands prints no ballot that a gate could have refused.
        behind(walker, PLAN_APPROVED, code, said, act)
    else:
        walker.ask(said, act)
    taken(walker, code, "open")
    if contest.round == 1:
        walker.demand(contest.held_on <= walker.office.today(), "opened before its day")
    contest.state = "meeting"
    contest.true = _figures(walker, contest)


def write_figures(walker: Walker) -> None:
    """Write down who came, or what became of the ballots of a box."""
    code, _ = chosen(walker, "figures")
    figure = walker.pick((0, 3, 12), (-1, True))
    office, at = walker.office, walker.office.clock()
    if walker.likely(0.5):
        walker.ask(
            f"attendance {code} {figure}", lambda: meetings.record_attendance(office, code, at, figure)
        )
    else:
        walker.ask(
            f"box {code} {figure}", lambda: meetings.record_box(office, code, "main", "issued", figure)
        )
    taken(walker, code, "figures")
    walker.demand(type(figure) is int and figure >= 0, f"{figure!r} was taken for a figure")


def enter(walker: Walker) -> None:
    """Let an operator enter what lies before both, perhaps misread, perhaps with a wrong PIN."""
    code, contest = chosen(walker, "enter")
    model = walker.model
    operator = walker.pick(list(model.typists), (99,))
    typist = model.typists.get(operator)
    pin = walker.pick((typist.pin if typist else "1357",), ("0000", ""))
    typed = dict(contest.true)
    if typed and walker.likely(0.15):
        typed[walker.chance.choice(sorted(typed))] = walker.pick((0, 7, None), (-1, 2.5, "7"))  # type: ignore[arg-type]
    if walker.likely(0.03):
        typed["candidates[9].votes"] = 1
    alone = walker.likely(0.05)
    act = entries.enter_alone if alone else entries.enter
    shown = walker.ask(
        f"enter {code} by {operator} {typed}",
        lambda: act(walker.office, code, operator, pin, typed),
        touches=_PINS,
    )
    walker.demand(typist is not None and not typist.retired, "somebody entered who may not")
    walker.demand(typist is not None and pin == typist.pin, "entered with a wrong PIN")
    taken(walker, code, "alone" if alone else "enter")
    known = all(value is None or (type(value) is int and value >= 0) for value in typed.values())
    walker.demand(known and "candidates[9].votes" not in typed, f"entered: {typed}")
    contest.entries[operator] = typed
    both = list(contest.entries.values())
    walker.demand(len(both) <= 2, "a third person entered")
    if alone or (len(both) == 1 and contest.state == "agreed"):
        # Who entered alone may still correct the only entry.
        contest.state = "agreed"
    elif len(both) == 1:
        contest.state = "counted_once"
    else:
        contest.state = "agreed" if _same(*both) else "different"
    walker.demand(shown.state == contest.state, f"after an entry {shown.state}, not {contest.state}")


def finalise(walker: Walker) -> None:
    """Explain what has to be, most often, and make the count final."""
    code, contest = chosen(walker, "finalise")
    office = walker.office
    if contest.state == "agreed" and not contest.cancelled and walker.likely(0.9):
        review = walker.ask(f"review {code}", lambda: counts.review(office, code))
        for problem in review.unexplained:
            walker.ask(
                f"explain {code} {problem.code}",
                lambda problem=problem: counts.explain(office, code, problem, "đã đối chiếu", "Ông Đôn"),
            )
    reason = "cộng nhầm" if walker.likely(0.8) else None
    shown = walker.ask(f"finalise {code}", lambda: counts.finalise(office, code, reason=reason))
    taken(walker, code, "finalise")
    walker.demand(contest.revision == 1 or reason is not None, "a later revision without a reason")
    said = (shown.round, shown.revision)
    walker.demand(said == (contest.round, contest.revision), f"count {said}")
    decided = _decided(walker, code, contest)
    told = (shown.outcome, shown.elected)
    walker.demand(told == (decided.outcome, decided.elected), f"count {told}, rules {decided.outcome}")
    contest.counts.append((shown.round, shown.revision, shown.sha256))
    contest.state = "finalised"
    look_at_counts(walker)


def reopen(walker: Walker) -> None:
    """Open a count again: it is entered from the start."""
    code, contest = chosen(walker, "reopen")
    walker.ask(f"reopen {code}", lambda: counts.reopen(walker.office, code))
    taken(walker, code, "reopen")
    contest.state, contest.entries = "meeting", {}
    if walker.likely(0.7):
        contest.true = _figures(walker, contest)


def decide_on(walker: Walker) -> None:
    """Recognise a result, or order it held again; the number may be taken, the reason missing."""
    again = walker.likely(0.3)
    step = "order again" if again else "recognise"
    code, contest = chosen(walker, step)
    walker.number += 1
    number, day = walker.pick((f"{walker.number}/QĐ-UBND",), ("", "1/QĐ-UBND")), walker.office.today()
    if again:
        reason = walker.pick(("không đủ người dự",), ("",))
        walker.ask(
            f"order {code} again", lambda: decisions.order_again(walker.office, code, number, day, reason)
        )
        walker.demand(bool(reason), "held again without a reason")
    else:
        behind(
            walker,
            ELECTED_AND_SIGNED,
            code,
            f"recognise {code}",
            lambda: decisions.recognise(walker.office, code, number, day),
        )
        walker.demand(elected(walker, code), "a count was recognised that elected nobody")
    taken(walker, code, step)
    walker.demand(bool(number), "decided without a number")
    contest.state = "to_hold_again" if again else "recognised"


def begin_round(walker: Walker) -> None:
    """Begin the vote that follows."""
    code, contest = chosen(walker, "begin")
    shown = walker.ask(f"begin {code}", lambda: next_vote.begin_round(walker.office, code))
    taken(walker, code, "begin")
    walker.demand(shown.round == contest.round + 1, f"round {shown.round} after {contest.round}")
    contest.round, contest.state, contest.entries = shown.round, shown.state, {}
    contest.candidates = shown.candidates


def look_at_counts(walker: Walker) -> None:
    """Hold every finalised count against those that were acknowledged."""
    with reading(walker.office.database) as session:
        found = {
            (record.election, record.round, record.revision, count.sha256)
            for count in session.scalars(select(Count))
            if (record := record_of(count)).contest == "hamlet_head"
        }
    known = {(code, *count) for code, one in walker.model.contests.items() for count in one.counts}
    walker.demand(found == known, f"counts {sorted(found ^ known)} are not as acknowledged")


def _figures(walker: Walker, contest: Contest) -> dict[str, Any]:
    """Return what a meeting came to: most often figures that fit each other."""
    size, names = contest.electorate, len(contest.candidates)
    present = walker.chance.randint(0, size) if walker.likely(0.3) else size
    left, votes = present, []
    invalid = 0 if contest.ballot == "hands" else walker.chance.randint(0, min(2, present))
    left -= invalid
    for place in range(names):
        votes.append(left if place == names - 1 and walker.likely(0.6) else walker.chance.randint(0, left))
        left -= votes[-1]
    found = {"present": present}
    if contest.ballot != "hands":
        valid = present - invalid
        found |= {"issued": present, "unused": 3, "returned": present, "valid": valid, "invalid": invalid}
    cast = present - invalid
    for place, number in enumerate(votes):
        marks = (number, cast - number, 0)
        for field, figure in zip(_MARKS[contest.ballot], marks, strict=False):
            found[f"candidates[{place}].{field}"] = figure
    return found


def _decided(walker: Walker, code: str, contest: Contest) -> Outcome:
    """Let the rules decide what the model knows was typed."""
    with reading(walker.office.database) as session:
        vote = vote_of(session, code)
        kind = {"vote": vote.vote.value, "attempt": vote.attempt, "seats": vote.seats}
        statute = vote.election.statute
        ballot = vote.ballot.value
    typed = next(iter(contest.entries.values()))
    document: dict[str, Any] = {
        **kind,
        "statute": statute,
        "contest": "hamlet_head",
        "ballot": ballot,
        "electorate": contest.electorate,
        **{field: value for field, value in typed.items() if "[" not in field and value is not None},
        "candidates": [
            {"name": name}
            | {
                field: value
                for field in _MARKS[ballot]
                if (value := typed.get(f"candidates[{place}].{field}")) is not None
            }
            for place, name in enumerate(contest.candidates)
        ],
    }
    return decide(read_facts(document, walker.office.statutes))


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one.get(field) == other.get(field) for field in {*one, *other})
