"""Papers of a dismissal, drawn from what is written of it: full, half filled or blank, as PDF or Word."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.errors import RequestRefused
from desktop.models.store.session import reading
from desktop.printing.catalogue import FORMS
from desktop.printing.form import Filled, emptied
from desktop.printing.setting.date_line import DateLine
from desktop.rules.dismissal import AskedBy, DismissalState, DismissalStep
from desktop.services.dismissals.lookup import dismissal_of
from desktop.services.dismissals.proposals import replacement_proposals
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.dismissal import asked, decided, meeting
from desktop.services.papers.fill.dismissal.proposals_list import replacement_proposals_of
from desktop.services.papers.fill.dismissal.source import DismissalSource
from desktop.services.papers.lines import Filling

_ASKED = {
    AskedBy.HEAD: "dismissal-request",
    AskedBy.FRONT_BOARD: "dismissal-proposal",
    AskedBy.PETITION: "dismissal-petition",
}
_FILLS: dict[str, Callable[[DismissalSource], Any]] = {
    "dismissal-request": asked.request,
    "dismissal-proposal": asked.proposal,
    "dismissal-petition": asked.petition,
    "dismissal-invitation": meeting.invitation,
    "dismissal-minutes": meeting.minutes,
    "dismissal-counting-minutes": meeting.counting,
    "dismissal-submission": meeting.submission,
    "dismissal-decision": decided.recognition,
    "dismissal-commune-decision": decided.commune_decision,
    "dismissal-answer": decided.answer,
}
# What a paper says without what happened.
_HEAD = ("issuer_lines", "frame", "head", "addressee", "addressees", "board", "submitter", "inviter", "lines")
_PROPOSALS = "replacement-proposals"


@dataclass(frozen=True, slots=True)
class DismissalPaper:
    """A paper of a dismissal: its form, its title, and whether everything it says is known."""

    form: str
    title: str
    full: bool


@for_elections
def dismissal_papers(workplace: Workplace, key: int) -> tuple[DismissalPaper, ...]:
    """List the papers of a dismissal as far as it has come, in the order in which they are wanted.

    Raises:
        RequestRefused: ``unknown.dismissal``.
    """
    with reading(workplace.database) as session:
        source = DismissalSource.of(workplace, session, dismissal_of(session, key))
        return tuple(
            DismissalPaper(form, FORMS[form].title, _is_full(source, form)) for form in _wanted(source)
        )


@for_elections
def draw_dismissal_paper(workplace: Workplace, key: int, form: str, filling: Filling = "full") -> bytes:
    """Draw a paper of a dismissal; ``full`` is filled with what is known, and a pen writes the rest.

    Raises:
        RequestRefused: ``unknown.dismissal``; ``dismissal.paper`` for a paper that isn't of it.
        PaperRefused: it cannot be drawn.
    """
    with reading(workplace.database) as session:
        source = DismissalSource.of(workplace, session, dismissal_of(session, key))
        return FORMS[form].pdf(_filled(source, form, filling), training=is_training(session))


@for_elections
def word_dismissal_paper(workplace: Workplace, key: int, form: str, filling: Filling = "full") -> bytes:
    """Write a paper of a dismissal as Word, for an office that changes a sentence.

    Raises:
        RequestRefused: as ``draw_dismissal_paper``.
        PaperRefused: it cannot be set.
    """
    with reading(workplace.database) as session:
        source = DismissalSource.of(workplace, session, dismissal_of(session, key))
        return FORMS[form].word(_filled(source, form, filling), training=is_training(session))


@for_elections
def draw_proposals(workplace: Workplace) -> bytes:
    """Draw the list of proposals to replace heads, with what became of each.

    Raises:
        PaperRefused: it cannot be drawn.
    """
    views = replacement_proposals(workplace)
    with reading(workplace.database) as session:
        value = replacement_proposals_of(workplace, session, views)
        return FORMS[_PROPOSALS].draw(value, training=is_training(session))


def _wanted(source: DismissalSource) -> tuple[str, ...]:
    state = source.come[-1].state if source.come else DismissalState.ASKED
    forms = [_ASKED[source.dismissal.asked_by]]
    if state in (DismissalState.REFUSED, DismissalState.ASKED):
        return (*forms, "dismissal-answer")
    forms += ["dismissal-invitation", "dismissal-minutes"]
    if source.held() is None or meeting.is_by_ballots(source):
        forms.append("dismissal-counting-minutes")
    if source.held() is not None:
        forms.append("dismissal-submission")
    if state in (DismissalState.AGREED, DismissalState.SENT):
        forms += ["dismissal-decision", "dismissal-answer"]
    elif state is DismissalState.NOT_AGREED:
        forms += ["dismissal-commune-decision", "dismissal-answer"]
    elif state is DismissalState.RECOGNISED:
        forms.append("dismissal-decision")
    elif state is DismissalState.DECIDED:
        forms.append("dismissal-commune-decision")
    elif state in (DismissalState.ANSWERED, DismissalState.KEPT):
        forms.append("dismissal-answer")
    return tuple(forms)


def _is_full(source: DismissalSource, form: str) -> bool:
    called, come = source.record(DismissalStep.ACCEPT), source.held()
    held = None if come is None else come.record.meeting
    if form == "dismissal-petition":
        return source.dismissal.signed is not None
    if form == "dismissal-proposal":
        return source.board_head() is not None
    if form == "dismissal-invitation":
        return called is not None and None not in (called.meets_on, called.opening, called.venue)
    if form in ("dismissal-minutes", "dismissal-counting-minutes"):
        return (
            held is not None
            and None not in (held.chair, held.secretary)
            and None not in (held.first_witness, held.second_witness)
        )
    if form == "dismissal-submission":
        return come is not None
    decided = {
        "dismissal-decision": (DismissalStep.RECOGNISE,),
        "dismissal-commune-decision": (DismissalStep.DECIDE,),
        "dismissal-answer": (DismissalStep.REFUSE, DismissalStep.ANSWER, DismissalStep.KEEP),
    }.get(form)
    return decided is None or source.record(*decided) is not None


def _filled(source: DismissalSource, form: str, filling: Filling) -> Filled:
    if form not in _wanted(source):
        title = FORMS[form].title if form in FORMS else form
        raise RequestRefused("dismissal.paper", where=title)
    value = _FILLS[form](source)
    if filling == "blank":
        return FORMS[form].blank(value)
    if filling == "half":
        return Filled(_head_alone(value))
    return Filled(value)


def _head_alone(value: Any) -> Any:
    kept = {
        field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.name in _HEAD
    }
    dated = getattr(value, "dated", None)
    if isinstance(dated, DateLine):
        kept["dated"] = DateLine(place=dated.place)
    frame = kept.get("frame")
    if frame is not None:
        kept["frame"] = dataclasses.replace(frame, number=None, dated=DateLine(place=frame.dated.place))
    return dataclasses.replace(emptied(value), **kept)
