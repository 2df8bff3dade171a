"""The religions that registers name, and the words for having none.

Source: organisations recognised by the Government Committee for Religious Affairs; "Không" is the register's
word for none.
"""

from __future__ import annotations

from desktop.vietnamese.named import Names

RELIGIONS = Names(
    {
        "Không": ("Không tôn giáo", "Không theo tôn giáo", "Không theo", "Không có", "Lương"),
        "Phật giáo": ("Đạo Phật", "Phật", "Phật tử"),
        "Công giáo": ("Thiên Chúa giáo", "Thiên Chúa", "Đạo Thiên Chúa", "Ki-tô giáo", "Kitô giáo"),
        "Tin Lành": ("Đạo Tin Lành", "Tin Lành Việt Nam"),
        "Cao Đài": ("Đạo Cao Đài",),
        "Phật giáo Hòa Hảo": ("Hòa Hảo", "Đạo Hòa Hảo", "PGHH"),
        "Hồi giáo": ("Đạo Hồi", "Islam"),
        "Bà-la-môn": ("Bà La Môn", "Bàlamôn", "Ấn Độ giáo", "Chăm Bà-la-môn"),
        "Tôn giáo Baha'i": ("Baha'i", "Bahai", "Bahá'í"),
        "Tịnh độ cư sĩ Phật hội Việt Nam": ("Tịnh độ cư sĩ",),
        "Tứ Ân Hiếu Nghĩa": ("Đạo Tứ Ân Hiếu Nghĩa",),
        "Bửu Sơn Kỳ Hương": ("Đạo Bửu Sơn Kỳ Hương",),
        "Minh Sư Đạo": ("Giáo hội Phật đường Nam tông Minh Sư Đạo",),
        "Minh Lý Đạo": ("Minh Lý Đạo - Tam Tông Miếu",),
    }
)
