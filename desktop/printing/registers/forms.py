"""Forms of the registers of the Party's side: members, and the lists of a commune."""

from __future__ import annotations

from desktop.printing.party.across_form import across_form
from desktop.printing.registers import book, party_list, roster

FORMS = (
    across_form(
        "member-roster",
        "Sổ danh sách đảng viên, 14 cột (mẫu tham khảo theo Mẫu 7-HSĐV)",
        roster.MemberRoster,
        roster,
    ),
    across_form(
        "member-book",
        "Sổ đảng viên theo thời gian, có bìa (mẫu tham khảo)",
        book.MemberBook,
        book,
    ),
    across_form(
        "branch-register",
        "Danh sách đảng bộ, chi bộ (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
    across_form(
        "post-register",
        "Danh sách chức vụ (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
    across_form(
        "basis-register",
        "Danh mục văn bản căn cứ của giấy tờ Đảng (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
    across_form(
        "group-register",
        "Danh sách tiểu ban, tổ công tác (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
    across_form(
        "approval-register",
        "Danh sách đơn vị chưa duyệt xong báo cáo, nhân sự (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
    across_form(
        "work-register",
        "Công trình, phần việc chào mừng đại hội (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
    across_form(
        "exception-register",
        "Danh sách nơi bí thư không là Trưởng thôn (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
    across_form(
        "chain-sheet",
        "Tờ theo dõi từ Trưởng thôn tới bí thư (mẫu tham khảo)",
        party_list.PartyList,
        party_list,
    ),
)
