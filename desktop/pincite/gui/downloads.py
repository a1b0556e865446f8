"""Models on their way to this machine. Goes on while no page shows it. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pincite.events import Progress, Stage
from pincite.gui.pace import Pace
from pincite.gui.translation import translate
from pincite.gui.wording import size_words

if TYPE_CHECKING:
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.bridge import Bridge, Handle
    from pincite.reports import ModelInfo


@dataclass
class Download:
    """One model on its way; ``done`` and ``total`` are bytes."""

    model: ModelInfo
    handle: Handle
    done: int = 0
    total: int = 0
    pace: Pace = field(default_factory=Pace)

    @property
    def fraction(self) -> float | None:
        """0 to 1; None while nothing is known."""
        return self.done / self.total if self.total and self.done else None

    @property
    def words(self) -> str:
        """How far it is and how long it will take."""
        if self.fraction is None:
            return translate("downloads", "Connecting…")
        left = self.pace.words(self.fraction)
        words = translate("downloads", "{done} of {total}").format(done=size_words(self.done), total=size_words(self.total))
        return f"{words}, {left}" if left else words


class Downloads(QObject):
    """Fetches models, and puts each in use for its role when it is here. To pause one is to stop it: what is here stays.

    Signals:
        changed: one has begun, moved or ended.
        got(ModelInfo): a model is installed and in use.
        failed(ModelInfo, str): one could not be fetched, and why with the remedy; empty if the user has stopped it.
    """

    changed = Signal()
    got = Signal(object)
    failed = Signal(object, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._running: dict[str, Download] = {}

    @property
    def fraction(self) -> float | None:
        """How much is here of all that is on its way, 0 to 1; None: nothing is."""
        total = sum(download.total for download in self._running.values())
        return sum(download.done for download in self._running.values()) / total if total else None

    def of(self, name: str) -> Download | None:
        """The download of a model, if it is on its way."""
        return self._running.get(name)

    def get(self, model: ModelInfo) -> None:
        """Begins to fetch a model, or goes on where it was stopped."""
        if model.name in self._running:
            return

        def done(_value: object) -> None:
            self._running.pop(model.name, None)
            self._bridge.request("use_model", name=model.name, on_done=lambda _value: self.got.emit(model))
            self.changed.emit()

        def failed(failure: Failed) -> None:
            self._running.pop(model.name, None)
            self.failed.emit(model, "" if failure.cancelled else f"{failure.message} {failure.hint}".strip())
            self.changed.emit()

        handle = self._bridge.request(
            "get_model", on_event=lambda event: self._on_event(event, model), on_done=done, on_failed=failed, name=model.name
        )
        self._running[model.name] = Download(model, handle, model.fetched, model.size)
        self.changed.emit()

    def pause(self, name: str) -> None:
        """Stops fetching a model; what has been fetched is kept."""
        if download := self._running.get(name):
            download.handle.cancel()

    def _on_event(self, event: Event, model: ModelInfo) -> None:
        download = self._running.get(model.name)
        if download and isinstance(event, Progress) and event.stage is Stage.DOWNLOADING:
            download.done, download.total = event.done, event.total or model.size
            self.changed.emit()
