"""What a result rests on: the minutes of the meeting, those of the count, the record of the ballots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.records import CountRecord
from desktop.models.elections import Ballot, Round, Vote
from desktop.models.papers import Paper, PaperRole
from desktop.printing.setting.wording import short_day_text
from desktop.services.counting.stock import stock_of, stocks_of
from desktop.services.papers.fill.hamlet_head.count.minutes import failed_meeting
from desktop.services.papers.fill.heads import ballots_word


@dataclass(frozen=True, slots=True)
class DossierPaper:
    """A paper of the dossier.

    Attributes:
        title: such as ``Biên bản kiểm phiếu``.
        form: of the law that it follows, such as ``Mẫu số 02``; empty where the law knows none.
        made_on: the day it was made.
        pages: None where that isn't known: it is written by hand, or not printed yet.
        minutes: it says what was decided; another only accounts for paper.
        of_meeting: it is the minutes of the meeting.
    """

    title: str
    form: str
    made_on: date
    pages: int | None = None
    minutes: bool = True
    of_meeting: bool = False

    @property
    def named(self) -> str:
        """The title with its form and day, as a list of papers says it."""
        form = f" ({self.form})" if self.form else ""
        return f"{self.title}{form}, lập ngày {short_day_text(self.made_on)}"


def dossier_of(session: Session, vote: Round, record: CountRecord) -> tuple[DossierPaper, ...]:
    """List the papers of a counted vote, the minutes of the meeting first.

    Hands are counted into the minutes of the meeting; slips follow a meeting that too few attended.

    Source: Law 10/2022/QH15 art. 20.3; Decree 59/2023/NĐ-CP arts 3.5.c, 4.6, 4.7 (rules.md §2).
    """
    failed = failed_meeting(session, vote)
    met_on = failed.date if failed else record.date
    pages = _printed_pages(session, vote, record.revision)
    by_meeting = vote.ballot is Ballot.HANDS
    meeting = "Biên bản cuộc họp của cộng đồng dân cư"
    papers = [DossierPaper(meeting, "Mẫu số 03", met_on, pages if by_meeting else None, of_meeting=True)]
    if by_meeting:
        return tuple(papers)
    slips = vote.vote is Vote.HAND_OUT
    title = "Biên bản kiểm phiếu" + (" phát đến hộ gia đình" if slips else "")
    form = "Mẫu số 04" if slips else "Mẫu số 02"
    papers.append(DossierPaper(title, form, record.date, pages))
    if stock_of(stocks_of(session, vote)) is not None:
        stock = f"Biên bản xác nhận số {ballots_word(vote)}"
        papers.append(DossierPaper(stock, "", record.date, minutes=False))
    return tuple(papers)


def _printed_pages(session: Session, vote: Round, revision: int) -> int | None:
    pages = select(Paper.pages).where(
        Paper.round_id == vote.id, Paper.role == PaperRole.MINUTES, Paper.revision == revision
    )
    return session.scalar(pages.order_by(Paper.id.desc()).limit(1))
