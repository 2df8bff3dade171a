"""Taking in, at a Party office, the package of heads that the commune's other office sealed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import PackageRefused, RequestRefused
from desktop.exchange.keys import OfficeKeys
from desktop.services.exchange.handed_in import read_package_file
from desktop.services.exchange.intake import IntakeView, take_in
from desktop.services.exchange.receipt_files import write_receipt
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.wording import reason_sentence


@dataclass(frozen=True, slots=True)
class TakenHeads:
    """A package of heads that was taken in.

    Attributes:
        outcome: ``accepted`` or ``waiting``.
        again: whether it was taken in before.
        missing: whether packages before it have not arrived; this one holds what they did.
        receipt: where its receipt lies; None where that could not be written.
        unwritten: why not.
    """

    outcome: str
    again: bool
    missing: bool
    receipt: Path | None
    unwritten: RequestRefused | None = None


def reads_heads(keys: OfficeKeys) -> bool:
    """Tell whether an office is a Party office that reads packages of heads."""
    return keys.role == "commune" and "government" in keys.reading


@for_party
def take_in_heads(workplace: Workplace, keys: OfficeKeys, path: Path) -> TakenHeads:
    """Take in a package from a stick, and put its receipt beside it.

    Raises:
        RequestRefused: ``file``, ``disk.held``; ``heads.refused`` with why in words.
        PackageRefused: ``size.above``; the package is for no such office.
    """
    if not reads_heads(keys):
        raise PackageRefused("age.closed", where=path.name)
    view = take_in(workplace, keys, read_package_file(path))
    last = view.steps[-1]
    if view.outcome == "refused":
        raise RequestRefused("heads.refused", where=reason_sentence(last.reason, last.locations, last.facts))
    again, missing = last.reason == "sequence.known", last.reason == "sequence.gap"
    try:
        receipt = _written(view, path.parent)
    except RequestRefused as refusal:
        return TakenHeads(view.outcome, again, missing, None, refusal)
    return TakenHeads(view.outcome, again, missing, receipt)


def _written(view: IntakeView, folder: Path) -> Path | None:
    if view.receipt is None or view.receipt_name is None:
        return None
    return write_receipt(folder, view.receipt_name, view.receipt, view.outcome)
