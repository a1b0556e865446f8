"""The real generator, with the smallest model: the grammar binds it, and it can be stopped at any time."""

from __future__ import annotations

import re
import time
import tomllib
from typing import TYPE_CHECKING

import pytest

from pincite.errors import ModelError
from pincite.models.generator import CONTEXT, LlamaGenerator
from pincite.models.hardware import physical_cores
from pincite.settings import data_folder
from real_models import GENERATOR, path_of

if TYPE_CHECKING:
    from pathlib import Path

SYSTEM = "You answer briefly."
QUESTION = "Evidence:\n[S3] The shop opens at 9 am.\n[S7] It closes at 5 pm.\n\nQuestion: When does the shop open?"
EVIDENCE = "The tenant pays the rent on the first day of each month, and a late fee after the fifth. " * 4
LONG = "The tenant gives notice to the landlord. " * 300
STOP_SECONDS = 10.0


@pytest.fixture(scope="module")
def generator() -> LlamaGenerator:
    return LlamaGenerator(GENERATOR, path_of(GENERATOR), gpu=False, threads=physical_cores())


@pytest.fixture(scope="module")
def grammar() -> str:
    """The grammar of answers with two ids."""
    text = (data_folder("resources") / "grammars" / "answer.gbnf").read_text(encoding="utf-8")
    return text.replace("{ids}", '"S3" | "S7"')


def write(generator: LlamaGenerator, grammar: str, tokens: int = 60, user: str = QUESTION) -> str:
    return "".join(generator.stream(SYSTEM, user, grammar, tokens))


@pytest.mark.slow
def test_reply_obeys_the_grammar(generator: LlamaGenerator, grammar: str) -> None:
    assert write(generator, 'root ::= "yes" | "no"') in ("yes", "no")
    reply = write(generator, grammar)
    assert re.match(r'[A-Z0-9$€£“"(][^\n]*', reply)
    assert all(re.fullmatch(r"S[37](, S[37]){0,2}", ids) for ids in re.findall(r"\[([^\]]*)\]", reply)), reply
    short = grammar.replace(r"[^\[\]\n]+", "[a-z ]{4,30}")  # a small model hardly comes to the end of a sentence
    assert re.match(r"[^\[]{6,33} \[S[37](, S[37]){0,2}\]", write(generator, short))


@pytest.mark.slow
def test_reply_does_not_begin_with_yes(generator: LlamaGenerator, grammar: str) -> None:
    insisting = "Yes. " * 30
    assert write(generator, r"root ::= [A-Z] [^\n]+", 3, user=insisting).startswith("Yes")
    assert not write(generator, grammar, 6, user=insisting).startswith("Yes")


@pytest.mark.slow
def test_reply_is_the_same_every_time(generator: LlamaGenerator, grammar: str) -> None:
    first = write(generator, grammar, 30)
    write(generator, grammar, 10, user="Question: What is oxygen?")
    assert write(generator, grammar, 30) == first


def test_reply_is_no_longer_than_allowed(generator: LlamaGenerator) -> None:
    reply = write(generator, 'root ::= "a" root', 12)
    assert len(reply) > 0
    assert generator.count(reply) <= 12


def test_tokens_are_counted(generator: LlamaGenerator) -> None:
    assert generator.count("") == 0
    assert 0 < generator.count("The shop opens at nine.") < generator.count("The shop opens at nine. " * 5)
    assert generator.count("<|im_end|>") > 1  # text, not the mark that ends a turn
    assert generator.context == CONTEXT


@pytest.mark.slow
def test_stopping_while_the_prompt_is_read_is_quick_and_harms_nothing(generator: LlamaGenerator, grammar: str) -> None:
    before = write(generator, grammar, 20)
    pieces = generator.stream(SYSTEM, LONG, grammar, 200)
    assert next(pieces) == ""  # the prompt is being read
    started = time.monotonic()
    pieces.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < STOP_SECONDS
    assert write(generator, grammar, 20) == before


def test_stopping_while_it_writes_harms_nothing(generator: LlamaGenerator, grammar: str) -> None:
    before = write(generator, grammar, 20)
    pieces = generator.stream(SYSTEM, QUESTION, 'root ::= "a" root', 2000)
    assert "a" in next(piece for piece in pieces if piece)
    started = time.monotonic()
    pieces.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < STOP_SECONDS
    assert write(generator, grammar, 20) == before


def test_prompt_that_does_not_fit_is_told_and_harms_nothing(generator: LlamaGenerator, grammar: str) -> None:
    before = write(generator, grammar, 20)
    with pytest.raises(ModelError, match="failed") as caught:
        write(generator, grammar, user=LONG * 5)
    assert caught.value.hint
    assert write(generator, grammar, 20) == before


