"""The store of one machine: one SQLite file in WAL mode; many processes read while one writes."""
