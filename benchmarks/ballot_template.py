"""Four ballots as a document for a mail merge: the same words as ours, fields for what may differ."""

from __future__ import annotations

from xml.sax.saxutils import escape

from benchmarks.mail_merge import SOURCE
from desktop.printing.ballots.facts import HamletBallot

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_CENTRED = 'fo:text-align="center"'
# Name, family, and what is set: of the thing itself, and of the text in it.
_STYLES = (
    ("sheet", "table", 'style:width="194mm"', ""),
    ("names", "table", 'style:width="93mm"', ""),
    ("half", "table-column", 'style:column-width="97mm"', ""),
    ("number", "table-column", 'style:column-width="16mm"', ""),
    ("who", "table-column", 'style:column-width="77mm"', ""),
    ("quarter", "table-row", 'style:row-height="136mm"', ""),
    ("plain", "table-cell", 'fo:padding="2mm"', ""),
    ("ruled", "table-cell", 'fo:padding="2mm" fo:border="0.5pt solid #000000"', ""),
    ("issuer", "paragraph", f'{_CENTRED} fo:margin-right="45mm"', 'fo:font-size="10pt"'),
    ("title", "paragraph", f'{_CENTRED} fo:margin-left="40mm"', 'fo:font-size="15pt" fo:font-weight="bold"'),
    ("detail", "paragraph", f'{_CENTRED} fo:margin-left="40mm"', 'fo:font-size="11pt"'),
    ("head", "paragraph", _CENTRED, 'fo:font-size="11.5pt" fo:font-weight="bold"'),
    ("name", "paragraph", "", 'fo:font-size="16pt" fo:font-weight="bold"'),
    ("how", "paragraph", 'fo:text-align="justify" fo:margin-top="4mm"', 'fo:font-size="10.5pt"'),
    ("training", "paragraph", _CENTRED, 'fo:font-size="8pt"'),
    ("rest", "paragraph", "", 'fo:font-size="2pt"'),
)
_PAGE = 'fo:page-width="210mm" fo:page-height="297mm" fo:margin="8mm"'
_OF = f'text:database-name="{SOURCE}" text:table-name="{SOURCE}" text:table-type="table"'
_NEXT = f'<text:database-next {_OF} text:condition="TRUE"/>'
_HOW = (
    "Cách bầu: để nguyên họ và tên người mình bầu; gạch một đường ngang giữa họ và tên người mình không bầu. "
    "Không ký tên, không ghi thêm vào phiếu."
)


def template(ballot: HamletBallot) -> str:
    """Return the document: four ballots that stand on four records, one after another."""
    first, following = _cell(ballot, ""), _cell(ballot, _NEXT)
    rows = _row(first, following, style="quarter") + _row(following, following, style="quarter")
    sheet = (
        '<table:table table:style-name="sheet">'
        f'<table:table-column table:style-name="half" table:number-columns-repeated="2"/>{rows}</table:table>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{_styles()}'
        f"<office:body><office:text>{sheet}{_line('', 'rest')}</office:text></office:body></office:document>"
    )


def records(ballot: HamletBallot, copies: int) -> list[list[str]]:
    """Return the names of the fields, then the values of each copy."""
    values = {
        "post": ballot.post,
        "term": ballot.term,
        "date": f"{ballot.date:%d/%m/%Y}",
        "seats": f"{ballot.seats:02d}",
    }
    for number, line in enumerate(ballot.issuer_lines, 1):
        values[f"issuer{number}"] = line
    for number, person in enumerate(ballot.candidates, 1):
        values |= {f"title{number}": person.title, f"name{number}": person.name}
    return [list(values), *[list(values.values())] * copies]


def _styles() -> str:
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}"><style:{family}-properties {own}/>'
        + (f'<style:text-properties style:font-name="Serif" {text}/>' if text else "")
        + "</style:style>"
        for name, family, own, text in _STYLES
    )
    return (
        "<office:font-face-decls>"
        """<style:font-face style:name="Serif" svg:font-family="'Liberation Serif'"/>"""
        "</office:font-face-decls>"
        '<office:automatic-styles><style:page-layout style:name="A4">'
        f"<style:page-layout-properties {_PAGE}/></style:page-layout>{styles}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>'
        "</office:master-styles>"
    )


def _cell(ballot: HamletBallot, before: str) -> str:
    issuer = [_field(f"issuer{number}") for number, _ in enumerate(ballot.issuer_lines, 1)]
    lines = [(before + issuer[0], "issuer"), *((line, "issuer") for line in issuer[1:])]
    lines += [("PHIẾU BẦU CỬ", "title"), (_field("post"), "title")]
    lines += [
        ("nhiệm kỳ " + _field("term"), "detail"),
        ("Ngày bầu cử: " + _field("date"), "detail"),
        ("Số người được bầu: " + _field("seats"), "detail"),
    ]
    people = "".join(
        _row(
            _ruled(str(number), "head"),
            _ruled(f"{_field(f'title{number}')} {_field(f'name{number}')}", "name"),
        )
        for number, _ in enumerate(ballot.candidates, 1)
    )
    return (
        '<table:table-cell table:style-name="plain">'
        + "".join(_line(text, style) for text, style in lines)
        + '<table:table table:style-name="names">'
        '<table:table-column table:style-name="number"/><table:table-column table:style-name="who"/>'
        + _row(_ruled("STT", "head"), _ruled("Họ và tên người ứng cử", "head"))
        + f"{people}</table:table>{_line(escape(_HOW), 'how')}{_line('DỮ LIỆU TẬP HUẤN', 'training')}"
        + "</table:table-cell>"
    )


def _row(*cells: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return f"<table:table-row{styled}>{''.join(cells)}</table:table-row>"


def _ruled(text: str, style: str) -> str:
    return f'<table:table-cell table:style-name="ruled">{_line(text, style)}</table:table-cell>'


def _line(text: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _field(name: str) -> str:
    return f'<text:database-display {_OF} text:column-name="{name}">{name}</text:database-display>'
