"""What a person types, taken apart: words, phrases, what must be there and what must not. Pure; searches nothing.

In search, quoted words must occur as they are, and what has a minus in front must not occur. A question is left as it is:
what it quotes, and the codes of several words that it names ("42 CFR 482.13"), only weigh more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite import languages, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES = '"“”„‟«»＂'
# A quotation mark next to a letter or figure on its outer side is an inch, or a slip. A minus counts at the beginning of a
# word only, and not before a figure: "e-mail", "at -20 °C". To leave a figure out: -"2020".
_OUTSIDE = "[0-9A-Za-z]"
_QUOTED = rf"(?<!{_OUTSIDE})[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}](?!{_OUTSIDE})"
_SYNTAX = re.compile(rf"(?P<minus>(?<!\S)-)?{_QUOTED}|(?<!\S)-(?P<word>[^\W\d_][^\s{_QUOTES}]*)")
_ACRONYM = re.compile(r"\W*(?:[^\W\d_a-z]\W*){2,}")
_CAPITAL = re.compile(r"\W*[^\W\d_a-z]")
_CLAUSE_END = re.compile(r"[?!;:]$")
_SAME_MARKS = str.maketrans("‐‑‒–—−‘’", "------''")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Args:
        text: All words that are wanted, as plain text; empty if only exclusions were typed.
        phrases: Runs of words that weigh more where they occur as they are.
        required: Runs of words that must occur.
        excluded: Runs of words that must not occur.
    """

    text: str
    phrases: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def strict(self) -> bool:
        """Whether there is anything that must, or must not, occur."""
        return bool(self.required or self.excluded)

    def without_required(self) -> Query:
        """The same, with what must occur as what only weighs more."""
        return replace(self, phrases=(*self.phrases, *self.required), required=())

    def allows(self, text: str) -> bool:
        """Whether a text has all that is required and nothing that is excluded.

        Words count as they were typed, not by their stems. Case, accents, line breaks, and marks between words do not count;
        marks within a code do: "4.2" is neither in "14.2" nor in "4.2.1".
        """
        if not self.strict:
            return True
        text = _comparable(text)
        return all(_pattern(phrase).search(text) for phrase in self.required) and not any(
            _pattern(phrase).search(text) for phrase in self.excluded
        )


def parse(text: str) -> Query:
    """What was typed to search for. Takes any text; quotes that do not close are no syntax."""
    required: list[str] = []
    excluded: list[str] = []

    def take(match: re.Match[str]) -> str:
        phrase = match["word"] or match["phrase"] or ""
        if not _has_words(phrase):
            return " "
        if match["word"] or match["minus"]:
            excluded.append(phrase)
            return " "
        required.append(phrase)
        return f" {phrase} "

    plain = " ".join(_SYNTAX.sub(take, text).split())
    return Query(plain if _has_words(plain) else "", tuple(_codes(plain)), tuple(required), tuple(excluded))


def question(text: str) -> Query:
    """A question in a person's own words. Nothing in it is syntax."""
    quoted = [match["phrase"] for match in re.finditer(_QUOTED, text) if _has_words(match["phrase"])]
    return Query(text, tuple(dict.fromkeys([*quoted, *_codes(text)])))


def _codes(text: str) -> Iterator[str]:
    """Several words that name one thing by figures: "Section 7.3(b)", "ISO 14155:2020".

    A code without spaces is none of them: it has a term of its own, and to count it once more made plain questions worse.
    """
    run: list[str] = []
    for chunk in [*text.split(), ""]:
        common = chunk.lower() in words.STOP_WORDS
        if chunk and (not _has_words(chunk) or _is_figure(chunk) or (_ACRONYM.fullmatch(chunk) and not common)):
            run.append(chunk)
        else:
            yield from _code(run)
            # one word with a capital may begin a code: "Section 7", but not the "In" of "In 2020"
            run = [chunk] if _CAPITAL.match(chunk) and not common else []
        if _CLAUSE_END.search(chunk):
            yield from _code(run)
            run = []
    yield from _code(run)


def _code(run: list[str]) -> Iterator[str]:
    if sum(map(_has_words, run)) > 1 and any(map(_is_figure, run)):
        yield " ".join(run)


def _is_figure(chunk: str) -> bool:
    return bool(languages.code(chunk)) or any(map(str.isdigit, chunk))


def _has_words(text: str) -> bool:
    return any(True for _ in languages.runs(text))


def _comparable(text: str) -> str:
    return languages.fold(words.clean(text)).translate(_SAME_MARKS)


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> re.Pattern[str]:
    phrase = _comparable(phrase)
    pattern = first = last = ""
    end = 0
    for match in languages.runs(phrase):
        run, between = match[0], phrase[end : match.start()]
        if pattern:
            same = r"\s*".join(map(re.escape, ["", *between, ""])) if between else r"\s*"
            pattern += r"[\W_]+" if any(map(str.isspace, between)) else same
        pattern += r"\s*".join(map(re.escape, run)) if languages.unspaced_script(run[0]) else re.escape(run)
        first, last, end = first or run[0], run[-1], match.end()
    return re.compile(_boundary(first, "(?<!{})", r"(?<!\d[.,])") + pattern + _boundary(last, "(?!{})", r"(?![.,]\d)"))


def _boundary(edge: str, no_word: str, no_figure: str) -> str:
    """What keeps a phrase from beginning or ending within a longer word or figure."""
    if languages.unspaced_script(edge):
        return ""
    return no_word.format(languages.SPACED_LETTER) + (no_figure if edge.isdigit() else "")
