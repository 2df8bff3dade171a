"""What the minutes of a congress tell, as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.vote.facts import Deducted
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.digest_band import CountDigest


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A report, and who presented it."""

    by: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """Somebody on a list, the votes, and whether elected."""

    name: str
    votes: int
    elected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PostVote:
    """A vote on one post.

    Args:
        post: such as ``Chi ủy``.
        seats: to fill; None where there is one.
        stood: who is on the list, in its order.
        origin: how the list was made; empty leaves it out.
        issued, returned, valid, invalid: ballots.
        invalid_reason: such as ``để lại 06 người``.
        base: where it is not the congress's.
        decided: what the congress decided on a further vote; empty for nothing.

    Raises:
        ValueError: valid and invalid ballots are not those returned, or somebody has more votes than that.
    """

    post: str
    seats: int | None = None
    stood: tuple[Stood, ...] = ()
    origin: str = ""
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    invalid_reason: str = ""
    base: int | None = None
    decided: str = ""

    def __post_init__(self) -> None:
        parts = (self.valid, self.invalid, self.returned)
        if None not in parts and (self.valid or 0) + (self.invalid or 0) != self.returned:
            raise ValueError("valid and invalid ballots are those returned")
        if self.valid is not None and any(one.votes > self.valid for one in self.stood):
            raise ValueError("nobody has more votes than there are valid ballots")


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
        presidium: names; ``presidium_for`` agreed, of those ``voting``.
        secretaries: names; ``secretaries_for`` agreed.
        voting: official members present.
        opener: who opened it.
        programme_for: agreed to programme and working rules.
        attendance_by: who reported on attendance.
        quorum: what part must come, such as ``2/3``; ``quorum_reached`` whether so many came.
        reports: in order.
        speakers: how many spoke on them, and ``discussed`` on what.
        superior_speech: what somebody of the superior said, and the answer.
        committee: of counting, its head first; ``committee_for`` agreed.
        deducted: who is not counted in the base.
        base: official members on whom the shares are worked out.
        threshold: votes from which somebody is elected.
        votes: in order.
        resolution_by: who read the draft.
        approving, against, abstaining: of those ``voting``, on the resolution.
        copies: of the minutes.
        secretary, chair: who sign.
        digest: of the counts, at the foot.

    Raises:
        ValueError: more came, or agreed, than there are; or the deductions don't lead to the base.

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
    presidium_for: int | None = None
    secretaries: tuple[str, ...] = ()
    secretaries_for: int | None = None
    voting: int | None = None
    opener: str | None = None
    programme_for: int | None = None
    attendance_by: str | None = None
    quorum: str | None = None
    quorum_reached: bool | None = None
    reports: tuple[Presented, ...] = ()
    speakers: int | None = None
    discussed: str | None = None
    superior_speech: str | None = None
    committee: tuple[str, ...] = ()
    committee_for: int | None = None
    deducted: tuple[Deducted, ...] = ()
    base: int | None = None
    threshold: int | None = None
    votes: tuple[PostVote, ...] = ()
    resolution_by: str | None = None
    approving: int | None = None
    against: int | None = None
    abstaining: int | None = None
    copies: int | None = None
    secretary: str | None = None
    chair: str | None = None
    digest: CountDigest | None = None

    def __post_init__(self) -> None:
        for part, of in (
            (self.present, self.convened),
            (self.present_official, self.convened_official),
            (self.present_probationary, self.convened_probationary),
            (self.presidium_for, self.voting),
            (self.secretaries_for, self.voting),
            (self.programme_for, self.voting),
            (self.committee_for, self.voting),
            (self.approving, self.voting),
        ):
            if part is not None and of is not None and part > of:
                raise ValueError("no more come or agree than there are")
        if self.deducted and self.base is not None and self.convened_official is not None:
            away = sum(one.members or 0 for one in self.deducted)
            if self.convened_official - away != self.base:
                raise ValueError("the deductions lead to the base")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines
