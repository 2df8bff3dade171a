"""What papers of the Party say of a chain: a hamlet's sheet, the exceptions, gates that were let through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from desktop.models.congress import Congress
from desktop.printing.registers.party_list import PartyList
from desktop.rules.chain import Gate, GateState, Node, PlanState
from desktop.rules.shares import percent_text
from desktop.services.chain.exceptions import ExceptionReason, ExceptionView
from desktop.services.chain.gates import OverrideView, overrides_of
from desktop.services.chain.hamlets import Votes
from desktop.services.chain.lookup import chains_of_congress
from desktop.services.chain.views import ChainRow
from desktop.services.office.workplace import Workplace, local
from desktop.services.papers.fill.registers.cells import day_cell
from desktop.services.papers.fill.registers.party_list import party_list

_NODES = {
    Node.PLAN: "Phương án nhân sự",
    Node.HEAD: "Bầu Trưởng thôn",
    Node.RECOGNITION: "Công nhận",
    Node.CONGRESS: "Đại hội chi bộ",
    Node.SECRETARY: "Bầu bí thư",
    Node.APPROVAL: "Chuẩn y",
}
_PLANS = {
    PlanState.DRAFT: "",
    PlanState.SUBMITTED: "đã trình",
    PlanState.RETURNED: "bị trả lại",
    PlanState.APPROVED: "duyệt",
}
_GATES = {GateState.OPEN: "Đã mở", GateState.SHUT: "Chưa mở", GateState.LET_THROUGH: "Cho qua có lý do"}
_REASONS = {
    ExceptionReason.NO_HEAD: "Chưa bầu được Trưởng thôn",
    ExceptionReason.HEAD_NOT_MEMBER: "Trưởng thôn chưa là đảng viên",
    ExceptionReason.HEAD_PROBATIONARY: "Trưởng thôn chưa là đảng viên chính thức",
    ExceptionReason.OTHER_BRANCH: "Trưởng thôn sinh hoạt ở chi bộ khác",
    ExceptionReason.SHARED_BRANCH: "Chi bộ ghép, bí thư là Trưởng thôn khác",
    ExceptionReason.OTHER_ELECTED: "Chi bộ bầu người khác làm bí thư",
    ExceptionReason.TOO_OLD: "Trưởng thôn quá tuổi theo quy định",
    ExceptionReason.OTHER: "Lý do khác",
}
_BEFORE_CONGRESS = (Gate.PLAN_APPROVED, Gate.ELECTED_AND_SIGNED, Gate.RECOGNISED)


def chain_sheet(workplace: Workplace, session: Session, row: ChainRow) -> PartyList:
    """Return the chain of a hamlet: a line for each node with its gate, and who let it through why."""
    gates = dict(zip(Node, (*Gate, None), strict=True))
    lines = (
        (
            _NODES[node],
            day_cell(_day_of(row, node)),
            _result_of(row, node),
            f"{gate.value}. {_GATES[row.gates[gate]]}" if gate is not None else "",
            " ".join(_told(each) for each in row.overrides if each.gate is gate),
        )
        for node, gate in gates.items()
    )
    return party_list(workplace, session, "chain", lines, row.chain.hamlet)


def exception_list(
    workplace: Workplace, session: Session, name: str, found: Sequence[ExceptionView]
) -> PartyList:
    """Return the exceptions that are open, each with its reason, who sees to it, and by when."""
    lines = (
        (each.hamlet, each.head, each.secretary, _why(each), each.owner, day_cell(each.due_on))
        for each in found
    )
    return party_list(workplace, session, "exceptions", lines, name)


def let_through_before(workplace: Workplace, session: Session, congress: Congress) -> tuple[str, ...]:
    """Return a sentence for each gate that was let through on the way to a congress, for its papers."""
    found: list[str] = []
    for chain, units in chains_of_congress(session, congress, workplace.today()):
        found += [
            f"{each.hamlet} được cho qua cửa {each.gate.value}: {_told(each)}"
            for each in overrides_of(session, [chain], units)
            if each.gate in _BEFORE_CONGRESS
        ]
    return tuple(found)


def _told(each: OverrideView) -> str:
    said = f"{each.what[:1].upper()}{each.what[1:]}"
    return f"{said}. {each.name}, {local(each.at):%d/%m/%Y %H:%M}. Lý do: {each.reason.rstrip('.')}."


def _why(one: ExceptionView) -> str:
    if one.reason is ExceptionReason.NO_HEAD and one.most is not None:
        said = f"Không ai quá nửa: cao nhất {_share(one.most)}. Bầu lại."
    else:
        said = f"{_REASONS[one.reason]}."
    return f"{said} {one.note}".strip()


def _day_of(row: ChainRow, node: Node) -> date | None:
    facts = row.chain.facts
    return {
        Node.PLAN: facts.plan_on,
        Node.HEAD: facts.elected_on,
        Node.RECOGNITION: facts.recognised_on,
        Node.CONGRESS: facts.congress_on,
        Node.SECRETARY: facts.secretary_on,
        Node.APPROVAL: facts.approved_on or facts.received_on,
    }[node]


def _result_of(row: ChainRow, node: Node) -> str:
    head, congress = row.chain.head, row.chain.congress
    told = {
        Node.PLAN: f"{row.chain.plan_number} {_PLANS[row.chain.facts.plan]}".strip(),
        Node.HEAD: _elected(row),
        Node.RECOGNITION: f"Quyết định {head.decision}" if head.decision else "",
        Node.CONGRESS: congress.branch,
        Node.SECRETARY: f"Người được giới thiệu: {', '.join(congress.nominees)}",
        Node.APPROVAL: f"Quyết định {congress.decision}" if congress.decision else "",
    }
    if congress.present is not None:
        told[Node.CONGRESS] = f"{congress.present}/{congress.convened} đảng viên chính thức dự"
    if congress.votes is not None:
        votes = congress.votes
        told[Node.SECRETARY] = f"{votes.name}, {votes.count}/{votes.base} phiếu"
    elif not congress.nominees:
        told[Node.SECRETARY] = ""
    if not congress.decision and row.chain.facts.received_on is not None:
        told[Node.APPROVAL] = "Đảng ủy đã nhận báo cáo"
    return told[node]


def _elected(row: ChainRow) -> str:
    votes = row.chain.head.votes
    if votes is None:
        return ""
    name = votes.name if row.chain.facts.elected_on is not None else "Không ai quá nửa, cao nhất"
    if not votes.base:
        return name
    return f"{name}, {_share(votes)}"


def _share(votes: Votes) -> str:
    return f"{votes.count}/{votes.base} {votes.of} = {percent_text(votes.count, votes.base)}%"
