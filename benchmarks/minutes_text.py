"""The words of one set of counting minutes, for the typesetters that ours is compared with."""

from __future__ import annotations

HEAD = (
    "UBND XÃ HÚC ĐỘNG",
    "THÔN NÀ ẾCH",
)
STATE = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
TITLE = "BIÊN BẢN KIỂM PHIẾU"
LINES = (
    (
        "Hôm nay, vào hồi 09 giờ 40 phút, ngày 08 tháng 12 năm 2024, tại Nhà văn hóa thôn Nà Ếch,"
        " thôn Nà Ếch tổ chức cuộc họp của cộng đồng dân cư về việc bầu Trưởng thôn Nà Ếch, nhiệm"
        " kỳ 2024 - 2027 bằng hình thức bỏ phiếu kín."
    ),
    "Ban kiểm phiếu gồm các ông (bà) có tên sau:",
    "1. Ông Hoàng Văn Sẻn - Tổ trưởng",
    "2. Bà Chìu Thị Mai - Thành viên",
    "3. Ông Loan Văn Thắng - Thành viên",
    "Đại diện hộ gia đình chứng kiến việc kiểm phiếu gồm:",
    "1. Bà Trần Thị Lan",
    "2. Ông Lỷ Văn Tàu",
    "Kết quả kiểm phiếu như sau:",
    "- Tổng số đại diện hộ gia đình của thôn: 87 (tám mươi bảy) đại diện.",
    ("- Số đại diện hộ gia đình tham dự cuộc họp: 81 đại diện, bằng 93,10% của 87 đại diện hộ gia đình."),
    "- Số phiếu phát ra: 81 phiếu (đã in: 92; còn lại không dùng: 11; đổi do hỏng: 0).",
    "- Số phiếu thu vào: 81 phiếu, bằng 100,00% của 81 phiếu phát ra.",
    "- Số phiếu hợp lệ: 79 phiếu, bằng 97,53% của 81 phiếu thu vào.",
    (
        "- Số phiếu không hợp lệ: 02 phiếu, bằng 2,47% của 81 phiếu thu vào; lý do: để lại cả hai"
        " người (01 phiếu), gạch cả hai người (01 phiếu)."
    ),
    "- Số phiếu bầu cho từng người:",
)
TABLE = (
    ("STT", "Họ và tên người ứng cử", "Số phiếu bầu", "Tỷ lệ so với 87 đại diện hộ gia đình của thôn"),
    ("1", "Bà Nình Thị Hương", "30", "34,48%"),
    ("2", "Ông Trần Văn Thìn", "49", "56,32%"),
)
CLOSING = (
    (
        "Căn cứ quy định về số phiếu trúng cử (nhiều hơn 1/2 tổng số đại diện hộ gia đình của "
        "thôn, tức là từ 44 phiếu trở lên trên 87), ông Trần Văn Thìn được 49 phiếu, bằng 56,32% "
        "của 87 đại diện hộ gia đình, là người trúng cử Trưởng thôn Nà Ếch, nhiệm kỳ 2024 - 2027."
    ),
    (
        "Biên bản lập xong hồi 10 giờ 55 phút cùng ngày, gồm 02 trang, lập thành 03 bản như nhau;"
        " đã đọc lại cho mọi người cùng nghe, nhất trí và ký tên dưới đây./."
    ),
)
SIGNATURES = (
    ("ĐẠI DIỆN HỘ GIA ĐÌNH CHỨNG KIẾN", "Trần Thị Lan", "Lỷ Văn Tàu"),
    ("TM. BAN KIỂM PHIẾU TỔ TRƯỞNG", "Hoàng Văn Sẻn", ""),
)
