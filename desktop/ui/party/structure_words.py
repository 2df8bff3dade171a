"""The words of organisations, posts, and of how and since when somebody holds one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.party.member_views import MemberLine
from desktop.services.party.organisations import OrganisationKind
from desktop.services.party.post_views import PostLine
from desktop.services.party.posts import PostKind, Tenure, Way
from desktop.services.party.terms import TermView


def organisation_kind_word(kind: OrganisationKind) -> str:
    """Return the word of a kind of organisation."""
    tr = QCoreApplication.translate
    return {
        OrganisationKind.COMMITTEE: tr("Party", "Đảng bộ xã"),
        OrganisationKind.RESIDENTIAL: tr("Party", "Chi bộ thôn, khu phố"),
        OrganisationKind.OFFICE: tr("Party", "Chi bộ cơ quan"),
        OrganisationKind.PUBLIC_UNIT: tr("Party", "Chi bộ đơn vị sự nghiệp"),
        OrganisationKind.SCHOOL: tr("Party", "Chi bộ trường học"),
        OrganisationKind.ARMED_FORCE: tr("Party", "Chi bộ quân sự, công an"),
        OrganisationKind.ENTERPRISE: tr("Party", "Chi bộ doanh nghiệp"),
    }[kind]


def post_word(kind: PostKind) -> str:
    """Return the word of a kind of post."""
    tr = QCoreApplication.translate
    return {
        PostKind.HAMLET_HEAD: tr("Party", "Trưởng thôn"),
        PostKind.HAMLET_DEPUTY: tr("Party", "Phó trưởng thôn"),
        PostKind.FRONT_BOARD_HEAD: tr("Party", "Trưởng ban công tác Mặt trận"),
        PostKind.POLICE_OFFICER: tr("Party", "Công an viên"),
        PostKind.WOMEN_HEAD: tr("Party", "Chi hội trưởng phụ nữ"),
        PostKind.FARMERS_HEAD: tr("Party", "Chi hội trưởng nông dân"),
        PostKind.VETERANS_HEAD: tr("Party", "Chi hội trưởng cựu chiến binh"),
        PostKind.YOUTH_SECRETARY: tr("Party", "Bí thư chi đoàn"),
        PostKind.SECRETARY: tr("Party", "Bí thư"),
        PostKind.DEPUTY_SECRETARY: tr("Party", "Phó bí thư"),
        PostKind.COMMITTEE_MEMBER: tr("Party", "Cấp ủy viên"),
        PostKind.UNIT_HEAD: tr("Party", "Thủ trưởng cơ quan, đơn vị"),
        PostKind.COUNCIL_CHAIR: tr("Party", "Chủ tịch HĐND xã"),
        PostKind.COMMUNE_CHAIR: tr("Party", "Chủ tịch UBND xã"),
        PostKind.COMMUNE_DEPUTY_CHAIR: tr("Party", "Phó Chủ tịch UBND xã"),
        PostKind.COMMUNE_OTHER: tr("Party", "Chức vụ khác của xã"),
    }[kind]


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
    tr = QCoreApplication.translate
    return {
        None: "",
        Way.ELECTED: tr("Party", "Bầu"),
        Way.APPOINTED: tr("Party", "Chỉ định, bổ nhiệm"),
        Way.PROVISIONAL: tr("Party", "Lâm thời"),
    }[way]


def tenure_word(tenure: Tenure | None) -> str:
    """Return whether a holder is new; unknown is said, never guessed."""
    tr = QCoreApplication.translate
    return {
        None: tr("Party", "chưa rõ"),
        Tenure.NEW: tr("Party", "mới"),
        Tenure.RE_ELECTED: tr("Party", "tái cử"),
    }[tenure]


def term_words(term: TermView | None) -> str:
    """Return a term in one line: its years, and which congress began it."""
    tr = QCoreApplication.translate
    if term is None:
        return tr("Party", "thiếu số liệu")
    first = str(term.starts_on.year) if term.starts_on else "?"
    last = str(term.last_day.year) if term.last_day else "?"
    said = f"{first}–{last}"
    return said if term.congress is None else tr("Party", "{0}, lần thứ {1}").format(said, term.congress)
