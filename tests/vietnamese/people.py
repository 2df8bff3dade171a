"""Names of invented people, as the peoples of the country are called."""

from __future__ import annotations

from hypothesis import strategies as st

KINH = """
Nguyễn Văn Tỉnh|Trần Thị Hường|Lê Đức Thắng|Phạm Thị Lệ|Đỗ Hữu Quý|Bùi Thị Ngọc|Vũ Xuân Ước
Đặng Thuỳ Dương|Huỳnh Quốc Nghĩa|Võ Thị Quởn|Phan Thế Huỷnh|Hồ Thị Ẩn|Ngô Khuyến
Dương Thị Uyên|Lý Thị Sửu|Ông Ích Khoáng
"""
NORTH = """
Lò Văn Pâng|Giàng A Páo|Lường Văn Ún|Chảo Láo Tả|Tẩn Lở Mẩy|Phàn Phù Lìn|Mùa A Sấu
Hầu Mí Vàng|Sùng Dúng Pó|Lù Seo Sèng|Pờ Xì Lừ|Chang A Hừ|Phùng Chin Sài|Khoàng Gia Xá
Lỳ Xé Dư|Vừ Bá Rê|Xồng Bá Dìa|Cụt Thị Hường|Moong Văn Nghệ|Quàng Văn Puốn|Bùi Văn Ển
Tòng Thị Ín|Sần Cồ Sèng|Tráng A Pao|Nình Văn Thử|Tằng A Ví|Chìu Thị Dụ
"""
HIGHLANDS = """
Y Blô Niê|H'Nhi Niê|H’Yam Bkrông|H Wanh Byă|Y-Blih Êban|Y Khăm Kbuôr|Ksor Hlưn|Kpă Brơi
Nay H'Sương|Rơ Châm H′Nhuin|Rmah Hlơi|Rcom Sa Duyên|Siu Blêr|K'Brơi|K' Tền|Kră Jăn K'Plin
Cil Múp|Ndu Ha Biên|Liêng Hót Ha Brang|Kơ Să Ha Hoàng|Điểu Hơn|Điểu Krú|N'Đong|A Brốc
Y Aê Niê|Ayŭn H'Bĭa|Êñuôl Čil|Hđơk Ƀih
"""
CENTRE = """
Alăng Pướch|Bríu Nhêl|Coor Nghướt|Pơloong Lâng|Zơ Râm Pling|Arâl Bốn|Bhling Đơr|Hồ Văn Rươi
Pi Năng Thị Lươm|Chamaléa Thị Thuỷ|Katơr Thị Sinh|Đinh Hrúi
"""
SOUTH = """
Thạch Sà Khol|Neáng Sóc Kha|Néang Kim Cheng|Chau Sa Vonth|Kim Sà Rươl|Sơn Thị Ươl
Danh Thị Nhanh|Châu Sóc Thonl|Haji Mách|Mohamad Karim|Mách Sa Lês|Đàng Năng Thọ|Bá Trung Sơn
"""
OTHERS = """
Páo|Ơn|Maria Lê Thị Lan|Phêrô Trần Văn Năm|Ng. Văn Hùng|Ng Thị Mến|Nguyễn T. Hoa
Nguyễn Văn A|Lò Văn III|Giàng A Páo 2|Giàng A Páo2|Vi Văn Tư (Ba Tư)|Lê Thị Quít
Huỳnh Văn Quí|Phạm Văn Quới
"""


def _names(*peoples: str) -> tuple[str, ...]:
    return tuple(
        name for people in peoples for line in people.split("\n") for name in line.split("|") if name
    )


EVERYBODY = _names(KINH, NORTH, HIGHLANDS, CENTRE, SOUTH, OTHERS)

# Names of syllables alone, put together at random.
_SYLLABLES = [word for name in _names(KINH, NORTH) for word in name.split()]
kinh_names = st.lists(st.sampled_from(_SYLLABLES), min_size=2, max_size=5).map(" ".join)
