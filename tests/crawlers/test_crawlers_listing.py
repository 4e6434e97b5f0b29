"""A listing, from its card to postings, over a real server."""

from crawlers_site import Reply

LINKS = {"link": "a.ad", "title": "h1", "text": ".body", "date": "time", "place": ".place", "next": "a.next"}


def ad(number: int, day: str | None = "2026-11-02") -> str:
    when = f"<time datetime='{day}T10:00:00+08:00'>x</time>" if day else ""
    return f"<h1>Ad {number}</h1>{when}<p class=place>Penang</p><div class=body>Cleaner wanted, number {number}.</div>"


def listing(numbers, following=None):
    rows = "".join(f"<li><a class=ad href=/ad/{n}>Ad {n}</a></li>" for n in numbers)
    more = f"<a class=next href={following}>more</a>" if following else ""
    return f"<html><body><ul>{rows}</ul>{more}</body></html>"


def fill(site, pages=2, each=3, day="2026-11-02"):
    for page in range(pages):
        numbers = range(page * each, page * each + each)
        following = f"/list/{page + 1}" if page + 1 < pages else None
        site.pages[f"/list/{page}"] = listing(numbers, following)
        for number in numbers:
            site.pages[f"/ad/{number}"] = ad(number, day)


def test_a_listing_is_walked_page_by_page_and_every_ad_is_read(site, home, card_of):
    fill(site)
    card = card_of(site, "listing", "/list/0", selectors=LINKS, document_kind="ad", timezone="Asia/Kuala_Lumpur")
    report = home.crawl(card)
    ads = home.read(card)
    assert report.finished, report
    assert (report.pages, report.parcels, report.alarms) == (8, 6, ())
    assert sorted(one.title for one in ads) == [f"Ad {n}" for n in range(6)]
    first = min(ads, key=lambda one: one.title)
    assert first.text == "Cleaner wanted, number 0."
    assert (str(first.published_day), first.date_source, first.place_claim) == ("2026-11-02", "selector", "Penang")
    assert first.kind == "ad"


def test_a_second_crawl_of_an_unchanged_listing_asks_for_its_first_page_alone(site, home, card_of):
    fill(site)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    home.visit(card)
    site.forget()
    report = home.visit(card)
    assert site.asked() == ["/list/0"]
    assert report.parcels == 0


def test_new_ads_alone_are_fetched_and_older_pages_left_alone(site, home, card_of):
    fill(site)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    home.visit(card)
    site.forget()
    site.pages["/list/0"] = listing([9, 0, 1, 2], "/list/1")
    site.pages["/ad/9"] = ad(9)
    home.visit(card)
    assert site.asked() == ["/list/0", "/ad/9", "/list/1"]


def test_a_page_that_is_not_modified_is_not_sent_again(site, home, card_of):
    fill(site)
    site.pages["/list/0"] = Reply(
        listing([0]), headers={"ETag": '"a"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"}
    )
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    home.visit(card)
    site.forget()
    home.visit(card)
    assert site.log[-1][2]["If-None-Match"] == '"a"'
    assert site.log[-1][2]["If-Modified-Since"] == "Mon, 02 Nov 2026 10:00:00 GMT"


def test_whole_ads_of_all_pages_of_a_listing_are_read_and_then_only_until_nothing_is_new(site, home, card_of):
    def page(numbers, following=None):
        rows = "".join(f"<li id=n{n}><b>Ad {n}</b><p>Words of {n}.</p><time>2026-11-0{n}</time></li>" for n in numbers)
        return rows + (f"<a class=next href={following}>more</a>" if following else "")

    site.pages = {"/0": page([5, 6], "/1"), "/1": page([3, 4], "/2"), "/2": page([1, 2])}
    card = card_of(
        site, "listing", "/0", selectors={"item": "li", "title": "b", "text": "p", "date": "time", "next": ".next"}
    )
    home.visit(card)
    assert sorted(one.title for one in home.read(card)) == [f"Ad {n}" for n in range(1, 7)]
    site.forget()
    site.pages |= {"/0": page([6, 7], "/1"), "/1": page([4, 5], "/2"), "/2": page([1, 2, 3])}
    home.visit(card)
    assert site.asked() == ["/0", "/1"]


def test_a_listing_without_selectors_is_followed_by_its_main_links(site, home, card_of):
    words = "Someone who cooks and cleans is wanted in a house on the hill, with a room and two days off. " * 2
    rows = "".join(f"<li class=row><a href=/ad/{n}>Wanted in the hills, number {n}</a></li>" for n in range(6))
    menu = "<ul><li><a href=/>Home</a></li><li><a href=/login>Log in</a></li></ul>"
    site.pages["/"] = f"<html><body>{menu}<ul>{rows}</ul></body></html>"
    for n in range(6):
        site.pages[f"/ad/{n}"] = f"<html><body><article><h1>Ad {n}</h1><p>{n}. {words}</p></article></body></html>"
    card = card_of(site, "listing", "/", document_kind="ad")
    home.visit(card)
    assert sorted(one.title for one in home.read(card)) == [f"Ad {n}" for n in range(6)]
    assert "/login" not in site.asked()
