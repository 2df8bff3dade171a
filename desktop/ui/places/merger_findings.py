"""What is to be decided of a plan of mergers, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.places.mergers import MergerPlan, Trouble
from desktop.ui.places.merger_decisions import MergerDecisions
from desktop.ui.widgets.findings import Finding
from desktop.wording import words


def merger_findings(plan: MergerPlan, decided: MergerDecisions) -> tuple[Finding, ...]:
    """Return what is to be decided; the target of each are the full names of the new hamlets it is of.

    Hamlets below the law's measure are one thing: the same reason is asked for each.
    """
    shown = [(one, decided.open_troubles(one)) for one in plan.mergers if not decided.is_left_out(one)]
    small = [one for one, troubles in shown if any(trouble is Trouble.SMALL for trouble, _ in troubles)]
    found = [
        Finding(
            "attention" if one.is_possible else "wrong",
            one.full_name,
            words(f"merger.{trouble}", where=about),
            trouble.code,
            (one.full_name,),
        )
        for one, troubles in shown
        for trouble, about in troubles
        if trouble is not Trouble.SMALL or len(small) == 1
    ]
    if len(small) > 1:
        found.insert(
            0,
            Finding(
                "attention",
                _tr("{0} nơi dưới mức số hộ.").format(len(small)),
                words("merger.several_small"),
                Trouble.SMALL.code,
                tuple(one.full_name for one in small),
            ),
        )
    return tuple(found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Mergers", text)
