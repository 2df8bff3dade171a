"""The organisations of a commune from a list, and given out so that it comes back the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.party import BranchHamlet, Organisation, OrganisationKind, Term
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind
from desktop.services.lists.list_kind import Extent, Given, Into, Taking
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.party.branches import branch_of_hamlet, lives_on, next_code
from desktop.services.party.list_words import KINDS, day_said, day_words, meant, word
from desktop.services.party.organisation_views import organisation_lines
from desktop.services.party.organisations import committee_of
from desktop.services.party.post_views import post_lines
from desktop.services.party.posts import person_meant
from desktop.services.places.hamlets import commune_words
from desktop.services.places.heads import end_post, holds_on
from desktop.services.places.lookup import hamlets_of
from desktop.sheets.lists.reading import Reading
from desktop.vietnamese.text import fold, tidy
from desktop.wording import words

FIELDS = (
    *("name", "kind", "hamlets", "secretary", "starts_on"),
    *("congress", "term_from", "term_to"),
)
_DAY = timedelta(days=1)


def branches_given(workplace: Workplace, session: Session, _: Extent) -> Given:
    """Find the organisations, by name.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    leads = {post.code: post.holder for post in post_lines(workplace) if post.kind is PostKind.SECRETARY}
    rows = [
        {
            "name": line.name,
            "kind": word(KINDS, line.kind),
            "hamlets": ", ".join(line.hamlets),
            "secretary": leads.get(line.code),
            "starts_on": day_words(line.starts_on),
            "congress": line.term.congress if line.term else None,
            "term_from": day_words(line.term.starts_on) if line.term else None,
            "term_to": day_words(line.term.ends_on) if line.term else None,
        }
        for line in organisation_lines(workplace)
    ]
    return Given(rows, commune_words(workplace), own_office(session))


def verdicts(session: Session, _: Into[Unit], reading: Reading, day: date) -> list[Verdict]:
    """Say of each row what it is to the organisations of the commune."""
    living = session.scalars(select(Organisation).where(*lives_on(Organisation, day))).all()
    known = {fold(each.name): each for each in living}
    units = hamlets_of(session, day)
    taken: dict[str, int] = {}
    gathered: dict[int, int] = {}
    found = []
    for number, row in zip(reading.numbers, reading.rows, strict=True):
        own = fold(row["name"])
        if own in taken:
            found.append(_doubt("twice", row=taken[own]))
            continue
        taken[own] = number
        branch = known.get(own)
        if branch is not None:
            held = _held(session, branch, day)
            before = {key: held[key] for key, now in _told(row).items() if held.get(key) != now}
            found.append(Verdict(RowState.CHANGED if before else RowState.SAME, branch.id, before))
            continue
        hamlets, unknown = _hamlets_named(units, row.get("hamlets"))
        kind = _kind(row)
        if unknown or (kind is OrganisationKind.RESIDENTIAL) != bool(hamlets):
            found.append(_doubt("branch_hamlets", like=unknown or words("list.branches.no_hamlet")))
            continue
        others = [unit for unit in hamlets if branch_of_hamlet(session, unit, day) or unit.id in gathered]
        if others:
            found.append(_doubt("branch_hamlets", like=f"{others[0].kind} {others[0].name}"))
            continue
        gathered.update(dict.fromkeys((unit.id for unit in hamlets), number))
        found.append(Verdict(RowState.NEW))
    return found


