"""Where a sentence turns the words that it cites into something else: the same words, another meaning. Pure; knows English.

Each rule compares a sentence with the words that it cites and names what differs, or finds nothing. None looks for proof; all
are made to stay silent where they cannot tell, since a difference that is none makes a true sentence look doubtful. They
follow what is known to mislead checks by shared words: antonyms, modal verbs, exchanged figures, units, roles and negations
(Naik et al., "Stress Test Evaluation for Natural Language Inference", 2018).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pincite import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEAR = 4
"""Words on either side that tell whether two opposite words are said of the same thing."""

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CLAUSE = re.compile(r";|\bbut\b|,\s+(?:and|or)\b")
_PART = re.compile(r"[.!?]\s|;|,(?!\d)|\b(?:and|but)\b(?!\s+[\d$€£])")
_STRONG = re.compile(r"[.!?]\s|;")

# --- opposites -------------------------------------------------------------------------------------------------------

_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        ("before|prior to", "after|following"),
        (
            "increas(?:e|es|ed|ing)|rises?|rose|risen|rais(?:e|es|ed|ing)",
            "decreas(?:e|es|ed|ing)|falls?|fell|fallen|reduc(?:e|es|ed|ing)",
        ),
        ("older", "younger"),
        ("earlier", "later"),
        ("all|every|always", "most|many|some|often|usually|several"),
        ("first", "last"),
        ("higher", "lower"),
    )
)
_BOUND = re.compile(
    r"\b(?:(?P<upper>at most|(?:no|not) (?:more|longer|later|larger|higher) than|(?:not|cannot|never) exceed|not exceeding"
    r"|up to|maximum|or (?:less|fewer|lower|below|shorter)|(?:less|fewer|lower|shorter) than|below)"
    r"|(?P<lower>at least|(?:no|not) (?:less|fewer|shorter|lower) than|minimum|or (?:more|higher|longer|above)"
    r"|(?:more|higher|longer) than|above|exceed(?:s|ed|ing)?))\b",
    re.IGNORECASE,
)
_NEGATED_BEFORE = re.compile(r"\b(?:not|no|never|cannot)\b[^,;.:]*$", re.IGNORECASE)


def _opposite(sentence: str, cited: str) -> str:
    for one, other in _OPPOSITES:
        for here, there in ((one, other), (other, one)):
            for said in here.finditer(sentence):
                around = _around(sentence, said)
                if _near(there, cited, around) and not _near(here, cited, around):
                    return said[0]
    return ""


def _near(pattern: re.Pattern[str], text: str, around: set[str]) -> bool:
    return any(around & _around(text, match) for match in pattern.finditer(text))


def _bound(sentence: str, cited: str) -> str:
    limits = list(_BOUND.finditer(cited))
    for said in _BOUND.finditer(sentence):
        near = [limit for limit in limits if _around(sentence, said) & _around(cited, limit)]
        if near and all(_is_least(cited, limit) != _is_least(sentence, said) for limit in near):
            return said[0]
    return ""


def _is_least(text: str, bound: re.Match[str]) -> bool:
    """Whether a bound is the lower one; "not below" is, too."""
    return (bound.lastgroup == "lower") != bool(_NEGATED_BEFORE.search(text[: bound.start()]))


def _around(text: str, match: re.Match[str]) -> set[str]:
    """Stems of the content words and figures that stand near some words."""
    before = _TOKEN.findall(text[: match.start()])[-NEAR:]
    near = " ".join([*before, *_TOKEN.findall(text[match.end() :])[:NEAR]])
    return words.stems(near) | words.figures(near)


# --- modal verbs and who they are said of ----------------------------------------------------------------------------

_DUTIES, _RIGHTS = {"must", "shall", "will"}, {"may", "can"}
_BETWEEN = frozenset("be been have not never also then only at all any either still no".split())


def _modal(sentence: str, cited: str) -> str:
    """A duty made of a right, a right of a duty, or either of them given to the other party."""
    known = list(_frames(cited))
    have, said = words.stems(cited), words.stems(sentence)
    for frame in _frames(sentence):
        same = [other for other in known if other.verb == frame.verb]
        kinds = {other.kind for other in same} - {"denied"}
        if frame.kind != "denied" and kinds and frame.kind not in kinds:
            return frame.modal
        others = {words.stem(other.subject) for other in same if other.subject and not other.passive}
        if (
            not frame.passive
            and words.stem(frame.subject) in have
            and others & said
            and words.stem(frame.subject) not in others
        ):
            return f"{frame.subject} {frame.modal}"
    return ""


@dataclass(frozen=True)
class _Frame:
    """A modal verb: the word before it, whether it is a duty or a right or is denied, and the stem of its verb."""

    subject: str
    modal: str
    kind: str
    verb: str
    passive: bool


def _frames(text: str) -> Iterator[_Frame]:
    tokens = _TOKEN.findall(text)
    for at, token in enumerate(tokens):
        modal = token.lower()
        if modal not in _DUTIES | _RIGHTS:
            continue
        after = [word.lower() for word in tokens[at + 1 : at + 5]]
        verb = next((word for word in after if word not in _BETWEEN), "")
        if not verb:
            continue
        between = set(after[: after.index(verb)])
        kind = "denied" if between & {"not", "never", "no"} else "duty" if modal in _DUTIES else "right"
        before = tokens[at - 1] if at else ""
        subject = "" if before.lower() in words.STOP_WORDS else before
        yield _Frame(subject, modal, kind, words.stem(verb), bool(between & {"be", "been"}))


# --- figures ---------------------------------------------------------------------------------------------------------

_UNITS = tuple(
    frozenset(group.split())
    for group in (
        "second minute hour day week month year",
        "mcg µg mg g kg",
        "ml dl l",
        "nm µm micrometer mm cm m km inch foot feet mile",
    )
)
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{words.MONTH_PATTERN})|(?P<month2>{words.MONTH_PATTERN})\.?\s+"
    r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?),?\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:every|each|per)\s+([^\W\d_]+)", re.IGNORECASE)


def _unit(sentence: str, cited: str) -> str:
    known = list(_measures(cited))
    for value, unit, group in _measures(sentence):
        units = {other for figure, other, of in known if figure == value and of == group}
        if units and unit not in units:
            return f"{value} {unit}" if value else unit
    return ""


def _measures(text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Figures with their unit, and units of a rate ("every second") without a figure."""
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    for at, token in enumerate(tokens):
        for figure in words.figures(token):
            for follows in tokens[at + 1 : at + 3]:
                if found := _unit_of(follows):
                    yield figure, *found
                    break
                if words.figures(follows) - {figure}:
                    break
    for match in _RATE.finditer(text):
        if found := _unit_of(match[1]):
            yield "", *found


