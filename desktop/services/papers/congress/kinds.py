"""Every paper of a congress: when it is wanted, how it is filled, what it needs to be full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from desktop.rules.voting_list import COMMITTEE
from desktop.services.papers.fill.congress import after, before, day, votes
from desktop.services.papers.fill.congress.facts import CongressFacts, PostFacts
from desktop.services.papers.fill.congress.wall_sheet import wall_sheet

Group = Literal["before", "votes", "day", "after"]

BALLOT = "congress-ballot"
LARGE_BALLOT = "congress-ballot-large"
COUNTING = "congress-counting-minutes"
MINUTES = "congress-minutes"
RESOLUTION = "congress-resolution"
APPROVAL = "congress-approval-decision"


@dataclass(frozen=True, slots=True)
class CongressPaper:
    """A paper of one congress.

    Attributes:
        form: its name in the catalogue of forms.
        group: the time at which it is wanted.
        fill: makes the form's input of the facts; of what is made once for each vote, of the post's too.
        needs: keys of what it isn't full without.
        of_a_vote: whether there is one for each post that is voted on.
        by_hand: it has places for a pen beside signatures, numbers and days of signing.
        printed_at: whether it is printed at the step of ballots, and counted there.
    """

    form: str
    group: Group
    fill: Callable[[CongressFacts, PostFacts], Any] | Callable[[CongressFacts], Any]
    needs: tuple[str, ...] = ()
    of_a_vote: bool = False
    by_hand: bool = False
    printed_at: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether its number or day is written down for itself."""
        return self.form == RESOLUTION or not OF_A_PAPER.keys().isdisjoint(self.needs)

    def filled(self, facts: CongressFacts, post: PostFacts | None) -> Any:
        """Make the form's input; None of a ballot whose list isn't closed."""
        fill: Callable[..., Any] = self.fill
        return fill(facts, post) if self.of_a_vote else fill(facts)


HELD: Mapping[str, Callable[[CongressFacts], bool]] = {
    "number": lambda facts: facts.congress.ordinal is not None,
    "announced": lambda facts: facts.announced_on is not None,
    "opening": lambda facts: facts.opening is not None,
    "venue": lambda facts: facts.venue is not None,
    "secretary": lambda facts: facts.secretary is not None,
    "members": lambda facts: bool(facts.members),
    "reported": lambda facts: facts.quorum_reached is not None,
    "presidium": lambda facts: bool(facts.presidium and facts.secretaries),
    "counters": lambda facts: bool(facts.counters),
    "programme": lambda facts: "programme" in facts.texts,
    "rules": lambda facts: "rules" in facts.texts,
    "rules_hands": lambda facts: "rules" in facts.hands,
    "political_report": lambda facts: "political_report" in facts.texts,
    "review_report": lambda facts: "review_report" in facts.texts,
    "standards": lambda facts: "standards" in facts.texts,
    "put_up": lambda facts: any(post.nominees for post in facts.posts),
    "speech": lambda facts: "speech" in facts.texts,
    "discussion": lambda facts: "discussion" in facts.texts,
    "tasks": lambda facts: "tasks" in facts.texts,
    "resolution_hands": lambda facts: "resolution" in facts.hands,
    "counts": lambda facts: bool(facts.posts) and all(post.times for post in facts.posts),
    "closed": lambda facts: facts.closed is not None,
    "report": lambda facts: facts.report_number is not None and facts.report_on is not None,
    "answer": lambda facts: facts.answer is not None,
    "new_secretary": lambda facts: facts.elected_to("secretary") is not None,
    "handed_over": lambda facts: facts.handed_over_on is not None and "handed_over" in facts.texts,
    "bases": lambda facts: "bases" in facts.texts or bool(facts.named_on(facts.announced_on)),
    "preparation": lambda facts: "preparation" in facts.texts,
    "conference": lambda facts: facts.plan_met_on is not None,
    "plan": lambda facts: facts.plan_number is not None,
    "speakers": lambda facts: facts.speakers is not None,
    "sealed": lambda facts: facts.sealed is not None,
    "proposal": lambda facts: facts.proposal is not None,
}
OF_A_VOTE: Mapping[str, Callable[[PostFacts], bool]] = {
    "list": lambda post: bool(post.listed),
    "next_list": lambda post: bool(post.next_listed),
    "list_hands": lambda post: post.list_hands is not None,
    "seats_hands": lambda post: post.seats_hands is not None or post.higher is not None,
    "count": lambda post: bool(post.times),
}
OF_A_PAPER: Mapping[str, Callable[[CongressFacts, str], bool]] = {
    "numbered": lambda facts, form: facts.number_of(form) is not None,
    "dated": lambda facts, form: facts.day_of(form) is not None,
}

