"""The papers of an election as a list: each with how far it can be filled, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy.orm import Session

from desktop.models.elections import Election, Round, Vote
from desktop.models.store.session import reading
from desktop.printing.catalogue import FORMS
from desktop.rules.facts import counted_in_meeting, hand_out_is_allowed
from desktop.rules.statute import Statute
from desktop.services.elections.election_list import ElectionLine, elections
from desktop.services.elections.lookup import statute_for, vote_of
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.hamlet_head.count.meeting import meeting_of
from desktop.services.papers.fill.hamlet_head.facts import Fact, FactValue, paper_facts
from desktop.services.papers.fill.heads import hamlet_of
from desktop.services.papers.kept import BALLOT_FORM, SLIP_FORM
from desktop.services.papers.kinds import KINDS, Group, PaperKind
from desktop.services.papers.prints import outdated_prints

Filling = Literal["full", "half", "blank"]

_MEETING = "meeting-minutes"
_OF_MEETING = (BALLOT_FORM, "invitation", "sign-in-roll", "counting-minutes")
_OF_SLIPS = (SLIP_FORM, "hand-out-plan", "hand-out-notice")
_FILLINGS: tuple[Filling, ...] = ("full", "half", "blank")


@dataclass(frozen=True, slots=True)
class PaperScope:
    """What papers are printed for: one hamlet's election, or all of a campaign.

    Attributes:
        codes: of the elections.
        hamlet: its name; empty for all of them.
        held_on: the day of the round.
    """

    codes: tuple[str, ...]
    hamlet: str
    held_on: date


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a paper lacks, of which election, and the step at which it is entered.

    ``lacks`` is its code in the catalogue, such as ``lacking.hour`` or ``by_hand.invitation``. ``step`` is
    ``plan`` for a ``field`` of the meeting's plan, and empty for what is only written with a pen.
    """

    code: str
    hamlet: str
    lacks: str
    step: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of the list.

    Attributes:
        form: its name in the catalogue of forms.
        title: for the clerk; ``note`` says after which form of the law.
        group: the time at which it is wanted.
        state: the most that can be filled: ``full``, ``half`` or ``blank``; ``half`` where hamlets differ.
        fillings: that can be printed.
        gaps: what is missing for a full one, hamlet by hamlet.
        facts: what it prints, each with its key and value; of several hamlets none.
        full: of how many elections it is full, out of ``elections``.
        printed_at: the step of the election at which it is printed instead; empty for most.
        is_text: whether it can be saved as Word; of what is drawn to measure there is the PDF alone.
        outdated: of how many elections it was printed for another day than they are held on now.
        printed_for: that day, of one election.
    """

    form: str
    title: str
    note: str
    group: Group
    state: Filling
    fillings: tuple[Filling, ...]
    gaps: tuple[Gap, ...]
    facts: tuple[tuple[str, FactValue], ...]
    full: int
    elections: int
    printed_at: str
    is_text: bool
    outdated: int = 0
    printed_for: date | None = None


@for_elections
def paper_scopes(workplace: Workplace) -> tuple[PaperScope, ...]:
    """List what papers can be printed for: of each campaign all hamlets, then each; the newest first."""
    campaigns: dict[str, list[ElectionLine]] = {}
    for line in elections(workplace):
        campaigns.setdefault(line.campaign, []).append(line)
    scopes = []
    for lines in campaigns.values():
        if len(lines) > 1:
            codes = tuple(line.code for line in lines)
            scopes.append(PaperScope(codes, "", lines[0].held_on))
        scopes.extend(PaperScope((line.code,), line.hamlet, line.held_on) for line in lines)
    return tuple(scopes)


@for_elections
def paper_lines(workplace: Workplace, codes: Sequence[str]) -> tuple[PaperLine, ...]:
    """List the papers of elections in the order of an election day.

    Args:
        workplace: the open office.
        codes: of the elections, at least one.

    Raises:
        RequestRefused: ``unknown.election``.
        StatuteRefused: no statute is in force on a day.
    """
    with reading(workplace.database) as session:
        votes = [vote_of(session, code) for code in codes]
        lines = [lines_of(session, vote, statute_for(workplace, vote.election)) for vote in votes]
    common = [form for form in KINDS if all(form in of_one for of_one in lines)]
    return tuple(_together([of_one[form] for of_one in lines]) for form in common)


def lines_of(session: Session, vote: Round, statute: Statute) -> dict[str, PaperLine]:
    """Return the papers that there are under an election's statute, by the names of their forms."""
    facts, outdated = paper_facts(session, vote, statute), outdated_prints(session, vote)
    lines = {
        form: _line(kind, vote.election, facts, outdated.get(form) if kind.dated else None)
        for form, kind in KINDS.items()
        if is_known(form, vote, statute)
    }
    meeting = meeting_of(vote)
    if meeting is not vote:
        # It was held on its day, whatever becomes of that of the slips.
        of_meeting = paper_facts(session, meeting, statute)
        lines[_MEETING] = _line(KINDS[_MEETING], vote.election, of_meeting, None)
    return lines


