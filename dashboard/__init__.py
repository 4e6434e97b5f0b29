"""Looks at what is kept: queries read, acts write."""
