"""Each hamlet beside the model of three posts, and heads who are no members with the next step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party.posts import PostKind
from desktop.services.party.three_posts import Fits, Slot, ThreePostsLine, three_posts
from desktop.ui.page.page import Context
from desktop.ui.party.structure_filter import ALL
from desktop.ui.party.structure_part import Empty, StructurePart
from desktop.ui.party.structure_words import post_word
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column

_SIDES = {
    Slot.SECRETARY_IS_HEAD: ((PostKind.SECRETARY,), (PostKind.HAMLET_HEAD,)),
    Slot.COMMITTEE_IS_FRONT: (
        (PostKind.DEPUTY_SECRETARY, PostKind.COMMITTEE_MEMBER),
        (PostKind.FRONT_BOARD_HEAD,),
    ),
    Slot.DEPUTY_IS_POLICE: ((PostKind.HAMLET_DEPUTY,), (PostKind.POLICE_OFFICER,)),
}


class ThreePostsPart(StructurePart):
    """The table of hamlets by slot."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        empty = Empty(
            "map-pin-fill",
            _tr("Chưa có thôn, khu phố nào"),
            _tr("Nhập danh sách thôn ở Thôn, bản; mỗi thôn một dòng, đối chiếu với mô hình ba chức danh."),
        )
        name = _tr("Mô hình ba chức danh")
        key, choices = lambda line: line.code, _choices()
        super().__init__(context, _columns(), name, empty, parent, key=key, choices=choices)
        self.findings = Findings(self.tr("Chưa là đảng viên"), self)
        self.findings.opened.connect(lambda code: self.select(lambda line: line.code == code))
        self.panel.add(self.findings)

    def load(self) -> None:
        """Read every hamlet beside the model."""
        place = self.context.workplace
        self.context.ask(lambda: three_posts(place), self._show)

    def help_text(self) -> str:
        """Explain the model."""
        return self.tr(
            "Mô hình ba chức danh: bí thư chi bộ là trưởng thôn; phó bí thư hoặc cấp ủy viên là trưởng ban "
            "công tác Mặt trận; phó trưởng thôn là công an viên. Đạt cả ba là đạt, đạt một hai là một phần. "
            "Chưa ghi ai giữ thì là thiếu số liệu, không tính là không đạt. F8 tới từng trưởng thôn chưa là "
            "đảng viên."
        )

    def next_problem(self, step: int) -> bool:
        """Walk through heads who are no members."""
        found = self.panel.walk(self.findings, step)
        if found is not None:
            self.select(lambda line: line.code == found.target)
        return found is not None

    def words_of(self, line: ThreePostsLine) -> str:
        """Return the words by which a hamlet is found: its name, its branch, who holds a post there."""
        holders = (name for names in line.holders.values() for name in names)
        return " ".join((line.hamlet, line.branch, *holders))

    def fits(self, line: ThreePostsLine, chosen: str) -> bool:
        """Tell whether a hamlet is one of those that were chosen."""
        if chosen == "joint":
            return line.joint
        if chosen == "branchless":
            return not line.branch
        return not chosen or line.fits.value == chosen

    def show_row(self, line: ThreePostsLine) -> None:
        """Show who holds what in one hamlet."""
        self.card.set_title(line.hamlet)
        said = [
            (_short(kind), ", ".join(names))
            for kind in (kind for sides in _SIDES.values() for side in sides for kind in side)
            if (names := line.holders.get(kind, ()))
        ]
        said += [(_short(kind), self.tr("thiếu số liệu")) for kind in line.missing]
        if line.joint:
            said.append((self.tr("Chi bộ"), self.tr("{0} (chi bộ ghép)").format(line.branch)))
        elif line.branch:
            said.append((self.tr("Chi bộ"), line.branch))
        self.facts.set_facts(said)

    def _show(self, lines: tuple[ThreePostsLine, ...]) -> None:
        fits = sum(line.fits is Fits.YES for line in lines)
        secretaries = sum(line.slots[Slot.SECRETARY_IS_HEAD] is Fits.YES for line in lines)
        self.said = self.tr("{0}/{2} thôn đạt cả ba; {1}/{2} thôn có bí thư là trưởng thôn").format(
            fits, secretaries, len(lines)
        )
        self.set_rows(lines)
        others = [line for line in lines if PostKind.HAMLET_HEAD in line.holders and not line.head_is_member]
        self.findings.set_findings([self._finding(line) for line in others])
        self.findings.setVisible(bool(others))

    def _finding(self, line: ThreePostsLine) -> Finding:
        name = line.holders[PostKind.HAMLET_HEAD][0]
        if line.head_is_member is None:
            return Finding(
                "not_yet",
                f"{line.hamlet}: {name}",
                self.tr("Chưa rõ có phải đảng viên không: đối chiếu danh sách đảng viên của chi bộ."),
                target=line.code,
            )
        return Finding(
            "attention",
            f"{line.hamlet}: {name}",
            self.tr("Mời dự sinh hoạt chi bộ mở rộng, bồi dưỡng nhận thức về Đảng, giới thiệu kết nạp."),
            target=line.code,
        )


def _choices() -> list[tuple[str, str]]:
    return [
        (ALL, _tr("Tất cả")),
        (Fits.YES.value, _tr("Đạt cả ba")),
        (Fits.PARTLY.value, _tr("Đạt một phần")),
        (Fits.NO.value, _tr("Chưa đạt")),
        (Fits.UNKNOWN.value, _tr("Thiếu số liệu")),
        ("joint", _tr("Chi bộ ghép")),
        ("branchless", _tr("Chưa có chi bộ")),
    ]


def _columns() -> tuple[Column, ...]:
    words = {
        Slot.SECRETARY_IS_HEAD: _tr("Bí thư, trưởng thôn"),
        Slot.COMMITTEE_IS_FRONT: _tr("Cấp ủy, Mặt trận"),
        Slot.DEPUTY_IS_POLICE: _tr("Phó thôn, công an"),
    }
    return (
        Column(_tr("Thôn, khu phố"), lambda line: line.hamlet, sub=_joint, weight="medium"),
        *(
            Column(word, lambda _: "", state=partial(_slot_state, slot), width=158)
            for slot, word in words.items()
        ),
        Column(_tr("Mô hình"), lambda _: "", state=_state, width=120),
    )


def _short(kind: PostKind) -> str:
    return {
        PostKind.FRONT_BOARD_HEAD: _tr("Trưởng ban MT"),
        PostKind.HAMLET_DEPUTY: _tr("Phó thôn"),
    }.get(kind, post_word(kind))


def _joint(line: ThreePostsLine) -> str:
    return _tr("chi bộ ghép") if line.joint else "" if line.branch else _tr("chưa có chi bộ")


def _slot_state(slot: Slot, line: ThreePostsLine) -> State:
    return {
        Fits.YES: State("done", _tr("Đạt")),
        Fits.NO: State("not_yet", _tr("Chưa")),
        Fits.UNKNOWN: State("attention", _tr("thiếu số liệu")),
    }[line.slots[slot]]


def _state(line: ThreePostsLine) -> State:
    return {
        Fits.YES: State("done", _tr("Đạt")),
        Fits.PARTLY: State("doing", _tr("Một phần")),
        Fits.NO: State("not_yet", _tr("Chưa đạt")),
        Fits.UNKNOWN: State("attention", _tr("thiếu số liệu")),
    }[line.fits]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
