"""``hom-phieu forms``: every form printed from a plain file, with no database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.options import AsJson
from desktop.cli.output import print_json, say
from desktop.printing.catalogue import FORMS, find
from desktop.printing.form import Filled, Form
from desktop.printing.form_input import is_training, read_input
from desktop.printing.setting.sheets import page_count
from desktop.resources import resource
from desktop.services.office.files import read_file, write_file

_WORD = ".docx"


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command("forms", help="Các mẫu giấy tờ: liệt kê, ghi tệp mẫu, in từ một tệp JSON.")(forms)


def forms(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Tên mẫu; bỏ trống thì liệt kê các mẫu.")
    ] = None,
    sample: Annotated[
        Path | None, typer.Option("--sample", metavar="OUT.json", help="Ghi tệp nhập mẫu ra đây.")
    ] = None,
    given: Annotated[
        Path | None, typer.Option("--input", metavar="IN.json", help="Tệp nhập; trường bỏ trống thì in chấm.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="OUT", help="Ghi tệp ra đây: PDF, hoặc Word nếu tên tệp có đuôi .docx."
        ),
    ] = None,
    blank: Annotated[bool, typer.Option("--blank", help="In mẫu trống để điền tay.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the forms, write the sample input of one, or print one. Source: commands.md (``forms``)."""
    if name is None:
        if sample or given or out or blank:
            raise typer.BadParameter("Cần tên mẫu trước các tùy chọn.")
        _list(as_json=as_json)
        return
    form = find(name)
    if sample:
        if given or out or blank:
            raise typer.BadParameter("--sample không đi cùng --input, --out, --blank.")
        write_file(sample, resource("forms", form.sample).read_bytes(), replace=True)
        _tell({"path": str(sample)}, f"Đã ghi tệp mẫu của {form.name} vào {sample.name}.", as_json=as_json)
        return
    if out is None or (given is None and not blank):
        raise typer.BadParameter("Cần --sample, hoặc --input và --out (mẫu trống thì --blank và --out).")
    filled, training = _filled(form, given, blank=blank)
    if out.suffix.lower() == _WORD:
        write_file(out, form.word(filled, training=training), replace=True)
        _tell({"path": str(out)}, f"Đã lưu {form.title} thành tệp Word {out.name}.", as_json=as_json)
        return
    pdf = form.pdf(filled, training=training)
    write_file(out, pdf, replace=True)
    pages = page_count(pdf)
    _tell(
        {"path": str(out), "pages": pages},
        f"Đã in {form.title}: {pages} trang vào {out.name}.",
        as_json=as_json,
    )


def _filled(form: Form, given: Path | None, *, blank: bool) -> tuple[Filled, bool]:
    """Give what goes on the paper, and whether it is training."""
    path = given or resource("forms", form.sample)
    document = read_file(path)
    value = read_input(form, document, where=path.name)
    # A blank made from the sample holds none of its invented people.
    training = given is not None and is_training(document, where=path.name)
    return form.blank(value) if blank else Filled(value), training


def _list(*, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {"name": form.name, "title": form.title, "blank": form.has_blank, "word": form.is_text}
                for form in FORMS.values()
            ]
        )
        return
    width = max(map(len, FORMS))
    for form in FORMS.values():
        say(f"{form.name:<{width}}  {form.title}", error=False)


def _tell(document: dict[str, object], sentence: str, *, as_json: bool) -> None:
    if as_json:
        print_json(document)
    else:
        say(sentence)
