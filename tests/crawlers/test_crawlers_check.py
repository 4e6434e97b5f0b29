"""What is said of a card, and the alarms that compare a visit with what its card expects."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from test_crawlers_listing import LINKS, fill

from core.errors import CardError
from core.records import CrawlReport
from crawlers.catalog import files_of, load_sources, timezone_of
from crawlers.check import check, clear_mark
from crawlers.report import alarms


def test_a_check_says_what_would_be_collected_and_what_refused(site, home, card_of):
    fill(site, pages=2, each=3)
    more = "<a class=ad href=http://other.example/>x</a><a class=ad href=/closed/1>x</a></body>"
    site.pages["/list/0"] = site.pages["/list/0"].replace("</body>", more)
    site.robots = "User-agent: *\nDisallow: /closed\nCrawl-delay: 0.02\n"
    card = card_of(site, "listing", "/list/0", selectors=LINKS, document_kind="ad", timezone="Asia/Kuala_Lumpur")
    report = check(card, base=home.folder, settings=home.settings)
    said = " ".join(report.sentences)
    assert report.good
    assert "A trial visit read 8 pages. The pause agreed with the site is 0.02 s." in said
    assert "Refused: 1 address (another site). Refused: 1 address (robots.txt forbids it)." in said
    assert "6 ads were found (read by: selectors 6). 6 of 6 have a date (told by: selector 6)." in said
    assert len(report.samples) == 6
    assert not (home.folder / "crawl").exists(), "a check keeps nothing"


def test_a_check_without_the_network_looks_at_the_card_alone(site, home, card_of):
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    assert check(card, base=home.folder, settings=home.settings, online=False).good
    assert site.log == []


def test_a_faulty_selector_is_named_with_its_field(site, home, card_of):
    card = card_of(site, "listing", "/", selectors={"title": "h1[", "text": "p"})
    report = check(card, base=home.folder, settings=home.settings)
    assert not report.good
    assert "field 'selectors.title': 'h1[' is no selector" in report.sentences[0]


def test_a_table_is_checked_by_its_first_rows(site, home, card_of):
    (home.folder / "a.csv").write_text("id,words,day\n1,Cooks wanted,2015-02-01\n2,Maids wanted,\n")
    columns = {"native_id": ["id"], "text": ["words"], "published": "day"}
    report = check(
        card_of(site, "table", paths=["a.csv"], urls=[], columns=columns), base=home.folder, settings=home.settings
    )
    assert report.good
    assert "2 posts were found (read by: table 2)." in report.sentences
    assert "1 of 2 have a date (told by: table 1, none 1)." in report.sentences


def test_a_card_whose_file_nobody_has_downloaded_yet_waits_for_it_and_says_where(site, home, card_of):
    fields = {"paths": ["t/*.csv"], "urls": ["https://office.example/data"], "columns": {"text": ["words"]}}
    card = card_of(site, "table", status="unverified", **fields)
    report = check(card, base=home.folder, settings=home.settings)
    assert (report.good, report.verified) == (True, False)
    where = home.folder / "t" / "*.csv"
    assert f"Not downloaded yet: get it from https://office.example/data and put it at {where}." in report.sentences
    gone = check(card_of(site, "table", **fields), base=home.folder, settings=home.settings)
    assert not gone.good, "of a card that was read once the file is gone"
    assert "there is no file" in gone.sentences[-1]


@pytest.mark.parametrize(
    ("says", "verified"),
    [("Free to read.", True), ("TO DO: what they say", False), ("To be looked up before use", False)],
)
def test_a_card_is_verified_only_when_its_terms_were_read(site, home, card_of, says, verified):
    (home.folder / "a.csv").write_text("words\nCooks wanted\n")
    terms = {"says": says, "fair_because": "it is ours"}
    card = card_of(site, "table", paths=["a.csv"], urls=[], columns={"text": ["words"]}, terms=terms)
    report = check(card, base=home.folder, settings=home.settings)
    assert (report.good, report.verified) == (True, verified)
    assert ("read them, then fill in 'terms'" in " ".join(report.sentences)) is not verified


def test_the_mark_unverified_is_taken_off_and_nothing_else(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("id: a-b  # mine\nstatus: unverified   # since May\nname: x\n")
    assert clear_mark(path)
    assert path.read_text() == "id: a-b  # mine\nstatus: active\nname: x\n"
    assert not clear_mark(path)


def test_two_cards_with_one_id_are_refused_by_name(tmp_path):
    text = "id: a-b\nname: x\nkind: feed\nurls: [https://x.example/]\nterms: {says: '', fair_because: ''}\n"
    (tmp_path / "one.yml").write_text(text)
    (tmp_path / "two.yml").write_text(text)
    with pytest.raises(CardError, match=r"two\.yml.*'a-b' is already the id of .*one\.yml"):
        load_sources([tmp_path])
    assert [card.id for _, card in load_sources([tmp_path / "one.yml"])] == ["a-b"]
    with pytest.raises(CardError, match=r"nowhere.*no such card or folder"):
        load_sources([tmp_path / "nowhere"])


def test_a_timezone_comes_from_the_card_the_home_place_or_the_country(site, card_of):
    assert timezone_of(card_of(site, "feed", "/", timezone="Asia/Tokyo")) == "Asia/Tokyo"
    assert timezone_of(card_of(site, "feed", "/", country="MY")) == "Asia/Kuala_Lumpur"
    assert timezone_of(card_of(site, "feed", "/", country="US", home_place="Chicago")) == "America/Chicago"
    assert timezone_of(card_of(site, "feed", "/")) == "UTC"


def test_a_path_may_lie_in_the_reference_data(site, tmp_path, card_of):
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.csv").write_text("x")
    card = card_of(site, "table", paths=["data:set/*.csv"], urls=[])
    assert files_of(card, tmp_path / "elsewhere", tmp_path) == [tmp_path / "set" / "a.csv"]


def report_of(card: Any, **fields: Any) -> CrawlReport:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    plain = {"id": "r", "source": card.id, "started": now, "ended": now, "pages": 5, "parcels": 5, "refused": 0}
    return CrawlReport(**{**plain, "errors": {}, "finished": True, **fields})


def names(card: Any, report: CrawlReport, **result: Any) -> list[str]:
    yesterday = (report.started - timedelta(days=1)).isoformat()
    return [alarm.split(":")[0] for alarm in alarms(card, report, {"previous": yesterday, "new": 10, **result})]


def test_silence_shrinkage_swelling_and_an_early_end_each_raise_an_alarm_by_name(site, card_of):
    card = card_of(site, "feed", "/", expect={"documents_a_day_min": 5, "documents_a_day_max": 50})
    assert names(card, report_of(card)) == []
    assert names(card, report_of(card), new=2) == ["shrunken"]
    assert names(card, report_of(card), new=0) == ["shrunken"]
    assert names(card, report_of(card), new=90) == ["swollen"]
    assert names(card, report_of(card), new=90, previous=None) == []
    assert names(card, report_of(card, pages=0), new=0) == ["silent", "shrunken"]
    assert names(card, report_of(card, finished=False), new=0, stopped="stopped by hand") == ["unfinished"]
    assert names(card, report_of(card, parcels=0), new=0, previous=None) == ["silent"], (
        "a first visit that read nothing"
    )


def test_the_shipped_cards_are_in_order():
    from pathlib import Path
    from typing import get_args

    from core.cards import Source
    from crawlers.validity import check_card

    examples = Path(__file__).parents[2] / "examples"
    cards = load_sources([examples / "sources"])
    assert {card.kind for _, card in cards} == set(get_args(Source.model_fields["kind"].annotation))
    assert all(card.status == "unverified" for _, card in cards if card.urls and not card.local)
    for _, card in [*cards, *load_sources([examples])]:
        check_card(card)
        assert card.terms.fair_because


def test_a_field_that_is_suddenly_empty_raises_an_alarm_by_name(site, home, card_of):
    from dataclasses import replace

    from crawlers.report import shape, shape_alarms

    fill(site, pages=1, each=12)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    home.visit(card)
    ads = home.read(card)
    before = shape(ads)
    rebuilt = [replace(one, place_claim=None, published_day=None) for one in ads]
    assert (before["documents"], before["place"], before["author"]) == (12, 1, 0)
    assert shape_alarms(shape(ads), before) == ()
    assert [alarm.split("'")[1] for alarm in shape_alarms(shape(rebuilt), before)] == ["date", "place"]
    assert shape_alarms(shape(rebuilt[:3]), before) == (), "three documents say nothing"
    assert shape_alarms(shape([]), before) == ()


def test_a_source_that_says_nothing_new_is_stale(site, card_of):
    from datetime import date

    from crawlers.report import stale_alarm

    card = card_of(site, "feed", "/", expect={"fresh_within_days": 3})
    assert stale_alarm(card, date(2026, 11, 20), date(2026, 11, 23)) is None
    assert (stale_alarm(card, date(2026, 11, 19), date(2026, 11, 23)) or "").startswith("stale: its newest document")
    assert stale_alarm(card, None, date(2026, 11, 23)) is None
