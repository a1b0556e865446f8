"""The tables: who may open them, what opening does to them, and what a query can and cannot bring back.

Searching by words has a section of its own at the end; its questions come as :mod:`pincite.query` takes them apart.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import lancedb
import numpy as np
import pytest
from lancedb.index import IvfSq

from pincite import query
from pincite.domain import (
    Document,
    DocumentStatus,
    Line,
    OutlineEntry,
    Page,
    Passage,
    Problem,
    Scope,
    Word,
)
from pincite.errors import LibraryError
from pincite.index import SCHEMA, Index, fulltext, indexes
from tables import files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OURS = Document("a" * 64, "Our lease", "/ours.pdf", ("Ours", "O'Neil & Sons"), 1, DocumentStatus.TEXT, "2024-01-01")
THEIRS = Document("b" * 64, "Their lease", "/theirs.pdf", ("Theirs",), 1, DocumentStatus.TEXT, "2024-01-02")


EVERYTHING = Scope()


def passage(document: Document, number: int, text: str) -> Passage:
    return Passage(f"{document.id[:4]}-{number}", document.id, 1, "i", "Rent", 0, len(text), ((0, len(text)),), text)


def fill(index: Index, document: Document, *texts: str) -> list[Passage]:
    """Puts a document with these passages into an index."""
    index.begin(document, [OutlineEntry(1, "Rent", 1, 72.0)])
    index.add_pages(document.id, [Page(1, "i", " ".join(texts))])
    made = [passage(document, number, text) for number, text in enumerate(texts)]
    index.publish(document, made, list(texts))
    return made


def found(
    index: Index, words: str, scope: Scope = EVERYTHING, phrases: Sequence[str] = (), required: Sequence[str] = ()
) -> list[str]:
    """Ids of the passages with these words, best first; at most five."""
    return [id_ for id_, _ in index.search_text(words, scope, 5, phrases, required)]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(str(tmp_path / "index"))
    made.create("splitter-1")
    return made


def test_opening_and_asking_make_no_folder(tmp_path: Path) -> None:
    index = Index(str(tmp_path / "no" / "index"))
    assert not index.exists
    assert index.documents() == []
    assert index.count_passages() == index.count_vectors() == 0
    assert list(tmp_path.iterdir()) == []


def test_reading_writes_nothing(index: Index, tmp_path: Path) -> None:
    fill(index, OURS, "The rent is due on the first.")
    index.add_vectors(OURS, {"aaaa-0": np.ones(4, dtype=np.float32)}, "some")
    before = files(tmp_path)
    again = Index(str(tmp_path / "index"))
    assert again.documents() == [OURS]
    assert again.search_text("rent", Scope(), 5)
    assert again.search_vectors(np.ones(4, dtype=np.float32), Scope(), 5)
    assert again.page(OURS.id, 1).label == "i"
    again.create("splitter-1")
    assert files(tmp_path) == before


@pytest.mark.parametrize("schema", [str(int(SCHEMA) + 1), "100", "", "2.1"])
def test_newer_library_is_refused_in_plain_words(index: Index, tmp_path: Path, schema: str) -> None:
    table = lancedb.connect(str(tmp_path / "index")).open_table("meta")
    table.update(where="key = 'schema'", values={"value": schema})
    before = files(tmp_path)
    with pytest.raises(LibraryError, match="newer Pincite") as caught:
        Index(str(tmp_path / "index"))
    assert caught.value.hint
    assert files(tmp_path) == before


def test_damaged_library_is_refused_in_plain_words(index: Index, tmp_path: Path) -> None:
    for path in (tmp_path / "index" / "meta.lance").rglob("*"):
        if path.is_file():
            path.write_bytes(b"not what it was")
    with pytest.raises(LibraryError, match="cannot be read") as caught:
        Index(str(tmp_path / "index"))
    assert caught.value.hint


def test_library_that_was_not_made_to_the_end_is_made_again(tmp_path: Path) -> None:
    index = Index(str(tmp_path / "index"))
    index.create("splitter-1")
    lancedb.connect(str(tmp_path / "index")).drop_table("meta")  # it is written last
    again = Index(str(tmp_path / "index"))
    assert not again.exists
    again.create("splitter-1")
    fill(again, OURS, "The rent is due on the first.")
    assert again.meta() == {"schema": SCHEMA, "splitter": "splitter-1"}
    assert again.search_text("rent", Scope(), 5)


def test_document_and_page_come_back_as_they_were(index: Index) -> None:
    problem = Problem("it is a scan", "Recognise it.", (2, 3))
    document = Document("c" * 64, "Tïtle “x”", "/a/b c.pdf", ("A", "B"), 3, DocumentStatus.READY, "2024-05-05", 7, (problem,))
    outline = [OutlineEntry(1, "One", 1, 10.5), OutlineEntry(2, "Two", 2)]
    page = Page(
        2,
        "ii",
        "Größe: 5 µg\n\nnext",
        (Word(0, 6, (1.5, 2.0, 3.25, 4.0)), Word(7, 8, (5.0, 2.0, 6.0, 4.0))),
        (Line(0, 11, 11.5, True),),
        612.0,
        792.0,
        True,
        0.5,
        "blurred",
    )
    index.begin(document, outline)
    index.add_pages(document.id, [page, Page(1, "i", "first")])
    assert index.document(document.id) == document
    assert index.outline(document.id) == outline
    assert index.page(document.id, 2) == page
    assert [found.number for found in index.pages(document.id)] == [1, 2]
    assert [(info.label, info.problem) for info in index.page_infos(document.id)] == [("i", ""), ("ii", "blurred")]
    with pytest.raises(LibraryError, match="no page 9"):
        index.page(document.id, 9)


def test_documents_are_read_again_when_one_has_changed(index: Index, tmp_path: Path) -> None:
    other = Index(str(tmp_path / "index"))
    fill(index, OURS, "The rent is due.")
    assert index.documents_at({OURS.id, "unknown"}) == other.documents_at({OURS.id}) == {OURS.id: OURS}
    fill(other, THEIRS, "The rent is due.")
    changed = replace(OURS, page_count=7)
    other.update(changed)
    assert index.documents_at({OURS.id, THEIRS.id}) == {OURS.id: changed, THEIRS.id: THEIRS}
    other.remove(OURS.id)
    assert index.documents_at({OURS.id, THEIRS.id}) == {THEIRS.id: THEIRS}


def test_excerpt_has_the_words_of_its_passage_and_no_others(index: Index) -> None:
    text = "The rent is due."
    words = tuple(Word(start, end, (float(start), 2.0, float(end), 4.5)) for start, end in ((0, 3), (4, 8), (9, 11), (12, 16)))
    index.add_pages(OURS.id, [Page(1, "i", text, words), Page(2, "ii", "Nothing.")])
    whole, part, wordless, lost = (
        Passage(id_, OURS.id, page, "i", "", start, end, ((start, end),), text[start:end])
        for id_, page, start, end in (("whole", 1, 0, 16), ("part", 1, 5, 12), ("wordless", 2, 0, 8), ("lost", 3, 0, 1))
    )
    found = index.excerpts([whole, part, wordless, lost])
    assert {key: list(page.words) for key, page in found.items()} == {
        "whole": list(words),
        "part": list(words[1:3]),  # the span begins within the second word and ends before the fourth
        "wordless": [],
    }
    assert (found["part"].number, found["part"].label, found["part"].text) == (1, "i", text)
    assert index.excerpts([]) == {}


def test_no_query_brings_back_what_is_outside_its_scope(index: Index) -> None:
    near, far = np.array([1, 0], dtype=np.float32), np.array([0.8, 0.6], dtype=np.float32)
    # many that match better, so that a filter after the search would leave nothing
    theirs = fill(index, THEIRS, *["rent rent rent"] * 40)
    index.add_vectors(THEIRS, {item.id: near for item in theirs}, "some")
    ours = fill(index, OURS, "The rent, among many other words of no interest here, is due.")
    index.add_vectors(OURS, {ours[0].id: far}, "some")
    for scope in (Scope("Ours"), Scope("O'Neil & Sons"), Scope(None, (OURS.id,)), Scope("Ours", (OURS.id,))):
        assert found(index, "rent", scope) == [ours[0].id], scope
        assert found(index, "rent", scope, ("rent is",), ("rent",)) == [ours[0].id], scope
        assert [id_ for id_, _ in index.search_vectors(near, scope, 5)] == [ours[0].id], scope
    for scope in (Scope("nobody's"), Scope("Ours", (THEIRS.id,)), Scope("Ours') OR ('1' = '1")):
        assert found(index, "rent", scope) == found(index, "rent", scope, (), ("rent",)) == [], scope
        assert index.search_vectors(near, scope, 5) == [], scope
    assert index.documents("Ours") == [OURS]
    assert {id_ for id_, _ in index.search_text("rent", Scope(), 50)} == {item.id for item in [*ours, *theirs]}


def test_vector_scores_are_cosines_best_first(index: Index) -> None:
    fill(index, OURS, "one", "two", "three")
    vectors = {"aaaa-0": [0, 1], "aaaa-1": [1, 0], "aaaa-2": [0.6, 0.8]}
    index.add_vectors(OURS, {key: np.array(value, dtype=np.float32) for key, value in vectors.items()}, "some")
    found = index.search_vectors(np.array([1, 0], dtype=np.float32), Scope(), 2)
    assert [id_ for id_, _ in found] == ["aaaa-1", "aaaa-2"]
    assert [score for _, score in found] == pytest.approx([1.0, 0.6], abs=1e-5)


def test_another_index_sees_what_this_one_writes(index: Index, tmp_path: Path) -> None:
    other = Index(str(tmp_path / "index"))
    assert other.documents() == []
    made = fill(index, OURS, "The rent is due.")
    assert other.documents() == [OURS]
    assert other.search_text("rent", Scope(), 5)
    assert list(other.passages([made[0].id, "unknown"]).values()) == made
    index.remove(OURS.id)
    assert other.passages([made[0].id]) == {}


def test_removing_leaves_the_others(index: Index) -> None:
    for document in (OURS, THEIRS):
        made = fill(index, document, "The rent is due.", "It is late.")
        index.add_vectors(document, {item.id: np.ones(2, dtype=np.float32) for item in made}, "some")
    index.remove(OURS.id)
    assert index.documents() == [THEIRS]
    assert index.count_passages() == index.count_vectors() == 2
    assert index.pages(OURS.id) == []
    assert {id_[:4] for id_, _ in index.search_text("rent", Scope(), 5)} == {"bbbb"}


def test_removed_document_is_not_brought_back_by_an_update(index: Index) -> None:
    made = fill(index, OURS, "The rent is due.")
    index.remove(OURS.id)
    index.add_vectors(OURS, {made[0].id: np.ones(2, dtype=np.float32)}, "some")
    index.update(OURS)
    assert index.documents() == []
    assert index.count_vectors() == 0


def test_begin_forgets_what_an_earlier_try_left(index: Index) -> None:
    made = fill(index, OURS, "The rent is due.", "It is late.")
    index.add_vectors(OURS, {made[0].id: np.ones(2, dtype=np.float32)}, "some")
    index.begin(OURS, [])
    assert index.count_passages() == index.count_vectors() == 0
    assert index.pages(OURS.id) == []
    assert index.documents() == [OURS]


def test_vectors_are_kept_with_their_maker_and_dropped_together(index: Index) -> None:
    made = fill(index, OURS, "The rent is due.", "It is late.")
    assert index.without_vectors(OURS.id) == [(item.id, item.text) for item in made]
    index.add_vectors(OURS, {made[0].id: np.ones(3, dtype=np.float32)}, "first")
    assert index.without_vectors(OURS.id) == [(made[1].id, made[1].text)]
    assert {"embedder": "first", "dimension": "3"}.items() <= index.meta().items()
    index.drop_vectors()
    assert index.count_vectors() == 0
    assert "embedder" not in index.meta()
    index.add_vectors(OURS, {made[0].id: np.ones(5, dtype=np.float32)}, "second")  # of another size
    assert {"embedder": "second", "dimension": "5"}.items() <= index.meta().items()
    assert index.count_vectors() == 1


def test_vectors_that_another_process_has_made_anew_are_the_ones_searched(index: Index, tmp_path: Path) -> None:
    other = Index(str(tmp_path / "index"))
    made = fill(index, OURS, "The rent is due.", "It is late.")
    near, far = np.array([1, 0, 0], dtype=np.float32), np.array([0, 1, 0], dtype=np.float32)
    for _ in range(3):  # so that the old table has the higher version
        index.add_vectors(OURS, {made[0].id: near}, "first")
    assert {id_ for id_, _ in index.search_vectors(near, Scope(), 5)} == {made[0].id}
    other.drop_vectors()
    assert index.search_vectors(near, Scope(), 5) == []
    other.add_vectors(OURS, {made[1].id: far}, "second")
    assert dict(index.search_vectors(far, Scope(), 5)) == pytest.approx({made[1].id: 1.0})


# --- searching by words ----------------------------------------------------------------------------------------------


def test_text_search_stems_words_and_sees_what_was_just_written(index: Index) -> None:
    fill(index, OURS, "The tenancy terminates in May.", "Invoice INV-77341 is overdue.")
    assert found(index, "termination") == ["aaaa-0"]
    index.optimize()
    assert found(index, "TERMINATED") == ["aaaa-0"]
    fill(index, THEIRS, "Terminating takes time.")  # not in the full-text index yet
    assert set(found(index, "terminated")) == {"aaaa-0", "bbbb-0"}
    for words in ("", "?", "'", '"unclosed', "a AND (b", "zzzz"):
        assert found(index, words) == [], words


def test_any_of_several_words_is_enough_and_more_of_them_are_better(index: Index) -> None:
    fill(index, OURS, "The deposit is kept.", "The fee is late.", "The deposit and the late fee are due.", "Pets are welcome.")
    scores = dict(index.search_text("deposits late fees", EVERYTHING, 5))
    assert next(iter(scores)) == "aaaa-2"
    assert set(scores) == {"aaaa-0", "aaaa-1", "aaaa-2"}
    assert list(scores.values()) == sorted(scores.values(), reverse=True)
    assert [id_ for id_, _ in index.search_text("deposits late fees", EVERYTHING, 1)] == ["aaaa-2"]


def test_words_score_alone_as_beside_a_phrase_that_stands_nowhere(index: Index) -> None:
    fill(index, OURS, "The deposit is kept.", "The fee is late.", "The deposit and the late fee are due.", "Pets are welcome.")
    beside = dict(index.search_text("deposits late fees", EVERYTHING, 5, phrases=("kept fees",)))
    assert dict(index.search_text("deposits late fees", EVERYTHING, 5)) == pytest.approx(beside)


def test_words_of_a_phrase_weigh_more_where_they_stand_together(index: Index) -> None:
    apart, together = "A fee that is late is a late one: the fee.", "The tenant pays the late fee, and no interest on it."
    fill(index, OURS, apart, together, "Nothing is due.")
    assert found(index, "late fee") == ["aaaa-0", "aaaa-1"]  # it has them twice
    assert found(index, "late fee", phrases=("late fees",)) == ["aaaa-1", "aaaa-0"]
    assert found(index, "tenant", phrases=("no such words", "§")) == ["aaaa-1"]


def test_required_words_must_stand_together(index: Index) -> None:
    fill(index, OURS, "The fee is late.", "The late fee is due.", "The security deposit and a late fee.", "Rent is due.")
    assert found(index, "due", required=("late fee",)) == ["aaaa-1", "aaaa-2"]
    assert set(found(index, "", required=("late fees",))) == {"aaaa-1", "aaaa-2"}  # forms are told apart by the query
    assert found(index, "due", required=("late fee", "security deposit")) == ["aaaa-2"]
    assert found(index, "due", required=("fee late",)) == []
    assert set(found(index, "due", required=("?",))) == {"aaaa-1", "aaaa-3"}  # no words, nothing to require


CODES = {
    "INV-77341": ["INV 77341 INV 77341", "INV-77342 INV-77340 INV", "77341 INV-1", "INV-773411"],
    "§ 4.2": ["§ 14.2", "§ 4.2.1", "§ 4, § 2, § 4, § 2", "4 2 4 2", "§ 2.4"],
    "42 CFR 482.13": ["42 CFR 482.12", "45 CFR 482.14", "CFR 13 482 42", "42 U.S.C. 482", "42 CFR 1482.13"],
    "Section 7.3(b)": ["Section 7.3(a)", "Section 7.3", "Section b 3 7 b 3 7", "Section 3(b)", "Section 17.3(b)"],
    "ISO 14155:2020": ["ISO 14155:2011", "ISO 2020, ISO 14155", "ISO 9001:2020", "14155 2020 ISO ISO"],
    "b.i.d.": ["b i d b i d", "a bid by B and D", "t.i.d.", "B. I. D.", "i.d."],
}
"""Each with what has its parts and is not it."""


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of :data:`CODES` in passages of one length; the one with the code comes after those with its parts."""
    made = Index(str(tmp_path_factory.mktemp("codes") / "index"))
    made.create("splitter-1")
    texts = []
    for code, others in CODES.items():
        texts += [f"What holds here, as was agreed some time ago, is “{name}”, of all things." for name in (*others, code)]
    fill(made, OURS, *texts)
    made.optimize()
    return made


