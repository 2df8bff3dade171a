"""The phases of an election as its states: what may still be written down in which."""

from __future__ import annotations

from desktop.rules.election_state import ElectionState

BEFORE_PRINTING = (ElectionState.DRAFT, ElectionState.LISTED)
BEFORE_MEETING = (*BEFORE_PRINTING, ElectionState.PRINTED)
IN_MEETING = (
    ElectionState.MEETING,
    ElectionState.COUNTED_ONCE,
    ElectionState.DIFFERENT,
    ElectionState.AGREED,
)
BEFORE_RESULT = (*BEFORE_MEETING, *IN_MEETING)
