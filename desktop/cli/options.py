"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DataFolder = Annotated[
    Path | None, typer.Option("--data", help="Thư mục của cơ quan; bỏ trống là thư mục dữ liệu người dùng.")
]
AsJson = Annotated[bool, typer.Option("--json", help="In một tài liệu JSON ra đầu ra chuẩn.")]
