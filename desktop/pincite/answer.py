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

from pincite import answerable, citations, evidence
from pincite.domain import Answer, AnswerSentence, Support
from pincite.errors import ModelError
from pincite.events import AnswerReady, Notice, QuotesReady, SentenceReady, TextDelta
from pincite.passages import document_names
from pincite.settings import data_folder
from pincite.verdicts import Examiner

if TYPE_CHECKING:
    from collections.abc import Generator as Events
    from collections.abc import Iterator, Sequence

    from pincite.citations import Evidence
    from pincite.domain import Citation, Hit, Searched, SearchResult
    from pincite.events import Event
    from pincite.evidence import Shown, Weighed
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.models.generator import Generator
    from pincite.models.judge import Judge
    from pincite.verdicts import Verdict

READING_SECONDS = 9.0
"""How long the language model may read evidence before its first word, as far as the speed of the machine is known."""

EVIDENCE_TOKENS = (240, 320, 480, 720, 1080, 1600)
"""How much evidence is shown: steps, so that small changes of the machine's speed do not change answers."""

USUAL_TOKENS = 320
"""Where the speed is not known: what the CPU of a laptop reads in about ten seconds."""

ANSWER_TOKENS = 260
QUOTES = 3
QUOTE_MARGIN = 0.15  # a further quote must come this close to the best one
QUOTES_AFTER_WRITING = 1
"""How many follow where nothing that the model wrote is proven. Its sentences name places, too, and further quotes are less
often right: of 180 questions the best quote answered 66%, the second and the third 52%."""

_IDS = re.compile(r"S\d+")


