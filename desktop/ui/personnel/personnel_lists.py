"""The four lists of personnel before the vote: their columns, what is read, and what is left to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services.office.workplace import Workplace
from desktop.services.papers.personnel_lists import draw_issues, draw_reserve, draw_reviews
from desktop.services.personnel.issues import issue_lines
from desktop.services.personnel.recognised import ToldHead, told_heads
from desktop.services.personnel.reserve import ReserveLine, reserve_lines
from desktop.services.personnel.reviews import ReviewLine, review_lines
from desktop.ui.personnel.personnel_words import (
    age_words,
    issue_state,
    member_word,
    post_word,
    review_state,
    terms_words,
    told_state,
)
from desktop.ui.widgets.table.columns import Column


@dataclass(frozen=True, slots=True)
class Listing:
    """One of the lists.

    Attributes:
        title: its word in the row of lists.
        empty: what its table says while it has no row, and so what to do.
        columns: of its table.
        key: what stays of a row when the rows come anew.
        read: the rows, for somebody at work.
        waits: whether a row wants a person.
        draw: the list as a paper; None where it has none. ``file`` is its name.
    """

    title: str
    empty: str
    columns: tuple[Column, ...]
    key: Callable[[Any], object]
    read: Callable[[Workplace], Sequence[Any]]
    waits: Callable[[Any], bool]
    draw: Callable[[Workplace], bytes] | None = None
    file: str = ""


def listings(*, told: bool) -> tuple[Listing, ...]:
    """Return the lists, the one of told heads where an office is told of any."""
    found = (_reviews(), _reserve(), _issues())
    return (*found, _told()) if told else found


def _reviews() -> Listing:
    tr = QCoreApplication.translate
    return Listing(
        title=tr("Personnel", "Rà soát"),
        empty=tr("Personnel", "Chưa ghi ai là Trưởng thôn, Bí thư chi bộ. Ghi ở Thôn, bản hoặc Chức vụ."),
        columns=(
            Column(tr("Personnel", "Họ và tên"), lambda one: one.name, sub=age_words, weight="medium"),
            Column(
                tr("Personnel", "Chức vụ"),
                lambda one: post_word(one.post),
                sub=lambda one: one.where,
                width=200,
            ),
            Column(tr("Personnel", "Giữ chức"), terms_words, width=160, gives_way=True),
            Column(tr("Personnel", "Kết luận"), lambda _: "", state=review_state, width=184),
        ),
        key=_review_key,
        read=review_lines,
        waits=lambda one: one.outcome is None,
        draw=draw_reviews,
        file="ra-soat-duong-nhiem.pdf",
    )


def _reserve() -> Listing:
    tr = QCoreApplication.translate
    return Listing(
        title=tr("Personnel", "Nguồn dự bị"),
        empty=tr("Personnel", "Chưa có ai trong nguồn dự bị. Ctrl+Enter để thêm người."),
        columns=(
            Column(tr("Personnel", "Thôn"), lambda one: one.hamlet, weight="medium", width=180),
            Column(tr("Personnel", "Chức danh"), lambda one: post_word(one.post), width=124),
            Column(tr("Personnel", "Thứ tự"), lambda one: str(one.position), width=72, align="right"),
            Column(tr("Personnel", "Họ và tên"), lambda one: one.name),
            Column(tr("Personnel", "Đảng viên"), _member_word, width=100, gives_way=True),
        ),
        key=lambda one: one.key,
        read=reserve_lines,
        waits=lambda _: False,
        draw=draw_reserve,
        file="nguon-du-bi.pdf",
    )


def _issues() -> Listing:
    tr = QCoreApplication.translate
    return Listing(
        title=tr("Personnel", "Vụ việc"),
        empty=tr("Personnel", "Chưa ghi vụ việc, kiến nghị nào. Ctrl+Enter để ghi."),
        columns=(
            Column(tr("Personnel", "Thôn"), lambda one: one.hamlet, weight="medium", width=180),
            Column(
                tr("Personnel", "Nội dung"),
                lambda one: one.what,
                sub=lambda one: f"{one.raised_by}, {one.raised_on:%d/%m/%Y}",
            ),
            Column(tr("Personnel", "Tình trạng"), lambda _: "", state=issue_state, width=184),
        ),
        key=lambda one: one.key,
        read=issue_lines,
        waits=lambda one: one.settled_on is None,
        draw=draw_issues,
        file="vu-viec-truoc-bau-cu.pdf",
    )


def _told() -> Listing:
    tr = QCoreApplication.translate
    return Listing(
        title=tr("Personnel", "Máy bầu cử báo"),
        empty=tr("Personnel", "Chưa nhận gói nào. Nhận ở Gửi cấp trên, nút Nhận kết quả bầu Trưởng thôn."),
        columns=(
            Column(tr("Personnel", "Thôn"), lambda one: one.hamlet, weight="medium", width=180),
            Column(
                tr("Personnel", "Trưởng thôn"),
                lambda one: one.name or "",
                sub=member_word,
            ),
            Column(tr("Personnel", "Kết quả"), lambda _: "", state=told_state, width=200),
        ),
        key=lambda one: one.election,
        read=told_heads,
        waits=_told_waits,
    )


def _review_key(one: ReviewLine) -> object:
    return (one.post, one.code)


def _member_word(one: ReserveLine) -> str:
    tr = QCoreApplication.translate
    if one.is_member is None:
        return ""
    return tr("Personnel", "Có") if one.is_member else tr("Personnel", "Không")


def _told_waits(one: ToldHead) -> bool:
    return bool(one.withdrawn) or (one.state == "recognised" and not one.linked)
