"""Papers: drawn from what is kept, and kept as the bytes that were printed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.records import CountRecord
from desktop.models.counting import BallotStock
from desktop.models.elections import Ballot, Election, OfficialRole
from desktop.models.papers import Paper
from desktop.models.session import reading, writing
from desktop.printing import counting_blank, counting_minutes, hamlet_ballot
from desktop.printing.ballot_facts import BallotCandidate, HamletBallot
from desktop.printing.counting_blank import BlankMinutes
from desktop.printing.counting_facts import (
    CandidateVotes,
    CommitteeMember,
    CountingMinutes,
    Decision,
    Explanation,
    Person,
    Replacement,
    Threshold,
)
from desktop.printing.digest_band import CountDigest
from desktop.printing.page import page_count
from desktop.rules.ballot_order import shown_births
from desktop.services.counting import latest_count, record_of, stocks_of
from desktop.services.elections import nominee_of
from desktop.services.lookup import contest_of, election_of, round_of, state_of, statute_of
from desktop.services.rolls import electorate_of, freeze
from desktop.services.workplace import Workplace, is_training, own_office

# Viet Nam keeps one time all year; Windows has no zone files of its own.
VIET_NAM = timezone(timedelta(hours=7))

FORM_LABEL = "Mẫu tham khảo theo Mẫu số 02, Nghị định số 59/2023/NĐ-CP"
_ROLES = {OfficialRole.COUNTING_HEAD: "Tổ trưởng", OfficialRole.COUNTING_MEMBER: "Thành viên"}


@dataclass(frozen=True, slots=True)
class PaperView:
    """A printed paper: its form, PDF bytes, their SHA-256 in hex, pages, and how many copies it holds."""

    form: str
    content: bytes
    sha256: str
    pages: int
    copies: int


def print_ballots(workplace: Workplace, code: str, *, reserve: int | None = None) -> PaperView:
    """Print the ballots of the round: one for each elector of the roll and the reserve.

    The first real ballot freezes the roll and the statute. Source: rules.md §1 and §5.

    Args:
        workplace: the open office.
        code: the election's.
        reserve: ballots above the electorate; the office's setting where left out.

    Raises:
        StepRefused: no candidate list, or ballots are printed already.
        RequestRefused: ``ballots.hands`` where the vote is by show of hands.
        PaperRefused: the ballot cannot be drawn; nothing is frozen then.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).print_ballots()
        current = round_of(election)
        if current.number == 1:
            statute = workplace.statutes.in_force(contest_of(election).kind, election.held_on)
            election.statute = statute.id
            election.statute_bytes = statute.frozen()
            election.statute_sha256 = hashlib.sha256(election.statute_bytes).hexdigest()
            freeze(workplace, session, election)
        if reserve is None:
            reserve = own_office(session).settings.reserve
        copies = electorate_of(session, election) + reserve
        content = hamlet_ballot.draw(_ballot(session, election), copies, training=is_training(session))
        session.add(BallotStock(round=current, box="main", printed=copies))
        return _kept(workplace, session, election, "hamlet-ballot", content, copies=copies)


def trial_ballots(workplace: Workplace, code: str) -> bytes:
    """Draw one sheet that is visibly no ballot; it freezes nothing and is not kept.

    Raises:
        PaperRefused: the ballot cannot be drawn.
    """
    with reading(workplace.database) as session:
        election = election_of(session, code)
        ballot = _ballot(session, election)
        return hamlet_ballot.draw(ballot, 1, training=is_training(session), trial=True)


