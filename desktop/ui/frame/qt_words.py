"""Qt's own words in Vietnamese: it ships none for its dialogs, menus and buttons."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

_WORDS = {
    "&Undo": "Hoàn tác",
    "&Redo": "Làm lại",
    "Cu&t": "Cắt",
    "&Copy": "Sao chép",
    "&Paste": "Dán",
    "Delete": "Xóa",
    "&Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "OK": "Được",
    "&OK": "Được",
    "Cancel": "Thôi",
    "&Yes": "Có",
    "&No": "Không",
    "Yes": "Có",
    "No": "Không",
    "Close": "Đóng",
    "Open": "Mở",
    "&Open": "Mở",
    "Save": "Ghi",
    "&Save": "Ghi",
    "Save As": "Ghi thành",
    "&Choose": "Chọn",
    "Choose": "Chọn",
    "Look in:": "Trong thư mục:",
    "File &name:": "Tên:",
    "Files of type:": "Loại tệp:",
    "Directory:": "Thư mục:",
    "Directories": "Thư mục",
    "Back": "Quay lại",
    "Go back": "Quay lại",
    "Alt+Left": "Alt+Left",
    "Forward": "Tới",
    "Go forward": "Tới",
    "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên",
    "Create New Folder": "Tạo thư mục",
    "Create a New Folder": "Tạo thư mục",
    "&New Folder": "Tạo thư mục",
    "New Folder": "Thư mục mới",
    "List View": "Xem gọn",
    "Change to list view mode": "Xem gọn",
    "Detail View": "Xem chi tiết",
    "Change to detail view mode": "Xem chi tiết",
    "Sidebar": "Chỗ hay dùng",
    "List of places and bookmarks": "Chỗ hay dùng",
    "Files": "Tệp",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Loại",
    "Kind": "Loại",
    "Date Modified": "Ngày sửa",
    "Computer": "Máy này",
    "My Computer": "Máy này",
    "Drive": "Ổ đĩa",
    "Folder": "Thư mục",
    "File Folder": "Thư mục",
    "File": "Tệp",
    "%1 File": "Tệp %1",
    "Alias": "Lối tắt",
    "Shortcut": "Lối tắt",
    "Unknown": "Không rõ",
    "&Rename": "Đổi tên",
    "Show &hidden files": "Hiện tệp ẩn",
    "Remove": "Bỏ",
    "All Files (*)": "Mọi tệp (*)",
    "Recent Places": "Chỗ gần đây",
    "%1 already exists.\nDo you want to replace it?": "Đã có tệp %1.\nGhi đè lên tệp đó?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nKhông có tệp này. Hãy xem lại tên tệp."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nKhông có thư mục này. Hãy xem lại tên thư mục."
    ),
    "%1 bytes": "%1 byte",
    "%1 KB": "%1 kB",
    "%1 KiB": "%1 kB",
    "%1 MB": "%1 MB",
    "%1 MiB": "%1 MB",
    "%1 GB": "%1 GB",
    "%1 GiB": "%1 GB",
}

_CONTEXTS = (
    "QFileDialog",
    "QFileSystemModel",
    "QLineEdit",
    "QPlatformTheme",
    "QWidgetTextControl",
    "QAbstractSpinBox",
    "QDialogButtonBox",
    "QMessageBox",
    "QFileIconProvider",
    "QAbstractFileIconProvider",
    "QSidebar",
    "QFSFileEngine",
    "QLocale",
    "Q3FileDialog",
    "QPlainTextEdit",
)


class QtWords(QTranslator):
    """Translates Qt's own texts; the program's own are Vietnamese in the source already."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
        parent: QObject | None = None,
    ) -> str | None:
        """Return Qt's text in Vietnamese; None leaves it as it is."""
        del disambiguation, n, parent
        return _WORDS.get(source) if context in _CONTEXTS else None

    def isEmpty(self) -> bool:
        """Say that there are words, else Qt doesn't ask."""
        return False
