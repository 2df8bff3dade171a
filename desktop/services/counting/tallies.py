"""A count ballot by ballot: an operator sits down to it, each key is stored, and it is locked as an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import TallyKeyRow, TallyLog
from desktop.models.elections import Round
from desktop.models.store.session import reading, writing
from desktop.rules.tally import TallyForm, TallyKey, read_keys
from desktop.rules.vote_state import VoteState
from desktop.services.counting.counting_views import named_candidates
from desktop.services.counting.deciding import members_at
from desktop.services.counting.entries import (
    EntryView,
    Typed,
    demand_count,
    entries_of,
    next_revision,
    take_entry,
    take_only_entry,
    typed_fields,
)
from desktop.services.counting.entry_drafts import task_of
from desktop.services.counting.proceedings import present_at
from desktop.services.counting.stock import stocks_of
from desktop.services.counting.tally_logs import (
    digest_of,
    form_of,
    keys_of,
    log_of,
    newest_logs,
    parts_of,
    prefix_of,
    read_figures,
    tally_of,
    timed_keys,
)
from desktop.services.counting.tally_reasons import fill_reasons
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.electing import electing_body
from desktop.services.elections.lookup import held_day, state_of, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.operators import OperatorView, check_pin, operator_of
from desktop.services.office.sides import for_its_side
from desktop.services.office.workplace import Workplace, is_training
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class PressedKey:
    """A key and the moment at which it was pressed."""

    key: TallyKey
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenTally:
    """An operator before the box.

    Attributes:
        log: key of the count.
        number: which of the two counts it will be; that of the operator's entry where the box is read again.
        attempt: how often this operator reads the box, from 1.
        alone: one person counts alone, by explicit choice.
        body, post, day: who elects whom when, as papers name them.
        cluster: name of the cluster whose box is read; empty where all meet as one.
        form: what ballots can say.
        candidates: with the word before their names, in the order of the ballot.
        keys: stored so far; the count goes on after them.
        in_box: ballots in all boxes as the meeting wrote them down; None where it didn't, or not by cluster.
        asked: figures of the entry that nobody reads off ballots, as the meeting wrote them down.
        training: the window and its paper are stamped.
    """

    log: int
    code: str
    operator: OperatorView
    number: int
    attempt: int
    alone: bool
    body: str
    post: str
    day: date
    cluster: str
    form: TallyForm
    candidates: tuple[str, ...]
    keys: tuple[TallyKey, ...]
    in_box: int | None
    asked: Mapping[str, int | None]
    training: bool


@dataclass(frozen=True, slots=True)
class TallyLocked:
    """What an operator learns of a count that is locked; never figures.

    Attributes:
        entry: the state and which fields differ, once it made an entry.
        clusters_left: places of the clusters whose boxes are still to be read before that, from 1.
    """

    entry: EntryView | None
    clusters_left: tuple[int, ...] = ()


@for_its_side
def sit_at_tally(
    workplace: Workplace, code: str, operator: int, pin: str, *, cluster: int = 0, alone: bool = False
) -> OpenTally:
    """Let an operator read a box: the count that was interrupted, else a new one.

    Who made an entry already reads the box again, and the log before stays.

    Args:
        workplace: the open office.
        code: the election's.
        operator: key of who counts.
        pin: of the same.
        cluster: whose box is read, from 1; 0 for the first that is left, or for the whole.
        alone: one person counts alone, by explicit choice.

    Raises:
        StepRefused: the election is not at its count, or has an entry and would be counted alone.
        RequestRefused: as ``check_pin``; ``tally.hands``; ``tally.cluster`` for a cluster that there isn't;
            ``entry.same_operator`` when the first entry's operator would make the second; ``entry.two`` for
            a third person.
    """
    check_pin(workplace, operator, pin)
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state = state_of(vote)
        state.demand("enter", *((VoteState.MEETING,) if alone else IN_MEETING))
        form = form_of(vote)
        entries = entries_of(session, vote, next_revision(session, vote))
        task = task_of(code, state, operator, entries)
        log = _log(workplace, session, vote, operator, cluster, again=task == "correct")
        if log.alone is not alone:
            log.alone = alone
            session.flush()
        own = next((entry.number for entry in entries if entry.operator_id == operator), None)
        return _open(session, vote, log, form, own or len(entries) + 1)


@for_its_side
def press_keys(workplace: Workplace, code: str, log: int, first: int, pressed: Sequence[PressedKey]) -> int:
    """Store keys in their order, all of them or none; those that are stored already are not stored twice.

    Args:
        workplace: the open office.
        code: the election's.
        log: key of the count.
        first: place of the first key in the log, from 1.
        pressed: the keys.

    Returns:
        How many keys the log holds now.

    Raises:
        StepRefused: the election is not at its count.
        RequestRefused: ``unknown.tally``; ``tally.locked``; ``tally.key`` for keys that don't follow those
            that are stored, or say nothing of their ballot.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("enter", *IN_MEETING)
        found = log_of(session, vote, log)
        if found.locked_at is not None:
            raise RequestRefused("tally.locked", where=code)
        stored = keys_of(session, found)
        pressed = [replace(one, key=replace(one.key, words=tidy(one.key.words))) for one in pressed]
        known, new = pressed[: len(stored) - first + 1], pressed[max(len(stored) - first + 1, 0) :]
        if first > len(stored) + 1 or stored[first - 1 :] != tuple(one.key for one in known):
            raise RequestRefused("tally.key", where=code)
        try:
            read_keys(form_of(vote), (*stored, *(one.key for one in new)))
        except ValueError as error:
            raise RequestRefused("tally.key", where=code) from error
        session.add_all(
            TallyKeyRow(
                log=found,
                position=place,
                at=one.at,
                kind=one.key.kind,
                candidate=one.key.candidate,
                reason=one.key.reason,
                words=one.key.words or None,
            )
            for place, one in enumerate(new, len(stored) + 1)
        )
        session.flush()
        return len(stored) + len(new)


