"""Splits the pages of a document into passages and sentences. Pure: reads no file, loads no model.

A passage is a run of whole sentences within one page and one section. Running headers, footers and page numbers belong to
no passage. All offsets are into ``Page.text``, so that what is quoted is what the page says.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from pincite import stamps
from pincite.domain import OutlineEntry, Page, Passage, Span
from pincite.pinpoints import body_end
from pincite.words import clean, figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SPLITTER = "3"
"""Version of the splitting; a library made with another one is offered to be indexed anew."""

PASSAGE_CHARS = 900  # about 200 tokens of English: within the 256 that the default embedder reads
SENTENCE_CHARS = 600  # a longer one is cut at a list item or a comma; a quote must be short enough to read

_FURNITURE_LINES = 3  # lines at the top and at the bottom of a page that may be running headers and footers
_FURNITURE_SHARE = 0.4  # of the pages; with odd and even headers each stands on just under half
_HEADING_CHARS = 120
_NUMBERED = re.compile(
    r"^(?:(?:article|section|chapter|part|schedule|exhibit|annex|appendix)\s+[\dIVXLCA-Z]+\b|(?P<number>\d+(?:\.\d+)*)\.?(?=\s+\S)"
    r"|§\s*[\d.]+)",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"(?:[•◦▪‣·–—-]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)])\s+\S", re.IGNORECASE)
_NEXT_ITEM = re.compile(r"\n(?=" + _LIST_ITEM.pattern + ")", re.IGNORECASE)
_LEADS_ON = re.compile(  # to what only looks like the sign of an item: "clause (b)", "thirty (30) days"
    r"\b(?:(?:clause|section|paragraph|article|subsection|sub-?paragraph|item|rule|schedule|exhibit|annex)s?|one|(?P<number>[a-z]+))\s*$",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"[.?!…。！？।؟\u203c-\u203d\u2047-\u2049\n]\s*\S")  # something follows what may end a sentence
_CUT = re.compile(r"(?<=[;:])\s+|(?<=,)\s+|\s+")


def split(document_id: str, pages: Sequence[Page], outline: Sequence[OutlineEntry] = ()) -> Iterator[Passage]:
    """The passages of a document in reading order. The words of the pages are not needed.

    Sections come from the outline where it has more than one entry, else from lines that look like headings.
    """
    furniture = running_lines(pages)
    body_size = _body_size(pages)
    sections = _Sections(outline, body_size)
    for page in pages:
        for section, spans in _pieces(page, furniture.get(page.number, set()), sections):
            for group in _pack(spans):
                start, end = group[0][0], group[-1][1]
                yield Passage(
                    id=f"{document_id[:16]}:{page.number}:{start}",
                    document_id=document_id,
                    page=page.number,
                    page_label=page.label,
                    section=section,
                    start=start,
                    end=end,
                    sentences=tuple(group),
                    text=page.text[start:end],
                )


def search_text(names: str, section: str, text: str) -> str:
    """What a passage is found and ranked by: the names of its document and its section in front of its text."""
    return "\n".join(part for part in (names, section, clean(text)) if part)


def document_names(title: str, path: str) -> str:
    """Title and file name, where the one does not say the other: parties often stand in the file's name alone."""
    stem = " ".join(PurePath(path).stem.replace("_", " ").replace("-", " ").split())
    same = "".join(filter(str.isalnum, stem)).lower() == "".join(filter(str.isalnum, title)).lower()
    return title if same else f"{title} ({stem})"


