"""Why a term is longer or shorter than the law's, as the decisions that fix it say."""

from __future__ import annotations

from desktop.models.elections import Election
from desktop.printing.setting.wording import counted, day_text
from desktop.rules.statute import Statute
from desktop.rules.terms import term_change, terms_of
from desktop.services.elections.terms import months_of

_REASONS = {"reorganised": "tổ chức lại {hamlet}", "force_majeure": "thiên tai, dịch bệnh"}


def term_articles(election: Election, statute: Statute) -> tuple[str, ...]:
    """Return the article on a term that differs from the statute's; none where it doesn't.

    Args:
        election: for whose term.
        statute: as it stood on the day of the election.

    Source: Decree 185/2026/NĐ-CP art. 4.3 (rules.md §2, term: the commune shortens or lengthens it).
    """
    months, clause, ends = months_of(election), term_change(statute), election.term_to
    reason = _REASONS.get(election.term_reason or "")
    if months is None or ends is None or clause is None or reason is None:
        return ()
    usual = terms_of(statute)[0]
    longer, years = "dài hơn" if months > usual else "ngắn hơn", counted(usual // 12, "năm")
    difference = counted(abs(months - usual), "tháng")
    hamlet = f"{election.unit.kind[:1].lower()}{election.unit.kind[1:]}"
    why = f"lý do: {reason.format(hamlet=hamlet)} ({clause.cited})."
    return (f"Nhiệm kỳ này {longer} {difference} so với nhiệm kỳ {years}, tính đến {day_text(ends)}; {why}",)
