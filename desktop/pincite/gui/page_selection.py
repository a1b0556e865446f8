"""Selecting words on the pages, with the mouse and with keys, and copying them. Paints nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu

from pincite.gui import page_text
from pincite.gui.page_marks import Ink

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.domain import Page
    from pincite.gui.page_canvas import PageCanvas
    from pincite.gui.page_text import Caret
    from pincite.gui.page_words import PageWords

COPY_CITED = "Ctrl+Shift+C"
PULL_MS = 40
"""While the pointer is dragged beyond the view, it scrolls at this interval, the faster the farther."""
PULL = 0.5
"""Pixels scrolled each time, for each pixel beyond the edge."""


class PageSelection(QObject):
    """The words that are selected on a canvas. They are whole words, since a page is stored word by word.

    Attributes:
        title: Of the document; named in what is copied with its citation.

    Signals:
        changed: other words are selected, or none.
        menu_wanted(QMenu): the context menu is about to be shown.
        clicked(int, int): a word was clicked and nothing selected: its page, and its offset in the page's text.
    """

    changed = Signal()
    clicked = Signal(int, int)
    menu_wanted = Signal(object)

    def __init__(self, canvas: PageCanvas, words: PageWords) -> None:
        super().__init__(canvas)
        self.title = ""
        self._canvas = canvas
        self._words = words
        self._ends: tuple[Caret, Caret] | None = None  # where it began, and where it is
        self._pressed: tuple[QPointF, Caret] | None = None
        self._by_lines = False
        self._doubled = False  # whether a further press would be the third
        self._third = QTimer(self)
        self._third.setSingleShot(True)
        self._third.timeout.connect(self._forget_double)
        self._pull = QTimer(self)
        self._pull.setInterval(PULL_MS)
        self._pull.timeout.connect(self._pull_view)
        canvas.viewport().installEventFilter(self)
        canvas.installEventFilter(self)
        self._handlers: dict[QEvent.Type, Callable[[QEvent], bool]] = {
            QEvent.Type.MouseButtonPress: self._on_press,
            QEvent.Type.MouseMove: self._on_move,
            QEvent.Type.MouseButtonRelease: self._on_release,
            QEvent.Type.MouseButtonDblClick: self._on_double,
            QEvent.Type.ContextMenu: self._on_menu,
            QEvent.Type.KeyPress: self._on_key,
            QEvent.Type.ShortcutOverride: self._on_override,
        }

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self._ends is None

    @property
    def chosen(self) -> list[tuple[Page, int, int]]:
        """The selected words: for each page that has some, the first and the last."""
        return self._chosen()

    @property
    def text(self) -> str:
        """The selected words, lines joined."""
        return page_text.plain(self._chosen())

    @property
    def cited(self) -> str:
        """The selected words as a quotation with its source."""
        return page_text.cited(self._chosen(), self.title)

    def clear(self) -> None:
        """Selects nothing."""
        self._pressed = None
        self._pull.stop()
        self._select(None)

    def select_page(self) -> None:
        """Selects all words of the current page."""
        number = self._canvas.current
        page = self._words.page(number)
        if page and page.words:
            self._select(((number, 0), (number, len(page.words) - 1)))

    def copy(self) -> None:
        """Copies the selected words, if there are any."""
        if not self.empty:
            QGuiApplication.clipboard().setText(self.text)

    def copy_cited(self) -> None:
        """Copies the selected words with title and page."""
        if not self.empty:
            QGuiApplication.clipboard().setText(self.cited)

    def menu(self) -> QMenu:
        """The context menu. Others may add to it in ``menu_wanted``."""
        menu = QMenu(self._canvas)
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        for text, keys, do, usable in (
            (self.tr("Copy"), copy, self.copy, not self.empty),
            (self.tr("Copy with citation"), QKeySequence(COPY_CITED), self.copy_cited, not self.empty),
            (self.tr("Select the page"), QKeySequence(QKeySequence.StandardKey.SelectAll), self.select_page, True),
        ):
            action = QAction(f"{text}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}", menu)
            action.triggered.connect(lambda _checked=False, do=do: do())
            action.setEnabled(usable)
            menu.addAction(action)
        self.menu_wanted.emit(menu)
        return menu

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        handler = self._handlers.get(event.type())
        return handler(event) if handler else False

    def _on_press(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        caret = self._nearest(event.position())
        extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._doubled and caret is not None:
            self._forget_double()
            self._by_lines = True
            self._select((caret, caret))
        elif extending and caret is not None and self._ends is not None:
            self._select((self._ends[0], caret))
        else:
            self._by_lines = False
            self._select(None)
        self._pressed = (event.position(), self._ends[0] if self._ends else caret) if caret is not None else None
        return True

    def _on_move(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._word_at(at)
            self._canvas.viewport().setCursor(Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.IBeamCursor)
            return False
        if self.empty and (at - self._pressed[0]).manhattanLength() < QGuiApplication.styleHints().startDragDistance():
            return True
        self._extend(at)
        outside = not self._canvas.viewport().rect().contains(at.toPoint())
        if outside and not self._pull.isActive():
            self._pull.start()
        elif not outside:
            self._pull.stop()
        return True

    def _on_release(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        self._pull.stop()
        pressed, self._pressed = self._pressed, None
        left = event.button() is Qt.MouseButton.LeftButton
        over = self._word_at(event.position()) if left and pressed and self.empty else None
        page = self._words.page(over[0]) if over else None
        if over and page:
            self.clicked.emit(over[0], page.words[over[1]].start)
        return left

    def _on_double(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        caret = self._word_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and caret is not None:
            self._by_lines = False
            self._select((caret, caret))
            self._pressed = (event.position(), caret)
            self._doubled = True
            self._third.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        return True

    def _on_menu(self, event: QEvent) -> bool:
        assert isinstance(event, QContextMenuEvent)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        over = self._word_at(QPointF(event.pos())) if by_mouse else None
        if self.empty and over is not None:
            self._select((over, over))
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        return True

    def _on_key(self, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_page()
        elif QKeySequence(event.keyCombination()) == QKeySequence(COPY_CITED):
            self.copy_cited()
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier and Qt.Key(event.key()) in _STEPS:
            self._step(*_STEPS[Qt.Key(event.key())])
        else:
            return False
        return True

    def _on_override(self, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        ours = event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)
        if ours or QKeySequence(event.keyCombination()) == QKeySequence(COPY_CITED):
            event.accept()
        return False

    def _step(self, words: int, lines: int) -> None:
        """Moves the end of the selection; without one, begins it at what is marked, or at the first word in sight."""
        if self._ends is None:
            start = self._first_word()
            if start is not None:
                self._select((start, start))
                self._show_end()
            return
        number, place = self._ends[1]
        page = self._words.page(number)
        if page is None:
            return
        if lines:
            beside = page_text.word_beside(page, place, lines)
            target = None if beside is None else (number, beside)
        else:
            target = (number, place + words) if 0 <= place + words < len(page.words) else None
        if target is None:
            by = words or lines
            self._words.want([number + by])
            beyond = self._words.page(number + by)
            target = (number + by, 0 if by > 0 else len(beyond.words) - 1) if beyond and beyond.words else None
        if target is not None:
            self._by_lines = False
            self._select((self._ends[0], target))
            self._show_end()

    def _first_word(self) -> Caret | None:
        for ink in (Ink.CURRENT, Ink.CHOSEN):
            for number, boxes in self._canvas.marks.of(ink).items():
                page = self._words.page(number)
                if page and boxes:
                    x0, y0, _, y1 = boxes[0]
                    place = page_text.nearest_word(page, x0 + 1, (y0 + y1) / 2)
                    return None if place is None else (number, place)
        top = QPointF(self._canvas.viewport().width() / 2, 0)
        return self._nearest(top)

    def _show_end(self) -> None:
        if self._ends is not None:
            number, place = self._ends[1]
            page = self._words.page(number)
            if page is not None:
                self._canvas.bring(number, (page.words[place].box,), gently=True)

    def _extend(self, at: QPointF) -> None:
        caret = self._nearest(at)
        if self._pressed is not None and caret is not None:
            self._select((self._pressed[1], caret))

    def _pull_view(self) -> None:
        view = self._canvas.viewport()
        at = QPointF(view.mapFromGlobal(self._canvas.cursor().pos()))
        beyond = min(at.y(), 0.0) + max(at.y() - view.height(), 0.0)
        bar = self._canvas.verticalScrollBar()
        bar.setValue(bar.value() + round(PULL * beyond))
        self._extend(at)

    def _select(self, ends: tuple[Caret, Caret] | None) -> None:
        self._ends = ends
        boxes = {page.number: page_text.line_boxes(page, first, last) for page, first, last in self._chosen()}
        self._canvas.set_marks(Ink.SELECTION, boxes)
        self.changed.emit()

    def _chosen(self) -> list[tuple[Page, int, int]]:
        if self._ends is None:
            return []
        one, other = sorted(self._ends)
        if self._by_lines:
            first, last = self._words.page(one[0]), self._words.page(other[0])
            if first is not None and last is not None:
                one = (one[0], page_text.line_of(first, one[1])[0])
                other = (other[0], page_text.line_of(last, other[1])[1])
        return page_text.between(self._words.pages(), one, other)

    def _word_at(self, at: QPointF) -> Caret | None:
        spot = self._canvas.spot_at(at)
        page = self._words.page(spot.number) if spot else None
        place = page_text.word_at(page, spot.x, spot.y) if spot and page else None
        return (spot.number, place) if spot and place is not None else None

    def _nearest(self, at: QPointF) -> Caret | None:
        spot = self._canvas.spot_at(at)
        page = self._words.page(spot.number) if spot else None
        place = page_text.nearest_word(page, spot.x, spot.y) if spot and page else None
        return (spot.number, place) if spot and place is not None else None

    def _forget_double(self) -> None:
        self._doubled = False
        self._third.stop()


_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
"""Words and lines by which a key with Shift moves the end of the selection."""
