"""Who decides, as papers say it over the bases and over the signature: the chair alone, or the committee."""

from __future__ import annotations

from desktop.rules.statute import Statute

_CHAIR = "commune_chair"


def chair_decides(statute: Statute, decided_by: str) -> bool:
    """Tell whether the chair of the People's Committee decides, and not the committee.

    Args:
        statute: as it stood on the day of the paper.
        decided_by: key of the clause that says who decides, such as ``called_by``. A statute that was frozen
            before it said so leaves it to the committee, as its papers were printed.

    Source: Decree 59/2023/NĐ-CP arts 3.5.d, 6.1 and 8 (rules.md §2, who decides what).
    """
    clause = statute.find(decided_by)
    return clause is not None and clause.value == _CHAIR


def authority_line(committee: str, *, chair: bool) -> str:
    """Name who decides, in capitals, over the bases; ``committee`` is its name in capitals."""
    return f"CHỦ TỊCH {committee}" if chair else committee


def signing_lines(*, chair: bool) -> tuple[str, ...]:
    """Return what stands over the signature. Source: Decree 30/2020/NĐ-CP, annex I (rules.md §6)."""
    return ("CHỦ TỊCH",) if chair else ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def proposer_of(statute: Statute) -> str | None:
    """Name who proposes a decision: ``Trưởng phòng Văn hóa - Xã hội``; None where nothing names anybody."""
    clause = statute.find("decision_proposer")
    return None if clause is None else ", ".join(clause.words())


def executors_of(statute: Statute, commune_kind: str) -> str:
    """Name who carries a decision out, as a sentence lists them: ``Chánh Văn phòng HĐND và UBND``.

    Args:
        statute: as it stood on the day of the paper.
        commune_kind: such as ``xã``; the committee's own office had its name before the law named others.
    """
    clause = statute.find("decision_executors")
    return f"Văn phòng Ủy ban nhân dân {commune_kind}" if clause is None else ", ".join(clause.words())
