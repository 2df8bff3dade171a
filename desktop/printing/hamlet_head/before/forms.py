"""Forms of what is made before the election of a hamlet's head."""

from __future__ import annotations

from desktop.printing.form import Form
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
from desktop.printing.state.text_form import state_form

FORMS = (
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
)
