"""What the invented people write: patterns of `[one|other]` turns and `{slots}`, filled by `demo.grammar`."""
