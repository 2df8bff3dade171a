"""All that can be found but people in the registers: looked up once, then searched letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.elections import Election
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from desktop.printing.catalogue import FORMS
from desktop.services.elections.election_list import ElectionLine, elections
from desktop.services.elections.lookup import statute_for, vote_of
from desktop.services.exchange.outbox import PackageLine, outbox
from desktop.services.office.sides import Side, sees
from desktop.services.office.workplace import Workplace, local
from desktop.services.papers.kinds import KINDS
from desktop.services.papers.lines import is_known
from desktop.services.party.branches import branch_lines
from desktop.services.party.post_views import post_lines
from desktop.services.party.posts import OF_ORGANISATIONS, PostKind
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.services.search.congresses import congresses_found
from desktop.services.search.found import Found, Group
from desktop.services.today.board import Board, board
from desktop.wording import next_words, state_words, words


def stock(workplace: Workplace) -> tuple[Found, ...]:
    """Return what an office has that can be found, the newest of each group first.

    People of the registers aren't among it: ``people_found`` looks them up.
    """
    party = sees(workplace.side, Side.PARTY)
    branches = (*congresses_found(workplace), *_branches(workplace)) if party else ()
    if not sees(workplace.side, Side.ELECTIONS):
        return (*branches, *_hamlets(hamlet_lines(workplace, ended=True), {}))
    shown = board(workplace)
    following = {row.election: (row.next.place, row.next.argument) for row in shown.rows}
    of_hamlet = {row.hamlet_code: (row.next.place, row.next.argument) for row in shown.rows}
    lines = elections(workplace)
    return (
        *_hamlets(hamlet_lines(workplace, ended=True), of_hamlet),
        *(_election(line, following.get(line.code)) for line in lines),
        *_papers(workplace, lines, {row.election for row in shown.rows}),
        *map(_package, outbox(workplace).packages),
        *_tasks(shown),
        *branches,
    )


def _branches(workplace: Workplace) -> Iterator[Found]:
    """Yield the branches, and who holds a post in one."""
    for line in branch_lines(workplace):
        detail = ", ".join(line.hamlets) or words("search.branch")
        yield Found(Group.BRANCHES, line.name, detail, "party", line.code)
    for post in post_lines(workplace):
        # Heads are found with their hamlets.
        if post.kind is not PostKind.HAMLET_HEAD:
            said = words("search.post_in", place=post.where)
            place = post.code if post.kind in OF_ORGANISATIONS else ("posts", post.id)
            yield Found(Group.PEOPLE, post.holder, said, "party", place)


def _hamlets(lines: Iterable[HamletLine], following: Mapping[str, tuple[str, object]]) -> Iterator[Found]:
    known = tuple(lines)
    for line in known:
        if line.ends_on is None:
            said = [words("search.households", number=line.counted)]
            if line.head:
                said.append(words("search.head", name=line.head))
            if line.predecessors:
                said.append(words("search.made_of", names=", ".join(line.predecessors)))
            detail = ", ".join(said)
            yield Found(Group.HAMLETS, line.full_name, detail, "hamlets", line.code, following.get(line.code))
            if line.head:
                detail = words("search.head_of", hamlet=line.full_name)
                yield Found(Group.PEOPLE, line.head, detail, "hamlets", line.code)
        else:
            # Its papers bear the old name; the place shows what became of it.
            heir = next((one for one in known if one.full_name in line.successors), line)
            detail = words("search.ended", day=f"{line.ends_on:%d/%m/%Y}")
            if heir is not line:
                detail = words("search.became", day=f"{line.ends_on:%d/%m/%Y}", hamlet=heir.full_name)
            yield Found(Group.HAMLETS, line.full_name, detail, "hamlets", heir.code)


def _election(line: ElectionLine, following: tuple[str, object] | None) -> Found:
    standing = state_words(line.state, hands=line.hands, single=line.single)
    detail = words("search.election", day=f"{line.held_on:%d/%m/%Y}", standing=standing)
    title = words("search.election_of", hamlet=line.hamlet)
    return Found(Group.ELECTIONS, title, detail, "election", line.code, following, also=line.campaign)


def _papers(
    workplace: Workplace, lines: Iterable[ElectionLine], on_board: set[str | None]
) -> Iterator[Found]:
    """Yield the papers of the elections on the board, printed or not, and of all others those printed."""
    with reading(workplace.database) as session:
        printed = _printed(session)
        for line in lines:
            forms = [form for code, form in printed if code == line.code]
            if line.code in on_board and line.state != "cancelled":
                vote = vote_of(session, line.code)
                statute = statute_for(workplace, vote.election)
                forms = [form for form in KINDS if is_known(form, vote, statute)]
            for form in forms:
                day = printed.get((line.code, form))
                title, _, note = FORMS[form].title.partition(" (")
                detail = (
                    words("search.printed", day=f"{day:%d/%m/%Y}") if day else words("search.not_printed")
                )
                yield Found(
                    Group.PAPERS,
                    f"{title}, {line.hamlet}",
                    detail,
                    "printing",
                    (line.code, form),
                    also=note.rstrip(")"),
                )


def _printed(session: Session) -> dict[tuple[str, str], date]:
    found = (
        select(Election.code, Paper.form, func.max(Paper.printed_at))
        .join(Election, Paper.election_id == Election.id)
        .group_by(Election.code, Paper.form)
    )
    return {(code, form): local(at).date() for code, form, at in session.execute(found) if form in KINDS}


def _package(line: PackageLine) -> Found:
    title = words("search.package", number=line.sequence)
    day = f"{local(line.sealed_at):%d/%m/%Y}"
    return Found(
        Group.PAPERS,
        title,
        words(f"search.package.{line.outcome}", day=day, short=line.code),
        "sending",
        None,
        also=" ".join(line.units),
    )


def _tasks(shown: Board) -> Iterator[Found]:
    for row in shown.rows:
        told = next_words(row.next.code, row.next.facts)
        if row.next.code != "finished":
            yield Found(
                Group.TASKS,
                f"{row.hamlet}: {told.headline}",
                told.button,
                row.next.place,
                row.next.argument,
            )
