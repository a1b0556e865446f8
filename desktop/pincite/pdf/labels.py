"""What is printed on pages as their numbers, by the rules that a PDF has for them (PDF 1.7, 12.4.2). Opens no file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ROMAN = [*zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)]


class Labels:
    """The labels of a file's pages.

    Args:
        rules: Each with "startpage" (from 0), "prefix", "style" (D, R, r, A, a or none) and "firstpagenum".
    """

    def __init__(self, rules: Sequence[Mapping[str, Any]] = ()) -> None:
        self._rules = sorted(rules, key=lambda rule: rule["startpage"])
        self._starts = [rule["startpage"] for rule in self._rules]

    def of(self, number: int) -> str:
        """The label of the page with this number, from 1; the number itself where the rules say nothing of it."""
        at = bisect_right(self._starts, number - 1)
        if not at:
            return str(number)
        rule = self._rules[at - 1]
        value = rule.get("firstpagenum", 1) + number - 1 - rule["startpage"]
        return f"{rule.get('prefix', '')}{_numeral(value, rule.get('style', ''))}" or str(number)


def _numeral(value: int, style: str) -> str:
    if style == "D" or (style and value < 1):
        return str(value)
    if style in ("A", "a"):  # a to z, then aa to zz
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if style == "A" else letters
    if style in ("R", "r"):
        roman = ""
        for worth, letter in _ROMAN:
            roman += letter * (value // worth)
            value %= worth
        return roman.upper() if style == "R" else roman
    return ""
