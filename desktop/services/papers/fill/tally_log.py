"""The log of keys of a count ballot by ballot, as its paper tells it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models.counting import TallyLog
from desktop.models.elections import Round
from desktop.printing.counting.key_log import KeyedBallot, KeyLog, Total
from desktop.rules.tally import OTHER, KeyKind, LoggedBallot, Tally, TallyKey, logged_ballots, read_keys
from desktop.services.counting.counting_views import named_candidates
from desktop.services.counting.tally_logs import form_of, timed_keys
from desktop.services.counting.tally_reasons import reason_words
from desktop.services.elections.clusters import clusters_of
from desktop.services.office.workplace import local

_ONE_DIGIT = 9
_ANSWERS = {KeyKind.AGREE: "1", KeyKind.AGAINST: "2", KeyKind.BLANK: "3"}


def key_log(session: Session, vote: Round, log: TallyLog, number: int) -> KeyLog:
    """Fill the log of a count, as far as it is stored; ``number`` is which of the two counts it is."""
    form, timed = form_of(vote), timed_keys(session, log)
    keys = [key for _, key in timed]
    tally = read_keys(form, keys)
    clusters = clusters_of(vote)
    return KeyLog(
        number=number,
        operator=log.operator.name,
        begun=local(timed[0][0] if timed else log.begun_at).replace(tzinfo=None),
        ended=local(log.locked_at).replace(tzinfo=None) if log.locked_at else None,
        cluster=clusters[log.cluster - 1].name if log.cluster else None,
        legend=_legend(vote, tally),
        ballots=tuple(_ballot(tally, one) for one in logged_ballots(form, keys)),
        totals=_totals(vote, tally),
        unlike_box=log.unlike_box,
        sha256=log.sha256,
    )


def _legend(vote: Round, tally: Tally) -> tuple[str, ...]:
    form = tally.form
    if form.ballot == "agree":
        told = ["1: đồng ý", "2: không đồng ý", *(["3: để trống"] if form.may_be_blank else [])]
        if form.candidates > 1:
            told.append("mỗi phím một dòng của phiếu, theo thứ tự trên phiếu")
    else:
        names = enumerate(named_candidates(vote))
        told = [f"{_mark(tally, place)}: {name}" for place, name in names]
        told += [] if form.one_key else ["Enter: hết phiếu"]
    reasons = [*form.reasons, OTHER]
    whys = (
        f"{number} {reason_words(vote, reason, 'lý do khác')}" for number, reason in enumerate(reasons, 1)
    )
    return (*told, f"{_invalid(tally)}: không hợp lệ, rồi {', '.join(whys)}")


def _ballot(tally: Tally, ballot: LoggedBallot) -> KeyedBallot:
    keys = " ".join(_keys(tally, key) for _, key, struck in ballot.keys if not struck or ballot.struck)
    return KeyedBallot(number=ballot.number, keys=keys or "…", struck=ballot.struck)


def _keys(tally: Tally, key: TallyKey) -> str:
    if key.kind is KeyKind.MARK:
        return _mark(tally, key.candidate or 0)
    if key.kind is KeyKind.INVALID:
        return f"{_invalid(tally)} {[*tally.form.reasons, OTHER].index(key.reason or OTHER) + 1}"
    return _ANSWERS.get(key.kind, "Enter")


def _mark(tally: Tally, place: int) -> str:
    return f"{place + 1:02d}" if tally.form.candidates > _ONE_DIGIT else str(place + 1)


def _invalid(tally: Tally) -> str:
    two = tally.form.ballot == "strike" and tally.form.candidates > _ONE_DIGIT
    return "00" if two else "0"


def _totals(vote: Round, tally: Tally) -> tuple[Total, ...]:
    found, form = tally.totals(), tally.form
    lines = []
    for place, name in enumerate(named_candidates(vote)):
        if form.ballot == "strike":
            lines.append(Total(words=name, figure=found.votes[place]))
            continue
        lines.append(Total(words=f"{name}: đồng ý", figure=found.votes[place]))
        lines.append(Total(words=f"{name}: không đồng ý", figure=found.against[place]))
        if found.blank[place]:
            lines.append(Total(words=f"{name}: để trống", figure=found.blank[place]))
    lines += [
        Total(words=f"Không hợp lệ: {reason_words(vote, reason, said)}", figure=count)
        for reason, said, count in found.reasons
    ]
    return (*lines, Total(words="Cộng số phiếu đã đọc", figure=found.read))
