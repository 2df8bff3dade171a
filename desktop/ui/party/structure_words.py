"""The words of organisations, posts, and of how and since when somebody holds one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.party.list_words import KINDS, POSTS, TENURES, WAYS, word
from desktop.services.party.member_views import MemberLine
from desktop.services.party.organisations import OrganisationKind
from desktop.services.party.post_views import PostLine
from desktop.services.party.posts import PostKind, Tenure, Way
from desktop.services.party.terms import TermView
from desktop.vietnamese.numerals import ordinal


def organisation_kind_word(kind: OrganisationKind) -> str:
    """Return the word of a kind of organisation, as lists have it."""
    return KINDS[kind][0]


def post_word(kind: PostKind) -> str:
    """Return the word of a kind of post, as lists have it; a post of the commune may be any."""
    return word(POSTS, kind) or QCoreApplication.translate("Party", "Chức vụ khác của xã")


def post_title(line: PostLine) -> str:
    """Return what a post is called: its own word, else that of its kind."""
    return line.title or post_word(line.kind)


def held_words(line: MemberLine) -> str:
    """Return the posts that a member holds; where none is written down what the branch's list says."""
    said = [title or post_word(kind) for kind, title in line.held]
    joined = ", ".join((*said[:1], *(word[:1].lower() + word[1:] for word in said[1:])))
    return joined or line.post


def way_word(way: Way | None) -> str:
    """Return how somebody came to a post; nothing where that isn't known."""
    return word(WAYS, way) or ""


def tenure_word(tenure: Tenure | None) -> str:
    """Return whether a holder is new; unknown is said, never guessed."""
    return word(TENURES, tenure) or QCoreApplication.translate("Party", "chưa rõ")


def term_words(term: TermView | None) -> str:
    """Return a term in one line: its years, and which congress began it."""
    tr = QCoreApplication.translate
    if term is None:
        return tr("Party", "thiếu số liệu")
    first = str(term.starts_on.year) if term.starts_on else "?"
    last = str(term.last_day.year) if term.last_day else "?"
    said = f"{first}–{last}"
    return (
        said
        if term.congress is None
        else tr("Party", "{0}, lần thứ {1}").format(said, ordinal(term.congress))
    )
