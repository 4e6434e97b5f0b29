"""The digest: what it says, what it never says, and that it asks nothing of the world outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest

from core.records import Corridor, CrawlReport, Digest, Spike
from core.settings import ReleaseSettings, Settings

WEEK = date(2026, 11, 9)

#: What a digest keeps of what it released.
KEPT = ("released", "weeks_before", "corridors")
type Build = Callable[..., Digest]
type Alarm = Callable[..., Spike]
type Records = Callable[..., dict[str, Any]]


class Text(HTMLParser):
    """The words of a page, without style and drawings."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.skipped += tag in ("style", "svg")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("style", "svg")

    def handle_data(self, data: str) -> None:
        if not self.skipped and data.strip():
            self.words.append(data.strip())


def words(digest: Digest) -> str:
    reader = Text()
    reader.feed(digest.html)
    return " ".join(reader.words)


def test_the_first_sentence_says_how_many_places_and_how_many_false_alarms(build: Build, spike: Alarm) -> None:
    spikes = [spike("201", 33), spike("111", 23)]
    said = words(build({"201": 33, "111": 23}, spikes=spikes))
    assert "Two of 14 watched places need a look. Expect one of them to be a false alarm." in said
    assert "Makassar" in said
    assert "30–34" in said
    assert "expected 4–12" in said
    rare = words(build({"201": 33}, spikes=[spike("201", 33, expected=0.1, low=0.0, high=0.4)]))
    assert "expected about 0" in rare
    assert "0–0" not in rare


def test_no_time_is_told_that_no_history_supports(build: Build, spike: Alarm) -> None:
    years = words(build({"201": 33}, spikes=[spike("201", 33, recurrence_days=20 * 365.25)]))
    assert "by chance once in 20 years" in years
    rarer = build({"201": 33}, spikes=[spike("201", 33, recurrence_days=9e9)])
    assert "by chance less than once in a hundred years" in words(rarer)
    assert [alarm["recurrence_days"] for alarm in rarer.figures["alarms"]] == [36_525]


def test_an_alarm_of_an_earlier_week_says_since_when_it_is_open(build: Build, spike: Alarm) -> None:
    spikes = [spike("201", 33, opened=WEEK - timedelta(days=5)), spike("111", 23)]
    said = words(build({"201": 33, "111": 23}, spikes=spikes))
    assert "by chance once in 3 years · open since 4 November" in said
    assert said.count("open since") == 1


def test_what_a_list_leaves_out_is_told(build: Build, records: Records) -> None:
    given = records(dict.fromkeys(("101", "102", "111", "201", "211", "301"), 40))
    ends = ("101", "102", "111", "201", "211")
    gaps = [replace(gap, need=need) for gap in given["gaps"] for need in ("S_SHELTER", "S_LEGAL")]
    legal = [replace(c, topic="need:S_LEGAL") for c in given["counts"] if c.topic == "need:S_SHELTER"]
    pairs = [Corridor(one, other, WEEK, 20) for one in ends for other in ends if one < other]
    silent = [row for row in given["exposure"] if row.day < WEEK or row.level == "country"]
    said = words(build(counts=given["counts"] + legal, gaps=gaps, corridors=pairs))
    assert "Four further ones are in the dashboard." in said
    assert "and four more." in said.split("Corridors")[1].split("How sure")[0]
    unseen = words(build(exposure=silent))
    assert re.search(r"Nothing can be said about [^,.]+, [^,.]+, [^,.]+, [^,.]+ and one more\.", unseen)


def test_the_rate_of_signs_is_that_of_the_posts_and_ads_it_was_counted_in(build: Build, records: Records) -> None:
    given = records({})
    news = [replace(row, stream="news", source="paper", documents=row.documents * 9) for row in given["exposure"]]
    alone, beside = words(build()), words(build(exposure=given["exposure"] + news))
    rate = re.search(r"About 1 in [\d,]+ of the posts and ads of Indonesia and Malaysia bore signs", alone)
    assert rate  # Cambodia's three are withheld, and what was read of it is not in the rate
    assert rate[0] in beside


def test_a_week_without_alarms_says_so(build: Build) -> None:
    said = words(build())
    assert "No place needs a look this week." in said
    assert "There is nothing to list." in said


def test_a_week_that_nobody_judged_is_not_called_quiet(build: Build, spike: Alarm) -> None:
    said = words(build(judged=False))
    assert "no place was judged: the detector is still learning" in said
    assert "whether anything rose is unknown" in said
    assert "No place needs a look" not in said
    assert "Nothing rose" not in said
    assert "One of 14 watched places needs a look." in words(
        build({"201": 33}, spikes=[spike("201", 33)], judged=False)
    )


def test_a_week_in_which_nothing_was_read_is_not_called_quiet(build: Build) -> None:
    said = words(build(exposure=[], counts=[]))
    assert "Nothing was read this week, so nothing can be said." in said
    assert "No place needs a look" not in said


def test_an_alarm_that_nobody_has_closed_did_not_rise_in_a_week_in_which_nothing_was_read(
    build: Build, spike: Alarm, records: Records
) -> None:
    open_still = [spike("201", 33, opened=WEEK - timedelta(days=9), peak=WEEK - timedelta(days=3))]
    unread = build(exposure=[], counts=[], spikes=open_still)
    assert unread.figures["alarms"] == []
    said = words(unread)
    assert "What rose" not in said
    assert "What fell" not in said
    before = [row for row in records({})["exposure"] if row.day < WEEK or row.place_id not in ("201", "20", "ID")]
    assert build(exposure=before, spikes=open_still).figures["alarms"] == []
    assert [alarm["topic"] for alarm in build(spikes=open_still).figures["alarms"]] == ["signal:any"]


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


