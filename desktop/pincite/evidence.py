"""What of the hits the language model reads, and how it is laid out. Finds no passages, loads no model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite import citations, ranking, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.citations import Evidence
    from pincite.domain import Hit, Span
    from pincite.models.embedder import Embedder

HITS = 6  # passages whose sentences may become evidence
PASSAGE_WEIGHT = 0.5
NEIGHBOUR = 0.85  # how near a sentence counts beside one that is near
LONGEST = 5000  # characters of what was shown before from which a conversation's evidence begins anew
NEW_SHARE = 1 / 12
"""Share of the room that new evidence gets where the sentence nearest to a question was shown before: the first word of a
follow-up on the same evidence is to come in a quarter of the time of the first question's."""
CHARS_PER_TOKEN = 4  # of English; the exact number matters little, since the context has room for three times as many


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence of the evidence, and how well it answers the question beside the others, from 0 to 1.

    ``similarity`` is the cosine of its vector and the question's, or without an embedder the share of the question's words
    that it has.
    """

    evidence: Evidence
    weight: float
    similarity: float


@dataclass(frozen=True, slots=True)
class Shown:
    """Evidence as a language model reads it, and the sentences in it, whose ids it may cite."""

    sentences: tuple[Evidence, ...]
    text: str


def weigh(question: str, hits: Sequence[Hit], embedder: Embedder | None) -> list[Weighed]:
    """The sentences of the first hits, in order of rank and text, weighed against the question.

    The weight is a mean of similarity, the reranker's score of the sentence (if its passage was read so closely) and, half as
    heavy, the score of its passage, each scaled to 0..1: the reranker tells the sentence that answers from those that speak
    of the same, the passage tells of which document the question is.
    """
    sentences = citations.number_sentences((hit.passage, hit.title) for hit in hits[:HITS])
    if not sentences:
        return []
    if embedder:
        vectors = embedder.passages([item.text for item in sentences])
        similar = [float(similarity) for similarity in vectors @ embedder.question(question)]
    else:
        asked = words.stems(question)
        similar = [len(asked & words.stems(item.text)) / max(1, len(asked)) for item in sentences]
    passage_scores = ranking.scaled({hit.passage.id: hit.score for hit in hits[:HITS]})
    read = {(hit.passage.id, span): score for hit in hits[:HITS] for span, score in hit.sentences}
    parts = [(1.0, similar), (PASSAGE_WEIGHT, [passage_scores[item.passage.id] for item in sentences])]
    if read:
        least = min(read.values())
        parts.append((1.0, [read.get((item.passage.id, item.span), least) for item in sentences]))
    whole = sum(weight for weight, _ in parts)
    columns = [[weight / whole * value for value in _scaled(values)] for weight, values in parts]
    weights = [sum(row) for row in zip(*columns, strict=True)]
    return [Weighed(*item) for item in zip(sentences, weights, similar, strict=True)]


def _scaled(values: Sequence[float]) -> list[float]:
    return list(ranking.scaled(dict(enumerate(values))).values())


def choose(weighed: Sequence[Weighed], chars: int, before: Shown | None = None) -> list[Evidence]:
    """The evidence that fits into so many characters: the sentences nearest to the question, in order of the text.

    A sentence's meaning often hangs on the one before it, its exception on the one after: beside a near sentence, one counts
    as nearly as near. Where the nearest was shown ``before``, little is added to what was.
    """
    known = _places(before)

    def weight(at: int) -> float:
        passage = weighed[at].evidence.passage.id
        beside = (weighed[near] for near in (at - 1, at + 1) if 0 <= near < len(weighed))
        return max(
            weighed[at].weight, *(NEIGHBOUR * item.weight for item in beside if item.evidence.passage.id == passage), 0.0
        )

    chosen: list[int] = []
    order = sorted(range(len(weighed)), key=weight, reverse=True)
    room = chars
    if order and _place(weighed[order[0]].evidence) in known:
        room = int(chars * NEW_SHARE)
    for at in order:
        length, shown = len(weighed[at].evidence.text), _place(weighed[at].evidence) in known
        if length <= chars and (shown or length <= room):
            chosen.append(at)
            chars -= length
            room -= 0 if shown else length
    return [weighed[at].evidence for at in sorted(chosen)]


def _place(item: Evidence) -> tuple[str, Span]:
    return item.passage.id, item.span


def _places(before: Shown | None) -> set[tuple[str, Span]]:
    """Where the sentences stand that were shown before, and are to be shown again; none if there were too many."""
    if before is None or len(before.text) > LONGEST:
        return set()
    return {_place(item) for item in before.sentences}


def show(chosen: Sequence[Evidence], before: Shown | None = None) -> Shown:
    """Lays evidence out: under the title of its document, and its section, each sentence behind its id.

    Where some of it was shown ``before``, for another question of the same conversation, that comes first as it was, and only
    what is new follows, under ids that go on: a language model need not read the beginning of a text again.
    """
    known = _places(before)
    if before is None or not any(_place(item) in known for item in chosen):
        return Shown(tuple(chosen), _listed(chosen))
    new = [item for item in chosen if _place(item) not in known]
    new = [item.renamed(f"S{number}") for number, item in enumerate(new, _last_id(before) + 1)]
    text = "\n".join([before.text, _listed(new, before.sentences[-1])]) if new else before.text
    return Shown((*before.sentences, *new), text)


def _last_id(shown: Shown) -> int:
    return max(int(item.id[1:]) for item in shown.sentences)


def _listed(evidence: Sequence[Evidence], last: Evidence | None = None) -> str:
    """Lines of some evidence; that of the ``last`` sentence before it goes on without a title of its own."""
    lines: list[str] = []
    title, section = (last.title, last.passage.section) if last else ("", "")
    for item in evidence:
        if item.title != title:
            title, section = item.title, ""
            lines.append(f"# {title}")
        if item.passage.section != section:
            section = item.passage.section
            lines.append(f"## {section.rpartition(' › ')[2]}")
        # a bracket in the text could be taken for an id
        lines.append(f"[{item.id}] {item.text.replace('[', '(').replace(']', ')')}")
    return "\n".join(lines)
