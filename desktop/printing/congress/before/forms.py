"""Forms of what is made before a congress."""

from __future__ import annotations

from dataclasses import replace

from desktop.printing.congress.before import (
    invitation,
    notice,
    personnel_list,
    personnel_plan,
    programme,
    report,
    roll_call,
    wall_sheet,
    working_rules,
)
from desktop.printing.party.across_form import across_form
from desktop.printing.party.letter_form import letter_form

FORMS = (
    letter_form(
        "congress-notice",
        "Thông báo tổ chức đại hội chi bộ (mẫu tham khảo)",
        notice.CongressNotice,
        notice,
    ),
    letter_form(
        "congress-invitation",
        "Giấy mời dự đại hội chi bộ (mẫu tham khảo)",
        invitation.CongressInvitation,
        invitation,
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
        "congress-political-report",
        "Báo cáo tổng kết nhiệm kỳ, phương hướng nhiệm kỳ mới (mẫu tham khảo)",
        report.CongressReport,
        report,
    ),
    letter_form(
        "congress-committee-review",
        "Báo cáo kiểm điểm của chi ủy (mẫu tham khảo)",
        report.CongressReport,
        report,
    ),
    letter_form(
        "congress-personnel-plan",
        "Đề án nhân sự chi ủy và danh sách giới thiệu (mẫu tham khảo)",
        personnel_plan.PersonnelPlan,
        personnel_plan,
    ),
    replace(
        across_form(
            "congress-wall-sheet",
            "Lịch các mốc đại hội chi bộ để treo tường (mẫu tham khảo)",
            wall_sheet.CongressWallSheet,
            wall_sheet,
        ),
        for_pen=wall_sheet.for_pen,
    ),
    across_form(
        "congress-personnel-list",
        "Danh sách nhân sự giới thiệu, tờ ngang (mẫu tham khảo)",
        personnel_list.PersonnelList,
        personnel_list,
    ),
    across_form(
        "congress-roll-call",
        "Danh sách điểm danh đảng viên dự đại hội chi bộ (mẫu tham khảo)",
        roll_call.RollCall,
        roll_call,
    ),
)
