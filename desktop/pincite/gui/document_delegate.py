"""Paints one row of the document list: icon, title, state in words, and a bar while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pincite.gui.document_rows import DocumentRows, Row, RowState
from pincite.gui.icons import action_icon
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from pincite.gui.document_rows import AnyIndex
    from pincite.gui.theme import Theme

ICON = 18
GAP = 3
"""Pixels between the title and the state."""

COLOURS = {
    RowState.WAITING: "muted",
    RowState.READING: "accent",
    RowState.TEXT: "muted",
    RowState.READY: "good",
    RowState.INCOMPLETE: "weak",
    RowState.FAILED: "bad",
}


class DocumentDelegate(QStyledItemDelegate):
    """Draws :class:`Row` in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icons: dict[RowState, QIcon] = {}
        theme.changed.connect(self._icons.clear)

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """See Qt: two lines and their margins."""
        return QSize(160, 2 * option.fontMetrics.height() + 3 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """See Qt."""
        row = index.data(DocumentRows.ROW)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect
        state = option.state
        font = option.font
        metrics = option.fontMetrics
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = rect.adjusted(STEP, 1, -STEP, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if selected else "desk"))
            painter.drawRoundedRect(panel, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(panel, 6, 6)
        line = metrics.height()
        left, top = panel.left() + STEP, panel.top() + (panel.height() - 2 * line - GAP) // 2 - 1
        self._icon(row.state).paint(painter, QRect(left, top + (line - ICON) // 2, ICON, ICON))
        left += ICON + STEP
        width = panel.right() - left - STEP
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        title = metrics.elidedText(
            row.title, Qt.TextElideMode.ElideRight if row.document else Qt.TextElideMode.ElideMiddle, width
        )
        painter.drawText(QRect(left, top, width, line), int(Qt.AlignmentFlag.AlignVCenter), title)
        told = row.state in (RowState.FAILED, RowState.INCOMPLETE)
        painter.setPen(self._theme.colour(COLOURS[row.state] if told else "muted"))
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top + line + GAP, width, line), int(Qt.AlignmentFlag.AlignVCenter), words)
        if row.state is RowState.READING and row.fraction is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            bar = QRect(left, panel.bottom() - 4, width, 3)
            painter.setBrush(self._theme.colour("border"))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            bar.setWidth(max(3, round(width * row.fraction)))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.restore()

    def _icon(self, state: RowState) -> QIcon:
        if state not in self._icons:
            self._icons[state] = action_icon(state.value, self._theme, COLOURS[state])
        return self._icons[state]
