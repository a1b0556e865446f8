"""Says which kind of model is not installed, and gets one when the user asks for it. Nothing is downloaded before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.gui.cards import Card
from pincite.gui.controls import Bar, button
from pincite.gui.wording import size_words

if TYPE_CHECKING:
    from pincite.gui.downloads import Downloads
    from pincite.gui.shelf import Shelf
    from pincite.gui.theme import Theme
    from pincite.reports import ModelInfo

MISSING = {
    "embedder": "Documents are found by their words only, because the model of meanings is not installed.",
    "generator": "Answers are quotes, word for word, because no language model is installed.",
}
"""What is missing, by the role of the model."""


class ModelBanner(Card):
    """Shown while a role has no model installed, or the model for it is on its way."""

    def __init__(self, downloads: Downloads, shelf: Shelf, theme: Theme) -> None:
        super().__init__(theme, "card", "info", wide=True)
        self._downloads = downloads
        self._shelf = shelf
        self._offered: ModelInfo | None = None
        self._why = ""
        self._dismissed = False
        self.bar = Bar("Download of a model")
        self.body.insertWidget(2, self.bar)
        self.dismissed.connect(self._on_dismissed)
        shelf.models_changed.connect(self._show_state)
        downloads.changed.connect(self._show_state)
        downloads.failed.connect(self._on_failed)
        self.bar.hide()
        self.hide()

    def _show_state(self) -> None:
        model = self._shelf.model_to_get()
        download = self._downloads.of(model.name) if model else None
        if model is None or (self._dismissed and download is None):
            self.hide()
        elif download:
            self.say(f"Getting {model.name}…", download.words)
            self.bar.show_fraction(download.fraction)
            if self._offered is not None:
                self.set_buttons(button("Pause", lambda: self._downloads.pause(model.name)))
            self._offered = None
            self.bar.show()
        elif model != self._offered or self._why:
            self._offer(model)

    def _offer(self, model: ModelInfo) -> None:
        self._offered = model
        self.bar.hide()
        self.say(self._why or MISSING[model.role])
        verb = "Go on getting" if model.fetched else "Get"
        self.set_buttons(button(f"{verb} {model.name} ({size_words(model.size)})", lambda: self._get(model), "primary"))

    def _get(self, model: ModelInfo) -> None:
        self._why = ""
        self._downloads.get(model)

    def _on_failed(self, model: ModelInfo, why: str) -> None:
        wanted = self._shelf.model_to_get()
        if wanted and wanted.name == model.name:
            self._why = why
            self._offered = None

    def _on_dismissed(self) -> None:
        self._dismissed = True
