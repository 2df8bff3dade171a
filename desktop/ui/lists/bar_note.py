"""What stands before the button that stores a list: what waits, was refused, or isn't new."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.lists.preview import Preview


def note_on(preview: Preview, written: int, waiting: int) -> str:
    """Return the note on a list that is looked at; empty where there is nothing to say.

    Args:
        preview: of the list.
        written: how many rows would be stored.
        waiting: how many wait for a person to decide.
    """
    tr = QCoreApplication.translate
    notes = []
    if waiting:
        notes.append(tr("Import", "{0} dòng chờ chọn").format(waiting))
    if preview.reading.refused:
        notes.append(tr("Import", "{0} dòng bị từ chối").format(len(preview.reading.refused)))
    if not preview.rows:
        notes.append(tr("Import", "không có dòng nào dưới hàng tiêu đề: xem lại tệp"))
    elif not written and not waiting:
        notes.append(tr("Import", "không có gì mới so với sổ"))
    if preview.file is not None and not preview.file.headed:
        notes.append(tr("Import", "cột đoán theo nội dung: xem lại ở bước Ghép cột"))
    said = ", ".join(notes)
    return f"{said[:1].upper()}{said[1:]}." if said else ""
