"""From parcels to postings: what was published on a page, in a feed, in a table's rows.

In order, the first that holds: the card's selectors, structured data, a feed's entries, repeated records,
the part of an ad's page that holds its words, the article.
Pure: nothing is fetched, opened or written here.
"""

from crawlers.extract.postings import Extracted, postings

__all__ = ["Extracted", "postings"]
