"""Documents come out of a library as they went in, with their text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from fakes import FakeModels
from pincite.errors import LibraryError
from pincite.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import MakePdf
    from pincite.settings import Settings


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    with Library(settings, FakeModels()) as opened:
        yield opened


def export(library: Library, folder: Path, collection: str | None = None) -> list[dict[str, object]]:
    for _ in library.export(folder, collection):
        pass
    return [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]


def test_files_text_and_facts_are_exported(library: Library, make_pdf: MakePdf, tmp_path: Path) -> None:
    lease = make_pdf(["Rent is due monthly.", "Notice is sixty days."], name="lease.pdf")
    list(library.add([str(lease)], "Harbour Street"))
    [row] = export(library, tmp_path / "out")
    assert row["file"] == "lease.pdf"
    assert (tmp_path / "out" / "lease.pdf").read_bytes() == lease.read_bytes()
    assert row["pages"] == [
        {"number": 1, "label": "1", "text": "Rent is due monthly."},
        {"number": 2, "label": "2", "text": "Notice is sixty days."},
    ]
    assert row["collections"] == ["Harbour Street"]


def test_files_of_one_name_do_not_overwrite_each_other(library: Library, make_pdf: MakePdf, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    paths = [make_pdf(["One."], name="a.pdf"), make_pdf(["Two."], name="other/a.pdf")]
    list(library.add([str(path) for path in paths]))
    names = [row["file"] for row in export(library, tmp_path / "out")]
    assert names == ["a.pdf", "a (2).pdf"]
    assert (tmp_path / "out" / "a (2).pdf").read_bytes() == paths[1].read_bytes()


def test_only_the_collection_asked_for_is_exported(library: Library, make_pdf: MakePdf, tmp_path: Path) -> None:
    list(library.add([str(make_pdf(["One."], name="a.pdf"))], "A"))
    list(library.add([str(make_pdf(["Two."], name="b.pdf"))], "B"))
    assert [row["file"] for row in export(library, tmp_path / "out", "B")] == ["b.pdf"]


def test_a_folder_with_an_export_is_left_alone(library: Library, make_pdf: MakePdf, tmp_path: Path) -> None:
    list(library.add([str(make_pdf(["One."], name="a.pdf"))]))
    before = export(library, tmp_path / "out")
    with pytest.raises(LibraryError, match="holds an export"):
        list(library.export(tmp_path / "out"))
    text = (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line) for line in text.splitlines()] == before
