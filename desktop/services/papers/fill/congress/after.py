"""Papers after a congress, from its facts: report, brief list, approval, sealing, handing over, vacancy."""

from __future__ import annotations

from desktop.models.posts import PostKind
from desktop.printing.congress.after.appointment_proposal import AppointmentProposal, ProposedMember
from desktop.printing.congress.after.approval_decision import ApprovalDecision, RefusedPost
from desktop.printing.congress.after.brief_list import BriefLine, BriefList, ElectedPost
from desktop.printing.congress.after.handing_over import HandedOver, HandingOver
from desktop.printing.congress.after.result_report import ElectedMember, ElectedTo, ResultReport
from desktop.printing.congress.after.sealing_minutes import SealedVote, SealingMinutes
from desktop.printing.congress.vote.tables import time_words
from desktop.printing.setting.wording import count_text, day_text, short_day_text
from desktop.rules.voting_list import COMMITTEE, DELEGATES, DEPUTY, SECRETARY
from desktop.services.papers.fill.congress.before import dated
from desktop.services.papers.fill.congress.facts import CongressFacts, MemberFacts, PostFacts
from desktop.services.papers.fill.congress.words import day_of, lines_of, number_alone

_COPIES = 3
_WITNESS = "chứng kiến:"
_APPOINTED = {
    PostKind.SECRETARY: "Bí thư",
    PostKind.DEPUTY_SECRETARY: "Phó bí thư",
    PostKind.COMMITTEE_MEMBER: "Chi ủy viên",
}
_ENCLOSED = (
    "biên bản hội nghị chi bộ; biên bản kiểm phiếu giới thiệu {day}; sơ yếu lý lịch của đồng chí {name}"
)


def result_report(facts: CongressFacts) -> ResultReport:
    """Fill the report that asks for approval."""
    own = [one for one in facts.members if one.own and one.official]
    first = next((one.times[0] for one in facts.posts if one.times), None)
    committee = facts.post(COMMITTEE)
    called = facts.quorum_reached is not None
    return ResultReport(
        congress=facts.congress,
        dated=dated(facts, facts.report_on),
        number=facts.report_number,
        bases=_bases(facts),
        present=sum(one.came for one in own) if called else None,
        convened=len(own) or None,
        deducted=sum(one.members or 0 for one in first.deductions) if first else None,
        base=first.base if first else None,
        threshold=first.needed if first else None,
        course=_course(facts),
        elected=tuple(
            ElectedMember(
                name=name,
                posts=tuple(ElectedTo(post=said, votes=votes, base=base) for said, votes, base in posts),
            )
            for name, posts in _elected(facts).items()
        ),
        committee_size=len(committee.elected) if committee and committee.elected else None,
        secretary=facts.elected_to(SECRETARY),
        deputy=facts.elected_to(DEPUTY),
        enclosed=_enclosed(facts),
        let_through=facts.let_through,
        signer=facts.elected_to(SECRETARY),
    )


def brief_list(facts: CongressFacts) -> BriefList:
    """Fill the list of who is elected, a line each."""
    first = next((one.times[0] for one in facts.posts if one.times), None)
    report = None
    if facts.report_number and facts.report_on:
        report = f"Báo cáo số {facts.report_number}-BC/CB, {day_text(facts.report_on)}"
    by_name = {one.name: one for one in facts.members}
    return BriefList(
        congress=facts.congress,
        dated=dated(facts, facts.report_on),
        report=report,
        base=first.base if first else None,
        deducted=sum(one.members or 0 for one in first.deductions) if first else None,
        lines=tuple(_line(name, by_name.get(name), posts) for name, posts in _elected(facts).items()),
        signer=facts.elected_to(SECRETARY),
    )


