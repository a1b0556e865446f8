"""What Search has found: every match, by document, with counts, narrowed down by document and collection. Sends no request."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QSizePolicy, QWidget

from pincite.gui.cards import Card
from pincite.gui.controls import Bar, Elided, IconButton, button, column, label, row
from pincite.gui.hit_row import HitRow
from pincite.gui.theme import STEP
from pincite.gui.translation import counted
from pincite.gui.wording import match_count, number_words, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.domain import Document, Hit, SearchResult
    from pincite.engine import Failed
    from pincite.gui.theme import Theme

AT_ONCE = 4
"""Matches of a document that are listed before one asks for more, so that the next document is in sight."""
FACET_LETTERS = 34


class SearchView(QScrollArea):
    """Shows one search at a time.

    Args:
        documents: What is in the library, for the collections of what was found.

    Signals:
        hit_chosen(Hit): to be shown in the page view.
        searched(SearchResult): a search is done and has found something.
        retry_wanted: the search shall be done again.
    """

    hit_chosen = Signal(object)
    searched = Signal(object)
    retry_wanted = Signal()

    def __init__(self, theme: Theme, documents: Callable[[], Sequence[Document]]) -> None:
        super().__init__()
        self._theme = theme
        self._documents = documents
        self._hits: tuple[Hit, ...] = ()
        self._question = ""
        self._open: set[str] = set()  # documents of which all matches are listed
        self._at: Hit | None = None
        self.hit_rows: list[HitRow] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.busy_bar = Bar(self.tr("Searching"))
        self.busy_bar.show_fraction(None)
        self.total = label(role="title")
        self.previous = IconButton("previous", self.tr("Previous match"), theme, lambda: self.step(-1))
        self.next = IconButton("next", self.tr("Next match"), theme, lambda: self.step(1))
        self.by_document = self._facet(self.tr("Document"))
        self.by_collection = self._facet(self.tr("Collection"))
        self._head = QWidget()
        head = column(self._head, 0, STEP)
        line = row(self.total, self.previous, self.next, spacing=STEP // 2)
        line.setStretch(0, 1)
        head.addLayout(line)
        facets = row(self.by_document, self.by_collection)
        facets.setStretch(0, 1)
        facets.setStretch(1, 1)
        head.addLayout(facets)
        self.nothing = Card(theme, "card", "missing")
        self.error = Card(theme, "failure", "error")
        self.notes = label(role="muted", selectable=True)
        self._groups: list[QWidget] = []
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._column = column(inner, 2 * STEP, STEP)
        for widget in (self.busy_bar, self._head, self.nothing, self.error, self.notes):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.begin("")
        self.busy_bar.hide()

    def begin(self, question: str) -> None:
        """Clears the view for a search that has just been asked for."""
        self._hits, self._question, self._at = (), question, None
        self._open.clear()
        self._list()
        for widget in (self._head, self.nothing, self.error, self.notes):
            widget.hide()
        self.busy_bar.show()
        self.verticalScrollBar().setValue(0)

    def show_result(self, result: SearchResult) -> None:
        """Shows what was found."""
        self.busy_bar.hide()
        self.notes.setText("\n".join(result.notes))
        self.notes.setVisible(bool(result.notes))
        if not result.hits:
            why = self.tr("No passage matches. Try other words, or look in more documents.")
            self.nothing.say(self.tr("Nothing found"), why)
            return
        self._hits = result.hits
        self._fill_facets()
        self._head.show()
        self._list()
        self.searched.emit(result)

    def show_failure(self, failure: Failed) -> None:
        """Shows why there is no result, with what to do."""
        self.busy_bar.hide()
        if not failure.cancelled:
            self.error.say(failure.message, failure.hint)
            self.error.set_buttons(button(self.tr("Try again"), self.retry_wanted.emit))

    def shown(self) -> list[Hit]:
        """The matches that the facets leave, by document, the document with the best match first."""
        wanted, collection = self.by_document.currentData(), self.by_collection.currentData()
        within = {d.id for d in self._documents() if collection is None or collection in d.collections}
        order: dict[str, list[Hit]] = {}
        for hit in self._hits:
            document_id = hit.passage.document_id
            if wanted in (None, document_id) and (collection is None or document_id in within):
                order.setdefault(document_id, []).append(hit)
        return [hit for hits in order.values() for hit in hits]

    def step(self, by: int) -> None:
        """Opens the next match (1) or the one before (-1), around the ends."""
        hits = self.shown()
        if not hits:
            return
        place = hits.index(self._at) + by if self._at in hits else (0 if by > 0 else -1)
        hit = hits[place % len(hits)]
        if hit not in [made.hit for made in self.hit_rows]:
            self._open.add(hit.passage.document_id)
            self._list()
        self._choose(hit)

    def _choose(self, hit: Hit) -> None:
        self._at = hit
        for made in self.hit_rows:
            made.setChecked(made.hit is hit)
            if made.hit is hit:
                self._column.activate()
                self.ensureWidgetVisible(made)
        self._say_total()
        self.hit_chosen.emit(hit)

    def _facet(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.activated.connect(lambda _at: self._on_facet())
        return made

    def _on_facet(self) -> None:
        self._at = None
        self._list()

    def _fill_facets(self) -> None:
        of_document = Counter(hit.passage.document_id for hit in self._hits)
        titles = {hit.passage.document_id: hit.title for hit in self._hits}
        collections = {document.id: document.collections for document in self._documents()}
        of_collection = Counter(name for hit in self._hits for name in collections.get(hit.passage.document_id, ()))
        for facet, every, counts, names in (
            (self.by_document, self.tr("Any document"), of_document, titles),
            (self.by_collection, self.tr("Any collection"), of_collection, {name: name for name in of_collection}),
        ):
            facet.clear()
            facet.addItem(every, None)
            for key, number in counts.most_common():
                facet.addItem(f"{shortened(names[key], FACET_LETTERS)} ({number_words(number)})", key)
            facet.setVisible(len(counts) > (1 if facet is self.by_document else 0))

    def _list(self) -> None:
        for old in self._groups:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._groups, self.hit_rows = [], []
        groups: dict[str, list[Hit]] = {}
        for hit in self.shown() if self._hits else ():
            groups.setdefault(hit.passage.document_id, []).append(hit)
        for document_id, hits in groups.items():
            self._add(self._title_of(hits))
            whole = document_id in self._open or len(groups) == 1 or len(hits) <= AT_ONCE + 1
            for hit in hits if whole else hits[:AT_ONCE]:
                made = HitRow(hit, self._theme, self._question, titled=False)
                made.setCheckable(True)
                made.setChecked(hit is self._at)
                made.clicked.connect(lambda _checked=False, hit=hit: self._choose(hit))
                self._add(made)
                self.hit_rows.append(made)
            if not whole:
                more = counted.tr("Show %Ln more", None, len(hits) - AT_ONCE)
                self._add(button(more, partial(self._show_all, document_id), "link"))
        self._say_total()

    def _add(self, widget: QWidget) -> None:
        self._groups.append(widget)
        self._column.insertWidget(self._column.count() - 1, widget)

    def _title_of(self, hits: list[Hit]) -> QWidget:
        title = Elided("title")
        title.show_text(hits[0].title)
        made = QWidget()
        line = row(title, label(match_count(len(hits)), "muted", wrap=False))
        line.setStretch(0, 1)
        line.setContentsMargins(0, STEP, 0, 0)
        made.setLayout(line)
        return made

    def _show_all(self, document_id: str) -> None:
        self._open.add(document_id)
        self._list()

    def _say_total(self) -> None:
        hits = self.shown() if self._hits else []
        matches = match_count(len(hits))
        if self._at in hits:
            place = number_words(hits.index(self._at) + 1)
            matches = counted.tr("{number} of %Ln match(es)", None, len(hits)).format(number=place)
        documents = len({hit.passage.document_id for hit in hits})
        self.total.setText(counted.tr("{matches} in %Ln document(s)", None, documents).format(matches=matches))
