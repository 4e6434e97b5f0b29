"""Forums, from lists of threads to single posts, with selectors and without."""

FIRST = "Is the work at the new plant any good?"
SECOND = "They keep your papers, so think twice."
WITH = {
    "thread": "a.topic",
    "next": "a[rel=next]",
    "item": "div.post",
    "title": "h1",
    "text": ".content",
    "author": ".username",
    "date": "time",
}


def post(number, text, name="anna", day="2026-11-02"):
    return (
        f"<div class=post id=p{number}><span class=username>{name}</span><time datetime={day}T08:00:00Z>x</time>"
        f"<div class=content><p>{text}</p></div></div>"
    )


def fill(site):
    site.pages["/f"] = (
        "<table><tr><td><a class=topic href=/t/1>Kerja</a></td><td>2 replies</td></tr>"
        "<tr><td><a class=topic href=/t/2>Rooms</a></td><td>0 replies</td></tr></table>"
    )
    site.pages["/t/1"] = f"<h1>Kerja</h1>{post(1, FIRST)}{post(2, SECOND)}<a rel=next href=/t/1?p=2>2</a>"
    site.pages["/t/1?p=2"] = f"<h1>Kerja</h1>{post(3, 'Third words.', 'budi')}"
    site.pages["/t/2"] = f"<h1>Rooms</h1>{post(9, 'A room to let.')}"


def test_posts_of_all_pages_of_all_threads_are_read(site, home, card_of):
    fill(site)
    card = card_of(site, "forum", "/f", selectors=WITH)
    tally = home.visit(card)
    posts = {one.text: one for one in home.read(card)}
    assert tally.stopped is None
    assert set(posts) == {FIRST, SECOND, "Third words.", "A room to let."}
    assert [posts[text].kind for text in (FIRST, SECOND, "Third words.")] == ["post", "reply", "reply"]
    assert posts[FIRST].title == "Kerja"
    assert posts["Third words."].author == "budi"
    assert posts["Third words."].thread == posts[FIRST].thread
    assert len({one.native_id for one in posts.values()}) == 4


def test_a_grown_thread_is_looked_at_again_at_its_end_and_others_are_not(site, home, card_of):
    fill(site)
    card = card_of(site, "forum", "/f", selectors=WITH)
    home.visit(card)
    before = {one.text: one.native_id for one in home.read(card)}
    site.forget()
    site.pages["/f"] = site.pages["/f"].replace("2 replies", "3 replies")
    site.pages["/t/1?p=2"] += post(4, "Fourth words.")
    home.visit(card)
    after = {one.text: one.native_id for one in home.read(card)}
    assert sorted(site.asked()) == ["/f", "/t/1", "/t/1?p=2"]
    assert after["Third words."] == before["Third words."]
    assert "Fourth words." in after


def test_an_unchanged_forum_costs_its_lists_only(site, home, card_of):
    fill(site)
    card = card_of(site, "forum", "/f", selectors=WITH)
    home.visit(card)
    site.forget()
    assert home.visit(card).parcels == 0
    assert site.asked() == ["/f"]


def test_without_selectors_posts_are_found_because_they_look_alike(site, home, card_of):
    fill(site)
    card = card_of(site, "forum", "/f")
    home.visit(card)
    posts = {one.text: one for one in home.read(card)}
    assert {FIRST, SECOND} <= set(posts)
    assert posts[FIRST].author == "anna"
    assert str(posts[SECOND].published_day) == "2026-11-02"


def test_boards_are_walked_though_the_front_page_that_lists_them_stays_as_it_is(site, home, card_of):
    from crawlers_site import Reply

    fill(site)
    front = "<a class=board href=/f>Board</a>"
    site.pages["/"] = Reply(f"<html><body>{front}</body></html>", headers={"ETag": '"same"'})
    card = card_of(site, "forum", "/", selectors={**WITH, "link": "a.board"})
    home.visit(card)
    home.take(card)
    site.forget()
    site.pages["/f"] += "<a class=topic href=/t/5>New</a>"
    site.pages["/t/5"] = f"<h1>New</h1>{post(50, 'Words that are new here.')}"
    home.visit(card)
    assert site.asked() == ["/", "/f", "/t/5"]
    assert [one.text for one in home.read(card)] == ["Words that are new here."]
