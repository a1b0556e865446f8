"""What is looked for by words, as the database takes it. Runs no query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pincite import languages

if TYPE_CHECKING:
    from collections.abc import Sequence


def query(words: str, phrases: Sequence[str], required: Sequence[str], spoken: Sequence[str]) -> Any:
    """A full-text query of LanceDB's for passages with any of some words; None if there is no word to look for.

    Args:
        words: Each scores where it occurs.
        phrases: Score again where their words stand together.
        required: Must occur, with their words together.
        spoken: The languages of the documents, in each of which the words are stemmed. None: the library is of format 1,
            where the database makes the terms itself, as English.
    """
    from lancedb.query import BooleanQuery, MatchQuery, Occur, PhraseQuery

    column = "terms" if spoken else "search_text"
    # what is the same in all languages counts once
    terms = " ".join(dict.fromkeys(term for code in spoken for term in languages.terms(words, code).split())) or words

    def together(phrase: str) -> list[Any]:
        forms = dict.fromkeys([languages.phrase(phrase, code) for code in spoken] or [phrase])
        return [PhraseQuery(form, column) for form in forms if form]

    parts = [(Occur.SHOULD, MatchQuery(terms, column))] if terms else []
    parts += [(Occur.SHOULD, form) for phrase in phrases for form in together(phrase)]
    for phrase in required:
        if forms := together(phrase):
            parts.append((Occur.MUST, BooleanQuery([(Occur.SHOULD, form) for form in forms])))
    if len(parts) == 1 and parts[0][0] == Occur.SHOULD:
        # alone it passes over what cannot be among the best: 25 ms in a million passages, against 180 for the same scores
        return parts[0][1]
    return BooleanQuery(parts) if parts else None
