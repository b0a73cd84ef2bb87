why-title = { $emoji } Why { $word } is at { $heat }
why-meant = What is meant
why-near-both = Near both

## What links a guess with the secret. $one is the guess and $other the secret, either of
## them may be told or not; $via is empty or what the link runs through (see why-via).

why-untold = the secret word
why-via = { "" }: { $what }
why-nothing = Nothing that I could name links them; their meanings are just this far apart.
why-link-itself = It is the word itself.
why-link-family = { $one } is another form of { $other }.
why-link-opposite = { $one } is an opposite of { $other }. Opposites are near: they are about the same.
why-link-synonym = { $one } can mean the same as { $other }.
why-link-kind-of = { $one } is a kind of { $other }.
why-link-has-kind = { $other } is a kind of { $one }.
why-link-part-of = { $one } is a part of { $other }, or what it is made of.
why-link-has-part = { $other } is a part of { $one }, or what it is made of.
why-link-entails = { $one } includes or brings about { $other }.
why-link-entailed = { $other } includes or brings about { $one }.
why-link-topic = { $one } and { $other } belong to one topic.
why-link-derived = { $one } and { $other } are made from one word.
why-link-similar = { $one } means something like { $other }.
why-link-same-kind = { $one } and { $other } are kinds of the same thing{ $via }.
why-link-same-category = { $one } and { $other } are of one category{ $via }.
why-link-together = { $one } and { $other } keep the same company: what is near one is near the other.

## Categories of meaning (WordNet's).

why-category-noun-act = deeds
why-category-noun-animal = animals
why-category-noun-artifact = things people make
why-category-noun-attribute = qualities
why-category-noun-body = the body
why-category-noun-cognition = thought
why-category-noun-communication = communication
why-category-noun-event = events
why-category-noun-feeling = feelings
why-category-noun-food = food
why-category-noun-group = groups
why-category-noun-location = places
why-category-noun-motive = motives
why-category-noun-object = things in nature
why-category-noun-person = people and other beings
why-category-noun-phenomenon = natural events
why-category-noun-plant = plants
why-category-noun-possession = possessions
why-category-noun-process = processes
why-category-noun-quantity = amounts
why-category-noun-relation = relations
why-category-noun-shape = shapes
why-category-noun-state = states
why-category-noun-substance = substances
why-category-noun-time = time
why-category-verb-body = care of the body
why-category-verb-change = change
why-category-verb-cognition = thinking
why-category-verb-communication = telling
why-category-verb-competition = contests
why-category-verb-consumption = eating and drinking
why-category-verb-contact = touching
why-category-verb-creation = making
why-category-verb-emotion = feeling
why-category-verb-motion = movement
why-category-verb-perception = perceiving
why-category-verb-possession = owning
why-category-verb-social = life among people
why-category-verb-weather = weather
