"""The office's word in numerals reaches the facts of every paper that writes counts in words."""

from __future__ import annotations

from desktop.models.store.session import reading
from desktop.services.elections.lookup import statute_for, vote_of
from desktop.services.office.settings import set_field
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.hamlet_head.before.roll import posted_roll
from desktop.services.papers.fill.hamlet_head.count.counting import handed_out_minutes
from desktop.services.papers.fill.hamlet_head.count.minutes import blank_facts
from desktop.services.papers.fill.hamlet_head.count.stock import stock_minutes
from desktop.services.papers.fill.hamlet_head.day.sheets import handover_of, sign_in_of
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from tests.offices import commune


def test_papers_take_the_word_that_the_office_chose(office: Workplace) -> None:
    code = commune.printed(office)
    for word in ("linh", "lẻ"):
        set_field(office, "no_tens", word)
        with reading(office.database) as session:
            vote = vote_of(session, code)
            source = PaperSource(office, session, vote, statute_for(office, vote.election))
            papers = (
                blank_facts(office, session, vote),
                handed_out_minutes(source),
                stock_minutes(source),
                posted_roll(source),
                sign_in_of(session, vote),
                handover_of(session, vote, 105),
            )
        assert [paper.no_tens for paper in papers] == [word] * len(papers)
