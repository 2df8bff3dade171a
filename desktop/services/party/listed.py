"""Lists of people of branches, whatever they list: for one branch, or each part for its own."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.party import Organisation, OrganisationKind
from desktop.models.store.session import reading as reading_session
from desktop.models.store.session import writing
from desktop.services.lists import taking
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.list_kind import ListKind, Reach, Wanted
from desktop.services.lists.preview import Preview
from desktop.services.lists.sources import NOTHING, Said
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training, own_unit
from desktop.services.party.branches import branch_named, branch_of_hamlet, branch_on, make_hamlet_branch
from desktop.services.party.parts import (
    accounts_of,
    branch_stated,
    branches_of,
    is_of_several,
    parts_of,
    refuse_unknown,
)
from desktop.services.places.choice import hamlet_for
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.reading import Reading
from desktop.wording import words


@for_party
def branch_for(workplace: Workplace, branch: str | None, hamlet: str | None) -> str:
    """Return the code of the branch of that name or code, or of the hamlet of that code.

    A hamlet that has no branch gets one in a training office. Source: commands.md (``import``).

    Raises:
        RequestRefused: ``unknown.branch``, ``unknown.unit``, ``import.branch`` where neither is given.
    """
    today = workplace.today()
    if branch is not None:
        with reading_session(workplace.database) as session:
            found = branch_named(session, branch, today)
            if found is None:
                raise RequestRefused("unknown.branch", where=branch)
            return found.code
    if hamlet is None:
        raise RequestRefused("import.branch", reason="option")
    with writing(workplace.database) as session:
        unit = unit_on(session, hamlet, today)
        found = branch_of_hamlet(session, unit, today)
        if found is None and not is_training(session):
            raise RequestRefused("unknown.branch", where=f"{unit.kind} {unit.name}")
        return (found or make_hamlet_branch(workplace, session, unit)).code


def target_on(session: Session, code: str, day: date) -> Organisation:
    """Return the branch of a code; for the commune's own what stands for all branches of the list."""
    commune = own_unit(session)
    if code != commune.code:
        return branch_on(session, code, day)
    # Never stored: a list of the whole commune is for no organisation, each of its parts is.
    name = words("party.whole_commune", commune=f"{commune.kind.lower()} {commune.name}")
    return Organisation(code=code, kind=OrganisationKind.COMMITTEE, name=name)


def _beside(
    workplace: Workplace, kind: ListKind[Organisation], reading: Reading, branch: str | None, said: Said
) -> Preview:
    several = is_of_several(reading) and any(
        part.place for part in parts_of(workplace, reading, said.hamlets)
    )
    code = None if several else branch_stated(workplace, reading) or branch
    if code is None:
        return _parts(workplace, kind, reading, said)
    return taking.preview(workplace, kind, code, reading)


def _again(
    workplace: Workplace,
    kind: ListKind[Organisation],
    _: Preview,
    whole: Reading,
    branch: str,
    said: Said,
) -> Preview:
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    if branch == commune:
        return _parts(workplace, kind, whole, said)
    return taking.preview(workplace, kind, branch, whole)


def _parts(workplace: Workplace, kind: ListKind[Organisation], reading: Reading, said: Said) -> Preview:
    """Set a list of several branches beside all of them; parts of no known branch wait for a person."""
    places = branches_of(workplace, reading, said.hamlets)
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    return taking.preview(workplace, kind, commune, reading, places=places)


def _take_in(
    workplace: Workplace,
    kind: ListKind[Organisation],
    reading: Reading,
    wanted: Wanted,
    progress: Progress | None,
) -> tuple[Import, Reading]:
    """Store a list of several branches in one go, or of the one that is meant.

    Raises:
        RequestRefused: ``import.branches`` where a part is of no known branch; as ``branch_for`` does.
    """
    code = wanted.branch
    if code is None and wanted.hamlet is None:
        if is_of_several(reading):
            refuse_unknown(parts_of(workplace, reading), reading.source.name)
            shown = _parts(workplace, kind, reading, NOTHING)
            return taking.store(workplace, kind, shown, progress=progress), reading
        code = branch_stated(workplace, reading)
    hamlet = None if code else hamlet_for(workplace, reading, wanted.hamlet)
    shown = taking.preview(workplace, kind, branch_for(workplace, code, hamlet), reading)
    return taking.store(workplace, kind, shown, progress=progress), reading


OF_BRANCHES: Reach[Organisation] = Reach(
    of="branches", beside=_beside, again=_again, accounts=accounts_of, take_in=_take_in
)
"""A list of which each part may be of another branch."""
