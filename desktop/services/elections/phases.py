"""The phases of an election as its states: what may still be written down in which."""

from __future__ import annotations

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
