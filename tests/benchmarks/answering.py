"""Measures answers against what the language model itself can do, in one run.

``python tests/benchmarks/answering.py [LIBRARY]`` (default: a new one of the samples, ``PINCITE_MODELS`` says where the models
are) asks questions, each in a conversation of its own and then with two that follow it, ``ROUNDS`` times, and prints medians:

- search: seconds from the question to its hits;
- first word: seconds from the hits to the first word, and how many times that is what bare llama.cpp takes to read the same
  tokens after the same beginning and to choose one;
- writing: tokens a second in the answer, in which each sentence is judged as well, and of the grammar alone, as shares of
  what bare llama.cpp writes after the same prompt;
- follow-up: seconds from a question that follows to its first word, as shares of the first question's, for those that stand
  alone and those that are rewritten before they are asked;
- stop: seconds until the model has stopped in the middle of a prompt.

Bare llama.cpp is ``llama_cpp.Llama`` with the same file and threads, its own batches, and no grammar. It runs in a thread that
ends with each measurement, as our generator does: OpenMP would keep the helpers of a thread that goes on, count them beside
ours, and then let all of them sleep between two steps, since they are more than there are cores.
"""

from __future__ import annotations

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from llama_cpp import Llama
from llama_cpp.llama_chat_format import Jinja2ChatFormatter

from pincite.events import HitsFound, TextDelta
from pincite.library import Library
from pincite.models import hardware
from pincite.models.catalogue import Catalogue
from pincite.models.generator import CONTEXT, LlamaGenerator
from pincite.models.loader import InstalledModels
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

CONVERSATIONS = (
    ("How much notice must the tenant give?", "How may the tenant deliver that notice to the landlord?", "And by e-mail?"),
    ("Within how many days must invoices be paid?", "What interest do overdue invoices bear each month?", "And if disputed?"),
    ("What is the starting dose of amlodipine?", "What is the usual maximum dose of amlodipine?", "And in frail patients?"),
    ("What is the late fee for rent?", "On which day of the month is the rent due?", "And what does a returned payment cost?"),
)
"""A question, one that follows on the same evidence and stands alone, and one that hangs on it."""

ROUNDS = 3
GRAMMAR = 'root ::= "Yes."'
STOPPED_IN = "The tenant pays the rent on the first day of each month. " * 40


@dataclass
class Reply:
    """What a generator was asked, and when the pieces of its reply came."""

    request: tuple[str, str, str, int]
    started: float
    pieces: list[float] = field(default_factory=list)
    read: int = 0

    @property
    def speed(self) -> float:
        """Tokens a second; of the median pause between two, since other programs take the processor now and then."""
        return speed(self.pieces)


def speed(moments: list[float]) -> float:
    """How many tokens came in a second, by the median pause."""
    return 1 / median(after - before for before, after in pairwise(moments))


class Timed:
    """A generator whose replies are timed."""

    def __init__(self, generator: LlamaGenerator) -> None:
        self.generator = generator
        self.replies: list[Reply] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.generator, name)

    def stream(self, system: str, user: str, grammar: str, max_tokens: int) -> Iterator[str]:
        """See :class:`pincite.models.generator.Generator`."""
        reply = Reply((system, user, grammar, max_tokens), time.perf_counter())
        self.replies.append(reply)
        with closing(self.generator.stream(system, user, grammar, max_tokens)) as pieces:  # type: ignore[type-var]
            for piece in pieces:
                if piece:
                    reply.pieces.append(time.perf_counter())
                yield piece
        reply.read = self.generator.read


class TimedModels:
    """The models of this machine, with a generator that is timed."""

    def __init__(self, models: InstalledModels) -> None:
        self._models = models
        generator = models.generator()
        if not isinstance(generator, LlamaGenerator):
            sys.exit("No language model is installed: run “pincite models get”, or set PINCITE_MODELS.")
        self.timed = Timed(generator)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._models, name)

    def generator(self, name: str = "") -> Timed:
        """See :class:`pincite.models.loader.Models`."""
        return self.timed


@dataclass(frozen=True)
class Asked:
    """Seconds of one question from when it was asked, and the reply that became its answer."""

    hits: float
    first: float
    reply: Reply


@dataclass(frozen=True)
class Conversation:
    """Questions that were asked one after the other, and what the language model did by itself.

    ``alone`` is how many tokens a second it writes within the grammar; ``reading`` is the seconds in which bare llama.cpp reads
    what was read for the first question and chooses a token, ``speed`` is the tokens a second that it then writes.
    """

    asked: list[Asked]
    alone: float
    reading: float
    speed: float


