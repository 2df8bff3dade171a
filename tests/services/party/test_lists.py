"""Branches and posts from lists as offices write them, taken back, and given out to come back the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from sqlalchemy import func, select

from desktop.models.party import Organisation, OrganisationKind
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import reading
from desktop.services.catalogue.branches import BRANCHES
from desktop.services.catalogue.posts import POSTS
from desktop.services.lists import batches, taking
from desktop.services.lists.batches import Import
from desktop.services.lists.giving_out import give_out
from desktop.services.office.workplace import Workplace
from desktop.services.party import organisation_views, post_views, posts
from desktop.services.party.list_words import POSTS as POST_WORDS
from desktop.services.party.list_words import meant
from desktop.services.party.posts import NewPost
from desktop.vietnamese.hamlet_kinds import KINDS, head_of

BRANCH_ROWS = (
    ("STT", "Tên chi bộ", "Loại chi bộ", "Các thôn", "Bí thư", "Đại hội lần thứ", "Nhiệm kỳ từ ngày"),
    (1, "Đảng bộ xã Mẫu", "Đảng bộ xã", None, "Nguyễn Thị Bình", 25, "05/08/2020"),
    (2, "Chi bộ ghép Lục Ngù - Chợ", "Chi bộ thôn", "Lục Ngù, khu phố Chợ", "Vi Văn Ất", 8, "03/07/2022"),
    (3, "Chi bộ Trường Tiểu học", "Trường học", None, "Lò Thị Liễu", None, None),
    (4, "Chi bộ Xa", "Chi bộ thôn", "Bản Xa", None, None, None),
)
POST_ROWS = (
    ("STT", "Họ và tên", "Chức vụ", "Ở đâu", "Do", "Từ ngày", "Số quyết định"),
    (1, "Lò Thị Ơn", "Trưởng thôn", "Thôn Lục Ngù", "Bầu", "12/12/2022", "112/QĐ-UBND"),
    (2, "Vi Văn Ất", "Trưởng ban CTMT", "Lục Ngù", "Chỉ định", None, None),
    (3, "Nguyễn Thị Bình", "Chủ tịch UBND xã", "Xã Mẫu", None, None, None),
    (4, "Ai Đó", "Bí thư", "Chi bộ Không Có", None, None, None),
)


def written(folder: str, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    path = Path(folder) / "danh-sach.xlsx"
    book.save(path)
    return path


def branches_in(office: Workplace, rows: Sequence[Sequence[object]] = BRANCH_ROWS) -> Import:
    with TemporaryDirectory() as folder:
        return taking.store(office, BRANCHES, BRANCHES.open_file(office, written(folder, rows)))


def posts_in(office: Workplace, rows: Sequence[Sequence[object]] = POST_ROWS) -> Import:
    with TemporaryDirectory() as folder:
        return taking.store(office, POSTS, POSTS.open_file(office, written(folder, rows)))


def counted(office: Workplace) -> tuple[int, ...]:
    with reading(office.database) as session:
        return tuple(
            session.scalar(select(func.count()).select_from(kind)) or 0 for kind in (Organisation, Post)
        )


def test_organisations_of_every_kind_come_from_a_list_and_go_back(office: Workplace) -> None:
    before = counted(office)
    done = branches_in(office)
    assert (done.new, done.doubtful) == (3, 1), "a hamlet that the commune doesn't have waits for a person"
    lines = {line.name: line for line in organisation_views.organisation_lines(office)}
    joint = lines["Chi bộ ghép Lục Ngù - Chợ"]
    assert joint.hamlets == ("Thôn Lục Ngù", "Khu phố Chợ")
    assert joint.term is not None
    assert (joint.term.congress, joint.term.starts_on) == (8, date(2022, 7, 3))
    assert lines["Chi bộ Trường Tiểu học"].kind is OrganisationKind.SCHOOL
    led = {
        post.where: post.holder for post in post_views.post_lines(office) if post.kind is PostKind.SECRETARY
    }
    assert led["Chi bộ Trường Tiểu học"] == "Lò Thị Liễu"
    batches.undo(office, done.batch)
    assert counted(office) == before


def test_organisations_given_out_come_back_the_same(office: Workplace) -> None:
    branches_in(office)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "chi-bo.xlsx"
        assert give_out(office, BRANCHES, path) == 3
        again = BRANCHES.open_file(office, path)
    assert [row.state.value for row in again.rows] == ["same", "same", "same"]


def test_another_secretary_in_a_later_list_follows_the_one_before(office: Workplace) -> None:
    branches_in(office)
    school = "Chi bộ Trường Tiểu học"
    done = branches_in(
        office, (BRANCH_ROWS[0], (3, "Chi bộ Trường Tiểu học", None, None, "Hoàng Thị Lan", None, None))
    )
    assert (done.new, done.changed) == (0, 1)
    led = [
        post.holder
        for post in post_views.post_lines(office, past=True)
        if post.where == "Chi bộ Trường Tiểu học"
    ]
    assert led == ["Hoàng Thị Lan", "Lò Thị Liễu"]
    batches.undo(office, done.batch)
    led = [post.holder for post in post_views.post_lines(office) if post.where == school]
    assert led == ["Lò Thị Liễu"]


def test_posts_come_from_a_list_and_whom_the_registers_know_is_that_person(office: Workplace) -> None:
    done = posts_in(office)
    assert (done.new, done.doubtful) == (3, 1)
    found = {post.kind: post for post in post_views.post_lines(office)}
    assert found[PostKind.HAMLET_HEAD].person is not None
    assert found[PostKind.HAMLET_HEAD].number == "112/QĐ-UBND"
    assert found[PostKind.FRONT_BOARD_HEAD].where == "Thôn Lục Ngù"
    assert found[PostKind.COMMUNE_CHAIR].where == "Xã Mẫu"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "chuc-vu.xlsx"
        assert give_out(office, POSTS, path) == 3
        again = POSTS.open_file(office, path)
    assert [row.state.value for row in again.rows] == ["same", "same", "same"]
    batches.undo(office, done.batch)
    assert post_views.post_lines(office) == ()


def test_whether_somebody_is_from_here_and_heads_of_every_kind_of_hamlet_come_back(office: Workplace) -> None:
    posts.begin_post(office, NewPost(PostKind.COMMUNE_CHAIR, "", "Nguyễn Thị Bình", local=False))
    posts.begin_post(office, NewPost(PostKind.COUNCIL_CHAIR, "", "Hoàng Minh Đức", local=True))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "chuc-vu.xlsx"
        give_out(office, POSTS, path)
        shown = POSTS.open_file(office, path)
        assert {row.state.value for row in shown.rows} == {"same"}
        said = [row.cell("local").value for row in shown.rows]
        assert sorted(said) == ["có", "không"]
    for kind in KINDS:
        assert meant(POST_WORDS, head_of(kind)) is PostKind.HAMLET_HEAD
    assert meant(POST_WORDS, "phó trưởng ấp") is PostKind.HAMLET_DEPUTY