def _unit_of(word: str) -> tuple[str, frozenset[str]] | None:
    unit = word.lower() if word.lower() in {"feet", "inches"} else word.lower().removesuffix("s")
    return next(((unit, group) for group in _UNITS if unit in group), None)


def _date(sentence: str, cited: str) -> str:
    """A day of a month of a year, where the cited words have others only."""
    known = {day for day, _ in _dates(cited)}
    return next((said for day, said in _dates(sentence) if known and day not in known), "")


def _dates(text: str) -> Iterator[tuple[tuple[str, str, str], str]]:
    for match in _DATE.finditer(text):
        month = (match["month"] or match["month2"])[:3].lower()
        yield ((match["day"] or match["day2"]).lstrip("0"), month, match["year"]), match[0]


def _order(sentence: str, cited: str) -> str:
    """Two figures that follow each other the other way round, as in "from 2 to 1"."""
    said, known = set(_pairs(sentence)), set(_pairs(cited))
    return next((f"{one} … {other}" for one, other in sorted(said - known) if (other, one) in known), "")


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"\b(?:from|between)\b(.{1,40}?)\b(?:to|and)\b(.{1,20})", text):
        left, right = (words.figures(" ".join(_TOKEN.findall(side)[:2])) for side in match.groups())
        if len(left) == 1 and right:
            yield min(left), min(right)


