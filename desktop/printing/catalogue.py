"""Every form by name: its input, its drawing, its sample."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop.errors import PaperRefused
from desktop.printing import (
    ballot_handover,
    counting_blank,
    counting_minutes,
    cover_checklist,
    hamlet_ballot,
    hold_again_decision,
    invitation,
    meeting_minutes,
    recognition_decision,
    result_notice,
    sign_in_roll,
    tally_sheet,
)
from desktop.printing.ballot_facts import HamletBallot
from desktop.printing.counting_facts import CountingMinutes
from desktop.printing.roll_facts import SignInRoll
from desktop.printing.tally_facts import TallySheet


@dataclass(frozen=True, slots=True)
class Form:
    """A paper that can be printed from a file, with no database.

    Args:
        name: as typed on the command line.
        title: for a clerk.
        input_type: what :func:`read_input` makes of the file.
        draw: prints it.
        draw_blank: prints it to be filled in with a pen; None where that makes no sense.
    """

    name: str
    title: str
    input_type: type
    draw: Callable[[Any, bool], bytes]
    draw_blank: Callable[[Any, bool], bytes] | None = None

    @property
    def sample(self) -> str:
        """The file in ``resources/forms`` that holds a sample input, of invented people."""
        return f"{self.name}.json"


_FORMS = (
    Form(
        "hamlet-ballot",
        "Phiếu bầu cử trưởng thôn (gạch tên)",
        HamletBallot,
        lambda ballot, training: hamlet_ballot.draw(ballot, 1, training=training),
    ),
    Form(
        "hamlet-ballot-agree",
        "Phiếu bầu cử trưởng thôn (đồng ý, không đồng ý)",
        HamletBallot,
        lambda ballot, training: hamlet_ballot.draw(ballot, 1, training=training),
    ),
    Form(
        "counting-minutes",
        "Biên bản kiểm phiếu bầu trưởng thôn (theo Mẫu số 02)",
        CountingMinutes,
        lambda minutes, training: counting_minutes.draw(minutes, training=training),
        lambda minutes, training: counting_blank.draw_blank(
            counting_blank.half_filled(minutes), training=training
        ),
    ),
    Form(
        "counting-minutes-blank",
        "Biên bản kiểm phiếu để điền tay (theo Mẫu số 02)",
        counting_blank.BlankMinutes,
        lambda minutes, training: counting_blank.draw_blank(minutes, training=training),
    ),
    Form(
        "cover-checklist",
        "Phiếu kiểm phong bì",
        cover_checklist.CoverChecklist,
        lambda checklist, training: cover_checklist.draw(checklist, training=training),
    ),
    Form(
        "ballot-handover",
        "Biên bản giao nhận phiếu bầu",
        ballot_handover.BallotHandover,
        lambda handover, training: ballot_handover.draw(handover, training=training),
    ),
    Form(
        "sign-in-roll",
        "Danh sách đại diện hộ gia đình ký nhận phiếu, điểm danh",
        SignInRoll,
        lambda roll, training: sign_in_roll.draw(roll, training=training),
    ),
    Form(
        "tally-sheet",
        "Bảng ghi kết quả kiểm phiếu",
        TallySheet,
        lambda sheet, training: tally_sheet.draw(sheet, training=training),
    ),
    Form(
        "recognition-decision",
        "Quyết định công nhận kết quả bầu cử (mẫu tham khảo)",
        recognition_decision.RecognitionDecision,
        lambda decision, training: recognition_decision.draw(decision, training=training),
    ),
    Form(
        "hold-again-decision",
        "Quyết định tổ chức bầu cử lại (mẫu tham khảo)",
        hold_again_decision.HoldAgainDecision,
        lambda decision, training: hold_again_decision.draw(decision, training=training),
    ),
    Form(
        "invitation",
        "Giấy mời họp bầu trưởng thôn (theo Mẫu số 01)",
        invitation.Invitation,
        lambda letter, training: invitation.draw(letter, training=training),
    ),
    Form(
        "meeting-minutes",
        "Biên bản cuộc họp bầu trưởng thôn (theo Mẫu số 03)",
        meeting_minutes.MeetingMinutes,
        lambda minutes, training: meeting_minutes.draw(minutes, training=training),
    ),
    Form(
        "result-notice",
        "Thông báo kết quả bầu cử",
        result_notice.ResultNotice,
        lambda notice, training: result_notice.draw(notice, training=training),
    ),
)

FORMS: dict[str, Form] = {form.name: form for form in _FORMS}
"""The forms in the order in which they are listed."""


def find(name: str) -> Form:
    """Give the form of that name.

    Raises:
        PaperRefused: ``paper.no_such_form``.
    """
    form = FORMS.get(name)
    if form is None:
        raise PaperRefused("paper.no_such_form", where=name, known=", ".join(FORMS))
    return form


def read_input(form: Form, document: bytes, *, where: str) -> Any:
    """Read the input of a form from JSON, strictly typed.

    Args:
        form: whose input it is.
        document: JSON in UTF-8.
        where: the file's name, for the refusal.

    Raises:
        PaperRefused: ``paper.input``: no JSON, a missing or wrong field.
    """
    try:
        return msgspec.json.decode(document, type=form.input_type)
    except msgspec.ValidationError as error:
        raise PaperRefused("paper.input", where=where, field=_field_named(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PaperRefused("paper.input", where=where, field="JSON") from error


def _field_named(message: str) -> str:
    # The message names types, a missing field and a path such as `$.candidates[0].votes`, never a value.
    path = re.search(r"at `\$\.?([^`]*)`", message)
    missing = re.search(r"missing required field `(\w+)`", message)
    return ".".join(found[1] for found in (path, missing) if found and found[1]) or "?"
