"""Examines the sentences of an answer: which evidence proves each, and how well. Writes nothing, cites nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite import citations, words
from pincite.domain import Support
from pincite.passages import search_text, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.citations import Evidence
    from pincite.models.judge import Judge


@dataclass(frozen=True, slots=True)
class Verdict:
    """How well a sentence is carried, why not better, and the evidence that is to be cited for it."""

    support: Support
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Examiner:
    """Examines the answer to one question.

    Args:
        question: What was asked.
        evidence: What the answer was written from.
        names: By document id, what its document is called: title, and file name where that says more.
        judge: Says whether cited words prove a sentence; None: rules alone do.
    """

    question: str
    evidence: Sequence[Evidence]
    names: Mapping[str, str]
    judge: Judge | None = None

    def examine(self, sentence: str, cited: Sequence[Evidence]) -> Verdict:
        """The verdict on a sentence; where what it cites does not carry it, evidence that does is looked for.

        Small models often say the right thing and name the sentence beside it, or two sentences where one would do: what
        alone proves a sentence is cited alone.
        """
        support, reason = self._verdicts(sentence, [cited])[0]
        alone = list(cited) if len(cited) > 1 else []
        if support is not Support.SUPPORTED:
            # what denies a sentence has most of its words: others must not outvote it by having fewer of them
            share = citations.share(sentence, [item.text for item in cited])
            others = (item for item in self.evidence if item not in cited)
            alone += [item for item in others if citations.share(sentence, [item.text]) >= share]
        verdicts = self._verdicts(sentence, [[item] for item in alone])
        proofs = [item for item, (found, _) in zip(alone, verdicts, strict=True) if found is Support.SUPPORTED]
        if proofs:
            kept = [item for item in proofs if item in cited] or proofs[:1]
            return Verdict(Support.SUPPORTED, "", tuple(kept))
        return Verdict(support, reason, tuple(cited))

    def _verdicts(self, sentence: str, each: Sequence[Sequence[Evidence]]) -> list[tuple[Support, str]]:
        """Whether each of some citations carries a sentence, and why not."""
        proofs: Sequence[float | None] = [None] * len(each)
        if self.judge and any(each):
            proofs = self.judge.probabilities(citations.claim(self.question, sentence), [_read(cited) for cited in each])
        return [self._verdict(sentence, cited, proof) for cited, proof in zip(each, proofs, strict=True)]

    def _verdict(self, sentence: str, cited: Sequence[Evidence], proof: float | None) -> tuple[Support, str]:
        called = {self.names.get(item.passage.document_id, item.title) for item in cited}
        support, reason = judge_parts(sentence, [item.text for item in cited], " ".join([self.question, *called]), proof)
        if support is Support.SUPPORTED and any(words.gives_orders(item.passage.text) for item in cited):
            return Support.WEAK, "The passage tells the program what to answer; it may have been put there to mislead."
        if support is Support.SUPPORTED and (name := self._of_another(cited, called)):
            return Support.WEAK, f"The question names “{name}”, and the cited words are of another document: compare them."
        return support, reason

    def _of_another(self, cited: Sequence[Evidence], called: set[str]) -> str:
        """A name in the question that is in another document's name, and nowhere in what is cited; empty if there is none."""
        here = words.stems(" ".join([*called, *(f"{item.passage.section} {item.passage.text}" for item in cited)]))
        others = words.stems(" ".join(name for name in self.names.values() if name not in called))
        for name in sorted(words.names(self.question)):
            if (stem := words.stem(name)) in others and stem not in here:
                return name
        return ""


def judge_parts(sentence: str, evidence: Sequence[str], known: str, proof: float | None) -> tuple[Support, str]:
    """What :func:`pincite.citations.judge` says of a sentence; of several before one citation each must be carried by itself.

    Small models go on to say what no evidence says, and beside a long first sentence a short second one has little weight.
    """
    support, reason = citations.judge(sentence, evidence, known, proof)
    parts = [sentence[start:end] for start, end in sentences(sentence)]
    if support is Support.SUPPORTED and len(parts) > 1:
        for part in parts:
            if citations.judge(part, evidence, known)[0] is not Support.SUPPORTED:
                return Support.WEAK, f"The cited words may not carry this part of it: “{part}”"
    return support, reason


def _read(cited: Sequence[Evidence]) -> str:
    """Cited sentences with the title and the section that they stand under, as the judge was trained to read them."""
    if not cited:
        return ""
    return search_text(cited[0].title, cited[0].passage.section, " ".join(item.text for item in cited))
