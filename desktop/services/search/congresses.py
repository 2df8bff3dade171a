"""Congresses of branches as a search finds them: each, its papers, and what there is to do at it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.catalogue import FORMS
from desktop.services.congress.views import CongressLine, congresses
from desktop.services.office.workplace import Workplace
from desktop.services.papers.congress.kinds import CONGRESS_PAPERS
from desktop.services.search.found import Found, Group
from desktop.wording import words

_DOES = {
    "planned": ("to_hold", "attending"),
    "open": ("to_close", "whole"),
    "closed": ("to_send", "reporting"),
    "sent": ("to_approve", "approval"),
}
"""What is to be done at a congress by how far it is, and at which step."""


def congresses_found(workplace: Workplace) -> Iterator[Found]:
    """Yield each congress; of those that go on, what is to be done and their papers."""
    for line in congresses(workplace):
        does = _does(workplace, line)
        yield _congress(line, does)
        if does is not None:
            what, step = does
            title = words("search.congress_of", branch=line.branch)
            said = words(f"search.congress.{what}")
            yield Found(Group.TASKS, f"{title}: {said}", _day(line), "congress", (line.code, step))
        if line.stage != "cancelled":
            yield from _papers(line)


def _does(workplace: Workplace, line: CongressLine) -> tuple[str, str] | None:
    """Return what is to be done now; before its day a congress has nothing that is due."""
    if line.stage == "planned" and line.held_on > workplace.today():
        return None
    return _DOES.get(line.stage)


def _congress(line: CongressLine, does: tuple[str, str] | None) -> Found:
    standing = words(f"search.congress.{line.stage}")
    return Found(
        Group.ELECTIONS,
        words("search.congress_of", branch=line.branch),
        words("search.congress", day=_day(line), standing=standing),
        "congress",
        line.code,
        ("congress", (line.code, does[1])) if does else None,
        also=" ".join((words("search.congress.words"), *(name for _, name in line.elected))),
    )


def _papers(line: CongressLine) -> Iterator[Found]:
    detail = words("search.congress.paper", day=_day(line))
    for form in CONGRESS_PAPERS:
        title = FORMS[form].title.partition(" (")[0]
        yield Found(Group.PAPERS, f"{title}, {line.branch}", detail, "congress", (line.code, "papers", form))


def _day(line: CongressLine) -> str:
    return f"{line.held_on:%d/%m/%Y}"
