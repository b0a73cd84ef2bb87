"""The local chat that needs no Discord account."""
