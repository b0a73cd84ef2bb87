## Ce que disent les boutons, les menus et les formulaires du jeu.

components-guess = Deviner
components-guess-again = Deviner encore
components-board = Mon tableau
components-hint = Indice
components-why = Pourquoi ?
components-nearest = Les 100 plus proches
components-turning = Le tournant
components-explore = Continuer à explorer
components-practice = S'entraîner

components-guess-on = Continuer à deviner
components-give-up = Abandonner
components-try = Proposer « { $word } »
components-back = Précédent
components-next = Suivant
components-sort-heat = Par chaleur
components-sort-time = Récents d'abord
components-show = Montre-moi
components-solo = Jouer en solo
components-choose-hint = Choisis un indice
components-choose-word = Choisis un mot

components-form-title = Deviner
components-form-words = Un mot ou plusieurs
components-form-many = Jusqu'à 20 mots anglais, séparés par des espaces, des virgules ou des lignes.
components-form-example = river, mountain, music
