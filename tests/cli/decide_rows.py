"""What ``hom-phieu decide`` must say on both sides of every day on which a text changed the law.

Days, thresholds, what follows and the marks are copied from the specification of the rules (its tables for
hamlets and branch congresses), not from the statute files: a slip in a file fails here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.rules.examples import Document, all_valid, congress, hamlet

_HELD = ("quorum", "elected")
_AGAIN = (*_HELD, "held_again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A vote, and what is decided of it.

    Attributes:
        rule: what of the rules it tries.
        facts: the vote.
        outcome, following, elected, also, base, quorum: what is printed; ``elected`` how many are.
        applied: keys of the clauses that are printed, in their order.
    """

    rule: str
    facts: Document
    outcome: str
    following: str
    elected: int = 0
    also: tuple[str, ...] = ()
    base: int
    quorum: bool | None = True
    applied: tuple[str, ...] = _HELD


@dataclass(frozen=True, slots=True)
class Law:
    """A regulation: days on both sides of every change inside it, days just outside, votes under it."""

    statute: str
    inside: tuple[str, ...]
    outside: tuple[str, ...]
    rows: tuple[Row, ...]


def _slips(agree: int) -> Document:
    """110 of 120 households were reached, all of them answered."""
    counts: dict[str, Any] = {"issued": 110, "returned": 110, "valid": 110, "invalid": 0}
    bare: dict[str, Any] = dict.fromkeys(("present", "printed", "unused"))
    facts = hamlet((agree,), ballot="agree", vote="hand_out", attempt=2, **counts, **bare)
    facts["candidates"][0]["against"] = 110 - agree
    return facts


def _hands(votes: int, present: int) -> Document:
    nothing: dict[str, Any] = dict.fromkeys(("issued", "returned", "valid", "invalid", "printed", "unused"))
    return hamlet((votes,), ballot="hands", present=present, **nothing)


def _tied(votes: int) -> Document:
    facts = all_valid((votes, votes), present=100, ballot="agree")
    for candidate in facts["candidates"]:
        candidate["against"] = 100 - votes
    return facts


def _old(votes: int, present: int = 216, **changes: Any) -> Document:
    """The worked example of the old guidance: a hamlet of 310, of whom 216 attended."""
    return all_valid((votes, 0), present=present, statute="nqlt09-2008", electorate=310, **changes)


def _secretary(attempt: int, statute: str = "qd190-2024") -> Document:
    vote = "first" if attempt == 1 else "again"
    return congress((14, 12), post="secretary", seats=1, attempt=attempt, vote=vote, statute=statute)


HAMLETS = Law(
    "nd59-2023",
    # The law of 2022 from its first day; the laws on government of 2025; Decree 185/2026.
    ("2023-07-01", "2025-02-28", "2025-03-01", "2025-06-30", "2025-07-01", "2026-05-25", "2026-05-26"),
    ("2023-06-30",),
    (
        Row(
            rule="exactly half of all representatives elects nobody",
            facts=all_valid((60, 0), present=100),
            outcome="held_again",
            following="hold_again",
            base=120,
            applied=_AGAIN,
        ),
        Row(
            rule="more than half of all, whoever was present",
            facts=all_valid((61, 39), present=100),
            outcome="elected",
            following="recognition",
            elected=1,
            base=120,
        ),
        Row(
            rule="half present can elect nobody, and slips may be handed out",
            facts=all_valid((60, 0), present=60),
            outcome="no_quorum",
            following="hold_again",
            also=("hand_out",),
            base=120,
            quorum=False,
        ),
        Row(
            rule="more than half present, all of them for one",
            facts=all_valid((61, 0), present=61),
            outcome="elected",
            following="recognition",
            elected=1,
            base=120,
        ),
        Row(
            rule="a tie past the threshold is nobody elected: no second round",
            facts=_tied(61),
            outcome="held_again",
            following="hold_again",
            base=120,
            applied=(*_HELD, "tie", "held_again"),
        ),
        Row(
            rule="hands: half of all is not enough",
            facts=_hands(60, 100),
            outcome="held_again",
            following="hold_again",
            base=120,
            applied=_AGAIN,
        ),
        Row(
            rule="hands: more than half of all",
            facts=_hands(61, 61),
            outcome="elected",
            following="recognition",
            elected=1,
            base=120,
        ),
        Row(
            rule="slips: the same rate over all households, half is not enough, no quorum",
            facts=_slips(60),
            outcome="held_again",
            following="hold_again",
            base=120,
            quorum=None,
            applied=("elected", "held_again"),
        ),
        Row(
            rule="slips: more than half of all households, not of those reached",
            facts=_slips(61),
            outcome="elected",
            following="recognition",
            elected=1,
            base=120,
            quorum=None,
            applied=("elected",),
        ),
    ),
)

