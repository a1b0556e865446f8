"""What an answer rests on: sentence ids, quotes with their boxes, and the verdict on each sentence. Pure; loads no model.

The model writes ids, never quotes. A quote is cut from the stored text of the page by the stored offsets of its sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pincite import contradictions
from pincite.contradictions import NUMBERING
from pincite.domain import (
    Box,
    Citation,
    Page,
    Passage,
    Span,
    Support,
)
from pincite.pinpoints import line_numbers
from pincite.words import clean, gives_orders, missing_figures, names, stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUPPORTED_SHARE = 0.65
"""Share of a sentence's content words that the cited words must hold to carry it. Of the sentences that a model of 1.5 billion
parameters wrote in trials, none of five from 0.6 to 0.65 was proven."""
WEAK_SHARE = 0.35
"""Below this share the sentence is not carried at all."""

FEWEST_WORDS = 3
"""Of a sentence that proves itself by being cited word for word."""

DOUBTED = 0.1
"""Probability, by a judge, below which a sentence is not taken as proven. On claims about documents that the judge had not
seen, 91% of the true ones were above, and 15% of those whose words were of another clause or that answered something else."""

_WORDS = re.compile(r"\w+")
_BARE = re.compile(r"\W*(?:yes|no|nope)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that may be cited, under an id that the grammar knows ("S1")."""

    id: str
    passage: Passage
    title: str
    span: Span
    text: str

    def renamed(self, id_: str) -> Evidence:
        """The same sentence under another id."""
        return replace(self, id=id_)


def number_sentences(passages: Iterable[tuple[Passage, str]]) -> list[Evidence]:
    """Gives the sentences of some passages, each with its document's title, the ids S1, S2, … in order.

    Headings get none: they prove nothing, and stand above the evidence as its section.
    """
    evidence: list[Evidence] = []
    for passage, title in passages:
        headings = passage.section.split(" › ")
        for start, end in passage.sentences:
            text = clean(passage.text[start - passage.start : end - passage.start])
            if text in headings or not re.search(r"[^\W\d_]{2}", text):
                continue
            evidence.append(Evidence(f"S{len(evidence) + 1}", passage, title, (start, end), text))
    return evidence


def cite(evidence: Evidence, page: Page) -> Citation:
    """The citation of a sentence: its words as they stand on the page, and where."""
    start, end = evidence.span
    return Citation(
        document_id=evidence.passage.document_id,
        title=evidence.title,
        page=page.number,
        page_label=page.label,
        section=evidence.passage.section,
        quote=clean(page.text[start:end]),
        boxes=boxes(page, evidence.span),
        lines=line_numbers(page, evidence.span),
    )


def boxes(page: Page, span: Span) -> tuple[Box, ...]:
    """One box around the words of a span for each printed line that it touches, in reading order."""
    found: list[Box] = []
    last_end = -1
    for word in page.words:
        if word.end <= span[0] or word.start >= span[1]:
            continue
        x0, y0, x1, y1 = word.box
        if found and "\n" not in page.text[last_end : word.start]:
            a0, b0, a1, b1 = found[-1]
            found[-1] = (min(a0, x0), min(b0, y0), max(a1, x1), max(b1, y1))
        else:
            found.append((x0, y0, x1, y1))
        last_end = word.end
    return tuple(found)


# --- the verdict -----------------------------------------------------------------------------------------------------


def claim(question: str, sentence: str) -> str:
    """What a judge reads of an answer: a sentence behind its question, without which "Sixty days." says nothing."""
    return f"{question.strip()} {sentence.strip()}"


def share(sentence: str, evidence: Sequence[str]) -> float:
    """Share of a sentence's content words that stand in some cited sentences, from 0 to 1."""
    said = stems(sentence)
    return len(said & stems(" ".join(evidence))) / len(said) if said else 0.0


def is_verbatim(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether a sentence is one of some cited ones, word for word; the number of a clause in front may be left out.

    A few words ("No.") are not enough: a column may be headed by them.
    """
    said = _WORDS.findall(sentence.casefold())
    each = (form.casefold() for item in evidence for form in (item, NUMBERING.sub("", item)))
    return len(said) >= FEWEST_WORDS and any(_WORDS.findall(form) == said for form in each)


def judge(sentence: str, evidence: Sequence[str], known: str = "", proof: float | None = None) -> tuple[Support, str]:
    """Whether cited sentences carry a sentence of an answer, and why not.

    Every figure must occur in the evidence; one that only ``known`` has (the question and the titles of the documents) leaves
    the sentence weak, since the evidence does not prove it. Every name must occur in either. A negation must stand on both
    sides or on neither, and most content words must occur. ``proof`` is how likely they prove it by the judge, from 0 to 1;
    None: there is no judge. A cited sentence, word for word, needs no other proof.

    Returns:
        The verdict, and a reason for the user; the reason of a supported sentence is empty.
    """
    if not evidence:
        return Support.UNSUPPORTED, "It cites nothing."
    if _BARE.fullmatch(sentence):
        return Support.UNSUPPORTED, "A bare “yes” or “no” cannot be compared with the cited words."
    cited = " ".join(evidence)
    if is_verbatim(sentence, evidence) and not any(map(gives_orders, evidence)):
        return Support.SUPPORTED, ""
    unproven = missing_figures(sentence, cited)
    if missing := unproven & missing_figures(sentence, f"{cited} {known}"):
        return Support.UNSUPPORTED, f"“{sorted(missing)[0]}” does not occur in the cited words."
    present = stems(cited)
    if missing_names := {name for name in names(sentence) if stem(name) not in present | stems(known)}:
        return Support.UNSUPPORTED, f"“{sorted(missing_names)[0]}” does not occur in the cited words."
    carried = share(sentence, evidence)
    if carried < WEAK_SHARE:
        return Support.UNSUPPORTED, "The cited words speak of something else."
    if unproven:
        return Support.WEAK, f"“{sorted(unproven)[0]}” stands in the question or a title, not in the cited words."
    if not contradictions.denies_alike(sentence, cited):
        return Support.WEAK, "Either the sentence or the cited words say “not”, and the other does not: compare them."
    if otherwise := contradictions.found(sentence, cited):
        return Support.WEAK, f"Where the sentence says “{otherwise}”, the cited words may say something else: compare them."
    if contradictions.exception_left_out(sentence, cited):
        return Support.WEAK, "The cited words make an exception that the sentence leaves out."
    if contradictions.cases_left_out(sentence, cited):
        return Support.WEAK, "The cited words are said of certain cases only, which the sentence leaves out."
    if rate := contradictions.rate_left_out(sentence, cited, known):
        return Support.WEAK, f"The cited words say it “{rate}”, which the sentence leaves out."
    if contradictions.affirms_and_denies(sentence):
        return Support.WEAK, "It begins with “yes” and goes on with “not”: compare it with the cited words."
    if any(map(gives_orders, evidence)):
        return Support.WEAK, "The cited text tells the program what to answer; it may have been put there to mislead."
    if proof is not None and proof < DOUBTED:
        return Support.WEAK, "The cited words may speak of something else, or of another case: compare them."
    if carried < SUPPORTED_SHARE:
        return Support.WEAK, "The cited words carry it only in part."
    return Support.SUPPORTED, ""
