"""Papers of a congress, filled from what the store knows of it: before it, on its day and after."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.congress import Subject, TextKind
from desktop.models.counting import Count
from desktop.models.papers import PaperRole
from desktop.models.party import StandingKind
from desktop.models.posts import Post, PostKind, Way
from desktop.models.store.session import reading, writing
from desktop.printing.catalogue import FORMS
from desktop.rules.attendance import Presence
from desktop.rules.voting_list import Origin
from desktop.services.congress import (
    appointing,
    approval,
    bodies,
    closing,
    hands,
    lists,
    preparing,
    roll,
    votes,
)
from desktop.services.congress.course import Course, Delegation, record_course, record_delegation
from desktop.services.congress.lookup import found_congress
from desktop.services.congress.numbers import Numbered, record_number
from desktop.services.congress.planning import choose_posts
from desktop.services.congress.preparing import write_text
from desktop.services.papers.congress.ballots import (
    congress_ballots,
    kept_congress_ballots,
    print_congress_ballots,
    print_congress_trial,
    reprint_congress_ballots,
)
from desktop.services.papers.congress.kinds import CONGRESS_PAPERS, HELD, OF_A_PAPER, OF_A_VOTE
from desktop.services.papers.congress.making import (
    CongressPaperLine,
    congress_papers,
    filled_paper,
    make_congress_paper,
    make_congress_word,
    print_congress_paper,
)
from desktop.services.papers.delivery import Destination
from desktop.services.papers.fill.congress.reading import facts_of
from desktop.services.papers.kept import printed_papers
from desktop.services.party.posts import NewPost, begin
from desktop.wording import known_codes
from tests.offices.congress_example import (
    NAMES,
    Branch,
    bodies_chosen,
    called,
    counted,
    going_on,
    listed,
    make_branch,
    planned,
)
from tests.printing.pages import one_line
from tests.printing.word.read_word import word_text

COMMITTEE = (
    *("Vàng Xuân Long", "Lò Thu Liễu", "Phùn Văn Tiến", "Hoàng Minh Đức"),
    *("Bùi Ngọc Anh", "Dương Thị Lượng"),
)
BY_HAND = {
    *("congress-candidacy", "congress-nomination", "congress-withdrawal"),
    *("congress-poll-slip", "congress-poll-minutes"),
}
NUMBERED = (
    *("congress-notice", "congress-invitation", "congress-working-rules", "congress-political-report"),
    *("congress-committee-review", "congress-attendance-report"),
)
COUNTERS = ("Chìu A Dũng", "Tằng Văn Bình", "Giàng A Chớ")
AWAY, EXEMPT, SICK = "Đặng Quốc Hưởng", "Phạm Thị Linh", "Lý Ngọc Sơn"
FIRST_VOTE = dict(zip(COMMITTEE, (27, 26, 24, 22, 16, 16), strict=True))
ALL = hands.Hands(28)
_PROGRAMME = "07:30 Chào cờ - Toàn thể\n07h35 Bầu Đoàn Chủ tịch, Thư ký - Phùn Văn Tiến\nBế mạc"
_RULES = "Điều 1. Đại hội làm việc theo nguyên tắc tập trung dân chủ.\nĐiều 2. Giơ Thẻ đảng viên."
_REPORT = "1. Kết quả\nHộ nghèo giảm từ 19 xuống 11 hộ.\n2. Phương hướng\nTrồng 25 ha quế."


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    """A branch of 31: one elsewhere, one exempt, one in hospital; its secretary was elected two years ago."""
    standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
    made = make_branch(tmp_path / "office", 31, standings, probationary=2)
    with writing(made.place.database) as session:
        for kind, name in ((PostKind.SECRETARY, COMMITTEE[2]), (PostKind.COMMITTEE_MEMBER, COMMITTEE[2])):
            begin(
                made.place,
                session,
                NewPost(kind=kind, code=made.code, name=name, way=Way.ELECTED, starts_on=date(2022, 7, 3)),
            )
    return made


def prepared(branch: Branch) -> str:
    """Plan the congress and write its texts."""
    code = planned(branch)
    choose_posts(branch.place, code, {"committee": 5, "secretary": 1, "deputy": 1})
    for kind, text in (
        (
            TextKind.PROGRAMME,
            _PROGRAMME,
        ),
        (
            TextKind.RULES,
            _RULES,
        ),
        (TextKind.STANDARDS, "đảng viên chính thức, được Nhân dân tín nhiệm."),
        (
            TextKind.POLITICAL_REPORT,
            _REPORT,
        ),
        (TextKind.REVIEW_REPORT, "Chi ủy họp đủ kỳ."),
        (TextKind.TASKS, "- Trồng mới 25 ha quế;\n- Kết nạp ít nhất 03 đảng viên."),
        (TextKind.DISCUSSION, "chỉ tiêu trồng quế"),
        (TextKind.SPEECH, "Đồng chí Đặng Văn Quyết phát biểu chỉ đạo; Đại hội tiếp thu."),
        (TextKind.GUESTS, "đồng chí Đặng Văn Quyết, Phó bí thư Thường trực Đảng ủy xã"),
        (TextKind.BASES, "Căn cứ Điều lệ Đảng;\nCăn cứ Kế hoạch số 12-KH/ĐU của Đảng ủy xã"),
        (TextKind.PREPARATION, "Đồng chí Lò Thu Liễu viết báo cáo, xong trước 15/12/2024"),
        (TextKind.HANDED_OVER, "Sổ nghị quyết | 06 quyển | từ năm 2022\nPhiếu bầu đã niêm phong | 01 gói"),
        (TextKind.UNFINISHED, "Hồ sơ của 02 đảng viên dự bị."),
    ):
        write_text(branch.place, code, kind, text)
    for number, form in enumerate(NUMBERED, 1):
        record_number(branch.place, code, form, Numbered(f"{number:02d}", date(2024, 12, 1)))
    conference = preparing.Conference(date(2024, 10, 30), 27, 29)
    step = preparing.PlanStepKind.SUBMITTED
    preparing.record_plan_step(branch.place, code, step, date(2024, 11, 1), "02-ĐA/CB", conference=conference)
    return code


def opened(branch: Branch, code: str) -> None:
    """Call the roll, and choose the bodies by hands."""
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT, SICK: Presence.EXCUSED})
    for place, name in enumerate((COMMITTEE[2], COMMITTEE[0], COMMITTEE[1])):
        role = "presidium_member" if place else "presidium_head"
        bodies.choose(branch.place, code, role, max(place, 1), branch.members[name])
    bodies.choose(branch.place, code, "meeting_secretary", 1, branch.members["Nình Thị Hoa"])
    bodies_chosen(branch, code, COUNTERS)
    for subject in (Subject.PRESIDIUM, Subject.SECRETARY, Subject.COUNTING, Subject.PROGRAMME, Subject.RULES):
        hands.raise_hands(branch.place, code, subject, ALL)
    for post in ("committee", "secretary", "deputy"):
        hands.raise_hands(branch.place, code, Subject.SEATS, ALL, post)


def voted(branch: Branch, code: str, post: str, vote: str, marks: dict[str, int], **typed: int) -> None:
    """Close a list by hands, print its ballots, and count."""
    for name in marks:
        lists.put_up(branch.place, code, post, branch.members[name])
    lists.close_list(branch.place, code, post, ALL)
    print_congress_ballots(branch.place, vote, 31)
    counted(branch, vote, 28, marks, **typed)


def held(branch: Branch, code: str) -> None:
    """Hold the congress: five of six with a run-off for the last seat, secretary, deputy, resolution."""
    opened(branch, code)
    voted(branch, code, "committee", f"{code}.1", FIRST_VOTE, valid=27, invalid=1)
    run_off = votes.next_vote(branch.place, f"{code}.1")
    print_congress_ballots(branch.place, run_off, 31)
    counted(branch, run_off, 28, {"Bùi Ngọc Anh": 14, "Dương Thị Lượng": 13}, valid=27, invalid=1)
    voted(branch, code, "secretary", f"{code}.2", {"Vàng Xuân Long": 27})
    voted(branch, code, "deputy", f"{code}.3", {"Lò Thu Liễu": 28})
    hands.raise_hands(branch.place, code, Subject.RESOLUTION, hands.Hands(26, 1, 1))
    course = Course(time(7, 30), time(11, 30), time(11, 15), speakers=6)
    closing.close_congress(branch.place, code, branch.at(4), course)


def answered(branch: Branch, code: str) -> None:
    """Send the report, hand over, and let the superior refuse the deputy."""
    branch.clock.put(date(2025, 1, 10), 8, 0)
    closing.record_report_sent(branch.place, code, date(2025, 1, 8), "05-BC/CB")
    approval.record_received(branch.place, code, date(2025, 1, 10))
    branch.clock.put(date(2025, 1, 20), 8, 0)
    closing.record_handing_over(branch.place, code, date(2025, 1, 20), time(14, 0))
    refused = [approval.Refused("deputy", "Lò Thu Liễu", "chưa đủ tiêu chuẩn")]
    approval.approve(branch.place, code, "31-QĐ/ĐU", date(2025, 1, 20), refused)


def proposed_deputy(branch: Branch, code: str) -> int:
    """Propose another deputy in place of the one refused."""
    proposed = appointing.Proposed(
        post=PostKind.DEPUTY_SECRETARY,
        member=branch.members[COMMITTEE[2]],
        reason="đồng chí Lò Thu Liễu không được chuẩn y; chi bộ khuyết phó bí thư",
        met_on=date(2025, 1, 20),
        members=31,
        present=29,
        issued=29,
        returned=29,
        valid=28,
        votes=27,
        number="07-TTr/CB",
        dated_on=date(2025, 1, 20),
    )
    return appointing.propose(branch.place, code, proposed)


def lines(branch: Branch, code: str) -> dict[tuple[str, str], CongressPaperLine]:
    return {(line.form, line.post): line for line in congress_papers(branch.place, code)}


def said(branch: Branch, code: str, form: str, post: str | None = None, filling: str = "") -> str:
    line = lines(branch, code)[form, post or ""]
    return one_line(make_congress_paper(branch.place, code, form, filling or line.fillings[0], post))


def test_every_paper_of_a_congress_is_there_once_or_once_for_each_vote(branch: Branch) -> None:
    code = prepared(branch)
    found = lines(branch, code)
    assert {form for form, _ in found} == set(CONGRESS_PAPERS)
    assert {post for form, post in found if form == "congress-counting-minutes"} == {
        "committee",
        "secretary",
        "deputy",
    }
    listed_forms = {name for name in FORMS if name.startswith("congress-")}
    # The ballot of a vote is one form, whichever of the samples shows its kind.
    assert listed_forms - set(CONGRESS_PAPERS) == {
        "congress-ballot-agree",
        "congress-ballot-single",
        "congress-ballot-large",
        # Printed from the count whose keys it holds.
        "congress-tally-log",
    }


def test_what_a_paper_lacks_and_what_is_written_by_hand_has_its_words() -> None:
    needed = {key for paper in CONGRESS_PAPERS.values() for key in paper.needs}
    assert needed == HELD.keys() | OF_A_VOTE.keys() | OF_A_PAPER.keys()
    said = {f"lacking.congress.{key}" for key in needed}
    said |= {f"by_hand.{form}" for form, paper in CONGRESS_PAPERS.items() if paper.by_hand}
    assert said <= known_codes()


def test_every_paper_is_drawn_in_every_filling_before_and_after_as_pdf_and_word(branch: Branch) -> None:
    code, drawn = prepared(branch), set[tuple[str, str]]()
    for step in (None, held, answered):
        if step is not None:
            step(branch, code)
        with reading(branch.place.database) as session:
            facts = facts_of(branch.place, session, found_congress(session, code))
        for (form, post), line in lines(branch, code).items():
            for filling in line.fillings:
                filled = filled_paper(facts, form, filling, post or None)
                # What a step changed nothing of was drawn before it.
                if (form, repr(filled)) in drawn:
                    continue
                drawn.add((form, repr(filled)))
                assert "None" not in one_line(FORMS[form].pdf(filled, training=True)), (form, post, filling)
                if line.is_text:
                    word = word_text(FORMS[form].word(filled, training=True))
                    assert "ĐẢNGCỘNGSẢNVIỆTNAM" in word, (form, post, filling)
    given = word_text(make_congress_word(branch.place, code, "congress-minutes", "full"))
    assert given == word_text(
        FORMS["congress-minutes"].word(filled_paper(facts, "congress-minutes", "full", None), training=True)
    )
    proposed_deputy(branch, code)
    unfilled = [line for line in lines(branch, code).values() if line.lacks]
    assert not unfilled, "nothing is missing once the superior answered"
    by_hand = {form for (form, _), line in lines(branch, code).items() if line.state != "full"}
    assert by_hand == BY_HAND, "only what a person writes, and a poll on paper, is left for a pen"


def test_papers_before_the_congress_name_who_is_convened_and_who_is_put_up(branch: Branch) -> None:
    code = prepared(branch)
    for name in COMMITTEE:
        lists.put_up(branch.place, code, "committee", branch.members[name])
    notice = said(branch, code, "congress-notice")
    assert "Chi ủy Chi bộ thôn Nà Ếch thông báo tổ chức Đại hội" in notice
    assert "ngày 15 tháng 11 năm 2024" in notice
    assert "toàn thể 33 đảng viên của chi bộ, kể cả đảng viên được miễn" in notice
    invitation = said(branch, code, "congress-invitation")
    assert invitation.count("GIẤY MỜI") == 34, "each member, and the guest"
    assert "Phó bí thư Thường trực Đảng ủy xã" in invitation
    assert "Đảng viên đang sinh hoạt tạm thời ở nơi khác" in invitation
    programme = said(branch, code, "congress-programme")
    assert "1 07:30 Chào cờ Toàn thể 2 07:35 Bầu Đoàn Chủ tịch, Thư ký Phùn Văn Tiến 3 Bế mạc" in programme
    assert "Điều 2. Giơ Thẻ đảng viên." in said(branch, code, "congress-working-rules")
    assert "2. Phương hướng Trồng 25 ha quế." in said(branch, code, "congress-political-report")
    plan = said(branch, code, "congress-personnel-plan")
    assert "Chi ủy 05 đồng chí. Danh sách giới thiệu 06 đồng chí, số dư 01." in plan
    assert "6 Phùn Văn Tiến" in said(branch, code, "congress-personnel-list")


def test_the_report_on_attendance_tells_both_shares_and_who_is_away_why(branch: Branch) -> None:
    code = prepared(branch)
    half = said(branch, code, "congress-attendance-report")
    assert "Đảng viên của chi bộ: 33 đồng chí; chính thức 31, dự bị 02." in half
    opened(branch, code)
    text = said(branch, code, "congress-attendance-report")
    assert "Có mặt: 30 đồng chí (chính thức 28, dự bị 02)" in text
    assert "Đặng Quốc Hưởng (sinh hoạt tạm thời nơi khác)" in text
    assert "Lý Ngọc Sơn (ốm nằm viện)" in text
    assert "Không có lý do 0." in text
    assert "90,32% của 31 đảng viên chính thức và bằng 90,91% của 33 đảng viên được triệu tập" in text
    assert "đạt ít nhất 2/3 theo khoản 6 Điều 11 Điều lệ Đảng" in text


def test_counting_minutes_tell_each_time_with_the_base_by_its_reasons(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    text = said(branch, code, "congress-counting-minutes", "committee")
    assert "Được triệu tập 31 Trừ: sinh hoạt tạm thời nơi khác và vắng 01" in text
    assert "Trừ: miễn công tác và sinh hoạt, vắng 01 Trừ: vắng suốt Đại hội, lý do được đồng ý 01" in text
    assert "Căn cứ tính kết quả 28 trúng cử: từ 15" in text
    assert "Bùi Ngọc Anh và Dương Thị Lượng cùng được 16 phiếu" in text.replace("đồng chí ", "")
    assert "Theo khoản 3 Điều 12 Điều lệ Đảng, Đại hội bầu lại giữa hai đồng chí để lấy 01 đồng chí" in text
    assert "5. Bầu lần thứ hai." in text
    assert "14 (lần thứ hai)" in text
    assert "Ban kiểm phiếu gồm 03 đồng chí: Chìu A Dũng, Trưởng ban" in text
    secretary = said(branch, code, "congress-counting-minutes", "secretary")
    assert "Vàng Xuân Long được 27 phiếu đồng ý, bằng 96,43% của 28, trúng cử Bí thư." in secretary


def test_minutes_and_resolution_tell_hands_votes_and_who_is_elected(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    minutes = said(branch, code, "congress-minutes")
    assert (
        "Đoàn Chủ tịch 03 đồng chí: Phùn Văn Tiến, Vàng Xuân Long, Lò Thu Liễu (28/28 tán thành)" in minutes
    )
    assert "còn 28; trúng cử: từ 15 phiếu." in minutes
    assert "Bầu lần thứ hai." in minutes
    assert "tán thành 26, không tán thành 01, không có ý kiến 01, trên 28 đảng viên" in minutes
    resolution = said(branch, code, "congress-resolution")
    assert "Chi ủy gồm 05 đồng chí Vàng Xuân Long, Lò Thu Liễu, Phùn Văn Tiến, Hoàng Minh Đức" in resolution
    assert "- Trồng mới 25 ha quế; - Kết nạp ít nhất 03 đảng viên." in resolution
    assert "26/28 đảng viên chính thức có mặt tán thành, bằng 92,86%; không tán thành 01" in resolution


def test_report_and_approval_tell_posts_and_the_one_refused(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    answered(branch, code)
    report = said(branch, code, "congress-result-report")
    assert "Số 05-BC/CB" in report
    assert "Chi ủy bầu 02 lần" in report
    assert "1 Vàng Xuân Long Chi ủy viên 27 96,43% Bí thư 27 96,43%" in report
    brief = said(branch, code, "congress-brief-list")
    assert "(kèm theo Báo cáo số 05-BC/CB, ngày 08 tháng 01 năm 2025)" in brief
    decision = said(branch, code, "congress-approval-decision")
    assert "Số 31-QĐ/ĐU" in decision
    assert "Không chuẩn y chức danh Phó bí thư đối với đồng chí Lò Thu Liễu. Lý do: chưa đủ" in decision
    assert "Phó bí thư: đồng chí" not in decision
    sealing = said(branch, code, "congress-sealing-minutes")
    assert "Chi ủy, lần thứ hai 31 28 28 27 01 00 03" in sealing
    assert "(đến hết ngày 05 tháng 7 năm 2025)" in sealing


def test_a_branch_under_nine_has_no_committee_on_its_papers(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 7)
    code = planned(branch)
    called(branch, code)
    bodies.choose(branch.place, code, "presidium_head", 1, branch.members[COMMITTEE[0]])
    bodies.choose(branch.place, code, "meeting_secretary", 1, branch.members[COMMITTEE[1]])
    bodies_chosen(branch, code, ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", COMMITTEE[0])
    print_congress_ballots(branch.place, f"{code}.1", 8)
    counted(branch, f"{code}.1", 7, {COMMITTEE[0]: 4}, unused=1)
    for form in CONGRESS_PAPERS:
        if (form, "") in lines(branch, code) and form != "congress-committee-review":
            text = said(branch, code, form)
            assert "Chi ủy" not in text.replace("Chi ủy viên", ""), form
            assert "Đoàn Chủ tịch" not in text, form
    assert "CHỦ TỊCH ĐẠI HỘI" in said(branch, code, "congress-counting-minutes", "secretary")


def test_somebody_of_the_floor_and_one_let_go_are_told_on_the_list(branch: Branch) -> None:
    code = prepared(branch)
    opened(branch, code)
    for name in COMMITTEE[:5]:
        lists.put_up(branch.place, code, "committee", branch.members[name])
    lists.put_up(branch.place, code, "committee", branch.members["Bàn Văn Sơn"])
    lists.withdraw(branch.place, code, "committee", branch.members["Bàn Văn Sơn"], let_go=True)
    lists.put_up(branch.place, code, "committee", branch.members[COMMITTEE[5]], Origin.FLOOR, 15)
    lists.close_list(branch.place, code, "committee", hands.Hands(27, 1))
    text = said(branch, code, "congress-voting-list", "committee")
    assert "Chi ủy giới thiệu 06 đồng chí; đồng chí Bàn Văn Sơn xin rút, được Đại hội đồng ý." in text
    assert "được đề cử tại Đại hội; 15/28 đảng viên chính thức có mặt, bằng 53,57%" in text
    assert "(quy định: hơn 30%)" in text
    assert "27/28 đảng viên chính thức có mặt (không tán thành 01, không có ý kiến 0)" in text


def test_ballots_are_tried_printed_once_and_again_for_spoilt_ones(branch: Branch, tmp_path: Path) -> None:
    code = prepared(branch)
    with pytest.raises(RequestRefused, match=r"candidates\.count"):
        congress_ballots(branch.place, f"{code}.1")
    listed(branch, code, "committee", *COMMITTEE)
    with pytest.raises(RequestRefused, match=r"paper\.unknown"):
        kept_congress_ballots(branch.place, f"{code}.1")
    made = congress_ballots(branch.place, f"{code}.1")
    assert (made.paper, made.per_sheet, len(made.names)) == ("A5", 2, 6)
    print_congress_trial(branch.place, f"{code}.1", Destination(path=tmp_path / "thu.pdf"), large_print=True)
    kept = print_congress_ballots(branch.place, f"{code}.1", 34)
    assert (kept.copies, kept.pages, kept.role) == (34, 17, PaperRole.BALLOT)
    reprint_congress_ballots(branch.place, f"{code}.1", 1, "rách khi cắt")
    assert kept_congress_ballots(branch.place, f"{code}.1") == kept, "those of the first printing"
    roles = [(paper.form, paper.role, paper.copies) for paper in printed_papers(branch.place, code)]
    assert roles == [
        ("congress-ballot-large", PaperRole.TRIAL, 1),
        ("congress-ballot", PaperRole.BALLOT, 34),
        ("congress-ballot", PaperRole.BALLOT, 1),
    ]
    with pytest.raises(RequestRefused, match=r"ballots\.reason"):
        reprint_congress_ballots(branch.place, f"{code}.1", 1, " ")


def test_minutes_of_a_count_are_kept_once_as_they_were_printed(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    form = "congress-counting-minutes"
    first = print_congress_paper(branch.place, code, form, "full", "committee")
    write_text(branch.place, code, TextKind.GUESTS, "")
    assert print_congress_paper(branch.place, code, form, "full", "committee") == first
    kept = [paper for paper in printed_papers(branch.place, code) if paper.role is PaperRole.MINUTES]
    assert [paper.content for paper in kept] == [first, first], "with the first vote and with the run-off"


def test_minutes_of_a_post_bear_the_digest_of_every_count_it_took(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    with reading(branch.place.database) as session:
        counts = {
            (vote.contest.code.value, vote.number): count.sha256
            for count in session.scalars(select(Count))
            for vote in [count.round]
        }
    committee = [sha256 for (post, _), sha256 in sorted(counts.items()) if post == "committee"]
    assert len(committee) == 2, "the run-off is a count of its own"
    text = said(branch, code, "congress-counting-minutes", "committee")
    for sha256 in committee:
        assert " ".join(re.findall("....", sha256)) in text


def test_minutes_and_decision_are_kept_and_lists_of_members_are_not(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    answered(branch, code)
    for form, filling in (
        ("congress-minutes", "full"),
        ("congress-resolution", "full"),
        ("congress-approval-decision", "full"),
        ("congress-brief-list", "full"),
        ("congress-roll-call", "full"),
        ("congress-notice", "blank"),
    ):
        assert print_congress_paper(branch.place, code, form, filling).startswith(b"%PDF")
    kept = {paper.form: paper.role for paper in printed_papers(branch.place, code)}
    kept.pop("congress-ballot")
    assert kept == {
        "congress-minutes": PaperRole.MINUTES,
        "congress-resolution": PaperRole.OTHER,
        "congress-approval-decision": PaperRole.DECISION,
    }


def test_a_paper_that_is_not_full_is_not_made_as_if_it_were(branch: Branch) -> None:
    code = prepared(branch)
    with pytest.raises(RequestRefused, match=r"paper\.filling"):
        make_congress_paper(branch.place, code, "congress-resolution", "full")
    with pytest.raises(RequestRefused, match=r"congress\.contest"):
        make_congress_paper(branch.place, code, "congress-counting-minutes", "half", "delegates")
    with pytest.raises(RequestRefused, match=r"paper\.filling"):
        make_congress_paper(branch.place, code, "congress-counting-minutes", "half")


def test_three_failed_votes_say_that_the_superior_appoints(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 8)
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", COMMITTEE[0])
    vote = f"{code}.1"
    for _ in range(2):
        print_congress_ballots(branch.place, vote, 8)
        counted(branch, vote, 8, {COMMITTEE[0]: 4}, unused=0)
        assert going_on(branch, vote, 5)
        vote = votes.next_vote(branch.place, vote)
        lists.close_list(branch.place, code, "secretary")
    print_congress_ballots(branch.place, vote, 8)
    counted(branch, vote, 8, {COMMITTEE[0]: 4}, unused=0)
    text = said(branch, code, "congress-counting-minutes", "secretary", "half")
    assert "6. Bầu lần thứ ba." in text
    assert "Đại hội biểu quyết bầu tiếp (05/05 tán thành)." in text
    assert "báo cáo cấp trên chỉ định." in text


def test_a_member_who_comes_late_weighs_on_the_votes_after(branch: Branch) -> None:
    code = prepared(branch)
    opened(branch, code)
    voted(branch, code, "committee", f"{code}.1", dict(zip(COMMITTEE, (28, 27, 24, 22, 20, 5), strict=True)))
    roll.record_presence(branch.place, code, branch.members[EXEMPT], Presence.PRESENT)
    lists.put_up(branch.place, code, "secretary", branch.members[COMMITTEE[0]])
    lists.close_list(branch.place, code, "secretary", hands.Hands(29))
    print_congress_ballots(branch.place, f"{code}.2", 31)
    counted(branch, f"{code}.2", 29, {COMMITTEE[0]: 29})
    minutes = said(branch, code, "congress-minutes")
    assert "còn 28; trúng cử: từ 15 phiếu." in minutes
    assert "Căn cứ tính kết quả 29 đảng viên." in minutes
    assert "Căn cứ tính kết quả 29" in said(branch, code, "congress-counting-minutes", "secretary")


def test_what_is_written_down_fills_the_places_that_a_pen_had(branch: Branch) -> None:
    code = prepared(branch)
    notice = said(branch, code, "congress-notice", filling="half")
    assert "Số 01-TB/CB" in notice
    assert "Kế hoạch số 12-KH/ĐU" in notice
    assert "Đồng chí Lò Thu Liễu viết báo cáo" in notice
    lists.put_up(branch.place, code, "committee", branch.members[COMMITTEE[0]])
    plan = said(branch, code, "congress-personnel-plan", filling="half")
    assert "Số 02-ĐA/CB" in plan
    assert "27/29" in plan
    held(branch, code)
    sealing = said(branch, code, "congress-sealing-minutes", filling="full")
    assert "Hồi 11 giờ 15 phút" in sealing
    minutes = said(branch, code, "congress-minutes", filling="full")
    assert "Từ 07 giờ 30 phút đến 11 giờ 30 phút" in minutes
    assert "Có 06 đồng chí phát biểu" in minutes
    listed_by = said(branch, code, "congress-voting-list", "committee", filling="full")
    assert "Danh sách chốt hồi 07 giờ 42 phút" in listed_by, "when hands were raised on it"
    answered(branch, code)
    handing_over = said(branch, code, "congress-handing-over", filling="full")
    assert "Hồi 14 giờ 00 phút" in handing_over
    assert "Sổ nghị quyết 06 quyển từ năm 2022" in handing_over


def test_a_proposal_to_appoint_tells_why_how_it_was_voted_and_who_signs(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    answered(branch, code)
    proposal = proposed_deputy(branch, code)
    text = said(branch, code, "congress-appointment-proposal", filling="full")
    assert "đề nghị chỉ định Phó bí thư Chi bộ thôn Nà Ếch" in text
    assert "có mặt 29/31 đảng viên chính thức" in text
    assert "Phùn Văn Tiến được 27 phiếu đồng ý, bằng 93,10% của 29 đảng viên" in text
    assert "T/M CHI BỘ BÍ THƯ" in text
    branch.clock.put(date(2025, 1, 24), 8, 0)
    appointing.appoint(branch.place, proposal, "40-QĐ/ĐU", date(2025, 1, 24))
    with reading(branch.place.database) as session:
        (post,) = [
            post
            for post in session.scalars(select(Post).where(Post.kind == PostKind.DEPUTY_SECRETARY))
            if post.ends_on is None
        ]
        assert (post.holder, post.way, post.paper_number) == ("Phùn Văn Tiến", Way.APPOINTED, "40-QĐ/ĐU")
    with pytest.raises(RequestRefused, match=r"appointing\.decided"):
        appointing.withdraw_proposal(branch.place, proposal)


def test_hands_keep_how_many_were_there_when_they_were_raised(branch: Branch) -> None:
    code = prepared(branch)
    opened(branch, code)
    roll.record_presence(branch.place, code, branch.members["Chìu Thị Ánh"], Presence.ABSENT)
    hands.raise_hands(branch.place, code, Subject.RESOLUTION, hands.Hands(25, 1))
    minutes = said(branch, code, "congress-minutes", filling="half")
    assert "tán thành 25, không tán thành 01" in minutes
    assert "trên 27 đảng viên" in minutes, "two raised no card at all, not even to abstain"
    with pytest.raises(RequestRefused, match=r"'congress\.hands'"):
        hands.raise_hands(branch.place, code, Subject.RESOLUTION, hands.Hands(28))
    hands.raise_hands(branch.place, code, Subject.RESOLUTION, hands.Hands(28, present=28))
    with pytest.raises(RequestRefused, match=r"congress\.hands\.present"):
        hands.raise_hands(branch.place, code, Subject.RESOLUTION, hands.Hands(28, present=32))


def test_hours_that_cannot_be_are_refused(branch: Branch) -> None:
    code = prepared(branch)
    held(branch, code)
    for course, refused in (
        (Course(time(7, 30), time(7, 0)), r"congress\.hours"),
        (Course(time(7, 30), time(11, 30), time(8, 0)), r"congress\.sealed"),
        (Course(time(7, 30), time(23, 30)), r"meeting\.future"),
        (Course(speakers=-1), r"congress\.speakers"),
    ):
        with pytest.raises(RequestRefused, match=refused):
            record_course(branch.place, code, course)


def test_delegates_are_told_with_their_alternates_and_the_congress_they_go_to(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 12)
    code = planned(branch)
    with pytest.raises(RequestRefused, match=r"congress\.contest"):
        record_delegation(branch.place, code, Delegation("Đại hội Đảng bộ xã Mẫu lần thứ II"))
    choose_posts(branch.place, code, {"committee": 3, "secretary": 1, "delegates": 5})
    record_delegation(branch.place, code, Delegation("Đại hội Đảng bộ xã Mẫu lần thứ II", "2025 - 2030", 1))
    called(branch, code)
    bodies_chosen(branch, code, COUNTERS)
    voted_by = hands.Hands(12)
    for post, vote, marks in (
        ("committee", 1, dict(zip(COMMITTEE[:4], (12, 11, 10, 3), strict=True))),
        ("secretary", 2, {COMMITTEE[0]: 12}),
        ("delegates", 3, dict(zip(NAMES, (9, 9, 9, 9, 9, 7, 7), strict=False))),
    ):
        for name in marks:
            lists.put_up(branch.place, code, post, branch.members[name])
        lists.close_list(branch.place, code, post, voted_by, polled=True)
        print_congress_ballots(branch.place, f"{code}.{vote}", 12)
        counted(branch, f"{code}.{vote}", 12, marks, unused=0)
    text = said(branch, code, "congress-counting-minutes", "delegates", filling="half")
    assert "Đại hội Đảng bộ xã Mẫu lần thứ II" in text
    assert "dự khuyết 01 đồng chí" in text
    # Two have seven votes of twelve each; the first of them was admitted a year before.
    assert "dự khuyết: Dương Thị Lượng (7)." in text


def test_who_left_before_a_vote_is_told_apart_from_who_never_came(branch: Branch) -> None:
    code = prepared(branch)
    opened(branch, code)
    voted(branch, code, "committee", f"{code}.1", dict(zip(COMMITTEE, (28, 27, 24, 22, 20, 5), strict=True)))
    roll.record_presence(branch.place, code, branch.members["Chìu Thị Ánh"], Presence.ABSENT)
    lists.put_up(branch.place, code, "secretary", branch.members[COMMITTEE[0]])
    lists.close_list(branch.place, code, "secretary", hands.Hands(27))
    print_congress_ballots(branch.place, f"{code}.2", 31)
    counted(branch, f"{code}.2", 27, {COMMITTEE[0]: 27})
    text = said(branch, code, "congress-counting-minutes", "secretary")
    assert "vắng mặt: 04, trong đó 01 về trước khi bầu, vẫn tính vào căn cứ." in text
