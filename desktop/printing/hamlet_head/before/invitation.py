"""Invitations to the meeting that elects the head of a hamlet, form 01: one page for each household."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.setting.block import Block, NewPage, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Blank, Part
from desktop.printing.setting.paragraphs import letter, letter_item, letter_subhead, plain
from desktop.printing.setting.people import Official, named_inside
from desktop.printing.setting.running_text import hour_parts, known, running_text, weekday_parts
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.state.headings import state_heading
from desktop.printing.state.invited import invited
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import paper_title, post_inside, titled_file


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterMeeting:
    """The meeting of a cluster; what is None is that of the invitation.

    Args:
        name: such as ``Cụm 1``.
        opening: when it begins.
        venue: where it is held.
        chair: who leads it, such as ``Ông Vi Văn Áng``.
    """

    name: str
    opening: dt.time | None = None
    venue: str | None = None
    chair: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody invited: name, and for whom, such as ``Đại diện hộ số 41``; None for a dotted line.

    Args:
        name: of the person.
        capacity: in which they are invited.
        cluster: with which they meet; None where all meet as one.
    """

    name: str | None = None
    capacity: str | None = None
    cluster: ClusterMeeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation and those who get one; everything that is None becomes a dotted line.

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
        papers: that come with the invitation; empty leaves the item out.
        request: the closing sentence, without its mark.
        signer_lines: over the signature.
        signer: None leaves a blank.
        addressees: one page each; without any, one page with lines for a pen.

    Source: Decree 59/2023/NĐ-CP, form 01; rules.md §2.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    subject: str
    inviter: str | None = None
    post: str | None = None
    term: str | None = None
    date: dt.date | None = None
    opening: dt.time | None = None
    venue: str | None = None
    chair: Official | None = None
    invited: str | None = None
    content: str | None = None
    contact: str | None = None
    papers: str | None = None
    request: str
    signer_lines: tuple[str, ...]
    signer: str | None = None
    addressees: tuple[Addressee, ...] = ()


def draw(invitation: Invitation, *, training: bool) -> bytes:
    """Print the invitations, each on a page of its own.

    Args:
        invitation: what they say, and to whom.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(invitation), training=training)


def compose(invitation: Invitation) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file("Giấy mời họp bầu", invitation.post, invitation.term)
    return text_paper(invitation, title, _story(invitation), separate=True)


def _story(invitation: Invitation) -> Iterator[Block]:
    for number, addressee in enumerate(invitation.addressees or (Addressee(),)):
        if number:
            yield NewPage()
        yield from _one(invitation, addressee)


def _one(invitation: Invitation, addressee: Addressee) -> Iterator[Block]:
    yield state_heading(invitation.issuer_lines, invitation.dated)
    yield Space(2)
    yield paper_title("GIẤY MỜI", invitation.subject, rule_width=30)
    yield Space(2)
    yield from invited(addressee.name, addressee.capacity)
    yield Space(1)
    yield running_text(
        known(invitation.inviter, Blank(60, grows=True)),
        "trân trọng kính mời ông (bà) tới dự cuộc họp của cộng đồng dân cư về việc bầu",
        *post_inside(invitation.post, invitation.term),
        ".",
        style=letter,
    )
    yield letter_subhead("1. Thời gian, địa điểm")
    cluster = addressee.cluster
    yield running_text("a) Thời gian:", *_time(invitation, cluster), ".", style=letter_item)
    yield running_text("b) Địa điểm:", *_venue(invitation, cluster), ".", style=letter_item)
    yield letter_subhead("2. Thành phần")
    yield running_text("a) Chủ trì:", *_chair(invitation.chair, cluster), ".", style=letter_item)
    yield running_text("b) Đại biểu tham dự:", known(invitation.invited), ".", style=letter_item)
    items = (
        ("Nội dung", invitation.content),
        ("Đầu mối liên hệ", invitation.contact),
        ("Tài liệu kèm theo", invitation.papers),
    )
    for number, (head, text) in enumerate(items, 3):
        if text != "":
            yield running_text(known(text), ".", style=letter, lead=f"{number}. {head}:")
    yield together(
        letter(plain(f"{invitation.request}./.")),
        signed_and_sent(invitation.signer_lines, invitation.signer),
    )


def _time(invitation: Invitation, cluster: ClusterMeeting | None) -> list[Part]:
    opening = cluster.opening if cluster and cluster.opening else invitation.opening
    return [*hour_parts(opening), ",", *weekday_parts(invitation.date)]


def _venue(invitation: Invitation, cluster: ClusterMeeting | None) -> list[Part]:
    if cluster is None:
        return [known(invitation.venue)]
    return [known(cluster.venue), f"({cluster.name})"]


def _chair(chair: Official | None, cluster: ClusterMeeting | None) -> list[Part]:
    if cluster and cluster.chair:
        return [cluster.chair]
    return ["ông (bà)", REST] if chair is None else [f"{named_inside(chair)}, {chair.role}"]