def test_it_speaks_malay(build: Build, spike: Alarm) -> None:
    digest = build({"201": 33}, spikes=[spike("201", 33)], settings=Settings(language="ms"))
    assert "Satu daripada 14 tempat yang dipantau perlu dilihat." in words(digest)
    assert '<html lang="ms">' in digest.html


def test_a_silent_source_is_told_before_anything_else_and_is_no_fall(build: Build) -> None:
    said = words(build())
    assert "One source was silent, so what it usually shows was not seen." in said
    assert "One source in Cambodia, since 11 November" in said
    assert said.index("One source was silent") < said.index("What fell")
    assert "Cambodia:" not in said


def test_names_of_sources_are_for_the_authorised_edition_alone(build: Build) -> None:
    assert "Battambang Board" not in build().html
    named = build(edition="authorised")
    assert "Battambang Board: silent since 11 November" in words(named)
    assert "not for immigration enforcement" in words(named)


def test_a_source_visited_in_vain_that_was_never_read_is_told_as_silent(build: Build) -> None:
    at = datetime(2026, 11, 12, 3, 0, tzinfo=UTC)
    report = CrawlReport("r", "new-board", at, at, 0, 0, 0, {}, True, ("new-board: nothing came",))
    assert "2 sources" not in words(build(reports=[report]))
    assert "Two sources were silent" in words(build(reports=[report]))


def test_a_clear_fall_is_told_only_where_as_much_was_read(build: Build, records: Records) -> None:
    given = records({"211": 12, "201": 0, "111": 11, "101": 0, "102": 0})
    counts = [
        replace(count, groups=count.groups * 5) if count.day < WEEK and count.place_id == "MY" else count
        for count in given["counts"]
    ]
    assert "Signs of exploitation, Malaysia: 10–14" in words(build(**(given | {"counts": counts})))
    less = [replace(e, documents=e.documents // 3) if e.day >= WEEK else e for e in given["exposure"]]
    assert "Signs of exploitation, Malaysia: 10–14" not in words(
        build(**(given | {"counts": counts, "exposure": less}))
    )


def test_an_alarm_that_ended_is_back_to_usual_and_not_a_rise(build: Build, spike: Alarm) -> None:
    alarm = spike("211", 12, opened=WEEK - timedelta(days=20), ended=WEEK + timedelta(days=1))
    said = words(build({"201": 12}, spikes=[alarm]))
    assert "Signs of exploitation, Medan: back to usual after three weeks" in said
    assert "No place needs a look" in said


def test_a_dismissed_alarm_is_not_told_but_counts_as_false(build: Build, spike: Alarm) -> None:
    spikes = [spike("201", 33, status="dismissed"), spike("111", 23, status="confirmed")]
    said = words(build({"201": 33, "111": 23}, spikes=spikes))
    assert "Of the 2 alarms of the last 13 weeks people have judged 2: worth a look 1, false 1." in said
    assert "One of 14 watched places needs a look." in said


def test_alarms_that_nobody_judged_do_not_make_the_realised_rate_look_small(build: Build, spike: Alarm) -> None:
    open_ones = [spike("111", 23, topic=f"venue:{n}", id=f"{n}") for n in range(24)]
    judged = [spike("201", 33, status="dismissed"), spike("111", 23, status="confirmed")]
    said = words(build(spikes=[*judged, *open_ones]))
    assert "Of the 26 alarms of the last 13 weeks people have judged 2: worth a look 1, false 1." in said
    assert "Reckoned over all of them, that is 1.0 false a week." in said  # 13 of 26, and not 1 in 13 weeks


def test_the_two_person_rule_is_said_to_be_off_where_it_is(build: Build) -> None:
    assert "The two-person rule is off here" in words(build())
    assert "The two-person rule is off here" not in words(build(two_person=True))


def test_texts_without_place_or_date_are_told_of_all_that_is_kept_and_in_tens(build: Build) -> None:
    told = words(build(tallies={"undated": 9, "unplaced": 53}))
    assert "Of all texts kept, not of this week alone, about 50 could not be placed" in told
    assert "have no date" not in told  # fewer than k


def test_a_change_of_method_is_told_against_the_digest_before(build: Build) -> None:
    before = replace(build(), week=WEEK - timedelta(weeks=1), versions={"cards": "2026.45", "detector": "1"})
    assert "cards 2026.45 → 2026.46" in words(build(earlier=[before]))
    assert "This is the first digest" in words(build())


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


def test_needs_are_shown_at_the_finest_place_that_may_be(build: Build) -> None:
    said = words(build({"201": 33, "102": 3}))
    assert "Makassar · need of shelter 30–34 2 15–17" in said
    assert "Taiping" not in said


def test_k_is_that_of_the_edition(build: Build, spike: Alarm) -> None:
    settings = Settings(release=ReleaseSettings(k_public=40, k_authorised=5, epsilon_per_year=0))
    assert "30–34" not in words(build({"201": 33}, settings=settings, spikes=[spike("201", 33)]))
    named = build({"201": 33}, settings=settings, spikes=[spike("201", 33)], edition="authorised")
    assert "30–34" in words(named)


def test_a_week_is_named_by_its_monday(records: Records) -> None:
    from briefing.digest import build as real

    with pytest.raises(ValueError, match="no Monday"):
        real(WEEK + timedelta(days=1), **records({}))


def test_the_same_records_make_the_same_digest(build: Build, spike: Alarm) -> None:
    given = {"spikes": [spike("201", 33)]}
    assert build({"201": 33}, **given) == build({"201": 33}, **given)


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
