"""The models: what is offered, how it is fetched and checked, what runs it. Loads no model when imported."""

import os

# The hub's library reads this once, when it is first imported, by whichever of our dependencies comes first. It would
# send along which tools the user works with, and keep a file of its own for it.
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
