"""That the network was never used is said only when it is true."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.network import Network
from pincite.reports import NetworkReport

if TYPE_CHECKING:
    import pytest

SCRIPT = """
import contextlib, json, socket, sys
from pincite.network import Network

network = Network()
network.watch()
server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())  # this machine
client.close()
socket.getaddrinfo("localhost", 80)
quiet = network.report().uses
with contextlib.suppress(OSError), network.purpose("fetching the model x"):
    socket.getaddrinfo("models.invalid", 443)
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as outside, contextlib.suppress(OSError):
    outside.settimeout(0.01)
    outside.connect(("192.0.2.1", 443))  # an address of documentation, which nobody has
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outside, contextlib.suppress(OSError):
    outside.sendto(b"", ("192.0.2.2", 53))
print(json.dumps([len(quiet), [[use.what, use.wanted] for use in network.report().uses]]))
"""


def test_connections_are_counted_as_wanted_or_not_and_this_machine_is_no_network() -> None:
    paths = os.pathsep.join([str(Path(__file__).parents[1] / "desktop"), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )  # in a process of its own: the hook stays until the process ends
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [0, [["fetching the model x", True], ["192.0.2.1", False], ["192.0.2.2", False]]]


def test_a_purpose_that_ends_explains_nothing_any_more() -> None:
    network = Network()
    with network.purpose("fetching the model x"):
        network.note("10.1.2.3")
        network.note("10.1.2.4")
    network.note("10.1.2.3")
    assert [(use.what, use.wanted) for use in network.report().uses] == [
        ("fetching the model x", True),
        ("10.1.2.3", False),
    ]


def test_what_compiled_code_connects_to_is_found_in_the_system_s_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.network._open_connections", lambda: ["203.0.113.7"])
    report = Network().report()
    assert isinstance(report, NetworkReport)
    assert [(use.what, use.wanted) for use in report.uses] == [("203.0.113.7", False)]
