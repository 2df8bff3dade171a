"""Makes the office that is kept for a schema: an invented commune's elections, with a row in every table.

Usage, once for each schema that is released: ``python -m tests.models.kept.make_office``.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from sqlalchemy import insert, select

from desktop.bootstrap import shipped_statutes
from desktop.errors import Problem
from desktop.exchange.card import fingerprint
from desktop.models.congress import (
    Attendee,
    Complaint,
    Congress,
    CongressText,
    HandVote,
    PaperNumber,
    PlanStep,
    PlanStepKind,
    Proposal,
    Subject,
    TextKind,
    VotePresence,
)
from desktop.models.elections import (
    Ballot,
    Campaign,
    Contest,
    ContestCode,
    ContestKind,
    Election,
    Occasion,
    Round,
    Vote,
)
from desktop.models.exchange import ReceiptOut, SetAside, SettledFork, TakenPackage, TakenRecord
from desktop.models.party import EventKind, Member, Organisation, OrganisationEvent, Term
from desktop.models.people import EndReason, Person
from desktop.models.personnel import HeadLink
from desktop.models.posts import Assignment
from desktop.models.store.revisions import newest_revision
from desktop.models.store.session import reading, writing
from desktop.rules.attendance import Presence
from desktop.rules.dismissal import AskedBy, DismissalStep, Meeting, MeetingForm
from desktop.services.bases import register
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.chain import exceptions, gates, plans, switching
from desktop.services.chain import members as chain_members
from desktop.services.counting import counts, entry_drafts, meetings, proceedings
from desktop.services.dismissals import asking, proposals, steps
from desktop.services.elections import (
    changes,
    cluster_households,
    clusters,
    planning,
    told_hours,
    waves,
)
from desktop.services.elections.rolls import check, objections
from desktop.services.exchange import cards, forks, intake, receipts
from desktop.services.exchange.sealing import seal
from desktop.services.groups import approvals, working_groups, works
from desktop.services.groups.cared_for import units_to_choose
from desktop.services.lists import filters, sources, taking
from desktop.services.office import keys
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.party import books, branches, contacts, members, moves, reconciliations
from desktop.services.party.standing import Standing
from desktop.services.people import representatives
from desktop.services.people.households import households
from desktop.services.people.members import MemberSaid, write_member
from desktop.services.people.voters import add_voter
from desktop.services.personnel.issues import raise_issue
from desktop.services.personnel.reserve import add_reserve
from desktop.services.personnel.reviews import NewReview, ReviewedPost, ReviewOutcome, review
from desktop.services.places import succession
from desktop.services.places.lookup import unit_on
from desktop.services.results import decisions, received, scans
from desktop.services.training.clock import TrainingClock
from tests.models.kept.known import PASSPHRASE, write_known
from tests.offices import commune
from tests.offices.bases import PLAN
from tests.offices.by_hand import seal_by_hand

_TRAINING = "DỮ LIỆU TẬP HUẤN, KHÔNG CÓ THẬT"
_OFFICE = replace(commune.OFFICE, name=f"Ủy ban nhân dân xã Mẫu ({_TRAINING})")
_HAMLETS = (
    {"kind": "Khu phố", "name": "Chợ", "households": 3, "head": "Bàn Thị Ảo", "head_is_member": True},
)
_OTHERS = ("Bàn Thị Ảo", "Nình A Bịa", "Chìu Văn Mẫu")
# One of the ten ballots did not come back, which somebody has to explain.
_TYPED = commune.TYPED | {"returned": 9, "valid": 8, "candidates[0].votes": 1}
_NOT_RETURNED = Problem("W203", ("issued", "returned"))
_BY_HAND = {"present": 3, "candidates[0].votes": 2, "candidates[0].against": 1, "candidates[0].abstain": 0}


def make_kept_office(folder: Path) -> None:
    """Make the office and what is known of it in a folder; its receiving office is thrown away.

    Args:
        folder: one that does not exist yet.
    """
    clock = TrainingClock(commune.BEFORE)
    with TemporaryDirectory() as scratch:
        office = _opened(folder, _OFFICE, clock, 1)
        district = _opened(Path(scratch) / "district", commune.DISTRICT, clock, 2)
        try:
            _introduce(office, district)
            _introduce(district, office)
            commune.settle(office)
            _branch(office)
            _household_member(office)
            _congress(office)
            _hamlets(office)
            _decided(office, clock)
            _dismissed(office)
            _grouped(office)
            _before_the_vote(office)
            _sent(office, district, Path(scratch))
            _forked(office, district)
            _reopened(office, clock)
            _in_waves(office, clock)
            _chained(office)
            _take_over(district, office)
        finally:
            district.database.close()
            office.database.close()
    write_known(folder)


def _opened(folder: Path, new: NewOffice, clock: TrainingClock, number: int) -> Workplace:
    made, _ = make_office(folder, new, PASSPHRASE, shipped_statutes(), clock, seed=bytes([number]) * 32)
    return made


def _introduce(teller: Workplace, reader: Workplace) -> None:
    card = cards.own_card(teller, keys.unlock(teller, PASSPHRASE))
    cards.trust(reader, card, " ".join(fingerprint(card)))


def _branch(office: Workplace) -> None:
    """Give the first hamlet a branch with a member who is elsewhere."""
    branches.add_hamlet_branches(office)
    key = members.add_member(office, branches.branch_lines(office)[0].code, "Vàng Xuân Long")
    members.edit_member(office, key, "admitted", "03/02/2006")
    away = moves.NewStanding(Standing.ELSEWHERE, date(2024, 9, 1), place="Hạ Long", number="12-GT")
    moves.change_standing(office, key, away)
    branch = branches.branch_lines(office)[0].code
    contact = contacts.NewContact("Bàn Văn Ảo", "Chi bộ trường", date(2024, 9, 1))
    contacts.add_contact(office, branch, contact)
    reconciliations.reconcile(office, branch, date(2024, 11, 1), "Lương Thị Ảo", 0)
    lent = books.NewEntry(date(2024, 11, 2), "Vàng Xuân Long", party="Lương Thị Ảo", number="1-GM")
    books.write_entry(office, books.Book.FILES_LENT, branch, lent)
    _organised(office)


def _organised(office: Workplace) -> None:
    """Give a branch that was made of another a term and somebody in charge."""
    with writing(office.database) as session:
        branch = session.scalars(select(Organisation)).first()
        person = session.scalars(select(Person)).first()
        assert branch is not None
        last = date(2022, 6, 30)
        old = Organisation(code=f"{branch.code}-CU", kind=branch.kind, name="Chi bộ cũ", ends_on=last)
        branch.predecessors.append(old)
        term = (date(2022, 7, 3), date(2025, 1, 3))
        session.add(Term(organisation=branch, congress=1, starts_on=term[0], ends_on=term[1]))
        session.add(
            OrganisationEvent(
                organisation=branch, what=EventKind.MADE, happens_on=date(2022, 7, 1), number="5-QĐ/ĐU"
            )
        )
        session.add(Assignment(organisation=branch, person=person, starts_on=date(2024, 1, 1)))


def _congress(office: Workplace) -> None:
    """Plan a congress of the first branch whose one member was there when a vote was held."""
    with writing(office.database) as session:
        member = session.scalars(select(Member)).one()
        held = member.memberships[0]
        day = date(2024, 11, 17)
        kind = ContestKind.BRANCH_CONGRESS
        campaign = Campaign(
            code="dai-hoi-chi-bo-2024", contest_kind=kind, name="Đại hội chi bộ", election_day=day
        )
        election = Election(
            code=f"{held.branch.code}-20241117-dh",
            campaign=campaign,
            unit=held.branch.hamlets[0].hamlet,
            contest_kind=kind,
            occasion=Occasion.REGULAR,
            held_on=day,
            statute="qd190-2024",
        )
        contest = Contest(election=election, kind=kind, post="Bí thư", code=ContestCode.SECRETARY)
        vote = Round(
            election=election,
            contest=contest,
            number=1,
            vote=Vote.FIRST,
            attempt=1,
            ballot=Ballot.AGREE,
            seats=1,
        )
        congress = Congress(election=election, branch=held.branch, number=2)
        attendee = Attendee(
            congress=congress,
            member=member,
            number=1,
            name=member.person.name,
            official=False,
            standing="elsewhere",
            presence=Presence.PRESENT,
        )
        session.add_all(
            [
                *(campaign, election, contest, vote, congress, attendee),
                VotePresence(round=vote, attendee=attendee, presence=Presence.PRESENT),
                HandVote(
                    congress=congress,
                    subject=Subject.LIST,
                    in_favour=1,
                    against=0,
                    abstained=0,
                    agreed=True,
                    contest=contest,
                    round=vote,
                ),
                PlanStep(
                    congress=congress, what=PlanStepKind.RETURNED, happened_on=day, reason="thiếu một người"
                ),
                PaperNumber(congress=congress, form="congress-notice", number="03"),
                CongressText(congress=congress, kind=TextKind.TASKS, text="Mỗi hộ một việc."),
                Complaint(congress=congress, raised_on=day, raised_by="Bàn Thị Ảo", what="danh sách bầu"),
                Proposal(
                    branch=held.branch,
                    member=member,
                    post="secretary",
                    reason="bầu ba lần không đủ phiếu",
                    met_on=day,
                    members=1,
                    present=1,
                    congress=congress,
                ),
            ]
        )


def _household_member(office: Workplace) -> None:
    """Write somebody into the first household who moved away, and a voter who belongs to none."""
    home = households(office, commune.HAMLET).lines[0].id
    moved = MemberSaid("Lò Thị Bịa", relation="Con", end_reason=EndReason.MOVED)
    write_member(office, home, moved)
    representatives.authorise(office, home, "Chìu Thị Bịa", "", representatives.Paper("1/GUQ"))
    add_voter(office, commune.HAMLET, "Bàn Thị Bịa")


def _hamlets(office: Workplace) -> None:
    """State facts of the second hamlet, give it households, and rename it: a unit with a predecessor."""
    taking.store(
        office, HAMLETS, taking.preview(office, HAMLETS, "", commune.as_read([dict(row) for row in _HAMLETS]))
    )
    commune.store(office, [commune.row(name) for name in _OTHERS], commune.OTHER_HAMLET)
    filters.keep_filter(
        office, "households", "Hộ của Khu phố Chợ", {"search": "", "hamlet": commune.OTHER_HAMLET}
    )
    sources.remember(office, "households", commune.as_read([]).source, sources.Said({"Đ/c": None}))
    decision = succession.Decision("7/NQ-HĐND", date(2024, 11, 12), "Hội đồng nhân dân huyện Mẫu")
    succession.rename(office, commune.OTHER_HAMLET, "Khu phố", "Chợ Mẫu", date(2024, 11, 18), decision)


def _decided(office: Workplace, clock: TrainingClock) -> None:
    """Hold the first hamlet's election from the printed ballots to the decision.

    The minutes aren't printed: 100 kB, and twice more in the package. The ballots are a paper too.
    """
    code = commune.meeting(office)
    clock.moment = commune.OPENS
    meetings.record_attendance(office, code, commune.OPENS, 10)
    proceedings.keep_proceedings(office, code, list_approval=10, form_approval=9)
    meetings.record_stock(office, code, [meetings.BoxCount("main", 10, 4, 1, 9)])
    commune.count_by_ballot(office, code, commune.ANH, _TYPED)
    commune.enter(office, code, commune.BINH, _TYPED)
    counts.explain(office, code, _NOT_RETURNED, "một cụ già mang phiếu về nhà", "Nông Văn Ếch")
    counts.finalise(office, code)
    scans.attach_signed_minutes(office, code, "bien-ban-tap-huan.png", _scan())
    clock.put(date(2024, 12, 9), 8, 0)
    received.receive_result(office, code, date(2024, 12, 9))
    clock.put(date(2024, 12, 12), 9, 0)
    decisions.recognise(office, code, "112/QĐ-UBND", date(2024, 12, 12))


def _dismissed(office: Workplace) -> None:
    """Let a proposal to replace the head become a dismissal, whose meeting agreed."""
    day = date(2024, 12, 12)
    proposal = proposals.propose(office, commune.HAMLET, day, "Bàn Văn Ảo", "vắng mặt lâu ngày")
    asked = asking.NewDismissal(commune.HAMLET, AskedBy.FRONT_BOARD, day, "vắng mặt lâu ngày", "Bàn Văn Ảo")
    key = proposals.dismissal_from(office, proposal, asked)
    steps.take_step(office, key, DismissalStep.ACCEPT, steps.StepTaken(day))
    figures = Meeting(MeetingForm.HANDS, entitled=12, present=10, agree=8, against=2)
    steps.hold_meeting(office, key, steps.MeetingHeld(day, figures))


def _grouped(office: Workplace) -> None:
    """Write down a basis, and a group that looks after the branch, whose report is approved, with a work."""
    register.add_basis(office, PLAN)
    unit = next(one for one in units_to_choose(office) if one.kind == "branch")
    new = working_groups.NewGroup(2024, working_groups.GroupKind.SUBCOMMITTEE, "Tiểu ban văn kiện")
    group = working_groups.make_group(office, new, [unit])
    working_groups.add_member(office, group, "Bàn Văn Ảo", "Trưởng tiểu ban")
    day = date(2024, 12, 12)
    said = approvals.Said(approvals.ApprovalOutcome.APPROVED, day, "Đảng ủy xã Mẫu")
    approvals.record_approvals(office, 2024, [unit], approvals.Approved.REPORT, said)
    works.register_work(office, works.NewWork(2024, "Trồng 500 cây", "Chi bộ", day, unit))


def _in_waves(office: Workplace, clock: TrainingClock) -> None:
    """Let the first hamlet be the pilot, which told its hour by telephone."""
    with reading(office.database) as session:
        election = session.scalars(select(Election).where(Election.code == commune.CODE)).one()
        campaign = election.campaign.code
    new = waves.NewWave("Bầu điểm", waves.WaveKind.PILOT, commune.DAY, commune.DAY, "phát phiếu theo tổ")
    waves.make_wave(office, campaign, new, [commune.CODE])
    told_hours.write_told_hour(office, commune.CODE, clock.moment)


def _chained(office: Workplace) -> None:
    """Switch the chain on late: its plan is approved afterwards, and a gate was let through."""
    chain = switching.switch_on(office, "2024")
    gates.let_through(office, chain, commune.HAMLET, 1, "văn bản về sau", "Lương Thị Ảo")
    approved = plans.NewPlanStep(plans.PlanStepKind.APPROVED, commune.DAY, "12-TB/ĐU")
    plans.record_plan(office, chain, [commune.HAMLET], approved)
    excepted = exceptions.NewException(exceptions.ExceptionReason.HEAD_NOT_MEMBER, owner="Bàn Văn Ảo")
    exceptions.record_exception(office, chain, commune.HAMLET, excepted)
    with reading(office.database) as session:
        member = session.scalars(select(Member.id)).one()
    chain_members.say_same(office, chain, commune.HAMLET, member)


def _before_the_vote(office: Workplace) -> None:
    """Review who sits, keep somebody in reserve, raise a matter, and say which member a told head is."""
    day = office.today()
    who = NewReview(ReviewedPost.HEAD, commune.HAMLET, ReviewOutcome.STANDS_AGAIN, day, "Bàn Văn Ảo")
    review(office, who)
    add_reserve(office, commune.HAMLET, ReviewedPost.SECRETARY, "Chìu Văn Ảo")
    raise_issue(office, commune.HAMLET, day, "Bàn Văn Ảo", "quỹ thôn chưa công khai")
    with writing(office.database) as session:
        unit = unit_on(session, commune.HAMLET, day)
        link = HeadLink(unit=unit, election=commune.CODE, name="Lò Thị Ơn", born=1975, linked_on=day)
        session.add(link)
        session.flush()
        office.note(session, "head.link", link, "member")


def _scan() -> bytes:
    page = BytesIO()
    Image.new("1", (32, 32), 1).save(page, "PNG")
    return page.getvalue()


def _sent(office: Workplace, district: Workplace, scratch: Path) -> None:
    """Seal what is finalised, take it in at the district's office, and read its receipt."""
    sealed = seal(office, keys.unlock(office, PASSPHRASE), "government", "198", outbox=scratch)
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), sealed.path.read_bytes())
    assert taken.receipt is not None
    receipts.read_receipt(office, keys.unlock(office, PASSPHRASE), taken.receipt)


