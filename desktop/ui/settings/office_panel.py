"""What papers say of the office."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.office.settings import Field as FieldName
from desktop.services.office.settings import OfficeView, office_settings, set_field
from desktop.services.office.sides import Side, sees
from desktop.ui.page.page import Context
from desktop.ui.settings.panel import Panel
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.field import TypedField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence

_OF_ELECTIONS: tuple[FieldName, ...] = ("issuer_line", "chair", "deputy", "proposer", "executors", "reserve")


class OfficePanel(Panel):
    """What papers say of the office, field by field; each is saved when its field is left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.fields: dict[FieldName, TypedField] = {
            "name": TextField(
                self.tr("Tên cơ quan"),
                self,
                explain=self.tr(
                    "Tên đầy đủ, in ở đầu văn bản và trên thẻ của cơ quan. Nghị định 30/2020/NĐ-CP, Phụ lục "
                    "I."
                ),
            ),
            "superior": TextField(
                self.tr("Cấp trên trực tiếp"),
                self,
                explain=self.tr("Huyện hoặc tỉnh, hiện dưới tên xã ở đầu cửa sổ."),
            ),
            "issuer_line": TextField(
                self.tr("Dòng cơ quan trên văn bản, nếu khác tên"),
                self,
                explain=self.tr(
                    "Thay dòng thứ nhất ở góc trái văn bản; bỏ trống thì in tên cơ quan. "
                    "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.2."
                ),
            ),
            "place": TextField(
                self.tr("Địa danh trước ngày tháng"),
                self,
                explain=self.tr("Tên xã không kèm chữ xã, như “Húc Động, ngày 08 tháng 12 năm 2024”."),
            ),
            "chair": TextField(
                self.tr("Họ tên Chủ tịch Ủy ban nhân dân"),
                self,
                explain=self.tr("In dưới chữ ký của quyết định; bỏ trống thì in dòng chấm để ghi bằng bút."),
            ),
            "deputy": TextField(
                self.tr("Họ tên Phó Chủ tịch ký thay"),
                self,
                explain=self.tr(
                    "In dưới chữ KT. CHỦ TỊCH, PHÓ CHỦ TỊCH khi Phó Chủ tịch ký. Nghị định 30/2020/NĐ-CP, "
                    "Phụ lục I."
                ),
            ),
            "proposer": TextField(
                self.tr("Người trình quyết định, nếu khác mặc định"),
                self,
                explain=self.tr(
                    "In sau chữ “Theo đề nghị của”. Bỏ trống thì ghi theo ngày của quyết định: từ 01/7/2025 "
                    "là Trưởng phòng Văn hóa - Xã hội, trước đó là công chức Văn phòng - Thống kê."
                ),
            ),
            "executors": TextField(
                self.tr("Nơi thi hành quyết định, nếu khác mặc định"),
                self,
                explain=self.tr(
                    "In ở điều cuối của quyết định. Bỏ trống thì ghi theo ngày của quyết định: từ 01/7/2025 "
                    "là Chánh Văn phòng HĐND và UBND, Trưởng phòng Văn hóa - Xã hội, trước đó là Văn phòng "
                    "Ủy ban nhân dân."
                ),
            ),
            "reserve": TextField(
                self.tr("Phiếu dự phòng mỗi thôn"),
                self,
                explain=self.tr(
                    "Số phiếu in thêm ngoài số đại diện hộ, để đổi phiếu hỏng: một số phiếu như 7, hoặc phần "
                    "trăm như 5 %, làm tròn lên. Không có quy định về mức này; mỗi thôn đổi riêng được ở "
                    "bước Phiếu."
                ),
            ),
        }
        for name, field in self.fields.items():
            field.setMaximumWidth(self.narrow())
            field.committed.connect(partial(self._save, name))
            self.body.addWidget(field)
        self.signer = ChoiceField(
            self.tr("Ai thường ký quyết định"),
            [(False, self.tr("Chủ tịch")), (True, self.tr("Phó Chủ tịch ký thay"))],
            self,
            explain=self.tr("Quyết định công nhận, bầu lại chọn riêng được ở bước Công nhận."),
        )
        self.signer.setMaximumWidth(self.narrow())
        self.signer.committed.connect(partial(self._save, "deputy_signs"))
        self.body.addWidget(self.signer)
        self.no_tens = ChoiceField(
            self.tr("Cách đọc số không có hàng chục"),
            [
                ("linh", self.tr("linh: 105 là một trăm linh năm")),
                ("lẻ", self.tr("lẻ: 105 là một trăm lẻ năm")),
            ],
            self,
            explain=self.tr(
                "Chữ dùng khi văn bản ghi số bằng chữ. Cả hai cách đều đúng; chọn theo cách nói ở địa phương."
            ),
        )
        self.no_tens.setMaximumWidth(self.narrow())
        self.no_tens.committed.connect(partial(self._save, "no_tens"))
        self.body.addWidget(self.no_tens)
        self.in_order = (*self.fields.values(), self.signer, self.no_tens)
        self._facts = label("", "note", self)
        self._facts.setWordWrap(True)
        self._facts.setMaximumWidth(self.narrow())
        self.body.addWidget(self._facts)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Load what the office has set."""
        self.context.ask(lambda: office_settings(self.context.workplace), self._show)

    def _show(self, office: OfficeView) -> None:
        values = {
            "name": office.name,
            "superior": office.superior,
            "issuer_line": office.issuer_line,
            "place": office.place,
            "chair": office.chair,
            "deputy": office.deputy,
            "proposer": office.proposer,
            "executors": office.executors,
            "reserve": str(office.reserve)
            if office.reserve_percent is None
            else f"{office.reserve_percent} %",
        }
        for name, field in self.fields.items():
            field.set_value(values[name])
        # Decisions and ballots of elections, and the State's letterhead, are no business of a Party office.
        elections = sees(office.side, Side.ELECTIONS)
        self.signer.setVisible(elections)
        for name in _OF_ELECTIONS:
            self.fields[name].setVisible(elections)
        self.signer.set_value(office.deputy_signs)
        self.no_tens.set_value(office.no_tens)
        kind = self.tr("tập huấn") if office.training else self.tr("chính thức")
        said = self.tr(
            "Mã đơn vị {0}, dữ liệu {1}, lập ngày {2:%d/%m/%Y}. Mỗi ô ghi ngay khi rời ô; Ctrl+Z lấy lại."
        )
        facts = said.format(office.unit_code, kind, office.made_at)
        if office.side is Side.PARTY:
            facts = self.tr("Cơ quan này chỉ làm phần Đảng.") + " " + facts
        self._facts.setText(facts)

    def _save(self, name: FieldName, value: object) -> None:
        wanted = value if isinstance(value, int | str) else None

        def refused(refusal: Refusal) -> None:
            self.fields.get(name, self.no_tens).set_problem(refusal_sentence(refusal))

        self.context.do(lambda _: set_field(self.context.workplace, name, wanted), failed=refused)
