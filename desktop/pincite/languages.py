"""Text as full-text search sees it: the language it is in, and its words as terms. Pure; searches nothing.

The database can stem, but by one language an index, and where a script has no spaces it finds no words. So the terms are
made here, for passages and for questions alike, and the database only counts them. A term is a stem without diacritics.
Stems of other languages than English carry their language in front ("de:kundig"): a question is stemmed in every language
of the library, and its German stems are to find nothing in English documents. What has a figure in it is never stemmed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DEFAULT = "en"
"""The language of a document that does not clearly show another one."""

# Words that hold sentences together make up a third of running text in every language. A page of them is enough to tell
# languages apart, without a model whose verdict could change with its version. Left out: what English has, too ("die", "no").
_FUNCTION_WORDS = {
    "en": "the of and to that is for with as by be are not this or from which shall any it at have was has on in such been",
    "de": "der und den von zu mit das des auf für ist im dem nicht ein eine als auch sich werden bei oder einer aus wird sind",
    "fr": "le la les de des et en du un une est dans que pour qui par sur au pas avec ce il aux ou sont cette être leur ne",
    "es": "de la el los las del que en un una para por con se al su es lo como más esta este sus entre sobre pero ser ha",
    "it": "di il che la della per un del non con una le dei gli alla nel da sono delle al si è ed degli come dal anche ai",
    "pt": "de da que os das dos em para um uma com não na ao se são como mais pela pelo ou seu sua foi aos pode é",
    "nl": "de het een en van ik te dat niet zijn voor met aan er om hij bij ook uit wordt deze naar worden door maar heeft",
    "da": "og det er af til en den med på som der ikke fra har et kan skal ved de eller være efter også blev denne samt hvis",
    "no": "og det er av til en den med på som ikke fra har et kan skal ved de eller være etter også ble denne samt hvis mot",
    "sv": "och att det är av till en den med på som inte från har ett kan ska vid de eller vara efter även om denna samt för",
    "fi": "ja ei että se oli hän ovat joka myös kun tai mutta sekä ole voi jos kuin niin sen olla mukaan jotka tämä ollut sitä",
    "hu": "az és hogy nem egy ez de csak vagy meg mint már volt kell után azt által lehet még mert között ha van szerint ezek",
    "ro": "și de la cu în pe care din nu este un că sau pentru prin mai fi ca sunt al se ale lui fost dacă această după către",
    "pl": "się nie na jest że jak oraz lub przez od dla być po przy które który ten tego są za ze jego może tym była także",
    "cs": "je na se že nebo by jako pro ve která který podle být jsou jeho při této však také po od není má bude ze",
    "tr": "ve bir bu için ile olarak olan da de çok daha gibi kadar sonra veya ne olduğu ise her en göre tarafından ancak",
    "ru": "и в не на что он с как по это из его от для так или при за быть того был также если бы они к о об может",
    "el": "και το να του της με που την από για είναι στην ότι ο οι δεν των σε στο μια αυτό τα τον θα στη ως ή",
    "ar": "في من على إلى أن عن التي الذي هذا هذه مع أو كان ما لا بين كل ذلك وقد كما بعد",
}
_STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "da": "danish",
    "no": "norwegian",
    "sv": "swedish",
    "fi": "finnish",
    "hu": "hungarian",
    "ro": "romanian",
    "pl": "polish",
    "cs": "czech",
    "tr": "turkish",
    "ru": "russian",
    "el": "greek",
    "ar": "arabic",
}
_FEWEST = 8  # function words below which a text is too short to tell
_LEAST_SHARE = 0.08  # of all words; tables and lists of names have less, and stay English
_LEAD = 2.0  # times as many function words as English: a text in two languages stays English
_UNSPACED_SHARE = 0.3  # of all characters of words; contracts in Chinese are full of Latin names and figures

_CHINESE = "々-〇\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # and Japanese
_UNSPACED = rf"{_CHINESE}\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"  # belong to a word, but are no letters
_RUN = re.compile(rf"[{_UNSPACED}]+|(?![{_UNSPACED}])[^\W_](?:(?![{_UNSPACED}])(?:[^\W_]|[{_MARKS}]))*")
SPACED_LETTER = rf"(?![{_UNSPACED}])[^\W_]"
"""Pattern of a letter or figure that shows where a word ends by what follows it."""
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]+")
_PLAIN_RUN = re.compile(r"[^\W_]+")
_RARE = re.compile(rf"[{_UNSPACED}{_MARKS}]")  # what the pattern of words has all its alternatives for
_LINE_END = re.compile(rf"(?<=[{_CHINESE}])\s+(?=[{_CHINESE}])")  # where lines are broken within words
_CHUNK = re.compile(rf"[^\s{_UNSPACED}]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})  # accents that Unicode has no mark for
_LONGEST_CODE = 40  # characters; a longer one is the address of a page or a table that lost its spaces


def detect(texts: Iterable[str]) -> str:
    """The language of a document, as a code of ISO 639-1, from the texts of its pages. English if no other one is clear."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_found(text.lower()))
    letters = sum(len(word) * count for word, count in counts.items())
    unspaced = Counter[str]()
    if _RARE.search("".join(counts)):
        for run in filter(unspaced_script, counts):
            for character in run:
                unspaced[_script(character)] += counts[run]
    if unspaced.total() > _UNSPACED_SHARE * letters:
        # Japanese is written with Chinese characters as well
        return "ja" if unspaced["ja"] > 0.1 * unspaced.total() else unspaced.most_common(1)[0][0]
    hits = {code: sum(counts[word] for word in listed.split()) for code, listed in _FUNCTION_WORDS.items()}
    english = hits.pop(DEFAULT)
    best = max(hits, key=lambda code: hits[code])
    clear = hits[best] >= max(_FEWEST, _LEAST_SHARE * counts.total(), _LEAD * english)
    return best if clear else DEFAULT


