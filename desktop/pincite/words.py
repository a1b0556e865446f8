"""Words as language: running text, stop words, stems, figures, names, negation. Pure; knows English and no document."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STOP_WORDS = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being below between both but by
    can could did do does doing done down during each either few for from further had has have having he her here hers
    him his how i if in into is it its itself just let like made make many may me might more most much must my of off
    on once one only or other our out over own per please said same shall she should so some such than that the their
    them then there these they this those through to too under until up upon us was we were what when where whether
    which while who whom whose why will with within would yes you your
    """.split()
)
_NEGATIONS = frozenset(
    """
    no not never neither nor none nothing cannot without unless except excluding prohibited forbidden
    """.split()
)
_ENDINGS = "ations ation ating ated ates ate ements ement ments ment ings ing ions ion ies ed es ly s e y".split()
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CONDITION = re.compile(
    r"\b(?:if|when|where|whenever|once|in case)\b(?:[^,;.!?]|[.!?](?!\s|$))*(?:[,;]|[.!?](?=\s|$)|$)", re.IGNORECASE
)
_NUMBER = re.compile(r"((?<![\w.])\.\d+|\d+(?:[.,]\d+)*)(?:\s+(hundred|thousand|million|billion)\b)?", re.IGNORECASE)
_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
_VALUES = {word: value for value, word in enumerate(_UNITS.split())} | {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_MONTH_NAMES = "January February March April May June July August September October November December".split()
_MONTHS = {
    short: number
    for number, name in enumerate(_MONTH_NAMES, 1)
    for short in (name.lower(), name[:3].lower(), *(["sept"] if name == "September" else []))
}
MONTH_PATTERN = rf"(?:{'|'.join(_MONTHS)})"
"""A month by its name or its first letters, as part of a regular expression that ignores case."""
_NUMERIC_DATE = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b")
_PREFIXES = frozenset(
    """
    non self co re pre post anti multi semi sub inter cross long short full part high low well ill third first second
    year ex all quasi vice
    """.split()
)
"""First parts of words that keep their hyphen at the end of a line."""
_TITLES = "Mr Mrs Ms Dr Prof".split()
_SENTENCE_START = re.compile("".join(rf"(?<!\b{word})" for word in [*_TITLES, "v", "vs"]) + r"[.!?:“\"(]\s*$")
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override) (?:\w+ ){0,3}(?:all|previous|prior|above|earlier|these|your) (?:\w+ ){0,2}"
    r"(?:instructions?|prompts?|rules)\b"
    r"|\byou are an? (?:AI|language model|assistant|chatbot)\b|\bsystem prompt\b"
    r"|\b(?:and|then|instead) (?:only )?answer (?:only )?(?:that|with)\b"
    r"|^\s*(?:system|assistant)\s*: *(?:you\b|the (?:correct )?answer\b|ignore\b|say\b|answer\b)"
    r"|\bnotes? (?:to|for) (?:the |any |all )?(?:AI|assistants?|language models?|chatbots?)\b"
    r"|^\s*(?:please )?(?:say|answer|respond) (?:only )?that\b|\b(?:tell|assure|inform) the user\b"
    r"|\bwhen (?:you are )?asked\b[^.;]*, (?:say|reply|answer|respond)\b"
    r"|^\s*(?:ignore|disregard|forget) (?:what|everything|anything)\b[^.;]*\b(?:and|but) (?:say|state|reply|answer)\b",
    re.IGNORECASE | re.MULTILINE,
)
_HYPHENATED = re.compile(r"\b(\w+)[-\u2010]\n\s*(?=(\w))")


def clean(text: str) -> str:
    """The text as one would read it aloud: line breaks gone, words that were hyphenated at a line's end joined."""

    def join(match: re.Match[str]) -> str:
        compound = match[1].lower() in _PREFIXES or not match[2].islower() or match[1][-1].isdigit()
        return match[1] + ("-" if compound else "")

    text = text.replace("\u00ad\n", "").replace("\u00ad", "")
    if "-\n" in text or "\u2010\n" in text:
        text = _HYPHENATED.sub(join, text)
    return " ".join(text.split())


