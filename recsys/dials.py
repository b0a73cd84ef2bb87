"""What the model of taste can be set to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dials:
    """What `recsys.tuning` finds for the data at hand; these are for too little data to tell.

    `regularisation` is the kernel's λ; `features` is what item features weigh beside raters;
    `content` weighs the cosine of contents; `low` is what a low rating weighs beside a like's 1
    among raters, and `dislike` how much the lowest speaks against what it is like; `evidence` and
    `ridge` are the imputer's κ and μ, and `lift` what is imputed is multiplied by where nobody has
    rated an item. `popular` weighs how many like it, less who dislike it, so little that it only
    orders what is equal otherwise. docs/recommender.md tells how each was found.
    """

    regularisation: float = 200.0
    features: float = 0.5
    content: float = 0.005
    low: float = 0.45
    dislike: float = 0.5
    evidence: float = 0.5
    ridge: float = 24.0
    lift: float = 1.0
    popular: float = 1e-6