def approval_decision(facts: CongressFacts) -> ApprovalDecision:
    """Fill the decision: before it is recorded with all who are elected, then with what it says of each."""
    answer = facts.answer
    approved = _approved(facts)
    posts = {one.code: one for one in facts.posts}
    superior = facts.congress.superior
    return ApprovalDecision(
        congress=facts.congress,
        issuer=facts.commune_lines,
        dated=dated(facts, answer.decided_on if answer else None),
        number=number_alone(answer.number) if answer else None,
        bases=(
            *_rules_base(facts),
            *facts.named_on(answer.decided_on if answer else None, _rules_base(facts)),
            *_report_base(facts),
        ),
        decides=f"BAN THƯỜNG VỤ {superior.upper()}" if superior else None,
        committee=approved.get(COMMITTEE, ()),
        secretary=next(iter(approved.get(SECRETARY, ())), None),
        deputy=next(iter(approved.get(DEPUTY, ())), None),
        refused=tuple(
            RefusedPost(post=posts[code].elected_as, name=name, reason=reason.rstrip("."))
            for code, name, reason in (answer.refused if answer else ())
            if code in posts
        ),
        executors=f"Văn phòng {superior}" if superior else None,
        signer=answer.signer if answer else None,
    )


def sealing(facts: CongressFacts) -> SealingMinutes:
    """Fill the minutes of sealing, a row for each time at which something was voted on."""
    votes = tuple(_sealed(post, number) for post in facts.posts for number in range(1, len(post.times) + 1))
    return SealingMinutes(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        opening=facts.sealed,
        venue=facts.venue,
        votes=votes,
        envelopes=len(votes) or None,
        months=facts.keeping,
        keep_until=facts.keep_until,
        copies=_COPIES if votes else None,
        head=facts.counters[0] if facts.counters else None,
        presidium=facts.presidium[0] if facts.presidium else None,
        secretary=facts.elected_to(SECRETARY),
    )


def handing_over(facts: CongressFacts) -> HandingOver:
    """Fill the minutes of handing over."""
    secretary, deputy = facts.elected_to(SECRETARY), facts.elected_to(DEPUTY)
    receivers = [f"đồng chí {secretary}, Bí thư"] if secretary else []
    receivers += [f"đồng chí {deputy}, Phó bí thư"] if deputy else []
    lines = lines_of(facts.texts.get("handed_over"))
    return HandingOver(
        congress=facts.congress,
        dated=dated(facts, facts.handed_over_on),
        began=facts.handed_over_hour,
        day=facts.handed_over_on,
        venue=facts.venue,
        before=facts.before,
        givers=(f"đồng chí {facts.secretary}, Bí thư khóa trước",) if facts.secretary else (),
        receivers=tuple(receivers),
        witness=next((line[len(_WITNESS) :].strip() for line in lines if _is_witness(line)), ""),
        things=tuple(_thing(line) for line in lines if not _is_witness(line)),
        unfinished=" ".join(facts.texts["unfinished"].split()) if "unfinished" in facts.texts else None,
        copies=_COPIES,
        giver=facts.secretary,
        receiver=secretary,
    )


def _is_witness(line: str) -> bool:
    return line.casefold().startswith(_WITNESS)


def appointment(facts: CongressFacts) -> AppointmentProposal:
    """Fill the proposal to appoint; without one its head alone."""
    proposal = facts.proposal
    if proposal is None:
        return AppointmentProposal(congress=facts.congress, dated=dated(facts), person=ProposedMember())
    person = facts.member(proposal.key)
    secretary, deputy = facts.elected_to(SECRETARY), facts.elected_to(DEPUTY)
    # Who proposes isn't whose post is vacant: of a vacant secretary's the deputy signs (paper-t2.md §9).
    signer, post = (
        (secretary, "BÍ THƯ") if proposal.post is not PostKind.SECRETARY else (deputy, "PHÓ BÍ THƯ")
    )
    return AppointmentProposal(
        congress=facts.congress,
        dated=dated(facts, proposal.dated_on),
        number=proposal.number,
        post=_APPOINTED[proposal.post],
        reason=_sentence(proposal.reason),
        met_on=proposal.met_on,
        members=proposal.members,
        present=proposal.present,
        issued=proposal.issued,
        returned=proposal.returned,
        valid=proposal.valid,
        votes=proposal.votes,
        person=_proposed(person) if person is not None else ProposedMember(),
        enclosed=_ENCLOSED.format(
            day=day_text(proposal.met_on), name=person.name if person is not None else ""
        ).strip(),
        signer_post=post if signer else "CHỦ TRÌ HỘI NGHỊ",
        signer=signer,
    )


def _proposed(person: MemberFacts) -> ProposedMember:
    return ProposedMember(
        name=person.name,
        birth=day_of(person.birth),
        ethnicity=person.ethnicity,
        admitted=day_of(person.admitted),
        official=day_of(person.official_on),
        schooling="; ".join(part for part in (person.school, person.profession, person.theory) if part),
        post=person.post or "Đảng viên",
    )


