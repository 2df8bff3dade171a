"""``hom-phieu fork``: what waits is listed with both sides, and decided once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.app import run
from desktop.cli.office import PASSPHRASE_VARIABLE
from desktop.exchange.receipt import stored_receipt
from desktop.exchange.seal import Sealed
from desktop.services.office.workplace import Workplace
from tests.journeys.conftest import Told
from tests.offices.by_hand import seal_by_hand
from tests.offices.commune import CODE, finalised, traces
from tests.services.conftest import clock, office, settled_office
from tests.services.exchange.test_forks import recounted
from tests.services.exchange.test_packages import district, new_districts

__all__ = ["clock", "district", "new_districts", "office", "settled_office"]

REASON = ("--reason", "xã gửi nhầm gói đầu", "--by", "Nông Văn Ếch")


class Desk:
    """A receiving office by command, with one package that counts and another of its number that waits."""

    def __init__(
        self, office: Workplace, district: Workplace, folder: Path, printed: pytest.CaptureFixture[str]
    ) -> None:
        self.district = district
        self.receipts = folder / "receipts"
        self._printed = printed
        finalised(office)
        self.known, self.new = seal_by_hand(office, 1, None), seal_by_hand(office, 1, None, later=1)
        self.files = [self._file(folder / f"{number}.goi", one) for number, one in enumerate(self.packages())]
        self.taken = self.json("take-in", *self.files, "--receipts", self.receipts)
        (fork,) = self.json("fork", "list")
        self.fork: dict[str, Any] = fork

    def packages(self) -> tuple[Sealed, Sealed]:
        return self.known, self.new

    def __call__(self, *arguments: str | Path) -> Told:
        self._printed.readouterr()
        code = run([*map(str, arguments), "--data", str(self.district.database.folder)])
        told = self._printed.readouterr()
        return Told(code, told.out, told.err)

    def json(self, *arguments: str | Path, code: int = 0) -> Any:
        told = self(*arguments, "--json")
        assert told.code == code, told.err
        return json.loads(told.out)

    def decide(self, keep: str, *more: str | Path, code: int = 0) -> Any:
        fork = str(self.fork["id"])
        return self.json(
            "fork", "decide", fork, "--keep", keep, *REASON, "--receipts", self.receipts, *more, code=code
        )

    @staticmethod
    def _file(path: Path, package: Sealed) -> Path:
        path.write_bytes(package.data)
        return path


@pytest.fixture
def desk(
    office: Workplace,
    district: Workplace,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    return Desk(office, district, tmp_path, capsys)


def test_what_waits_is_listed_beside_what_it_contradicts(desk: Desk) -> None:
    assert [taken["outcome"] for taken in desk.taken] == ["accepted", "waiting"]
    assert desk.taken[1]["steps"][-1]["detail"] == "sequence.fork: same_sequence"
    fork = desk.fork
    assert list(fork) == ["id", "unit", "stream", "mode", "new", "known"]
    assert (fork["unit"], fork["stream"], fork["mode"]) == ("06859", "government", "training")
    assert list(fork["new"]) == ["sequence", "digest", "previous", "campaign", "received", "held", "state"]
    assert (fork["new"]["digest"], fork["new"]["held"]) == (desk.new.digest, "waiting")
    (known,) = fork["known"]
    assert list(known) == [*fork["new"], "kinds", "counts"]
    assert (known["digest"], known["held"], known["state"]) == (desk.known.digest, "accepted", True)
    assert (known["kinds"], known["counts"]) == (["same_sequence"], [])
    told = desk("fork", "list")
    assert (told.code, told.err) == (0, "")
    assert "cùng số thứ tự" in told.out
    assert desk.new.digest[:16] in told.out
    assert desk.known.digest[:16] in told.out


def test_the_counts_that_differ_are_told_with_both_digests(
    desk: Desk, office: Workplace, tmp_path: Path
) -> None:
    (tmp_path / "3.goi").write_bytes(seal_by_hand(office, 2, desk.known.digest, recounted(office)).data)
    desk.json("take-in", tmp_path / "3.goi", "--receipts", desk.receipts)
    _, fork = desk.json("fork", "list")
    (known,) = fork["known"]
    assert known["kinds"] == ["same_count"]
    (count,) = known["counts"]
    assert (count["election"], count["round"], count["revision"]) == (CODE, 1, 1)
    told = desk("fork", "list").out
    assert f"gói đã có {count['known'][:16]}, gói mới {count['new'][:16]}." in told


@pytest.mark.parametrize(("keep", "outcome", "aside"), [("known", "refused", 0), ("new", "accepted", 1)])
def test_a_decision_writes_its_receipt_and_is_final(desk: Desk, keep: str, outcome: str, aside: int) -> None:
    decided = desk.decide(keep)
    assert list(decided) == ["id", "keep", "digest", "outcome", "receipt", "set_aside", "released"]
    assert (decided["id"], decided["keep"], decided["outcome"]) == (desk.fork["id"], keep, outcome)
    assert (decided["digest"], decided["released"]) == (desk.new.digest, [])
    assert decided["set_aside"] == [desk.known.digest][:aside]
    receipt = stored_receipt(Path(decided["receipt"]).read_bytes())
    assert (receipt.package, receipt.outcome) == (desk.new.digest, outcome)
    # The number's other package keeps the receipt that it was given under its name.
    first = stored_receipt(Path(desk.taken[0]["receipt"]).read_bytes())
    assert (first.package, first.outcome) == (desk.known.digest, "accepted")

    assert desk.json("fork", "list") == []
    assert desk("fork", "list").out == "Không có gói nào đang chờ quyết định.\n"
    before = traces(desk.district)
    again = desk.decide("new", code=1)
    assert (again["error"]["code"], again["error"]["where"]) == ("fork.decided", str(desk.fork["id"]))
    assert traces(desk.district) == before


@pytest.mark.parametrize(("keep", "code"), [("known", "sequence"), ("new", None)])
def test_the_package_taken_in_again_gives_the_receipt_of_the_decision(
    desk: Desk, keep: str, code: str | None
) -> None:
    decided = desk.decide(keep)
    content = Path(decided["receipt"]).read_bytes()
    Path(decided["receipt"]).unlink()
    refused = code is not None
    (again,) = desk.json("take-in", desk.files[1], "--receipts", desk.receipts, code=int(refused))
    assert (again["outcome"], again["code"]) == (decided["outcome"], code)
    assert again["receipt"] == decided["receipt"]
    assert Path(again["receipt"]).read_bytes() == content


def test_a_decision_stands_though_its_receipt_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    decided = desk.decide("new", "--receipts", tmp_path / "file")
    assert (decided["outcome"], decided["receipt"]) == ("accepted", None)
    assert desk.json("fork", "list") == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("9999", "--keep", "new", *REASON), "fork.unknown"),
        (("{id}", "--keep", "new", "--reason", " ", "--by", "Ếch"), "fork.reason"),
        (("{id}", "--keep", "known", "--reason", "nhầm", "--by", ""), "fork.by"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_a_sentence(
    desk: Desk, arguments: tuple[str, ...], code: str
) -> None:
    before = traces(desk.district)
    named = [argument.format(id=desk.fork["id"]) for argument in arguments]
    refused = desk.json("fork", "decide", *named, code=1)["error"]
    assert refused["code"] == code
    assert "hãy" in refused["message"]
    assert traces(desk.district) == before


@pytest.mark.parametrize("arguments", [("--keep", "both", *REASON), ("--keep", "new"), REASON])
def test_a_decision_that_is_not_fully_said_is_wrong_use(desk: Desk, arguments: tuple[str, ...]) -> None:
    before = traces(desk.district)
    assert desk("fork", "decide", str(desk.fork["id"]), *arguments).code == 2
    assert traces(desk.district) == before
