"""The card to share: a journey with every word hidden."""

from bot.i18n import Tongue
from bot.pictures import words
from bot.pictures.canvas import Canvas
from bot.pictures.chart import draw_journey
from bot.pictures.parts import MARGIN, draw_pills, figure, head, pills, rating_line
from bot.pictures.theme import Theme
from bot.pictures.type import Box
from game.albums import Page

WIDTH, HEIGHT = 1200, 676


def share_card(page: Page, theme: Theme, tongue: Tongue) -> Canvas:
    """Draw the card; of the journey only the heat is used, never a word."""
    canvas = Canvas(WIDTH, HEIGHT, theme)
    left = figure(canvas, page, tongue)
    head(canvas, words.puzzle_title(page.puzzle, tongue), left - MARGIN - 40)
    rating_line(canvas, (MARGIN, 190), page.puzzle, tongue, "")
    row = list(pills(page, tongue))
    draw_pills(canvas, (MARGIN, 218), row, WIDTH - 2 * MARGIN)
    box = Box(MARGIN, 312 if row else 260, WIDTH - MARGIN, HEIGHT - 28)
    draw_journey(canvas, box, page.journey.veiled(), page.size, page.puzzle.par, tongue)
    return canvas
