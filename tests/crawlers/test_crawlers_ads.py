"""Pages of single ads, as sites of ads and jobs lay them out (all invented): words, day and place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.cards import Source, Terms
from core.records import Parcel
from crawlers.extract import postings
from crawlers.extract.listed import record_links
from crawlers.extract.page import Page
from crawlers.golden_set import golden_set

URL = "https://ads.example/item/7"
WORDS = "Wanted: two hands for the packing hall by the harbour, nights, eleven an hour, a bed in the house next door."
MORE = "Ring before noon and ask for the foreman; bring boots, gloves and a paper from the last place you worked."
SAFETY = "Safety tips: never pay money in advance, and meet the seller in a public place."
OTHER = "Another ad altogether about washing up in a kitchen on the hill, paid by the week."


def read(body, *, role="item", lang="en", **card):
    source = Source(
        id="ads",
        name="Ads",
        kind=card.pop("kind", "listing"),
        document_kind=card.pop("document_kind", "ad"),
        urls=("https://ads.example/",),
        terms=Terms(says="nothing", fair_because="invented"),
        **card,
    )
    html = f"<html lang={lang}><head><title>Packers | Ads</title></head><body>{body}</body></html>"
    meta = {"saved": "yes", **({"role": role} if role else {})}
    return postings(
        Parcel("1", "ads", URL, datetime(2026, 11, 30, tzinfo=UTC), "text/html", html.encode(), meta), source
    )


def only(body, **options):
    found = read(body, **options).postings
    assert len(found) == 1
    return found[0]


def page(description="<div class=description>{words}</div>", facts="", after=""):
    told = description.format(words=f"<p>{WORDS}</p><ul><li>{MORE}</li></ul>")
    return f"<nav><a href=/>Home</a></nav><h1>Packers</h1>{facts}{told}{after}<footer>Ads 2019</footer>"


NAMED = [
    "<div class=description>{words}</div>",
    "<section id=postingbody>{words}</section>",
    "<div itemprop=description>{words}</div>",
    "<div class='job-details__rich-text'>{words}</div>",
    "<div data-testid=job-description>{words}</div>",
    "<h3>Description</h3><div class=x1>{words}</div>",
    "<dl><dt>Stellenbeschreibung</dt><dd>{words}</dd></dl>",
    "<div class=a><span>Описание вакансии</span></div><div class=b>{words}</div>",
]


@pytest.mark.parametrize("form", NAMED)
def test_an_ads_words_are_read_whole_with_its_lists_and_nothing_of_the_site(form):
    similar = "".join(f"<div class='ad'><div class=description>{OTHER} {n}</div></div>" for n in range(4))
    found = only(page(form, after=f"<section class=similar-ads><h2>Similar ads</h2>{similar}</section>"))
    assert found.text == f"{WORDS}\n{MORE}"


@pytest.mark.parametrize(
    "within",
    [
        f"<p>{SAFETY}</p>",
        f"<div class=safety-tips><p>Deal face to face.</p><p>{SAFETY}</p></div>",
        f"<div><h4>Stay safe</h4><p>{OTHER}</p></div>",
        "<button>Apply now</button><p>Report this ad</p>",
        f"<div><h3>People also viewed</h3><p>{OTHER}</p></div>",
        "<form><label>Your e-mail</label><input></form>",
    ],
)
def test_advice_buttons_and_ads_of_others_within_an_ad_are_none_of_it(within):
    found = only(page(f"<div class=description>{{words}}{within}</div>"))
    assert found.text == f"{WORDS}\n{MORE}"


def test_parts_of_a_job_called_the_same_are_one_ad():
    parts = "".join(
        f"<tr><th>{head}</th></tr><tr><td class=JobDesc>{text}</td></tr>" for head, text in (("A", WORDS), ("B", MORE))
    )
    assert only(f"<h1>Packers</h1><table>{parts}</table>").text == f"{WORDS}\n{MORE}"


POSTED = [
    "<p>Posted: Wednesday, October 29, 2025 3:06 PM</p>",
    "<table><tr><th>Posted Date:</th><td>10/29/2025</td></tr></table>",
    "<dl><dt>Data dodania</dt><dd>29/10/2025</dd></dl>",
    "<div><span class=name>Eingestellt am</span><span class=value>29.10.2025</span></div>",
    "<p>Posted <time datetime=2025-10-29T13:43:46+0000>some days ago</time></p>",
    "<div>29/10/2025 à 21h30</div>",
    "<ul><li>Mise en ligne le 29/10/2025</li></ul>",
]


@pytest.mark.parametrize("told", POSTED)
def test_the_day_is_the_one_the_page_says_the_ad_was_put_up_on(told):
    assert str(only(page(facts=told)).published_day) == "2025-10-29"


NONE = [
    "<p>Valid until: 29.10.2025</p>",
    "<dl><dt>Deadline:</dt><dd>29 October 2025</dd></dl>",
    "<p>Start date: 1 March 2025</p>",
    "<div class=seller>Member since <span>03-2017</span></div>",
    "<script>var build = '2024-01-22';</script>",
    "<div class=similar-ads><p>Posted: 29 October 2025</p></div>",
    "<p>Today is Monday, 30 November 2026.</p>",
    "<p>Posted 29 October</p>",
]


@pytest.mark.parametrize("told", NONE)
def test_another_day_on_the_page_is_not_the_ads(told):
    assert only(page(facts=told)).published_day is None


@pytest.mark.parametrize(
    "told",
    [
        "<p>Location: Old Quay</p>",
        "<dl><dt>勤務地</dt><dd>Old Quay</dd></dl>",
        "<table><tr><td>Ville</td><td>Old Quay</td></tr></table>",
    ],
)
def test_the_place_is_what_stands_behind_its_label(told):
    assert only(page(facts=told)).place_claim == "Old Quay"


def test_a_teaser_in_the_pages_data_does_not_replace_the_whole_ad():
    told = f'{{"@type": "JobPosting", "title": "Packer", "description": "{WORDS} …"}}'
    data = f'<script type="application/ld+json">{told}</script>'
    found = only(data + page())
    assert (found.title, found.text) == ("Packer", f"{WORDS}\n{MORE}")


def test_a_part_called_a_description_is_not_the_ad_where_much_more_prose_stands_outside_it():
    prose = "".join(f"<p>{OTHER} {WORDS} {n}</p>" for n in range(6))
    found = only(f"<article><h1>Packers</h1><div class=description>{MORE}</div>{prose}</article>")
    assert OTHER in found.text


def test_articles_behind_a_list_are_read_as_before():
    text = "".join(f"<p>{WORDS} {MORE} {n}</p>" for n in range(4))
    found = only(
        f"<article><h1>Packers</h1>{text}</article><div class=description>{MORE}</div>", document_kind="article"
    )
    assert WORDS in found.text


LISTS = {
    "a firm with more words": "<li class=row><h3><a href=/job/{n}>Packer {n}</a></h3><a href=/firm/{f}>{long}</a></li>",
    "a link about the whole row": "<a href=/job/{n}><div class=row><p>Packer {n}</p><p>nights</p></div></a>",
    "the seller's page first": "<li class=row><a href=/seller/{n}>Ann {n}</a> <a href=/job/{n}>Packer at night {n}</a>",
}


@pytest.mark.parametrize("row", LISTS.values(), ids=LISTS.keys())
def test_a_lists_rows_lead_to_their_ads(row):
    rows = "".join(row.format(n=n, f=n % 3, long="The Harbour Packing and Shipping Company") for n in range(12))
    listed = Page("https://ads.example/", f"<html><body><ul>{rows}</ul></body></html>".encode(), "text/html")
    assert record_links(listed) == [f"https://ads.example/job/{n}" for n in range(12)]


def test_markup_within_programs_does_not_make_a_page_too_deep():
    program = "<script>const rows = '" + "<div>" * 1500 + "';</script>"
    assert only(program + page()).text == f"{WORDS}\n{MORE}"


def test_an_ads_page_in_disguise_reads_as_it_did_with_its_labels_and_none_of_its_words():
    told = "<p>Posted: Wednesday, October 29, 2025 3:06 PM</p><p>Location: Old Quay</p><p>Posted by Ann Quay 2019</p>"
    body = f"<html><title>Packers</title><body>{page(facts=told, after='<h3>Similar ads</h3>')}</body></html>"
    card = Source(
        id="ads",
        name="Ads",
        kind="listing",
        document_kind="ad",
        urls=("https://ads.example/",),
        terms=Terms(says="nothing", fair_because="invented"),
    )
    seen = datetime(2026, 11, 30, tzinfo=UTC)
    made = golden_set(Parcel("1", "ads", URL, seen, "text/html", body.encode(), {"role": "item"}), card)
    assert made is not None
    kept = made.body.decode()
    assert all(label in kept for label in ("Posted:", "Location:"))
    assert not {"Quay", "Ann", "packing", "foreman"} & set(kept.split())


def test_what_the_pages_data_describe_is_the_ad_and_not_the_panel_about_it():
    told = f'{{"@type": "Product", "name": "Packer", "description": "{WORDS} {MORE}"}}'
    data = f'<script type="application/ld+json">{told}</script>'
    seller = "<p>Owner of Quay Shop, answers within a few hours.</p><p>Highlights: made on the quay by hand.</p>"
    body = f"<h1>Packer</h1><div class=item-description>{seller}<div class=x1><p>{WORDS}</p><p>{MORE}</p></div></div>"
    assert only(data + body).text == f"{WORDS}\n{MORE}"


def test_the_longest_piece_of_running_text_is_the_ad_where_the_reader_of_articles_loses_it():
    words = "<br>".join(f"{n}. {WORDS}" for n in range(1, 6))
    notes = "".join(
        f"<p>Note {n}: the translation into tongue {n} is not to be had just now, try again.</p>" for n in range(9)
    )
    body = f"<h1>Packers</h1><main><div class=comment><div class=x1><p>{words}</p></div></div><div>{notes}</div></main>"
    found = only(body)
    assert found.text.count(WORDS) == 5


@pytest.mark.parametrize("told", ["Date: 2026-05-04, 1:22PM", "<b>Datum:</b> 4.5.2026", "Дата: 04.05.2026"])
def test_a_date_alone_is_the_day_of_posting_where_a_colon_stands_behind_it(told):
    assert str(only(page(facts=f"<p>{told}</p>"), lang="de").published_day) == "2026-05-04"


def test_a_value_is_found_beyond_an_empty_line_in_a_part_called_an_advert():
    told = "<div class=offer__advert-info><div><div>Город</div><div class=line></div><div>Old Quay</div></div></div>"
    assert only(page(facts=told)).place_claim == "Old Quay"


def test_one_label_and_a_part_called_the_offers_description_tell_an_ad():
    told = "<div>Город</div><div>Old Quay</div>"
    described = "<div class=offer__description>{words}</div>"
    assert only(page(described, facts=told), role=None).kind == "ad"
