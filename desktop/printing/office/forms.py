"""Forms of the office's own papers and of its registers."""

from __future__ import annotations

from desktop.printing.form import Form
from desktop.printing.office import package_slip, recovery_sheet, register
from desktop.printing.state.text_form import state_form

FORMS = (
    state_form("hamlet-register", "Danh sách thôn, khu phố của xã", register.Register, register),
    state_form("merger-register", "Danh sách thôn, khu phố sáp nhập, đổi tên", register.Register, register),
    state_form("household-register", "Danh sách hộ gia đình của thôn", register.Register, register),
    state_form("voter-register", "Danh sách cử tri của thôn", register.Register, register),
    state_form("household-member-register", "Danh sách thành viên hộ gia đình", register.Register, register),
    state_form("state-basis-register", "Danh mục văn bản căn cứ của xã", register.Register, register),
    Form("package-slip", "Phiếu gửi kèm gói dữ liệu", package_slip.PackageSlip, package_slip.draw),
    Form("recovery-sheet", "Phiếu khôi phục khóa", recovery_sheet.RecoverySheet, recovery_sheet.draw),
)
