"""Web pages with tables, as programs hand them out and call them ``.xls``, and web archives of such pages.

All tables of a page make one sheet, one below the other with an empty row between, as in a spreadsheet; one
inside a cell of another stands for itself.

Source: HTML, section 4.9 (tables); RFC 2557 (MHTML); Microsoft Office HTML and XML Reference.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import cast

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Sheet
from desktop.sheets.files.draft import Held
from desktop.sheets.files.opening import Opening
from desktop.sheets.files.text.encodings import decoded
from desktop.sheets.files.web.tables import Tables
from desktop.sheets.files.web.tags import Tag, tokens
from desktop.vietnamese.text import nfc

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_KNOWN_CHARSET = re.compile(r"(?:windows-|cp)125[0-8]|iso-8859-1?\d|utf-16(?:le|be)?", re.IGNORECASE)
_SHEET_NAME = re.compile(r"<x:Name>([^<]*)</x:Name>")
_LOOKED_AT = 4096
# Their parser holds each byte some ten times.
_LARGEST_ARCHIVE = 15 * 1024 * 1024
_FOUND = "trang web (.html)"


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read the one sheet of a web page.

    Raises:
        SheetRefused: ``sheet.not_a_workbook`` for a page without a table, ``sheet.encoding``,
            ``sheet.too_long``, ``sheet.too_wide`` or ``sheet.too_much_text``.
    """
    return _sheets([(content, "")], name)


def archived_sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every page with a table of a web archive as a sheet.

    Raises:
        SheetRefused: as ``sheets_of`` does, ``sheet.damaged`` and ``sheet.too_large``.
    """
    if len(content) > _LARGEST_ARCHIVE:
        raise SheetRefused("sheet.too_large", where=name, limit=_LARGEST_ARCHIVE // 1024 // 1024)
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        pages = [
            (cast("bytes", part.get_payload(decode=True)), str(part.get_param("charset", "")))
            for part in cast("Iterator[EmailMessage]", message.walk())
            if part.get_content_type() == "text/html"
        ]
    # A damaged archive makes this parser raise anything.
    except Exception as error:
        raise SheetRefused("sheet.damaged", where=name) from error
    return _sheets([page for page in pages if page[0]], name)


def _sheets(pages: list[tuple[bytes, str]], name: str) -> tuple[Sheet, ...]:
    drafts, titles, held = [], [], Held(name)
    for content, charset in pages:
        page = _text(content, charset, name)
        titles += _SHEET_NAME.findall(page)
        tables = Tables(held)
        told, rows = Opening(page.count("<tr") + page.count("<TR")), 0
        for token in tokens(page):
            if isinstance(token, Tag):
                tables.tag(token)
                if token.name == "tr" and not token.ends:
                    rows += 1
                    told.came(rows)
            else:
                tables.text(token)
        if tables.count:
            drafts.append(tables.draft())
    if not drafts:
        raise SheetRefused("sheet.not_a_workbook", where=name, found=_FOUND)
    if len(titles) == len(drafts):
        for draft, title in zip(drafts, titles, strict=True):
            draft.title = title
    return tuple(draft.sheet() for draft in drafts)


def _text(content: bytes, charset: str, name: str) -> str:
    """Return a page's text: UTF-8 if it is any, else as it states, else as it reads best."""
    stated = _CHARSET.search(content, 0, _LOOKED_AT)
    label = charset or (stated[1].decode("ascii", "replace") if stated is not None else "")
    marked = content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if marked or not _KNOWN_CHARSET.fullmatch(label):
            return decoded(content, name)
    # Programs state the Western code pages whatever they write.
    if label.lower() in ("windows-1252", "cp1252", "iso-8859-1"):
        try:
            return decoded(content, name)
        except SheetRefused:
            label = "cp1252"
    return nfc(content.decode(label, "replace"))
