"""Files that are read instead of crawled: tables and web archives."""
