"""The facade: names and scopes, writers that exclude each other, what reading leaves alone, and plain words for what fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import filelock
import lancedb
import pytest

from fakes import DirectParser, FakeModels, HashEmbedder, ScriptedGenerator
from pdfs import write_pdf
from pincite.domain import Scope
from pincite.errors import LibraryError, ModelError, PinciteError
from pincite.events import AnswerReady, FileFinished, Notice
from pincite.library import Library
from pincite.settings import Settings
from tables import files, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)


@pytest.fixture
def opened(settings: Settings) -> Iterator[Library]:
    with Library(settings, FakeModels()) as library:
        yield library


def fill(library: Library, folder: Path) -> None:
    """Two clients with a contract each: the texts differ in the name alone."""
    for client in ("Aldous", "Birch"):
        path = write_pdf(folder / f"{client} contract.pdf", [f"The penalty that {client} owes is fixed.", "It is due in May."])
        list(library.add([str(path)], client))


# --- reading changes nothing -----------------------------------------------------------------------------------------


def test_library_that_is_not_there_is_not_made_by_looking(opened: Library, settings: Settings) -> None:
    assert opened.documents() == []
    assert opened.collections() == []
    assert opened.check() == []
    assert opened.status().documents == 0
    assert list(opened.resume()) == []
    assert list(opened.rebuild_vectors()) == []
    with pytest.raises(LibraryError, match="nothing in this library"):
        opened.search("What is the penalty?")
    assert not settings.library.exists()


def test_search_ask_status_list_and_check_write_nothing(opened: Library, settings: Settings, tmp_path: Path) -> None:
    fill(opened, tmp_path)
    before = files(settings.library)
    with Library(settings, FakeModels(fake_generator=ScriptedGenerator("It is fixed. [@Birch owes]"))) as again:
        assert again.search("penalty", again.scope("Birch")).hits
        assert isinstance(list(again.ask("What penalty does Birch owe?"))[-1], AnswerReady)
        assert len(again.documents()) == 2
        assert again.status().embedded == again.status().passages > 0
        assert again.check() == []
        assert again.models()
    assert files(settings.library) == before


# --- scopes ----------------------------------------------------------------------------------------------------------


def test_a_question_to_one_collection_never_sees_another(opened: Library, tmp_path: Path) -> None:
    fill(opened, tmp_path)
    assert opened.collections() == ["Aldous", "Birch"]
    for limit in (1, 10, 100):
        hits = opened.search("the penalty that Birch owes is fixed", opened.scope("Aldous"), limit).hits
        assert hits
        assert all("Birch" not in hit.passage.text + hit.title for hit in hits)
    answer = list(opened.ask("What does Birch owe?", opened.scope("Aldous")))[-1]
    assert isinstance(answer, AnswerReady)
    assert (answer.answer.searched.collection, answer.answer.searched.documents) == ("Aldous", 1)
    assert all("Birch" not in hit.passage.text for hit in answer.answer.hits)


def test_document_is_found_by_id_and_by_name(opened: Library, tmp_path: Path) -> None:
    fill(opened, tmp_path)
    first = opened.documents()[0]
    for name in (first.id, first.id[:8], "Aldous contract.pdf", "aldous CONTRACT", first.title, str(tmp_path / first.path)):
        assert opened.document(name) == first, name
    hits = opened.search("penalty", opened.scope(document="Aldous contract.pdf")).hits
    assert {hit.passage.document_id for hit in hits} == {first.id}


def test_name_of_two_documents_asks_for_an_id(opened: Library, tmp_path: Path) -> None:
    for folder, text in (("a", "One letter."), ("b", "Another letter.")):
        (tmp_path / folder).mkdir()
        list(opened.add([str(write_pdf(tmp_path / folder / "letter.pdf", [text]))]))
    with pytest.raises(LibraryError, match="name of 2 documents") as caught:
        opened.document("letter.pdf")
    for document in opened.documents():
        assert document.id[:12] in caught.value.hint
        assert opened.document(document.id[:12]) == document


def test_unknown_names_are_told_with_the_known_ones(opened: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no collection “Birch”") as caught:
        opened.scope("Birch")
    assert "no collections" in caught.value.hint
    fill(opened, tmp_path)
    with pytest.raises(LibraryError, match="no collection “Cedar”") as caught:
        opened.scope("Cedar")
    assert caught.value.hint == "Collections are: Aldous, Birch."
    for name in ("no.pdf", opened.documents()[0].id[:7], "'; --"):
        with pytest.raises(LibraryError, match="no document"):
            opened.scope(document=name)
    with pytest.raises(LibraryError, match="no document"):
        opened.render("f" * 64, 1, 1.0)
    assert opened.scope("  ") == Scope()


@pytest.mark.parametrize("question", ["", "  \n"])
def test_empty_question_is_refused(opened: Library, tmp_path: Path, question: str) -> None:
    fill(opened, tmp_path)
    with pytest.raises(LibraryError, match="question is empty"):
        opened.search(question)
    with pytest.raises(LibraryError, match="question is empty"):
        list(opened.ask(question))


# --- removing --------------------------------------------------------------------------------------------------------


def test_removed_document_leaves_nothing_and_can_come_back(opened: Library, settings: Settings, tmp_path: Path) -> None:
    fill(opened, tmp_path)
    whole = snapshot(settings.library)
    gone, stays = opened.documents()
    opened.remove("Aldous contract.pdf")
    assert opened.documents() == [stays]
    assert [path.stem for path in (settings.library / "files").iterdir()] == [stays.id]
    assert Path(gone.path).exists()
    tables = snapshot(settings.library)
    assert all(row["document_id"] == stays.id for name in ("pages", "passages", "vectors") for row in tables[name])
    with pytest.raises(LibraryError, match="no document"):
        opened.remove(gone.id)
    list(opened.add([gone.path], "Aldous"))
    assert snapshot(settings.library) == whole


# --- writers ---------------------------------------------------------------------------------------------------------


def test_second_writer_is_told_and_the_first_goes_on(opened: Library, settings: Settings, tmp_path: Path) -> None:
    path = str(write_pdf(tmp_path / "a.pdf", ["One.", "Two."]))
    events = opened.add([path])
    next(events)
    with Library(settings, FakeModels()) as second:
        for work in (second.add([path]), second.resume(), second.rebuild_vectors()):
            with pytest.raises(LibraryError, match="Another Pincite is importing"):
                list(work)
        assert second.documents() == []  # reading goes on
    assert [event.result.status for event in events if isinstance(event, FileFinished)] == ["added"]
    assert opened.documents()[0].status == "ready"


def test_writers_of_two_processes_exclude_each_other(opened: Library, settings: Settings, tmp_path: Path) -> None:
    path = str(write_pdf(tmp_path / "a.pdf", ["One."]))
    settings.library.mkdir()
    script = "import sys, filelock\nwith filelock.FileLock(sys.argv[1]):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(settings.library / "writing.lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LibraryError, match="Another Pincite is importing"):
            list(opened.add([path]))
        holder.kill()  # the system lets go of the lock of a process that died
    list(opened.add([path]))
    assert len(opened.documents()) == 1


def test_lock_is_let_go_when_an_import_is_stopped_from_another_thread(
    opened: Library, settings: Settings, tmp_path: Path
) -> None:
    events = opened.add([str(write_pdf(tmp_path / "a.pdf", ["One."]))])
    next(events)
    other = threading.Thread(target=events.close)  # type: ignore[attr-defined]
    other.start()
    other.join()
    with filelock.FileLock(settings.library / "writing.lock", timeout=0):
        pass


def test_bad_places_are_told_plainly(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a library", encoding="utf-8")
    with pytest.raises(LibraryError, match="is a file, not a library"):
        Library(Settings(library=file, models=tmp_path))
    pdf = str(write_pdf(tmp_path / "a.pdf", ["One."]))
    with pytest.raises(LibraryError, match="cannot be written") as caught, _opened(file / "library") as library:
        list(library.add([pdf]))
    assert caught.value.hint


def _opened(folder: Path) -> Library:
    return Library(Settings(library=folder, models=folder / "none"), FakeModels())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_closed_folder_is_told_plainly(tmp_path: Path) -> None:
    pdf = str(write_pdf(tmp_path / "a.pdf", ["One."]))
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(LibraryError, match="cannot be written"), _opened(closed / "library") as library:
        list(library.add([pdf]))
    closed.chmod(0o000)
    with pytest.raises(LibraryError), _opened(closed / "library") as library:
        library.documents()
    closed.chmod(0o700)


# --- models ----------------------------------------------------------------------------------------------------------


def test_without_an_embedder_words_are_enough(settings: Settings, tmp_path: Path) -> None:
    missing = ModelError("The model “x” is not installed.", "Fetch it: pincite models get x.")
    with Library(settings, FakeModels(missing)) as library:
        events = list(library.add([str(write_pdf(tmp_path / "a.pdf", ["The penalty is fixed."]))]))
        notices = [event for event in events if isinstance(event, Notice)]
        assert ["not by their meaning" in notice.message for notice in notices] == [True]
        assert notices[0].hint == missing.hint
        assert library.documents()[0].status == "text"
        result = library.search("penalty")
        assert len(result.hits) == 1
        assert any("Searched by words alone" in note for note in result.notes)
    with Library(settings, FakeModels()) as library:  # and when there is one, the vectors follow
        assert any("0 of 1 passages" in note for note in library.search("penalty").notes)
        list(library.resume())
        assert library.documents()[0].status == "ready"
        assert library.search("penalty").notes == ()


def test_another_embedder_searches_by_words_until_the_vectors_are_rebuilt(
    opened: Library, settings: Settings, tmp_path: Path
) -> None:
    fill(opened, tmp_path)
    with Library(settings, FakeModels(HashEmbedder("another", 32))) as library:
        result = library.search("penalty")
        assert result.hits
        assert any("Searched by words alone" in note and "all-MiniLM-L6-v2" in note for note in result.notes)
        third = str(write_pdf(tmp_path / "third.pdf", ["The third contract."]))
        events = list(library.add([third]))
        assert any(isinstance(event, Notice) and "rebuild-vectors" in event.hint for event in events)
        before = library.status()
        list(library.rebuild_vectors())
        assert before.embedded < library.status().embedded == library.status().passages
        assert library.search("penalty").notes == ()
    rows = snapshot(settings.library)["vectors"]
    assert {len(row["vector"]) for row in rows} == {32}
    assert {row["status"] for row in snapshot(settings.library)["documents"]} == {"ready"}


def test_status_says_what_is_not_installed(opened: Library) -> None:
    status = opened.status()
    assert (status.embedder, status.reranker, status.generator) == ("", "pincite-reranker-small", "")
    assert any("No embedder" in note for note in status.notes)
    assert re.search(r"\d+ cores?", status.device)


def test_status_says_that_no_reranker_is_wanted(settings: Settings) -> None:
    with Library.open(replace(settings, reranker="none")) as library:
        status = library.status()
    assert status.reranker == ""
    assert any("No reranker" in note for note in status.notes)


def test_model_that_is_not_installed_cannot_be_used(
    opened: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = settings.library.parent / "settings.toml"
    monkeypatch.setenv("PINCITE_CONFIG", str(config))
    with pytest.raises(ModelError, match="not installed"):
        opened.use_model("SmolLM2-135M-Instruct")
    with pytest.raises(ModelError, match="no model"):
        opened.use_model("nonsense")
    assert not config.exists()


# --- faults ----------------------------------------------------------------------------------------------------------


def test_check_finds_missing_passages(opened: Library, settings: Settings, tmp_path: Path) -> None:
    fill(opened, tmp_path)
    gone = opened.documents()[0].id
    lancedb.connect(str(settings.library / "index")).open_table("passages").delete(f"document_id = '{gone}'")
    findings = opened.check()
    assert ["passages are missing" in finding.message for finding in findings] == [True]
    assert findings[0].hint


def test_damaged_library_is_told_plainly(opened: Library, settings: Settings, tmp_path: Path) -> None:
    fill(opened, tmp_path)
    for path in (settings.library / "index" / "meta.lance").rglob("*"):
        if path.is_file():
            path.write_bytes(b"not what it was")
    with pytest.raises(PinciteError, match="cannot be read"):
        Library(settings, FakeModels())


def test_with_nothing_to_embed_the_embedder_is_not_loaded(settings: Settings, make_pdf: Callable[..., Path]) -> None:
    class Unwanted(FakeModels):
        def embedder(self) -> HashEmbedder | None:
            raise AssertionError("the embedder was loaded")

    with Library(settings, FakeModels()) as library:
        list(library.add([str(make_pdf(["Rent is due monthly."]))]))
    with Library(settings, Unwanted()) as library:
        assert list(library.resume()) == []
