"""Scenes of the count ballot by ballot: a hamlet's two names, a committee of a congress, many names."""

from __future__ import annotations

import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.bootstrap import shipped_statutes
from desktop.rules.tally import KeyKind, TallyForm, TallyKey
from desktop.services.counting.meetings import BoxCount, record_stock
from desktop.services.counting.tallies import OpenTally, sit_at_tally
from desktop.services.office import keys
from desktop.services.office.offices import make_office
from desktop.services.office.operators import OperatorView
from desktop.services.training.clock import TrainingClock
from desktop.ui.page.page import Session
from desktop.ui.tally.tally_window import TallyWindow
from tests.offices import commune
from tests.offices.desks import ON_THE_DAY

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio

_INVALID = TallyKey(KeyKind.INVALID, reason="too_many")
_END = TallyKey(KeyKind.END)
_NAMES = (
    *("Đồng chí Lò Thị Ơn", "Đồng chí Giàng A Chớ", "Đồng chí Tằng Văn Bình", "Đồng chí Chìu A Dũng"),
    *("Đồng chí Phùn Thị Mỹ", "Đồng chí Triệu Quý Đôn", "Đồng chí Đặng Hồng Điệp", "Đồng chí Nông Văn Ếch"),
    *("Đồng chí Hoàng Thị Ỷ", "Đồng chí Lương Văn Ức", "Đồng chí Vi Văn Áng", "Đồng chí Bế Thị Yên"),
)
_REASONS = ("not_issued", "too_many", "nobody_chosen", "not_listed", "marked", "several_inks")
_FIRST = "đã khóa 13:52, Lường Thanh Hải ghi"


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        clock = TrainingClock(commune.BEFORE)
        made = make_office(
            Path(kept) / "xa", commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), clock, seed=bytes(32)
        )[0]
        commune.settle(made)
        clock.put(commune.DAY, 7, 0)
        code = commune.meeting(made)
        clock.put(commune.DAY, 14, 0)
        record_stock(made, code, [BoxCount("main", 168, 10, 0, 168)])
        opened = sit_at_tally(made, code, commune.BINH, commune.PINS[commune.BINH])
        _Scenes(studio, Session(made, keys.unlock(made, commune.PASSPHRASE)), code, opened).draw()
        made.database.close()


class _Scenes:
    def __init__(self, studio: Studio, session: Session, code: str, opened: OpenTally) -> None:
        self.studio, self.session, self.code, self.opened = studio, session, code, opened

    def draw(self) -> None:
        marks = [TallyKey(KeyKind.MARK, int(place)) for place in islice(cycle("001001010"), 127)]
        two = [
            *marks[:60],
            _INVALID,
            *marks[60:100],
            TallyKey(KeyKind.INVALID, reason="nobody_chosen"),
            *marks[100:],
        ]
        self._scene("kiem-tung-phieu", self.opened.form, self.opened.candidates, two, number=2)
        self._scene("kiem-tung-phieu-khoa", self.opened.form, self.opened.candidates, two, lock=True)
        alone = TallyForm("agree", 1, 1, ("not_issued", "both_boxes", "not_listed", "marked", "several_inks"))
        said = [TallyKey(kind) for kind in (KeyKind.AGREE, KeyKind.AGREE, KeyKind.AGAINST)] * 8
        self._scene("kiem-tung-phieu-bi-thu", alone, _NAMES[:1], said, post="Bí thư")
        for names, seats in ((3, 2), (6, 5), (9, 7), (12, 9)):
            form = TallyForm("strike", seats, names, _REASONS)
            ballots = [key for first in range(22) for key in (*_left(first, seats, names), _END)]
            self._scene(
                f"kiem-tung-phieu-{names}-ten",
                form,
                _NAMES[:names],
                [*ballots, *_left(3, 2, names)],
                post="Chi ủy",
            )
        three = TallyForm("agree", 3, 3, ("not_issued", "not_listed", "marked", "several_inks"))
        rows = [TallyKey(kind) for kind in (KeyKind.AGREE, KeyKind.AGREE, KeyKind.AGAINST, KeyKind.BLANK)] * 8
        self._scene("kiem-tung-phieu-dong-y", three, _NAMES[:3], rows, post="Chi ủy")

    def _scene(
        self,
        name: str,
        form: TallyForm,
        names: tuple[str, ...],
        pressed: list[TallyKey],
        *,
        number: int = 1,
        post: str = "Trưởng thôn",
        lock: bool = False,
    ) -> None:
        opened = OpenTally(
            log=self.opened.log,
            code=self.code,
            operator=OperatorView(2, "Phùn Thị Sinh"),
            number=number,
            attempt=1,
            alone=False,
            body=self.opened.body,
            post=post,
            day=self.opened.day,
            cluster="",
            form=form,
            candidates=names,
            keys=(),
            in_box=168,
            asked={"present": 170, "issued": 168, "unused": None},
            training=True,
        )

        def read(frame: Frame) -> None:
            assert frame.context is not None
            window = TallyWindow(frame.context, opened, "2468", _FIRST if number == 2 else "", frame)
            window.queue.write = lambda: None  # type: ignore[method-assign] # of names that no vote here has
            window.open()
            for key in pressed:
                window._take(key)
            window.queue._waiting.clear()
            if lock:
                window.lock()

        self.studio.window(
            self.session, name, "election", (self.code, "counting"), steps=[read], desk=ON_THE_DAY
        )


def _left(first: int, seats: int, names: int) -> list[TallyKey]:
    return [TallyKey(KeyKind.MARK, (first + place) % names) for place in range(seats)]
