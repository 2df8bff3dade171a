"""Every form by name."""

from __future__ import annotations

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import HamletBallot, HandOutSlip
from desktop.printing.congress import (
    appointment_proposal,
    approval_decision,
    attendance_report,
    brief_list,
    handing_over,
    personnel_plan,
    programme,
    result_report,
    roll_call,
    working_rules,
)
from desktop.printing.congress import ballot as congress_ballot
from desktop.printing.congress import counting_minutes as congress_counting_minutes
from desktop.printing.congress import invitation as congress_invitation
from desktop.printing.congress import minutes as congress_minutes
from desktop.printing.congress import minutes_facts as congress_minutes_facts
from desktop.printing.congress import notice as congress_notice
from desktop.printing.congress import resolution as congress_resolution
from desktop.printing.congress import sealing_minutes as congress_sealing_minutes
from desktop.printing.congress import tally_sheet as congress_tally_sheet
from desktop.printing.congress import voting_list as congress_voting_list
from desktop.printing.congress.ballot_facts import CongressBallot
from desktop.printing.counting.facts import CountingMinutes
from desktop.printing.counting.roll_facts import SignInRoll
from desktop.printing.counting.tally_facts import TallySheet
from desktop.printing.form import Form
from desktop.printing.hamlet_head.after import (
    hold_again_decision,
    recognition_decision,
    result_notice,
    result_notice_blank,
    submission,
)
from desktop.printing.hamlet_head.before import (
    call_decision,
    candidate_list,
    cluster_decision,
    hand_out_notice,
    hand_out_plan,
    invitation,
    nomination_minutes,
    posted_roll,
    posting_sheet,
    provisional_decision,
    roll_changes,
    roll_check,
    team_decision,
    wall_sheet,
    wall_sheet_facts,
)
from desktop.printing.hamlet_head.before.hand_out_facts import HandOutPaper
from desktop.printing.hamlet_head.count import blank as counting_blank
from desktop.printing.hamlet_head.count import check_sheet, meeting_blank, meeting_minutes, stock_minutes
from desktop.printing.hamlet_head.count import minutes as counting_minutes
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.hamlet_head.day import ballot as hamlet_ballot
from desktop.printing.hamlet_head.day import (
    ballot_handover,
    cover_checklist,
    hand_out_slip,
    separator_sheet,
    sign_in_roll,
    tally_sheet,
)
from desktop.printing.office import package_slip, recovery_sheet, register
from desktop.printing.party.across_form import across_form
from desktop.printing.party.letter_form import letter_form
from desktop.printing.registers import book, roster
from desktop.printing.state.text_form import state_form, state_pen_form


def _ballot(ballot: HamletBallot, /, *, training: bool) -> bytes:
    return hamlet_ballot.draw(ballot, 1, training=training)


def _congress_ballot(ballot: CongressBallot, /, *, training: bool) -> bytes:
    return congress_ballot.draw(ballot, 1, training=training)


def _slip(slip: HandOutSlip, /, *, training: bool) -> bytes:
    return hand_out_slip.draw(slip, 1, training=training)