def terms(text: str, language: str) -> str:
    """The terms of a text in the given language, with spaces between them: what is indexed, and what is looked for.

    Its words come first, in order. After them stand its codes, each as one term ("7.3(b)" is "7.3.b"), so that "§ 4.2" is told
    from "4.2.1", and the single characters of scripts without spaces, whose words are indexed as pairs of characters.
    """
    return " ".join([*_words(text, language), *dict.fromkeys([*_codes(text), *_characters(text)])])


def phrase(text: str, language: str) -> str:
    """The words of a text as terms in order, as they stand next to each other in :func:`terms`."""
    return " ".join(_words(text, language))


def fold(text: str) -> str:
    """A text for comparison letter by letter: without case and diacritics, compatible forms of characters made one."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed)).translate(_LETTERS)


def runs(text: str) -> Iterator[re.Match[str]]:
    """The words of a text where they stand. What a script without spaces writes between two other characters is one run."""
    return _RUN.finditer(text)


def unspaced_script(character: str) -> bool:
    """Whether a character is of a script that puts no spaces between words, or is best searched as if it did."""
    return bool(_UNSPACED_RUN.match(character))


@lru_cache(maxsize=100_000)
def code(text: str) -> str:
    """A run of characters without spaces as one term, if it is a code: "INV-77341", "7.3(b)", "b.i.d."; otherwise empty.

    A code has at least two parts, and either a figure or single letters only.
    """
    parts = [fold(match[0]) for match in _RUN.finditer(text)]
    is_code = len(parts) > 1 and (any(map(str.isdigit, "".join(parts))) or all(len(part) == 1 for part in parts))
    joined = ".".join(parts)
    return joined if is_code and len(joined) <= _LONGEST_CODE else ""


def _words(text: str, language: str) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", text).casefold()
    if not _RARE.search(text):
        yield from (_term(run, language) for run in _PLAIN_RUN.findall(text))
        return
    for run in _RUN.findall(_LINE_END.sub("", text)):
        if unspaced_script(run[0]):
            yield from ("".join(pair) for pair in pairwise(run)) if len(run) > 1 else (run,)
        else:
            yield _term(run, language)


def _found(text: str) -> list[str]:
    """What the pattern of words finds; a text that has none of the rare characters is read with a pattern that is quicker."""
    return (_RUN if _RARE.search(text) else _PLAIN_RUN).findall(text)


def _codes(text: str) -> Iterator[str]:
    return filter(None, map(code, _CHUNK.findall(text) if _RARE.search(text) else text.split()))


def _characters(text: str) -> Iterator[str]:
    if text.isascii():
        return
    text = unicodedata.normalize("NFKC", text)
    if not _RARE.search(text):
        return
    for run in _UNSPACED_RUN.findall(_LINE_END.sub("", text)):
        yield from run if len(run) > 1 else ()


@lru_cache(maxsize=100_000)  # about the words of a large library; texts repeat theirs
def _term(word: str, language: str) -> str:
    if any(map(str.isdigit, word)):
        return fold(word)
    stemmed = fold(_stemmer(language)(word))
    return f"{language}:{stemmed}" if language in _STEMMERS and language != DEFAULT else stemmed


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    import Stemmer

    # documents in Chinese and the like have English among them
    stem: Callable[[str], str] = Stemmer.Stemmer(_STEMMERS.get(language, _STEMMERS[DEFAULT])).stemWord
    return stem


def _script(character: str) -> str:
    for code, first, last in (("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"), ("th", "\u0e00", "\u0e7f")):
        if first <= character <= last:
            return code
    return "zh"
