"""What the minutes of a congress tell, as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress, Hands, HigherCongress
from desktop.printing.congress.vote.facts import BallotKind, Deducted, TimeHeld
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.digest_band import CountDigest


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A report, and who presented it."""

    by: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostVote:
    """A vote on one post.

    Args:
        post: such as ``Chi ủy``.
        higher: that delegates are sent to; None for every other post.
        seats: to fill; None where there is one.
        ballot: whether names are struck out, or each is agreed to or not.
        listed: how many stood.
        origin: how the list was made; empty leaves it out.
        base: where it is not the congress's.
        times: each time at which it was held, the congress's decision on the next with it.
    """

    post: str
    higher: HigherCongress | None = None
    seats: int | None = None
    ballot: BallotKind = "strike"
    listed: int | None = None
    origin: str = ""
    base: int | None = None
    times: tuple[TimeHeld, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressMinutes:
    """The course of a congress; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        opened, closed: when.
        venue: where.
        present, convened: members, with those on probation.
        present_official, convened_official: official members among them.
        present_probationary, convened_probationary: members on probation among them.
        guests: each with the role, such as ``đồng chí Đặng Văn Quyết, Phó bí thư Thường trực Đảng ủy xã``.
        presidium: names, or the one who chairs; with the ``presidium_hands`` raised for them.
        secretaries: names, with the ``secretaries_hands``.
        opener: who opened it.
        programme_hands: raised for programme and working rules.
        attendance_by: who reported on attendance.
        quorum: what part must come, such as ``2/3``; ``quorum_reached`` whether so many came.
        reports: in order.
        speakers: how many spoke on them, and ``discussed`` on what.
        superior_speech: what somebody of the superior said, and the answer.
        committee: of counting, its head first, with the ``committee_hands``.
        deducted: who is not counted in the base.
        base: official members on whom the shares are worked out.
        threshold: votes from which somebody is elected.
        votes: in order.
        resolution_by: who read the draft.
        resolution_hands: raised for it.
        copies: of the minutes.
        secretary, chair: who sign.
        let_through: gates of the Party's order at which somebody went on with a reason, each a sentence.
        digest: of the counts, at the foot.

    Raises:
        ValueError: more came than there are, or the deductions don't lead to the base.

    Source: congress.md §6, 16; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    opened: dt.time | None = None
    closed: dt.time | None = None
    venue: str | None = None
    present: int | None = None
    convened: int | None = None
    present_official: int | None = None
    convened_official: int | None = None
    present_probationary: int | None = None
    convened_probationary: int | None = None
    guests: tuple[str, ...] | None = None
    presidium: tuple[str, ...] = ()
    presidium_hands: Hands | None = None
    secretaries: tuple[str, ...] = ()
    secretaries_hands: Hands | None = None
    opener: str | None = None
    programme_hands: Hands | None = None
    attendance_by: str | None = None
    quorum: str | None = None
    quorum_reached: bool | None = None
    reports: tuple[Presented, ...] = ()
    speakers: int | None = None
    discussed: str | None = None
    superior_speech: str | None = None
    committee: tuple[str, ...] = ()
    committee_hands: Hands | None = None
    deducted: tuple[Deducted, ...] = ()
    base: int | None = None
    threshold: int | None = None
    votes: tuple[PostVote, ...] = ()
    resolution_by: str | None = None
    resolution_hands: Hands | None = None
    copies: int | None = None
    secretary: str | None = None
    chair: str | None = None
    let_through: tuple[str, ...] = ()
    digest: CountDigest | None = None

    def __post_init__(self) -> None:
        for part, of in (
            (self.present, self.convened),
            (self.present_official, self.convened_official),
            (self.present_probationary, self.convened_probationary),
        ):
            if part is not None and of is not None and part > of:
                raise ValueError("no more come than there are")
        if self.deducted and self.base is not None and self.convened_official is not None:
            away = sum(one.members or 0 for one in self.deducted)
            if self.convened_official - away != self.base:
                raise ValueError("the deductions lead to the base")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines
