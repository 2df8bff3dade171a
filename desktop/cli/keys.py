"""``hom-phieu key``: the office's keys, and the cards of others."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop.bootstrap import now, shipped_statutes, usual_folder
from desktop.cli.office import new_passphrase, opened
from desktop.cli.options import DataFolder
from desktop.cli.output import say
from desktop.exchange.bounds import CARD
from desktop.exchange.card import fingerprint
from desktop.services.exchange.cards import own_card, trust
from desktop.services.office.files import read_file, write_file
from desktop.services.office.keys import age_identity, unlock
from desktop.services.office.offices import NewOffice, make_office


class Role(StrEnum):
    """What an office does."""

    COMMUNE = "commune"
    RECEIVING = "receiving"


class Stream(StrEnum):
    """What travels together."""

    GOVERNMENT = "government"
    PARTY = "party"


def add_to(application: typer.Typer) -> None:
    """Add the commands to the application."""
    keys = typer.Typer(help="Khóa của cơ quan và thẻ của cơ quan khác.", no_args_is_help=True)
    keys.command("new", help="Lập cơ quan mới với khóa riêng.")(new)
    keys.command("card", help="Ghi thẻ của cơ quan ra tệp .the để đưa cho cơ quan khác.")(card)
    keys.command("trust", help="Tin một thẻ khi đã có đủ 16 nhóm đọc qua điện thoại.")(trust_card)
    keys.command("identity", help="Ghi khóa đọc age của cơ quan tập huấn.")(identity)
    application.add_typer(keys, name="key")


def new(
    unit: Annotated[str, typer.Option("--unit", help="Mã đơn vị.")],
    role: Annotated[Role, typer.Option("--role", help="Gửi (commune) hay nhận (receiving).")],
    name: Annotated[str, typer.Option("--name", help="Tên cơ quan.")] = "",
    official: Annotated[bool, typer.Option("--official", help="Cơ quan chính thức.")] = False,
    data: DataFolder = None,
) -> None:
    """Make an office with keys of its own. Source: commands.md (``key new``)."""
    folder = data or usual_folder()
    office = NewOffice(unit_code=unit, name=name or f"Đơn vị {unit}", role=role.value, official=official)
    workplace, recovery = make_office(
        folder, office, new_passphrase(official=official), shipped_statutes(), now
    )
    workplace.database.close()
    say(f"Đã lập cơ quan {office.name} tại {folder}.")
    say(f"Mã khôi phục khóa, chỉ hiện một lần, hãy chép ra giấy và cất trong két: {recovery}")


def card(out: Annotated[Path, typer.Argument(help="Tệp thẻ .the sẽ ghi.")], data: DataFolder = None) -> None:
    """Write the office's card, and say its fingerprint in 16 groups."""
    with opened(data) as (workplace, passphrase):
        content = own_card(workplace, unlock(workplace, passphrase))
    write_file(out, content)
    say(f"Đã ghi thẻ {out}. Dấu vân tay, 16 nhóm, để đọc qua điện thoại:")
    say(" ".join(fingerprint(content)), error=False)


def trust_card(
    card_file: Annotated[Path, typer.Argument(metavar="CARD", help="Tệp thẻ .the nhận được.")],
    groups: Annotated[str, typer.Option("--groups", help="16 nhóm dấu vân tay, nghe qua điện thoại.")],
    data: DataFolder = None,
) -> None:
    """Trust another office's card."""
    content = read_file(card_file, CARD)
    with opened(data) as (workplace, _):
        peer = trust(workplace, content, groups)
    say(f"Từ nay tin thẻ của {peer.name} ({peer.unit}).")


def identity(
    out: Annotated[Path, typer.Argument(help="Tệp khóa age sẽ ghi.")],
    stream: Annotated[Stream, typer.Option("--stream", help="Dòng dữ liệu.")],
    data: DataFolder = None,
) -> None:
    """Write the age identity of a training office."""
    with opened(data) as (workplace, passphrase):
        text = age_identity(unlock(workplace, passphrase), stream.value)
    write_file(out, text.encode() + b"\n")
    say(f"Đã ghi khóa đọc tập huấn vào {out}.")
