"""The voting list of one post: how many are to be elected, who stands, who put whom up, when it closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import closing_mark, in_figures, of_branch, so_many_comrades
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
        consenting: official members who agreed to it, of those present.
        rule: what is asked, in words, such as ``hơn 30%``.
        stood: whether they stood for themselves.
    """

    name: str
    consenting: int
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
        seats: that the congress decided to fill.
        approving: official members who agreed to that number, of those present.
        approving_list: who agreed to the list.
        present: official members at the vote by hands.
        listed: in the order of the ballot.
        put_up: how many the convening committee put up.
        withdrawn: who of them was let go at their own wish, with the consent of the congress.
        from_floor: who was put up at the congress and is on the list.
        closed: when the list was closed.
        authority: for whom it is signed, such as ``T/M ĐOÀN CHỦ TỊCH``.
        signer: None leaves a blank.

    Raises:
        ValueError: more agreed than were present, or fewer stand than are to be elected.

    Source: congress.md §6, 12; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    post: str | None = None
    seats: int | None = None
    approving: int | None = None
    approving_list: int | None = None
    present: int | None = None
    listed: tuple[Listed, ...] = ()
    put_up: int | None = None
    withdrawn: tuple[str, ...] = ()
    from_floor: tuple[FromTheFloor, ...] = ()
    closed: dt.time | None = None
    authority: str = "T/M ĐOÀN CHỦ TỊCH"
    signer: str | None = None

    def __post_init__(self) -> None:
        hands = [self.approving, self.approving_list, *(one.consenting for one in self.from_floor)]
        if self.present is not None and any(raised > self.present for raised in hands if raised is not None):
            raise ValueError("no more agree than are present")
        if self.listed and len(self.listed) < (self.seats or 0):
            raise ValueError("a list is no shorter than the seats")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines


def draw(voting_list: VotingList, *, training: bool) -> bytes:
    """Print the list.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(voting_list), training=training)


def compose(voting_list: VotingList) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Danh sách bầu cử {of_branch(voting_list.post, voting_list.congress)}"
    return text_paper(voting_list, title, _story(voting_list))


def _story(voting_list: VotingList) -> Iterator[Block]:
    yield letter_heading(voting_list.issuer_lines, voting_list.dated, blanks=CONGRESS_BLANKS)
    yield Space(_BEFORE_TITLE)
    yield letter_title("DANH SÁCH BẦU CỬ", of_branch(voting_list.post, voting_list.congress))
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
    seats, post = voting_list.seats, voting_list.post
    hands = in_figures(voting_list.approving, voting_list.present)
    rest = "đảng viên chính thức có mặt tán thành."
    if seats is None or post is None or len(hands) > 1:
        number = NUMBER if seats is None else count_text(seats)
        return running_text(
            "Đại hội biểu quyết bầu",
            number,
            "đồng chí vào",
            known(post),
            ", với",
            *hands,
            rest,
            style=party_text,
        )
    said = f"{plain('Đại hội biểu quyết bầu ')}{bold(so_many_comrades(seats))}"
    into = f" vào {post}" if seats > 1 else f" giữ chức {post}"
    return party_text(f"{said}{plain(f'{into}, với {hands[0]} {rest}')}")


def _announced(voting_list: VotingList) -> Block:
    listed, hands = voting_list.listed, in_figures(voting_list.approving_list, voting_list.present)
    passed = "đã được Đại hội thông qua với"
    rest = "đảng viên chính thức có mặt:"
    if not listed or len(hands) > 1:
        number = count_text(len(listed)) if listed else NUMBER
        return running_text(
            "Danh sách bầu cử gồm",
            number,
            "đồng chí, xếp theo vần A, B, C của tên,",
            passed,
            *hands,
            rest,
            style=party_text,
        )
    surplus = len(listed) - voting_list.seats if voting_list.seats is not None else 0
    over = f", số dư {count_text(surplus)}" if surplus else ""
    order = ", xếp theo vần A, B, C của tên" if len(listed) > 1 else ""
    head = f"{plain('Danh sách bầu cử gồm ')}{bold(so_many_comrades(len(listed)))}"
    return party_text(f"{head}{plain(f'{over}{order}, {passed} {hands[0]} {rest}')}")


def _put_up(voting_list: VotingList) -> Iterator[Block]:
    """Say who put whom up, and who was let go."""
    if voting_list.put_up is None:
        yield running_text(
            "Chi ủy giới thiệu",
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
    told = [f"Chi ủy giới thiệu {so_many_comrades(voting_list.put_up)}{let_go}."]
    told += [_of_floor(one, voting_list.present) for one in voting_list.from_floor]
    yield party_text(plain(" ".join(told)))


def _of_floor(one: FromTheFloor, present: int | None) -> str:
    how = "ứng cử" if one.stood else "được đề cử"
    rule = f" (quy định: {one.rule})" if one.rule else ""
    of = f"/{count_text(present)}" if present else ""
    share = f", bằng {percent_text(one.consenting, present)}%" if present else ""
    return (
        f"Đồng chí {tied(one.name)} {how} tại Đại hội; {count_text(one.consenting)}{of} đảng viên chính thức "
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
        [PartySigning(authority=voting_list.authority, name=voting_list.signer)], free=_FREE
    )
