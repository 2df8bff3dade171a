"""The facts of a congress, read from the store."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.congress import Attendee, Congress, PlanStepKind, Proposal, Subject
from desktop.models.elections import Contest, ContestCode, Official, OfficialRole
from desktop.models.party import Member
from desktop.models.people import Sex
from desktop.models.posts import Post, PostKind
from desktop.models.results import Decision
from desktop.printing.congress import facts as printed
from desktop.rules.attendance import Presence
from desktop.rules.standing import Standing
from desktop.rules.statute import Statute
from desktop.rules.timeline import months_after
from desktop.rules.voting_list import Origin
from desktop.services.bases.register import register_of
from desktop.services.congress.appointing import proposals_of
from desktop.services.congress.approval import answer_of
from desktop.services.congress.bodies import COUNTING, PRESIDIUM, SECRETARIAT
from desktop.services.congress.hands import hands_on
from desktop.services.congress.lookup import contests_of, latest_vote
from desktop.services.congress.numbers import numbers_of
from desktop.services.congress.preparing import plan_steps, texts_of
from desktop.services.congress.roll import register_roll
from desktop.services.elections.congress_roll import attendees_of, counted_roll, roll_at, roll_now
from desktop.services.elections.lookup import statute_for, term_of
from desktop.services.elections.naming import candidate_names
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace, local, own_office, own_unit
from desktop.services.papers.fill.congress.counted import digest_of_counts, hands_of, times_of
from desktop.services.papers.fill.congress.days import days_around
from desktop.services.papers.fill.congress.facts import (
    AnswerFacts,
    CongressFacts,
    MemberFacts,
    NomineeFacts,
    PostFacts,
    ProposalFacts,
)
from desktop.services.papers.fill.congress.words import cited, number_alone
from desktop.services.papers.fill.registers.chain import let_through_before
from desktop.services.party.organisations import committee_of
from desktop.services.places.heads import holds_on
from desktop.vietnamese.numerals import ordinal
from desktop.vietnamese.theory_levels import theory_word

_DAY = timedelta(days=1)
_WORDS = {
    ContestCode.COMMITTEE: "Chi ủy",
    ContestCode.SECRETARY: "Bí thư",
    ContestCode.DEPUTY: "Phó bí thư",
    ContestCode.DELEGATES: "Đại biểu",
}
_GENERAL = (
    Subject.PRESIDIUM,
    Subject.SECRETARY,
    Subject.COUNTING,
    Subject.PROGRAMME,
    Subject.RULES,
    Subject.RESOLUTION,
)
_BODY = re.compile(r"^Đảng (?:ủy|bộ) ", re.IGNORECASE)


def facts_of(workplace: Workplace, session: Session, congress: Congress) -> CongressFacts:
    """Return what is known of a congress, from its plan to what followed.

    Raises:
        StatuteRefused: no statute is in force on its day.
    """
    election, branch = congress.election, congress.branch
    statute, held_on = statute_for(workplace, election), congress.election.held_on
    eve, texts = held_on - _DAY, texts_of(session, congress)
    led = _posts(session, congress, eve)
    secretary = next((post.holder for post in led if post.kind is PostKind.SECRETARY), None)
    submitted = [step for step in plan_steps(session, congress) if step.what is PlanStepKind.SUBMITTED]
    closed = local(congress.closed_at) if congress.closed_at else None
    keeping = statute.clause("keeping").whole()
    before = next(
        (term for term in reversed(branch.terms) if term.ends_on and term.starts_on != held_on), None
    )
    return CongressFacts(
        congress=_named(session, congress, led),
        place=own_office(session).settings.place or own_unit(session).name,
        before=_years(before.starts_on, before.ends_on) if before else None,
        commune_lines=_commune_lines(session, held_on),
        announced_on=congress.announced_on,
        opening=election.rounds[0].opening if election.rounds else None,
        venue=election.venue or None,
        opened=local(congress.opened_at).time() if congress.opened_at else None,
        closed=closed.time() if closed else None,
        sealed=local(congress.sealed_at).time() if congress.sealed_at else None,
        speakers=congress.speakers,
        digest=digest_of_counts(session, election),
        members=_members(session, congress, led),
        quorum=str(statute.clause("quorum").fraction()),
        quorum_clause=cited(statute.clause("quorum").article),
        quorum_reached=_quorum(session, congress, statute),
        presidium=_names(election.officials, *PRESIDIUM),
        secretaries=_names(election.officials, *SECRETARIAT),
        counters=_names(election.officials, *COUNTING),
        hands={
            subject.value: hands
            for subject in _GENERAL
            if (hands := hands_of(session, congress, subject)) is not None
        },
        texts={kind.value: text for kind, text in texts.items()},
        posts=tuple(_post(session, congress, contest, statute) for contest in contests_of(election)),
        secretary=secretary,
        rules=(
            f"Quy chế bầu cử trong Đảng ban hành kèm theo Quyết định số {statute.number}, "
            f"ngày {statute.dated:%d/%m/%Y}"
        ),
        floor_rule=f"hơn {int(statute.clause('floor_nominee').fraction() * 100)}%",
        keeping=keeping,
        keep_until=months_after(closed.date(), keeping) if closed else None,
        register=register_of(session),
        today=workplace.today(),
        plan_number=number_alone(submitted[-1].number) if submitted else None,
        plan_on=submitted[-1].happened_on if submitted else None,
        report_number=number_alone(congress.report_number),
        report_on=congress.report_sent_on,
        plan_met_on=submitted[-1].met_on if submitted else None,
        plan_agreeing=submitted[-1].agreeing if submitted else None,
        plan_present=submitted[-1].present if submitted else None,
        handed_over_on=congress.handed_over_on,
        handed_over_hour=congress.handed_over_hour,
        numbers=numbers_of(session, congress),
        let_through=let_through_before(workplace, session, congress),
        answer=_answer(answer_of(session, congress)),
        proposal=_proposal(proposals_of(session, congress)),
        days=days_around(statute, held_on, working_days(session, held_on)),
    )


def _named(session: Session, congress: Congress, led: list[Post]) -> printed.Congress:
    election, branch = congress.election, congress.branch
    commune = _commune(session, election.held_on)
    presidium = _names(election.officials, *PRESIDIUM)
    return printed.Congress(
        superior=f"Đảng ủy {commune}",
        superior_line=f"ĐẢNG BỘ {commune.upper()}",
        branch=branch.name,
        ordinal=ordinal(congress.number) if congress.number else None,
        term=term_of(election),
        held_on=election.held_on,
        one_chair=len(presidium) == 1,
        had_committee=any(post.kind is PostKind.COMMITTEE_MEMBER for post in led),
        elects_committee=any(contest.code is ContestCode.COMMITTEE for contest in election.contests),
    )


def _commune(session: Session, day: date) -> str:
    """Name the commune inside a sentence, as its Party committee is called: ``xã Húc Động``."""
    committee, unit = committee_of(session, day), own_unit(session)
    if committee is not None and _BODY.match(committee.name):
        return _BODY.sub("", committee.name)
    return f"{unit.kind[:1].lower()}{unit.kind[1:]} {unit.name}"


def _commune_lines(session: Session, day: date) -> tuple[str, ...]:
    above = own_unit(session).parent
    if above is None:
        return ()
    return (f"ĐẢNG BỘ {above.kind} {above.name}".upper(), f"ĐẢNG ỦY {_commune(session, day)}".upper())


def _years(first: date | None, last: date | None) -> str | None:
    return f"{first.year} - {last.year}" if first and last else None


def _posts(session: Session, congress: Congress, day: date) -> list[Post]:
    held = select(Post).where(Post.organisation_id == congress.branch_id, *holds_on(Post, day))
    return list(session.scalars(held))


def _names(officials: list[Official], *roles: OfficialRole) -> tuple[str, ...]:
    found = [one for one in officials if one.role in roles]
    return tuple(one.name for one in sorted(found, key=lambda one: (roles.index(one.role), one.position)))


def _quorum(session: Session, congress: Congress, statute: Statute) -> bool | None:
    if congress.reported_at is None:
        return None
    return counted_roll(statute, roll_now(session, congress).lines).quorum.met


def _members(session: Session, congress: Congress, led: list[Post]) -> tuple[MemberFacts, ...]:
    lines = {line.member_id: line for line in attendees_of(session, congress)}
    again = {post.person_id for post in led if post.kind is PostKind.COMMITTEE_MEMBER}
    lives = congress.election.unit.name
    if congress.reported_at is not None:
        known = [(line.member, line.official, Standing(line.standing)) for line in lines.values()]
    else:
        known = [(one.member, one.official, one.standing) for one in register_roll(session, congress)]
    return tuple(
        _member(member, lines.get(member.id), lives, official=official, standing=standing, again=again)
        for member, official, standing in known
    )


def _member(
    member: Member,
    line: Attendee | None,
    lives: str,
    *,
    official: bool,
    standing: Standing,
    again: set[int | None],
) -> MemberFacts:
    person = member.person
    badge = re.search(r"\d+", member.badge or "")
    return MemberFacts(
        key=person.id,
        name=line.name if line else person.name,
        birth=person.birth,
        female=None if person.sex is None else person.sex is Sex.FEMALE,
        ethnicity=person.ethnic or "",
        religion=member.religion or "",
        home=member.home or "",
        lives=lives,
        admitted=member.admitted,
        official_on=member.official,
        school=member.schooling or "",
        profession=member.qualification or "",
        theory=theory_word(member.theory) if member.theory else "",
        badge=int(badge.group()) if badge else None,
        post=member.post or "",
        again=person.id in again,
        official=official,
        standing=standing,
        presence=Presence(line.presence) if line and line.presence else None,
        reason=(line.reason or "") if line else "",
        accepted_by=(line.accepted_by or "") if line else "",
        accepted_on=line.accepted_on if line else None,
        told=line is not None and line.told_on is not None,
    )


def _post(session: Session, congress: Congress, contest: Contest, statute: Statute) -> PostFacts:
    first, latest = min(contest.rounds, key=lambda vote: vote.number), latest_vote(contest)
    higher = _higher(session, congress) if contest.code is ContestCode.DELEGATES else None
    raised = hands_on(session, congress, Subject.LIST, contest=contest, vote=first)
    names = candidate_names(first)
    return PostFacts(
        code=contest.code.value,
        post=_WORDS[contest.code],
        higher=higher,
        seats=first.seats,
        nominees=tuple(
            NomineeFacts(
                key=one.person_id,
                name=one.printed_name,
                origin=Origin(one.origin),
                consents=one.consents,
                let_go=bool(one.withdraws and one.let_go),
            )
            for one in contest.candidates
        ),
        listed=tuple(
            (each.candidate.person_id, name) for each, name in zip(first.candidacies, names, strict=True)
        ),
        ballot="agree" if first.ballot == "agree" else "strike",
        present=_voting(session, congress, contest, statute),
        seats_hands=hands_of(session, congress, Subject.SEATS, contest=contest),
        list_hands=hands_of(session, congress, Subject.LIST, contest=contest, vote=first),
        closed=local(raised.raised_at).time() if raised and raised.raised_at else None,
        alternates=congress.alternates if higher is not None else None,
        next_listed=tuple(candidate_names(latest)),
        next_seats=latest.seats,
        next_ballot="agree" if latest.ballot == "agree" else "strike",
        times=times_of(session, congress, contest, statute),
    )


def _higher(session: Session, congress: Congress) -> printed.HigherCongress:
    commune = _commune(session, congress.election.held_on)
    return printed.HigherCongress(
        name=congress.delegates_to or f"Đại hội Đảng bộ {commune}", term=congress.delegates_term
    )


def _voting(session: Session, congress: Congress, contest: Contest, statute: Statute) -> int | None:
    if congress.reported_at is None:
        return None
    first = min(contest.rounds, key=lambda vote: vote.number)
    return counted_roll(statute, roll_at(session, first).lines).voting


def _answer(decision: Decision | None) -> AnswerFacts | None:
    recorded = decision.recorded() if decision is not None else None
    if decision is None or recorded is None:
        return None
    said = [(one.candidate.contest.code.value, one.candidate.printed_name, one) for one in decision.people]
    return AnswerFacts(
        number=recorded.number,
        decided_on=recorded.decided_on,
        signer=decision.signer,
        accepted=tuple((code, name) for code, name, one in said if one.accepted),
        refused=tuple((code, name, one.reason or "") for code, name, one in said if not one.accepted),
    )


def _proposal(held: list[Proposal]) -> ProposalFacts | None:
    """Return the latest proposal to appoint somebody."""
    if not held:
        return None
    last = held[-1]
    return ProposalFacts(
        key=last.member.person_id,
        post=PostKind(last.post),
        reason=last.reason,
        met_on=last.met_on,
        members=last.members,
        present=last.present,
        issued=last.issued,
        returned=last.returned,
        valid=last.valid,
        votes=last.votes,
        number=number_alone(last.number),
        dated_on=last.dated_on,
    )
