"""The page of models: what is installed, offered and in use, and what runs it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout

from pincite.gui.controls import Bar, button, clear, column, label, row
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP
from pincite.gui.wording import size_words

if TYPE_CHECKING:
    from pincite.gui.bridge import Bridge
    from pincite.gui.downloads import Downloads
    from pincite.gui.shelf import Shelf
    from pincite.reports import Machine, ModelInfo
    from pincite.settings import Settings

ROLES = {
    "generator": ("Writes answers", "Without one, answers are quotes from the documents."),
    "embedder": ("Finds by meaning", "Without one, documents are found by their words only."),
    "reranker": ("Puts what is found in order", "Without one, passages stand in the order in which search finds them."),
    "judge": ("Checks each sentence", "Without one, numbers and words are compared, but not the meaning."),
}
"""What the models of a role do, and what happens without one."""


GIBIBYTE = 1 << 30
"""What is called a GB where it is memory."""


class ModelRow(QFrame):
    """One model: what it is, how far its download is, and what can be done with it.

    Args:
        model: The model.
        downloads: Fetches it.
    """

    def __init__(self, model: ModelInfo, downloads: Downloads) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.model = model
        self._downloads = downloads
        self.bar = Bar(f"Download of {model.name}")
        self.state = label(role="muted")
        self.use_button = button("Use", lambda: None)
        self.get_button = button("Get", lambda: downloads.get(model))
        self.pause_button = button("Pause", lambda: downloads.pause(model.name))
        buttons: tuple[tuple[QPushButton, str], ...] = (
            (self.use_button, "Use"), (self.get_button, "Get"), (self.pause_button, "Pause the download of"),
        )  # fmt: skip
        for made, verb in buttons:
            made.setAccessibleName(f"{verb} {model.name}")
        layout = column(self, STEP + 4, STEP // 2)
        head = row(label(model.name, "title"), self.use_button, self.get_button, self.pause_button)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(label(model.description))
        layout.addWidget(self.bar)
        layout.addWidget(self.state)
        self.show_state()

    def show_state(self) -> None:
        """Shows how far the model is now."""
        model, download = self.model, self._downloads.of(self.model.name)
        self.bar.setVisible(download is not None)
        self.pause_button.setVisible(download is not None)
        self.get_button.setVisible(download is None and not model.installed)
        self.use_button.setVisible(model.installed and not model.chosen)
        facts = [size_words(model.size), model.licence]
        if download:
            self.bar.show_fraction(download.fraction)
            self.state.setText(download.words)
            return
        if model.fetched and not model.installed:
            facts.insert(0, f"paused at {size_words(model.fetched)}")
            self.get_button.setText("Resume")
        state = "In use" if model.installed and model.chosen else "Installed" if model.installed else "Not installed"
        self.state.setText(" · ".join((state, *facts)))


class ModelsPage(SettingsPage):
    """All models by what they do.

    Args:
        bridge: Tells what the machine has.
        shelf: Knows the models.
        downloads: Fetches them.
    """

    def __init__(self, bridge: Bridge, shelf: Shelf, downloads: Downloads) -> None:
        super().__init__("Models", "They run on this computer. A download begins only when you press its button.")
        self._bridge = bridge
        self._shelf = shelf
        self._downloads = downloads
        self.rows: list[ModelRow] = []
        self.section("This computer")
        self.machine = label("…")
        self.gpu = QCheckBox("Use the graphics processor where there is one")
        self.gpu.clicked.connect(self._on_gpu)
        self.failure = label(role="bad")
        self.failure.hide()
        self.body.addWidget(self.machine)
        self.body.addWidget(self.gpu)
        self.body.addWidget(self.failure)
        self._list = QVBoxLayout()
        self._list.setSpacing(STEP)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        shelf.models_changed.connect(self._show_models)
        downloads.changed.connect(self._show_states)
        downloads.got.connect(lambda _model: shelf.refresh())
        downloads.failed.connect(self._on_failed)
        self._show_models()

    def refresh(self) -> None:
        """See :class:`SettingsPage`."""
        self._bridge.request("machine", on_done=self._show_machine)
        self._bridge.request("choices", on_done=self._show_choices)

    def _show_machine(self, machine: Machine) -> None:
        free, taken = (f"{amount / GIBIBYTE:.1f} GB" for amount in (machine.free, machine.taken))
        memory = f"Memory: {machine.memory / GIBIBYTE:.0f} GB, {free} free; reading and answering take {taken}"
        lines = [f"Models run on: {machine.device}", memory]
        for loaded in machine.loaded:
            speeds = [
                f"{verb} {speed:,.0f} tokens a second"
                for verb, speed in (("reads", loaded.reading_speed), ("writes", loaded.writing_speed))
                if speed
            ]
            lines.append(f"{loaded.name} is loaded on the {loaded.device}" + (f": {', '.join(speeds)}" if speeds else ""))
        self.machine.setText("\n".join(lines))

    def _show_choices(self, settings: Settings) -> None:
        self.gpu.setChecked(settings.gpu)

    def _show_models(self) -> None:
        models = [model for model in self._shelf.models if model.role in ROLES]
        if [row.model for row in self.rows] == models:
            return
        clear(self._list)
        self.rows = []
        for role, (title, without) in ROLES.items():
            of_role = [model for model in models if model.role == role]
            if of_role:
                self._list.addSpacing(STEP)
                self._list.addWidget(label(title, "title", wrap=False))
                self._list.addWidget(label(without, "muted"))
            for model in of_role:
                made = ModelRow(model, self._downloads)
                made.use_button.clicked.connect(partial(self._use, model.name))
                self.rows.append(made)
                self._list.addWidget(made)

    def _show_states(self) -> None:
        for row_ in self.rows:
            row_.show_state()

    def _use(self, name: str, _checked: bool = False) -> None:
        self._bridge.request("use_model", name=name, on_done=lambda _value: self._shelf.refresh())

    def _on_gpu(self, checked: bool) -> None:
        self._bridge.request("configure", gpu=checked, on_done=lambda _value: self.refresh())

    def _on_failed(self, model: ModelInfo, why: str) -> None:
        self._shelf.refresh()
        self.failure.setText(f"{model.name}: {why}")
        self.failure.setVisible(bool(why))
