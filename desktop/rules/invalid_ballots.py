"""Why a ballot may be invalid: the reasons of a statute's list that its kind of ballot can give."""

from __future__ import annotations

from desktop.rules.statute import Clause, Statute

_WITH_SURPLUS = ("too_many", "nobody_chosen")
_STRUCK = ("nobody_chosen",)
_TICKED = ("both_boxes", "unmarked")


def invalid_clause(statute: Statute) -> Clause | None:
    """Return the clause that lists when a ballot is invalid; None where the statute has none."""
    return statute.find("invalid")


def invalid_reasons(statute: Statute, ballot: str, *, seats: int, candidates: int) -> tuple[str, ...]:
    """List the reasons for which a ballot of a vote can be invalid, in the order of the statute.

    Args:
        statute: as of the day of the vote.
        ballot: ``strike``, ``agree`` or ``hands``; hands are never invalid.
        seats: to be filled.
        candidates: on the ballot.

    Source: 190-QĐ/TW (rules.md §3, invalid; a row with both boxes among several candidates leaves the ballot
    valid); of hamlets nothing lists them: paper.md §7.5, the counting committee decides.
    """
    clause = invalid_clause(statute)
    if clause is None or ballot == "hands":
        return ()
    impossible = {*(_TICKED if ballot == "strike" else _STRUCK)}
    if candidates <= seats:
        impossible |= {*_WITH_SURPLUS}
    if statute.kind == "branch_congress" and candidates > 1:
        impossible.add("both_boxes")
    return tuple(reason for reason in clause.words() if reason not in impossible)