def _elsewhere(sentence: str, cited: str) -> str:
    """A figure that the cited words give of something else: beside it there is nothing that the sentence speaks of.

    The cited words are taken apart at their conjunctions and commas, or at semicolons if there are any. Words that only one
    part has tell of which the sentence speaks.
    """
    cited = NUMBERING.sub("", _without_commas(cited))
    parts = [_Part.of(part) for part in (_STRONG if ";" in cited else _PART).split(cited)]
    said = _Part.of(_without_commas(sentence))
    for figure in sorted(said.figures):
        places = [part for part in parts if figure in part.figures]
        rivals = [part for part in parts if part.figures and part not in places]
        both = [*places, *rivals]
        if len(places) == 1 and not _alone(said, places[0], both) and any(len(_alone(said, one, both)) > 1 for one in rivals):
            return figure
    return ""


def _repeated(sentence: str, cited: str) -> str:
    """A figure that is said more often than it is cited, where another one of the cited words has gone."""
    said, known = Counter(_figures(sentence)), Counter(_figures(cited))
    gone = set(known) - set(said)
    return next((figure for figure in said if gone and 0 < known[figure] < said[figure]), "")


def _figures(text: str) -> Iterator[str]:
    """The figures of a text in order; "sixty (60)" is one."""
    tokens = _TOKEN.findall(_ONCE_MORE.sub("", NUMBERING.sub("", text)))
    return (figure for token in tokens for figure in sorted(words.figures(token)))


def rate_left_out(sentence: str, cited: str, known: str) -> str:
    """What a figure of the cited words is counted by ("per user"), if neither the sentence nor what is ``known`` has it."""
    said = words.stems(f"{sentence} {known}")
    figures = words.figures(sentence)
    for part in _STRONG.split(NUMBERING.sub("", cited)):
        for rate in _RATE.finditer(part):
            counts = rate[0].lower().startswith("per") or _COUNTED.fullmatch(rate[1])
            if counts and words.figures(part) & figures and words.stem(rate[1]) not in said:
                return rate[0]
    return ""


def _without_commas(text: str) -> str:
    return _DATE.sub(lambda date: date[0].replace(",", ""), text)


def _alone(said: _Part, part: _Part, parts: Sequence[_Part]) -> set[str]:
    """Words of a sentence that one part has and no other."""
    others: set[str] = set().union(*(other.stems for other in parts if other is not part))
    return said.stems & part.stems - others


@dataclass(frozen=True)
class _Part:
    """What stands in a part of a sentence: its figures, and the stems of its other content words but units."""

    figures: set[str]
    stems: set[str]

    @classmethod
    def of(cls, text: str) -> _Part:
        """The part that is this text."""
        tokens = _TOKEN.findall(_UNIT_PHRASE.sub(" ", text))
        return cls(words.figures(text), words.stems(" ".join(token for token in tokens if not words.figures(token))))


NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)+|R?\d+\.?|\(\w\))\s+(?=[A-Z])")
_ONCE_MORE = re.compile(r"(?<=[a-z]) \([\d.,]+%?\)")
_COUNTED = re.compile(
    r"(?:second|minute|hour|day|night|evening|week|month|quarter|year|gram|kilogram|kg|ton|pound|ounce|milliliter|liter|litre"
    r"|meter|metre|kilometer|kilometre|mile|acre|hectare|page|dose|visit)s?",
    re.IGNORECASE,
)
_UNIT_PHRASE = re.compile(
    r"\b(?:business|calendar|working|consecutive)?\s*(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b"
)

# --- negations and exceptions ----------------------------------------------------------------------------------------

_DENIED = re.compile(r"\b(?:not|no|never|neither|nor)\b((?:(?!\b(?:but|and|not)\b)[^,;.:])*)", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:and|but) (?:not|no)\b|\bnot\b.+\bbut\b", re.IGNORECASE)
_EXCEPTION = re.compile(r"\b(?:unless|except|excepting|excluding|other than|save (?:that|as|for|where))\b[^;.]*", re.IGNORECASE)
_CASES = re.compile(
    r"\b(?:in|under) (?:these|those|such|this|that) (?:an? )?(?:cases?|circumstances?|events?|situations?|instances?)\b",
    re.IGNORECASE,
)
_PROVISO = re.compile(r"\b(?:no|not|neither|nor)\b[^;.]*?\bwithout\b([^,;.]*)", re.IGNORECASE)
_MANNER = re.compile(r"\bwithout\b((?:(?!\b(?:and|or|if|when|but|in|within|to|unless)\b)[^,;.])*)", re.IGNORECASE)


