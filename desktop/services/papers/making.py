"""Papers of an election made as PDF: full, half or blank; one, all of a hamlet, one of all hamlets."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.errors import RequestRefused
from desktop.models.store.session import reading, writing
from desktop.printing.catalogue import FORMS
from desktop.printing.form import Filled, Form, emptied
from desktop.printing.merge import merged
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.sheets import page_count
from desktop.services.elections.lookup import statute_for, vote_of
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.ballots import ballot_preview
from desktop.services.papers.decisions import print_decision
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import hamlet_of
from desktop.services.papers.kept import kept_content
from desktop.services.papers.kinds import KINDS
from desktop.services.papers.lines import Filling, Gap, PaperLine, lines_of
from desktop.services.papers.minutes import minutes_form
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.papers.prints import note_print

Tell = Callable[[int, int, str], None]

# What the head of every paper says, and stays on a full one whose figures are written by hand again.
_HEAD = (
    "issuer_lines",
    "frame",
    "election",
    "post",
    "term",
    "election_date",
    "date",
    "venue",
    "opening",
    "hamlet",
    "team",
    "front_board",
    "body",
    "commune",
    "inviter",
    "addressees",
    "head_line",
    "giver",
    "receiver",
    "office",
    "occasion",
)
_REGISTERED = {
    "counting-minutes": print_minutes,
    "handed-out-minutes": print_minutes,
    "meeting-minutes": print_minutes,
    "recognition-decision": print_decision,
    "hold-again-decision": print_decision,
}


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One paper of what was made: of which election, which form, and how far it is filled."""

    code: str
    form: str
    filling: Filling


@dataclass(frozen=True, slots=True)
class MadePapers:
    """Papers in one PDF, as they are looked at and printed.

    Attributes:
        content: the PDF.
        sheets: of paper.
        parts: what is in it, in order.
        left_out: what a paper lacks that was asked for full and isn't in it, hamlet by hamlet.
    """

    content: bytes
    sheets: int
    parts: tuple[PaperPart, ...]
    left_out: tuple[Gap, ...] = ()


@for_elections
def make_paper(
    workplace: Workplace, code: str, form: str, filling: Filling, photos: Mapping[int, bytes] | None = None
) -> MadePapers:
    """Make one paper of an election; nothing is kept.

    Args:
        workplace: the open office.
        code: the election's.
        form: name of the paper's form.
        filling: ``full`` with everything; ``half`` with what is known, or of a paper that could be full its
            head alone; ``blank`` without anything.
        photos: of candidates by the key of the person, for this print alone.

    Raises:
        RequestRefused: ``unknown.election``; ``paper.filling``: it cannot be filled so far.
        PaperRefused: it cannot be drawn.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        source = PaperSource(workplace, session, vote, statute_for(workplace, vote.election), photos or {})
        line = _allowed(source, form, filling)
        content = _drawn(source, line, filling, headed=line.state == "full")
    return MadePapers(content, page_count(content), (PaperPart(code, form, filling),))


@for_elections
def make_word(workplace: Workplace, code: str, form: str, filling: Filling) -> bytes:
    """Make one paper of running text as Word, for an office that changes a sentence; nothing is kept.

    Args:
        workplace: the open office.
        code: the election's.
        form: name of the paper's form.
        filling: as :func:`make_paper` is told.

    Raises:
        RequestRefused: ``unknown.election``; ``paper.filling``: it cannot be filled so far.
        PaperRefused: ``paper.no_word``: it is drawn to measure; or it cannot be set.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        source = PaperSource(workplace, session, vote, statute_for(workplace, vote.election))
        line = _allowed(source, form, filling)
        filled = _filled(source, line, filling, headed=line.state == "full")
        return FORMS[form].word(filled, training=is_training(session))


