"""What leaves with the digest: nothing withheld, nobody named or accused, nothing asked of the world outside."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from briefing_words import WEEK, Alarm, Build, Records, words

from core.records import Corridor
from core.settings import ReleaseSettings, Settings

#: What a digest keeps of what it released.
KEPT = ("released", "weeks_before", "corridors")


def test_a_withheld_count_takes_sparkline_shade_and_interval_with_it(build: Build, spike: Alarm) -> None:
    low = build({"301": 3}, spikes=[spike("301", 3)], corridors=[])
    said = words(low)
    assert "A place in Cambodia" in said
    assert "fewer than 10 posts are not listed" in said
    assert said.count("withheld") == 2  # the row and the foot
    assert 'class="spark" role' not in low.html
    assert "expected 4–12" not in said
    assert "Battambang" not in said


def test_a_small_count_is_told_by_the_province_that_reaches_k(build: Build, spike: Alarm) -> None:
    said = words(build({"101": 8, "102": 4}, spikes=[spike("102", 4)]))
    assert "Within Perak" in said
    assert "Taiping" not in said
    assert "10–14" in said


def test_a_count_withheld_for_the_sake_of_another_is_not_called_small(
    build: Build, records: Records, spike: Alarm
) -> None:
    kinds = {"signal:any": 17, "exploitation:labour": 14, "exploitation:sexual": 3}
    made = {topic: records({"201": n, "211": 0}, topic=topic)["counts"] for topic, n in kinds.items()}
    counts = [one for topic, counts in made.items() for one in counts if one.topic == topic and one.day >= WEEK]
    counts = [one for one in counts if one.place_id in ("201", "20", "ID")]
    alarm = spike("ID", 26, topic="exploitation:labour", level="country")
    digest = build(spikes=[alarm], counts=counts)
    assert ("ID", "exploitation:labour") not in {(row["place"], row["topic"]) for row in digest.figures["released"]}
    told = words(digest).split("Where to look first")[1].split("Help that")[0]
    assert "fewer than" not in told
    assert "withheld" in told


def test_no_name_of_a_venue_nor_any_free_text_of_a_record_leaves(build: Build, spike: Alarm) -> None:
    digest = build({"201": 33}, spikes=[spike("201", 33)])
    assert "Mawar" not in digest.html
    assert "Mawar" not in repr(digest.figures)


def test_a_name_that_looks_like_html_is_only_text(build: Build, records: Records, spike: Alarm) -> None:
    given = records({"201": 33})
    places = given["places"]
    places["201"] = replace(places["201"], name="<script>alert(1)</script>")
    digest = build({"201": 33}, places=places, spikes=[spike("201", 33)])
    assert "<script" not in digest.html
    assert "&lt;script&gt;" in digest.html


def test_the_page_asks_nothing_of_the_world_outside(build: Build, spike: Alarm) -> None:
    html = build({"201": 33}, spikes=[spike("201", 33)]).html
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import|<script|https?://(?!www\.w3\.org)""", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("phrase", ["trafficking", "victim", "trafficker", "suspect", "confirmed case of"])
@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_words_are_posts_bearing_signs_and_accuse_nobody(
    build: Build, spike: Alarm, phrase: str, language: str
) -> None:
    digest = build({"201": 33}, spikes=[spike("201", 33)], settings=Settings(language=language))
    assert phrase not in words(digest).lower()


def test_names_of_sources_are_for_the_authorised_edition_alone(build: Build) -> None:
    assert "Battambang Board" not in build().html
    named = build(edition="authorised")
    assert "Battambang Board: silent since 11 November" in words(named)
    assert "not for immigration enforcement" in words(named)


def test_a_week_once_told_is_told_again_just_as_it_was(build: Build) -> None:
    first = build({"201": 33})
    again = build({"201": 58, "211": 40}, earlier=[first])
    assert again.figures["released"] == first.figures["released"]


def test_public_figures_bear_noise_once_and_for_all_and_say_so(build: Build) -> None:
    settings = Settings(release=ReleaseSettings(epsilon_per_year=5.2))
    first = build({"201": 33}, settings=settings)
    assert "at most 30 posts up or down" in words(first)
    assert "ε = 5.2 a year" in words(first)
    # A budget so small leaves no figure where it was; drawn again, hardly one would come out alike.
    assert first.figures["released"] != build({"201": 33}).figures["released"]
    again = build({"201": 33}, settings=settings, earlier=[first])
    assert [again.figures[part] for part in KEPT] == [first.figures[part] for part in KEPT]


def test_the_weeks_of_a_sparkline_are_drawn_by_the_first_digest_that_shows_them(build: Build) -> None:
    settings = Settings(release=ReleaseSettings(epsilon_per_year=5.2))
    first = build({"201": 33}, settings=settings)
    other = replace(first, week=WEEK - timedelta(weeks=1), figures={**first.figures, "released": []})
    later = build({"201": 33}, settings=settings, earlier=[other])
    assert first.figures["weeks_before"]
    assert later.figures["weeks_before"] == []


def test_the_authorised_edition_bears_no_noise(build: Build) -> None:
    settings = Settings(release=ReleaseSettings(epsilon_per_year=5.2))
    told = build({"201": 33}, settings=settings, edition="authorised")
    assert told.figures["epsilon_per_year"] == 0
    assert "random noise" not in words(told)
    assert told.figures["released"] == build({"201": 33}, edition="authorised").figures["released"]


def test_corridors_under_k_are_left_out(build: Build) -> None:
    said = words(build())
    assert "Battambang → Klang (10–14)" in said
    assert "Taiping → Makassar" not in said


def test_whether_corridors_were_withheld_is_told_and_stays_as_it_was(build: Build) -> None:
    told = build()
    assert told.figures["corridors_withheld"] is True  # Taiping to Makassar, three posts
    assert build(corridors=[Corridor("301", "111", WEEK, 14)]).figures["corridors_withheld"] is False
    unknown = build(corridors=[Corridor("301", "111", WEEK, 14), Corridor("301", "999", WEEK, 14)])
    assert unknown.figures["corridors_withheld"] is True
    assert build(corridors=[], earlier=[told]).figures["corridors_withheld"] is True
    old = replace(told, figures={key: told.figures[key] for key in KEPT})
    assert build(corridors=[], earlier=[old]).figures["corridors_withheld"] is None


def test_needs_are_shown_at_the_finest_place_that_may_be(build: Build) -> None:
    said = words(build({"201": 33, "102": 3}))
    assert "Makassar · need of shelter 30–34 2 15–17" in said
    assert "Taiping" not in said


def test_k_is_that_of_the_edition(build: Build, spike: Alarm) -> None:
    settings = Settings(release=ReleaseSettings(k_public=40, k_authorised=5, epsilon_per_year=0))
    assert "30–34" not in words(build({"201": 33}, settings=settings, spikes=[spike("201", 33)]))
    named = build({"201": 33}, settings=settings, spikes=[spike("201", 33)], edition="authorised")
    assert "30–34" in words(named)


def test_names_that_sites_chose_bring_no_markup_and_no_turned_writing_into_a_digest(
    build: Build, records: Records
) -> None:
    hostile = '\u202e"><script>alert(1)</script>\u2066<img src=x onerror=y>'
    given = records({})
    places = {key: replace(one, name=hostile + one.name) for key, one in given["places"].items()}
    html = build(
        {"201": 33}, edition="authorised", sources=dict.fromkeys(given["sources"], hostile), places=places
    ).html
    assert "&lt;script&gt;" in html
    assert not [one for one in ("<script", "<img", "\u202e", "\u2066") if one in html]
