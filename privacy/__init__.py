"""Keeps people out of what rests and what leaves: pseudonyms, redaction, release, erasure, audit."""
