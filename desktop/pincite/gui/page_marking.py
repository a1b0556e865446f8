"""Highlighting: from selected words to a mark, and from the marks to the pages, the list and the card. Opens no document."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtWidgets import QFileDialog, QMenu

from pincite.domain import MarkColour
from pincite.gui import page_text
from pincite.gui.controls import keys_words
from pincite.gui.mark_book import MarkBook
from pincite.gui.mark_card import MarkCard
from pincite.gui.marks_panel import MarksPanel
from pincite.gui.page_marks import OWN, Ink
from pincite.gui.swatches import colour_name, swatch
from pincite.gui.translation import counted
from pincite.gui.wording import page_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.domain import Box, Mark
    from pincite.gui.bridge import Bridge
    from pincite.gui.page_canvas import PageCanvas
    from pincite.gui.page_selection import PageSelection
    from pincite.gui.page_words import PageWords
    from pincite.gui.theme import Theme

HIGHLIGHT, NOTE = "Ctrl+H", "Ctrl+Shift+H"


class Marking(QObject):
    """The reader's own marks on the pages of one document.

    Attributes:
        colour: That of the next mark.

    Signals:
        went(int, tuple): the reader goes to a mark: its page, and its boxes in points as far as they are known.
        said(str, bool): something to tell the reader for a moment, and whether it can be undone.
        failed(str, str): something went wrong: message and hint.
    """

    went = Signal(int, object)
    said = Signal(str, bool)
    failed = Signal(str, str)

    def __init__(self, bridge: Bridge, canvas: PageCanvas, words: PageWords, selection: PageSelection, theme: Theme) -> None:
        super().__init__(canvas)
        self._bridge = bridge
        self._canvas = canvas
        self._words = words
        self._selection = selection
        self._document_id = ""
        self._labels: Sequence[str] = ()
        self._boxes: dict[str, tuple[tuple[int, int], tuple[Box, ...]]] = {}
        self.colour = MarkColour.YELLOW
        self.book = MarkBook(bridge, self)
        self.panel = MarksPanel(HIGHLIGHT, theme)
        self.card = MarkCard(theme, canvas)
        self.book.changed.connect(self._on_changed)
        self.book.failed.connect(self.failed)
        self.book.removed.connect(lambda _mark: self.said.emit(self.tr("Highlight deleted"), True))
        self.card.finished.connect(self.book.edit)
        self.card.remove_wanted.connect(self.book.remove)
        self.panel.went.connect(self._go)
        self.panel.edit_wanted.connect(self.edit)
        self.panel.copy_wanted.connect(self._copy)
        self.panel.remove_wanted.connect(self.book.remove)
        self.panel.export_wanted.connect(self.choose_copy)
        selection.clicked.connect(self._on_clicked)
        selection.menu_wanted.connect(self._add_to_menu)

    def open(self, document_id: str, labels: Sequence[str]) -> None:
        """Turns to another document (empty: none), whose pages have these printed labels."""
        self._document_id, self._labels = document_id, labels
        self._boxes.clear()
        self.book.open(document_id)

    def highlight(self, colour: MarkColour | None = None) -> Mark | None:
        """Marks the selected words, on each page for itself; gives the first mark. None: nothing is selected."""
        self.colour = colour or self.colour
        made = [
            self.book.add(page, page_text.span_of(page, first, last), page_text.plain([(page, first, last)]), self.colour)
            for page, first, last in self._selection.chosen
        ]
        self._selection.clear()
        if not made and self._document_id:
            self.said.emit(self.tr("Select words on the page first, then highlight them."), False)
        return made[0] if made else None

    def annotate(self) -> None:
        """Marks the selected words and opens the card for a note."""
        if (mark := self.highlight()) is not None:
            self.edit(mark)

    def edit(self, mark: Mark) -> None:
        """Opens the card of a mark beside its words."""
        boxes = self._boxes_of(mark)
        if not boxes or not any(self._in_sight(mark, box) for box in boxes):
            self._go(mark)
        rects = [self._canvas.rect_of(mark.page, box) for box in boxes]
        view = self._canvas.viewport()
        beside = QRect(view.mapToGlobal(QPoint(view.width() // 3, view.height() // 3)), view.mapToGlobal(view.rect().center()))
        if rects:
            last = rects[-1].toAlignedRect()
            beside = QRect(view.mapToGlobal(last.topLeft()), last.size())
        self.panel.choose(mark)
        self.card.edit(mark, self._place(mark), beside)

    def show(self) -> None:
        """Paints the marks of those pages whose words have come; there are hundreds in a document at most."""
        inks: dict[Ink, dict[int, tuple[Box, ...]]] = {ink: {} for ink in (*OWN.values(), Ink.NOTED)}
        for mark in self.book.marks:
            boxes = self._boxes_of(mark)
            if boxes:
                here = inks[OWN[mark.colour]]
                here[mark.page] = (*here.get(mark.page, ()), *boxes)
            if boxes and mark.note:
                inks[Ink.NOTED][mark.page] = (*inks[Ink.NOTED].get(mark.page, ()), boxes[-1])
        for ink, pages in inks.items():
            self._canvas.set_marks(ink, pages)

    def choose_copy(self) -> None:
        """Asks where a copy of the file with the marks shall go, without stopping the window."""
        if not self._document_id:
            return
        title, kinds = self.tr("Save a copy with highlights"), self.tr("PDF documents (*.pdf)")
        dialog = QFileDialog(self._canvas, title, f"{self._selection.title}.pdf", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save_copy)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def save_copy(self, path: str) -> None:
        """Saves a copy of the file with the marks as annotations."""

        def done(number: int) -> None:
            words = counted.tr("“{name}” was saved with %Ln highlight(s).", None, number)
            self.said.emit(words.format(name=Path(path).name), False)

        self._bridge.request(
            "marks.export",
            on_done=done,
            on_failed=lambda failure: None if failure.cancelled else self.failed.emit(failure.message, failure.hint),
            document_id=self._document_id,
            path=path,
        )

    def _on_changed(self) -> None:
        self.panel.show_marks(self.book.marks, self._labels)
        self.show()

    def _on_clicked(self, number: int, offset: int) -> None:
        if (mark := self.book.at(number, offset)) is not None:
            self.edit(mark)

    def _go(self, mark: Mark) -> None:
        self.went.emit(mark.page, self._boxes_of(mark))

    def _copy(self, mark: Mark) -> None:
        quoted = page_text.quotation(" ".join(mark.quote.split()), self._selection.title, self._place(mark))
        QGuiApplication.clipboard().setText(f"{quoted}\n{mark.note}".strip())

    def _place(self, mark: Mark) -> str:
        return page_words(self._labels[mark.page - 1] if mark.page <= len(self._labels) else "", mark.page)

    def _in_sight(self, mark: Mark, box: Box) -> bool:
        return self._canvas.viewport().rect().contains(self._canvas.rect_of(mark.page, box).center().toPoint())

    def _boxes_of(self, mark: Mark) -> tuple[Box, ...]:
        """The boxes of a mark; none before the words of its page have come."""
        span = (mark.start, mark.end)
        kept = self._boxes.get(mark.id)
        if kept is None or kept[0] != span:
            page = self._words.page(mark.page)
            if page is None:
                return ()
            kept = self._boxes[mark.id] = (span, page_text.span_boxes(page, span))
        return kept[1]

    def _add_to_menu(self, menu: QMenu) -> None:
        chosen = self._selection.chosen
        over = self.book.at(chosen[0][0].number, chosen[0][0].words[chosen[0][1]].start) if chosen else None
        menu.addSeparator()
        colours = QMenu(self.tr("Highlight in"), menu)
        entries: list[tuple[QMenu, str, Callable[[], object]]] = [
            (menu, self.tr("Highlight") + f"\t{keys_words(HIGHLIGHT)}", self.highlight),
            (menu, self.tr("Highlight and add a note…") + f"\t{keys_words(NOTE)}", self.annotate),
        ]
        entries += [(colours, colour_name(colour), partial(self.highlight, colour)) for colour in MarkColour]
        for target, text, do in entries:
            action = QAction(text, menu)
            action.setEnabled(bool(chosen))
            action.triggered.connect(lambda _checked=False, do=do: do())
            target.addAction(action)
        for action, colour in zip(colours.actions(), MarkColour, strict=True):
            action.setIcon(QIcon(swatch(colour)))
        colours.setEnabled(bool(chosen))
        menu.addMenu(colours)
        if over is not None:
            menu.addSeparator()
            for action in self.panel.menu_of(over).actions()[1:]:
                action.setParent(menu)
                menu.addAction(action)
