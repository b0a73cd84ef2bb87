## Hints. An offer begins with the name of the kind and ends with its price.

hint-offer-direction = direction: a warmer word, unlike what was tried so far (+{ $price })
hint-offer-between = between: a warmer word between two of your words (+{ $price })
hint-offer-halfway = halfway: a word halfway from your best to the secret (+{ $price })
hint-offer-spelling = spelling: the first letter and the length ({ $price ->
    [0] free now
   *[other] +{ $price }
})

hint-title = 💡 Try around { $word }
hint-spelling-title = 💡 It begins with { $letter }
hint-spelling = `{ $blanks }`, { common-letters }.
hint-direction = A way that nobody has looked yet.
hint-between = Warmer lies between **{ $one }** and **{ $other }**.
hint-cost = No guess is spent; the hint adds { $strokes ->
    [one] { $strokes } stroke
   *[other] { $strokes } strokes
} to the score.
hint-told-before = This was told before, so it costs nothing now.
