"""Whether the network was used since the start, by the window or by the engine. Knows no widget."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from pincite.gui.bridge import Bridge
    from pincite.network import Network
    from pincite.reports import NetworkReport, NetworkUse

EVERY_MS = 5000


class NetworkState(QObject):
    """Asks the engine every few seconds, and adds what the window itself has seen.

    Signals:
        changed: the network was used, or is known not to have been.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, network: Network, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._network = network
        self._earlier: tuple[NetworkUse, ...] = ()  # of engines that are gone
        self._engine: NetworkReport | None = None
        self._asking = False
        self._since = network.told().since
        bridge.started.connect(self._on_started)
        timer = QTimer(self)
        timer.setInterval(EVERY_MS)
        timer.timeout.connect(self.refresh)
        timer.start()

    def watch(self) -> None:
        """Begins to count what the window itself connects to, too; for the real window only, since it cannot be ended."""
        self._network.watch()

    @property
    def uses(self) -> tuple[NetworkUse, ...]:
        """Every use since the window opened, in order."""
        of_engine = self._engine.uses if self._engine else ()
        return tuple(sorted({*self._earlier, *of_engine, *self._network.told().uses}, key=lambda use: use.at))

    @property
    def known(self) -> bool:
        """Whether the engine has reported; before that nothing can be said."""
        return self._engine is not None

    def words(self) -> str:
        """The state in one line."""
        uses = self.uses
        if any(not use.wanted for use in uses):
            return self.tr("Network: used unasked")
        if uses:
            return self.tr("Network: used as you asked")
        return self.tr("Network: never used") if self.known else self.tr("Network: …")

    def lines(self) -> list[str]:
        """The state in full: since when, and each use."""
        if not self.known:
            return [self.tr("This is not known yet; Pincite is still starting.")]
        since = _clock(self._since)
        if not self.uses:
            return [self.tr("Pincite has not used the network since it was started at {time}.").format(time=since)]
        told = [self.tr("Since Pincite was started at {time}, the network was used:").format(time=since)]
        asked = self.tr("at {time} for {what}, as you asked")
        unasked = self.tr("at {time} to reach {what}, which you did not ask for")
        told += [(asked if use.wanted else unasked).format(time=_clock(use.at), what=use.what) for use in self.uses]
        return told

    def refresh(self) -> None:
        """Asks the engine again."""
        if not self._asking and self._bridge.link is not None:
            self._asking = True
            self._bridge.request("network.report", on_done=self._set, on_failed=lambda _failure: self._ended())

    def _set(self, report: NetworkReport) -> None:
        self._ended()
        self._engine = report
        self.changed.emit()

    def _ended(self) -> None:
        self._asking = False

    def _on_started(self) -> None:
        if self._engine is not None:
            self._earlier = (*self._earlier, *self._engine.uses)
            self._engine = None
        self.refresh()


def _clock(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().strftime("%H:%M:%S")