def _forked(office: Workplace, district: Workplace) -> None:
    """Let another package of the same number wait at the district's office, and a person keep it."""
    other = seal_by_hand(office, 1, None, later=1)
    secrets = keys.unlock(district, PASSPHRASE)
    assert intake.take_in(district, secrets, other.data).outcome == "waiting"
    (fork,) = forks.waiting_forks(district)
    forks.settle(district, secrets, fork.id, "new", reason="gói đầu gửi nhầm", by="Bàn Thị Ảo")


def _reopened(office: Workplace, clock: TrainingClock) -> None:
    """Leave the second hamlet at a reopened count with a figure typed: both are kept as drafts."""
    clock.put(commune.DAY, 9, 0)
    code = commune.meeting(office, _OTHERS[0], hamlet=commune.OTHER_HAMLET, ballot="hands")
    commune.agree(office, code, _BY_HAND)
    counts.finalise(office, code)
    counts.reopen(office, code, "đếm lại số tay giơ")
    entry_drafts.keep_draft(office, code, commune.ANH, {"present": 3})
    changes.cancel_election(office, code, changes.Because("mưa lũ", "45/QĐ-UBND", commune.DAY))
    _planned_by_cluster(office)


def _planned_by_cluster(office: Workplace) -> None:
    """Plan one more election, for which scattered people meet in two clusters."""
    later = commune.plan(hamlet=commune.OTHER_HAMLET, held_on=date(2024, 12, 22))
    code = planning.plan_election(office, later).code
    _looked_at(office, code)
    clusters.change_clusters(office, code, scattered=True)
    for place, name in enumerate(("Xóm Trên", "Xóm Dưới"), 1):
        clusters.record_cluster(office, code, place, name=name, households=2)
    first = cluster_households.cluster_households(office, code).rows[0].household
    cluster_households.place_households(office, code, {first: 1})