def print_minutes(workplace: Workplace, code: str) -> PaperView:
    """Print the counting minutes of the newest finalised count, from its bytes.

    Raises:
        RequestRefused: ``count.none``, ``officials.committee`` or ``officials.witnesses``: nobody is named.
        PaperRefused: the minutes cannot be drawn.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        count = latest_count(session, round_of(election))
        minutes = _minutes(session, election, record_of(count), count.sha256)
        content = counting_minutes.draw(minutes, training=is_training(session))
        return _kept(
            workplace, session, election, "counting-minutes", content, copies=1, revision=count.revision
        )


def blank_minutes(workplace: Workplace, code: str) -> bytes:
    """Draw the counting minutes for a pen, with what is known before the meeting.

    Raises:
        PaperRefused: the minutes cannot be drawn.
    """
    with reading(workplace.database) as session:
        election = election_of(session, code)
        unit, current = election.unit, round_of(election)
        blank = BlankMinutes(
            form_label=FORM_LABEL,
            issuer_lines=_issuer(session, election, unit.kind),
            place=_place(session, election),
            date=election.held_on,
            venue=election.venue,
            hamlet_kind=unit.kind.lower(),
            hamlet_name=unit.name,
            post=contest_of(election).post,
            term=_term(election),
            vote=current.ballot.value,
            committee=_committee(election),
            witnesses=_witnesses(election),
            candidates=tuple(
                Person(title=c.candidate.title, name=c.candidate.printed_name) for c in current.candidacies
            ),
        )
        return counting_blank.draw_blank(blank, training=is_training(session))


def printed_papers(workplace: Workplace, code: str) -> tuple[PaperView, ...]:
    """Return every paper of an election as it was printed, in the order of printing."""
    with reading(workplace.database) as session:
        election = election_of(session, code)
        papers = select(Paper).where(Paper.election_id == election.id).order_by(Paper.id)
        return tuple(_paper_view(paper) for paper in session.scalars(papers))


def _kept(
    workplace: Workplace,
    session: Session,
    election: Election,
    form: str,
    content: bytes,
    *,
    copies: int,
    revision: int | None = None,
) -> PaperView:
    paper = Paper(
        form=form,
        election=election,
        round=round_of(election),
        revision=revision,
        content=content,
        pages=page_count(content),
        copies=copies,
        trial=False,
        printed_at=workplace.clock(),
    )
    session.add(paper)
    session.flush()
    workplace.note(session, "paper.print", paper, "content", "copies")
    return _paper_view(paper)


def _paper_view(paper: Paper) -> PaperView:
    return PaperView(paper.form, paper.content, paper.sha256, paper.pages, paper.copies)


def _ballot(session: Session, election: Election) -> HamletBallot:
    current = round_of(election)
    if current.ballot is Ballot.HANDS:
        raise RequestRefused("ballots.hands", where=election.code)
    births = shown_births([nominee_of(c.candidate.person) for c in current.candidacies])
    return HamletBallot(
        issuer_lines=_issuer(session, election, "Tổ bầu cử", election.unit.kind),
        post=contest_of(election).post.upper(),
        unit=f"{election.unit.kind} {election.unit.name}",
        term=_term(election),
        date=election.held_on,
        seats=current.seats,
        kind="agree" if current.ballot is Ballot.AGREE else "strike",
        candidates=tuple(
            BallotCandidate(title=c.candidate.title.value, name=c.candidate.printed_name.upper(), birth=birth)
            for c, birth in zip(current.candidacies, births, strict=True)
        ),
    )


def _minutes(session: Session, election: Election, record: CountRecord, sha256: str) -> CountingMinutes:
    facts, current, unit = record.facts, round_of(election), election.unit
    committee, witnesses = _committee(election), _witnesses(election)
    if not committee:
        raise RequestRefused("officials.committee", where=election.code)
    if len(witnesses) != 2:
        raise RequestRefused("officials.witnesses", where=election.code)
    opened, closed = current.opened_at or record.finalised, current.closed_at or record.finalised
    replaced = [stock.replaced for stock in stocks_of(session, current) if stock.replaced is not None]
    reasons = ", ".join(f"{r.reason} ({r.count:02d} phiếu)" for r in record.invalid_reasons)
    return CountingMinutes(
        form_label=FORM_LABEL,
        issuer_lines=_issuer(session, election, unit.kind),
        place=_place(session, election),
        date=election.held_on,
        opening=_local(opened).time().replace(second=0, microsecond=0),
        closing=_local(closed).time().replace(second=0, microsecond=0),
        venue=election.venue or f"{unit.kind.lower()} {unit.name}",
        hamlet_kind=unit.kind.lower(),
        hamlet_name=unit.name,
        post=contest_of(election).post,
        term=_term(election),
        vote=current.ballot.value,
        committee=committee,
        witnesses=(witnesses[0], witnesses[1]),
        electorate=facts["electorate"],
        present=facts["present"],
        issued=facts.get("issued"),
        returned=facts.get("returned"),
        valid=facts.get("valid"),
        invalid=facts.get("invalid"),
        printed=facts.get("printed"),
        unused=None if facts.get("unused") is None else facts["unused"] - sum(replaced),
        replaced=sum(replaced) if replaced else None,
        invalid_reasons=reasons or None,
        candidates=tuple(
            CandidateVotes(
                title=candidacy.candidate.title.value,
                **{key: counted.get(key) for key in ("name", "votes", "against", "abstain")},
            )
            for candidacy, counted in zip(current.candidacies, facts["candidates"], strict=True)
        ),
        decision=_decision(election, record),
        explanations=tuple(Explanation(code=e.code, text=e.text, by=e.by) for e in record.explanations),
        replacement=_replacement(election, record),
        entered_by_one=record.single_operator,
        digest=_digest(record, sha256),
    )


def _decision(election: Election, record: CountRecord) -> Decision:
    outcome = record.outcome
    statute = statute_of(election)
    clause = statute.clause("quorum" if outcome["outcome"] == "no_quorum" else "elected")
    base = record.facts["electorate"]
    share = Fraction(clause.fraction())
    return Decision(
        outcome=outcome["outcome"],
        threshold=Threshold(
            fraction=f"{share.numerator}/{share.denominator}",
            comparison="at_least" if clause.comparison == "at_least" else "more_than",
            base=base,
            needed=clause.needed_of(base),
        ),
        elected=tuple(outcome["elected"]),
        seats_left=outcome["seats_left"],
    )


def _replacement(election: Election, record: CountRecord) -> Replacement | None:
    if record.revision == 1:
        return None
    earlier = f"biên bản kiểm phiếu lần {record.revision - 1:02d} lập ngày {election.held_on:%d/%m/%Y}"
    return Replacement(revision=record.revision, paper=earlier, reason=record.reason or "")


def _digest(record: CountRecord, sha256: str) -> CountDigest:
    facts = record.facts
    named = f"HP1:{record.election}:{record.round}:R{record.revision}"
    totals = "/".join(
        str(facts.get(key, "-")) for key in ("electorate", "present", "issued", "returned", "valid")
    )
    votes = "/".join(str(candidate.get("votes", "-")) for candidate in facts["candidates"])
    return CountDigest(
        sha256=sha256,
        qr_full=f"{named}:{totals}:{votes}:{sha256.upper()}",
        qr_short=f"{named}:{sha256.upper()}",
    )


def _committee(election: Election) -> tuple[CommitteeMember, ...]:
    members = [official for official in election.officials if official.role in _ROLES]
    members.sort(key=lambda official: (official.role is not OfficialRole.COUNTING_HEAD, official.position))
    return tuple(CommitteeMember(title=m.title or "", name=m.name, role=_ROLES[m.role]) for m in members)


def _witnesses(election: Election) -> tuple[Person, ...]:
    return tuple(
        Person(title=official.title or "", name=official.name)
        for official in election.officials
        if official.role is OfficialRole.WITNESS
    )


def _issuer(session: Session, election: Election, *between: str) -> tuple[str, ...]:
    """Return the lines at the upper left: the commune's, and the unit's name in the last."""
    commune = election.unit.parent
    line = own_office(session).settings.issuer_line
    if line is None:
        line = f"UBND {commune.kind} {commune.name}" if commune else own_office(session).name
    *bodies, last = between
    return tuple(text.upper() for text in (line, *bodies, f"{last} {election.unit.name}"))


def _place(session: Session, election: Election) -> str:
    commune = election.unit.parent
    return own_office(session).settings.place or (commune.name if commune else election.unit.name)


def _term(election: Election) -> str:
    if election.term_from is None or election.term_to is None:
        return str(election.held_on.year)
    return f"{election.term_from.year} - {election.term_to.year}"


def _local(moment: datetime) -> datetime:
    return moment.astimezone(VIET_NAM)
