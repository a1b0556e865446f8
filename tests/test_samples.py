"""The sample PDFs: what the folder holds, what the questions say of it, and that the script still makes it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pymupdf
import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
NAMES = (
    "hypertension-guideline.pdf",
    "master-services-agreement.pdf",
    "photosynthesis-chapter.pdf",
    "residential-lease.pdf",
)
SCANNED = {"residential-lease.pdf": [12, 13]}
QUESTIONS: list[dict[str, Any]] = [
    json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]
IN_TEXT = [question for question in QUESTIONS if question["answerable"] and not question.get("ocr")]


def page_texts(path: Path) -> list[str]:
    with pymupdf.open(path) as document:
        return [page.get_text() for page in document]


def squeezed(text: str) -> str:
    """The text without white space and without the hyphens of broken lines."""
    return re.sub(r"\s+", "", re.sub(r"(?<=\w)-\n", "", text))


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    """The text of every page of every sample."""
    return {name: page_texts(SAMPLES / name) for name in NAMES}


def test_folder_holds_the_four_samples() -> None:
    assert sorted(path.name for path in SAMPLES.glob("*.pdf")) == list(NAMES)
    assert sum(path.stat().st_size for path in SAMPLES.glob("*.pdf")) < 1_500_000


@pytest.mark.parametrize("name", NAMES)
def test_sample_has_pages_outline_labels_and_title(name: str) -> None:
    with pymupdf.open(SAMPLES / name) as document:
        assert 8 <= document.page_count <= 30
        outline = document.get_toc()
        assert len(outline) >= 10
        assert {level for level, _, _ in outline} == {1, 2}
        assert all(1 <= page <= document.page_count for _, _, page in outline)
        labels = [page.get_label() for page in document]
        front = labels.index("1")
        assert labels == ["i", "ii", "iii", "iv"][:front] + [str(n + 1) for n in range(document.page_count - front)]
        assert front >= 2
        assert len(document.metadata["title"]) > 20


@pytest.mark.parametrize("name", NAMES)
def test_outline_leads_to_its_heading(name: str, texts: dict[str, list[str]]) -> None:
    with pymupdf.open(SAMPLES / name) as document:
        for _, title, page in document.get_toc()[1:]:
            if page not in SCANNED.get(name, []):
                assert squeezed(title) in squeezed(texts[name][page - 1]), title


@pytest.mark.parametrize("name", NAMES)
def test_scanned_pages_are_one_image_and_the_others_have_text(name: str, texts: dict[str, list[str]]) -> None:
    with pymupdf.open(SAMPLES / name) as document:
        for page in document:
            if page.number + 1 in SCANNED.get(name, []):
                assert texts[name][page.number] == ""
                assert len(page.get_images()) == 1
            else:
                assert len(texts[name][page.number].split()) > 25
                assert page.get_images() == []


def test_text_is_in_reading_order(texts: dict[str, list[str]]) -> None:
    page = texts["photosynthesis-chapter.pdf"][3]
    marks = ("3.1 An Overview", "Nearly all the energy", "Definition: autotroph", "Two stages", "Photosynthesis has two")
    places = [page.index(mark) for mark in marks]
    assert places == sorted(places)


def test_guideline_says_on_its_first_page_that_it_is_invented(texts: dict[str, list[str]]) -> None:
    assert "An invented sample. Not medical advice." in texts["hypertension-guideline.pdf"][0]


def test_guideline_has_pages_of_two_columns() -> None:
    with pymupdf.open(SAMPLES / "hypertension-guideline.pdf") as document:
        page = document[4]
        middle = page.rect.width / 2
        sides = [block[0] > middle for block in page.get_text("blocks") if 60 < block[1] < 700]
    assert sides.count(True) >= 3
    assert sides.count(False) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_off_the_page_or_into_its_foot(name: str) -> None:
    with pymupdf.open(SAMPLES / name) as document:
        for page in document:
            inside = pymupdf.Rect(36, 30, page.rect.width - 36, page.rect.height - 30)
            outside = [word[4] for word in page.get_text("words") if pymupdf.Rect(word[:4]) not in inside]
            assert outside == []
            foot = [word[4] for word in page.get_text("words") if word[3] > page.rect.height - 58]
            assert foot in ([], [page.get_label()])


def test_some_lines_end_in_a_hyphen(texts: dict[str, list[str]]) -> None:
    assert any(re.search(r"[a-z]{2}-\n[a-z]{2}", page) for page in texts["hypertension-guideline.pdf"])


def test_questions_are_well_formed() -> None:
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS) >= 40
    without = [question for question in QUESTIONS if not question["answerable"]]
    assert len(without) >= 8
    for question in without:
        assert (question["document"], question["pages"], question["answers"]) == (None, [], [])
    assert {question["document"] for question in IN_TEXT} == set(NAMES)
    assert "How much notice must the tenant give?" in [question["question"] for question in IN_TEXT]


@pytest.mark.parametrize("question", IN_TEXT, ids=[question["id"] for question in IN_TEXT])
def test_evidence_is_on_its_page_and_no_other(question: dict[str, Any], texts: dict[str, list[str]]) -> None:
    evidence = [squeezed(text) for text in question["evidence"]]
    found = [
        number for number, text in enumerate(texts[question["document"]], 1) if all(part in squeezed(text) for part in evidence)
    ]
    assert found == question["pages"]


def test_scanned_answers_are_only_on_scanned_pages(texts: dict[str, list[str]]) -> None:
    scanned = [question for question in QUESTIONS if question.get("ocr")]
    assert len(scanned) >= 2
    for question in scanned:
        name = question["document"]
        assert set(question["pages"]) <= set(SCANNED[name])
        content = (SAMPLES / "content" / name).with_suffix(".md").read_text(encoding="utf-8")
        written = content.partition("!scan on")[2]
        assert all(text in written for text in question["evidence"])
        assert not any(squeezed(text) in squeezed("".join(texts[name])) for text in question["evidence"])


def test_script_makes_what_the_folder_holds(tmp_path: Path, texts: dict[str, list[str]]) -> None:
    command = [sys.executable, "-B", str(SAMPLES / "make_samples.py"), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert {name: page_texts(tmp_path / name) for name in NAMES} == texts
