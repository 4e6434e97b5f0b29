"""What leaves the house: the digest and the feeds, through the release door."""
