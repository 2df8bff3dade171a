"""Who decides, as papers say it over the bases and over the signature: the chair alone, or the committee."""

from __future__ import annotations

from desktop.models.office import Settings
from desktop.rules.statute import Statute

AGREED_WITH_FRONT = "Sau khi thống nhất với Ban Thường trực Ủy ban MTTQ Việt Nam"
"""A basis of what the law lets the commune decide with the Front alone; the commune's word follows."""

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


def signing_lines(*, chair: bool, by_deputy: bool) -> tuple[str, ...]:
    """Return what stands over the signature.

    Args:
        chair: whether the chair decides, and not the committee.
        by_deputy: whether a deputy signs for the chair.

    Source: Decree 30/2020/NĐ-CP, annex I (rules.md §6).
    """
    post = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if by_deputy else ("CHỦ TỊCH",)
    return post if chair else ("TM. ỦY BAN NHÂN DÂN", *post)


def proposal_of(statute: Statute, settings: Settings) -> tuple[str, ...]:
    """Return the basis that names who proposes a decision; nothing where nobody is named.

    Args:
        statute: as it stood on the day of the paper.
        settings: the office's; what it has written itself goes before the usual.
    """
    clause = statute.find("decision_proposer")
    proposer = settings.proposer or (None if clause is None else ", ".join(clause.words()))
    return () if proposer is None else (f"Theo đề nghị của {proposer}",)


def executors_of(statute: Statute, settings: Settings, commune_kind: str) -> str:
    """Name who carries a decision out, as a sentence lists them: ``Chánh Văn phòng HĐND và UBND``.

    Args:
        statute: as it stood on the day of the paper.
        settings: the office's; what it has written itself goes before the usual.
        commune_kind: such as ``xã``; the committee's own office had its name before the law named others.
    """
    clause = statute.find("decision_executors")
    if settings.executors:
        return settings.executors
    return f"Văn phòng Ủy ban nhân dân {commune_kind}" if clause is None else ", ".join(clause.words())
