"""Says which kind of model is not installed, and gets one when the user asks for it. Nothing is downloaded before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.gui.cards import Card
from pincite.gui.controls import Bar, button
from pincite.gui.translation import translate
from pincite.gui.wording import size_words

if TYPE_CHECKING:
    from pincite.gui.downloads import Downloads
    from pincite.gui.shelf import Shelf
    from pincite.gui.theme import Theme
    from pincite.reports import ModelInfo


def missing_words(role: str) -> str:
    """What is missing while no model of a role, "embedder" or "generator", is installed."""
    return {
        "embedder": translate(
            "model_banner", "Documents are found by their words only, because the model of meanings is not installed."
        ),
        "generator": translate("model_banner", "Answers are quotes, word for word, because no language model is installed."),
    }[role]


class ModelBanner(Card):
    """Shown while a role has no model installed, or the model for it is on its way."""

    def __init__(self, downloads: Downloads, shelf: Shelf, theme: Theme) -> None:
        super().__init__(theme, "card", "info", wide=True)
        self._downloads = downloads
        self._shelf = shelf
        self._offered: ModelInfo | None = None
        self._why = ""
        self._dismissed = False
        self.bar = Bar(self.tr("Download of a model"))
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
            self.say(self.tr("Getting {model}…").format(model=model.name), download.words)
            self.bar.show_fraction(download.fraction)
            if self._offered is not None:
                self.set_buttons(button(self.tr("Pause"), lambda: self._downloads.pause(model.name)))
            self._offered = None
            self.bar.show()
        elif model != self._offered or self._why:
            self._offer(model)

    def _offer(self, model: ModelInfo) -> None:
        self._offered = model
        self.bar.hide()
        self.say(self._why or missing_words(model.role))
        words = self.tr("Go on getting {model} ({size})") if model.fetched else self.tr("Get {model} ({size})")
        words = words.format(model=model.name, size=size_words(model.size))
        self.set_buttons(button(words, lambda: self._get(model), "primary"))

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
