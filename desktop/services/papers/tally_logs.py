"""The paper of a count ballot by ballot: its log of keys, for a hamlet or for a congress."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import StepRefused
from desktop.models.elections import ContestKind, Round
from desktop.models.store.session import reading
from desktop.printing.counting.key_log import KeyLog
from desktop.printing.hamlet_head.count import tally_log as of_hamlet
from desktop.printing.setting.date_line import DateLine
from desktop.services.counting.entries import entries_of
from desktop.services.counting.tally_logs import log_of
from desktop.services.elections.lookup import held_day, term_of, vote_of
from desktop.services.office.sides import for_its_side
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.heads import place_of, post_of, running_issuers
from desktop.services.papers.fill.tally_log import key_log


@for_its_side
def draw_tally_log(workplace: Workplace, code: str, log: int, operator: int | None = None) -> bytes:
    """Draw the log of keys of a count, as far as it is stored; it is not kept.

    Args:
        workplace: the open office.
        code: the election's.
        log: key of the count.
        operator: key of who sits before it; others see it only once both entries are made.

    Raises:
        RequestRefused: ``unknown.tally``.
        StepRefused: the other count isn't made yet, and nobody may see this one.
        PaperRefused: the paper cannot be drawn.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        found = log_of(session, vote, log)
        entries = entries_of(session, vote, found.revision)
        if operator != found.operator_id and len(entries) < 2 and not found.alone:
            raise StepRefused("step", where=vote.state, step="check_sheet")
        number = next((one.number for one in entries if one.operator_id == found.operator_id), None)
        told = key_log(session, vote, found, number or len(entries) + 1)
        training = is_training(session)
        if vote.election.contest_kind is ContestKind.HAMLET_HEAD:
            return of_hamlet.draw(_hamlet(session, vote, told), training=training)
        return _congress(workplace, session, vote, told, training=training)


def _hamlet(session: Session, vote: Round, told: KeyLog) -> of_hamlet.HamletTallyLog:
    day = held_day(vote)
    return of_hamlet.HamletTallyLog(
        issuer_lines=running_issuers(session, vote),
        dated=DateLine.on(place_of(session, vote.election), day),
        post=post_of(vote),
        term=term_of(vote.election),
        date=day,
        log=told,
    )


def _congress(workplace: Workplace, session: Session, vote: Round, told: KeyLog, *, training: bool) -> bytes:
    # An office without congresses loads none of their papers.
    from desktop.printing.congress.vote import tally_log  # noqa: PLC0415
    from desktop.services.elections.congress_roll import congress_of  # noqa: PLC0415
    from desktop.services.papers.fill.congress.before import dated  # noqa: PLC0415
    from desktop.services.papers.fill.congress.reading import facts_of  # noqa: PLC0415

    facts = facts_of(workplace, session, congress_of(session, vote.election))
    post = next(one for one in facts.posts if one.code == vote.contest.code.value)
    paper = tally_log.CongressTallyLog(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        post=post.word,
        higher=post.higher,
        log=told,
    )
    return tally_log.draw(paper, training=training)
