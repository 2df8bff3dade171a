"""Forms of the dismissal of a hamlet's head."""

from __future__ import annotations

from desktop.printing.hamlet_head.dismissal import (
    answer,
    counting,
    decision,
    invitation,
    minutes,
    petition,
    proposal,
    proposals_list,
    request,
    submission,
)
from desktop.printing.state.text_form import state_form

FORMS = (
    state_form(
        "dismissal-request", "Đơn xin thôi làm trưởng thôn (mẫu tham khảo)", request.DismissalRequest, request
    ),
    state_form(
        "dismissal-proposal",
        "Đề nghị cho thôi của Ban công tác Mặt trận (mẫu tham khảo)",
        proposal.DismissalProposal,
        proposal,
    ),
    state_form(
        "dismissal-petition",
        "Kiến nghị cho thôi của các hộ gia đình (mẫu tham khảo)",
        petition.DismissalPetition,
        petition,
    ),
    state_form(
        "dismissal-invitation",
        "Giấy mời họp về việc cho thôi (theo Mẫu số 01)",
        invitation.DismissalInvitation,
        invitation,
    ),
    state_form(
        "dismissal-minutes",
        "Biên bản cuộc họp về việc cho thôi (theo Mẫu số 03)",
        minutes.DismissalMinutes,
        minutes,
    ),
    state_form(
        "dismissal-counting-minutes",
        "Biên bản kiểm phiếu về việc cho thôi (theo Mẫu số 02, 04)",
        counting.DismissalCount,
        counting,
    ),
    state_form(
        "dismissal-submission",
        "Tờ trình kết quả họp về việc cho thôi (mẫu tham khảo)",
        submission.DismissalSubmission,
        submission,
    ),
    state_form(
        "dismissal-decision",
        "Quyết định công nhận cho thôi làm trưởng thôn (mẫu tham khảo)",
        decision.DismissalDecision,
        decision,
    ),
    state_form(
        "dismissal-commune-decision",
        "Quyết định cho thôi khi cuộc họp không tán thành (mẫu tham khảo)",
        decision.DismissalDecision,
        decision,
    ),
    state_form(
        "dismissal-answer",
        "Văn bản trả lời về việc cho thôi (mẫu tham khảo)",
        answer.DismissalAnswer,
        answer,
    ),
    state_form(
        "replacement-proposals",
        "Danh sách đề xuất thay trưởng thôn (mẫu tham khảo)",
        proposals_list.ReplacementProposals,
        proposals_list,
    ),
)
