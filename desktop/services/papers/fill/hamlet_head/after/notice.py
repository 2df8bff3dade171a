"""The notice of the result, before the count with what is known."""

from __future__ import annotations

from desktop.printing.hamlet_head.after.result_notice import ResultNotice
from desktop.printing.hamlet_head.after.result_notice_blank import BlankNotice
from desktop.printing.setting.date_line import DateLine
from desktop.services.elections.lookup import held_day
from desktop.services.papers.fill.hamlet_head.count.counting import minutes_of_count
from desktop.services.papers.fill.hamlet_head.count.minutes import blank_facts
from desktop.services.papers.fill.hamlet_head.source import TEAM_SIGNS, PaperSource
from desktop.services.papers.fill.heads import place_of, team_name


def result_notice(source: PaperSource) -> ResultNotice | BlankNotice:
    """Fill the notice of the result, before the count with what is known."""
    election, minutes = source.election, minutes_of_count(source)
    dated = DateLine.on(place_of(source.session, election), held_day(source.vote))
    issuers, days = source.team_issuers, source.statute.clause("recognition").whole()
    signer = source.team_head
    if minutes is None:
        return BlankNotice(
            issuer_lines=issuers,
            dated=dated,
            team=team_name(election),
            commune=source.committee,
            recognition_days=days,
            signer_lines=TEAM_SIGNS,
            signer=signer,
            count=blank_facts(source.workplace, source.session, source.vote),
        )
    return ResultNotice(
        issuer_lines=issuers,
        dated=dated,
        team=team_name(election),
        commune=source.committee,
        recognition_days=days,
        signer_lines=TEAM_SIGNS,
        signer=signer,
        count=minutes,
    )
