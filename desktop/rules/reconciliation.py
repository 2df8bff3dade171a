"""Whether the figures of one vote can be true: each check is a sentence with a code.

An error (E) stops the minutes until it is corrected or explained, a warning (W) wants an explanation, a
notice (N) is only shown. A fault in a total hides the faults that only follow from it.
Source: rules.md §4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.errors import Problem
from desktop.rules.base import base_of, quorum_met
from desktop.rules.facts import CandidateFacts, Facts


def reconcile(facts: Facts) -> tuple[Problem, ...]:
    """Check the figures of one vote against each other.

    Returns:
        The problems, by code and then in the order of the candidates; fields are named as in the facts.

    Source: rules.md §4.
    """
    parts = _clusters(facts)
    hidden = {problem.code for problem in parts}
    whole = [*_ballot_totals(facts), *_people(facts), *_votes(facts)]
    # A fault of one cluster's figures is told where it stands, and not again of the sum.
    problems = [
        *parts,
        *(problem for problem in whole if problem.code not in hidden),
        *_sums(facts),
        *_remarkable(facts),
    ]
    return tuple(sorted(problems, key=lambda problem: ("EWN".index(problem.code[0]), problem.code)))


@dataclass(frozen=True, slots=True)
class BoxStock:
    """The ballots of one box (``main``, ``mobile``), in ballots; ``None`` where they were not counted."""

    box: str
    printed: int | None = None
    issued: int | None = None
    unused: int | None = None
    replaced: int | None = None
    collected: int | None = None


def reconcile_boxes(facts: Facts, boxes: Sequence[BoxStock]) -> tuple[Problem, ...]:
    """Check the ballots of the boxes against the totals: sealed = issued + unused + replaced.

    Returns:
        E203 for each total that the boxes together do not make; what no box counted is not checked.

    Source: rules.md §5 (ballot stock).
    """
    found = []
    for total, parts in (
        ("issued", ("issued",)),
        ("unused", ("unused", "replaced")),
        ("returned", ("collected",)),
    ):
        counted = [value for box in boxes for part in parts if (value := getattr(box, part)) is not None]
        if counted and getattr(facts, total) is not None and sum(counted) != getattr(facts, total):
            found.append(Problem("E203", (total, *(f"stock.{part}" for part in parts))))
    return tuple(found)


def is_error(problem: Problem) -> bool:
    """Tell whether a problem stops the minutes until it is corrected or explained."""
    return problem.code.startswith("E")


def needs_explanation(problem: Problem) -> bool:
    """Tell whether a problem wants a written explanation: every error and warning, no notice."""
    return not problem.code.startswith("N")


def _clusters(facts: Facts) -> list[Problem]:
    """Check the figures of each cluster against each other; what is missing is told of the sum."""
    found = []
    for index, cluster in enumerate(facts.clusters):
        part = replace(
            facts,
            entitled=cluster.entitled,
            present=cluster.present,
            candidates=cluster.candidates,
            issued=cluster.issued,
            returned=cluster.returned,
            valid=cluster.valid,
            invalid=cluster.invalid,
            printed=None,
            unused=None,
            seats_left=None,
            clusters=(),
        )
        for problem in (*_ballot_totals(part), *_people(part), *_votes(part)):
            if problem.code != "E306":
                named = (
                    field if field == "seats" else f"clusters[{index}].{field}" for field in problem.fields
                )
                found.append(Problem(problem.code, tuple(named)))
    return found


def _sums(facts: Facts) -> list[Problem]:
    """Check that the clusters add up to the whole. Source: Decree 59/2023/NĐ-CP art. 3.6."""
    if not facts.clusters:
        return []
    whole: dict[str, int | None] = {facts.entitled_field: facts.entitled}
    parts: dict[str, list[int | None]] = {facts.entitled_field: [one.entitled for one in facts.clusters]}
    for field in ("present", "issued", "returned", "valid", "invalid"):
        whole[field] = getattr(facts, field)
        parts[field] = [getattr(one, field) for one in facts.clusters]
    for index, candidate in enumerate(facts.candidates):
        field = f"candidates[{index}].votes"
        whole[field] = candidate.votes
        parts[field] = [one.candidates[index].votes for one in facts.clusters]
    found = []
    for field, total in whole.items():
        counted = [part for part in parts[field] if part is not None]
        if total is not None and len(counted) == len(parts[field]) and sum(counted) != total:
            # E401: the clusters' figures together are not the whole's.
            named = (f"clusters[{index}].{field}" for index in range(len(facts.clusters)))
            found.append(Problem("E401", (field, *named)))
    return found


def _ballot_totals(facts: Facts) -> list[Problem]:
    found: list[Problem] = []
    issued, returned, unused = facts.issued, facts.returned, facts.unused
    parts = [name for name in ("valid", "invalid") if getattr(facts, name) is not None]
    if returned is None and parts:
        # E206: a part of the ballots returned is filled, and the ballots returned are not.
        found.append(Problem("E206", ("returned", *parts)))
    if facts.printed is None and unused is not None and facts.ballot != "hands":
        # E206: the unused ballots are filled, and the printed ones, of which they are a part, are not.
        found.append(Problem("E206", ("printed", "unused")))
    if not _returned_add_up(facts):
        # E201: valid and invalid ballots together are not the ballots returned.
        found.append(Problem("E201", ("valid", "invalid", "returned")))
    if issued is not None and returned is not None and returned > issued and not facts.is_congress:
        # E202: more ballots returned than issued. In a congress this is the finding "void", not an error.
        found.append(Problem("E202", ("returned", "issued")))
    if None not in (facts.printed, issued, unused) and facts.printed != (issued or 0) + (unused or 0):
        # E203: issued and unused ballots together are not the ballots printed.
        found.append(Problem("E203", ("printed", "issued", "unused")))
    return found


def _people(facts: Facts) -> list[Problem]:
    found: list[Problem] = []
    elected = facts.statute.clause("elected")
    # Slips go to households, of whom nobody is present: they are handed to as many as are entitled at most.
    present, present_field = facts.present, "present"
    if present is None:
        present, present_field = facts.entitled, facts.entitled_field
    if present > facts.entitled:
        # E204: more people took part than are entitled.
        found.append(Problem("E204", ("present", facts.entitled_field)))
    elif facts.is_congress and present > base_of(facts, elected).value:
        # E207: more members present than the base leaves: the absent cannot be present. Follows from E204.
        deducted = tuple(name for name, count in facts.deductions if count)
        found.append(Problem("E207", ("present", "convened", *deducted)))
    if facts.issued is not None and facts.issued > present:
        # E205: more ballots issued than people present, more slips than households.
        found.append(Problem("E205", ("issued", present_field)))
    if facts.seats_left is not None and facts.seats != facts.seats_left:
        # E307: this vote fills another number of seats than the vote before left.
        found.append(Problem("E307", ("seats", "seats_left")))
    return found


def _votes(facts: Facts) -> list[Problem]:
    found = [
        # E306: a candidate of this round has no figure.
        Problem("E306", (f"candidates[{index}].votes",))
        for index, candidate in enumerate(facts.candidates)
        if candidate.votes is None
    ]
    if not facts.candidates:
        found.append(Problem("E306", ("candidates",)))
    if facts.cast is None:
        return found
    against_cast = _against_cast(facts, facts.cast)
    if not _returned_add_up(facts) and facts.returned is not None and facts.invalid is not None:
        # The number of valid ballots is itself in doubt (E201): only what is also impossible with the
        # number that would add up is a fault of the votes.
        still = {(p.code, p.fields) for p in _against_cast(facts, facts.returned - facts.invalid)}
        against_cast = [p for p in against_cast if (p.code, p.fields) in still]
    return found + against_cast


def _against_cast(facts: Facts, cast: int) -> list[Problem]:
    found: list[Problem] = []
    for index, candidate in enumerate(facts.candidates):
        where = f"candidates[{index}]."
        votes = candidate.votes or 0
        if votes > cast:
            # E301: a candidate has more votes than there are valid ballots.
            found.append(Problem("E301", (where + "votes", facts.cast_field)))
        if facts.ballot != "strike" and min(votes, cast) + _other_marks(candidate) > cast:
            # E302: for and against (and abstaining) together exceed the valid ballots, beyond E301.
            marks = [
                where + name
                for name in ("votes", "against", "abstain")
                if getattr(candidate, name) is not None
            ]
            found.append(Problem("E302", (*marks, facts.cast_field)))
    votes_fields = tuple(f"candidates[{index}].votes" for index in range(len(facts.candidates)))
    if sum(min(candidate.votes or 0, cast) for candidate in facts.candidates) > facts.seats * cast:
        # E303: all votes together exceed what the valid ballots can hold, beyond any E301.
        found.append(Problem("E303", (*votes_fields, facts.cast_field, "seats")))
    everybody = [candidate.votes for candidate in facts.candidates]
    if (
        facts.candidates
        and facts.ballot == "strike"
        and None not in everybody
        and sum(v or 0 for v in everybody) < cast
    ):
        # E305: each valid ballot must choose at least one, and there are fewer votes than ballots.
        found.append(Problem("E305", (*votes_fields, facts.cast_field)))
    return found


def _remarkable(facts: Facts) -> list[Problem]:
    found: list[Problem] = []
    returned, invalid, cast = facts.returned, facts.invalid, facts.cast
    if returned and invalid is not None and _many_invalid(facts, invalid, returned):
        # W201: many invalid ballots.
        found.append(Problem("W201", ("invalid", "returned")))
    if returned == 0:
        # W202: no ballot in the box.
        found.append(Problem("W202", ("returned",)))
    if facts.issued is not None and returned is not None and facts.issued > returned:
        # W203: ballots were issued and not returned.
        found.append(Problem("W203", ("issued", "returned")))
    if quorum_met(facts) is False:
        # W204: too few took part, the meeting is not valid.
        found.append(Problem("W204", ("present", facts.entitled_field)))
    for index, candidate in enumerate(facts.candidates):
        if candidate.votes is not None and candidate.votes in (0, cast):
            # N206: nobody or everybody voted for a candidate: common, and worth a look.
            found.append(Problem("N206", (f"candidates[{index}].votes",)))
    return found


def _many_invalid(facts: Facts, invalid: int, returned: int) -> bool:
    share = facts.statute.clause("invalid_warning_share")
    count = facts.statute.clause("invalid_warning_count")
    return share.passed_by(invalid, returned) and invalid >= count.whole()


def _returned_add_up(facts: Facts) -> bool:
    if facts.returned is None or facts.valid is None or facts.invalid is None:
        return True
    return facts.valid + facts.invalid == facts.returned


def _other_marks(candidate: CandidateFacts) -> int:
    return (candidate.against or 0) + (candidate.abstain or 0)