_ALL = (
    CongressPaper(
        "congress-notice",
        "before",
        before.notice,
        (
            "number",
            "announced",
            "opening",
            "venue",
            "members",
            "secretary",
            "bases",
            "preparation",
            "numbered",
        ),
    ),
    CongressPaper(
        "congress-invitation",
        "before",
        before.invitation,
        ("number", "opening", "venue", "members", "secretary", "dated"),
    ),
    CongressPaper(
        "congress-programme", "before", before.programme, ("number", "venue", "programme", "presidium")
    ),
    CongressPaper(
        "congress-working-rules",
        "before",
        before.working_rules,
        ("number", "rules", "rules_hands", "presidium", "numbered"),
    ),
    CongressPaper(
        "congress-political-report",
        "before",
        lambda facts: before.report(facts, "political"),
        ("number", "political_report", "secretary", "numbered", "dated"),
    ),
    CongressPaper(
        "congress-committee-review",
        "before",
        lambda facts: before.report(facts, "review"),
        ("number", "review_report", "secretary", "numbered", "dated"),
    ),
    CongressPaper(
        "congress-personnel-plan",
        "before",
        before.personnel_plan,
        ("standards", "put_up", "secretary", "bases", "plan", "conference"),
    ),
    CongressPaper(
        "congress-personnel-list", "before", before.personnel_list, ("put_up", "secretary", "plan")
    ),
    CongressPaper("congress-wall-sheet", "before", wall_sheet, ("number", "opening", "venue")),
    CongressPaper("congress-roll-call", "before", before.roll_call, ("number", "members")),
    CongressPaper(
        "congress-candidacy", "votes", votes.personal_paper, ("number",), of_a_vote=True, by_hand=True
    ),
    CongressPaper(
        "congress-nomination", "votes", votes.personal_paper, ("number",), of_a_vote=True, by_hand=True
    ),
    CongressPaper(
        "congress-withdrawal", "votes", votes.personal_paper, ("number",), of_a_vote=True, by_hand=True
    ),
    CongressPaper("congress-poll-slip", "votes", votes.poll, ("number",), of_a_vote=True, by_hand=True),
    CongressPaper("congress-poll-minutes", "votes", votes.poll, ("number",), of_a_vote=True, by_hand=True),
    CongressPaper(
        "congress-voting-list",
        "votes",
        votes.voting_list,
        ("number", "list", "seats_hands", "list_hands", "presidium"),
        of_a_vote=True,
    ),
    CongressPaper(BALLOT, "votes", votes.ballot, ("number", "next_list"), of_a_vote=True, printed_at=True),
    CongressPaper(
        "congress-tally-sheet", "votes", votes.tally, ("number", "next_list", "reported"), of_a_vote=True
    ),
    CongressPaper(
        COUNTING,
        "votes",
        votes.counting,
        ("number", "count", "counters", "presidium"),
        of_a_vote=True,
    ),
    CongressPaper(
        "congress-attendance-report",
        "day",
        day.attendance,
        ("number", "members", "reported", "secretary", "numbered"),
    ),
    CongressPaper(
        MINUTES,
        "day",
        day.minutes,
        (
            "number",
            "reported",
            "presidium",
            "counters",
            "counts",
            "discussion",
            "speakers",
            "speech",
            "closed",
        ),
    ),
    CongressPaper(
        RESOLUTION,
        "day",
        day.resolution,
        ("number", "reported", "presidium", "tasks", "counts", "new_secretary", "resolution_hands"),
    ),
    CongressPaper(
        "congress-result-report",
        "after",
        after.result_report,
        ("number", "reported", "counts", "new_secretary", "report"),
    ),
    CongressPaper("congress-brief-list", "after", after.brief_list, ("counts", "new_secretary", "report")),
    CongressPaper(APPROVAL, "after", after.approval_decision, ("counts", "report", "answer")),
    CongressPaper(
        "congress-sealing-minutes",
        "after",
        after.sealing,
        ("number", "counts", "counters", "presidium", "sealed"),
    ),
    CongressPaper(
        "congress-handing-over",
        "after",
        after.handing_over,
        ("secretary", "new_secretary", "handed_over"),
    ),
    CongressPaper("congress-appointment-proposal", "after", after.appointment, ("proposal",)),
)

CONGRESS_PAPERS: dict[str, CongressPaper] = {paper.form: paper for paper in _ALL}
"""The papers by the names of their forms, in the order of a congress."""


def is_wanted(paper: CongressPaper, facts: CongressFacts) -> bool:
    """Tell whether a congress has a paper: a branch without a committee reviews itself in its one report."""
    if paper.form == "congress-committee-review":
        return facts.congress.had_committee or facts.post(COMMITTEE) is not None
    return True


def lacking(paper: CongressPaper, facts: CongressFacts, post: PostFacts | None) -> tuple[str, ...]:
    """Return the codes of what a paper isn't full without."""
    return tuple(f"lacking.congress.{key}" for key in paper.needs if not _is_held(key, paper, facts, post))


def _is_held(key: str, paper: CongressPaper, facts: CongressFacts, post: PostFacts | None) -> bool:
    if key in OF_A_PAPER:
        return OF_A_PAPER[key](facts, paper.form)
    return OF_A_VOTE[key](post) if post is not None and key in OF_A_VOTE else HELD[key](facts)
