"""The election that replaces a head who was dismissed."""

from __future__ import annotations

from datetime import date, time

from desktop.errors import RequestRefused
from desktop.models.elections import Occasion
from desktop.models.store.session import reading
from desktop.rules.dismissal import ENDED
from desktop.rules.terms import terms_of
from desktop.services.dismissals.lookup import (
    dismissal_of,
    hamlet_words,
    law_of,
    replacement_of,
    state_of,
    statute_of,
)
from desktop.services.elections.campaigns import NewCampaign, PlannedHamlet, plan_campaign
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.wording import words


@for_elections
def plan_replacement(workplace: Workplace, key: int, election_day: date, opening: time | None = None) -> str:
    """Plan the election of a new head in a hamlet whose head was dismissed, and return its code.

    The term is the longest that the law of the election's day has; no law says that a replacement serves
    what was left.

    Raises:
        RequestRefused: ``unknown.dismissal``; ``dismissal.not_ended`` while the head isn't dismissed;
            ``dismissal.planned`` where it is planned already; or as ``plan_campaign``.
        StatuteRefused: no statute is in force on the day.

    Source: Decree 59/2023/NĐ-CP art. 9.3 (rules.md §2, dismissal).
    """
    with reading(workplace.database) as session:
        found = dismissal_of(session, key)
        statute, hamlet = statute_of(found), hamlet_words(found.unit)
        code = found.unit.code
        if state_of(statute, found) not in ENDED:
            raise RequestRefused("dismissal.not_ended", where=hamlet)
        if replacement_of(session, statute, found) is not None:
            raise RequestRefused("dismissal.planned", where=hamlet)
    law = law_of(workplace, election_day)
    planned = plan_campaign(
        workplace,
        NewCampaign(
            name=words("suggested.replacement", hamlet=hamlet, year=election_day.year),
            election_day=election_day,
            term_months=max(terms_of(law)),
            hamlets=(PlannedHamlet(code),),
            opening=opening,
            occasion=Occasion.REPLACEMENT,
        ),
    )
    return planned.elections[0]