def _denied(sentence: str, cited: str) -> str:
    """One thing affirmed and another denied, where the cited words have it the other way round."""
    if not _CONTRAST.search(sentence):
        return ""
    said, known = _both(sentence), _both(cited)
    swapped = said[1] & known[0]
    if not swapped or not said[0] & known[1]:
        return ""
    return next(match[0] for match in _TOKEN.finditer(sentence) if words.stem(match[0]) in swapped)


def _both(text: str) -> tuple[set[str], set[str]]:
    """Stems of what a text says and of what it denies; what it does both with is in neither."""
    denied = words.stems(" ".join(match[1] for match in _DENIED.finditer(text)))
    affirmed = words.stems(_DENIED.sub(" ", text))
    return affirmed - denied, denied - affirmed


def denies_alike(sentence: str, cited: str) -> bool:
    """Whether a sentence says no where the words that it cites do, and only there.

    Clauses of the cited words of which the sentence has no word are left out, and so are exceptions, and "without" with
    something that the sentence does not speak of ("without undue delay").
    """
    asked = words.stems(sentence)

    def manner(match: re.Match[str]) -> str:
        return match[0] if words.stems(match[1]) & asked else " "

    said, known = _EXCEPTION.sub(" ", sentence), _EXCEPTION.sub(" ", _MANNER.sub(manner, cited))
    denied = any(words.negated(clause) for clause in _CLAUSE.split(known) if words.stems(clause) & asked)
    conditions = {words.condition_negated(said), words.condition_negated(known)} - {None}
    return words.negated(said) == denied and len(conditions) < 2


def cases_left_out(sentence: str, cited: str) -> bool:
    """Whether the cited words are said of certain cases, which no condition of the sentence names in words of theirs."""
    if not _CASES.search(cited) or _CASES.search(sentence):
        return False
    named = words.stems(words.conditions(sentence))
    return not (named and named <= words.stems(cited))


def affirms_and_denies(sentence: str) -> bool:
    """Whether a sentence begins with "yes" and goes on to deny."""
    affirmed = re.match(r"\s*yes\b", sentence, re.IGNORECASE)
    return affirmed is not None and words.negated(sentence[affirmed.end() :])


def exception_left_out(sentence: str, cited: str) -> bool:
    """Whether the cited words make an exception ("unless …", "not … without …") of which the sentence says nothing."""
    if _EXCEPTION.search(sentence):
        return False
    said = words.stems(sentence)
    if exception := _EXCEPTION.search(cited):
        limited = words.negated(sentence) or words.condition_negated(sentence) is not None
        return not (limited and words.stems(exception[0]) & said)
    proviso = _PROVISO.search(cited)
    return bool(proviso and words.negated(sentence) and not words.stems(proviso[1]) & said)


# --- what is told apart by a number ----------------------------------------------------------------------------------


def _designated(sentence: str, cited: str) -> str:
    """Something said of "photosystem I" that the cited words say of "photosystem II"."""
    known = list(_designators(cited))
    for noun, sign, follows in _designators(sentence):
        signs = {other for of, other, then in known if words.stem(of) == words.stem(noun) and then == follows}
        if signs and sign not in signs:
            return f"{noun} {sign}"
    return ""


def _designators(text: str) -> Iterator[tuple[str, str, str]]:
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    for at, (noun, sign) in enumerate(pairwise(tokens)):
        if len(noun) > 3 and re.fullmatch(r"[B-HJ-Z]|[IVX]+" + (r"|\d{1,2}" if noun[0].isupper() else ""), sign):
            follows = next((word for word in tokens[at + 2 : at + 5] if word.lower() not in words.STOP_WORDS), "")
            if follows:
                yield noun, sign, words.stem(follows)


_RULES = (_opposite, _bound, _modal, _unit, _date, _order, _elsewhere, _repeated, _denied, _designated)


def found(sentence: str, cited: str) -> str:
    """What a sentence has otherwise than the words that it cites, as it stands there; empty if nothing was found."""
    return next((said for rule in _RULES if (said := rule(sentence, cited))), "")
