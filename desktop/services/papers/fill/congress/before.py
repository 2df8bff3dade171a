"""Papers before a congress, from its facts: notice, invitations, programme, rules, reports, who is put up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from desktop.printing.congress.before.invitation import CongressInvitation, Invited
from desktop.printing.congress.before.notice import CongressNotice
from desktop.printing.congress.before.personnel import PutUp
from desktop.printing.congress.before.personnel_list import PersonnelList
from desktop.printing.congress.before.personnel_plan import PersonnelPlan
from desktop.printing.congress.before.programme import Programme
from desktop.printing.congress.before.report import CongressReport, ReportKind
from desktop.printing.congress.before.roll_call import Convened, RollCall
from desktop.printing.congress.before.working_rules import WorkingRules
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.wording import count_text, day_text
from desktop.rules.attendance import Presence
from desktop.rules.standing import Standing
from desktop.rules.voting_list import COMMITTEE, SECRETARY, Origin
from desktop.services.papers.fill.congress.facts import CongressFacts, MemberFacts, PostFacts
from desktop.services.papers.fill.congress.words import (
    articles_of,
    dated_day,
    day_of,
    lines_of,
    sections_of,
    steps_of,
)
from desktop.vietnamese.collation import name_sort_key

_STATUS = {
    Standing.OFFICIAL: "Chính thức",
    Standing.PROBATIONARY: "Dự bị",
    Standing.EXEMPT: "Miễn sinh hoạt",
    Standing.ELSEWHERE: "Tạm thời nơi khác",
    Standing.HERE: "Nơi khác đến tạm thời",
    Standing.SUSPENDED: "Đình chỉ sinh hoạt",
    Standing.CHARGED: "Bị khởi tố, tạm giam",
    Standing.UNKNOWN: "",
}
_CHARTER = "Điều lệ"
_AS_GUEST = "Khách mời"
_COMRADE = re.compile(r"^đồng chí ", re.IGNORECASE)
REPORTS: Mapping[ReportKind, str] = {
    "political": "congress-political-report",
    "review": "congress-committee-review",
}
"""The forms of the reports to a congress."""
_REQUEST = "Đồng chí mang theo Thẻ đảng viên và có mặt trước giờ khai mạc 15 phút"


def notice(facts: CongressFacts) -> CongressNotice:
    """Fill the notice."""
    own = [one for one in facts.members if one.own]
    convened = None
    if own:
        convened = (
            f"toàn thể {count_text(len(own))} đảng viên của chi bộ, kể cả đảng viên được miễn công tác và "
            "sinh hoạt, đảng viên đang sinh hoạt tạm thời ở nơi khác"
        )
    return CongressNotice(
        congress=facts.congress,
        dated=dated(facts, facts.announced_on or facts.day_of("congress-notice")),
        number=facts.number_of("congress-notice"),
        bases=bases_of(facts, facts.announced_on or facts.day_of("congress-notice")),
        opening=facts.opening,
        venue=facts.venue,
        content=_content(facts),
        convened=convened,
        tasks=lines_of(facts.texts.get("preparation")),
        signer=facts.secretary,
    )


def bases_of(facts: CongressFacts, day: dt.date | None) -> tuple[str, ...]:
    """Return the bases that the branch wrote, with the register's after its lines on the Party's charter."""
    written = lines_of(facts.texts.get("bases"))
    charter = tuple(line for line in written if _CHARTER in line)
    others = tuple(line for line in written if _CHARTER not in line)
    return (*charter, *facts.named_on(day, written), *others)


def invitation(facts: CongressFacts) -> CongressInvitation:
    """Fill the invitations: for each member convened, those exempted and elsewhere too, and each guest."""
    invited = [Invited(name=one.name, capacity=_capacity(facts, one)) for one in facts.members]
    invited += [_guest(line) for line in lines_of(facts.texts.get("guests"))]
    return CongressInvitation(
        congress=facts.congress,
        dated=dated(facts, facts.day_of("congress-invitation")),
        opening=facts.opening,
        venue=facts.venue,
        content=_content(facts),
        request=_REQUEST,
        signer=facts.secretary,
        invited=tuple(invited),
    )


def programme(facts: CongressFacts) -> Programme:
    """Fill the programme."""
    return Programme(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        venue=facts.venue,
        steps=steps_of(facts.texts.get("programme")),
        signer=facts.presidium[0] if facts.presidium else None,
    )


def working_rules(facts: CongressFacts) -> WorkingRules:
    """Fill the working rules, with the hands raised for them."""
    return WorkingRules(
        congress=facts.congress,
        dated=dated(facts, facts.day_of("congress-working-rules") or facts.congress.held_on),
        number=facts.number_of("congress-working-rules"),
        articles=articles_of(facts.texts.get("rules")),
        hands=facts.hands.get("rules"),
        signer=facts.presidium[0] if facts.presidium else None,
    )


def report(facts: CongressFacts, kind: ReportKind) -> CongressReport:
    """Fill a report with the branch's own text."""
    form = REPORTS[kind]
    return CongressReport(
        congress=facts.congress,
        dated=dated(facts, facts.day_of(form)),
        kind=kind,
        number=facts.number_of(form),
        before=facts.before,
        sections=sections_of(facts.texts.get(f"{kind}_report")),
        signer=facts.secretary,
    )


