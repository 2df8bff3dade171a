"""How the papers of an election are spoken of: groups, states, what a filling means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.services.papers.lines import Filling, Gap, PaperLine, PaperScope
from desktop.ui.page.step_words import step_word
from desktop.ui.widgets.findings import Finding
from desktop.ui.widgets.state import State
from desktop.wording import words

WHOLE_SET = ""
"""The form of the line that stands for all papers of a hamlet."""


def whole_set(lines: Sequence[PaperLine]) -> PaperLine:
    """Return the line that stands for all papers of a hamlet; each is full, half or left out by itself."""
    counted = [line for line in lines if not line.printed_at]
    full = sum(line.state == "full" for line in counted)
    fillings: tuple[Filling, ...] = ("full", "half", "blank") if full else ("half", "blank")
    return PaperLine(
        form=WHOLE_SET,
        title=QCoreApplication.translate("Papers", "Cả bộ giấy tờ của thôn"),
        note="",
        group="before",
        state="full" if full == len(counted) else "half",
        fillings=fillings,
        gaps=(),
        facts=(),
        full=full,
        elections=len(counted),
        printed_at="",
        is_text=False,
    )


def short_word(line: PaperLine) -> str:
    """Name a paper in a list."""
    if line.form == WHOLE_SET:
        return QCoreApplication.translate("Papers", "Cả bộ giấy tờ")
    return words(f"form.{line.form}")


def group_words(group: str) -> str:
    """Name a group of papers."""
    translate = QCoreApplication.translate
    return {
        "before": translate("Papers", "Trước ngày bầu"),
        "day": translate("Papers", "Ngày họp"),
        "count": translate("Papers", "Kiểm phiếu"),
        "after": translate("Papers", "Sau bầu"),
    }[group]


def scope_words(scope: PaperScope) -> str:
    """Name what papers are printed for."""
    translate = QCoreApplication.translate
    if scope.hamlet:
        return translate("Papers", "{0}, {1}").format(scope.hamlet, f"{scope.held_on:%d/%m/%Y}")
    said = translate("Papers", "Cả xã, {0} thôn, {1}")
    return said.format(len(scope.codes), f"{scope.held_on:%d/%m/%Y}")


def state_of(line: PaperLine) -> State:
    """Show how far a paper can be filled, or that what is printed of it bears another day."""
    if line.outdated:
        return State("attention")
    return State({"full": "done", "half": "doing", "blank": "not_yet"}[line.state])  # type: ignore[arg-type]  # kinds


def state_words(line: PaperLine) -> str:
    """Say in a few words that what is printed bears another day, else how far a paper can be filled."""
    translate = QCoreApplication.translate
    if line.outdated:
        return _outdated_words(line)
    if line.printed_at:
        return translate("Papers", "In ở bước {0}").format(step_word(line.printed_at))
    if line.form == WHOLE_SET:
        return translate("Papers", "{0}/{1} giấy tờ đủ số liệu").format(line.full, line.elections)
    if line.elections > 1:
        return translate("Papers", "Đủ {0}/{1} thôn").format(line.full, line.elections)
    if line.state == "full":
        return translate("Papers", "Đủ số liệu")
    entered = [gap.lacks for gap in line.gaps if gap.step]
    return words(entered[0]) if entered else translate("Papers", "Còn chỗ ghi tay")


def _outdated_words(line: PaperLine) -> str:
    translate = QCoreApplication.translate
    if line.printed_for is None:
        return translate("Papers", "{0} thôn đã cũ, in lại").format(line.outdated)
    return translate("Papers", "Đã cũ: in cho ngày {0}, in lại").format(f"{line.printed_for:%d/%m/%Y}")


def filling_words(filling: Filling) -> str:
    """Name a filling."""
    translate = QCoreApplication.translate
    return {
        "full": translate("Papers", "Đủ số liệu"),
        "half": translate("Papers", "Điền sẵn"),
        "blank": translate("Papers", "Để trống"),
    }[filling]


def filling_meaning(line: PaperLine, filling: Filling) -> str:
    """Say what a filling prints."""
    translate = QCoreApplication.translate
    several = line.form == WHOLE_SET or line.elections > 1
    if filling == "blank":
        return translate("Papers", "Không có số liệu nào; để ghi tay khi mất điện.")
    if filling == "full":
        if several:
            return translate("Papers", "Chỉ in những tờ đã đủ số liệu.")
        return translate("Papers", "Mọi số liệu lấy từ sổ, không gõ lại.")
    if several:
        return translate("Papers", "Tờ nào đủ thì in đủ; chỗ thiếu để chấm, ghi tay.")
    if line.state == "full":
        return translate("Papers", "In sẵn phần đầu; số liệu và danh sách ghi tay.")
    return translate("Papers", "In những gì đã có; chỗ thiếu để chấm, ghi tay.")


def gap_findings(line: PaperLine) -> list[Finding]:
    """Say what is missing: one by one, of several hamlets hamlet by hamlet."""
    if line.elections == 1:
        return [_finding(gap) for gap in line.gaps]
    hamlets: dict[str, list[Gap]] = {}
    for gap in line.gaps:
        if gap.step:
            hamlets.setdefault(gap.code, []).append(gap)
    found = [
        Finding(
            "attention",
            gaps[0].hamlet,
            "; ".join([words(gaps[0].lacks), *(_inside(words(gap.lacks)) for gap in gaps[1:])]),
            target=gaps[0],
        )
        for gaps in hamlets.values()
    ]
    by_hand = next((gap for gap in line.gaps if not gap.step), None)
    if by_hand is not None:
        found.append(_by_hand(by_hand))
    return found


def _finding(gap: Gap) -> Finding:
    translate = QCoreApplication.translate
    if not gap.step:
        return _by_hand(gap)
    if gap.step == "plan":
        return Finding(
            "attention", words(gap.lacks), translate("Papers", "Mở ngày, giờ, nơi họp để ghi."), target=gap
        )
    where = translate("Papers", "Mở bước {0} để ghi.").format(step_word(gap.step))
    return Finding("attention", words(gap.lacks), where, target=gap)


def _inside(said: str) -> str:
    return f"{said[:1].lower()}{said[1:]}"


def _by_hand(gap: Gap) -> Finding:
    left = words(gap.lacks)
    said = QCoreApplication.translate("Papers", "Ghi bằng bút")
    return Finding("not_yet", said, f"{left[:1].upper()}{left[1:]}.")
