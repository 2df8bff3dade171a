"""Steps of an election up to its meeting: planned, moved, cancelled, its list made, its roll frozen."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.services.elections import changes, planning, unplanning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import appoint
from desktop.services.elections.rolls import freezing, supplements
from desktop.services.papers.ballots import print_ballots
from desktop.services.people import record
from tests.offices import commune
from tests.torture.walking.model import ALLOWED, Contest
from tests.torture.walking.ordering import PLAN_APPROVED, behind, is_in_order
from tests.torture.walking.walker import Declined, Walker

_WHY = changes.Because("mưa lũ", "12/QĐ-UBND", date(2024, 12, 1))


def plan(walker: Walker) -> None:
    """Plan an election of a hamlet's head, now and then on a day that it has already."""
    hamlet = walker.pick(sorted(walker.model.hamlets), ("Không Có",))
    day = walker.office.today() + timedelta(days=walker.pick((0, 1, 3, 7), (-400, -1)))
    ballot, campaign = walker.pick(("hands", "hands", "strike", "agree")), walker.pick(("2024", "2025"))
    asked = commune.plan(
        hamlet=walker.code_of(hamlet),
        campaign=campaign,
        campaign_name=f"Bầu {campaign}",
        held_on=day,
        term_from=day,
        term_to=day + timedelta(days=walker.pick((913,), (0, -1))),
        ballot=ballot,
    )
    made = walker.ask(
        f"plan {hamlet} on {day} by {ballot}", lambda: planning.plan_election(walker.office, asked)
    )
    model = walker.model
    walker.demand(asked.term_to > asked.term_from, "a term that ends before it begins")
    there = any(
        one.hamlet == hamlet and one.held_on == day and one.hamlet_ends is None
        for one in model.contests.values()
    )
    walker.demand(not there, f"{hamlet} elects twice on {day}")
    model.contests[made.code] = Contest(hamlet, day, campaign, ballot)


def take_back(walker: Walker) -> None:
    """Take a plan back for which nothing was written yet."""
    code, _ = chosen(walker, "take back")
    walker.ask(f"take back {code}", lambda: unplanning.take_back_plan(walker.office, [code]))
    taken(walker, code, "take back", cancelled=True)
    walker.demand(not is_in_order(walker, code), f"{code} is gone, and its chain knows of the hamlet")
    walker.model.forget(code)


def move(walker: Walker) -> None:
    """Move a vote to another day."""
    code, contest = chosen(walker, "move")
    day = walker.office.today() + timedelta(days=walker.pick((0, 1, 2, 10), (-3,)))
    why = _WHY if walker.likely(0.7) else changes.Because("mưa lũ")
    walker.ask(f"move {code} to {day}", lambda: changes.move_election(walker.office, code, day, why))
    taken(walker, code, "move")
    walker.demand(day >= walker.office.today(), "moved to a day that is over")
    walker.demand(contest.state != "printed" or why is _WHY, "moved without a decision")
    if contest.round == 1:
        contest.held_on = day


def cancel(walker: Walker) -> None:
    """Cancel an election, with or without a reason."""
    code, contest = chosen(walker, "cancel")
    why = walker.pick((_WHY, changes.Because("mưa lũ")), (changes.Because(),))
    walker.ask(f"cancel {code} {why.reason}", lambda: changes.cancel_election(walker.office, code, why))
    taken(walker, code, "cancel", cancelled=True)
    walker.demand(bool(why.reason), "cancelled without a reason")
    contest.cancelled = True


def take_up(walker: Walker) -> None:
    """Take an election up again that was cancelled."""
    codes = [code for code, one in walker.model.contests.items() if one.cancelled]
    code = walker.pick(codes, (*walker.model.contests, "khong-co"))
    walker.ask(f"take up {code}", lambda: changes.take_up(walker.office, code))
    contest = walker.model.contests[code]
    here = contest.hamlet_ends is None or contest.held_on <= contest.hamlet_ends
    walker.demand(here, f"{code} was taken up of a hamlet that has ended")
    contest.cancelled = False