def sentences(text: str) -> list[Span]:
    """Offsets of the sentences of running text, without the white space around them."""
    spans: list[Span] = []
    for start, end in _splitter()(text):
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if start >= end:
            continue
        if spans and _continues(text[spans[-1][0] : spans[-1][1]], text[start:end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [part for span in spans for part in _cut(text, span)]


def running_lines(pages: Sequence[Page]) -> dict[int, set[int]]:
    """For each page number, the indexes of its lines that repeat from page to page: headers, footers, page numbers."""
    seen: Counter[tuple[bool, str]] = Counter()
    candidates: dict[int, list[tuple[int, tuple[bool, str]]]] = {}
    for page in pages:
        edge = list(enumerate(page.lines))
        found = []
        for index, line in edge[:_FURNITURE_LINES] + edge[max(_FURNITURE_LINES, len(edge) - _FURNITURE_LINES) :]:
            key = (index < _FURNITURE_LINES, _shape(page.text[line.start : line.end]))
            found.append((index, key))
        seen.update({key for _, key in found})
        candidates[page.number] = found
    needed = max(3, _FURNITURE_SHARE * sum(1 for page in pages if page.text))
    running: dict[int, set[int]] = {}
    found_stamps = stamps.find(pages)
    for page in pages:
        repeated = {index: key[1] for index, key in candidates[page.number] if seen[key] >= needed}
        running[page.number] = {index for index in repeated if not _numbers_text(page, index, repeated)}
        if stamp := found_stamps.get(page.number):
            rest = set(range(len(page.lines))) - running[page.number] - {stamp.line}
            # a page on which nothing else stands is at least found by its stamp
            running[page.number] = running[page.number] | {stamp.line} if rest else running[page.number] - {stamp.line}
    return running


def _numbers_text(page: Page, index: int, repeated: Mapping[int, str]) -> bool:
    """Whether a repeated line is the number of a clause or a table's row: beside it stands text that does not repeat."""
    first = last = index
    while first > 0 and page.text[page.lines[first].start - 1] == "\t":
        first -= 1
    while last + 1 < len(page.lines) and page.text[page.lines[last].end] == "\t":
        last += 1
    return last > first and not any(re.search(r"[^\W\d_]", repeated.get(at, "")) for at in range(first, last + 1))


def _shape(line: str) -> str:
    """A line without what changes from page to page: its numbers, arabic or roman."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", " ".join(line.lower().split()))


def _body_size(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += line.end - line.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading on a page: offsets of its line (both 0 if it is not printed there), level from 1, and title."""

    start: int
    end: int
    level: int
    title: str


@dataclass
class _Sections:
    """Follows which section the text is in, from page to page."""

    outline: Sequence[OutlineEntry]
    body_size: float
    path: list[tuple[int, str]] = field(default_factory=list)

    def enter(self, level: int, title: str) -> None:
        self.path = [entry for entry in self.path if entry[0] < level]
        self.path.append((level, title))

    def __str__(self) -> str:
        return " › ".join(title for _, title in self.path[-3:])

    def starts(self, page: Page, skip: set[int]) -> list[_Heading]:
        """The headings of a page, in order of its text."""
        found = self._from_outline(page) if len(self.outline) > 1 else self._from_lines(page, skip)
        return sorted(found, key=lambda heading: heading.start)

    def _from_outline(self, page: Page) -> Iterator[_Heading]:
        entries = [entry for entry in self.outline if entry.page == page.number]
        printed = [(_letters(page.text[line.start : line.end]), line) for line in page.lines] if entries else []
        for entry in entries:
            wanted = _letters(entry.title)
            same = [item for item in printed if wanted and item[0] == wanted]
            alike = [item for item in printed if len(item[0]) > 5 and _begin_alike(item[0], wanted)]
            place = (0, 0)  # a title that is not printed on the page: the section starts at its top
            for item in (same or alike)[:1]:
                place = (item[1].start, item[1].end)
                printed.remove(item)  # a further section of the same name has a heading of its own
            yield _Heading(*place, entry.level, clean(entry.title))

    def _from_lines(self, page: Page, skip: set[int]) -> Iterator[_Heading]:
        for index, line in enumerate(page.lines):
            text = clean(page.text[line.start : line.end])
            begins_line = not line.start or page.text[line.start - 1] == "\n"
            if index in skip or not begins_line or not _could_be_heading(text):
                continue
            numbered = _NUMBERED.match(text)
            large = line.size >= 1.12 * self.body_size
            bold = line.bold and (numbered or text[0].isupper())
            if large or bold or _is_title_line(page, line.end, text, numbered):
                yield _Heading(line.start, line.end, _level(numbered, line.size, self.body_size), text)


def _could_be_heading(text: str) -> bool:
    return 2 < len(text) <= _HEADING_CHARS and text[-1] not in ".,;:?" and bool(re.search(r"[^\W\d]{2}", text))


def _is_title_line(page: Page, end: int, text: str, numbered: re.Match[str] | None) -> bool:
    """Whether a line in body type is a heading by its words: "ARTICLE IV" or "2. Confidential Information" on its own."""
    if not numbered or not (end == len(page.text) or page.text.startswith("\n", end)):
        return False
    rest = text[numbered.end() :].split()
    return len(rest) <= 8 and all(word[0].isupper() or len(word) < 4 for word in rest if word[0].isalpha())


def _level(numbered: re.Match[str] | None, size: float, body: float) -> int:
    if numbered and numbered["number"]:
        return 2 + numbered["number"].count(".")
    return 1 if size >= 1.3 * body or numbered else 2


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _begin_alike(one: str, other: str) -> bool:
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _pieces(page: Page, skip: set[int], sections: _Sections) -> Iterator[tuple[str, list[Span]]]:
    """The sentences of a page by section. A heading is a sentence of its own."""
    headings = sections.starts(page, skip)
    current: list[Span] = []
    end_of_page = (len(page.text), len(page.text) + 1)  # takes the headings that no run of text holds
    for run_start, run_end in [*_runs(page, skip), end_of_page]:
        at = run_start
        while headings and headings[0].start < run_end:
            heading = headings.pop(0)
            current += _shift(sentences(page.text[at : max(at, heading.start)]), at)
            if current:
                yield str(sections), current
            sections.enter(heading.level, heading.title)
            at = max(at, heading.end)
            current = [(heading.start, heading.end)] if run_start <= heading.start < heading.end else []
        current += _shift(sentences(page.text[at:run_end]), at)
    if current:
        yield str(sections), current


def _runs(page: Page, skip: set[int]) -> list[Span]:
    """The stretches of a page's text between the lines that are left out."""
    runs: list[Span] = []
    at = 0
    for index in sorted(skip):
        line = page.lines[index]
        if at < line.start:
            runs.append((at, line.start))
        at = max(at, line.end)
    if at < (end := body_end(page.text)):
        runs.append((at, end))
    return runs


def _shift(spans: list[Span], by: int) -> list[Span]:
    return [(start + by, end + by) for start, end in spans]


@cache
def _splitter() -> Any:
    """The sentence splitter of nupunkt, which knows the abbreviations of law and science."""
    import nupunkt

    def spans(text: str) -> Iterator[Span]:
        for block in re.finditer(r"(?:[^\n]+|\n(?!\n))+", text):
            at = block.start()
            if not _MAY_END.search(block[0]):  # of titles and tables most
                yield block.span()
                continue
            for start, end in nupunkt.sent_spans(block[0]):
                yield at + start, at + end

    return spans


def _continues(before: str, after: str) -> bool:
    """Whether a piece goes on with the sentence before it: across a block, or after "b.i.d."."""
    if _LIST_ITEM.match(after):
        return False
    return after[0].islower() or (before[-1] in "-,\u2010" and after[0].isalpha())


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A sentence, in parts where it is a list or too long to quote."""
    start, end = span
    items = (match.start() + 1 for match in _NEXT_ITEM.finditer(text, start, end))
    edges = [start, *(at for at in items if not _leads_on(text[start:at])), end]
    for left, right in pairwise(edges):
        while right - left > SENTENCE_CHARS:
            window = text[left : left + SENTENCE_CHARS]
            cuts = [m.end() for m in _CUT.finditer(window) if m.end() > SENTENCE_CHARS // 3]
            best = next((c for c in reversed(cuts) if window[:c].rstrip()[-1] in ";:"), None) or (
                next((c for c in reversed(cuts) if window[:c].rstrip()[-1] == ","), None) or (cuts[-1] if cuts else None)
            )
            at = left + (best or SENTENCE_CHARS)
            yield from _trim(text, left, at)
            left = at
        yield from _trim(text, left, right)


def _leads_on(before: str) -> bool:
    """Whether what stands before the sign of an item takes it into its own sentence: a number in words, or "clause"."""
    last = _LEADS_ON.search(before[-20:])
    return last is not None and (last["number"] is None or bool(figures(last["number"])))


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if start < end:
        yield start, end


def _pack(spans: list[Span]) -> Iterator[list[Span]]:
    """Groups sentences into passages of nearly equal length, none above the limit unless one sentence is."""
    total = spans[-1][1] - spans[0][0]
    target = total / max(1, round(total / PASSAGE_CHARS + 0.49))
    group: list[Span] = []
    for span in spans:
        length = span[1] - (group[0][0] if group else span[0])
        if group and (length > PASSAGE_CHARS or group[-1][1] - group[0][0] >= target):
            yield group
            group = []
        group.append(span)
    if group:
        yield group