@pytest.mark.slow
def test_reply_is_the_one_that_llama_cpp_gives_within_the_same_grammar(generator: LlamaGenerator, grammar: str) -> None:
    from llama_cpp import Llama, LlamaGrammar

    model = Llama(str(path_of(GENERATOR)), n_ctx=CONTEXT, n_threads=physical_cores(), verbose=False)
    for rules in (grammar, grammar.replace(r"[^\[\]\n]+", "[a-z ]{4,30}"), 'root ::= ("é" | "☃" | "S3") root?'):
        reply = model.create_chat_completion(
            [{"role": "system", "content": SYSTEM}, {"role": "user", "content": QUESTION}],
            grammar=LlamaGrammar.from_string(rules, verbose=False),
            max_tokens=24,
            temperature=0.0,
        )
        assert write(generator, rules, 24) == reply["choices"][0]["message"]["content"]
    model.close()


@pytest.mark.parametrize("name", ["answers", "follow-ups"])
def test_the_grammars_that_ship_can_be_read(generator: LlamaGenerator, grammar: str, name: str) -> None:
    prompts = tomllib.loads((data_folder("resources") / "prompts" / "followup.toml").read_text(encoding="utf-8"))
    assert write(generator, {"answers": grammar, "follow-ups": prompts["grammar"]}[name], 8)


def test_grammar_that_cannot_be_read_is_told_and_harms_nothing(generator: LlamaGenerator) -> None:
    with pytest.raises(ModelError, match="grammar"):
        write(generator, "root ::= nowhere")
    assert write(generator, 'root ::= "yes"') == "yes"


def test_beginning_of_a_prompt_is_read_once(generator: LlamaGenerator) -> None:
    write(generator, 'root ::= "yes"', user=f"{EVIDENCE} Is it due?")
    whole = generator.count(EVIDENCE)
    assert generator.read > whole
    write(generator, 'root ::= "yes"', user=f"{EVIDENCE} And now?")
    assert generator.read < whole / 4


def test_another_task_between_costs_nothing_of_what_was_read(generator: LlamaGenerator) -> None:
    first = write(generator, 'root ::= "yes" | "no"', user=f"{EVIDENCE} Is it due?")
    "".join(generator.stream("You rewrite questions.", "When is rent due?", 'root ::= "When?"', 8))
    assert write(generator, 'root ::= "yes" | "no"', user=f"{EVIDENCE} Is it due?") == first
    assert generator.read < generator.count(EVIDENCE) / 4
    "".join(generator.stream("You rewrite questions.", "When is rent due?", 'root ::= "When?"', 8))
    assert generator.read < generator.count("You rewrite questions. When is rent due?")


def test_state_too_large_to_keep_is_read_again(generator: LlamaGenerator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.models.kept_prompts.LARGEST", 1000)
    first = write(generator, 'root ::= "yes" | "no"', user=f"{EVIDENCE} Is it due?")
    "".join(generator.stream("You rewrite questions.", "When is rent due?", 'root ::= "When?"', 8))
    assert write(generator, 'root ::= "yes" | "no"', user=f"{EVIDENCE} Is it due?") == first
    assert generator.read > generator.count(EVIDENCE)


@pytest.mark.parametrize("damage", ["missing", "cut", "text"])
def test_file_that_is_no_model_is_told(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "model.gguf"
    if damage == "cut":
        file.write_bytes(path_of(GENERATOR).read_bytes()[:1_000_000])
    elif damage == "text":
        file.write_text("Dear Madam", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        LlamaGenerator("broken", file, gpu=False, threads=1)
    assert "pincite models" in caught.value.hint


def test_gpu_that_cannot_hold_the_model_is_given_up_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import llama_cpp

    tried: list[int] = []

    class Llama(llama_cpp.Llama):
        def __init__(self, *arguments: object, n_gpu_layers: int, **options: object) -> None:
            tried.append(n_gpu_layers)
            if n_gpu_layers:
                raise ValueError("not enough memory on the GPU")
            super().__init__(*arguments, n_gpu_layers=0, **options)

        def __del__(self) -> None:
            if self.__dict__.get("_stack"):  # the first was never finished
                super().__del__()

    monkeypatch.setattr(llama_cpp, "llama_supports_gpu_offload", lambda: True)
    monkeypatch.setattr(llama_cpp, "Llama", Llama)
    fallen = LlamaGenerator(GENERATOR, path_of(GENERATOR), gpu=True, threads=physical_cores())
    assert tried == [-1, 0]
    assert fallen.device == "CPU"
    assert "runs on the CPU" in fallen.note
    assert fallen.count("The shop opens at 9 am.") > 0
