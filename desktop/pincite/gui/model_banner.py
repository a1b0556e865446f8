"""Says which kind of model is not installed, and gets one when the user asks for it. Nothing is downloaded before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from pincite.events import Progress, Stage
from pincite.gui.cards import Card
from pincite.gui.controls import Bar, button
from pincite.gui.pace import Pace
from pincite.gui.wording import size_words

if TYPE_CHECKING:
    from pincite.domain import ModelInfo
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.shelf import Shelf
    from pincite.gui.theme import Theme

MISSING = {
    "embedder": "Documents are found by their words only, because the model of meanings is not installed.",
    "generator": "Answers are quotes, word for word, because no language model is installed.",
}
"""What is missing, by the role of the model."""


class ModelBanner(Card):
    """Shown while a role has no model installed, or one is on its way.

    Signals:
        got(ModelInfo): a model is installed and in use.
    """

    got = Signal(object)

    def __init__(self, bridge: Bridge, shelf: Shelf, theme: Theme) -> None:
        super().__init__(theme, "card", "info", wide=True)
        self._bridge = bridge
        self._shelf = shelf
        self._handle: Handle | None = None
        self._dismissed = False
        self._pace = Pace()
        self.bar = Bar("Download of a model")
        self.body.insertWidget(2, self.bar)
        self.dismissed.connect(self._on_dismissed)
        shelf.models_changed.connect(self._show_state)
        self.bar.hide()
        self.hide()

    def _show_state(self) -> None:
        model = self._shelf.model_to_get()
        if self._handle is None:
            if model is None or self._dismissed:
                self.hide()
            else:
                self._offer(model)

    def _offer(self, model: ModelInfo, why: str = "") -> None:
        self.bar.hide()
        self.say(why or MISSING[model.role])
        self.set_buttons(button(f"Get {model.name} ({size_words(model.size)})", lambda: self._get(model), "primary"))

    def _get(self, model: ModelInfo) -> None:
        self._pace = Pace()
        self.say(f"Getting {model.name}…")
        self.bar.show_fraction(None)
        self.bar.show()

        def done(_value: object) -> None:
            self._handle = None
            self._bridge.request("use_model", name=model.name, on_done=lambda _value: self.got.emit(model))
            self.hide()

        def failed(failure: Failed) -> None:
            self._handle = None
            self._offer(model, "" if failure.cancelled else f"{failure.message} {failure.hint}".strip())

        self._handle = self._bridge.request(
            "get_model", on_event=lambda event: self._on_event(event, model), on_done=done, on_failed=failed,
            name=model.name,
        )  # fmt: skip
        self.set_buttons(button("Cancel", self._handle.cancel))

    def _on_event(self, event: Event, model: ModelInfo) -> None:
        if not isinstance(event, Progress) or event.stage is not Stage.DOWNLOADING:
            return
        total = event.total or model.size
        fraction = event.done / total if total else None
        self.bar.show_fraction(fraction)
        left = self._pace.words(fraction) if fraction is not None else ""
        words = f"{size_words(event.done)} of {size_words(total)}{f', {left}' if left else ''}"
        self.say(f"Getting {model.name}…", words)

    def _on_dismissed(self) -> None:
        self._dismissed = True
