"""Feeds: whole entries are taken from the feed, others are fetched; RSS and Atom; what is no feed."""

from crawlers_site import Reply

from crawlers.extract import postings

LONG = "Police in the north freed eleven workers from a farm on Tuesday, and two men were charged. " * 8


def rss(items):
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return Reply(f"{head}<channel><title>News</title>{items}</channel></rss>", kind="application/rss+xml")


def item(site, number, content="", summary="Short words …", date="Mon, 02 Nov 2026 10:00:00 +0800"):
    whole = f"<content:encoded><![CDATA[<p>{content}</p>]]></content:encoded>" if content else ""
    when = f"<pubDate>{date}</pubDate>" if date else ""
    link = f"{site.address}/n/{number}"
    return (
        f"<item><title>News {number}</title><link>{link}</link>{when}<description>{summary}</description>{whole}</item>"
    )


def test_whole_entries_come_from_the_feed_and_short_ones_from_their_pages(site, home, card_of):
    site.pages["/feed"] = rss(item(site, 1, content=LONG) + item(site, 2))
    site.pages["/n/2"] = f"<html><body><article><h1>News 2</h1><p>{LONG}</p></article></body></html>"
    card = card_of(site, "feed", "/feed", document_kind="article", country="MY")
    home.visit(card)
    articles = {one.url.rsplit("/", 1)[1]: one for one in home.read(card)}
    assert site.asked() == ["/feed", "/n/2"]
    assert set(articles) == {"1", "2"}
    assert (articles["1"].by, articles["1"].date_source, str(articles["1"].published_day)) == (
        "feed",
        "feed",
        "2026-11-02",
    )
    assert (articles["2"].by, articles["2"].date_source, str(articles["2"].published_day)) == (
        "article",
        "feed",
        "2026-11-02",
    )
    assert "eleven workers" in articles["2"].text


def test_an_atom_feed_is_read(site, home, card_of):
    site.pages["/atom"] = Reply(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><title>E</title><link href='/n/1'/>"
        "<id>urn:1</id><updated>2026-11-01T10:00:00Z</updated><summary>s</summary>"
        f"<content type='html'>&lt;p&gt;{LONG}&lt;/p&gt;</content><author><name>Ann</name></author></entry></feed>",
        kind="application/atom+xml",
    )
    card = card_of(site, "feed", "/atom")
    home.visit(card)
    (one,) = home.read(card)
    assert (one.title, one.author, str(one.published_at)) == ("E", "Ann", "2026-11-01 10:00:00+00:00")


def test_an_entry_without_a_date_stays_without_one(site, home, card_of):
    site.pages["/feed"] = rss(item(site, 1, content=LONG, date=None))
    card = card_of(site, "feed", "/feed")
    home.visit(card)
    (one,) = home.read(card)
    assert (one.published_at, one.published_day, one.date_source) == (None, None, None)
    assert one.first_seen is not None


def test_what_is_no_feed_becomes_a_dead_letter(site, home, card_of):
    site.pages["/feed"] = "<html><body>Down for repairs</body></html>"
    card = card_of(site, "feed", "/feed")
    tally = home.visit(card)
    (parcel,) = home.take(card)
    (letter,) = postings(parcel, card).letters
    assert tally.errors == {"unreadable page": 1}
    assert "no feed" in letter.reason
