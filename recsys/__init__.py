"""Taste, ranking, explanation and metrics of the recommender."""
