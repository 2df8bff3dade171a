"""Types of Qt's, made once on the window's thread before any work leaves it.

PySide6 makes the Python type of a class of Qt's at its first use, and two threads that do so at once end the
program: the table of types that are still to be made is gone through by one while the other takes from it.
Pages are loaded in the background while the window draws, so every type that the window names is made first.
"""

from __future__ import annotations

from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets

_NAMES = {
    QtCore: """
        QAbstractItemModel QAbstractListModel QAbstractTableModel QCoreApplication QEvent QEventLoop
        QFileSystemWatcher QItemSelectionModel QLineF QLocale QLockFile QMarginsF QMimeData
        QModelIndex QObject QPersistentModelIndex QPoint QPointF QRect QRectF QSize QSizeF
        QStandardPaths QSysInfo QThread QTimer QTranslator QUrl Qt SignalInstance qVersion
        QAbstractAnimation QAbstractEventDispatcher QChildEvent QDynamicPropertyChangeEvent
        QPropertyAnimation QTimerEvent
    """,
    QtGui: """
        QCloseEvent QColor QDesktopServices QDragEnterEvent QDropEvent QEnterEvent QFocusEvent QFont
        QFontDatabase QFontMetrics QFontMetricsF QGuiApplication QHelpEvent QHideEvent QIcon
        QIconEngine QImage QInputMethodEvent QKeyEvent QKeySequence QLinearGradient QMouseEvent
        QPageLayout QPageSize QPaintEvent QPainter QPainterPath QPalette QPen QPixmap QPolygon
        QResizeEvent QShortcut QShowEvent QWheelEvent
        QAction QActionEvent QClipboard QExposeEvent QHoverEvent QInputMethodQueryEvent QMoveEvent
        QPagedPaintDevice QPlatformSurfaceEvent QScreen QStyleHints QWindow QWindowStateChangeEvent
    """,
    QtWidgets: """
        QAbstractButton QAbstractItemView QAbstractSpinBox QApplication QBoxLayout QButtonGroup
        QCheckBox QComboBox QDialog QFileDialog QFrame QGridLayout QHBoxLayout QHeaderView QLabel
        QLayout QLayoutItem QLineEdit QListView QListWidget QListWidgetItem QMainWindow QMessageBox
        QPlainTextEdit QProgressBar QPushButton QScrollArea QScrollBar QSizePolicy QStackedLayout
        QStackedWidget QStyle QStyleOptionComboBox QStyleOptionFrame QStyleOptionViewItem
        QStylePainter QStyledItemDelegate QTableView QTextEdit QToolTip QVBoxLayout QWidget
        QAbstractScrollArea QAbstractSlider QCommonStyle QMenu QProxyStyle
    """,
}
"""What the window names of each module of Qt's, and what comes by where keys or the window are watched.

Whoever watches is handed things of every type; one that is made there while another is being made ends the
program too.
"""

_made: list[ModuleType] = []


def make_types() -> None:
    """Make the types that are not made yet; called on the window's thread."""
    if not _made:
        for module, names in _NAMES.items():
            for name in names.split():
                getattr(module, name)
            _made.append(module)
