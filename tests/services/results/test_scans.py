"""A scan or photograph of the signed minutes is kept as it came."""

from __future__ import annotations

import hashlib

import pytest

from desktop.errors import RequestRefused
from desktop.services.counting import counts
from desktop.services.office.workplace import Workplace
from desktop.services.results import scans
from tests.offices.commune import agree, agreed, finalised, traces

PDF, JPEG, PNG = b"%PDF-1.7\n...", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n\x1a\n...."


@pytest.mark.parametrize(("data", "media"), [(PDF, "pdf"), (JPEG, "jpeg"), (PNG, "png")])
def test_the_kind_is_told_by_the_bytes_not_by_the_name(office: Workplace, data: bytes, media: str) -> None:
    code = finalised(office)
    kept = scans.attach_signed_minutes(office, code, "bien-ban.doc", data)
    assert (kept.media, kept.size, kept.sha256) == (media, len(data), hashlib.sha256(data).hexdigest())
    assert scans.attachment_content(office, kept.id) == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MZ\x90\x00", "attachment.kind"),
        (b"", "attachment.kind"),
        (b"PK\x03\x04", "attachment.kind"),
        (PDF + bytes(scans.LARGEST), "attachment.size"),
    ],
)
def test_anything_else_and_anything_too_large_is_refused(office: Workplace, data: bytes, code: str) -> None:
    election = finalised(office)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        scans.attach_signed_minutes(office, election, "bien-ban.pdf", data)
    assert (caught.value.code, caught.value.where) == (code, "bien-ban.pdf")
    assert traces(office) == before


def test_nothing_is_signed_before_the_count_is_finalised(office: Workplace) -> None:
    with pytest.raises(RequestRefused) as caught:
        scans.attach_signed_minutes(office, agreed(office), "bien-ban.pdf", PDF)
    assert caught.value.code == "count.none"


def test_the_newest_scan_comes_first_and_names_its_revision(office: Workplace) -> None:
    code = finalised(office)
    scans.attach_signed_minutes(office, code, "mờ.jpg", JPEG)
    scans.attach_signed_minutes(office, code, "rõ.pdf", PDF)
    counts.reopen(office, code, "đếm lại")
    counts.finalise(office, agree(office, code))
    scans.attach_signed_minutes(office, code, "lần hai.png", PNG)
    assert [(one.file_name, one.revision) for one in scans.signed_minutes(office, code)] == [
        ("lần hai.png", 2),
        ("rõ.pdf", 1),
        ("mờ.jpg", 1),
    ]