def figures(text: str) -> set[str]:
    """Every number in a text in one notation, and the months of dates.

    "sixty (60)" is 60, "$4,500.00" is 4500, "Mar. 3" is March and 3.
    """
    found = {_plain(match[1], match[2] or "") for match in _NUMBER.finditer(text)}
    found.update(str(value) for value in _spelled(text) if value > 1)  # "one" is more often a pronoun than a figure
    dated = re.finditer(
        rf"\b({'|'.join(_MONTHS)})\b\.?(?=\s+\d)|(?<=\d)(?:st|nd|rd|th)?\s+({'|'.join(_MONTHS)})\b", text.lower()
    )
    return found | {_MONTH_NAMES[_MONTHS[match[1] or match[2]] - 1] for match in dated}


def missing_figures(text: str, source: str) -> set[str]:
    """The figures of a text that its source lacks. A date may have its month as a number in one and as a name in the other."""
    wanted, have = figures(text), figures(source)
    by_number = {str(number): name for number, name in enumerate(_MONTH_NAMES, 1)}
    if _NUMERIC_DATE.search(source):
        have |= {by_number[figure] for figure in have if figure in by_number}
    if _NUMERIC_DATE.search(text):
        wanted = {figure for figure in wanted if by_number.get(figure) not in have}
    return wanted - have


def _plain(number: str, scale: str) -> str:
    digits = re.sub(r",(?=\d{3}\b)", "", number)
    digits = re.sub(r"^0*(?=\.)", "0", re.sub(r"\.0+$", "", digits))
    digits = re.sub(r"^0+(?=\d)", "", digits)
    if scale and re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return f"{(Decimal(digits) * _SCALES[scale.lower()]).normalize():f}"
    return digits


def _spelled(text: str) -> Iterator[int]:
    """The numbers that are written in words, each as far as it goes: "five and six" are two, "five hundred and six" is one."""
    total: int | None = None
    part = 0  # what the next "thousand" multiplies
    previous = ""
    for word in [*_lower_words(text), ""]:
        if word in _VALUES:
            joins = part % 100 == 0 or (previous != "and" and part % 100 >= 20 and part % 10 == 0 and _VALUES[word] < 10)
            if total is not None and not joins:
                yield total + part
                total = part = 0
            total, part = total or 0, part + _VALUES[word]
        elif word in _SCALES and total is not None:
            if word == "hundred":
                part *= 100
            else:
                total, part = total + part * _SCALES[word], 0
        elif total is not None and word != "and":
            yield total + part
            total, part = None, 0
        previous = word


def names(text: str) -> set[str]:
    """Words with a capital that do not begin a sentence, titles such as "Dr." left out."""
    return {
        match[0]
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
        and match.start() > 0
        and not _SENTENCE_START.search(text[: match.start()])
        and match[0] not in _TITLES
        and match[0].lower() not in STOP_WORDS
        and match[0].lower() not in _MONTHS
    }


def gives_orders(text: str) -> bool:
    """Whether a text tells a machine that reads it what to do or to say, as nobody writes to people."""
    return bool(_ORDERS.search(text))


def negated(text: str) -> bool:
    """Whether a text says that something is not so; what it says of a condition ("if rent is not paid, …") is left out."""
    return _has_negation(_CONDITION.sub(" ", text))


def condition_negated(text: str) -> bool | None:
    """Whether the conditions of a text are negated ("if rent is not paid"); None if it has no condition."""
    condition = conditions(text)
    return _has_negation(condition) if condition else None


def conditions(text: str) -> str:
    """The conditions of a text ("if rent is not paid"), one after the other; empty if it has none."""
    return " ".join(match[0] for match in _CONDITION.finditer(text))


def _has_negation(text: str) -> bool:
    return any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in _lower_words(text))


def stems(text: str) -> set[str]:
    """The stems of the content words of a text, figures left out."""
    return {stem(word) for word in _lower_words(text) if word not in STOP_WORDS and not word[0].isdigit()}


def content_words(text: str) -> list[str]:
    """The content words of a text in lower case, each once, in order, figures included."""
    return list(dict.fromkeys(word for word in _lower_words(text) if word not in STOP_WORDS))


def stem(word: str) -> str:
    """A word without its ending, roughly: enough to match "terminates" with "termination"."""
    word = re.sub(r"['’]s?$", "", word.lower())
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _lower_words(text: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(text)]
