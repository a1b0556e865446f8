"""PDFs in several languages from the file to the hit: told apart, stemmed each in its own, searched by what a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pincite.library import Library
from pincite.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.domain import Scope

PAGES = {
    "de": (
        "Die Kündigungen sind dem Vermieter schriftlich\nzu erklären. Der Mieter hat die Wohnung zum Ende der Frist zu räumen.",
        "Die Kaution ist auf das Konto des Vermieters zu zahlen.\nSie wird nach dem Ende des Vertrags mit Zinsen erstattet.",
    ),
    "es": (
        "Los arrendamientos terminan con el año.\nEl arrendatario entregará las llaves al propietario el día de la salida.",
        "La fianza se deposita en una cuenta del propietario\ny es devuelta al arrendatario con los intereses del año.",
    ),
    "en": (
        "The tenancies end with the year, and the keys of the flat\nare handed to the landlord on the day of the departure.",
        "The deposit is paid to the account of the landlord,\nand it is returned to the tenant with the interest of the year.",
    ),
    "zh": (
        "合同终止后，承租人应当在三十日内交还房\n屋，并结清水电费。",
        "押金应当存入出租人的账户，期满后连同利息退还。",
    ),
}
"""The pages of a lease by language."""

FONTS = {"zh": "china-s"}  # the others have their letters in Helvetica


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of these leases, without vectors, so that only the words of a question can find them."""
    folder = tmp_path_factory.mktemp("leases")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pincite.library.Parser", DirectParser)
        made = Library(Settings(library=folder / "library", models=folder / "none"), FakeModels(None))
        list(made.add([str(write_lease(folder, language)) for language in PAGES]))
    return made


def write_lease(folder: Path, language: str) -> Path:
    path = folder / f"lease-{language}.pdf"
    with pymupdf.open() as file:
        for text in PAGES[language]:
            file.new_page().insert_text((72, 72), text.split("\n"), fontname=FONTS.get(language, "helv"))
        file.save(path)
    return path


def found(library: Library, typed: str, scope: Scope | None = None) -> set[tuple[str, int]]:
    """Language and page of what is found."""
    language = {document.id: document.language for document in library.documents()}
    return {(language[hit.passage.document_id], hit.passage.page) for hit in library.search(typed, scope).hits}


def test_documents_show_their_languages(library: Library) -> None:
    assert {document.title: document.language for document in library.documents()} == {
        f"lease-{language}": language for language in PAGES
    }


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Kündigung", ("de", 1)),
        ("KUENDIGUNG Kundigung", ("de", 1)),
        ("Kautionen", ("de", 2)),
        ("arrendamiento", ("es", 1)),
        ("fianzas", ("es", 2)),
        ("tenancy", ("en", 1)),
        ("deposits", ("en", 2)),
        ("终止", ("zh", 1)),
        ("房屋", ("zh", 1)),  # parted by the end of a line
        ("押金", ("zh", 2)),
        ("利", ("zh", 2)),
    ],
)
def test_page_is_found_by_other_forms_of_its_words(library: Library, typed: str, place: tuple[str, int]) -> None:
    assert found(library, typed) == {place}
    (hit,) = library.search(typed).hits
    assert hit.boxes
    assert found(library, typed, library.scope(document=f"lease-{place[0]}")) == {place}
    assert found(library, typed, library.scope(document="lease-es" if place[0] != "es" else "lease-de")) == set()


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("Vermieter", {("de", 1), ("de", 2)}),
        ('"Vermieter"', {("de", 1)}),  # as it is written, not another form
        ("Vermieter -Kaution", {("de", 1)}),
        ('Mieter -"Ende der Frist"', set()),
        ("„Ende des Vertrags“", {("de", 2)}),
        ("«arrendatario con los intereses»", {("es", 2)}),
        ("propietario -llaves", {("es", 2)}),
        ("landlord", {("en", 1), ("en", 2)}),
        ('landlord "the day of"', {("en", 1)}),
        ('"account of the landlord"', {("en", 2)}),
        ('"of the flat are handed"', {("en", 1)}),
        ("landlord -tenant", {("en", 1)}),
        ('landlord -"keys of the flat"', {("en", 2)}),
        ("应当", {("zh", 1), ("zh", 2)}),
        ('应当 "承租人应当"', {("zh", 1)}),
        ("应当 -房屋", {("zh", 2)}),
        ('"交还房屋"', {("zh", 1)}),
    ],
)
def test_quotes_must_occur_and_what_has_a_minus_must_not(library: Library, typed: str, places: set[tuple[str, int]]) -> None:
    assert found(library, typed) == places


def test_quote_that_no_page_has_is_told_and_what_has_a_minus_stays_out(library: Library) -> None:
    for typed in ('landlord "day of the" -keys', 'landlord "the landlord of" -keys'):
        assert found(library, typed) == {("en", 2)}, typed
        assert any("quotation marks" in note for note in library.search(typed).notes), typed
