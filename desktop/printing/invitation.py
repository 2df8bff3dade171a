"""Invitations to the meeting that elects the head of a hamlet, form 01: one page for each household."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from desktop.printing.date_line import DateLine
from desktop.printing.headings import paper_title, state_heading
from desktop.printing.leaders import REST, pen_lines
from desktop.printing.officials import Official, named_inside
from desktop.printing.page import Imprint, state_pages
from desktop.printing.paragraphs import LETTER_SIZE, bold, letter, letter_item, letter_subhead, plain
from desktop.printing.signatures import Signing, signed_and_sent
from desktop.printing.wording import day_text, hour_text, tied, weekday_text

_ADDRESSEE_INDENT = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody invited: name, or None for a dotted line, and for whom, such as ``Đại diện hộ số 41``."""

    name: str | None = None
    capacity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation and those who get one.

    Args:
        form_label: stands at the upper right of every page.
        issuer_lines: superior first, in capitals.
        dated: place and date of the invitation.
        subject: such as ``Họp cộng đồng dân cư bầu Trưởng thôn``.
        inviter: such as ``Tổ bầu cử thôn Nà Ếch``.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        date: of the meeting.
        opening: when it begins.
        venue: where it is held.
        chair: who leads it.
        invited: who takes part, in words.
        content: of the meeting, in words.
        contact: whom to ask, with a telephone.
        papers: that come with the invitation; None leaves the item out.
        request: the closing sentence, without its mark.
        signer_lines: over the signature.
        signer: None leaves a blank.
        addressees: one page each.

    Raises:
        ValueError: nobody is invited.

    Source: Decree 59/2023/NĐ-CP, form 01; rules.md §2.
    """

    form_label: str
    issuer_lines: tuple[str, ...]
    dated: DateLine
    subject: str
    inviter: str
    post: str
    term: str
    date: dt.date
    opening: dt.time
    venue: str
    chair: Official
    invited: str
    content: str
    contact: str
    papers: str | None = None
    request: str
    signer_lines: tuple[str, ...]
    signer: str | None = None
    addressees: tuple[Addressee, ...]

    def __post_init__(self) -> None:
        if not self.addressees:
            raise ValueError("an invitation invites somebody")


def draw(invitation: Invitation, *, training: bool) -> bytes:
    """Print the invitations, each on a page of its own.

    Args:
        invitation: what they say, and to whom.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(
        lambda _pages: list(_story(invitation)),
        Imprint(
            title=f"Giấy mời họp bầu {invitation.post}, nhiệm kỳ {invitation.term}",
            author=", ".join(invitation.issuer_lines),
            training=training,
        ),
        label=invitation.form_label,
        separate=True,
    )


def _story(invitation: Invitation) -> Iterator[Flowable]:
    for number, addressee in enumerate(invitation.addressees):
        if number:
            yield PageBreak()
        yield from _one(invitation, addressee)


def _one(invitation: Invitation, addressee: Addressee) -> Iterator[Flowable]:
    yield state_heading(invitation.issuer_lines, invitation.dated)
    yield Spacer(1, 2 * mm)
    yield paper_title("GIẤY MỜI", invitation.subject)
    yield Spacer(1, 2 * mm)
    if addressee.name:
        yield letter(f"Kính mời ông (bà): {bold(tied(addressee.name))}", indent=_ADDRESSEE_INDENT)
    else:
        yield pen_lines("Kính mời ông (bà):", REST, size=LETTER_SIZE, indent=_ADDRESSEE_INDENT)
    yield letter(plain(addressee.capacity), indent=_ADDRESSEE_INDENT)
    yield Spacer(1, 1 * mm)
    yield letter(
        plain(
            f"{invitation.inviter} trân trọng kính mời ông (bà) tới dự cuộc họp của cộng đồng dân cư "
            f"về việc bầu {invitation.post}, nhiệm kỳ {tied(invitation.term)}."
        )
    )
    day = f"{weekday_text(invitation.date)}, {day_text(invitation.date)}"
    chair = invitation.chair
    yield letter_subhead("1. Thời gian, địa điểm")
    yield letter_item(plain(f"a) Thời gian: {hour_text(invitation.opening)}, {day}."))
    yield letter_item(plain(f"b) Địa điểm: {invitation.venue}."))
    yield letter_subhead("2. Thành phần")
    yield letter_item(plain(f"a) Chủ trì: {named_inside(chair)}, {chair.role}."))
    yield letter_item(plain(f"b) Đại biểu tham dự: {invitation.invited}."))
    items = (
        ("Nội dung", invitation.content),
        ("Đầu mối liên hệ", invitation.contact),
        ("Tài liệu kèm theo", invitation.papers),
    )
    for number, (head, text) in enumerate(items, 3):
        if text:
            yield letter(f"{bold(f'{number}. {head}:')} {plain(text)}.")
    signing = Signing(lines=invitation.signer_lines, name=invitation.signer, hint="")
    yield KeepTogether([letter(plain(f"{invitation.request}./.")), signed_and_sent(signing, ())])