OLD_HAMLETS = Law(
    "nqlt09-2008",
    ("2008-05-01", "2015-12-31", "2016-01-01", "2020-06-30", "2020-07-01", "2023-06-30"),
    ("2008-04-30", "2023-07-01"),
    (
        Row(
            rule="worked example: 110 of 310 is not elected though 216 attended",
            facts=_old(110),
            outcome="held_again",
            following="hold_again",
            base=310,
            applied=_AGAIN,
        ),
        Row(
            rule="exactly half of the whole electorate is not elected",
            facts=_old(155),
            outcome="held_again",
            following="hold_again",
            base=310,
            applied=_AGAIN,
        ),
        Row(
            rule="more than half of the whole electorate",
            facts=_old(156),
            outcome="elected",
            following="recognition",
            elected=1,
            base=310,
        ),
        Row(
            rule="half present is no meeting, and the old law knows no slips",
            facts=_old(155, present=155),
            outcome="no_quorum",
            following="hold_again",
            base=310,
            quorum=False,
        ),
        Row(
            rule="all voters may elect",
            facts=_old(156, electorate_kind="voters"),
            outcome="elected",
            following="recognition",
            elected=1,
            base=310,
        ),
    ),
)

_CONGRESSES = (
    Row(
        rule="half of those convened less the deductions is not enough",
        facts=congress((14, 1), seats=1),
        outcome="held_again",
        following="congress_decides",
        base=28,
        applied=_AGAIN,
    ),
    Row(
        rule="more than half of them",
        facts=congress((15, 1), seats=1),
        outcome="elected",
        following="approval",
        elected=1,
        base=28,
    ),
    Row(
        rule="more winners than seats: the highest",
        facts=congress((20, 18, 16, 15), seats=3),
        outcome="elected",
        following="approval",
        elected=3,
        base=28,
    ),
    Row(
        rule="two thirds of those convened are enough, nobody deducted",
        facts=congress((20, 0), seats=1, present=20, issued=20, returned=20, valid=20),
        outcome="elected",
        following="approval",
        elected=1,
        base=28,
    ),
    Row(
        rule="one fewer is no congress",
        facts=congress((19, 0), seats=1, present=19, issued=19, returned=19, valid=19),
        outcome="no_quorum",
        following="hold_again",
        base=28,
        quorum=False,
    ),
    Row(
        rule="equal votes over the seats: voted on again among the tied",
        facts=congress((20, 16, 16), seats=2),
        outcome="run_off",
        following="run_off",
        elected=1,
        base=28,
        applied=(*_HELD, "tie"),
    ),
    Row(
        rule="more returned than issued is void",
        facts=congress((20, 5), seats=1, returned=27, valid=27),
        outcome="void",
        following="hold_again",
        base=28,
        applied=(*_HELD, "void"),
    ),
)
_SECRETARY = (
    Row(
        rule="a secretary not elected at the second vote is voted on again",
        facts=_secretary(2),
        outcome="held_again",
        following="hold_again",
        base=28,
        applied=_AGAIN,
    ),
    Row(
        rule="at the third the superior appoints",
        facts=_secretary(3),
        outcome="held_again",
        following="superior_appoints",
        base=28,
        applied=(*_AGAIN, "appointment"),
    ),
)

CONGRESSES = Law(
    "qd190-2024",
    (
        # The regulation; guidance 04-HD; regulations 294, 20, 208.
        "2024-10-10",
        "2024-12-30",
        "2024-12-31",
        "2025-06-30",
        "2025-07-01",
        "2026-04-07",
        "2026-04-08",
        "2026-07-25",
        "2026-07-26",
    ),
    ("2024-10-09",),
    (*_CONGRESSES, *_SECRETARY),
)

OLD_CONGRESSES = Law(
    "qd244-2014",
    ("2014-06-09", "2024-10-09"),
    ("2014-06-08", "2024-10-10"),
    tuple(
        Row(
            rule=row.rule,
            facts=row.facts | {"statute": "qd244-2014"},
            outcome=row.outcome,
            following=row.following,
            elected=row.elected,
            base=row.base,
            quorum=row.quorum,
            applied=row.applied,
        )
        for row in _CONGRESSES
    ),
)

LAWS = (HAMLETS, OLD_HAMLETS, CONGRESSES, OLD_CONGRESSES)


def mark(statute: str, key: str, day: str) -> str:
    """Return who has read a clause that is applied on a day: the marks of the specification's tables.

    What cites regulation 294 is read for congresses from its day on, second-hand once it was replaced, and
    before it an older regulation held, which nobody read; the decision of 2014 stands unread as a whole.
    """
    if statute == "qd244-2014":
        return "unread"
    if statute == "nqlt09-2008" and key == "tie":
        return "unread"
    if statute == "qd190-2024" and key == "appointment":
        return "unread" if day < "2025-07-01" else "read" if day < "2026-04-08" else "second_hand"
    return "read"
