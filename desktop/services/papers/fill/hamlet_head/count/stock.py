"""The minutes on the ballots of a hamlet, box by box."""

from __future__ import annotations

from desktop.models.elections import Vote
from desktop.printing.hamlet_head.count.stock_minutes import BoxCount, StockMinutes
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.people import Official
from desktop.services.counting.stock import stock_of, stocks_of
from desktop.services.elections.lookup import held_day, term_of
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import (
    SAMPLE,
    ballots_word,
    no_tens_of,
    place_of,
    post_of,
    running_body,
    running_issuers,
    running_team_of,
    witnesses_of,
)

_BOXES = {"main": "hòm phiếu chính", "mobile": "hòm phiếu lưu động"}


def stock_minutes(source: PaperSource) -> StockMinutes:
    """Fill the minutes on the ballots; figures that do not fit together are left to the pen."""
    election = source.election
    stocks = stocks_of(source.session, source.vote)
    totals = stock_of(stocks)
    day = held_day(source.vote)
    witnesses = tuple(
        Official(title=one.title, name=one.name, role="đại diện hộ gia đình chứng kiến")
        for one in witnesses_of(election)
    )
    return StockMinutes(
        form_label=SAMPLE,
        no_tens=no_tens_of(source.session),
        issuer_lines=running_issuers(source.session, source.vote),
        dated=DateLine.on(place_of(source.session, election), day),
        date=day,
        venue=election.venue or None,
        post=post_of(source.vote),
        term=term_of(election),
        people=(*running_team_of(source.vote), *witnesses),
        ballots_word=ballots_word(source.vote),
        sealed=source.vote.vote is not Vote.HAND_OUT,
        signing=f"TM. {running_body(source.vote).upper()}",
        printed=totals.printed if totals else None,
        issued=totals.issued if totals else None,
        unused=totals.unused if totals else None,
        replaced=totals.replaced if totals else None,
        boxes=tuple(BoxCount(box=_BOXES.get(one.box, one.box), ballots=one.collected) for one in stocks)
        if totals
        else (),
    )
