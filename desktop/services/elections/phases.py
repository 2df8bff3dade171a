"""The phases of an election as its states: what may still be written down in which."""

from __future__ import annotations

from desktop.models.elections import Vote
from desktop.rules.vote_state import VoteState

BEFORE_PRINTING = (VoteState.DRAFT, VoteState.LISTED)
BEFORE_MEETING = (*BEFORE_PRINTING, VoteState.PRINTED)
IN_MEETING = (
    VoteState.MEETING,
    VoteState.COUNTED_ONCE,
    VoteState.DIFFERENT,
    VoteState.AGREED,
)
BEFORE_RESULT = (*BEFORE_MEETING, *IN_MEETING)

LIST_STAYS = (Vote.RUN_OFF, Vote.HAND_OUT)
"""The votes whose candidates follow from the vote before and are nobody's to choose."""
