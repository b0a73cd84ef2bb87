"""The daily post: the scheduler is a clock only, what is due comes from the database."""

from bot.schedule.sender import Posted
from bot.schedule.service import DailyPosts, add_daily_posts

__all__ = ["DailyPosts", "Posted", "add_daily_posts"]
