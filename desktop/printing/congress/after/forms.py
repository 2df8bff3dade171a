"""Forms of what follows a congress."""

from __future__ import annotations

from desktop.printing.congress.after import (
    appointment_proposal,
    approval_decision,
    brief_list,
    handing_over,
    result_report,
    sealing_minutes,
)
from desktop.printing.party.across_form import across_form
from desktop.printing.party.letter_form import letter_form

FORMS = (
    letter_form(
        "congress-result-report",
        "Báo cáo kết quả đại hội chi bộ, đề nghị chuẩn y (mẫu tham khảo)",
        result_report.ResultReport,
        result_report,
    ),
    across_form(
        "congress-brief-list",
        "Danh sách trích ngang người trúng cử chi ủy (mẫu tham khảo)",
        brief_list.BriefList,
        brief_list,
    ),
    letter_form(
        "congress-approval-decision",
        "Quyết định chuẩn y kết quả bầu cử chi bộ (mẫu tham khảo)",
        approval_decision.ApprovalDecision,
        approval_decision,
    ),
    letter_form(
        "congress-sealing-minutes",
        "Biên bản niêm phong, bàn giao phiếu bầu của đại hội chi bộ (mẫu tham khảo)",
        sealing_minutes.SealingMinutes,
        sealing_minutes,
    ),
    letter_form(
        "congress-handing-over",
        "Biên bản bàn giao giữa hai khóa chi ủy (mẫu tham khảo)",
        handing_over.HandingOver,
        handing_over,
    ),
    letter_form(
        "congress-appointment-proposal",
        "Tờ trình đề nghị chỉ định chức danh trong chi bộ (mẫu tham khảo)",
        appointment_proposal.AppointmentProposal,
        appointment_proposal,
    ),
)
