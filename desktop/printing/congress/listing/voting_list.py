"""The voting list of one post: how many are to be elected, who stands, who put whom up, when it closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress, Hands, HigherCongress
from desktop.printing.congress.wording import (
    closing_mark,
    figure,
    hands_figures,
    of_branch,
    other_hands,
    so_many_comrades,
    with_bold,
)
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import party_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST
from desktop.printing.setting.paragraphs import bold, plain
from desktop.printing.setting.ruled_table import Cell, Column, Strong, announced, ruled_table
from desktop.printing.setting.running_text import day_parts, dotted_lines, hour_parts, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text

_COLUMNS = (
    Column("TT", 14),
    Column("Họ và tên", 63, centred=False),
    Column("Năm sinh", 24),
    Column("Ghi chú", 64, centred=False),
)
# It is read from a wall.
_ROW = 10.5
_BLANK_ROWS = 7
_FREE = 27.0
_BEFORE_TITLE = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Somebody on the list; ``note`` says which office they hold and who put them up."""

    name: str
    birth_year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTheFloor:
    """Somebody put up at the congress.

    Args:
        name: whose.
        hands: raised for it.
        rule: what is asked, in words, such as ``hơn 30%``.
        stood: whether they stood for themselves.
    """

    name: str
    hands: Hands
    rule: str = ""
    stood: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingList:
    """Who may be voted for; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        post: what is voted on, such as ``Chi ủy``.
        higher: that delegates are sent to; None for every other post.
        seats: that the congress decided to fill; of delegates those that were given.
        alternates: how many delegates stand in for others, where any do.
        seats_hands: raised for that number.
        list_hands: raised for the list.
        listed: in the order of the ballot.
        put_up: how many the convening committee put up.
        withdrawn: who of them was let go at their own wish, with the consent of the congress.
        from_floor: who was put up at the congress and is on the list.
        closed: when the list was closed.
        signer: None leaves a blank.

    Raises:
        ValueError: fewer stand than are to be elected.

    Source: congress.md §6, 12; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    post: str | None = None
    higher: HigherCongress | None = None
    seats: int | None = None
    alternates: int | None = None
    seats_hands: Hands | None = None
    list_hands: Hands | None = None
    listed: tuple[Listed, ...] = ()
    put_up: int | None = None
    withdrawn: tuple[str, ...] = ()
    from_floor: tuple[FromTheFloor, ...] = ()
    closed: dt.time | None = None
    signer: str | None = None

    def __post_init__(self) -> None:
        if self.listed and len(self.listed) < (self.seats or 0):
            raise ValueError("a list is no shorter than the seats")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines

    @property
    def voted_on(self) -> str:
        """The post with its branch and term."""
        return of_branch(self.post, self.congress, self.higher)


def draw(voting_list: VotingList, *, training: bool) -> bytes:
    """Print the list.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(voting_list), training=training)


def compose(voting_list: VotingList) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Danh sách bầu cử {voting_list.voted_on}"
    return text_paper(voting_list, title, _story(voting_list))


def _story(voting_list: VotingList) -> Iterator[Block]:
    yield letter_heading(voting_list.issuer_lines, voting_list.dated, blanks=CONGRESS_BLANKS)
    yield Space(_BEFORE_TITLE)
    yield letter_title("DANH SÁCH BẦU CỬ", voting_list.voted_on)
    yield _seats(voting_list)
    rows = [_row(number, one) for number, one in enumerate(voting_list.listed, 1)]
    rows = rows or [(str(number), "", "", "") for number in range(1, _BLANK_ROWS + 1)]
    yield from announced(_announced(voting_list), ruled_table(_COLUMNS, rows, row_height=_ROW), len(rows))
    yield from _put_up(voting_list)
    yield together(_closed(voting_list), _signature(voting_list))


def _row(number: int, one: Listed) -> tuple[Cell, ...]:
    born = "" if one.birth_year is None else str(one.birth_year)
    return (str(number), Strong(tied(one.name)), born, one.note)


