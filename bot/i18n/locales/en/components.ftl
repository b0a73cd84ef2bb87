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

components-guess-on = Keep guessing
components-give-up = Give up
components-try = Guess “{ $word }”
components-back = Back
components-next = Next
components-sort-heat = By heat
components-sort-time = Latest first
components-show = Show me
components-solo = Play solo
components-choose-hint = Choose a hint
components-choose-word = Choose a word

components-form-title = Guess
components-form-words = One word or several
components-form-many = Up to 20 at once, set apart by spaces, commas or lines.
components-form-example = river, mountain, music
