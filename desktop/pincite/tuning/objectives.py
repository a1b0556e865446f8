"""What the small models learn: to rank passages, and to judge claims. Reads no file, holds no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.models.cross_encoders import PROVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import torch

    from pincite.tuning.claims import Claim
    from pincite.tuning.negatives import Group


class Ranking:
    """The first passage of a group before its others.

    The loss is listwise: the cross-entropy of the softmax over a group's scores. The success is the reciprocal rank of the
    first passage; of equal scores it comes last.
    """

    label = "relevant"

    def pairs(self, example: Group) -> list[tuple[str, str]]:
        """The question with each passage."""
        return [(example.query, text) for text in example.texts]

    def loss(self, example: Group, scores: torch.Tensor) -> torch.Tensor:
        """See above."""
        import torch

        return torch.logsumexp(scores, 0) - scores[0]

    def success(self, example: Group, scores: Sequence[float]) -> float:
        """See above."""
        first, *others = scores
        return 1 / (1 + sum(other >= first for other in others))


class Judging:
    """Whether evidence proves a claim. The loss is the binary cross-entropy of the score, a logit; the success is its sign."""

    label = PROVES

    def pairs(self, example: Claim) -> list[tuple[str, str]]:
        """The claim, behind the question that it answers, with the evidence."""
        return [(example.said, example.evidence)]

    def loss(self, example: Claim, scores: torch.Tensor) -> torch.Tensor:
        """See above."""
        import torch

        return torch.nn.functional.softplus(-scores[0] if example.proven else scores[0])

    def success(self, example: Claim, scores: Sequence[float]) -> float:
        """See above."""
        return float((scores[0] > 0) == example.proven)
