"""What leaves the house: the digest and its tables, through the release door."""