def is_known(form: str, vote: Round, statute: Statute) -> bool:
    """Tell whether a vote under a statute has a paper, by the name of its form."""
    handed_out = vote.vote is Vote.HAND_OUT
    if form == "counting-minutes" and counted_in_meeting(statute, vote.ballot):
        return False
    if form in _OF_MEETING or form in _OF_SLIPS:
        return handed_out is (form in _OF_SLIPS)
    if form == "result-notice":
        # The notice says how many working days the commune has; the older regulation sets no number.
        return isinstance(statute.clause("recognition").value, int)
    if form == "cluster-decision":
        return not handed_out and statute.find("clusters_by") is not None
    if form == "handed-out-minutes":
        return hand_out_is_allowed(statute)
    return True


def _line(
    kind: PaperKind, election: Election, facts: Mapping[str, Fact], printed_for: date | None
) -> PaperLine:
    form, hamlet = FORMS[kind.form], hamlet_of(election)
    title, _, note = form.title.partition(" (")
    wanted = [key for key in dict.fromkeys((*kind.only_with, *kind.needs)) if key in facts]
    gaps = [
        Gap(election.code, hamlet, f"lacking.{key}{'.begun' if fact.begun else ''}", fact.step, fact.field)
        for key in wanted
        if (fact := facts[key]).value is None
    ]
    if kind.by_hand:
        gaps.append(Gap(election.code, hamlet, f"by_hand.{kind.form}", ""))
    hopeless = any(facts[key].value is None for key in kind.only_with)
    state: Filling = "blank" if hopeless else "half" if gaps else "full"
    fillings = _FILLINGS[_FILLINGS.index(state) :]
    if kind.printed_at:
        fillings = ("full",) if state == "full" else ()
    shown = [key for key in dict.fromkeys(("day", *kind.needs)) if key in facts]
    return PaperLine(
        form=kind.form,
        title=title,
        note=note.rstrip(")"),
        group=kind.group,
        state=state,
        fillings=fillings,
        gaps=tuple(gaps),
        facts=tuple((key, value) for key in shown if (value := facts[key].value) is not None),
        full=int(state == "full"),
        elections=1,
        printed_at=kind.printed_at,
        is_text=form.is_text,
        outdated=int(printed_for is not None),
        printed_for=printed_for,
    )


def _together(lines: Sequence[PaperLine]) -> PaperLine:
    first = lines[0]
    if len(lines) == 1:
        return first
    states = {line.state for line in lines}
    full = sum(line.full for line in lines)
    state: Filling = "full" if states == {"full"} else "blank" if states == {"blank"} else "half"
    return PaperLine(
        form=first.form,
        title=first.title,
        note=first.note,
        group=first.group,
        state=state,
        fillings=() if first.printed_at else _FILLINGS if full else _FILLINGS[1:],
        gaps=tuple(gap for line in lines for gap in line.gaps),
        facts=(),
        full=full,
        elections=len(lines),
        printed_at=first.printed_at,
        is_text=first.is_text,
        outdated=sum(line.outdated for line in lines),
    )
