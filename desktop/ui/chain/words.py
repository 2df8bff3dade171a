"""Words of the chain: names of nodes, what is said of each, gates, exceptions, what comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.rules.shares import percent_text
from desktop.services.chain.exceptions import ExceptionReason, ExceptionView
from desktop.services.chain.hamlets import Votes
from desktop.services.chain.views import ChainRow, Fault, Gate, Node, NodeState, PlanState
from desktop.ui.widgets.state import State

_VOTING = {"committee": "Bầu chi ủy", "secretary": "Bầu bí thư", "deputy": "Bầu phó bí thư"}
_MARKS = {
    NodeState.DONE: "done",
    NodeState.CURRENT: "doing",
    NodeState.ATTENTION: "attention",
    NodeState.WRONG: "wrong",
    NodeState.TO_COME: "not_yet",
}


def tr(text: str) -> str:
    """Translate words of the chain."""
    return QCoreApplication.translate("Chain", text)


def node_heading(node: Node) -> str:
    """Return the short name of a node, above its column."""
    return {
        Node.PLAN: tr("Phương án"),
        Node.HEAD: tr("Bầu"),
        Node.RECOGNITION: tr("Công nhận"),
        Node.CONGRESS: tr("Đại hội"),
        Node.SECRETARY: tr("Bí thư"),
        Node.APPROVAL: tr("Chuẩn y"),
    }[node]


def node_name(node: Node) -> str:
    """Return the name of a node in the chain of one hamlet."""
    whole = {Node.HEAD: tr("Bầu trưởng thôn"), Node.CONGRESS: tr("Đại hội chi bộ")}
    return whole.get(node) or node_heading(node)


def node_lines(row: ChainRow, node: Node) -> tuple[str, str]:
    """Return the two lines beneath a node: its day, and the paper, the figures or the name."""
    said = {
        Node.PLAN: _plan_lines,
        Node.HEAD: _head_lines,
        Node.RECOGNITION: _recognition_lines,
        Node.CONGRESS: _congress_lines,
        Node.SECRETARY: _secretary_lines,
        Node.APPROVAL: _approval_lines,
    }
    return said[node](row)


def node_state(row: ChainRow, node: Node) -> State:
    """Return how a node is shown in the table: its mark, and the word that says why."""
    state, through = row.nodes[node], {each.gate for each in row.overrides}
    finished = all(each is NodeState.DONE for each in row.nodes.values())
    flagged = {each.gate for each in row.findings}
    gate = {Node.PLAN: Gate.PLAN_APPROVED, Node.HEAD: Gate.ELECTED_AND_SIGNED}.get(node)
    gate = gate or {Node.RECOGNITION: Gate.RECOGNISED, Node.APPROVAL: Gate.REPORT_RECEIVED}.get(node)
    if gate in flagged and state is not NodeState.WRONG:
        return State("attention", tr("Sai thứ tự"))
    if gate in through and not finished and state in (NodeState.DONE, NodeState.TO_COME):
        return State("attention", tr("Cho qua"))
    return State(_MARKS[state], _word(row, node, state))  # type: ignore[arg-type] # a kind of the table above


def name_of(row: ChainRow) -> str:
    """Return who was elected head; that nobody was where nobody is."""
    votes = row.chain.head.votes
    if votes is not None and row.chain.facts.elected_on is not None:
        return votes.name
    return tr("chưa bầu được") if row.chain.facts.held_again else ""


def gate_words(gate: Gate) -> str:
    """Say when a gate opens."""
    return {
        Gate.PLAN_APPROVED: tr("Duyệt phương án trước khi in"),
        Gate.ELECTED_AND_SIGNED: tr("Bầu được, đủ chữ ký"),
        Gate.RECOGNISED: tr("Công nhận trước ngày đại hội"),
        Gate.QUORUM_AND_COMMITTEE: tr("Đủ 2/3; chi ủy trước, bí thư sau"),
        Gate.REPORT_RECEIVED: tr("Đảng ủy đã nhận báo cáo"),
    }[gate]


def fault_words(gate: Gate, fault: Fault) -> str:
    """Say what was not in order at a gate."""
    if fault is Fault.EARLY:
        return tr("Đại hội định trước ngày bầu hoặc ngày công nhận")
    if fault is Fault.LATE:
        return tr("Cửa {0} mở sau khi việc phía sau đã làm").format(gate.value)
    return tr("Việc phía sau đã làm khi cửa {0} chưa mở").format(gate.value)


def reason_words(reason: ExceptionReason) -> str:
    """Say why a hamlet is an exception."""
    return {
        ExceptionReason.NO_HEAD: tr("Chưa bầu được Trưởng thôn"),
        ExceptionReason.HEAD_NOT_MEMBER: tr("Trưởng thôn chưa là đảng viên"),
        ExceptionReason.HEAD_PROBATIONARY: tr("Trưởng thôn chưa là đảng viên chính thức"),
        ExceptionReason.OTHER_BRANCH: tr("Trưởng thôn sinh hoạt ở chi bộ khác"),
        ExceptionReason.SHARED_BRANCH: tr("Chi bộ ghép, bí thư là Trưởng thôn khác"),
        ExceptionReason.OTHER_ELECTED: tr("Chi bộ bầu người khác làm bí thư"),
        ExceptionReason.TOO_OLD: tr("Trưởng thôn quá tuổi theo quy định"),
        ExceptionReason.OTHER: tr("Lý do khác"),
    }[reason]


def exception_words(one: ExceptionView) -> str:
    """Say why a hamlet is an exception, with the figures or the name that its records tell."""
    if one.reason is ExceptionReason.NO_HEAD and one.most is not None:
        said = tr("Không ai quá nửa: cao nhất {0}. Bầu lại.")
        return _with_note(said.format(_share(one.most)), one.note)
    said = reason_words(one.reason)
    if one.secretary and one.reason is not ExceptionReason.NO_HEAD:
        said = tr("{0}; chi bộ bầu {1} làm bí thư").format(said, one.secretary)
    return _with_note(f"{said}.", one.note)


def _plan_lines(row: ChainRow) -> tuple[str, str]:
    facts = row.chain.facts
    words = {
        PlanState.DRAFT: "",
        PlanState.SUBMITTED: tr("đã trình"),
        PlanState.RETURNED: tr("bị trả lại"),
        PlanState.APPROVED: tr("duyệt"),
    }[facts.plan]
    return day_words(facts.plan_on), f"{row.chain.plan_number} {words}".strip()


def _head_lines(row: ChainRow) -> tuple[str, str]:
    facts, votes = row.chain.facts, row.chain.head.votes
    said = "" if votes is None else _share(votes) if votes.base else votes.name
    return day_words(facts.elected_on or facts.election_on), said


def _recognition_lines(row: ChainRow) -> tuple[str, str]:
    number = row.chain.head.decision
    return day_words(row.chain.facts.recognised_on), tr("QĐ {0}").format(number) if number else ""


def _congress_lines(row: ChainRow) -> tuple[str, str]:
    congress = row.chain.congress
    there = (
        tr("{0}/{1} dự").format(congress.present, congress.convened)
        if congress.present is not None
        else congress.branch
    )
    hour = f"{congress.opening:%H:%M}" if congress.opening else ""
    return day_words(row.chain.facts.congress_on), ", ".join(part for part in (there, hour) if part)


def _secretary_lines(row: ChainRow) -> tuple[str, str]:
    congress = row.chain.congress
    if congress.votes is not None:
        return day_words(row.chain.facts.secretary_on), congress.votes.name
    few = tr("phiếu {0} người").format(len(congress.nominees)) if congress.nominees else ""
    return few, congress.nominees[0] if congress.nominees else ""


def _approval_lines(row: ChainRow) -> tuple[str, str]:
    facts = row.chain.facts
    if facts.approved_on is not None:
        number = row.chain.congress.decision
        return day_words(facts.approved_on), tr("QĐ {0}").format(number) if number else ""
    if facts.received_on is not None:
        return tr("15 ngày làm việc"), tr("từ {0}").format(day_words(facts.received_on))
    if facts.sent_on is not None:
        return tr("đã gửi {0}").format(day_words(facts.sent_on)), tr("chờ Đảng ủy nhận")
    return tr("15 ngày làm việc"), tr("từ khi Đảng ủy nhận")


def _word(row: ChainRow, node: Node, state: NodeState) -> str:
    """Return the word in a cell, where the mark doesn't say it all."""
    again = row.chain.facts.held_again
    plain = {
        (Node.PLAN, NodeState.ATTENTION): tr("Trả lại"),
        (Node.PLAN, NodeState.CURRENT): tr("Đã trình"),
        (Node.HEAD, NodeState.WRONG): tr("Bầu lại") if again else tr("Chưa bầu"),
        (Node.SECRETARY, NodeState.ATTENTION): tr("Người khác"),
        (Node.APPROVAL, NodeState.ATTENTION): tr("Không đủ"),
    }
    if node is Node.CONGRESS:
        return _congress_word(row, state)
    if node is Node.APPROVAL and state in (NodeState.TO_COME, NodeState.CURRENT):
        return _approval_word(row)
    return plain.get((node, state), "")


