"""The log of keys of a count ballot by ballot, under either head."""

from __future__ import annotations

import datetime as dt

from desktop.printing.congress.facts import Congress
from desktop.printing.congress.vote import tally_log as of_congress
from desktop.printing.counting.key_log import KeyedBallot, KeyLog, Total
from desktop.printing.hamlet_head.count import tally_log as of_hamlet
from desktop.printing.setting.date_line import DateLine
from desktop.services.office.workplace import VIET_NAM
from tests.printing.pages import texts

LOG = KeyLog(
    number=2,
    operator="Hoàng Minh Đức",
    begun=dt.datetime(2024, 12, 8, 13, 20, tzinfo=VIET_NAM),
    ended=dt.datetime(2024, 12, 8, 13, 52, tzinfo=VIET_NAM),
    legend=("1: bà Lò Thu Liễu", "2: ông Hoàng Văn Sìn"),
    ballots=(
        *(KeyedBallot(number=number, keys="1") for number in range(1, 300)),
        KeyedBallot(number=300, keys="2", struck=True),
        KeyedBallot(number=300, keys="0 2"),
    ),
    totals=(Total(words="Bà Lò Thu Liễu", figure=299), Total(words="Cộng số phiếu đã đọc", figure=300)),
    sha256="b07c" * 16,
)
DATED = DateLine(place="Húc Động", day=8, month=12, year=2024)


def of_a_hamlet(log: KeyLog) -> of_hamlet.HamletTallyLog:
    return of_hamlet.HamletTallyLog(
        issuer_lines=("UBND XÃ HÚC ĐỘNG", "TỔ BẦU CỬ"), dated=DATED, post="Trưởng thôn Nà Ếch", log=log
    )


def of_a_branch(log: KeyLog) -> of_congress.CongressTallyLog:
    congress = Congress(
        superior="Đảng ủy xã Húc Động",
        superior_line="ĐẢNG BỘ XÃ HÚC ĐỘNG",
        branch="Chi bộ thôn Pò Đán",
        ordinal="nhất",
        term="2024 - 2027",
        held_on=dt.date(2024, 12, 8),
    )
    return of_congress.CongressTallyLog(congress=congress, dated=DATED, post="Chi ủy", log=log)


def words(data: bytes) -> str:
    return " ".join(" ".join(texts(data)).split())


def test_every_ballot_and_the_digest_stand_in_both_logs() -> None:
    for drawn in (
        of_hamlet.draw(of_a_hamlet(LOG), training=False),
        of_congress.draw(of_a_branch(LOG), training=False),
    ):
        said = words(drawn)
        assert "Lượt kiểm 2; người ghi: Hoàng Minh Đức" in said
        assert "299 1 300 2 300 0 2" in said
        assert all(str(number) in said for number in (1, 150, 299, 300))
        assert "Cộng số phiếu đã đọc 300" in said
        assert "b07c b07c" in said


def test_each_log_has_its_own_head_and_not_the_other() -> None:
    hamlet = words(of_hamlet.draw(of_a_hamlet(LOG), training=False))
    branch = words(of_congress.draw(of_a_branch(LOG), training=False))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in hamlet
    assert "ĐẢNG CỘNG SẢN" not in hamlet
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in branch
    assert "CỘNG HÒA" not in branch


def test_a_log_that_is_not_locked_says_so_and_has_no_digest() -> None:
    said = words(of_hamlet.draw(of_a_hamlet(KeyLog(number=1)), training=False))
    assert "chưa có mã kiểm tra" in said
    assert "SHA-256" not in said


def test_a_log_kept_by_pen_promises_no_digest() -> None:
    said = words(of_hamlet.draw(of_a_hamlet(KeyLog()), training=False))
    assert "ghi tay không có mã kiểm tra" in said
