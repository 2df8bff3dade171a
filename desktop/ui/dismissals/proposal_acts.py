"""What can be done with a proposal to replace a head: written down, settled, opened again, taken back."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.services.dismissals import proposals
from desktop.services.dismissals.proposals import ProposalView
from desktop.ui.dismissals.proposal_questions import ProposeQuestion, SettleQuestion
from desktop.ui.page.undoable import Undoable


class ProposalActs(Undoable):
    """Asks what a proposal needs, and hands the answers to the use cases."""

    def propose(self, headed: Sequence[tuple[str, str]]) -> None:
        """Write down that somebody proposes to replace a head.

        Args:
            headed: code and words of each hamlet that somebody heads.
        """
        place = self._context.workplace
        submit = self.submit(
            lambda answer: proposals.propose(place, *answer),
            self.tr("Đã ghi đề xuất."),
            lambda key: proposals.take_back_proposal(place, key),
        )
        ProposeQuestion(self.window(), headed, place.today(), submit).open()

    def settle(self, proposal: ProposalView) -> None:
        """Ask what became of a proposal that is no dismissal."""
        place = self._context.workplace
        submit = self.submit(
            lambda said: proposals.settle(place, proposal.key, *said),
            self.tr("Đã ghi kết quả xem xét."),
            lambda _: proposals.reopen(place, proposal.key),
        )
        SettleQuestion(self.window(), proposal.name, place.today(), submit).open()

    def reopen(self, proposal: ProposalView) -> None:
        """Open a settled proposal again."""
        place = self._context.workplace
        self.do(lambda: proposals.reopen(place, proposal.key), self.tr("Đã mở lại đề xuất."))

    def take_back(self, proposal: ProposalView) -> None:
        """Take back a proposal that was written down by mistake."""
        place = self._context.workplace
        self.do(lambda: proposals.take_back_proposal(place, proposal.key), self.tr("Đã bỏ đề xuất."))
