"""The desks that tests and pictures show: invented clerks of the example commune and its receiving office."""

from __future__ import annotations

from dataclasses import replace

from desktop.ui.frame.desk import Desk

COMMUNE = Desk(
    role="commune",
    commune="Xã Húc Động",
    superior="huyện Bình Liêu",
    training=True,
    days_text="Còn 16 ngày, 08/12/2024",
    backup_text="08:12, ổ D:",
    outbox_text="2 gói chờ biên nhận",
    clerk_name="Lương Thị Hạnh",
    clerk_office="Văn phòng xã",
    outbox_waits=True,
    waits=(("today", 4), ("sending", 1)),
)

ON_THE_DAY = replace(COMMUNE, days_text="Hôm nay, 08/12/2024", backup_text="13:40, ổ D:")

RECEIVING = Desk(
    role="receiving",
    commune="Huyện Bình Liêu",
    superior="7 xã, thị trấn",
    training=True,
    days_text="17:00, còn 50 phút",
    backup_text="16:00, ổ E:",
    outbox_text="D:\\Goi-den, đang canh",
    waits=(("intake", 2),),
    clerk_name="Hoàng Thị Vân",
    clerk_office="Phòng Nội vụ",
)
