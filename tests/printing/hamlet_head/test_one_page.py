"""Decisions of one page: set closer where they need a little more, and parted where even that is too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.printing.catalogue import FORMS
from desktop.printing.form_input import read_input
from desktop.printing.hamlet_head.after import recognition_decision
from desktop.printing.setting.block import Closing
from desktop.printing.setting.sheets import page_count
from tests.printing.pages import texts
from tests.printing.samples import sample

_LAW_OF_2026 = (
    "Căn cứ Nghị định số 185/2026/NĐ-CP ngày 26 tháng 5 năm 2026 của Chính phủ quy định về tổ chức, hoạt "
    "động của thôn, tổ dân phố và chế độ, chính sách đối với người hoạt động không chuyên trách ở thôn, "
    "tổ dân phố"
)
_COMMITTEE = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
_DEPUTY = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def _decision(signer_lines: tuple[str, ...], executors: str = "") -> recognition_decision.RecognitionDecision:
    form = FORMS["recognition-decision"]
    decision = read_input(form, sample(form.name), where=form.name)
    assert isinstance(decision, recognition_decision.RecognitionDecision)
    frame = decision.frame
    bases = (*frame.bases[1:3], _LAW_OF_2026, *frame.bases[3:])
    return replace(
        decision,
        frame=replace(frame, bases=bases, signer_lines=signer_lines, executors=executors or frame.executors),
    )


@pytest.mark.parametrize("signer_lines", [("CHỦ TỊCH",), _COMMITTEE, _DEPUTY])
def test_a_recognition_by_the_law_of_2026_fills_one_page_whoever_signs(signer_lines: tuple[str, ...]) -> None:
    assert page_count(recognition_decision.draw(_decision(signer_lines), training=True)) == 1


def test_a_long_last_article_is_parted_and_its_last_two_lines_stay_with_the_signature() -> None:
    executors = ", ".join(f"Trưởng Phòng chuyên môn thứ {number} của xã" for number in range(1, 24))
    decision = _decision(_DEPUTY, executors)
    first, second = texts(recognition_decision.draw(decision, training=True))
    assert "Điều 3." in first
    assert "PHÓ CHỦ TỊCH" in second
    above = second[: second.index("TM. ỦY BAN NHÂN DÂN")]
    assert "chịu trách nhiệm thi hành Quyết định này./." in " ".join(above.split())
    assert "Trưởng Phòng chuyên môn" in above
    last = recognition_decision.compose(decision).blocks[-1]
    assert isinstance(last, Closing)