def _looked_at(office: Workplace, code: str) -> None:
    """Explain what differs on the roll, and write down an objection that was settled."""
    taking.store(
        office,
        HAMLETS,
        taking.preview(
            office, HAMLETS, "", commune.as_read([{**_HAMLETS[0], "name": "Chợ Mẫu", "households": 9}])
        ),
    )
    for one in check.roll_check(office, code).differences:
        check.explain_difference(office, code, one.key, "hộ ghi gộp", "Bàn Thị Ảo")
    said = objections.Objection("Chìu Văn Mẫu", commune.DAY, "thiếu tên vợ tôi")
    made = objections.Settlement(False, "mỗi hộ một người đại diện", commune.DAY)
    objections.write_objection(office, code, said, made)


def _take_over(district: Workplace, office: Workplace) -> None:
    """Copy what the district's office keeps of the package, so that one file has a row in every table."""
    for kind in (TakenPackage, TakenRecord, ReceiptOut, SettledFork, SetAside):
        with reading(district.database) as session:
            rows = [dict(row) for row in session.execute(select(kind.__table__)).mappings()]
        with writing(office.database) as session:
            session.execute(insert(kind.__table__), rows)


def main() -> None:
    """Make the folder of this program's schema anew."""
    folder = Path(__file__).parent / newest_revision()
    shutil.rmtree(folder, ignore_errors=True)
    make_kept_office(folder)


if __name__ == "__main__":
    main()
