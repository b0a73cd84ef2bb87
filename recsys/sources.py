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
    newness: Floats
    grown: float

    def mixed(self, dials: Dials) -> Floats:
        """The scores without what is nobody's opinion."""
        own, imputed = shares(self.trust, self.grown, dials.lift, self.newness)
        content = dials.content * (self.trust + UNTRUSTED)
        return np.asarray(own * self.own + imputed * self.imputed + content * self.alike)


@dataclass(frozen=True, slots=True)
class Asked:
    """One member's question before features are multiplied by items.

    `newness` tells unrated items that are new; `by_item` is Xᵀt; `columns`, shape (width, 4), is
    what features are to be multiplied by for the scores of the ridge, for affinity, for log
    popularity and for products of content; `constants` go with affinity and popularity.
    """

    regression: Regression
    newness: Floats
    by_item: Floats
    constants: tuple[float, float]
    columns: Floats

    def answered(self, products: NDArray[np.floating], lengths: Floats) -> Sources:
        """The sources of all items, from the products of their features with `columns`."""
        own, affinity, popular = self._parts(products)
        imputed = self.regression.imputed(own, affinity, popular)
        alike = products[:, 3] / np.maximum(lengths, 1e-12)
        return self._sources(self.regression.trust, own, imputed, alike, self.newness)

    def exactly(self, those: Ints, features: ItemFeatures) -> Sources:
        """The sources of those items only, in double precision."""
        needed = np.union1d(those, features.neighbours.items[those])
        products = np.zeros((len(self.by_item), self.columns.shape[1]))
        products[needed] = features.rows(needed) @ self.columns
        own, affinity, popular = self._parts(products)
        imputed = self.regression.imputed(own, affinity, popular, those)
        alike = products[those, 3] / np.maximum(features.lengths[those], 1e-12)
        trust, newness = self.regression.trust[those], self.newness[those]
        return self._sources(trust, own[those], imputed, alike, newness)

    def _sources(
        self, trust: Floats, own: Floats, imputed: Floats, alike: Floats, newness: Floats
    ) -> Sources:
        return Sources(trust, own, imputed, alike, newness, self.regression.grown)

    def _parts(self, products: NDArray[np.floating]) -> tuple[Floats, Floats, Floats]:
        affine, popular = self.constants
        own = np.asarray(self.by_item + products[:, 0])
        return own, np.asarray(affine + products[:, 1]), np.asarray(popular + products[:, 2])


def shares(trust: Floats, grown: float, lift: float, newness: Floats) -> tuple[Floats, Floats]:
    """How much an item's own score counts, and what is imputed to it.

    The regression shrinks what it imputes, so that is lifted where nothing is known of an item that
    is new; where an item has raters it is hardly lifted. What evidence does not yet make up for is
    left to the item's own score, which features have made if nobody has.
    """
    lifted = 1 + (lift - 1) * newness * (1 - trust) ** 2
    return np.asarray(1 - grown * (1 - trust)), np.asarray(grown * (1 - trust) * lifted)
