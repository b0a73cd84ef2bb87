"""The REST side of local Discord: routes, rate limits, faults."""
