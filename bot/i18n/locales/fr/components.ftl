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
