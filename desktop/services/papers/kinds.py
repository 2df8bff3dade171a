"""Every paper of a hamlet's election: when it is wanted, how it is filled, what it needs for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from desktop.services.papers.fill.hamlet_head.after.decision import hold_again_decision, recognition_decision
from desktop.services.papers.fill.hamlet_head.after.notice import result_notice
from desktop.services.papers.fill.hamlet_head.after.submission import submission
from desktop.services.papers.fill.hamlet_head.before import candidates, decisions
from desktop.services.papers.fill.hamlet_head.before.hand_out import hand_out_notice, hand_out_plan
from desktop.services.papers.fill.hamlet_head.before.invitation import invitation
from desktop.services.papers.fill.hamlet_head.before.roll import (
    posted_roll,
    roll_changes_list,
    roll_check_sheet,
)
from desktop.services.papers.fill.hamlet_head.before.wall_sheet import wall_sheet_of
from desktop.services.papers.fill.hamlet_head.count.check_sheet import check_sheet
from desktop.services.papers.fill.hamlet_head.count.counting import counting_minutes, handed_out_minutes
from desktop.services.papers.fill.hamlet_head.count.meeting import meeting_minutes
from desktop.services.papers.fill.hamlet_head.count.stock import stock_minutes
from desktop.services.papers.fill.hamlet_head.day.separators import separator_sheet
from desktop.services.papers.fill.hamlet_head.day.sheets import cover_of, handover_of, sign_in_of, tally_of
from desktop.services.papers.fill.hamlet_head.facts import printed_ballots
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.kept import BALLOT_FORM, SLIP_FORM

Group = Literal["before", "day", "count", "after"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper of one hamlet's election.

    Attributes:
        form: its name in the catalogue of forms.
        group: the time at which it is wanted.
        fill: makes the form's input of what is known, or the input of its drawing for a pen.
        needs: keys of the facts without which it isn't full.
        by_hand: it has places for a pen beside signatures, the number and the day of signing: what the store
            never holds, said by ``by_hand.…`` of the catalogue.
        only_with: keys of the facts without which nothing but the blank makes sense.
        printed_at: the step of the election at which it is printed instead of here; empty for most.
        dated: it says the day of the vote, or a day that is counted from it.
    """

    form: str
    group: Group
    fill: Callable[[PaperSource], Any]
    needs: tuple[str, ...] = ()
    by_hand: bool = False
    only_with: tuple[str, ...] = ()
    printed_at: str = ""
    dated: bool = True


_ALL = (
    PaperKind(
        "wall-sheet",
        "before",
        lambda s: wall_sheet_of(s.session, s.vote, s.statute),
        ("day",),
    ),
    PaperKind(
        "call-decision",
        "before",
        decisions.call_decision,
        ("day", "hour", "venue", "plan"),
    ),
    PaperKind(
        "cluster-decision",
        "before",
        decisions.cluster_decision,
        ("clusters", "day"),
        only_with=("clusters",),
    ),
    PaperKind(
        "nomination-minutes",
        "before",
        candidates.nomination_minutes,
        by_hand=True,
        dated=False,
    ),
    PaperKind(
        "official-list-minutes",
        "before",
        candidates.official_list_minutes,
        ("candidates",),
        by_hand=True,
    ),
    PaperKind(
        "candidate-list",
        "before",
        candidates.candidate_list,
        ("day", "candidates"),
        by_hand=True,
    ),
    PaperKind("team-decision", "before", decisions.team_decision, ("day", "team"), dated=False),
    PaperKind(
        "posted-roll",
        "before",
        posted_roll,
        ("households", "team_head"),
        by_hand=True,
    ),
    PaperKind(
        "roll-check",
        "before",
        roll_check_sheet,
        ("households", "team_head"),
    ),
    PaperKind(
        "roll-supplements",
        "before",
        lambda s: roll_changes_list(s, "added"),
        ("households", "team_head", "posted"),
        only_with=("posted",),
    ),
    PaperKind(
        "roll-removals",
        "before",
        lambda s: roll_changes_list(s, "removed"),
        ("households", "team_head", "posted"),
        only_with=("posted",),
    ),
    PaperKind(
        "posting-sheet",
        "before",
        candidates.posting_sheet,
        ("day", "venue", "candidates", "team_head"),
        by_hand=True,
    ),
    PaperKind(
        "invitation",
        "before",
        invitation,
        ("day", "hour", "venue", "team_head", "households"),
        by_hand=True,
    ),
    PaperKind(
        "hand-out-plan",
        "before",
        hand_out_plan,
        ("slips", "committee", "venue", "slips_from"),
    ),
    PaperKind(
        "hand-out-notice",
        "before",
        hand_out_notice,
        ("slips", "committee", "venue", "slips_from"),
    ),
    PaperKind(
        BALLOT_FORM,
        "day",
        lambda _: None,
        ("by_ballot", "candidates", "households"),
        only_with=("by_ballot", "candidates", "households"),
        printed_at="ballots",
    ),
    PaperKind(
        SLIP_FORM,
        "day",
        lambda _: None,
        ("candidates", "households"),
        only_with=("slips", "candidates", "households"),
        printed_at="ballots",
    ),
    PaperKind(
        "separator-sheet",
        "day",
        separator_sheet,
        ("by_ballot", "candidates", "households"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "cover-checklist",
        "day",
        lambda s: cover_of(s.session, s.vote),
        ("day", "hour", "venue", "team_head"),
        by_hand=True,
    ),
    PaperKind(
        "ballot-handover",
        "day",
        lambda s: handover_of(s.session, s.vote, printed_ballots(s.session, s.vote)),
        ("by_ballot", "ballots", "team"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "sign-in-roll",
        "day",
        lambda s: sign_in_of(s.session, s.vote),
        ("households", "team_head"),
    ),
    PaperKind(
        "meeting-minutes",
        "day",
        meeting_minutes,
        ("candidates", "team_head", "secretary", "proceedings", "count", "committee", "witnesses"),
    ),
    PaperKind(
        "tally-sheet",
        "count",
        lambda s: tally_of(s.session, s.vote),
        ("by_ballot", "candidates", "roll"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "stock-minutes",
        "count",
        stock_minutes,
        ("by_ballot", "stock", "team", "witnesses"),
        only_with=("by_ballot",),
    ),
    PaperKind(
        "check-sheet",
        "count",
        check_sheet,
        by_hand=True,
    ),
    PaperKind(
        "counting-minutes",
        "count",
        counting_minutes,
        ("count", "committee", "witnesses"),
    ),
    PaperKind(
        "handed-out-minutes",
        "count",
        handed_out_minutes,
        ("count", "committee", "witnesses"),
        only_with=("slips",),
    ),
    PaperKind(
        "result-notice",
        "after",
        result_notice,
        ("count", "committee", "witnesses", "team_head"),
    ),
    PaperKind("submission", "after", submission, ("count", "team_head")),
    PaperKind(
        "recognition-decision",
        "after",
        recognition_decision,
        ("count", "decision"),
        only_with=("winner",),
    ),
    PaperKind(
        "hold-again-decision",
        "after",
        hold_again_decision,
        ("count", "decision"),
        only_with=("no_winner",),
    ),
)

KINDS: dict[str, PaperKind] = {kind.form: kind for kind in _ALL}
"""The papers by the names of their forms, in the order of an election."""
