"""Documents of an invented register: a law, a directive and a guidance of the Party, a plan of the State."""

from __future__ import annotations

from datetime import date

from desktop.rules.bases import Basis, BasisScope, DocumentKind, IssuerLevel, PaperSubject

PLAN = Basis(
    kind=DocumentKind.PLAN,
    number="87/KH-UBND",
    dated=date(2022, 3, 18),
    issuer="Ủy ban nhân dân tỉnh Quảng Ninh",
    about="bầu Trưởng thôn, bản, khu phố",
    level=IssuerLevel.PROVINCE,
    scope=BasisScope.STATE,
    subjects=frozenset({PaperSubject.HEADS}),
)
DIRECTIVE = Basis(
    kind=DocumentKind.DIRECTIVE,
    number="24-CT/TU",
    dated=date(2022, 2, 18),
    issuer="Ban Thường vụ Tỉnh ủy",
    about="lãnh đạo đại hội chi bộ thôn, bản, khu phố",
    level=IssuerLevel.PROVINCE,
    scope=BasisScope.PARTY,
    subjects=frozenset({PaperSubject.CONGRESS}),
)
GUIDANCE = Basis(
    kind=DocumentKind.GUIDANCE,
    number="07-HD/ĐU",
    dated=date(2022, 3, 1),
    issuer="Đảng ủy xã",
    about="chuẩn bị đại hội chi bộ",
    level=IssuerLevel.COMMUNE,
    scope=BasisScope.PARTY,
    subjects=frozenset({PaperSubject.CONGRESS}),
)
LAW = Basis(
    kind=DocumentKind.LAW,
    number="80/2015/QH13",
    dated=date(2015, 6, 22),
    issuer="Quốc hội",
    about="Ban hành văn bản quy phạm pháp luật",
    level=IssuerLevel.CENTRAL,
    scope=BasisScope.BOTH,
    subjects=frozenset(PaperSubject),
)
ALL = (LAW, PLAN, DIRECTIVE, GUIDANCE)
