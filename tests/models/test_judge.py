"""The judge that ships, on sentences that only differ in what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.errors import ModelError
from pincite.models.judge import CrossEncoderJudge

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="judge mine cannot be loaded"):
        CrossEncoderJudge("mine", tmp_path)
