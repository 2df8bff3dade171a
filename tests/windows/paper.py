"""Prints a paper on Windows' Python through Qt, into a file: arguments are the paper and the file."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.ui.page.page_printer import PrintChoices, print_onto


def main(paper: Path, out: Path) -> None:
    """Print as the window does, with Qt's own printer for PDF files in place of a driver."""
    application = QApplication([])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(out))
    print_onto(printer, paper.read_bytes(), "Hom Phieu", PrintChoices())
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
