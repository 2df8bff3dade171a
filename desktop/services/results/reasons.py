"""Why a vote is held again, from its figures, in the words of the decision."""

from __future__ import annotations

from desktop.exchange.facts_record import counted
from desktop.exchange.records import CountRecord
from desktop.rules.shares import percent_text
from desktop.rules.statute import Statute
from desktop.services.counting.thresholds import deciding_threshold
from desktop.services.elections.base_words import base_noun
from desktop.vietnamese.numerals import level


def suggested_reason(record: CountRecord, statute: Statute) -> str:
    """Say from the figures why nobody is elected, every share with its base; empty where somebody is.

    Args:
        record: the finalised count.
        statute: that was frozen into its election.
    """
    outcome = record.outcome
    if outcome.outcome == "no_quorum":
        whole = deciding_threshold(statute, record.facts, outcome).base
        present = counted(record.facts.present) or 0
        share = percent_text(present, whole.value)
        return f"chỉ có {present} trên {whole.value} {base_noun(whole.name)} dự họp, bằng {share}%"
    if outcome.elected:
        return ""
    noun, base = base_noun(outcome.base.name, record.facts.vote), outcome.base.value
    unit = "người tán thành" if record.facts.ballot == "hands" else "phiếu"
    if outcome.tied:
        level_at = outcome.share_of(outcome.tied[0])
        votes, percent = (level_at.numerator, level_at.percent) if level_at else (0, None)
        return (
            f"{' và '.join(outcome.tied)} được số {unit} bằng nhau (mỗi người được {votes} {unit}, "
            f"bằng {percent}% của {base} {noun})"
        )
    elected = statute.clause("elected")
    passing = level(elected.fraction(), at_least=elected.comparison == "at_least")
    best = max(outcome.shares, key=lambda share: share.numerator or 0, default=None)
    most, percent = (best.numerator or 0, best.percent) if best else (0, None)
    return (
        f"không có người nào được {passing} tổng số {noun} của thôn bầu (người cao nhất được "
        f"{most} {unit}, bằng {percent or '0,00'}% của {base} {noun})"
    )
