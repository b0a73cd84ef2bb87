why-title = { $emoji } Warum { $word } bei { $heat } liegt
why-meant = Was gemeint ist (englisch)
why-near-both = Beiden nah

## Was ein Wort mit dem geheimen verbindet. Für $other steht vielleicht why-untold: Beides ist
## deshalb immer im Nominativ oder Akkusativ.

why-untold = das geheime Wort
why-via = { "" }: { $what }
why-nothing = Sie verbindet nichts, was ich benennen könnte; so weit liegen ihre Bedeutungen eben auseinander.
why-link-itself = Das ist das Wort selbst.
why-link-family = { $one } und { $other } sind Formen desselben Wortes.
why-link-opposite = { $one } und { $other } sind Gegensätze. Gegensätze liegen nah beieinander: Es geht um dasselbe.
why-link-synonym = { $one } und { $other } können dasselbe bedeuten.
why-link-kind-of = { $other } ist der Oberbegriff: { $one } gehört dazu.
why-link-has-kind = { $one } ist der Oberbegriff: { $other } gehört dazu.
why-link-part-of = { $other } ist das Ganze: { $one } ist ein Teil oder der Stoff davon.
why-link-has-part = { $one } ist das Ganze: { $other } ist ein Teil oder der Stoff davon.
why-link-entails = { $one } umfasst { $other } oder führt dazu.
why-link-entailed = { $other } umfasst { $one } oder führt dazu.
why-link-topic = { $one } und { $other } gehören zu einem Thema.
why-link-derived = { $one } und { $other } kommen von einem Wort.
why-link-similar = { $one } und { $other } bedeuten Ähnliches.
why-link-same-kind = { $one } und { $other } sind von derselben Art{ $via }.
why-link-same-category = { $one } und { $other } sind von einer Kategorie{ $via }.
why-link-together = { $one } und { $other } sind in derselben Gesellschaft: Was dem einen nah ist, ist es auch dem anderen.

## Kategorien von Bedeutung (die von WordNet).

why-category-noun-act = Taten
why-category-noun-animal = Tiere
why-category-noun-artifact = von Menschen Gemachtes
why-category-noun-attribute = Eigenschaften
why-category-noun-body = der Körper
why-category-noun-cognition = das Denken
why-category-noun-communication = Verständigung
why-category-noun-event = Ereignisse
why-category-noun-feeling = Gefühle
why-category-noun-food = Essen
why-category-noun-group = Gruppen
why-category-noun-location = Orte
why-category-noun-motive = Beweggründe
why-category-noun-object = Dinge der Natur
why-category-noun-person = Menschen und andere Wesen
why-category-noun-phenomenon = Naturereignisse
why-category-noun-plant = Pflanzen
why-category-noun-possession = Besitz
why-category-noun-process = Vorgänge
why-category-noun-quantity = Mengen
why-category-noun-relation = Beziehungen
why-category-noun-shape = Formen
why-category-noun-state = Zustände
why-category-noun-substance = Stoffe
why-category-noun-time = Zeit
why-category-verb-body = Körperpflege
why-category-verb-change = Veränderung
why-category-verb-cognition = Nachdenken
why-category-verb-communication = Mitteilen
why-category-verb-competition = Wettkampf
why-category-verb-consumption = Essen und Trinken
why-category-verb-contact = Berühren
why-category-verb-creation = Erschaffen
why-category-verb-emotion = Fühlen
why-category-verb-motion = Bewegung
why-category-verb-perception = Wahrnehmen
why-category-verb-possession = Besitzen
why-category-verb-social = Leben unter Menschen
why-category-verb-weather = Wetter
