"""Proposals to replace weak heads: made, settled, and turned into a dismissal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.errors import RequestRefused
from desktop.rules.dismissal import AskedBy
from desktop.services.dismissals.asking import NewDismissal, take_back_request
from desktop.services.dismissals.proposals import (
    ProposalOutcome,
    dismissal_from,
    propose,
    reopen,
    replacement_proposals,
    settle,
    take_back_proposal,
)
from desktop.services.dismissals.views import dismissal_view
from desktop.services.office.workplace import Workplace
from tests.offices.commune import HAMLET, OTHER_HAMLET
from tests.services.dismissals.conftest import HEAD, TODAY

WHY = "không phải đảng viên dự họp chi bộ, việc thôn bỏ bê"


def proposed(office: Workplace) -> int:
    return propose(office, HAMLET, TODAY, "Chi hội Nông dân", WHY)


def test_a_proposal_names_who_proposed_whom_and_why(office: Workplace) -> None:
    key = proposed(office)
    (found,) = replacement_proposals(office)
    assert (found.key, found.hamlet, found.name) == (key, "Thôn Lục Ngù", HEAD)
    assert (found.proposer, found.reason, found.outcome) == ("Chi hội Nông dân", WHY, None)


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("dismissal.no_head", {"hamlet": OTHER_HAMLET}),
        ("dismissal.future", {"on": TODAY + timedelta(days=1)}),
        ("dismissal.proposer", {"proposer": " "}),
        ("dismissal.reason", {"reason": ""}),
    ],
)
def test_a_proposal_without_one_of_them_is_refused(
    office: Workplace, code: str, changes: dict[str, object]
) -> None:
    said: dict[str, object] = {"hamlet": HAMLET, "on": TODAY, "proposer": "Mặt trận", "reason": WHY}
    with pytest.raises(RequestRefused) as refused:
        propose(office, **(said | changes))  # type: ignore[arg-type]
    assert refused.value.code == code


def test_what_became_of_a_proposal_is_written_down_once_and_can_be_taken_back(office: Workplace) -> None:
    key = proposed(office)
    settle(office, key, ProposalOutcome.STAYS, TODAY, "đã nhắc nhở, theo dõi 3 tháng")
    with pytest.raises(RequestRefused) as refused:
        settle(office, key, ProposalOutcome.WITHDRAWN, TODAY)
    assert refused.value.code == "proposal.settled"
    (found,) = replacement_proposals(office)
    assert (found.outcome, found.note) == (ProposalOutcome.STAYS, "đã nhắc nhở, theo dõi 3 tháng")
    reopen(office, key)
    assert replacement_proposals(office)[0].outcome is None
    take_back_proposal(office, key)
    assert replacement_proposals(office) == ()


def test_a_proposal_is_not_settled_before_it_was_made(office: Workplace) -> None:
    key = proposed(office)
    with pytest.raises(RequestRefused) as refused:
        settle(office, key, ProposalOutcome.STAYS, TODAY - timedelta(days=1))
    assert refused.value.code == "dismissal.day"


def test_a_proposal_becomes_a_dismissal_and_is_open_again_when_that_is_taken_back(
    office: Workplace,
) -> None:
    key = proposed(office)
    made = dismissal_from(office, key, NewDismissal(HAMLET, AskedBy.FRONT_BOARD, TODAY, WHY, "Vi Văn Áng"))
    assert dismissal_view(office, made).reason == WHY
    (found,) = replacement_proposals(office)
    assert (found.outcome, found.dismissal) == (ProposalOutcome.DISMISSAL, made)
    for does in (reopen, take_back_proposal):
        with pytest.raises(RequestRefused) as refused:
            does(office, key)
        assert refused.value.code == "proposal.dismissal"
    take_back_request(office, made)
    assert replacement_proposals(office)[0].outcome is None