@for_its_side
def lock_tally(
    workplace: Workplace, code: str, log: int, pin: str, figures: Typed, *, unlike_box: str = ""
) -> TallyLocked:
    """Lock a count: what was read, with the figures that nobody reads off ballots, becomes an entry.

    Where the hamlet meets by cluster, it does so once the boxes of all are read.

    Args:
        workplace: the open office.
        code: the election's.
        log: key of the count.
        pin: of its operator.
        figures: those of ``OpenTally.asked``, by field.
        unlike_box: why another number of ballots was read than the box held.

    Raises:
        StepRefused: the election is not at its count.
        RequestRefused: as ``enter``; ``unknown.tally``; ``tally.locked``; ``tally.open_ballot`` in the middle
            of a ballot; ``tally.unlike_box`` where the box held another number and nothing says why.
    """
    with reading(workplace.database) as session:
        operator = log_of(session, vote_of(session, code), log).operator_id
    check_pin(workplace, operator, pin)
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("enter", *IN_MEETING)
        found = log_of(session, vote, log)
        if found.locked_at is not None:
            raise RequestRefused("tally.locked", where=code)
        tally, in_box, why = tally_of(session, found), _in_box(session, vote, found), tidy(unlike_box)
        if tally.open:
            raise RequestRefused("tally.open_ballot", where=code)
        if in_box is not None and in_box != len(tally.ballots) and not why:
            raise RequestRefused("tally.unlike_box", where=code, read=len(tally.ballots), in_box=in_box)
        for field, figure in figures.items():
            if field not in _asked(session, vote, found):
                raise RequestRefused("entry.field", where=field)
            demand_count(field, figure)
        found.figures, found.unlike_box = dict(figures), why or None
        found.locked_at, found.sha256 = workplace.clock(), digest_of(timed_keys(session, found))
        session.flush()
        typist = replace(workplace, actor=f"operator:{operator}")
        typist.note(session, "count.tally", found, "sha256", *figures, *(("unlike_box",) if why else ()))
        return _entered(workplace, session, vote, found)


def _log(
    workplace: Workplace, session: Session, vote: Round, operator: int, cluster: int, *, again: bool
) -> TallyLog:
    newest = {log.cluster: log for log in newest_logs(session, vote, operator)}
    parts = parts_of(vote)
    left = [part for part in parts if part not in newest or newest[part].locked_at is None]
    wanted = cluster or next(iter(left), parts[0])
    if wanted not in parts:
        raise RequestRefused("tally.cluster", where=vote.election.code)
    before = newest.get(wanted)
    if before is not None and before.locked_at is None:
        return before
    if before is not None and not again:
        raise RequestRefused("tally.locked", where=vote.election.code)
    log = TallyLog(
        round=vote,
        operator=operator_of(session, operator),
        revision=next_revision(session, vote),
        cluster=wanted,
        attempt=before.attempt + 1 if before is not None else 1,
        begun_at=workplace.clock(),
    )
    session.add(log)
    session.flush()
    typist = replace(workplace, actor=f"operator:{operator}")
    typist.note(session, "count.tally_begin", log, "attempt")
    return log


def _open(session: Session, vote: Round, log: TallyLog, form: TallyForm, number: int) -> OpenTally:
    clusters = clusters_of(vote)
    return OpenTally(
        log=log.id,
        code=vote.election.code,
        operator=OperatorView(log.operator.id, log.operator.name),
        number=number,
        attempt=log.attempt,
        alone=log.alone,
        body=electing_body(session, vote.election).name,
        post=vote.contest.post,
        day=held_day(vote),
        cluster=clusters[log.cluster - 1].name if log.cluster else "",
        form=form,
        candidates=named_candidates(vote),
        keys=keys_of(session, log),
        in_box=_in_box(session, vote, log),
        asked=_asked(session, vote, log),
        training=is_training(session),
    )


def _in_box(session: Session, vote: Round, log: TallyLog) -> int | None:
    """Return how many ballots the boxes held; of one cluster nobody wrote it down."""
    collected = [stock.collected for stock in stocks_of(session, vote)]
    known = [ballots for ballots in collected if ballots is not None]
    return sum(known) if known and len(known) == len(collected) and not log.cluster else None


def _asked(session: Session, vote: Round, log: TallyLog) -> dict[str, int | None]:
    """Return the fields of the entry that don't follow from ballots, with what the meeting wrote of them."""
    prefix = prefix_of(log)
    read = {f"{prefix}{field}" for field in ("returned", "valid", "invalid")}
    asked = [
        field
        for field in typed_fields(vote)
        if field.startswith(prefix) and "candidates[" not in field and field not in read
    ]
    known: dict[str, int | None] = {}
    if not prefix:
        members, stocks = members_at(session, vote), stocks_of(session, vote)
        known["present"] = members.voting if members else present_at(session, vote)
        issued = [stock.issued for stock in stocks if stock.issued is not None]
        unused = [stock.unused for stock in stocks if stock.unused is not None]
        replaced = sum(stock.replaced or 0 for stock in stocks)
        known |= {
            "issued": sum(issued) if issued else None,
            "unused": sum(unused) + replaced if unused else None,
        }
    return {field: log.figures.get(field, known.get(field)) for field in asked}


def _entered(workplace: Workplace, session: Session, vote: Round, log: TallyLog) -> TallyLocked:
    logs = newest_logs(session, vote, log.operator_id)
    locked = {one.cluster for one in logs if one.locked_at is not None}
    left = tuple(part for part in parts_of(vote) if part not in locked)
    if left:
        return TallyLocked(None, left)
    code, operator = vote.election.code, log.operator_id
    typed: dict[str, int | None] = {}
    for one in logs:
        typed |= {**one.figures, **read_figures(session, one)}
    if log.alone:
        entry = take_only_entry(workplace, session, code, operator, typed)
    else:
        entry = take_entry(workplace, session, code, operator, typed)
    fill_reasons(workplace, session, vote)
    return TallyLocked(entry)
