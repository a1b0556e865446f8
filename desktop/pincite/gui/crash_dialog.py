"""Shows a bug of ours with a report that can be copied. Sends nothing anywhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from pincite.diagnostics import crash_report, log
from pincite.gui.controls import button, column, label, row
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from types import TracebackType

SIZE = (640, 400)


class CrashDialog(QDialog):
    """The report of one bug. The window behind it can still be used."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(self.tr("Report"))
        self.copy_button = button(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(report))
        layout = column(self, 2 * STEP, STEP)
        layout.addWidget(label(self.tr("This is a fault in Pincite, not in your documents."), "title"))
        safe = self.tr("Your library is safe. The report below stays on this computer unless you copy it.")
        layout.addWidget(label(safe))
        layout.addWidget(self.report, 1)
        layout.addLayout(row(None, self.copy_button, button(self.tr("Close"), self.close, "primary")))


def show_bugs(parent: QWidget) -> None:
    """From now on, an error that nobody handled opens a dialog instead of vanishing. One at a time."""
    shown: list[CrashDialog] = []

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unhandled", exc_info=(kind, error, trace))
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif not shown:
            dialog = CrashDialog(crash_report(kind, error, trace, "window"), parent)
            shown.append(dialog)
            dialog.destroyed.connect(shown.clear)
            dialog.open()

    sys.excepthook = show