@pytest.mark.parametrize("sentence", ["{}", "What does {} say?"])
@pytest.mark.parametrize("code", CODES)
def test_the_passage_with_exactly_that_code_comes_first(coded: Index, code: str, sentence: str) -> None:
    asked = query.question(sentence.format(code))
    ids = found(coded, asked.text, EVERYTHING, asked.phrases)
    texts = coded.passages(ids)
    assert f"“{code}”" in texts[ids[0]].text
    assert len(ids) > 1  # its parts are found, too


# --- searching by words of other languages ---------------------------------------------------------------------------

SPOKEN = {
    "de": ("Die Kündigungen sind schriftlich zu erklären.", "kündigung"),
    "fr": ("Les résiliations doivent être écrites.", "Résiliation"),
    "es": ("Los arrendamientos terminan en mayo.", "arrendamiento"),
    "en": ("The tenancies are listed below.", "tenancy"),
    "zh": ("合同终止后，出租人应退还押金。", "终止"),
}
"""By language, the text of a document, and another form of one of its words or, where words have one form, a part of it."""


def spoken(language: str, collection: str = "") -> Document:
    collections = (collection,) if collection else ()
    return Document(language * 32, language, f"/{language}.pdf", collections, 1, DocumentStatus.TEXT, "2024", language=language)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index with the documents of :data:`SPOKEN`."""
    made = Index(str(tmp_path_factory.mktemp("shelf") / "index"))
    made.create("splitter-1")
    for language, (text, _) in SPOKEN.items():
        fill(made, spoken(language, "Europe" if language != "zh" else "Asia"), text)
    return made


@pytest.mark.parametrize("language", SPOKEN)
def test_each_document_is_found_by_the_forms_of_its_own_language(shelf: Index, language: str) -> None:
    _, word = SPOKEN[language]
    document = spoken(language)
    mine = [f"{language * 2}-0"]
    assert found(shelf, word) == found(shelf, word, Scope(None, (document.id,))) == mine
    assert found(shelf, "", required=(word,)) == mine
    assert found(shelf, word, Scope("Asia")) == (mine if language == "zh" else [])


def test_stem_of_one_language_finds_nothing_in_another(index: Index) -> None:
    fill(index, replace(THEIRS, language="de"), "Die Listen liegen im Keller.")
    fill(index, OURS, "The list is in the cellar.", "We listen.")
    assert set(found(index, "Listen")) == {"bbbb-0", "aaaa-1"}  # in German it is the plural of what “list” is in English


def test_figures_and_codes_are_the_same_in_all_languages(index: Index) -> None:
    fill(index, replace(THEIRS, language="de"), "Die Rechnung INV-77341 vom Mai 2020.")
    fill(index, OURS, "The invoice INV-77341 of May 2020.")
    assert set(found(index, "INV-77341")) == set(found(index, "2020")) == {"aaaa-0", "bbbb-0"}


def test_question_is_stemmed_in_the_languages_of_its_scope(shelf: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    stemmed_in: list[Sequence[str]] = []

    def record(words: str, phrases: Sequence[str], required: Sequence[str], spoken: Sequence[str]) -> Any:
        stemmed_in.append(spoken)
        return made(words, phrases, required, spoken)

    made = fulltext.query
    monkeypatch.setattr(fulltext, "query", record)
    german = spoken("de").id
    for scope in (EVERYTHING, Scope("Asia"), Scope(None, (german,)), Scope("Asia", (german,)), EVERYTHING):
        shelf.search_text("Miete", scope, 1)
    assert stemmed_in == [
        ("de", "en", "es", "fr", "zh"),
        ("en", "zh"),  # English is in all documents
        ("de", "en"),
        ("en",),
        ("de", "en", "es", "fr", "zh"),
    ]


def test_languages_are_read_again_when_a_document_has_changed(index: Index, tmp_path: Path) -> None:
    other = Index(str(tmp_path / "index"))
    fill(index, OURS, "Kündigungen")
    assert found(index, "Kündigung") == found(other, "Kündigung") == []  # not a form of it in English
    fill(index, replace(OURS, language="de"), "Kündigungen")
    assert found(index, "Kündigung") == found(other, "Kündigung") == ["aaaa-0"]
    fill(index, replace(THEIRS, language="es"), "arrendamientos")
    assert found(index, "arrendamiento") == found(other, "arrendamiento") == ["bbbb-0"]


# --- large libraries -------------------------------------------------------------------------------------------------


def test_a_large_library_is_searched_by_an_index_and_what_is_new_is_found_as_well(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "LARGE", 500)
    generator = np.random.default_rng(1)
    vectors = generator.normal(size=(600, 16)).astype(np.float32)
    made = fill(index, OURS, *(f"Clause {number}." for number in range(600)))
    index.add_vectors(OURS, {one.id: vector for one, vector in zip(made, vectors, strict=True)}, "e")
    exact = [index.search_vectors(vector, Scope(), 5) for vector in vectors[:50]]
    index.optimize()
    database = lancedb.connect(str(tmp_path / "index"))
    assert "vector" in indexes.indexed(database.open_table("vectors"))
    assert "id" in indexes.indexed(database.open_table("passages"))
    assert not indexes.indexed(database.open_table("documents"))
    for vector, expected in zip(vectors[:50], exact, strict=True):
        found = index.search_vectors(vector, Scope(), 5)
        assert found[0] == pytest.approx(expected[0])
        assert len({key for key, _ in found} & {key for key, _ in expected}) >= 4
    (new,) = fill(index, THEIRS, "A clause that came later.")
    index.add_vectors(THEIRS, {new.id: -vectors[0]}, "e")
    assert index.search_vectors(-vectors[0], Scope(), 1)[0][0] == new.id
    assert index.search_vectors(-vectors[0], Scope("Ours"), 1)[0][0] != new.id
    assert set(index.passages([new.id, made[0].id])) == {new.id, made[0].id}


def test_a_small_scope_in_a_large_library_is_searched_until_there_is_enough(index: Index, tmp_path: Path) -> None:
    generator = np.random.default_rng(1)
    vectors = generator.normal(size=(2000, 8)).astype(np.float32)
    many = fill(index, THEIRS, *(f"Clause {number}." for number in range(len(vectors))))
    index.add_vectors(THEIRS, {one.id: vector for one, vector in zip(many, vectors, strict=True)}, "e")
    few = fill(index, OURS, "One clause.", "Another.", "A third.")
    index.add_vectors(OURS, {one.id: -vectors[0] - number for number, one in enumerate(few)}, "e")  # far from what is asked
    table = lancedb.connect(str(tmp_path / "index")).open_table("vectors")
    table.create_index("vector", config=IvfSq(distance_type="cosine", num_partitions=3 * indexes.PROBES))
    assert {id_ for id_, _ in index.search_vectors(vectors[0], Scope("Ours"), 3)} == {one.id for one in few}


# --- memory -----------------------------------------------------------------------------------------------------------

HEAPS = """
import ctypes, sys, threading
from pathlib import Path
from pincite.index.tables import connect

connect(sys.argv[1])
library = ctypes.CDLL(None)
library.malloc.restype = library.fopen.restype = ctypes.c_void_p
together = threading.Barrier(20)

def take():
    together.wait()
    library.malloc(1000)
    together.wait()

threads = [threading.Thread(target=take) for _ in range(20)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
told = Path(sys.argv[1]) / "heaps.xml"
file = ctypes.c_void_p(library.fopen(bytes(told), b"w"))
library.malloc_info(0, file)
library.fclose(file)
print(told.read_text().count("<heap nr="))
"""
"""A program that opens tables, and says how many heaps its twenty threads have then."""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives each thread a heap")
def test_the_threads_of_the_database_share_two_heaps(tmp_path: Path) -> None:
    told = subprocess.run([sys.executable, "-c", HEAPS, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60)
    assert int(told.stdout) == 2
