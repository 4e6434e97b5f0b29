"""The scorer takes an alarm for a plant only at its place, in its days and on its topic."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.ids import content_id
from core.records import Contribution, Level, Place, Spike
from demo.score import poisson_limit, score
from demo.sources import IKLAN, SEMBANG
from demo.truth import Plant, Trap, Truth
from demo.world import make

LAST = date(2026, 3, 1)
TRUTH = make(1, LAST, "small").truth
FROM = TRUTH.first_day + timedelta(days=56)


def _plant(name: str) -> Plant:
    return next(plant for plant in TRUTH.plants if plant.name == name)


def _trap(kind: str) -> Trap:
    return next(trap for trap in TRUTH.traps if trap.kind == kind)


def _spike(topic: str, place: str, opened: date, level: Level = "city", **changes: object) -> Spike:
    spike = Spike(
        id=content_id(topic, place, opened.isoformat()), stream="posts", topic=topic, level=level, place_id=place,
        opened=opened, peak=opened, ended=None, window=7, observed=9, expected=1.0, low=0, high=3, p=1e-6, q=1e-3,
        recurrence_days=100, days_open=3, sources=(), venues=(), signs=(), terms=(), also=(), sentence="", method="",
        version="", parameters={},
    )  # fmt: skip
    return replace(spike, **changes)  # type: ignore[arg-type]


def _all_found() -> list[Spike]:
    return [_spike(min(plant.topics), plant.spots[0].id, plant.start + timedelta(days=3)) for plant in TRUTH.plants]


def _verdict(spike: Spike, truth: Truth = TRUTH, **more: object) -> str:
    return score([spike], truth, FROM, LAST, 1.0, **more).details[spike.id]  # type: ignore[arg-type]


def test_all_plants_found_and_nothing_else_passes() -> None:
    result = score(_all_found(), TRUTH, FROM, LAST, 1.0)
    assert (result.planted, result.found, result.false_alarms, result.unplanted) == (3, 3, 0, 0)
    assert result.passed
    assert result.missed == ()


def test_a_missed_plant_fails_by_name() -> None:
    result = score(_all_found()[:2], TRUTH, FROM, LAST, 1.0)
    assert not result.passed
    assert result.missed == (TRUTH.plants[2].name,)


@pytest.mark.parametrize("days", [-4, 31])
def test_an_alarm_outside_the_days_of_the_plant_does_not_find_it(days: int) -> None:
    plant = _plant("recruitment")
    spike = _spike("family:RF", plant.spots[0].id, plant.start + timedelta(days=days), ended=plant.start)
    if days < 0:
        spike = replace(spike, ended=spike.opened)
    assert _verdict(spike, replace(TRUTH, traps=())) == "unplanted"


@pytest.mark.parametrize(("own", "verdict"), [(2, "plant:labour"), (1, "beside:labour")])
def test_an_episode_that_chance_opened_earlier_finds_the_plant_that_most_of_its_posts_are_of(
    own: int, verdict: str
) -> None:
    plant = _plant("labour")
    of = [name for name, label in TRUTH.labels.items() if label == "plant:labour"]
    others = [name for name, label in TRUTH.labels.items() if label == "sign"]
    opened = plant.start - timedelta(days=4)
    spike = _spike(min(plant.topics), plant.spots[0].id, opened, peak=plant.end)
    posts = [*of[:own], *others[:1]]
    assert _verdict(spike, replace(TRUTH, traps=()), behind=lambda _: posts) == verdict
    assert _verdict(spike, replace(TRUTH, traps=())) == "beside:labour"


def test_an_alarm_at_another_city_or_on_another_topic_does_not_find_it() -> None:
    plant = _plant("needs")
    elsewhere = next(spot for spot in TRUTH.cities if spot.id not in {one.spots[0].id for one in TRUTH.plants})
    assert _verdict(_spike(min(plant.topics), elsewhere.id, plant.start)) == "unplanted"
    assert _verdict(_spike("venue:V_MINE", plant.spots[0].id, plant.start)) == "unplanted"


def test_a_topic_that_rose_with_it_finds_the_plant_too() -> None:
    plant = _plant("labour")
    city = plant.spots[0].id
    spike = _spike("signal:any", city, plant.start, also=(f"{min(plant.topics)} @ city:{city}",))
    assert _verdict(spike) == "plant:labour"
    assert _verdict(_spike("signal:any", city, plant.start)) == "beside:labour"


def test_an_alarm_of_another_city_is_not_the_plants_because_their_country_rose_with_it() -> None:
    plant = _plant("needs")
    other = next(
        spot
        for spot in TRUTH.cities
        if spot.country == "MY" and spot.id not in {one.spots[0].id for one in TRUTH.plants}
    )
    truth = replace(TRUTH, plants=(replace(plant, spots=(replace(plant.spots[0], country="MY"),)),), traps=())
    also = (f"{min(plant.topics)} @ country:MY",)
    assert _verdict(_spike(min(plant.topics), other.id, plant.start, also=also), truth) == "unplanted"


def test_an_alarm_over_all_signals_finds_the_plant_when_its_reasons_name_the_venue() -> None:
    plant = _plant("labour")
    venue = next(topic for topic in plant.topics if topic.startswith("venue:")).removeprefix("venue:")
    spike = _spike("signal:any", plant.spots[0].id, plant.start, venues=(Contribution("venue", venue, 7),))
    assert _verdict(spike) == "plant:labour"


def test_a_country_or_a_cell_around_the_city_finds_it() -> None:
    plant = _plant("needs")
    spot, topic = plant.spots[0], min(plant.topics)
    assert _verdict(_spike(topic, spot.country, plant.start, "country")) == "plant:needs"
    assert _verdict(_spike(topic, str(spot.admin1 or spot.id), plant.start, "admin1")) == "plant:needs"
    cell = Place("8565", "cell", "h3", spot.latitude + 0.1, spot.longitude, "")
    far = replace(cell, latitude=spot.latitude + 3)
    assert _verdict(_spike(topic, "8565", plant.start, "h3"), places={"8565": cell}) == "plant:needs"
    assert _verdict(_spike(topic, "8565", plant.start, "h3"), places={"8565": far}) == "unplanted"


def test_another_level_or_topic_of_a_plant_is_no_alarm_of_its_own() -> None:
    plant = _plant("labour")
    other = _spike("exploitation:other", plant.spots[0].country, plant.start, "country")
    assert _verdict(other) == "beside:labour"


def test_news_never_find_a_plant() -> None:
    plant = _plant("needs")
    assert _verdict(_spike(min(plant.topics), plant.spots[0].id, plant.start, stream="news")) == "unplanted"


def test_a_storm_that_counts_as_many_is_a_false_alarm() -> None:
    storm = _trap("storm")
    truth = replace(TRUTH, plants=())
    copies = [document for document, label in TRUTH.labels.items() if label == "storm"][:5]
    spike = _spike("family:RF", storm.spots[0].id, storm.start + timedelta(days=2))
    assert _verdict(spike, truth) == "trap:storm"
    assert _verdict(spike, truth, behind=lambda _: copies) == "trap:storm"
    assert _verdict(spike, truth, behind=lambda _: [*copies[:1], "a", "b", "c", "d"]) == "unplanted"


def test_a_new_source_that_carries_an_alarm_of_its_first_weeks_is_a_false_alarm() -> None:
    newcomer = _trap("newcomer")
    truth = replace(TRUTH, plants=())
    when = newcomer.start + timedelta(days=5)
    carried = (Contribution("source", SEMBANG.id, 7), Contribution("source", IKLAN.id, 1))
    assert _verdict(_spike("signal:any", "MY", when, "country", sources=carried), truth) == "trap:newcomer"
    assert _verdict(_spike("signal:any", "MY", when, "country", sources=carried[1:]), truth) == "unplanted"


def test_old_pages_of_a_silent_source_that_alarm_are_a_false_alarm() -> None:
    silence = _trap("silence")
    truth = replace(TRUTH, plants=())
    stale = (Contribution("source", IKLAN.id, 6),)
    when = silence.start + timedelta(days=12)
    assert _verdict(_spike("signal:any", "MY", when, "country", sources=stale), truth) == "trap:silence"


def test_too_many_unplanted_episodes_fail() -> None:
    city = TRUTH.cities[0].id
    noise = [_spike("venue:V_MINE", city, FROM + timedelta(days=n)) for n in range(poisson_limit(1.0, FROM, LAST) + 1)]
    result = score([*_all_found(), *noise], TRUTH, FROM, LAST, 1.0)
    assert result.found == 3
    assert result.unplanted == result.limit + 1
    assert not result.passed


def test_the_limit_is_the_poisson_quantile_of_the_budget() -> None:
    assert poisson_limit(1.0, LAST - timedelta(days=125), LAST) == 25
    assert poisson_limit(0.5, LAST, LAST - timedelta(days=1)) == 0


def test_no_alarm_at_all_is_scored_as_nothing_found() -> None:
    result = score([], TRUTH, FROM, LAST, 1.0)
    assert (result.found, result.false_alarms, result.unplanted) == (0, 0, 0)
    assert not result.passed
