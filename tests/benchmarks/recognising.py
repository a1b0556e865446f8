"""Measures how many words of scanned pages are read: word recall against the text that the pages were made of.

``python tests/benchmarks/recognising.py [FILES…] [--pages N]`` (default: two pages of each sample) turns pages into pictures as
scanners make them, imports files that hold nothing but these pictures, and prints for each kind of scan the share of the words
that were read, the mean confidence, and the processor's seconds a page. Words are compared without case and marks,
each as often as it is printed; the order does not count. The last line is all kinds together; the goal is 0.95.
"""

from __future__ import annotations

import argparse
import io
import re
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import psutil
import pymupdf
from PIL import Image

from pincite.parser import Parser
from pincite.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 5
GREY_PAPER, GREY_INK = 214, 70


@dataclass(frozen=True)
class Kind:
    """How a page is scanned: dots per inch, degrees that it lies askew, JPEG quality (0: lossless), noise, grey paper."""

    name: str
    dpi: int
    skew: float = 0.0
    quality: int = 0
    noise: float = 0.0  # standard deviation of a pixel, of 255
    grey: bool = False


KINDS = (
    Kind("150 dpi", 150),
    Kind("200 dpi", 200),
    Kind("300 dpi", 300),
    Kind("200 dpi, 1.5 degrees askew", 200, skew=1.5),
    Kind("200 dpi, JPEG 30", 200, quality=30),
    Kind("200 dpi, noise", 200, noise=20.0, quality=60),
    Kind("200 dpi, grey paper", 200, grey=True, noise=6.0),
    Kind("150 dpi, askew, JPEG 40, noise", 150, skew=-1.0, quality=40, noise=10.0),
)


def scanned(page: pymupdf.Page, kind: Kind, chance: np.random.Generator) -> bytes:
    """The picture of a page, as a file."""
    pixels = page.get_pixmap(dpi=kind.dpi, colorspace=pymupdf.csGRAY, alpha=False)
    picture = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
    if kind.skew:
        picture = picture.rotate(kind.skew, Image.Resampling.BICUBIC, fillcolor=255)
    shades = np.asarray(picture, np.float32)
    if kind.grey:
        shades = GREY_INK + shades * (GREY_PAPER - GREY_INK) / 255
    if kind.noise:
        shades = shades + chance.normal(0.0, kind.noise, shades.shape)
    made = io.BytesIO()
    image = Image.fromarray(shades.clip(0, 255).astype(np.uint8))
    if kind.quality:
        image.save(made, "JPEG", quality=kind.quality)
    else:
        image.save(made, "PNG")
    return made.getvalue()


def words(text: str) -> Counter[str]:
    """The words of a text, without case and marks, and how often each occurs."""
    return Counter(re.findall(r"[^\W_]+", re.sub(r"[-\u2010\u00ad]\n", "", text).casefold()))


def measure(sources: Sequence[Path], pages: int) -> None:
    """Prints a line for each kind of scan, and one for all."""
    read_in_all = printed_in_all = 0
    parser = Parser()
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            chance = np.random.default_rng(SEED)
            printed: list[Counter[str]] = []
            with pymupdf.open() as scans:
                for source in sources:
                    with pymupdf.open(source) as file:
                        for number in np.linspace(0, len(file) - 1, min(pages, len(file))).astype(int).tolist():
                            page = file[number]
                            printed.append(words(page.get_text(sort=True)))
                            scan = scans.new_page(width=page.rect.width, height=page.rect.height)
                            scan.insert_image(scan.rect, stream=scanned(page, kind, chance))
                path = Path(folder) / "scans.pdf"
                scans.save(path)
            found = []
            used = 0.0
            for page in parser.recognise(path, range(1, len(printed) + 1)):
                found.append(page)
                used = sum(psutil.Process(parser.ocr_pid).cpu_times()[:2])
            parser.end_recognition()
            total = sum(map(Counter.total, printed))
            read = sum((wanted & words(page.text)).total() for wanted, page in zip(printed, found, strict=True))
            sure = np.mean([page.confidence or 0.0 for page in found])
            print(
                f"{kind.name}: {read / total:.3f} of {total} words on {len(found)} pages, "
                f"confidence {sure:.2f}, {used / len(found):.1f} s of the processor a page",
                flush=True,
            )
            read_in_all, printed_in_all = read_in_all + read, printed_in_all + total
    parser.close()
    print(f"all: {read_in_all / printed_in_all:.3f}")


def main() -> None:
    """Measures the files that were named, or the samples."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--pages", type=int, default=2)
    chosen = options.parse_args()
    measure(chosen.files or sorted((data_folder("resources") / "samples").glob("*.pdf")), chosen.pages)


if __name__ == "__main__":
    main()
