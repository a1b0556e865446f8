"""The status bar: where the library is, what runs the models, what is not installed, and whether the network was used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar

from pincite.gui.controls import button, label
from pincite.gui.theme import STEP
from pincite.gui.translation import counted
from pincite.gui.wording import document_count, page_count

if TYPE_CHECKING:
    from pincite.gui.network_state import NetworkState
    from pincite.reports import LibraryStatus


class StatusLine(QStatusBar):
    """One line; its tooltips have the details."""

    def __init__(self) -> None:
        super().__init__()
        self.location = label(self.tr("Opening the library…"), wrap=False)
        self.meanings = label(wrap=False)
        self.models = label(wrap=False)
        self.meanings.setContentsMargins(0, 0, 2 * STEP, 0)
        self.network = button(self.tr("Network: …"), lambda: None, "status")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(STEP, 0, STEP, 0)
        self.addWidget(self.location)
        self.addPermanentWidget(self.meanings)
        self.addPermanentWidget(self.models)
        self.addPermanentWidget(self.network)

    def show_network(self, state: NetworkState) -> None:
        """Shows whether the network was used; the settings have more."""
        self.network.setText(state.words())
        self.network.setToolTip("\n".join(state.lines()))

    def show_status(self, status: LibraryStatus) -> None:
        """Shows a library and the machine at a glance."""
        self.location.setText(_homely(status.location))
        where = self.tr("Library: {location}").format(location=status.location)
        held = [document_count(status.documents), page_count(status.pages)]
        if status.unread_pages:
            #: Follows “12 pages, ”
            held.append(counted.tr("%Ln not read", None, status.unread_pages))
        self.location.setToolTip(f"{where}\n{', '.join(held)}")
        behind = status.passages - status.embedded
        words_only = counted.tr("%Ln passage(s) found by words only", None, behind)
        self.meanings.setText(words_only if behind > 0 else "")
        self.meanings.setToolTip(self.tr("Search by meaning covers them when the import is done"))
        runs = [status.generator or self.tr("quotes only, no language model"), status.device]
        self.models.setText("  ·  ".join(part for part in runs if part))
        writes, orders, finds = (
            self.tr("Writes answers: {model}").format(model=status.generator)
            if status.generator
            else self.tr("Writes answers: no language model installed; answers are quotes"),
            self.tr("Orders passages: {model}").format(model=status.reranker)
            if status.reranker
            else self.tr("Orders passages: no model installed; they stand in the order in which search finds them"),
            self.tr("Search by meaning: {model}").format(model=status.embedder)
            if status.embedder
            else self.tr("Search by meaning: no model installed; search is by words only"),
        )
        runs_on = self.tr("Runs on: {device}").format(device=status.device)
        self.models.setToolTip("\n".join((writes, orders, finds, runs_on, *status.notes)))


def _homely(location: str) -> str:
    """The location with the home folder as “~”."""
    home = str(Path.home())
    return "~" + location[len(home) :] if location == home or location.startswith((f"{home}/", f"{home}\\")) else location
