"""The ballots of a meeting added up over its boxes, where they were counted and fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.counting import BallotStock
from desktop.models.elections import Round


@dataclass(frozen=True, slots=True)
class StockTotals:
    """Ballots of all boxes: printed are issued, unused and replaced; collected are some of those issued."""

    printed: int
    issued: int
    unused: int
    replaced: int
    collected: int


def stock_of(stocks: Sequence[BallotStock]) -> StockTotals | None:
    """Add up the boxes; None where one was not counted, or the figures contradict each other."""
    issued, unused, collected = (_total(stocks, field) for field in ("issued", "unused", "collected"))
    if issued is None or unused is None or collected is None:
        return None
    replaced = sum(stock.replaced or 0 for stock in stocks)
    printed = sum(stock.printed or 0 for stock in stocks)
    if printed != issued + unused + replaced or collected > issued:
        return None
    return StockTotals(printed, issued, unused, replaced, collected)


def _total(stocks: Sequence[BallotStock], field: str) -> int | None:
    counted = [getattr(stock, field) for stock in stocks]
    return sum(counted) if counted and None not in counted else None


def stocks_of(session: Session, current: Round) -> list[BallotStock]:
    """Return the ballot stock of a round, box by box."""
    stocks = select(BallotStock).where(BallotStock.round_id == current.id).order_by(BallotStock.id)
    return list(session.scalars(stocks))
