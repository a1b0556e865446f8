"""The window: puts the panes together and passes on what one of them tells the others."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QSplitter, QStackedLayout, QWidget

from pincite.domain import Scope
from pincite.gui.ask_pane import AskPane
from pincite.gui.cards import Card, NoticeArea
from pincite.gui.controls import Paper, button, column
from pincite.gui.documents_pane import DocumentsPane
from pincite.gui.downloads import Downloads
from pincite.gui.drop_hint import DropHint
from pincite.gui.guide import Guide
from pincite.gui.imports import Imports
from pincite.gui.menus import Menus
from pincite.gui.model_banner import ModelBanner
from pincite.gui.network_state import NetworkState
from pincite.gui.open_tabs import OpenTabs
from pincite.gui.organiser import Organiser
from pincite.gui.page_evidence import place_of_hit, places_of
from pincite.gui.page_view import PageView
from pincite.gui.password_card import PasswordCard
from pincite.gui.reveal import reveal
from pincite.gui.shelf import Shelf
from pincite.gui.status_line import StatusLine
from pincite.gui.translation import counted
from pincite.gui.watching import Watching
from pincite.gui.welcome import Welcome
from pincite.network import Network
from pincite.reports import FileStatus

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent

    from pincite.domain import Answer, Citation, Hit, SearchResult
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge
    from pincite.gui.settings_dialog import SettingsDialog
    from pincite.gui.theme import Theme
    from pincite.reports import FileResult, ModelInfo

SIZE = (1360, 860)
WIDTHS = [288, 496, 576]


class MainWindow(QMainWindow):
    """Three panes over one bridge.

    Args:
        bridge: Not started yet; the window starts it when everything listens.
        theme: The colours.
        memory: Remembers the geometry between runs.
        samples: The sample PDFs that the first run offers.

    Signals:
        library_wanted(Path): the user wants to work in another library.
    """

    library_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, memory: QSettings, samples: list[Path]) -> None:
        super().__init__()
        self._memory = memory
        self._theme = theme
        self.settings: SettingsDialog | None = None
        self._samples = samples
        self.bridge = bridge
        self.shelf = Shelf(bridge, self)
        self.imports = Imports(bridge, self)
        self.organiser = Organiser(bridge, self.shelf, self)
        self.watching = Watching(bridge, self.shelf, self.imports, self)
        self.documents = DocumentsPane(self.shelf, self.imports, self.organiser, self.watching, theme, memory)
        self.ask = AskPane(bridge, self._scope, theme, lambda: self.shelf.documents, memory)
        self.pages = PageView(bridge, theme)
        self.open_tabs = OpenTabs(bridge, self.shelf, self.pages, memory, self)
        self.welcome = Welcome(samples)
        self.guide = Guide([path.name for path in samples], theme, memory)
        self.ask.put_below_question(self.guide)
        self.downloads = Downloads(bridge, self)
        self.network = NetworkState(bridge, Network(), self)
        self.model_banner = ModelBanner(self.downloads, self.shelf, theme)
        self.engine_notice = Card(theme, "failure", "error", wide=True)
        self.notice = Card(theme, "warning", "info", wide=True)
        self.password = PasswordCard(self.imports, theme)
        self.status = StatusLine()
        self.setWindowTitle("Pincite")
        self.setAcceptDrops(True)
        self._lay_out()
        self.drop_hint = DropHint(self._central, theme)
        self.menus = Menus(self, theme, memory)
        self._connect()
        self._restore()
        bridge.start()
        self.ask.focus()

    def choose_files(self) -> None:
        """Opens the file dialog, without stopping the window."""
        dialog = QFileDialog(self, self.tr("Add PDFs"), "", self.tr("PDF documents (*.pdf);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._open(dialog)

    def choose_folder(self) -> None:
        """Opens the folder dialog, without stopping the window."""
        dialog = QFileDialog(self, self.tr("Add a folder of PDFs"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def choose_watched(self, collection: str | None) -> None:
        """Opens the dialog for a folder to be watched, whose PDFs are put into a collection (None: no particular one)."""
        title = self.tr("Watch a folder for “{name}”").format(name=collection) if collection else self.tr("Watch a folder")
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Watch"))
        dialog.fileSelected.connect(lambda path: self.watching.watch(path, collection))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def add(self, paths: list[str]) -> None:
        """Imports files and folders into the chosen collection."""
        if paths:
            self.notice.hide()
            self.imports.add(paths, self.documents.collection)

    def open_settings(self, page: str = "") -> None:
        """Shows the settings: a page by its name (see :mod:`pincite.gui.settings_pages`), or the one that was shown last."""
        if self.settings is None:
            from pincite.gui.settings_pages import settings_of  # the window opens sooner without its pages

            self.settings = settings_of(self, self._theme, self._memory)
        self.settings.open_at(page)

    def undo(self) -> None:
        """Takes back the latest change of the library if that is still possible, else of the highlights."""
        if self.organiser.can_undo:
            self.organiser.undo()
        else:
            self.pages.marking.book.undo()

    def closeEvent(self, event: QCloseEvent) -> None:
        """See Qt. Remembers how the window was left."""
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/panes", self.splitter.saveState())
        self.open_tabs.remember()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self.drop_hint.setGeometry(self._central.rect())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt."""
        if _local_paths(event):
            event.acceptProposedAction()
            into = self.documents.collection
            named = self.tr("Drop to add to “{collection}”").format(collection=into)
            self.drop_hint.show_over(named if into else self.tr("Drop to add to your documents"))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """See Qt."""
        self.drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt."""
        self.drop_hint.hide()
        if paths := _local_paths(event):
            event.acceptProposedAction()
            self.add(paths)

    def _connect(self) -> None:
        bridge, shelf, imports = self.bridge, self.shelf, self.imports
        bridge.died.connect(self._on_died)
        bridge.gave_up.connect(self._on_gave_up)
        bridge.library_failed.connect(self._on_gave_up)
        bridge.failed.connect(self._on_failed)
        self.network.changed.connect(lambda: self.status.show_network(self.network))
        self.status.network.clicked.connect(lambda: self.open_settings("Privacy"))
        shelf.documents_changed.connect(self._on_documents)
        shelf.status_changed.connect(self._on_status)
        imports.arrived.connect(self._on_arrived)
        imports.settled.connect(shelf.refresh_soon)
        imports.changed.connect(self._show_middle)
        imports.noticed.connect(self._tell)
        self.downloads.got.connect(self._on_model)
        self.welcome.samples_wanted.connect(lambda: self.add([str(path) for path in self._samples]))
        self.welcome.add_wanted.connect(self.choose_files)
        self.guide.add_wanted.connect(self.choose_files)
        self.guide.question_chosen.connect(self.ask.ask_suggested)
        self.ask.view.answered.connect(self.guide.take_answer)
        self.ask.view.citation_chosen.connect(self.guide.take_citation)
        self.documents.add_wanted.connect(self.choose_files)
        self.documents.document_chosen.connect(lambda document: self.pages.show_document(document.id, document.title))
        self.documents.password_wanted.connect(self.password.ask)
        self.documents.actions_of.reveal_wanted.connect(self._reveal)
        self.documents.watched.reveal_wanted.connect(self._reveal_folder)
        self.documents.watch_wanted.connect(self.choose_watched)
        self.documents.scope_changed.connect(self._show_scope)
        self.ask.view.citation_chosen.connect(self._open_citation)
        self.ask.view.hit_chosen.connect(self._open_hit)
        self.ask.view.answered.connect(self._on_answered)
        self.ask.view.searched.connect(self._on_searched)
        self.ask.scope_button.collection_wanted.connect(self.documents.choose_collection)
        self.ask.widen_wanted.connect(lambda: self.documents.choose_collection(None))
        self.ask.busy_changed.connect(lambda busy: self.pages.show_evidence(()) if busy else None)

    def _lay_out(self) -> None:
        middle = Paper()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.ask)
        self._middle.addWidget(self.welcome)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane, least in ((self.documents, 0), (middle, 336), (self.pages, 400)):
            pane.setMinimumWidth(least or pane.minimumWidth())
            self.splitter.addWidget(pane)
        self.splitter.setSizes(WIDTHS)
        for number, stretch in enumerate((0, 1, 1)):
            self.splitter.setStretchFactor(number, stretch)
        self._central = QWidget()
        layout = column(self._central, 0, 0)
        layout.addWidget(NoticeArea(self.engine_notice, self.notice, self.password, self.model_banner))
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(self._central)
        self.setStatusBar(self.status)

    def _restore(self) -> None:
        self.resize(*SIZE)
        if isinstance(geometry := self._memory.value("window/geometry"), QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(panes := self._memory.value("window/panes"), QByteArray):
            self.splitter.restoreState(panes)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.connect(self.add)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _scope(self) -> Scope:
        return self.organiser.without_removed(Scope(self.documents.collection, self.ask.scope_button.chosen))

    def _show_scope(self) -> None:
        names = [collection.name for collection in self.shelf.collections]
        self.ask.show_library(self.shelf.documents, names, self.documents.collection)

    def _show_middle(self) -> None:
        empty = self.shelf.known and not (self.shelf.documents or self.imports.busy or self.imports.failures)
        self._middle.setCurrentWidget(self.welcome if empty else self.ask)

    def _on_documents(self) -> None:
        self._show_middle()
        self._show_scope()
        if self.shelf.known:
            self.guide.show_library(self.shelf.documents)
        self.pages.keep({document.id for document in self.shelf.documents})

    def _on_status(self) -> None:
        if self.shelf.status is not None:
            self.status.show_status(self.shelf.status)

    def _on_arrived(self, result: FileResult) -> None:
        self.shelf.refresh_soon()
        if result.status is FileStatus.UNCHANGED:
            words = self.tr("“{name}” is in the library already; nothing was added twice.")
            self._tell("", words.format(name=Path(result.path).name))
        elif unread := len(set(result.pages_unreadable) - set(result.pages_waiting)):
            words = counted.tr("%Ln page(s) of “{name}” could not be read. Its details say why.", None, unread)
            self._tell("", words.format(name=Path(result.path).name))

    def _on_model(self, _model: ModelInfo) -> None:
        self.shelf.refresh()
        self.imports.resume()  # with an embedder, the meanings that are missing can be made

    def _reveal(self, path: Path) -> None:
        if not reveal(path):
            self._tell(
                self.tr("{path} is gone.").format(path=path),
                self.tr("The library has a copy of its own: open the document and save a copy of it."),
            )

    def _reveal_folder(self, folder: Path) -> None:
        if not reveal(folder):
            self._tell(self.tr("{folder} is not there.").format(folder=folder), self.tr("Connect its disk."))

    def _open_citation(self, citation: Citation) -> None:
        self.pages.open(citation.document_id, citation.title, citation.page, citation.boxes)

    def _on_answered(self, answer: Answer) -> None:
        """Shows the first proof where no page is shown; a page that somebody reads is left alone."""
        self.pages.show_evidence(places_of(answer))
        cited = next((citation for sentence in answer.sentences for citation in sentence.citations), None)
        if cited and not self.pages.document_id:
            self._open_citation(cited)

    def _on_searched(self, result: SearchResult) -> None:
        """As after an answer, the best match is shown where no page is."""
        self.pages.show_evidence(map(place_of_hit, result.hits))
        if not self.pages.document_id:
            self.ask.found.step(1)

    def _open_hit(self, hit: Hit) -> None:
        self.pages.open(hit.passage.document_id, hit.title, hit.passage.page, hit.boxes)

    def _on_died(self, message: str, hint: str) -> None:
        self.engine_notice.set_buttons()
        self.engine_notice.say(message, hint)

    def _on_gave_up(self, message: str, hint: str) -> None:
        self.engine_notice.set_buttons(button(self.tr("Start again"), self._start_again, "primary"))
        self.engine_notice.say(message, hint)

    def _start_again(self) -> None:
        self.engine_notice.hide()
        self.bridge.start()

    def _tell(self, title: str, text: str) -> None:
        """Shows a notice, without the buttons of the one before it."""
        self.notice.set_buttons()
        self.notice.say(title, text)

    def _on_failed(self, failure: Failed) -> None:
        self.notice.set_buttons()
        if failure.details:
            copy = partial(QGuiApplication.clipboard().setText, failure.details)
            self.notice.set_buttons(button(self.tr("Copy details"), copy))
        self.notice.say(failure.message, failure.hint)


def _local_paths(event: QDropEvent) -> list[str]:
    """The files and folders that are dragged; web addresses and text are not for us."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
