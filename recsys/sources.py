"""What a score is made of, before the dials mix it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys.dials import Dials
from recsys.features import ItemFeatures
from recsys.imputer import Regression
from recsys.opinions import Floats, Ints

UNTRUSTED = 0.05
"""The share of the content's weight where nobody has rated: there the regression knows better."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a member's scores are made of, for some items: `mixed` puts it together."""

    trust: Floats
    own: Floats
    imputed: Floats
    alike: Floats

    def mixed(self, dials: Dials) -> Floats:
        """The scores without what is nobody's opinion."""
        content = dials.content * (self.trust + UNTRUSTED)
        doubt = doubted(self.trust, dials.lift)
        return np.asarray(self.trust * self.own + doubt * self.imputed + content * self.alike)


@dataclass(frozen=True, slots=True)
class Asked:
    """One member's question before features are multiplied by items.

    `by_item` is Xᵀt; `columns`, shape (width, 4), is what features are to be multiplied by for the
    scores of the ridge, for affinity, for log popularity and for products of content; `constants`
    go with affinity and popularity.
    """

    regression: Regression
    by_item: Floats
    constants: tuple[float, float]
    columns: Floats

    def answered(self, products: NDArray[np.floating], lengths: Floats) -> Sources:
        """The sources of all items, from the products of their features with `columns`."""
        own, affinity, popular = self._parts(products)
        imputed = self.regression.imputed(own, affinity, popular)
        alike = products[:, 3] / np.maximum(lengths, 1e-12)
        return Sources(self.regression.trust, own, imputed, alike)

    def exactly(self, those: Ints, features: ItemFeatures) -> Sources:
        """The sources of those items only, in double precision."""
        needed = np.union1d(those, features.neighbours.items[those])
        products = np.zeros((len(self.by_item), self.columns.shape[1]))
        products[needed] = features.rows(needed) @ self.columns
        own, affinity, popular = self._parts(products)
        imputed = self.regression.imputed(own, affinity, popular, those)
        alike = products[those, 3] / np.maximum(features.lengths[those], 1e-12)
        return Sources(self.regression.trust[those], own[those], imputed, alike)

    def _parts(self, products: NDArray[np.floating]) -> tuple[Floats, Floats, Floats]:
        affine, popular = self.constants
        own = np.asarray(self.by_item + products[:, 0])
        return own, np.asarray(affine + products[:, 1]), np.asarray(popular + products[:, 2])


def doubted(trust: Floats, lift: float) -> Floats:
    """What the imputed counts: the regression shrinks it, so it is lifted where nothing is known.

    Where an item has raters it is hardly lifted.
    """
    return np.asarray((1 - trust) * (1 + (lift - 1) * (1 - trust) ** 2))