def personnel_plan(facts: CongressFacts) -> PersonnelPlan:
    """Fill the plan of personnel with whom the convening committee puts up."""
    post = _led_by(facts)
    return PersonnelPlan(
        congress=facts.congress,
        dated=dated(facts, facts.plan_on),
        number=facts.plan_number,
        bases=bases_of(facts, facts.plan_on),
        standards=facts.texts.get("standards"),
        structure=_structure(post, _put_up(facts)) if post is not None else None,
        met_on=facts.plan_met_on,
        agreeing=facts.plan_agreeing,
        present=facts.plan_present,
        people=_put_up(facts),
        secretary=_meant(facts, SECRETARY),
        deputy=_meant(facts, "deputy"),
        signer=facts.secretary,
    )


def personnel_list(facts: CongressFacts) -> PersonnelList:
    """Fill the list of those put up, on a sheet across."""
    plan = None
    if facts.plan_number and facts.plan_on:
        plan = f"Đề án số {facts.plan_number}-ĐA/CB, {day_text(facts.plan_on)}"
    return PersonnelList(
        congress=facts.congress,
        dated=dated(facts, facts.plan_on),
        plan=plan,
        people=_put_up(facts),
        signer=facts.secretary,
    )


def roll_call(facts: CongressFacts) -> RollCall:
    """Fill the roll of those convened."""
    members = tuple(
        Convened(
            name=one.name,
            born=str(one.birth.year) if one.birth else "",
            female=bool(one.female),
            admitted=day_of(one.admitted),
            official=day_of(one.official_on),
            status=_STATUS[one.standing],
            note=_note(facts, one),
        )
        for one in facts.members
    )
    return RollCall(congress=facts.congress, dated=dated(facts, facts.congress.held_on), members=members)


def dated(facts: CongressFacts, day: dt.date | None = None) -> DateLine:
    """Return the line of place and date; a day that isn't known is written when the paper is signed."""
    return DateLine.on(facts.place, day) if day is not None else DateLine(place=facts.place)


def _guest(line: str) -> Invited:
    """Read a guest as the minutes name one: ``đồng chí Đặng Văn Quyết, Phó bí thư Đảng ủy xã``."""
    name, _, role = line.partition(",")
    return Invited(name=_COMRADE.sub("", name.strip()), capacity=role.strip() or _AS_GUEST)


def _content(facts: CongressFacts) -> str:
    before = facts.before or "qua"
    return f"tổng kết nhiệm kỳ {before}, phương hướng nhiệm kỳ mới; bầu {facts.congress.elected}"


def _capacity(facts: CongressFacts, one: MemberFacts) -> str:
    if one.standing is Standing.EXEMPT:
        return "Đảng viên được miễn công tác và sinh hoạt"
    if one.standing is Standing.ELSEWHERE:
        return "Đảng viên đang sinh hoạt tạm thời ở nơi khác"
    if one.standing is Standing.HERE:
        return "Đảng viên nơi khác đến sinh hoạt tạm thời"
    return f"Đảng viên {facts.congress.branch}" if facts.congress.branch else "Đảng viên chi bộ"


def _note(facts: CongressFacts, one: MemberFacts) -> str:
    if one.presence is Presence.EXCUSED:
        accepted = f", đồng ý {dated_day(one.accepted_on)}" if one.accepted_on else ", được đồng ý"
        return f"Vắng{accepted}"
    if one.presence is Presence.ABSENT:
        if one.reason:
            return f"Vắng, {one.reason}"
        may_stay_away = one.standing in (Standing.EXEMPT, Standing.ELSEWHERE)
        return "Vắng, đã báo triệu tập" if one.told and may_stay_away else "Vắng không có lý do"
    if one.standing in (Standing.EXEMPT, Standing.ELSEWHERE) and one.came:
        return "Có mặt, tính vào căn cứ"
    if not one.official or not one.own:
        return "Không bầu cử"
    bodies = (
        (facts.congress.chair, facts.presidium),
        ("Thư ký", facts.secretaries),
        ("Ban kiểm phiếu", facts.counters),
    )
    return ", ".join(body for body, names in bodies if one.name in names)


def _led_by(facts: CongressFacts) -> PostFacts | None:
    return facts.post(COMMITTEE) or facts.post(SECRETARY)


def _put_up(facts: CongressFacts) -> tuple[PutUp, ...]:
    post = _led_by(facts)
    keys = [one.key for one in post.nominees if one.origin is Origin.COMMITTEE] if post else []
    people = [one for key in keys if (one := facts.member(key)) is not None]
    return tuple(_line(one) for one in sorted(people, key=lambda one: name_sort_key(one.name)))


def _line(one: MemberFacts) -> PutUp:
    return PutUp(
        name=one.name,
        birth=day_of(one.birth),
        female=bool(one.female),
        ethnicity=one.ethnicity,
        home=one.home,
        admitted=day_of(one.admitted),
        official=day_of(one.official_on),
        schooling="; ".join(part for part in (one.school, one.profession, one.theory) if part),
        post=one.post or "Đảng viên",
        again=one.again,
    )


def _structure(post: PostFacts, people: tuple[PutUp, ...]) -> str | None:
    if not people:
        return None
    listed = f"Danh sách giới thiệu {count_text(len(people))} đồng chí"
    surplus = len(people) - post.seats
    over = f", số dư {count_text(surplus)}" if surplus > 0 else ""
    return f"{post.post} {count_text(post.seats)} đồng chí. {listed}{over}."


def _meant(facts: CongressFacts, code: str) -> str | None:
    post = facts.post(code)
    put_up = [one.name for one in post.nominees if one.origin is Origin.COMMITTEE] if post else []
    return put_up[0] if len(put_up) == 1 else None