def _seats(voting_list: VotingList) -> Block:
    seats, post, hands = voting_list.seats, voting_list.post, voting_list.seats_hands
    if voting_list.higher is not None:
        return _given(voting_list)
    if seats is None or post is None or hands is None:
        number = NUMBER if seats is None else count_text(seats)
        return running_text(
            "Đại hội biểu quyết bầu",
            number,
            "đồng chí vào",
            known(post),
            ", với",
            *hands_figures(hands),
            "đảng viên chính thức có mặt tán thành.",
            style=party_text,
        )
    said = f"{plain('Đại hội biểu quyết bầu ')}{bold(so_many_comrades(seats))}"
    into = f" vào {post}" if seats > 1 else f" giữ chức {post}"
    raised = _raised(hands, " tán thành")
    return party_text(f"{said}{plain(f'{into}, với {raised}.')}")


def _given(voting_list: VotingList) -> Block:
    """Tell the number of delegates, which the convening superior gives and nobody votes on."""
    also = f", dự khuyết {so_many_comrades(voting_list.alternates)}" if voting_list.alternates else ""
    block = running_text(
        "Số lượng đại biểu được phân bổ:",
        *figure(voting_list.seats, "đồng chí"),
        f"{also}.",
        style=party_text,
    )
    seats = voting_list.seats
    return block if seats is None else with_bold(block, so_many_comrades(seats), after="phân bổ: ")


def _raised(hands: Hands, agreed: str = "") -> str:
    others = other_hands(hands)
    raised = f"{count_text(hands.approving)}/{count_text(hands.present)}"
    return f"{raised} đảng viên chính thức có mặt{agreed}{f' ({others})' if others else ''}"


def _announced(voting_list: VotingList) -> Block:
    listed, hands = voting_list.listed, voting_list.list_hands
    passed = "đã được Đại hội thông qua với"
    if not listed or hands is None:
        number = count_text(len(listed)) if listed else NUMBER
        return running_text(
            "Danh sách bầu cử gồm",
            number,
            "đồng chí, xếp theo vần A, B, C của tên,",
            passed,
            *hands_figures(hands),
            "đảng viên chính thức có mặt:",
            style=party_text,
        )
    surplus = len(listed) - voting_list.seats if voting_list.seats is not None else 0
    over = f", số dư {count_text(surplus)}" if surplus else ""
    order = ", xếp theo vần A, B, C của tên" if len(listed) > 1 else ""
    head = f"{plain('Danh sách bầu cử gồm ')}{bold(so_many_comrades(len(listed)))}"
    return party_text(f"{head}{plain(f'{over}{order}, {passed} {_raised(hands)}:')}")


def _put_up(voting_list: VotingList) -> Iterator[Block]:
    """Say who put whom up, and who was let go."""
    if voting_list.put_up is None:
        yield running_text(
            f"{voting_list.congress.convener} giới thiệu",
            NUMBER,
            "đồng chí; xin rút, được Đại hội đồng ý:",
            REST,
            ".",
            style=party_text,
        )
        yield running_text("Ứng cử, đề cử tại Đại hội (số đảng viên đồng ý):", REST, style=party_text)
        yield from dotted_lines(1, indent=0)
        return
    withdrawn = [f"đồng chí {tied(name)}" for name in voting_list.withdrawn]
    let_go = f"; {', '.join(withdrawn)} xin rút, được Đại hội đồng ý" if withdrawn else ""
    told = [f"{voting_list.congress.convener} giới thiệu {so_many_comrades(voting_list.put_up)}{let_go}."]
    told += [_of_floor(one) for one in voting_list.from_floor]
    yield party_text(plain(" ".join(told)))


def _of_floor(one: FromTheFloor) -> str:
    how = "ứng cử" if one.stood else "được đề cử"
    rule = f" (quy định: {one.rule})" if one.rule else ""
    hands = one.hands
    raised = f"{count_text(hands.approving)}/{count_text(hands.present)}"
    share = f", bằng {percent_text(hands.approving, hands.present)}%" if hands.present else ""
    return (
        f"Đồng chí {tied(one.name)} {how} tại Đại hội; {raised} đảng viên chính thức "
        f"có mặt{share}, đồng ý đưa vào danh sách{rule}."
    )


def _closed(voting_list: VotingList) -> Block:
    return running_text(
        "Danh sách chốt hồi",
        *hour_parts(voting_list.closed),
        ",",
        *day_parts(voting_list.congress.held_on),
        closing_mark(voting_list.dated),
        style=party_text,
    )


def _signature(voting_list: VotingList) -> Block:
    return party_signatures(
        [PartySigning(authority=voting_list.congress.chair_signs, name=voting_list.signer)], free=_FREE
    )
