"""Words that lists have for kinds of Party organisations, for posts, and for how somebody came to one.

By the key of each; the first of the words is the one that the program writes itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.vietnamese.hamlet_kinds import KINDS, USUAL_KIND, head_of

_HEADS = tuple(dict.fromkeys(head_of(kind) for kind in (USUAL_KIND, *KINDS)))
"""Of a hamlet of every kind, the usual one first: Trưởng thôn, Tổ trưởng tổ dân phố, Trưởng ấp …"""

_DEPUTIES = tuple(f"Phó {head[:1].lower()}{head[1:]}" for head in _HEADS)

ORGANISATIONS: Mapping[str, tuple[str, ...]] = {
    "committee": ("Đảng bộ xã", "Đảng bộ", "Đảng bộ cơ sở"),
    "residential": (
        "Chi bộ thôn, khu phố",
        "Chi bộ thôn",
        "Thôn",
        "Khu phố",
        "Nông thôn",
        "Chi bộ nông thôn",
    ),
    "office": ("Chi bộ cơ quan", "Cơ quan", "Hành chính"),
    "public_unit": ("Chi bộ đơn vị sự nghiệp", "Đơn vị sự nghiệp", "Sự nghiệp", "Y tế"),
    "school": ("Chi bộ trường học", "Trường học", "Nhà trường"),
    "armed_force": ("Chi bộ quân sự, công an", "Quân sự", "Công an", "Lực lượng vũ trang"),
    "enterprise": ("Chi bộ doanh nghiệp", "Doanh nghiệp", "Hợp tác xã"),
}
POSTS: Mapping[str, tuple[str, ...]] = {
    "hamlet_head": _HEADS,
    "hamlet_deputy": ("Phó trưởng thôn", "Phó thôn", *_DEPUTIES),
    "front_board_head": (
        "Trưởng ban công tác Mặt trận",
        "Trưởng ban CTMT",
        "Trưởng ban Mặt trận",
        "Trưởng Ban công tác mặt trận thôn",
    ),
    "police_officer": ("Công an viên", "Tổ trưởng tổ bảo vệ an ninh, trật tự"),
    "women_head": ("Chi hội trưởng phụ nữ", "Chi hội trưởng chi hội phụ nữ"),
    "farmers_head": ("Chi hội trưởng nông dân", "Chi hội trưởng chi hội nông dân"),
    "veterans_head": ("Chi hội trưởng cựu chiến binh", "Chi hội trưởng CCB"),
    "youth_secretary": ("Bí thư chi đoàn",),
    "secretary": ("Bí thư", "Bí thư chi bộ", "Bí thư đảng ủy"),
    "deputy_secretary": ("Phó bí thư", "Phó bí thư chi bộ", "Phó bí thư đảng ủy"),
    "committee_member": ("Cấp ủy viên", "Chi ủy viên", "Đảng ủy viên"),
    "unit_head": ("Thủ trưởng cơ quan, đơn vị", "Thủ trưởng", "Hiệu trưởng", "Giám đốc"),
    "council_chair": ("Chủ tịch HĐND xã", "Chủ tịch HĐND"),
    "commune_chair": ("Chủ tịch UBND xã", "Chủ tịch UBND"),
    "commune_deputy_chair": ("Phó Chủ tịch UBND xã", "Phó chủ tịch UBND"),
}
WAYS: Mapping[str, tuple[str, ...]] = {
    "elected": ("Bầu", "Được bầu", "Bầu cử"),
    "appointed": ("Chỉ định, bổ nhiệm", "Chỉ định", "Bổ nhiệm"),
    "provisional": ("Lâm thời",),
}
LOCAL: Mapping[str, tuple[str, ...]] = {
    "yes": ("có", "x", "địa phương", "người địa phương", "tại chỗ"),
    "no": ("không", "nơi khác", "không phải"),
}
"""Whether somebody's home is where the post is."""
TENURES: Mapping[str, tuple[str, ...]] = {
    "new": ("mới", "lần đầu"),
    "re_elected": ("tái cử", "cũ"),
}
