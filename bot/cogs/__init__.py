"""Thin Discord command handlers."""
