"""Papers of the day of a congress, filled from its facts: report on who attends, minutes, resolution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from desktop.printing.congress.day.attendance_report import Absent, AttendanceReport, Badge, Structure
from desktop.printing.congress.day.minutes_facts import CongressMinutes, PostVote, Presented
from desktop.printing.congress.day.resolution import Resolution
from desktop.printing.setting.wording import count_text
from desktop.rules.attendance import Presence
from desktop.rules.standing import Standing
from desktop.rules.voting_list import COMMITTEE, DEPUTY, SECRETARY, Origin
from desktop.services.papers.fill.congress.before import dated
from desktop.services.papers.fill.congress.facts import CongressFacts, MemberFacts, PostFacts
from desktop.services.papers.fill.congress.words import lines_of, mean_text

_COPIES = 2
_MAJORITY = "kinh"
_AGES = (
    ("Dưới 35 tuổi", 0, 34),
    ("Từ 35 đến 50 tuổi", 35, 50),
    ("Từ 51 đến 60 tuổi", 51, 60),
    ("Trên 60 tuổi", 61, 200),
)
_PARTY_AGES = (
    ("Tuổi Đảng dưới 10 năm", 0, 9),
    ("Tuổi Đảng 10 đến 29 năm", 10, 29),
    ("Tuổi Đảng từ 30 năm", 30, 200),
)
_SCHOOLS = (("Tốt nghiệp THPT", ("12/12", "10/10", "thpt", "tốt nghiệp thpt")),)
_PROFESSIONS = (
    ("Trung cấp, cao đẳng", ("tc", "trung cấp", "cđ", "cao đẳng")),
    ("Đại học", ("đh", "đại học", "cử nhân", "kỹ sư", "thạc sĩ", "tiến sĩ")),
)
_THEORY = (
    ("Lý luận chính trị sơ cấp", ("sơ cấp",)),
    ("Lý luận chính trị trung cấp", ("trung cấp",)),
    ("Lý luận chính trị cao cấp, cử nhân", ("cao cấp", "cử nhân")),
)
_WHY = {Standing.EXEMPT: "được miễn sinh hoạt", Standing.ELSEWHERE: "sinh hoạt tạm thời nơi khác"}


def attendance(facts: CongressFacts) -> AttendanceReport:
    """Fill the report on who attends; before it was read only with who is convened."""
    own = [one for one in facts.members if one.own]
    official = [one for one in own if one.official]
    report = AttendanceReport(
        congress=facts.congress,
        dated=dated(facts, facts.day_of("congress-attendance-report") or facts.congress.held_on),
        number=facts.number_of("congress-attendance-report"),
        official=len(official) if own else None,
        probationary=len(own) - len(official) if own else None,
        exempted=_standing(own, Standing.EXEMPT) if own else None,
        elsewhere=_standing(own, Standing.ELSEWHERE) if own else None,
        guests=len(facts.members) - len(own) if own else None,
        convened=len(own) or None,
        quorum=facts.quorum,
        quorum_clause=facts.quorum_clause,
        signer=facts.secretary,
    )
    if facts.quorum_reached is None:
        return report
    present = [one for one in own if one.came]
    away = [one for one in own if not one.came]
    excused = [one for one in away if _is_agreed(one)]
    ages, year = _years(present, _birth_year, facts), facts.congress.held_on
    barred = (Standing.SUSPENDED, Standing.CHARGED)
    return replace(
        report,
        present_official=sum(one.official for one in present),
        present_probationary=sum(not one.official for one in present),
        absent_agreed=tuple(Absent(name=one.name, reason=_why(one)) for one in _by_reason(excused)),
        absent=tuple(Absent(name=one.name) for one in away if one not in excused),
        quorum_reached=facts.quorum_reached,
        structure=tuple(_structure(present, facts)),
        mean_age=mean_text(ages) if ages and year else None,
        oldest=max(ages) if ages else None,
        youngest=min(ages) if ages else None,
        badges=_badges(present),
        disciplined=tuple(one.name for one in own if one.standing in barred),
    )


def minutes(facts: CongressFacts) -> CongressMinutes:
    """Fill the minutes, as far as the congress is."""
    own = [one for one in facts.members if one.own]
    called = facts.quorum_reached is not None
    first = next((one.times[0] for one in facts.posts if one.times), None)
    return CongressMinutes(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        opened=facts.opened,
        closed=facts.closed,
        venue=facts.venue,
        present=sum(one.came for one in own) if called else None,
        convened=len(own) or None,
        present_official=sum(one.came and one.official for one in own) if called else None,
        convened_official=sum(one.official for one in own) if own else None,
        present_probationary=sum(one.came and not one.official for one in own) if called else None,
        convened_probationary=sum(not one.official for one in own) if own else None,
        guests=lines_of(facts.texts.get("guests")) if "guests" in facts.texts else None,
        presidium=facts.presidium,
        presidium_hands=facts.hands.get("presidium"),
        secretaries=facts.secretaries,
        secretaries_hands=facts.hands.get("secretary"),
        opener=facts.presidium[0] if facts.presidium else None,
        programme_hands=facts.hands.get("programme"),
        attendance_by=facts.secretary,
        quorum=facts.quorum,
        quorum_reached=facts.quorum_reached,
        reports=_reports(facts),
        speakers=facts.speakers,
        discussed=", ".join(lines_of(facts.texts.get("discussion"))) or None,
        superior_speech=" ".join(facts.texts["speech"].split()) if "speech" in facts.texts else None,
        committee=facts.counters,
        committee_hands=facts.hands.get("counting"),
        deducted=tuple(one for one in first.deductions if one.members) if first else (),
        base=first.base if first else None,
        threshold=first.needed if first else None,
        votes=tuple(_vote(one, first.base if first else None) for one in facts.posts if one.times),
        resolution_by=facts.secretaries[0] if facts.secretaries else None,
        resolution_hands=facts.hands.get("resolution"),
        copies=_COPIES,
        secretary=facts.secretaries[0] if facts.secretaries else None,
        chair=facts.presidium[0] if facts.presidium else None,
        let_through=facts.let_through,
        digest=facts.digest,
    )


def resolution(facts: CongressFacts) -> Resolution:
    """Fill the resolution: reports, targets, who is elected, the hands raised for it."""
    own = [one for one in facts.members if one.own]
    called = facts.quorum_reached is not None
    committee = facts.post(COMMITTEE)
    return Resolution(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        number=facts.number_of("congress-resolution") or ("01" if facts.closed else None),
        present=sum(one.came for one in own) if called else None,
        convened=len(own) or None,
        present_official=sum(one.came and one.official for one in own) if called else None,
        convened_official=sum(one.official for one in own) if own else None,
        reports=tuple(_report_names(facts)),
        targets=lines_of(facts.texts.get("tasks")),
        committee=committee.elected if committee else (),
        secretary=facts.elected_to(SECRETARY),
        deputy=facts.elected_to(DEPUTY),
        hands=facts.hands.get("resolution"),
        signer=facts.presidium[0] if facts.presidium else None,
    )


def _standing(own: Sequence[MemberFacts], standing: Standing) -> int:
    return sum(one.standing is standing for one in own)


def _is_agreed(one: MemberFacts) -> bool:
    """Tell whether an absence has its reason: accepted, or that of the member's standing."""
    return one.presence is Presence.EXCUSED or one.standing in _WHY