class Bare:
    """llama.cpp without anything of ours."""

    def __init__(self, file: Path, threads: int) -> None:
        self._model = Llama(str(file), n_ctx=CONTEXT, n_threads=threads, n_threads_batch=threads, verbose=False)
        ends = {"bos_token": "", "eos_token": ""}
        self._chat = Jinja2ChatFormatter(template=self._model.metadata["tokenizer.chat_template"], **ends)

    def measure(self, reply: Reply) -> tuple[float, float]:
        """Seconds to read what was read for a reply and to choose a token, and tokens a second after it."""
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(self._measure, reply).result()

    def _measure(self, reply: Reply) -> tuple[float, float]:
        system, user, *_ = reply.request
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        tokens = self._model.tokenize(self._chat(messages=messages).prompt.encode(), add_bos=False, special=True)  # type: ignore[arg-type]
        self._model.reset()
        if known := tokens[: len(tokens) - reply.read]:
            self._model.eval(known)
        moments = [time.perf_counter()]
        for _ in self._model.generate(tokens, temp=0.0):
            moments.append(time.perf_counter())
            if len(moments) > len(reply.pieces):
                break
        return moments[1] - moments[0], speed(moments[1:])


def ask(library: Library, timed: Timed, question: str, conversation: str) -> Asked:
    """Asks, and times it."""
    started = time.perf_counter()
    hits = first = 0.0
    for event in library.ask(question, conversation=conversation):
        if isinstance(event, HitsFound):
            hits = time.perf_counter() - started
        elif isinstance(event, TextDelta) and event.text and not first:
            first = time.perf_counter() - started
    if not first:
        sys.exit(f"“{question}” was not answered by the language model.")
    return Asked(hits, first, timed.replies[-1])


def measure(library: Library, timed: Timed, bare: Bare, questions: tuple[str, ...]) -> Conversation:
    """Asks the questions of a conversation, and has the language model answer the first by itself at once."""
    id_ = library.conversations.new_id()
    asked = [ask(library, timed, question, id_) for question in questions]
    reply = asked[0].reply
    alone = Reply(reply.request, time.perf_counter())
    alone.pieces = [time.perf_counter() for piece in timed.generator.stream(*reply.request) if piece]
    return Conversation(asked, alone.speed, *bare.measure(reply))


def main(names: list[str]) -> None:
    """Runs the measurement."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings.load(), library=Path(names[0]) if names else Path(folder) / "library")
        catalogue = Catalogue.load(data_folder("resources") / "models.toml", settings.models)
        models = TimedModels(InstalledModels(catalogue, settings))
        timed = models.timed
        bare = Bare(catalogue.path(timed.name), settings.threads or hardware.physical_cores())
        with Library(settings, models) as library:
            if not names:
                for _ in library.add([str(data_folder("resources") / "samples")]):
                    pass
            for _ in library.ask(CONVERSATIONS[-1][0]):  # loads the models, and measures how fast this one reads
                pass
            rows = [measure(library, timed, bare, questions) for _ in range(ROUNDS) for questions in CONVERSATIONS]
            show(rows)
            with closing(timed.generator.stream("", STOPPED_IN, GRAMMAR, 8)) as pieces:  # type: ignore[type-var]
                next(pieces)
                started = time.perf_counter()
            print(f"stop        {time.perf_counter() - started:6.2f} s")


def show(rows: list[Conversation]) -> None:
    """Prints the medians."""
    firsts = [row.asked[0] for row in rows]
    print(f"search      {median(one.hits for one in firsts):6.2f} s")
    seconds = [first.first - first.hits for first in firsts]
    share = median(taken / row.reading for taken, row in zip(seconds, rows, strict=True))
    tokens = median(first.reply.read for first in firsts)
    print(f"first word  {median(seconds):6.2f} s after the hits: {share:.2f} of bare llama.cpp with {tokens:.0f} tokens")
    judged = median(row.asked[0].reply.speed / row.speed for row in rows)
    grammar = median(row.alone / row.speed for row in rows)
    print(f"writing     {median(first.reply.speed for first in firsts):6.2f} tokens/s: {judged:.2f} of bare llama.cpp")
    print(f"            {median(row.alone for row in rows):6.2f} tokens/s by the grammar alone: {grammar:.2f} of it")
    for at, kind in ((1, "follow-up "), (2, "rewritten ")):
        shares = median(row.asked[at].first / row.asked[0].first for row in rows)
        tokens = median(row.asked[at].reply.read for row in rows)
        taken = median(row.asked[at].first for row in rows)
        print(
            f"{kind}  {taken:6.2f} s to the first word: {shares:.2f} of the first question's, {tokens:.0f} tokens read for it"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