def make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store rows as new organisations."""
    session, batch = taking.batch.session, taking.batch
    units = hamlets_of(session, taking.today)
    for row in sorted(rows, key=lambda row: _kind(row) is not OrganisationKind.COMMITTEE):
        kind, starts_on = _kind(row), day_said(row.get("starts_on"))
        parent = None if kind is OrganisationKind.COMMITTEE else committee_of(session, taking.today)
        branch = Organisation(
            code=next_code(session), kind=kind, name=tidy(row["name"]), starts_on=starts_on, parent=parent
        )
        batch.make(branch)
        hamlets, _ = _hamlets_named(units, row.get("hamlets"))
        with session.no_autoflush:
            batch.make(*(BranchHamlet(branch=branch, hamlet=unit, starts_on=starts_on) for unit in hamlets))
        # The next one's code has to know this one's.
        session.flush()
        _write(taking, branch, row)
    batch.counted(RowState.NEW, len(rows))


def update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Store rows over the organisations of their keys."""
    session = taking.batch.session
    for branch in session.scalars(select(Organisation).where(Organisation.id.in_(rows))).all():
        row, changed = rows[branch.id], False
        starts_on = day_said(row.get("starts_on"))
        if starts_on is not None:
            changed = taking.batch.change(branch, {"starts_on": starts_on})
        changed |= _write(taking, branch, row)
        taking.batch.count(RowState.CHANGED if changed else RowState.SAME)


def _write(taking: Taking[Unit], branch: Organisation, row: Mapping[str, Any]) -> bool:
    """Write the term and the secretary that a row names, where they are others than before."""
    session, batch, changed = taking.batch.session, taking.batch, False
    held = _held(session, branch, taking.today)
    begins, ends = day_said(row.get("term_from")), day_said(row.get("term_to"))
    if begins is not None and held["term_from"] != row["term_from"]:
        term = Term(organisation=branch, congress=row.get("congress"), starts_on=begins, ends_on=ends)
        batch.make(term)
        changed = True
    name = tidy(row.get("secretary") or "")
    if name and held["secretary"] != name:
        for post in _secretaries(session, branch, taking.today):
            end_post(batch, post, taking.today - _DAY)
        person = person_meant(session, name, None, branch, taking.today)
        batch.make(
            Post(
                kind=PostKind.SECRETARY,
                organisation=branch,
                person=person,
                name=None if person is not None else name,
                starts_on=taking.today if held["secretary"] else begins,
                source=taking.source,
            )
        )
        changed = True
    return changed


def _held(session: Session, branch: Organisation, day: date) -> dict[str, Any]:
    """Return what is known of an organisation as a row would say it, but for its kind and hamlets."""
    latest = max(branch.terms, key=lambda term: (term.starts_on or date.min, term.id or 0), default=None)
    posts = _secretaries(session, branch, day)
    return {
        "name": branch.name,
        "secretary": posts[0].holder if posts else None,
        "starts_on": day_words(branch.starts_on),
        "congress": latest.congress if latest else None,
        "term_from": day_words(latest.starts_on) if latest else None,
        "term_to": day_words(latest.ends_on) if latest else None,
    }


def _secretaries(session: Session, branch: Organisation, day: date) -> Sequence[Post]:
    found = select(Post).where(Post.organisation_id == branch.id, Post.kind == PostKind.SECRETARY)
    return session.scalars(found.where(*holds_on(Post, day))).all()


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says that a list may change: a later term, another secretary, a first day."""
    said = {key: row[key] for key in ("secretary", "starts_on", "term_from") if row.get(key)}
    return {key: tidy(value) for key, value in said.items()}


def _kind(row: Mapping[str, Any]) -> OrganisationKind:
    found = meant(KINDS, row.get("kind"))
    if found is not None:
        return found
    return OrganisationKind.RESIDENTIAL if row.get("hamlets") else OrganisationKind.OFFICE


def _hamlets_named(units: Sequence[Unit], said: str | None) -> tuple[list[Unit], str]:
    """Return the hamlets that a cell names, and the first name that is none's."""
    found = []
    for name in filter(None, map(tidy, (said or "").replace(";", ",").split(","))):
        wanted = fold(name)
        unit = next(
            (one for one in units if wanted in (fold(f"{one.kind} {one.name}"), fold(one.name))), None
        )
        if unit is None:
            return [], name
        found.append(unit)
    return found, ""


def _doubt(reason: str, row: int | None = None, like: str = "") -> Verdict:
    return Verdict(RowState.DOUBTFUL, doubt=Doubt(reason, (RowChoice.OMIT,), row=row, like=like))
