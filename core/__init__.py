"""Records, cards, settings, ids, days, errors: what every room may know. Knows nobody."""