def make_list(walker: Walker) -> None:
    """Fix the list of candidates, and say who runs the election."""
    code, contest = chosen(walker, "list")
    living = walker.model.living(contest.hamlet)
    named = [Nomination(name) for name in walker.chance.sample(_heads(walker, living), min(2, len(living)))]
    if walker.likely(0.5) or len(named) < 2:
        named = [
            Nomination(name, "1980", newcomer=True, sex="male")
            for name in walker.pick((("Vàng Xuân Long", "Bùi Ngọc Anh"),), (("Vàng Xuân Long",) * 2, ()))
        ]
    shown = walker.ask(
        f"list {code} {[one.name for one in named]}",
        lambda: list_candidates(walker.office, code, named),
    )
    taken(walker, code, "list")
    walker.demand(len(shown.candidates) == len(named), f"{len(named)} were named, {shown.candidates} stand")
    contest.candidates, contest.state = shown.candidates, "listed"
    walker.ask(f"appoint {code}", lambda: appoint(walker.office, code, commune.appointments()))


def freeze(walker: Walker) -> None:
    """Close the roll, with the ballots where there are any."""
    code, contest = chosen(walker, "freeze")
    if contest.hamlet_ends is not None:
        raise Declined
    hands, office = contest.ballot == "hands", walker.office
    size = walker.model.votes_on(contest.hamlet, contest.held_on)
    if hands:
        walker.ask(f"freeze {code}", lambda: freezing.close_roll(office, code))
    else:
        behind(walker, PLAN_APPROVED, code, f"freeze {code}", lambda: print_ballots(office, code))
    taken(walker, code, "freeze")
    contest.state = "printed"
    contest.electorate = contest.electorate if contest.round > 1 else size


def supplement(walker: Walker) -> None:
    """Add a household to a roll that is frozen."""
    code, contest = chosen(walker, "supplement")
    home = walker.pick(list(walker.model.homes), (10_000,))
    roll = walker.ask(
        f"supplement {code} {home}",
        lambda: supplements.supplement(walker.office, code, home, "mới chuyển đến"),
    )
    taken(walker, code, "supplement")
    contest.electorate += 1
    contest.supplements += 1
    walker.demand(roll.electorate == contest.electorate, f"roll {roll}, not {contest.electorate}")


def take_supplement_back(walker: Walker) -> None:
    """Take the last household away again that came to a frozen roll."""
    code, contest = chosen(walker, "supplement")
    number = walker.pick([contest.supplements], (0, contest.supplements + 1))
    roll = walker.ask(
        f"take back supplement {number} {code}", lambda: supplements.take_back(walker.office, code, number)
    )
    taken(walker, code, "supplement")
    walker.demand(number == contest.supplements > 0, f"supplement {number} of {contest.supplements} is gone")
    contest.electorate -= 1
    contest.supplements -= 1
    walker.demand(roll.electorate == contest.electorate, f"roll {roll}, not {contest.electorate}")


def chosen(walker: Walker, step: str) -> tuple[str, Contest]:
    """Choose an election that may take a step, now and then one that may not, or none of ours."""
    model = walker.model
    fit = [
        code for code, one in model.contests.items() if one.state in ALLOWED[step][0] and not one.cancelled
    ]
    code = walker.pick(fit, (*model.contests, "khong-co"))
    return code, model.contests.get(code) or Contest("", date.min, "", "hands")


def taken(walker: Walker, code: str, step: str, *, cancelled: bool = False) -> None:
    """Demand that a step that was done was one that may be done."""
    walker.demand(code in walker.model.contests, f"{step}: done for no election of ours")
    contest = walker.model.contests[code]
    walker.demand(contest.state in ALLOWED[step][0], f"{step}: done in state {contest.state}")
    walker.demand(cancelled or not contest.cancelled, f"{step}: done for a cancelled election")


def _heads(walker: Walker, homes: list[int]) -> list[str]:
    return [record.household(walker.office, key).name for key in homes]