@dataclass(frozen=True)
class Answerer:
    """Answers from the hits of a search.

    Args:
        index: Has the pages that quotes are cut from.
        embedder: Weighs sentences against the question; None: by the words that they share.
        judge: Says whether the words that a sentence cites prove it; None: rules alone do.
        generator: Writes the answer; None: it is quoted.
        caution: When to say that the documents hold no answer.
    """

    index: Index
    embedder: Embedder | None
    judge: Judge | None = None
    generator: Generator | None = None
    caution: answerable.Caution = answerable.Caution.BALANCED

    def ask(
        self,
        question: str,
        result: SearchResult,
        unknown: Sequence[str],
        searched: Searched,
        started: float,
        before: Shown | None = None,
    ) -> Events[Event, None, Shown | None]:
        """Yields the answer's text as it is written, each sentence when it is judged, and the answer last.

        Args:
            question: What is asked.
            result: What was found for it.
            unknown: Content words of the question that occur nowhere in the scope.
            searched: What was searched, for the answer to say.
            started: When the question was asked, by ``time.monotonic``.
            before: What the language model was shown for the question before this one in the same conversation.

        Returns:
            What it was shown for this one; None if it was not asked.
        """
        seconds = dict(result.seconds)
        answer = Answer(question, False, "", (), result.hits, "", searched, seconds, result.notes)
        weighed = evidence.weigh(question, result.hits, self.embedder)
        nearest = max((item.similarity for item in weighed), default=0.0)
        probability = answerable.probability(question, result.hits[: evidence.HITS], nearest, unknown, result.relevance)
        if not weighed or probability < self.caution.threshold:
            seconds["total"] = time.monotonic() - started
            yield AnswerReady(answer)
            return None
        sentences: list[AnswerSentence] = []
        notes = list(result.notes)
        model, shown = "", None
        quotes = tuple(self._quote(weighed))
        if self.generator:
            model = self.generator.name
            try:
                yield QuotesReady(quotes)
                yield from self._measure()
                shown = evidence.show(evidence.choose(weighed, self._tokens() * evidence.CHARS_PER_TOKEN, before), before)
                examiner = Examiner(question, shown.sentences, _names(result.hits), self.judge)
                for event in self._write(question, shown, examiner):
                    if isinstance(event, TextDelta) and event.text:
                        seconds.setdefault("first_token", time.monotonic() - started)
                    if isinstance(event, SentenceReady):
                        sentences.append(event.sentence)
                    yield event
            except ModelError as error:
                notes.append(error.message)
                yield Notice(error.message, error.hint)
        if all(sentence.support is not Support.SUPPORTED for sentence in sentences):
            if sentences:
                notes.append("What the language model wrote could not be proven; the documents' own words follow.")
                quotes = tuple(self._quote(weighed, QUOTES_AFTER_WRITING))
            for sentence in quotes:
                seconds.setdefault("first_token", time.monotonic() - started)
                sentences.append(sentence)
                yield SentenceReady(sentence)
        text = " ".join(sentence.text for sentence in sentences if sentence.support is not Support.UNSUPPORTED)
        seconds["total"] = time.monotonic() - started
        yield AnswerReady(replace(answer, found=True, text=text, sentences=tuple(sentences), model=model, notes=tuple(notes)))
        return shown

    def _measure(self) -> Iterator[Event]:
        """Lets a generator whose speed is not known read the beginning of every prompt, which it keeps for the first one."""
        assert self.generator is not None
        if not self.generator.reading_speed:
            with contextlib.closing(self.generator.stream(_prompts()["system"].strip(), "", 'root ::= "."', 1)) as pieces:  # type: ignore[type-var]
                for _ in pieces:
                    yield TextDelta("")

    def _tokens(self) -> int:
        """How much evidence the language model can read before the user loses patience."""
        assert self.generator is not None
        if not self.generator.reading_speed:
            return USUAL_TOKENS
        room = min(self.generator.reading_speed * READING_SECONDS, self.generator.context / 2)
        return max((step for step in EVIDENCE_TOKENS if step <= room), default=EVIDENCE_TOKENS[0])

    def _write(self, question: str, shown: Shown, examiner: Examiner) -> Iterator[Event]:
        """Lets the generator write, and judges each sentence as soon as its ids are there."""
        assert self.generator is not None
        prompts = _prompts()
        grammar = (data_folder("resources") / "grammars" / "answer.gbnf").read_text(encoding="utf-8")
        ids = " | ".join(f'"{item.id}"' for item in shown.sentences)
        filled = {"{evidence}": shown.text, "{question}": question.strip()}
        # in one pass: what is filled in may itself hold "{question}"
        user = re.sub(r"\{evidence\}|\{question\}", lambda match: filled[match[0]], prompts["user"].strip())
        pieces = self.generator.stream(prompts["system"].strip(), user, grammar.replace("{ids}", ids), ANSWER_TOKENS)
        by_id = {item.id: item for item in shown.sentences}
        draft = ""  # what is written of the sentence at hand
        with contextlib.closing(pieces):  # type: ignore[type-var]
            for piece in pieces:
                draft, before = draft + piece, len(draft.partition("[")[0])
                yield TextDelta(draft.partition("[")[0][before:])
                while "]" in draft:
                    sentence, _, draft = draft.partition("]")
                    text, _, cited = sentence.partition("[")
                    named = [by_id[id_] for id_ in dict.fromkeys(_IDS.findall(cited)) if id_ in by_id]
                    yield SentenceReady(self._sentence(text.strip(), examiner.examine(text.strip(), named)))
                    draft = draft.lstrip()
        if text := draft.partition("[")[0].strip():
            yield SentenceReady(AnswerSentence(text, Support.UNSUPPORTED, (), "The answer was cut off here."))

    def _sentence(self, text: str, verdict: Verdict) -> AnswerSentence:
        cited = tuple(self._cite(item) for item in verdict.evidence)
        return AnswerSentence(text, verdict.support, cited, verdict.reason)

    def _quote(self, weighed: Sequence[Weighed], most: int = QUOTES) -> Iterator[AnswerSentence]:
        """The best sentences, word for word, in order of the text; each is its own proof."""
        best = sorted(weighed, key=lambda item: -item.weight)[:most]
        near = {item.evidence.id for item in best if item.weight >= best[0].weight - QUOTE_MARGIN}
        for item in weighed:
            if item.evidence.id in near:
                citation = self._cite(item.evidence)
                yield AnswerSentence(citation.quote, Support.SUPPORTED, (citation,))

    def _cite(self, cited: Evidence) -> Citation:
        page = self.index.page(cited.passage.document_id, cited.passage.page)
        return citations.cite(cited, page)


def _names(hits: Sequence[Hit]) -> dict[str, str]:
    return {hit.passage.document_id: document_names(hit.title, hit.path) for hit in hits}


def _prompts() -> dict[str, str]:
    return tomllib.loads((data_folder("resources") / "prompts" / "answer.toml").read_text(encoding="utf-8"))
