"""The wall sheet of a congress: what its statute wants by which day, on the office's working days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.printing.congress.before.wall_sheet import CongressMilestone, CongressWallSheet
from desktop.printing.setting.wording import short_day_text
from desktop.services.papers.fill.congress.before import dated
from desktop.services.papers.fill.congress.days import CongressDay
from desktop.services.papers.fill.congress.facts import CongressFacts
from desktop.vietnamese.articles import short_article

_READ = "read"
_COUNTED = (
    "Ngày làm việc tính theo lịch nghỉ của cơ quan; các mốc sau đại hội tính từ ngày dự định bế mạc, bế mạc "
    "ngày khác thì tính lại."
)
_UNREAD = "Căn cứ có dấu * chưa được đối chiếu với văn bản chính thức."
_WORK: Mapping[str, tuple[str, str]] = {
    "announcement_before": ("Quyết định và thông báo ngày đại hội", "Bí thư chi bộ"),
    "report": (
        "Báo cáo kết quả đại hội lên cấp ủy cấp trên, kèm biên bản bầu cử và danh sách trích ngang",
        "Bí thư chi bộ mới",
    ),
    "complaints_within": ("Hết hạn gửi khiếu nại về bầu cử", "Đảng viên; bí thư nhận, báo cáo"),
    "handing_over": ("Khóa cũ bàn giao cho khóa mới", "Bí thư khóa cũ, bí thư khóa mới"),
    "approval": ("Chuẩn y kết quả bầu cử", "Cấp ủy cấp trên"),
}


def wall_sheet(facts: CongressFacts) -> CongressWallSheet:
    """Fill the sheet."""
    milestones = tuple(_milestones(facts))
    unread = any(each.clause.checked != _READ for each in facts.days)
    return CongressWallSheet(
        congress=facts.congress,
        dated=dated(facts, facts.announced_on),
        milestones=milestones,
        notes=(_COUNTED, *((_UNREAD,) if unread else ())),
    )


def _milestones(facts: CongressFacts) -> Iterator[CongressMilestone]:
    held = facts.congress.held_on
    before = [each for each in facts.days if each.before]
    after = [each for each in facts.days if not each.before]
    for each in before:
        yield _milestone(each, facts)
    hour = f", khai mạc {facts.opening:%H:%M}" if facts.opening else ""
    place = f", {facts.venue}" if facts.venue else ""
    yield CongressMilestone(
        mark="0",
        day=held,
        task="Đại hội chi bộ",
        note=f"{hour}{place}",
        who="Bí thư triệu tập; người chủ trì đại hội",
        basis="",
    )
    for each in after:
        yield _milestone(each, facts)


def _milestone(each: CongressDay, facts: CongressFacts) -> CongressMilestone:
    clause = each.clause
    task, who = _WORK.get(clause.key, (clause.explanation, ""))
    note = ""
    unit = "ngày làm việc" if clause.unit == "working_days" else "ngày"
    if clause.key == "approval":
        sent = next((one.day for one in facts.days if one.clause.key == "report"), None)
        note = f" (nếu nhận báo cáo ngày {short_day_text(sent)})" if sent else ""
    return CongressMilestone(
        mark=f"{'−' if each.before else '+'}{clause.whole()} {unit}",
        day=each.day,
        task=task,
        note=note,
        who=who,
        basis=short_article(clause.article) + ("" if clause.checked == _READ else " *"),
    )
