"""The status bar: where the library is, what runs the models, and what is not installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar

from pincite.gui.controls import button, label
from pincite.gui.theme import STEP
from pincite.gui.wording import count

if TYPE_CHECKING:
    from pincite.gui.network_state import NetworkState
    from pincite.reports import LibraryStatus


class StatusLine(QStatusBar):
    """One line; its tooltips have the details."""

    def __init__(self) -> None:
        super().__init__()
        self.location = label("Opening the library…", wrap=False)
        self.meanings = label(wrap=False)
        self.models = label(wrap=False)
        self.meanings.setContentsMargins(0, 0, 2 * STEP, 0)
        self.network = button("Network: …", lambda: None, "status")
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
        unread = f", {status.unread_pages:,} not read" if status.unread_pages else ""
        self.location.setToolTip(
            f"Library: {status.location}\n{count(status.documents, 'document')}, {count(status.pages, 'page')}{unread}"
        )
        behind = status.passages - status.embedded
        self.meanings.setText(f"{count(behind, 'passage')} found by words only" if behind > 0 else "")
        self.meanings.setToolTip("Search by meaning covers them when the import is done")
        runs = [status.generator or "quotes only, no language model", status.device]
        self.models.setText("  ·  ".join(part for part in runs if part))
        self.models.setToolTip(
            "\n".join(
                (
                    f"Writes answers: {status.generator or 'no language model installed; answers are quotes'}",
                    f"Orders passages: {status.reranker or 'no reranker installed; search order is used'}",
                    f"Search by meaning: {status.embedder or 'no embedder installed; search is by words only'}",
                    f"Runs on: {status.device}",
                    *status.notes,
                )
            )
        )


def _homely(location: str) -> str:
    """The location with the home folder as “~”."""
    home = str(Path.home())
    return "~" + location[len(home) :] if location == home or location.startswith((f"{home}/", f"{home}\\")) else location