def _approval_word(row: ChainRow) -> str:
    facts = row.chain.facts
    if facts.received_on is not None:
        return tr("Chờ chuẩn y")
    if facts.sent_on is not None:
        return tr("Đã gửi")
    return tr("chưa gửi") if facts.closed_on is not None or facts.secretary_on is not None else ""


def _congress_word(row: ChainRow, state: NodeState) -> str:
    facts, congress = row.chain.facts, row.chain.congress
    if state is NodeState.ATTENTION:
        return tr("Sớm quá")
    if state is NodeState.WRONG:
        return tr("Chưa họp")
    if state is NodeState.CURRENT:
        voting = congress.listed and congress.voting in _VOTING
        return tr(_VOTING[congress.voting]) if voting else tr("Đang họp")
    if state is NodeState.TO_COME and facts.congress_on is not None:
        today = facts.congress_on == row.today and congress.opening is not None
        return f"{congress.opening:%H:%M}" if today else f"{facts.congress_on:%d/%m}"
    return ""


def _with_note(said: str, note: str) -> str:
    return f"{said} {note}".strip()


def _share(votes: Votes) -> str:
    return f"{votes.count}/{votes.base} {votes.of} = {percent_text(votes.count, votes.base)} %"


def day_words(day: date | None) -> str:
    """Write a day; nothing where there is none."""
    return f"{day:%d/%m/%Y}" if day is not None else ""
