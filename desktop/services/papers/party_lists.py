"""The lists of organisations and of posts, printed."""

from __future__ import annotations

from desktop.models.store.session import reading
from desktop.printing.registers import party_list
from desktop.services.lists.list_kind import Extent
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.registers.party import branch_list, post_list


@for_party
def branch_paper(workplace: Workplace, _: Extent) -> bytes:
    """Print the organisations of the commune.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    with reading(workplace.database) as session:
        return party_list.draw(branch_list(workplace, session), training=is_training(session))


@for_party
def post_paper(workplace: Workplace, _: Extent) -> bytes:
    """Print the posts that are held today.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    with reading(workplace.database) as session:
        return party_list.draw(post_list(workplace, session), training=is_training(session))
