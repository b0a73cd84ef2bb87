"""SQL persistence: one schema, one migration history."""
