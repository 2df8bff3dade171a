"""Counts ballot by ballot as they are stored: their keys, what ballots of a vote can say, their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import Entry, TallyKeyRow, TallyLog
from desktop.models.elections import Ballot, Round
from desktop.rules.invalid_ballots import invalid_reasons
from desktop.rules.tally import Tally, TallyForm, TallyKey, read_keys
from desktop.services.counting.entries import next_revision
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.lookup import frozen_statute


def form_of(vote: Round) -> TallyForm:
    """Return what ballots of a vote can say.

    Raises:
        RequestRefused: ``tally.hands`` where hands are raised.
    """
    if vote.ballot is Ballot.HANDS:
        raise RequestRefused("tally.hands", where=vote.election.code)
    reasons = invalid_reasons(
        frozen_statute(vote.election), vote.ballot, seats=vote.seats, candidates=len(vote.candidacies)
    )
    return TallyForm(vote.ballot.value, vote.seats, len(vote.candidacies), reasons)


def logs_of(session: Session, vote: Round, revision: int | None = None) -> list[TallyLog]:
    """Return the counts ballot by ballot of a revision, the one that is being counted where left out."""
    wanted = next_revision(session, vote) if revision is None else revision
    found = select(TallyLog).where(TallyLog.round_id == vote.id, TallyLog.revision == wanted)
    return list(session.scalars(found.order_by(TallyLog.id)))


def newest_logs(session: Session, vote: Round, operator: int, revision: int | None = None) -> list[TallyLog]:
    """Return an operator's newest count of each cluster, or of the whole."""
    newest = {log.cluster: log for log in logs_of(session, vote, revision) if log.operator_id == operator}
    return [newest[cluster] for cluster in sorted(newest)]


def log_of(session: Session, vote: Round, key: int) -> TallyLog:
    """Return a count ballot by ballot of a vote.

    Raises:
        RequestRefused: ``unknown.tally``.
    """
    found = session.get(TallyLog, key)
    if found is None or found.round_id != vote.id:
        raise RequestRefused("unknown.tally", where=vote.election.code)
    return found


def timed_keys(session: Session, log: TallyLog) -> list[tuple[datetime, TallyKey]]:
    """Return the keys of a count in their order, each with its moment."""
    row = TallyKeyRow
    found = session.execute(
        select(row.at, row.kind, row.candidate, row.reason, row.words)
        .where(row.log_id == log.id)
        .order_by(row.position)
    )
    return [
        (at, TallyKey(kind, candidate, reason, words or "")) for at, kind, candidate, reason, words in found
    ]


def keys_of(session: Session, log: TallyLog) -> tuple[TallyKey, ...]:
    """Return the keys of a count in their order."""
    return tuple(key for _, key in timed_keys(session, log))


def tally_of(session: Session, log: TallyLog) -> Tally:
    """Return how far a count is."""
    return read_keys(form_of(log.round), keys_of(session, log))


def digest_of(keys: Iterable[tuple[datetime, TallyKey]]) -> str:
    """Return the SHA-256 of a log of keys, as its paper prints it.

    One line a key, fields parted by tabs: place from 1, moment in UTC to the millisecond, what it says,
    candidate from 1, reason, words; what a key doesn't have is empty.
    """
    digest = hashlib.sha256()
    for place, (at, key) in enumerate(keys, 1):
        moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"
        candidate = "" if key.candidate is None else str(key.candidate + 1)
        line = (str(place), moment, key.kind.value, candidate, key.reason or "", key.words)
        digest.update("\t".join(line).encode() + b"\n")
    return digest.hexdigest()


def prefix_of(log: TallyLog) -> str:
    """Return what fields of the entry form begin with for the ballots of a log's cluster."""
    return f"clusters[{log.cluster - 1}]." if log.cluster else ""


def read_figures(session: Session, log: TallyLog) -> dict[str, int | None]:
    """Return the figures of an entry that follow from the ballots that were read, by field."""
    tally, prefix = tally_of(session, log), prefix_of(log)
    totals = tally.totals()
    figures: dict[str, int | None] = {
        f"{prefix}returned": totals.read,
        f"{prefix}valid": totals.valid,
        f"{prefix}invalid": totals.invalid,
    }
    for place in range(tally.form.candidates):
        figures[f"{prefix}candidates[{place}].votes"] = totals.votes[place]
        if tally.form.ballot == "agree":
            figures[f"{prefix}candidates[{place}].against"] = totals.against[place]
    return figures


def parts_of(vote: Round) -> range:
    """Return the places that the logs of a whole entry have: those of its clusters, or 0."""
    clusters = len(clusters_of(vote))
    return range(1, clusters + 1) if clusters else range(1)


def made_from(session: Session, entry: Entry) -> list[TallyLog]:
    """Return the logs that an entry says the figures of; none where it was typed, or corrected since."""
    logs = newest_logs(session, entry.round, entry.operator_id, entry.revision)
    if [log.cluster for log in logs] != list(parts_of(entry.round)):
        return []
    if any(log.locked_at is None for log in logs):
        return []
    read = {field: figure for log in logs for field, figure in read_figures(session, log).items()}
    return logs if all(entry.typed.get(field) == figure for field, figure in read.items()) else []
