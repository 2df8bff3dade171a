"""Forms of what follows the count."""

from __future__ import annotations

from desktop.printing.hamlet_head.after import (
    hold_again_decision,
    recognition_decision,
    result_notice,
    result_notice_blank,
    submission,
)
from desktop.printing.state.text_form import state_form, state_pen_form

FORMS = (
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
)
