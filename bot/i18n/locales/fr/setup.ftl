## /setup : comment un serveur joue, et ce que ses responsables peuvent y changer.

setup-title = ⚙️ Réglages de { $server }
setup-channel = 📢 **Message du jour :** dans { $channel }, à **{ $time }**
setup-channel-thread = 📢 **Message du jour :** dans { $channel }, à **{ $time }**, chacun avec son fil
setup-no-channel = 📢 **Message du jour :** aucun pour l'instant. Choisis un salon ci-dessous, et il viendra chaque jour à **{ $time }**.
setup-zone = 🌍 **Fuseau horaire :** { $zone }, où il est { $now }
setup-style = 🎲 **Style :** { $style }
setup-mix = 🎚️ **Difficulté :** { $mix }
setup-language = 💬 **Langue :** { $language }
setup-language-discord = comme sur Discord ({ $language })
setup-role = 🔔 **Ping :** { $role }. On le prend et on le quitte avec `{ -notify }`.
setup-no-role = 🔔 **Ping :** personne
setup-next = Prochain message
setup-next-none = Aucun n'est prévu.
setup-next-now = D'un instant à l'autre.
setup-next-at = **{ $weekday } { $date }, { $time }** ({ $when }) dans { $channel }
setup-trouble = ⚠️ À régler
setup-footer = Chaque choix compte tout de suite.

## Ce qu'on peut choisir.

setup-style-solo = solo
setup-style-together = ensemble
setup-style-race = course
setup-style-relay = relais
setup-style-about-solo = Chacun son tableau ; personne ne voit les essais des autres.
setup-style-about-together = Un tableau pour tout le salon, tenu à jour sous le message.
setup-style-about-race = Chacun son tableau, et qui trouve le mot en premier gagne.
setup-style-about-relay = Un tableau pour le salon, et vous jouez à tour de rôle.
setup-mix-easy = facile tous les jours
setup-mix-week = de facile le lundi à difficile le samedi
setup-mix-hard = difficile tous les jours
setup-choose-channel = Salon du message du jour
setup-choose-hour = Heure du message du jour
setup-choose-style = Comment vous jouez
setup-choose-mix = La difficulté
setup-choose-role = Rôle à prévenir (aucun : laisser vide)
setup-choose-language = Langue de tout ce que tous voient
setup-choose-zone = Quel endroit veux-tu dire ?

## Boutons, et le formulaire pour l'heure et le fuseau.

setup-button-time = Heure et fuseau horaire
setup-button-more = Plus
setup-button-back = Retour
setup-button-stop = Ne plus publier
setup-button-thread = Fils : oui
setup-button-no-thread = Fils : non
setup-form-title = Heure et fuseau horaire
setup-form-time = Heure du message du jour
setup-form-time-about = Par exemple 18:30 ou 18h30.
setup-form-zone = Ville ou fuseau horaire
setup-form-zone-about = Par exemple Paris, Montréal ou Asia/Tokyo.

## Ce qui ne va pas.

setup-not-manager = Seuls les membres qui peuvent gérer ce serveur ont accès à cela (la permission *Gérer le serveur*).
setup-no-server = Je ne suis plus membre de ce serveur : il n'y a donc rien à régler.
setup-bad-time = Je n'arrive pas à lire { $text } comme une heure. Essaie 18:30 ou 18h30. Rien n'a changé.
setup-unknown-zone = Je ne connais pas de fuseau horaire appelé { $text }. Essaie une ville plus grande du même pays. Rien n'a changé.
setup-which-zone = { $text } peut être plusieurs endroits. Lequel veux-tu dire ?
setup-not-saved = { $why } Rien n'a changé.
setup-lacks = Dans { $channel }, il me manque ces permissions : { $permissions }.
setup-cannot-see = Je ne vois pas { $channel } : le salon a été supprimé, ou il m'y manque la permission **{ $permission }**.
setup-gone = Le salon a été supprimé, ou je n'ai pas le droit de le voir. Choisis-en un autre.
setup-stopped = C'est pourquoi je ne publie plus. Je réessaie une fois par jour, et tout de suite après un changement ici.
setup-unfit-role = Ce rôle ne convient pas : choisis-en un que des membres peuvent avoir, ni celui de tous, ni celui d'un bot.
setup-role-power = Personne ne peut prendre { $role } avec `{ -notify }` : il me manque la permission **{ setup-permission-manage-roles }**.
setup-role-height = Personne ne peut prendre { $role } avec `{ -notify }` : il est au-dessus de mon propre rôle. Place le mien au-dessus dans les paramètres du serveur.

## Les permissions, comme Discord les appelle.

setup-permission-view-channel = Voir le salon
setup-permission-send-messages = Envoyer des messages
setup-permission-embed-links = Intégrer des liens
setup-permission-attach-files = Joindre des fichiers
setup-permission-read-message-history = Voir les anciens messages
setup-permission-create-public-threads = Créer des fils publics
setup-permission-send-messages-in-threads = Envoyer des messages dans les fils
setup-permission-mention-everyone = Mentionner @everyone, @here et tous les rôles
setup-permission-manage-roles = Gérer les rôles

## /notify

setup-notify-on = 🔔 Tu as maintenant { $role } : je le préviens quand l'énigme du jour arrive. `{ -notify }` te le retire.
setup-notify-off = 🔕 { $role } est retiré : plus de pings.
setup-notify-none = Ce serveur n'a pas de rôle à prévenir. Qui le gère peut en choisir un avec `{ -setup }`.
setup-notify-gone = Le rôle à prévenir a été supprimé. Qui gère ce serveur peut en choisir un autre avec `{ -setup }`.
setup-notify-power = Je ne peux pas te donner { $role } : il me manque la permission **{ setup-permission-manage-roles }**. Dis-le à quelqu'un qui gère ce serveur.
setup-notify-height = Je ne peux pas te donner { $role } : il est au-dessus de mon propre rôle. Demande à quelqu'un qui gère ce serveur de placer le mien au-dessus.

## Bonjour.

setup-welcome-title = 👋 Bonjour, je suis Warmer !
setup-welcome = Je cache un mot chaque jour, et vous le trouvez par le *sens* : propose n'importe quel mot, et je te dis s'il est chaud.

    `{ -guess }` : on joue tout de suite, et toi seul vois tes essais.
    `{ -setup }` : qui gère ce serveur choisit le salon et l'heure de l'énigme du jour, et comment vous jouez.
    `{ -help }` raconte le reste.