_FORMS = (
    # Before the day.
    Form(
        "wall-sheet",
        "Lịch các mốc bầu cử trưởng thôn để treo tường",
        wall_sheet_facts.WallSheet,
        wall_sheet.draw,
        for_pen=wall_sheet_facts.for_pen,
    ),
    state_form(
        "call-decision",
        "Quyết định tổ chức bầu cử (mẫu tham khảo)",
        call_decision.CallDecision,
        call_decision,
    ),
    state_form(
        "team-decision",
        "Quyết định thành lập Tổ bầu cử (mẫu tham khảo)",
        team_decision.TeamDecision,
        team_decision,
    ),
    state_form(
        "cluster-decision",
        "Quyết định họp theo cụm dân cư (mẫu tham khảo)",
        cluster_decision.ClusterDecision,
        cluster_decision,
    ),
    state_form(
        "provisional-decision",
        "Quyết định chỉ định Trưởng thôn lâm thời (mẫu tham khảo)",
        provisional_decision.ProvisionalDecision,
        provisional_decision,
    ),
    state_form(
        "nomination-minutes",
        "Biên bản cuộc họp dự kiến danh sách người ứng cử (theo Mẫu số 05)",
        nomination_minutes.NominationMinutes,
        nomination_minutes,
    ),
    state_form(
        "official-list-minutes",
        "Biên bản cuộc họp lập danh sách chính thức người ứng cử (theo Mẫu số 05)",
        nomination_minutes.NominationMinutes,
        nomination_minutes,
    ),
    state_form(
        "candidate-list", "Danh sách chính thức người ứng cử", candidate_list.CandidateList, candidate_list
    ),
    state_form(
        "posted-roll", "Danh sách đại diện hộ gia đình để niêm yết", posted_roll.PostedRoll, posted_roll
    ),
    state_form(
        "roll-check", "Bảng đối chiếu sổ hộ với danh sách cử tri", roll_check.RollCheckSheet, roll_check
    ),
    state_form(
        "roll-supplements",
        "Danh sách bổ sung sau khi niêm yết",
        roll_changes.RollChangesList,
        roll_changes,
    ),
    state_form(
        "roll-removals",
        "Danh sách đưa ra khỏi danh sách sau khi niêm yết",
        roll_changes.RollChangesList,
        roll_changes,
    ),
    Form(
        "posting-sheet",
        "Tờ giới thiệu người ứng cử có ảnh để niêm yết",
        posting_sheet.PostingSheet,
        posting_sheet.draw,
    ),
    state_form(
        "invitation", "Giấy mời họp bầu trưởng thôn (theo Mẫu số 01)", invitation.Invitation, invitation
    ),
    state_form(
        "hand-out-plan",
        "Kế hoạch phát phiếu lấy ý kiến của hộ gia đình",
        HandOutPaper,
        hand_out_plan,
    ),
    state_form(
        "hand-out-notice",
        "Thông báo phát phiếu lấy ý kiến của hộ gia đình",
        HandOutPaper,
        hand_out_notice,
    ),
    # The eve.
    Form("hamlet-ballot", "Phiếu bầu cử trưởng thôn (gạch tên)", HamletBallot, _ballot, has_blank=False),
    Form(
        "hamlet-ballot-agree",
        "Phiếu bầu cử trưởng thôn (đồng ý, không đồng ý)",
        HamletBallot,
        _ballot,
        has_blank=False,
    ),
    Form(
        "hamlet-ballot-large",
        "Phiếu bầu cử trưởng thôn in chữ lớn",
        HamletBallot,
        _ballot,
        has_blank=False,
    ),
    Form(
        "hand-out-slip",
        "Phiếu lấy ý kiến của hộ gia đình về bầu trưởng thôn",
        HandOutSlip,
        _slip,
        has_blank=False,
    ),
    state_form("cover-checklist", "Phiếu kiểm phong bì", cover_checklist.CoverChecklist, cover_checklist),
    Form(
        "separator-sheet",
        "Tờ ngăn giữa các chồng giấy",
        separator_sheet.SeparatorSheets,
        separator_sheet.draw,
    ),
    state_form(
        "ballot-handover", "Biên bản giao nhận phiếu bầu", ballot_handover.BallotHandover, ballot_handover
    ),
    Form(
        "sign-in-roll",
        "Danh sách đại diện hộ gia đình ký nhận phiếu, điểm danh",
        SignInRoll,
        sign_in_roll.draw,
    ),
    Form("tally-sheet", "Bảng ghi kết quả kiểm phiếu", TallySheet, tally_sheet.draw),
    # The day.
    state_form("check-sheet", "Tờ kiểm tra số liệu kiểm phiếu", check_sheet.CheckSheet, check_sheet),
    state_form(
        "counting-minutes",
        "Biên bản kiểm phiếu bầu trưởng thôn (theo Mẫu số 02)",
        CountingMinutes,
        counting_minutes,
        counting_blank,
    ),
    state_pen_form(
        "counting-minutes-blank",
        "Biên bản kiểm phiếu để điền tay (theo Mẫu số 02)",
        BlankMinutes,
        counting_blank,
    ),
    state_form(
        "meeting-minutes",
        "Biên bản cuộc họp bầu trưởng thôn (theo Mẫu số 03)",
        meeting_minutes.MeetingMinutes,
        meeting_minutes,
        meeting_blank,
    ),
    state_pen_form(
        "meeting-minutes-blank",
        "Biên bản cuộc họp để điền tay (theo Mẫu số 03)",
        meeting_blank.BlankMeeting,
        meeting_blank,
    ),
    state_form(
        "handed-out-minutes",
        "Biên bản kiểm phiếu phát đến hộ gia đình (theo Mẫu số 04)",
        CountingMinutes,
        counting_minutes,
        counting_blank,
    ),
    state_pen_form(
        "handed-out-minutes-blank",
        "Biên bản kiểm phiếu phát đến hộ để điền tay (theo Mẫu số 04)",
        BlankMinutes,
        counting_blank,
    ),
    state_form("stock-minutes", "Biên bản xác nhận số phiếu bầu", stock_minutes.StockMinutes, stock_minutes),
    # After it.
    state_form(
        "result-notice",
        "Thông báo kết quả bầu cử",
        result_notice.ResultNotice,
        result_notice,
        result_notice_blank,
    ),
    state_pen_form(
        "result-notice-blank",
        "Thông báo kết quả bầu cử để điền tay",
        result_notice_blank.BlankNotice,
        result_notice_blank,
    ),
    state_form("submission", "Tờ trình kết quả bầu cử (mẫu tham khảo)", submission.Submission, submission),
    state_form(
        "recognition-decision",
        "Quyết định công nhận kết quả bầu cử (mẫu tham khảo)",
        recognition_decision.RecognitionDecision,
        recognition_decision,
    ),
    state_form(
        "hold-again-decision",
        "Quyết định tổ chức bầu cử lại (mẫu tham khảo)",
        hold_again_decision.HoldAgainDecision,
        hold_again_decision,
    ),
    # Registers of the Party's members.
    across_form(
        "member-roster",
        "Sổ danh sách đảng viên, 14 cột (mẫu tham khảo theo Mẫu 7-HSĐV)",
        roster.MemberRoster,
        roster,
    ),
    across_form(
        "member-book",
        "Sổ đảng viên theo thời gian, có bìa (mẫu tham khảo)",
        book.MemberBook,
        book,
    ),
    # The registers, at any time.
    state_form("hamlet-register", "Danh sách thôn, khu phố của xã", register.Register, register),
    state_form("household-register", "Danh sách hộ gia đình của thôn", register.Register, register),
    state_form("household-member-register", "Danh sách thành viên hộ gia đình", register.Register, register),
    Form("package-slip", "Phiếu gửi kèm gói dữ liệu", package_slip.PackageSlip, package_slip.draw),
    Form("recovery-sheet", "Phiếu khôi phục khóa", recovery_sheet.RecoverySheet, recovery_sheet.draw),
    # Of a branch congress.
    letter_form(
        "congress-resolution",
        "Nghị quyết đại hội chi bộ (mẫu tham khảo)",
        congress_resolution.Resolution,
        congress_resolution,
    ),
    letter_form(
        "congress-attendance-report",
        "Báo cáo tình hình đảng viên dự đại hội chi bộ (mẫu tham khảo)",
        attendance_report.AttendanceReport,
        attendance_report,
    ),
    letter_form(
        "congress-counting-minutes",
        "Biên bản kiểm phiếu của đại hội chi bộ (mẫu tham khảo)",
        congress_counting_minutes.CountingMinutes,
        congress_counting_minutes,
    ),
    letter_form(
        "congress-voting-list",
        "Danh sách bầu cử tại đại hội chi bộ (mẫu tham khảo)",
        congress_voting_list.VotingList,
        congress_voting_list,
    ),
    letter_form(
        "congress-sealing-minutes",
        "Biên bản niêm phong, bàn giao phiếu bầu của đại hội chi bộ (mẫu tham khảo)",
        congress_sealing_minutes.SealingMinutes,
        congress_sealing_minutes,
    ),
    Form(
        "congress-ballot",
        "Phiếu bầu tại đại hội chi bộ, danh sách có số dư (gạch tên)",
        CongressBallot,
        _congress_ballot,
        has_blank=False,
    ),
    Form(
        "congress-ballot-agree",
        "Phiếu bầu tại đại hội chi bộ, danh sách không có số dư (đồng ý, không đồng ý)",
        CongressBallot,
        _congress_ballot,
        has_blank=False,
    ),
    Form(
        "congress-ballot-single",
        "Phiếu bầu tại đại hội chi bộ, một người (đồng ý, không đồng ý)",
        CongressBallot,
        _congress_ballot,
        has_blank=False,
    ),
    Form(
        "congress-ballot-large",
        "Phiếu bầu tại đại hội chi bộ in chữ lớn",
        CongressBallot,
        _congress_ballot,
        has_blank=False,
    ),
    Form(
        "congress-tally-sheet",
        "Bảng ghi kết quả kiểm phiếu tại đại hội chi bộ",
        congress_tally_sheet.CongressTally,
        congress_tally_sheet.draw,
    ),
    letter_form(
        "congress-result-report",
        "Báo cáo kết quả đại hội chi bộ, đề nghị chuẩn y (mẫu tham khảo)",
        result_report.ResultReport,
        result_report,
    ),
    letter_form(
        "congress-minutes",
        "Biên bản đại hội chi bộ (mẫu tham khảo)",
        congress_minutes_facts.CongressMinutes,
        congress_minutes,
    ),
    letter_form(
        "congress-personnel-plan",
        "Đề án nhân sự chi ủy và danh sách giới thiệu (mẫu tham khảo)",
        personnel_plan.PersonnelPlan,
        personnel_plan,
    ),
    letter_form(
        "congress-appointment-proposal",
        "Tờ trình đề nghị chỉ định chức danh trong chi bộ (mẫu tham khảo)",
        appointment_proposal.AppointmentProposal,
        appointment_proposal,
    ),
    letter_form(
        "congress-approval-decision",
        "Quyết định chuẩn y kết quả bầu cử chi bộ (mẫu tham khảo)",
        approval_decision.ApprovalDecision,
        approval_decision,
    ),
    letter_form(
        "congress-notice",
        "Thông báo tổ chức đại hội chi bộ (mẫu tham khảo)",
        congress_notice.CongressNotice,
        congress_notice,
    ),
    letter_form(
        "congress-invitation",
        "Giấy mời dự đại hội chi bộ (mẫu tham khảo)",
        congress_invitation.CongressInvitation,
        congress_invitation,
    ),
    letter_form(
        "congress-programme",
        "Chương trình đại hội chi bộ (mẫu tham khảo)",
        programme.Programme,
        programme,
    ),
    letter_form(
        "congress-working-rules",
        "Quy chế làm việc của đại hội chi bộ (mẫu tham khảo)",
        working_rules.WorkingRules,
        working_rules,
    ),
    letter_form(
        "congress-handing-over",
        "Biên bản bàn giao giữa hai khóa chi ủy (mẫu tham khảo)",
        handing_over.HandingOver,
        handing_over,
    ),
    across_form(
        "congress-brief-list",
        "Danh sách trích ngang người trúng cử chi ủy (mẫu tham khảo)",
        brief_list.BriefList,
        brief_list,
    ),
    across_form(
        "congress-roll-call",
        "Danh sách điểm danh đảng viên dự đại hội chi bộ (mẫu tham khảo)",
        roll_call.RollCall,
        roll_call,
    ),
)

FORMS: dict[str, Form] = {form.name: form for form in _FORMS}
"""The forms in the order in which they are listed: as an election goes."""


def find(name: str) -> Form:
    """Give the form of that name.

    Raises:
        PaperRefused: ``paper.no_such_form``.
    """
    form = FORMS.get(name)
    if form is None:
        raise PaperRefused("paper.no_such_form", where=name, known=", ".join(FORMS))
    return form
