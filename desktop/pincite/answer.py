"""Question and hits become an answer: evidence is chosen, a model writes, every sentence is judged. Finds no passages.

To cancel is to stop iterating. With no generator the answer is the best sentences of the evidence, word for word.
"""

from __future__ import annotations

import contextlib
import re
import time
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pincite import answerable, citations, words
from pincite.domain import Answer, AnswerSentence, Support
from pincite.errors import ModelError
from pincite.events import AnswerReady, Notice, SentenceReady, TextDelta
from pincite.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.citations import Evidence
    from pincite.domain import Citation, Searched, SearchResult
    from pincite.events import Event
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.models.generator import Generator

EVIDENCE_HITS = 6  # passages whose sentences may become evidence
EVIDENCE_TOKENS = 320  # with the rest of the prompt about 500, what the CPU of a laptop reads in about ten seconds
CHARS_PER_TOKEN = 4  # of English; the exact number matters little, since the context has room for three times as many
NEIGHBOUR = 0.85  # how near a sentence counts beside one that is near
ANSWER_TOKENS = 260
QUOTES = 3
QUOTE_MARGIN = 0.12  # a further quote must come this close to the best one

_IDS = re.compile(r"S\d+")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence of the evidence, and how near it is to the question, from 0 to 1."""

    evidence: Evidence
    weight: float


@dataclass(frozen=True)
class Answerer:
    """Answers from the hits of a search.

    Args:
        index: Has the pages that quotes are cut from.
        embedder: Weighs sentences against the question; None: by the words that they share.
        generator: Writes the answer; None: it is quoted.
    """

    index: Index
    embedder: Embedder | None
    generator: Generator | None

    def ask(
        self, question: str, result: SearchResult, unknown: Sequence[str], searched: Searched, started: float
    ) -> Iterator[Event]:
        """Yields the answer's text as it is written, each sentence when it is judged, and the answer last.

        Args:
            question: What is asked.
            result: What was found for it.
            unknown: Content words of the question that occur nowhere in the scope.
            searched: What was searched, for the answer to say.
            started: When the question was asked, by ``time.monotonic``.
        """
        seconds = dict(result.seconds)
        answer = Answer(question, False, "", (), result.hits, "", searched, seconds, result.notes)
        weighed = self._weigh(question, result)
        nearest = max((item.weight for item in weighed), default=0.0)
        hits = result.hits[:EVIDENCE_HITS]
        if not weighed or answerable.probability(question, hits, nearest, unknown) < answerable.FOUND:
            seconds["total"] = time.monotonic() - started
            yield AnswerReady(answer)
            return
        sentences: list[AnswerSentence] = []
        notes = list(result.notes)
        model = ""
        if self.generator:
            model = self.generator.name
            try:
                for event in self._write(question, weighed):
                    if isinstance(event, TextDelta) and event.text:
                        seconds.setdefault("first_token", time.monotonic() - started)
                    if isinstance(event, SentenceReady):
                        sentences.append(event.sentence)
                    yield event
            except ModelError as error:
                notes.append(error.message)
                yield Notice(error.message, error.hint)
        if all(sentence.support is Support.UNSUPPORTED for sentence in sentences):
            if sentences:
                notes.append("What the language model wrote could not be proven; the documents' own words follow.")
            for sentence in self._quote(weighed):
                seconds.setdefault("first_token", time.monotonic() - started)
                sentences.append(sentence)
                yield SentenceReady(sentence)
        text = " ".join(sentence.text for sentence in sentences if sentence.support is not Support.UNSUPPORTED)
        seconds["total"] = time.monotonic() - started
        yield AnswerReady(replace(answer, found=True, text=text, sentences=tuple(sentences), model=model, notes=tuple(notes)))

    def _weigh(self, question: str, result: SearchResult) -> list[Weighed]:
        """The sentences of the first hits, in order of rank and text, weighed against the question."""
        evidence = citations.number_sentences((hit.passage, hit.title) for hit in result.hits[:EVIDENCE_HITS])
        if not evidence:
            return []
        if self.embedder:
            vectors = self.embedder.passages([item.text for item in evidence])
            weights = [float(weight) for weight in vectors @ self.embedder.question(question)]
        else:
            asked = words.stems(question)
            weights = [len(asked & words.stems(item.text)) / max(1, len(asked)) for item in evidence]
        return [Weighed(item, weight) for item, weight in zip(evidence, weights, strict=True)]

    def _write(self, question: str, weighed: Sequence[Weighed]) -> Iterator[Event]:
        """Lets the generator write, and judges each sentence as soon as its ids are there."""
        assert self.generator is not None
        chosen = choose(weighed, EVIDENCE_TOKENS * CHARS_PER_TOKEN)
        resources = data_folder("resources")
        prompts = tomllib.loads((resources / "prompts" / "answer.toml").read_text(encoding="utf-8"))
        grammar = (resources / "grammars" / "answer.gbnf").read_text(encoding="utf-8")
        ids = " | ".join(f'"{item.id}"' for item in chosen)
        filled = {"{evidence}": _listed(chosen), "{question}": question.strip()}
        # in one pass: what is filled in may itself hold "{question}"
        user = re.sub(r"\{evidence\}|\{question\}", lambda match: filled[match[0]], prompts["user"].strip())
        pieces = self.generator.stream(prompts["system"].strip(), user, grammar.replace("{ids}", ids), ANSWER_TOKENS)
        by_id = {item.id: item for item in chosen}
        draft = ""  # what is written of the sentence at hand
        with contextlib.closing(pieces):  # type: ignore[type-var]
            for piece in pieces:
                draft, before = draft + piece, len(draft.partition("[")[0])
                yield TextDelta(draft.partition("[")[0][before:])
                while "]" in draft:
                    sentence, _, draft = draft.partition("]")
                    text, _, cited = sentence.partition("[")
                    evidence = [by_id[id_] for id_ in _IDS.findall(cited) if id_ in by_id]
                    yield SentenceReady(self._judge(question, text.strip(), evidence, chosen))
                    draft = draft.lstrip()
        if text := draft.partition("[")[0].strip():
            yield SentenceReady(AnswerSentence(text, Support.UNSUPPORTED, (), "The answer was cut off here."))

    def _judge(self, question: str, text: str, cited: Sequence[Evidence], others: Sequence[Evidence]) -> AnswerSentence:
        """The verdict on a sentence; where its citation does not carry it, one that does is looked for.

        Small models often say the right thing and name the sentence beside it.
        """
        support, reason = self._verdict(question, text, cited)
        if support is not Support.SUPPORTED:
            for other in others:
                better, _ = self._verdict(question, text, [other])
                if better is Support.SUPPORTED:
                    return AnswerSentence(text, better, (self._cite(other),))
        return AnswerSentence(text, support, tuple(self._cite(item) for item in cited), reason)

    @staticmethod
    def _verdict(question: str, text: str, cited: Sequence[Evidence]) -> tuple[Support, str]:
        known = " ".join([question, *(item.title for item in cited)])
        return citations.judge(text, [item.text for item in cited], known)

    def _quote(self, weighed: Sequence[Weighed]) -> Iterator[AnswerSentence]:
        """The best sentences, word for word, in order of the text; each is its own proof."""
        best = sorted(weighed, key=lambda item: -item.weight)[:QUOTES]
        near = {item.evidence.id for item in best if item.weight >= best[0].weight - QUOTE_MARGIN}
        for item in weighed:
            if item.evidence.id in near:
                citation = self._cite(item.evidence)
                yield AnswerSentence(citation.quote, Support.SUPPORTED, (citation,))

    def _cite(self, evidence: Evidence) -> Citation:
        page = self.index.page(evidence.passage.document_id, evidence.passage.page)
        return citations.cite(evidence, page)


def choose(weighed: Sequence[Weighed], chars: int) -> list[Evidence]:
    """The evidence that fits into so many characters: the sentences nearest to the question, in order of the text.

    A sentence's meaning often hangs on the one before it, its exception on the one after: beside a near sentence, one counts
    as nearly as near.
    """

    def weight(at: int) -> float:
        passage = weighed[at].evidence.passage.id
        beside = (weighed[near] for near in (at - 1, at + 1) if 0 <= near < len(weighed))
        return max(
            weighed[at].weight, *(NEIGHBOUR * item.weight for item in beside if item.evidence.passage.id == passage), 0.0
        )

    chosen: list[int] = []
    for at in sorted(range(len(weighed)), key=weight, reverse=True):
        length = len(weighed[at].evidence.text)
        if length <= chars:
            chosen.append(at)
            chars -= length
    return [weighed[at].evidence for at in sorted(chosen)]


def _listed(evidence: Sequence[Evidence]) -> str:
    """Evidence as the model reads it: under the title of its document, and its section, each sentence behind its id."""
    lines: list[str] = []
    title = section = ""
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
