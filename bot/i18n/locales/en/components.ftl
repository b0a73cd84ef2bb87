## What the game's buttons, menus and forms say.

components-guess = Guess
components-guess-again = Guess again
components-board = My board
components-hint = Hint
components-why = Why?
components-nearest = Nearest 100
components-turning = Turning point
components-explore = Keep exploring
components-practice = Practice
