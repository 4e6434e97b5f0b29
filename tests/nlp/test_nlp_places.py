"""Places of a text: named, resolved, with their parts; sentences are ours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import Passage, PlaceMention, Span
from nlp.gazetteer import Gazetteer
from nlp.places import counted, read_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


SHARED = Gazetteer.load()


def names(mentions: tuple[PlaceMention, ...]) -> list[tuple[str, str, str]]:
    return [(mention.text, mention.place.country, mention.role) for mention in mentions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "i was reading a nice book on my mobile, the bath is of great use"),
        ("en", "The house is nice and the room is of good size, reading light given"),
        ("ms", "lima orang pekerja untuk kerja baru di kampung"),
        ("id", "lima orang untuk kerja, bagus dan murah"),
        ("es", "para la casa, con luz y paz, una chica para todo"),
        ("es", "la señora me quitó el pasaporte"),
        ("fr", "une nice femme pour le ménage, dans le sens du poil"),
        ("tl", "bago ang trabaho, may libre na tirahan para sa inyo"),
    ],
)
def test_common_words_are_no_places(gazetteer: Gazetteer, language: str, text: str) -> None:
    assert read_places(Passage(text, language=language), gazetteer) == ()


def test_replacement_tokens_and_addresses_never_match(gazetteer: Gazetteer) -> None:
    text = "Ask [PERSON] or [PHONE:0a1b2c3d], www.paris.example, london@mail.example, @dublin"
    assert read_places(Passage(text, language="en"), gazetteer) == ()


def test_what_stands_beside_a_name_decides(gazetteer: Gazetteer) -> None:
    text = "He worked in Paris, Texas and then in Birmingham, Alabama."
    found = read_places(Passage(text, language="en"), gazetteer)
    assert {mention.place.country for mention in found} == {"US"}


def test_the_home_of_the_source_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    text = "Two men were arrested in Alexandria on Friday."
    here = read_places(Passage(text, language="en", home_place="Monroe, Louisiana", country="US"), gazetteer)
    there = read_places(Passage(text, language="en"), gazetteer)
    assert here[0].place.admin1_name == "Louisiana"
    assert there[0].place.country == "EG"


@pytest.mark.parametrize(
    ("language", "text", "origin", "target"),
    [
        ("en", "They were recruited in Dhaka and taken to Kuala Lumpur.", "Dhaka", "Kuala Lumpur"),
        ("ms", "Dia dihantar dari Surabaya ke Johor Bahru melalui Batam.", "Surabaya", "Johor Bahru"),
        ("id", "Korban berasal dari Kupang dan dikirim ke Malaysia.", "Kupang", "Malaysia"),
        ("es", "Reclutadas en Medellín, fueron llevadas a Madrid.", "Medellín", "Madrid"),
        ("fr", "Originaires du Bénin, elles ont été envoyées à Marseille.", "Benin", "Marseille"),
    ],
)
def test_where_people_come_from_and_where_they_are_taken_are_told_apart(
    gazetteer: Gazetteer, language: str, text: str, origin: str, target: str
) -> None:
    found = read_places(Passage(text, language=language), gazetteer)
    assert [mention.place.name for mention in found if mention.role == "origin"] == [origin]
    assert [mention.place.name for mention in found if mention.role in ("destination", "event")] == [target]


@pytest.mark.parametrize(
    ("language", "text", "place", "holder"),
    [
        ("en", "Two workers from Lombok were held on an estate.", "Lombok", ("ID", "Nusa Tenggara Barat")),
        ("id", "Ia direkrut di Flores lalu dikirim ke Jakarta.", "Nusa Tenggara Timur", ("ID", "Nusa Tenggara Timur")),
        ("en", "Girls from Madura were taken to Saudi Arabia.", "Madura", ("ID", "Jawa Timur")),
        ("en", "Boys from Mindanao were taken to Kuwait.", "Mindanao", ("PH", None)),
        ("pt", "Foram levados para o Alentejo.", "Alentejo", ("PT", None)),
        ("en", "Boys are made to dive in Lake Volta.", "Lake Volta", ("GH", None)),
    ],
)
def test_an_island_or_a_valley_lies_in_its_country_and_plays_a_part(
    gazetteer: Gazetteer, language: str, text: str, place: str, holder: tuple[str, str | None]
) -> None:
    found = read_places(Passage(text, language=language), gazetteer)[0]
    assert (found.place.name, (found.place.country, found.place.admin1_name)) == (place, holder)
    assert found.role in ("origin", "event")


def test_a_part_of_a_country_is_counted_by_what_holds_it_and_yields_to_a_town_in_it(gazetteer: Gazetteer) -> None:
    def at(text: str, claim: str = "") -> tuple[str, str]:
        found = counted(read_places(Passage(text, language="en", place_claim=claim), gazetteer))
        assert found is not None
        return found.place.name, found.place.country

    assert at("Men are held on plantations in Sumatra.") == ("Sumatra", "ID")
    assert at("Men are held on plantations near Medan, in the north of Sumatra.") == ("Medan", "ID")
    assert at("Work on plantations in Sumatra.", "Medan") == ("Medan", "ID")
    assert at("Work on plantations in Sumatra.", "Jakarta") == ("Sumatra", "ID")


def test_a_document_is_counted_where_it_happens_else_where_it_is_posted(gazetteer: Gazetteer) -> None:
    claim = Passage("Work for girls, good pay.", language="en", kind="ad", country="IE", place_claim="Dublin 2, D02")
    posted = counted(read_places(claim, gazetteer))
    assert posted is not None
    assert (posted.place.id, posted.role) == ("2964574", "post")
    named = Passage("Farm hands wanted in Cork.", language="en", kind="ad", country="IE", place_claim="Dublin")
    happens = counted(read_places(named, gazetteer))
    assert happens is not None
    assert (happens.place.name, happens.role) == ("Cork", "event")
    assert counted(()) is None


@pytest.mark.parametrize(
    ("claim", "country", "place_id"),
    [
        ("GREENWOOD, MS", "US", "4428495"),
        ("Ballymena, co antrim", "IE", "2656490"),
        ("Dublin 2, D02", "IE", "2964574"),
        ("cork city", "IE", "2965140"),
        ("Dalkey Dublin", "IE", "2964892"),
        (", TX", "US", "4736286"),
        ("TX", "US", "4736286"),
        ("Mt. Vernon, KY", "US", "4301702"),
        ("GREENWOD, MS", "US", "4428495"),
        ("Hamlet Unheard Of, VA", "US", "6254928"),
        ("Ireland", "IE", "IE"),
        ("", "IE", None),
    ],
)
def test_a_claim_is_read_however_it_is_written(
    gazetteer: Gazetteer, claim: str, country: str, place_id: str | None
) -> None:
    found = read_places(Passage("x", place_claim=claim, country=country), gazetteer)
    assert (found[0].place.id if found else None) == place_id


@pytest.mark.parametrize(
    ("language", "text", "origin"),
    [
        ("en", "Four Indonesian maids and two Nepalis were locked in a house in Leeds.", {"ID", "NP"}),
        ("es", "Unas trabajadoras paraguayas dormían en un galpón en Rosario.", {"PY"}),
        ("fr", "Des ouvriers marocains logeaient dans un hangar à Nîmes.", {"MA"}),
        ("ms", "Pekerja Bangladesh itu tidak dibayar gaji di Klang.", {"BD"}),
        ("en", "Indian food and Chinese massage in Leeds.", set()),
    ],
)
def test_a_people_s_name_tells_an_origin_where_persons_are_meant(
    gazetteer: Gazetteer, language: str, text: str, origin: set[str]
) -> None:
    found = read_places(Passage(text, language=language), gazetteer)
    assert {mention.place.country for mention in found if mention.role == "origin"} == origin


def test_people_freed_from_a_place_were_held_there(gazetteer: Gazetteer) -> None:
    found = read_places(Passage("Police said the women were rescued from Bangkok on Monday.", language="en"), gazetteer)
    assert names(found) == [("Bangkok", "TH", "event")]


def test_a_quarter_that_the_gazetteer_lacks_lies_unsurely_in_the_town_beside_it(gazetteer: Gazetteer) -> None:
    text = "The house stands in Quux Gardens, near Leeds."
    spans = (Span(20, 32, "GPE"), Span(39, 44, "GPE"))
    found = read_places(Passage(text, language="en", entities=spans), gazetteer)
    assert [(mention.text, mention.place.name) for mention in found] == [("Quux Gardens", "Leeds"), ("Leeds", "Leeds")]
    assert found[0].confidence < 0.5 < found[1].confidence


@given(st.text(max_size=400))
def test_any_text_is_read_and_offsets_point_into_it(text: str) -> None:
    for mention in read_places(Passage(text, language="en"), SHARED):
        assert text[mention.start : mention.end] == mention.text
        assert 0 <= mention.confidence <= 1


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Offices in Athens, Lisbon, Malta and Limassol.", ["GR", "PT", "MT", "CY"]),
        ("We have jobs in Berlin, Lisbon and Athens for German speakers.", ["DE", "PT", "GR"]),
        ("Hotels in Paris, London and Rome are hiring.", ["FR", "GB", "IT"]),
        ("Teachers wanted in Cambridge, Oxford and London.", ["GB", "GB", "GB"]),
        ("Maids from Addis Ababa go to Riyadh, Jeddah and Beirut.", ["ET", "SA", "SA", "LB"]),
        ("He drove from Toronto to Montreal and London, Ontario.", ["CA", "CA", "CA", "CA"]),
        ("Jobs in San Jose, Oakland and San Francisco.", ["US", "US", "US"]),
        ("Pekerja dari Medan dan Batam tiba di Melaka dan Seremban.", ["ID", "ID", "MY", "MY"]),
        ("From Georgia and Armenia they went to Turkey.", ["GE", "AM", "TR"]),
    ],
)
def test_namesakes_elsewhere_do_not_draw_places_away(gazetteer: Gazetteer, text: str, countries: list[str]) -> None:
    found = read_places(Passage(text, language="en"), gazetteer)
    assert [mention.place.country for mention in found] == countries


def test_an_ad_is_counted_as_finely_as_it_tells(gazetteer: Gazetteer) -> None:
    text = "Right to work in the UK is needed. Garda vetting. One of the leading hotels in Ireland."
    ad = Passage(text, language="en", kind="ad", country="IE", place_claim="Tralee")
    chosen = counted(read_places(ad, gazetteer))
    assert chosen is not None
    assert chosen.place.name == "Tralee"


def test_job_orders_are_placed_within_their_state(gazetteer: Gazetteer) -> None:
    claims = ["Trenton, KY", "Bakersfield, AZ", "Marion, ND", "Washington, LA", "Woodland, MS"]
    found = [read_places(Passage("", place_claim=claim, country="US"), gazetteer)[0].place for claim in claims]
    assert [place.admin1_name for place in found] == ["Kentucky", "Arizona", "North Dakota", "Louisiana", "Mississippi"]


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        ("th", "ทำงานในกรุงเทพและเชียงใหม่", ["TH", "TH"]),
        ("zh", "他在吉隆坡工作", ["MY"]),
        ("hi", "नेपाल से दुबई भेजा गया", ["NP", "AE"]),
        ("my", "ရန်ကုန်", ["MM"]),
        ("vi", "Làm việc ở Đài Loan, quê Nghệ An", ["TW", "VN"]),
    ],
)
def test_places_are_read_in_languages_without_cards(
    gazetteer: Gazetteer, language: str, text: str, countries: list[str]
) -> None:
    found = read_places(Passage(text, language=language), gazetteer)
    assert [mention.place.country for mention in found] == countries


@pytest.mark.parametrize(
    ("text", "town", "area"),
    [
        ("Kerja kilang di Senai Johor, hostel disediakan.", "Senai", "Johor"),
        ("Worker needed Ipoh Perak, room given.", "Ipoh", "Perak"),
        ("Dicari ART di Bekasi Jawa Barat, tidur dalam.", "Bekasi", "Jawa Barat"),
    ],
)
def test_a_town_and_its_province_need_no_comma_between_them(
    gazetteer: Gazetteer, text: str, town: str, area: str
) -> None:
    found = read_places(Passage(text, language="ms", kind="ad"), gazetteer)
    assert [mention.text for mention in found] == [town, area]
    assert found[0].place.admin1 == found[1].place.id


def test_a_post_that_names_one_place_and_no_word_for_its_part_is_about_there(gazetteer: Gazetteer) -> None:
    def roles(text: str, **told: str) -> list[tuple[str, str]]:
        found = read_places(replace(Passage(text, language="en"), **told), gazetteer)
        return [(mention.text, mention.role) for mention in found]

    bare = "New girl in town, Kuala Lumpur area, ask for boss."
    assert roles(bare) == [("Kuala Lumpur", "event")]
    assert roles(bare, kind="article") == [("Kuala Lumpur", "other")]
    assert roles(bare, place_claim="Penang") == [("Penang", "post"), ("Kuala Lumpur", "other")]
    assert roles("Kuala Lumpur or Manila?") == [("Kuala Lumpur", "other"), ("Manila", "other")]
    assert roles("Experience in Dubai is asked.") == [("Dubai", "other")]


@pytest.mark.parametrize(("language", "text", "country"), [
    ("ms", "Saya nak cari kerja cleaner part time area Bangi, ada sesiapa tahu?", "MY"),
    ("tl", "Sana may rescue na sa San Juan, baha na po dito", "PH"),
    ("en", "Cleaner wanted in San Juan, evenings", "PR"),
    ("es", "Mi prima trabaja en Filadelfia, en los Estados Unidos", "US"),
])  # fmt: skip
def test_of_namesakes_the_one_where_the_language_is_at_home_is_likelier(
    gazetteer: Gazetteer, language: str, text: str, country: str
) -> None:
    found = read_places(Passage(text, language=language), gazetteer)
    assert found[0].place.country == country


@pytest.mark.parametrize(("language", "text", "name"), [
    ("fr", "Je travaille à Bruxelles depuis deux ans", "Brussels"),
    ("es", "Lleva un año en Bruselas sin papeles", "Brussels"),
    ("pt", "foi para Londres trabalhar de babá", "London"),
])  # fmt: skip
def test_a_city_is_known_by_the_name_that_the_language_has_for_it(
    gazetteer: Gazetteer, language: str, text: str, name: str
) -> None:
    assert [one.place.name for one in read_places(Passage(text, language=language), gazetteer)] == [name]