def _sentence(text: str) -> str:
    """Return a text as whole sentences."""
    said = " ".join(text.split())
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith('.') else '.'}"


def _thing(line: str) -> HandedOver:
    """Read what is handed over: ``Sổ nghị quyết | 06 quyển | từ năm 2022``."""
    what, amount, note = (*(part.strip() for part in line.split("|")), "", "")[:3]
    return HandedOver(what=what, amount=amount, note=note)


def _elected(facts: CongressFacts) -> dict[str, list[tuple[str, int, int | None]]]:
    """Return who is elected to what with how many votes of which base, in the order of the posts."""
    found: dict[str, list[tuple[str, int, int | None]]] = {}
    for post in facts.posts:
        if post.code == DELEGATES:
            continue
        for name in post.elected:
            votes, base = post.votes_of(name)
            found.setdefault(name, []).append((post.elected_as, votes, base))
    return found


def _line(name: str, one: MemberFacts | None, posts: list[tuple[str, int, int | None]]) -> BriefLine:
    elected = tuple(ElectedPost(post=said, votes=votes, base=base) for said, votes, base in posts)
    if one is None:
        return BriefLine(name=name, elected=elected)
    return BriefLine(
        name=name,
        birth=day_of(one.birth),
        female=bool(one.female),
        ethnicity=one.ethnicity,
        religion=one.religion,
        home=one.home,
        lives=one.lives,
        admitted=day_of(one.admitted),
        official=day_of(one.official_on),
        school=one.school,
        profession=one.profession,
        theory=one.theory,
        post=one.post,
        elected=elected,
    )


def _approved(facts: CongressFacts) -> dict[str, tuple[str, ...]]:
    answer = facts.answer
    if answer is None or not (answer.accepted or answer.refused):
        return {post.code: post.elected for post in facts.posts if post.code != DELEGATES}
    return {
        post.code: tuple(name for name in post.elected if (post.code, name) in answer.accepted)
        for post in facts.posts
    }


def _sealed(post: PostFacts, number: int) -> SealedVote:
    time, several = post.times[number - 1], len(post.times) > 1
    held = time.held
    return SealedVote(
        name=f"{post.word}, {time_words(number)}" if several else post.word,
        received=time.received,
        issued=held.issued,
        returned=held.returned,
        valid=held.valid,
        invalid=held.invalid,
        replaced=time.replaced,
        unused=time.unused,
    )


def _course(facts: CongressFacts) -> str | None:
    voted = [one for one in facts.posts if one.times]
    if not voted:
        return None
    if all(len(one.times) == 1 for one in voted):
        return "Mỗi chức danh bầu một lần"
    several = ", ".join(
        f"{one.word} bầu {count_text(len(one.times))} lần" for one in voted if len(one.times) > 1
    )
    return f"{several[0].upper()}{several[1:]}"


def _enclosed(facts: CongressFacts) -> str | None:
    voted = sum(bool(one.times) for one in facts.posts)
    people = len(_elected(facts))
    if not people:
        return None
    return (
        f"{count_text(voted)} biên bản kiểm phiếu; biên bản, nghị quyết Đại hội; danh sách trích ngang và "
        f"{count_text(people)} sơ yếu lý lịch"
    )


def _bases(facts: CongressFacts) -> tuple[str, ...]:
    held_on = facts.congress.held_on
    counted = (f"Căn cứ các biên bản kiểm phiếu ngày {short_day_text(held_on)}",) if held_on else ()
    others = tuple(line for line in lines_of(facts.texts.get("bases")) if "Điều lệ" not in line)
    rules = _rules_base(facts)
    return (*rules, *facts.named_on(facts.report_on, (*rules, *others)), *others, *counted)


def _rules_base(facts: CongressFacts) -> tuple[str, ...]:
    return (f"Căn cứ Điều lệ Đảng và {facts.rules}",) if facts.rules else ()


def _report_base(facts: CongressFacts) -> tuple[str, ...]:
    if not facts.report_number or facts.report_on is None:
        return ()
    day = short_day_text(facts.report_on)
    return (f"Xét Báo cáo số {facts.report_number}-BC/CB, ngày {day} của {facts.congress.branch}",)
