"""The page of models: what is installed, offered and in use, and what runs it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from pincite.gui.controls import Bar, button, clear, column, label, row
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP
from pincite.gui.translation import translate
from pincite.gui.wording import decimal, number_words, size_words

if TYPE_CHECKING:
    from pincite.gui.bridge import Bridge
    from pincite.gui.downloads import Downloads
    from pincite.gui.shelf import Shelf
    from pincite.reports import Machine, ModelInfo
    from pincite.settings import Settings

ROLES = ("generator", "embedder", "reranker", "judge")
"""In the order in which they are shown."""

GIBIBYTE = 1 << 30
"""What is called a GB where it is memory."""


def role_words(role: str) -> tuple[str, str]:
    """What the models of a role do, and what happens without one."""
    return {
        "generator": (
            translate("settings_models", "Writes answers"),
            translate("settings_models", "Without one, answers are quotes from the documents."),
        ),
        "embedder": (
            translate("settings_models", "Finds by meaning"),
            translate("settings_models", "Without one, documents are found by their words only."),
        ),
        "reranker": (
            translate("settings_models", "Puts what is found in order"),
            translate("settings_models", "Without one, passages stand in the order in which search finds them."),
        ),
        "judge": (
            translate("settings_models", "Checks each sentence"),
            translate("settings_models", "Without one, numbers and words are compared, but not the meaning."),
        ),
    }[role]


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
        self.bar = Bar(self.tr("Download of {model}").format(model=model.name))
        self.state = label(role="muted")
        self.use_button = button(self.tr("Use"), lambda: None)
        self.get_button = button(self.tr("Get"), lambda: downloads.get(model))
        self.pause_button = button(self.tr("Pause"), lambda: downloads.pause(model.name))
        for made, named in (
            (self.use_button, self.tr("Use {model}")),
            (self.get_button, self.tr("Get {model}")),
            (self.pause_button, self.tr("Pause the download of {model}")),
        ):
            made.setAccessibleName(named.format(model=model.name))
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
            facts.insert(0, self.tr("paused at {size}").format(size=size_words(model.fetched)))
            self.get_button.setText(self.tr("Resume"))
            self.get_button.setAccessibleName(self.tr("Resume the download of {model}").format(model=model.name))
        installed = self.tr("In use") if model.chosen else self.tr("Installed")
        state = installed if model.installed else self.tr("Not installed")
        self.state.setText(" · ".join((state, *facts)))


class ModelsPage(SettingsPage):
    """All models by what they do.

    Args:
        bridge: Tells what the machine has.
        shelf: Knows the models.
        downloads: Fetches them.
    """

    def __init__(self, bridge: Bridge, shelf: Shelf, downloads: Downloads) -> None:
        super().__init__(
            translate("settings_models", "Models"),
            translate("settings_models", "They run on this computer. A download begins only when you press its button."),
        )
        self._bridge = bridge
        self._shelf = shelf
        self._downloads = downloads
        self._failed: ModelInfo | None = None
        self.rows: list[ModelRow] = []
        self.section(self.tr("This computer"))
        self.machine = label("…")
        self.gpu = QCheckBox(self.tr("Use the graphics processor where there is one"))
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
        memory = self.tr("Memory: {size} GB, {free} GB free; reading and answering take {taken} GB").format(
            size=number_words(round(machine.memory / GIBIBYTE)),
            free=decimal(machine.free / GIBIBYTE),
            taken=decimal(machine.taken / GIBIBYTE),
        )
        lines = [self.tr("Models run on: {device}").format(device=machine.device), memory]
        for loaded in machine.loaded:
            where = self.tr("{model} is loaded on the {device}").format(model=loaded.name, device=loaded.device)
            speeds = [
                words.format(number=number_words(round(speed)))
                for words, speed in (
                    (self.tr("reads {number} tokens a second"), loaded.reading_speed),
                    (self.tr("writes {number} tokens a second"), loaded.writing_speed),
                )
                if speed
            ]
            lines.append(f"{where}: {', '.join(speeds)}" if speeds else where)
        self.machine.setText("\n".join(lines))

    def _show_choices(self, settings: Settings) -> None:
        self.gpu.setChecked(settings.gpu)

    def _show_models(self) -> None:
        models = [model for model in self._shelf.models if model.role in ROLES]
        if [row.model for row in self.rows] == models:
            return
        clear(self._list)
        self.rows = []
        for role in ROLES:
            of_role = [model for model in models if model.role == role]
            if of_role:
                title, without = role_words(role)
                self._list.addSpacing(STEP)
                self._list.addWidget(label(title, "title", wrap=False))
                self._list.addWidget(label(without, "muted"))
            for model in of_role:
                made = ModelRow(model, self._downloads)
                made.use_button.clicked.connect(partial(self._use, model.name))
                self.rows.append(made)
                self._list.addWidget(made)

    def _show_states(self) -> None:
        if self._failed is not None and self._downloads.of(self._failed.name):
            self._failed = None  # it is tried again
            self.failure.hide()
        for shown in self.rows:
            shown.show_state()

    def _use(self, name: str, _checked: bool = False) -> None:
        self._bridge.request("use_model", name=name, on_done=lambda _value: self._shelf.refresh())

    def _on_gpu(self, checked: bool) -> None:
        self._bridge.request("configure", gpu=checked, on_done=lambda _value: self.refresh())

    def _on_failed(self, model: ModelInfo, why: str) -> None:
        self._shelf.refresh()
        self._failed = model
        self.failure.setText(f"{model.name}: {why}")
        self.failure.setVisible(bool(why))
