"""Backup on one computer, restore on another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.bootstrap import open_office
from desktop.models import audit
from desktop.models.counting import Count
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from tests.journeys.conftest import Command, Demo, in_a_process

pytestmark = pytest.mark.xdist_group("demo")

SEAL = ("seal", "--stream", "government", "--to", "198", "--data")


def kept(folder: Path) -> tuple[audit.Head, list[bytes], list[str]]:
    """Return audit head, the bytes of every count, the SHA-256 of every paper."""
    workplace = open_office(folder, "tap-huan")
    try:
        with reading(workplace.database) as session:
            counts = list(session.scalars(select(Count.content).order_by(Count.id)))
            papers = list(session.scalars(select(Paper.sha256).order_by(Paper.id)))
            return audit.head(session), counts, papers
    finally:
        workplace.database.close()


def test_an_office_moves_to_another_computer_whole(demo: Demo, hom_phieu: Command, tmp_path: Path) -> None:
    copy, anew = tmp_path / "usb.sao-luu", tmp_path / "another" / "computer"
    assert hom_phieu("backup", copy, "--data", demo.commune).code == 0
    told = in_a_process("restore", copy, "--data", anew)
    assert (told.code, told.out) == (0, "")
    head, counts, papers = kept(anew)
    before, *same = kept(demo.commune)
    assert [counts, papers] == same
    assert (len(counts), len(papers)) >= (14, 100)
    assert f"Nhật ký có {before.sequence} dòng, dòng cuối {before.hash[:16]}." in told.err
    # It goes on with an entry that tells of the restore.
    assert head.sequence == before.sequence + 1
    # It seals nothing before it knows where its sequence stands.
    refused = hom_phieu(*SEAL, anew, "--json")
    assert (refused.code, json.loads(refused.out)["error"]["code"]) == (1, "seal.restored")
    assert kept(anew)[0] == head
    assert hom_phieu("receipt", demo.folder / "receipts/06859-government-0002.bn", "--data", anew).code == 0
    sealed = hom_phieu(*SEAL, anew, "--json")
    assert (sealed.code, json.loads(sealed.out)["sequence"]) == (0, 3)


def test_the_backup_after_the_count_learns_its_place_from_the_last_receipt(
    own_demo: Demo, hom_phieu: Command, tmp_path: Path
) -> None:
    *_, copy = sorted((own_demo.folder / "backup").iterdir())
    assert hom_phieu("restore", copy, "--data", tmp_path / "anew").code == 0
    assert kept(tmp_path / "anew")[1] == kept(own_demo.commune)[1]
    told = hom_phieu(
        "receipt", own_demo.folder / "receipts/06859-government-0002.bn", "--data", tmp_path / "anew"
    )
    assert told.code == 0
    sealed = json.loads(hom_phieu(*SEAL, tmp_path / "anew", "--json").out)
    assert sealed["sequence"] == 3
    taken = json.loads(hom_phieu("take-in", sealed["path"], "--data", own_demo.office, "--json").out)
    assert taken[0]["outcome"] == "accepted"
