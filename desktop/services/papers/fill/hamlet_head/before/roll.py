"""Papers of a roll: as it is posted, beside the register, and what came and went after it was posted."""

from __future__ import annotations

from typing import Literal

from desktop.printing.hamlet_head.before.posted_roll import PostedLine, PostedRoll
from desktop.printing.hamlet_head.before.roll_changes import ChangedLine, RollChangesList
from desktop.printing.hamlet_head.before.roll_check import CheckedDifference, RollCheckSheet
from desktop.rules.roll_differences import DifferenceKind
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, term_of
from desktop.services.elections.rolls.check import DifferenceView, checked
from desktop.services.elections.rolls.posting import changes_since_posted
from desktop.services.papers.fill.hamlet_head.clusters import roll_groups
from desktop.services.papers.fill.hamlet_head.representatives import representatives_of
from desktop.services.papers.fill.hamlet_head.source import TEAM_SIGNS, PaperSource
from desktop.services.papers.fill.heads import SAMPLE, electors_word, no_tens_of, post_of

_ONLY_TOLD = (
    DifferenceKind.NOT_HERE,
    DifferenceKind.DIED,
    DifferenceKind.MOVED,
    DifferenceKind.AWAY,
)


def posted_roll(source: PaperSource) -> PostedRoll:
    """Fill the roll as it is posted: the frozen one, before that the households of today."""
    election = source.election
    lines = representatives_of(source.session, election)
    return PostedRoll(
        form_label=SAMPLE,
        no_tens=no_tens_of(source.session),
        issuer_lines=source.team_issuers,
        dated=source.dated,
        post=post_of(source.vote),
        term=term_of(election),
        besides=f"{source.hamlet} ({source.besides})" if source.besides else None,
        election_date=day_of(source.vote),
        electors=electors_word(source.session, election),
        posted_on=election.roll_posted_on,
        posted_until=election.roll_posted_until,
        venue=election.roll_posted_at,
        lines=tuple(
            PostedLine(
                number=line.number,
                name=line.name,
                # The whole birth that tells namesakes apart at the table is nobody else's business on a wall.
                birth=line.birth[-4:],
                household=line.note[:1].upper() + line.note[1:],
                note="bổ sung" if line.supplement else "",
            )
            for line in lines
        ),
        groups=roll_groups(source.session, source.vote, lines),
        signer_lines=TEAM_SIGNS,
        signer=source.team_head,
    )


def roll_check_sheet(source: PaperSource) -> RollCheckSheet:
    """Fill the comparison of the register with the roll."""
    found = checked(source.workplace, source.session, source.election)
    return RollCheckSheet(
        form_label=SAMPLE,
        issuer_lines=source.team_issuers,
        dated=source.dated,
        post=post_of(source.vote),
        term=term_of(source.election),
        election_date=day_of(source.vote),
        households=found.households,
        represented=found.represented,
        lines=found.lines,
        stated=found.stated,
        differences=tuple(
            CheckedDifference(what=_what(one), settled=_settled(one)) for one in found.differences
        ),
        signer_lines=TEAM_SIGNS,
        signer=source.team_head,
    )


def roll_changes_list(source: PaperSource, which: Literal["added", "removed"]) -> RollChangesList:
    """Fill the list of what came to the roll, or went from it, after it was posted."""
    session, election = source.session, source.election
    changed = changes_since_posted(session, election)
    lines = changed.added if which == "added" else changed.removed
    remarks: tuple[str, ...] = ()
    if which == "removed" and electorate_of(session, election).frozen is not None:
        found = checked(source.workplace, session, election).differences
        remarks = tuple(_what(one) for one in found if one.kind in _ONLY_TOLD)
    return RollChangesList(
        form_label=SAMPLE,
        issuer_lines=source.team_issuers,
        dated=source.dated,
        which=which,
        electors=electors_word(session, election),
        post=post_of(source.vote),
        term=term_of(election),
        election_date=day_of(source.vote),
        posted_on=election.roll_posted_on,
        no_tens=no_tens_of(session),
        lines=tuple(
            ChangedLine(number=one.number, name=one.name, birth=one.birth[-4:], reason=one.reason)
            for one in lines
        ),
        remarks=remarks,
        signer_lines=TEAM_SIGNS,
        signer=source.team_head,
    )


def _what(one: DifferenceView) -> str:
    # What to do about it is for the screen; the paper says what differs.
    said, _, _ = one.sentence.partition(". Hãy ")
    return f"{said.rstrip('.')}."


def _settled(one: DifferenceView) -> str:
    return "" if one.at is None else f"{one.reason} ({one.by}, {one.at:%d/%m/%Y})"
