"""The list of posts: who holds which where."""

from __future__ import annotations

from desktop.services.lists.list_kind import ListKind
from desktop.services.lists.whole import OF_COMMUNE, commune_on
from desktop.services.papers.party_lists import post_paper
from desktop.services.party.post_lists import FIELDS, make, posts_given, update, verdicts
from desktop.sheets.lists.kinds import posts

POSTS = ListKind(
    sheet=posts.POSTS,
    given=posts_given,
    paper=post_paper,
    reach=OF_COMMUNE,
    fields=FIELDS,
    unit=commune_on,
    verdicts=verdicts,
    make=make,
    update=update,
)
