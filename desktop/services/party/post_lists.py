"""Posts from a list, and given out so that they come back the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.party import Organisation
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind
from desktop.services.lists.list_kind import Extent, Given, Into, Taking
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.services.office.workplace import Workplace, own_office, own_unit
from desktop.services.party.branches import lives_on
from desktop.services.party.list_words import POSTS as POST_WORDS
from desktop.services.party.list_words import (
    TENURES,
    WAYS,
    day_said,
    day_words,
    local_said,
    local_words,
    meant,
    word,
)
from desktop.services.party.post_views import post_lines
from desktop.services.party.posts import OF_HAMLETS, OF_ONE, OF_ORGANISATIONS, person_meant, same_holder
from desktop.services.places.hamlets import commune_words
from desktop.services.places.heads import end_post, holds_on
from desktop.services.places.lookup import hamlets_of
from desktop.sheets.lists.reading import Reading
from desktop.vietnamese.text import fold, tidy

FIELDS = (
    *("name", "post", "place", "way", "tenure", "local"),
    *("starts_on", "until", "paper_number", "paper_on"),
)
_DAY = timedelta(days=1)


def posts_given(workplace: Workplace, session: Session, _: Extent) -> Given:
    """Find the posts that are held today.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    rows = [
        {
            "name": line.holder,
            "post": line.title or word(POST_WORDS, line.kind),
            "place": line.where,
            "way": word(WAYS, line.way),
            "tenure": word(TENURES, line.tenure),
            "local": local_words(line.local),
            "starts_on": day_words(line.starts_on),
            "until": day_words(line.until),
            "paper_number": line.number or None,
            "paper_on": day_words(line.paper_on),
        }
        for line in post_lines(workplace)
    ]
    return Given(rows, commune_words(workplace), own_office(session))


class _Places:
    """The hamlets, organisations and commune of a day, found by the names that lists write."""

    def __init__(self, session: Session, day: date) -> None:
        self._commune = own_unit(session)
        self._units = {name: unit for unit in hamlets_of(session, day) for name in _names(unit)}
        living = session.scalars(select(Organisation).where(*lives_on(Organisation, day))).all()
        self._organisations = {fold(each.name): each for each in living}

    def of(self, row: Mapping[str, Any]) -> tuple[PostKind, Unit | None, Organisation | None] | None:
        """Return the kind of a row's post with its place; None where there is no such place."""
        kind, name = meant(POST_WORDS, row["post"]) or PostKind.COMMUNE_OTHER, fold(row.get("place") or "")
        if kind in OF_HAMLETS:
            unit = self._units.get(name)
            return None if unit is None else (kind, unit, None)
        if kind in OF_ORGANISATIONS:
            organisation = self._organisations.get(name)
            return None if organisation is None else (kind, None, organisation)
        here = not name or name in _names(self._commune)
        return (kind, self._commune, None) if here else None


def verdicts(session: Session, _: Into[Unit], reading: Reading, day: date) -> list[Verdict]:
    """Say of each row what it is to the posts that are held."""
    places = _Places(session, day)
    found = []
    for row in reading.rows:
        place = places.of(row)
        if place is None:
            doubt = Doubt("post_place", (RowChoice.OMIT,), like=row.get("place") or row["post"])
            found.append(Verdict(RowState.DOUBTFUL, doubt=doubt))
            continue
        made = _post(session, place, row, day)
        same = next((post for post in _held(session, made, day) if same_holder(made, post)), None)
        if same is None:
            found.append(Verdict(RowState.NEW))
            continue
        before = {key: value for key, value in _lines(same).items() if row.get(key) and row[key] != value}
        found.append(Verdict(RowState.CHANGED if before else RowState.SAME, same.id, before))
    return found


def make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store rows as new posts.

    Who holds alone what somebody else held until now follows from the first day, today where none is said.
    """
    session, batch = taking.batch.session, taking.batch
    places = _Places(session, taking.today)
    for row in rows:
        place = places.of(row)
        if place is None:
            continue
        post = _post(session, place, row, taking.today)
        post.source = taking.source
        if post.kind in OF_ONE:
            begins = post.starts_on or taking.today
            held = _held(session, post, taking.today)
            for other in held:
                end_post(batch, other, begins - _DAY)
            post.starts_on = begins if held else post.starts_on
        batch.make(post)
        session.flush()
    batch.counted(RowState.NEW, len(rows))


def update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Store rows over the posts of their keys."""
    session = taking.batch.session
    for post in session.scalars(select(Post).where(Post.id.in_(rows))).all():
        row = rows[post.id]
        said = {
            "way": meant(WAYS, row.get("way")),
            "tenure": meant(TENURES, row.get("tenure")),
            "local": local_said(row.get("local")),
            "starts_on": day_said(row.get("starts_on")),
            "until": day_said(row.get("until")),
            "paper_number": tidy(row.get("paper_number") or "") or None,
            "paper_on": day_said(row.get("paper_on")),
        }
        told = {key: value for key, value in said.items() if value is not None}
        taking.batch.count(RowState.CHANGED if taking.batch.change(post, told) else RowState.SAME)


def _post(
    session: Session,
    place: tuple[PostKind, Unit | None, Organisation | None],
    row: Mapping[str, Any],
    day: date,
) -> Post:
    kind, unit, organisation = place
    person = person_meant(session, row["name"], unit, organisation, day)
    return Post(
        kind=kind,
        unit=unit,
        organisation=organisation,
        person=person,
        name=None if person is not None else tidy(row["name"]),
        title=tidy(row["post"]) if kind is PostKind.COMMUNE_OTHER else None,
        way=meant(WAYS, row.get("way")),
        tenure=meant(TENURES, row.get("tenure")),
        local=local_said(row.get("local")),
        starts_on=day_said(row.get("starts_on")),
        until=day_said(row.get("until")),
        paper_number=tidy(row.get("paper_number") or "") or None,
        paper_on=day_said(row.get("paper_on")),
    )


def _held(session: Session, post: Post, day: date) -> Sequence[Post]:
    """Return who holds the same post in the same place on a day."""
    with session.no_autoflush:
        found = select(Post).where(Post.kind == post.kind, *holds_on(Post, day))
        if post.unit is not None:
            found = found.where(Post.unit_id == post.unit.id)
        elif post.organisation is not None:
            found = found.where(Post.organisation_id == post.organisation.id)
        if post.kind is PostKind.COMMUNE_OTHER:
            found = found.where(Post.title == post.title)
        return session.scalars(found.order_by(Post.id)).all()


def _lines(post: Post) -> dict[str, Any]:
    return {
        "way": word(WAYS, post.way),
        "tenure": word(TENURES, post.tenure),
        "local": local_words(post.local),
        "starts_on": day_words(post.starts_on),
        "until": day_words(post.until),
        "paper_number": post.paper_number,
        "paper_on": day_words(post.paper_on),
    }


def _names(unit: Unit) -> tuple[str, str]:
    return fold(f"{unit.kind} {unit.name}"), fold(unit.name)