@for_elections
def make_set(
    workplace: Workplace, codes: Sequence[str], forms: Sequence[str], filling: Filling, tell: Tell
) -> MadePapers:
    """Make several papers in one PDF, election by election; nothing is kept.

    Asked for ``full``, a paper that lacks something is left out; asked for ``half``, each is filled as far as
    it is known, and one that makes no sense in this election is left out. Ballots are no part of a set: they
    are printed at their own step.

    Args:
        workplace: the open office.
        codes: of the elections.
        forms: names of the papers' forms.
        filling: of all papers.
        tell: is told before each paper how many are done, of how many, and whose comes; it may stop the work.

    Raises:
        RequestRefused: ``unknown.election``; ``paper.none``: nothing can be filled so far.
        PaperRefused: one cannot be drawn.
    """
    wanted = [form for form in forms if not KINDS[form].printed_at]
    made: list[bytes] = []
    parts: list[PaperPart] = []
    left_out: list[Gap] = []
    total = len(codes) * len(wanted)
    for number, code in enumerate(codes):
        # An election at a time: a long set doesn't hold one old state of the database open.
        with reading(workplace.database) as session:
            vote = vote_of(session, code)
            source = PaperSource(workplace, session, vote, statute_for(workplace, vote.election))
            lines = lines_of(session, vote, source.statute)
            for place, form in enumerate(wanted):
                tell(number * len(wanted) + place, total, hamlet_of(vote.election))
                line = lines.get(form)
                if line is None:
                    continue
                best = _best(line, filling)
                if best is None:
                    left_out += line.gaps
                    continue
                made.append(_drawn(source, line, best, headed=False))
                parts.append(PaperPart(code, form, best))
    tell(total, total, "")
    if not made:
        raise RequestRefused("paper.none", where=str(len(codes)))
    return MadePapers(merged(made), sum(map(page_count, made)), tuple(parts), tuple(left_out))


@for_elections
def register_printed(workplace: Workplace, made: MadePapers) -> None:
    """Write down for which day papers are printed, and keep those that belong to the election's record.

    Those are full minutes that tell a count, of raised hands the meeting's, and recorded decisions. A form
    without anything bears no day.

    Raises:
        RequestRefused, StepRefused, PaperRefused: as ``print_minutes`` and ``print_decision``.
    """
    for part in made.parts:
        if part.filling == "full" and _belongs_to_record(workplace, part):
            _REGISTERED[part.form](workplace, part.code)
        elif part.filling != "blank":
            with writing(workplace.database) as session:
                note_print(workplace, session, vote_of(session, part.code), part.form)


def _belongs_to_record(workplace: Workplace, part: PaperPart) -> bool:
    if part.form != "meeting-minutes":
        return part.form in _REGISTERED
    with reading(workplace.database) as session:
        return minutes_form(workplace, vote_of(session, part.code)) == part.form


def _allowed(source: PaperSource, form: str, filling: Filling) -> PaperLine:
    line = lines_of(source.session, source.vote, source.statute).get(form)
    if line is None or filling not in line.fillings:
        title = FORMS[form].title if form in FORMS else form
        raise RequestRefused("paper.filling", where=title, hamlet=hamlet_of(source.election))
    return line


def _best(line: PaperLine, filling: Filling) -> Filling | None:
    if filling == "blank":
        return "blank"
    if line.state == "full":
        return "full"
    return "half" if filling == "half" and line.state == "half" else None


def _drawn(source: PaperSource, line: PaperLine, filling: Filling, *, headed: bool) -> bytes:
    if KINDS[line.form].printed_at:
        return ballot_preview(source.workplace, source.election.code).sheets
    if filling == "full" and source.called_now:
        # What was printed before the hamlet changed stays as it was; what never was names both.
        kept = kept_content(source.session, source.vote, line.form)
        if kept is not None:
            return kept
    filled = _filled(source, line, filling, headed=headed)
    return FORMS[line.form].pdf(filled, training=is_training(source.session))


def _filled(source: PaperSource, line: PaperLine, filling: Filling, *, headed: bool) -> Filled:
    form, value = FORMS[line.form], KINDS[line.form].fill(source)
    if form.draw_for_pen is not None and not isinstance(value, form.input_type):
        return Filled(emptied(value) if filling == "blank" else value, for_pen=True)
    if filling == "blank":
        return form.blank(value)
    if filling == "half" and headed:
        return _head_alone(form, value)
    return Filled(value)


def _head_alone(form: Form, value: Any) -> Filled:
    """Take of a paper that could be full its head, or what its form knows before the event."""
    if form.for_pen is not None:
        return Filled(form.for_pen(value), for_pen=True)
    kept = {
        field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.name in _HEAD
    }
    dated = getattr(value, "dated", None)
    if isinstance(dated, DateLine):
        kept["dated"] = DateLine(place=dated.place)
    return Filled(dataclasses.replace(emptied(value), **kept))
