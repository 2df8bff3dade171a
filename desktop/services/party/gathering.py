"""Which hamlets a branch gathers, changed from a day on: a joint branch takes one more, or lets one go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.party import BranchHamlet, OrganisationKind
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_of_hamlet, branch_on
from desktop.services.places.lookup import unit_on

_DAY = timedelta(days=1)


@for_party
def hamlets_gathered(workplace: Workplace, code: str) -> dict[str, str]:
    """Return the hamlets that a branch gathers today: names by their codes.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    today = workplace.today()
    with reading(workplace.database) as session:
        links = branch_on(session, code, today).hamlets
        return {
            each.hamlet.code: f"{each.hamlet.kind} {each.hamlet.name}"
            for each in links
            if _holds(each, today)
        }


@for_party
def gather_hamlets(workplace: Workplace, code: str, hamlets: Sequence[str], on: date) -> None:
    """Let a branch gather these hamlets from a day on: others of today it lets go, with the day before.

    Args:
        workplace: the open office.
        code: of a branch of hamlets.
        hamlets: codes of all that it is to gather.
        on: the first day, today at the latest.

    Raises:
        RequestRefused: ``unknown.branch``, ``unknown.unit``; ``branch.hamlet`` for one of another branch,
            today or on the day, for none at all, or for a branch that gathers none; ``branch.day`` for a day
            to come, before the branch's or the hamlet's first, or before that of a hamlet that is let go.
    """
    today = workplace.today()
    with writing(workplace.database) as session:
        branch = branch_on(session, code, today)
        if branch.kind is not OrganisationKind.RESIDENTIAL or not hamlets:
            raise RequestRefused("branch.hamlet", where=branch.name, reason="none" if not hamlets else "kind")
        if on > today or (branch.starts_on is not None and on < branch.starts_on):
            raise RequestRefused("branch.day", where=branch.name)
        held = {each.hamlet.code: each for each in branch.hamlets if _holds(each, today)}
        for gone in set(held) - set(hamlets):
            link = held[gone]
            if link.starts_on is not None and on <= link.starts_on:
                raise RequestRefused("branch.day", where=branch.name)
            link.ends_on = on - _DAY
        for new in dict.fromkeys(hamlets):
            if new in held:
                continue
            unit = unit_on(session, new, today)
            named = f"{unit.kind} {unit.name}"
            if branch_of_hamlet(session, unit, today) is not None:
                raise RequestRefused("branch.hamlet", where=named)
            if _had_one_since(session, unit, on):
                raise RequestRefused("branch.hamlet", where=named, reason="then")
            if unit.starts_on is not None and on < unit.starts_on:
                raise RequestRefused("branch.day", where=named)
            session.add(BranchHamlet(branch=branch, hamlet=unit, starts_on=on))
        session.flush()
        workplace.note(session, "branch.gather", branch, "hamlets")


def _had_one_since(session: Session, unit: Unit, day: date) -> bool:
    """Tell whether a branch gathered a hamlet on a day, or since; today none does."""
    links = select(BranchHamlet.id).where(BranchHamlet.hamlet_id == unit.id, BranchHamlet.ends_on >= day)
    return session.scalar(links.limit(1)) is not None


def _holds(link: BranchHamlet, day: date) -> bool:
    return (link.starts_on is None or link.starts_on <= day) and (link.ends_on is None or link.ends_on >= day)