def _why(one: MemberFacts) -> str:
    return one.reason or _WHY.get(one.standing, "")


def _by_reason(members: Sequence[MemberFacts]) -> list[MemberFacts]:
    """Put those of one reason beside each other, in the order in which reasons come."""
    reasons = list(dict.fromkeys(map(_why, members)))
    return sorted(members, key=lambda one: reasons.index(_why(one)))


def _years(
    members: Sequence[MemberFacts], since: Callable[[MemberFacts], int | None], facts: CongressFacts
) -> list[int]:
    """Return how many years ago something was, of all; nothing as soon as one isn't known."""
    held_on = facts.congress.held_on
    years = [since(one) for one in members]
    if held_on is None or not all(years):
        return []
    return [held_on.year - year for year in years if year]


def _birth_year(one: MemberFacts) -> int | None:
    return one.birth.year if one.birth else None


def _admission_year(one: MemberFacts) -> int | None:
    return one.admitted.year if one.admitted else None


def _structure(present: Sequence[MemberFacts], facts: CongressFacts) -> Iterator[Structure]:
    """Count kinds of members, each kind only where it is known of everybody."""
    if present and all(one.female is not None for one in present):
        yield Structure(kind="Nữ", number=sum(bool(one.female) for one in present))
    if present and all(one.ethnicity for one in present):
        others = sum(one.ethnicity.lower() != _MAJORITY for one in present)
        yield Structure(kind="Dân tộc thiểu số", number=others)
    for groups, years in (
        (_AGES, _years(present, _birth_year, facts)),
        (_PARTY_AGES, _years(present, _admission_year, facts)),
    ):
        for kind, least, most in groups if years else ():
            yield Structure(kind=kind, number=sum(least <= number <= most for number in years))
    for said, kinds in (
        ([one.school for one in present], _SCHOOLS),
        ([one.profession for one in present], _PROFESSIONS),
        ([one.theory for one in present], _THEORY),
    ):
        for kind, begins in kinds if said and all(said) else ():
            yield Structure(kind=kind, number=sum(word.lower().startswith(begins) for word in said))


def _badges(present: Sequence[MemberFacts]) -> tuple[Badge, ...]:
    years = sorted({one.badge for one in present if one.badge})
    return tuple(Badge(years=year, number=sum(one.badge == year for one in present)) for year in years)


def _report_names(facts: CongressFacts) -> Iterator[str]:
    before, term = facts.before or "qua", facts.congress.term
    if "political_report" in facts.texts:
        yield f"Báo cáo tổng kết nhiệm kỳ {before}, phương hướng nhiệm kỳ {term}"
    if "review_report" in facts.texts:
        yield f"Báo cáo kiểm điểm của {facts.congress.convener}"


def _reports(facts: CongressFacts) -> tuple[Presented, ...]:
    by = facts.secretary
    return tuple(Presented(by=by, report=name) for name in _report_names(facts)) if by else ()


def _vote(post: PostFacts, base: int | None) -> PostVote:
    own = post.times[0].base
    put_up = sum(one.origin is Origin.COMMITTEE for one in post.nominees)
    let_go = sum(one.let_go for one in post.nominees)
    floor = len(post.listed) - (put_up - let_go)
    told = []
    if floor > 0 or let_go:
        told = [f"giới thiệu {count_text(put_up)}"]
        told += [f"{count_text(let_go)} rút được đồng ý"] if let_go else []
        told += [f"{count_text(floor)} ứng cử, đề cử tại Đại hội"] if floor > 0 else []
    return PostVote(
        post=post.word,
        higher=post.higher,
        seats=post.seats,
        ballot=post.ballot,
        listed=len(post.listed) or None,
        origin=", ".join(told),
        base=own if own != base else None,
        times=tuple(one.held for one in post.times),
    )
