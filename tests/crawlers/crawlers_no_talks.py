# ruff: noqa: E501 -- one block of a page on one line
"""Pages that are no talks, written down before the finder was tried on them: articles, lists, people, events."""

from __future__ import annotations

TEXT = (
    "The inspectors came on Tuesday morning and found forty people in two rooms above the kitchen. Most had paid an agent for the place. ",
    "The owner of the house said that he had let the rooms to a company and knew nothing of those who slept there. ",
    "Neighbours had called the town hall twice in spring, the second time because of the smoke. Nobody came then. ",
    "A spokeswoman of the office said that three of the forty had been taken to a doctor and the others to a school. ",
)
#: What is said elsewhere, in few words.
OTHERS = (
    "A ferry is to run again from Easter on, twice a day, with room for bicycles and for dogs on a lead. ",
    "Those who grow apples want a market hall of their own, and the council has lent them the old tram shed. ",
    "The choir looks for tenors; nobody needs to read notes, and there is tea and bread after each evening. ",
    "Snow took the roof off the ice rink, so skaters meet on the frozen pond behind the mill until March. ",
)
STORY = "".join(f"<p>{part * 2}</p>" for part in TEXT)
PEOPLE = [("Ada Moor", 3), ("Ben Hill", 5), ("Cleo Marsh", 8), ("Dan Wood", 11), ("Eve Stone", 14), ("Finn Lake", 17)]


def rows(form: str) -> str:
    return "".join(
        form.format(n=n, name=name, first=name.split()[0].lower(), day=f"{day:02d}", text=OTHERS[n % 4])
        for n, (name, day) in enumerate(PEOPLE)
    )


#: By name: the address, the page, and whether it is an article (else a list of other pages, or of people).
PAGES: dict[str, tuple[str, str, bool]] = {
    "article_and_cards": (
        "https://news.example/2019/03/04/forty-people",
        f"<html lang=en><body><article class=story><h1>Forty in two rooms</h1><div class=byline>By <a class=author href=/authors/ada>Ada Moor</a> <time datetime=2019-03-04>4 March 2019</time></div><div class=story-body>{STORY}</div></article><section class=more><h2>More</h2>"
        + rows(
            "<article class=card><h3><a href=/2019/{n}>What {name} saw at the harbour</a></h3><p class=teaser>{text}</p><span class=author>{name}</span> <time datetime=2019-02-{day}>{day} February 2019</time></article>"
        )
        + "</section></body></html>",
        True,
    ),
    "board_with_excerpts": (
        "https://forum.example/f/work",
        "<html lang=en><body><h1>Work</h1><ul class=topics>"
        + rows(
            "<li class=topic><h3><a href=/t/{n}-rooms>Rooms in the hills, part {n}</a></h3><div class=excerpt>{text}</div><div class=meta>started by <a href=/u/{first}>{name}</a> on <time datetime=2019-02-{day}>{day} Feb 2019</time>, {n} replies</div></li>"
        )
        + "</ul></body></html>",
        False,
    ),
    "archive_of_a_blog": (
        "https://blog.example/category/work",
        "<html lang=en><body><h1>Work</h1>"
        + rows(
            "<article id=post-{n} class='post hentry'><header><h2 class=entry-title><a href=/2019/rooms-{n}>Rooms {n}</a></h2><span class=posted-on><time datetime=2019-02-{day}>February {day}, 2019</time></span> <span class=byline><a class='url fn' href=/author/{first}>{name}</a></span></header><div class=entry-summary><p>{text} <a class=more-link href=/2019/rooms-{n}>Continue reading</a></p></div></article>"
        )
        + "</body></html>",
        False,
    ),
    "list_of_ads": (
        "https://ads.example/jobs/cleaning",
        "<html lang=en><body><h1>Cleaning jobs</h1><div class=results>"
        + rows(
            "<div class=result-item><a class=result-title href=/jobs/cleaning/{n}.html>Cleaner wanted in Klang {n}</a><p class=result-text>{text}</p><div class=result-foot><a href=/user/{first}>{name}</a><span class=result-date>{day}/02/2019</span><span class=result-price>1,{n}00</span></div></div>"
        )
        + "</div></body></html>",
        False,
    ),
    "people_who_joined": (
        "https://company.example/team",
        "<html lang=en><body><h1>Who we are</h1><p>We are a small house with a long river behind it, and these are the people in it.</p>"
        + rows(
            "<div class=member-card><h3 class=name>{name}</h3><p class=role>Joined on {day} February 2019</p><p class=bio>{name} likes boats. {text}</p></div>"
        )
        + "</body></html>",
        False,
    ),
    "article_of_a_trade_forum": (
        "https://www.tradeforum.example/news/2019/forty-people",
        f"<html lang=en><body><main><h1>Forty in two rooms</h1><p class=meta>Ben Hill, 4 March 2019</p>{STORY}</main><aside><h2>Latest comments</h2>"
        + rows(
            "<div class=comment-teaser><a href=/members/{first}>{name}</a> on <a href=/news/{n}>Boats {n}</a>: {text} <span>{day}.02.2019</span></div>"
        )
        + "</aside></body></html>",
        True,
    ),
    "list_of_events": (
        "https://town.example/events",
        "<html lang=en><body><h1>What is on</h1><div class=events>"
        + rows(
            "<div class=event><h3>Evening {n}</h3><p class=when>{day} February 2019, 19:00</p><p class=organiser>with <a href=/people/{first}>{name}</a></p><p>{text}</p></div>"
        )
        + "</div></body></html>",
        False,
    ),
    "article_at_a_topic": (
        "https://news.example/topics/work-2019/forty-people",
        f"<html lang=en><head><meta property=og:type content=article></head><body><article><h1>Forty in two rooms</h1><p>Posted by <a href=/profile/eve>Eve Stone</a> on <time datetime=2019-03-04>4 March 2019</time></p>{STORY}<p>Share this</p></article></body></html>",
        True,
    ),
}
