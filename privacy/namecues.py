"""Words after which a person is named ("my name is", "Puan", "hubungi"), and names in other scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.records import Span
from privacy.folding import lowered
from privacy.tokens import words_of

# After these a name stands for certain: whatever word follows is taken. Looked for in small letters.
_SURE = re.compile(
    r"\b(?:(?:my|her|his|the girl'?s|our (?:maid|agent|boss)'?s) (?:real |full |first )?name"
    r"(?: is| was(?! not| with| rel| giv| chang| never| on | in | also| us| add| call)|'s|:)|"
    r"(?<!cookie )(?<!file )(?<!user )(?<!domain )(?<!brand )name ?(?:is|:)(?= )|"
    r"i am called|call me|they call me|"
    r"(?:is|was|girl|woman|man|boy|maid|worker|someone) (?:named|called)|"
    r"nama (?:saya|sya|sy|aku|ak|ku|dia|beliau|penuh|"
    r"sebenar)? ?(?:ialah|adalah|:)?|panggil saya|"
    r"me llamo|mi nombre es|se llama|nombre:|je m'appelle|mon nom est|s'appelle|nom:|"
    r"ich hei(?:ss|s)e|mein name ist|"
    r"(?:o )?meu nome e|me chamo|chamo-me|mi chiamo|ang pangalan ko ay|ang pangalan ko|"
    r"(?:mera|mero|amar|aamar|apna|uska) na+m(?: hai| holo| ho)?|ami(?= [a-z]{4,},)|(?:em|chi|anh) ten(?: la)?|"
    r"ako (?:po )?si|ako ay si|si (?=[a-z])|toi ten la|ten toi la|"
    r"(?:contact person|person in charge|pic|attn|attention|interviewed by|posted by|written by)\s?:)[ \t]{1,8}",
)
# Without one of these words none of the phrases above can stand.
_KEYS = words_of(
    """name name's called named call nama panggil llamo nombre llama m'appelle appelle s'appelle nom heisse heise
    name meu chamo chamo-me chiamo pangalan ako si ten contact charge pic attn attention by naam nam ami"""
)
_TITLES = words_of(
    """mr mrs mdm dr prof puan pn encik datuk datin dato dato' bapak senora senor senorita sra srta mme mlle
    monsieur mademoiselle herr frau signora signor dona madam ustaz ustazah hajah"""
)
# After these a name often stands: the word must be a known name, or look like one and be followed by a number.
_LIKELY = words_of(
    """i'm im ask call contact text whatsapp wasap sms message email see ring reach dm pm msg tell meet with by from to
    hubungi hub telefon jumpa cari tanya kepada oleh saya aku dengan soy con appelez appeler contactez contacter
    demandez demander joindre avec anrufen kontaktieren sou kay ms miss sir cik tuan en pak bu ibu kak kakak
    abang bang mbak mas haji sr don madame m ate kuya aling mang tita tito aunty auntie uncle boss bos sister
    sis brother bro khun chi anh agent agen ejen manager supervisor nurse patient victim maid employer majikan
    friend friends cousin mother father wife husband sons daughters driver cook guard owner foreman
    hija hijo hermana hermano esposa esposo prima primo amiga amigo madre padre patron patrona jefe jefa
    fille fils soeur frere mari femme amie ami patronne filha filho irma irmao marido patrao
    anak adik isteri suami istri kawan teman bini schwester bruder tochter sohn freundin chef chefin
    amo asawa kapatid kaibigan pinsan
    judge inspector officer prosecutor sergeant detective magistrate lawyer attorney interpreter juez jueza fiscal hakim
    inspektor richter avocat avocate abogada abogado gato acompanhante garota thekedar dalal malik tekong tauke towkay
    mandor calo sponsor recruiter trafficker encargado encargada capataz vorarbeiter kafeel kofil"""
)
# Before a name written as one these are an address ("Kak Yati"); before others only where the word is rare or listed.
_POLITE = words_of(
    """kak kakak bang abang pak bu ibu mbak mas haji hajjah hj hjh aling mang ate kuya tita tito aunty auntie uncle khun
    chi anh ma daw ko mst md mohd seu dona don tia tio mama mami papa madam boss bos sister brother bro fr sr
    ninang ninong manong manang nanay tatay ong bibi bhai didi dai bhabhi akka anna mae pai
    cik nong gato tekong tauke towkay thekedar kafeel kofil"""
)
# After these somebody is asked for: a word that no vocabulary knows is most likely a name.
_ASKED = words_of(
    """contact call text whatsapp wasap sms message ring ask hubungi hub telefon jumpa cari tanya appelez contactez
    demandez llamar llame contacte ligar tawagan kontakin anrufen kontaktieren named called bernama
    wife husband friend sister brother mother father cousin maid hija hijo hermana hermano esposa esposo prima primo
    amiga amigo fille fils soeur frere filha filho irma irmao isteri suami kawan schwester bruder tochter sohn
    driver cook guard"""
)
_PAIRS = """i am,this is,it's me,its me,here is,ask for,speak to,talk to,look for,llama a,llamar a,llame a,contacte a,
contacta a,contactar con,contacte con,pregunta por,preguntar por,habla con,hablar con,je suis,ich bin,ligar para,
falar com,eu sou,tawagan si,kontakin si,kausapin si,son of,daughter of,wife of,husband of"""
_LIKELY_PAIRS = frozenset(tuple(pair.split()) for pair in _PAIRS.split(","))
_ANY = _TITLES | _LIKELY | _POLITE | {"ms"} | {last for _, last in _LIKELY_PAIRS}


def kinds() -> list[frozenset[str]]:
    """The words after which names stand, by kind: titles, those that likely name, those of address, those that ask."""
    return [_TITLES, _LIKELY, _POLITE, _ASKED]


_ASKING_ENDS = words_of("for por si a con")  # "ask for", "pregunta por", "tawagan si", "llama a", "habla con"
_AFTER_CUE = re.compile(r"\.?[ \t:]{1,2}")
FOLLOWED = re.compile(
    r"\s{0,2}(?:\(|,|:|-|/|at\b|on\b|via\b|di\b|pada\b|al\b|au\b|en el\b|@)?\s{0,2}(?:\(?\+|\(?\d[\d ()\-]{6}|\x00)",
    re.IGNORECASE,
)
BEFORE_PLACES = words_of(
    """jalan jln jl lorong lrg persiaran lebuh taman kampung kampong kg bandar kota kuala bukit gunung pulau tanjung
    teluk desa hotel motel hostel restoran restaurant restaurante cafe kedai warung spa salon kopitiam klinik
    clinic hospital sekolah school masjid surau gereja temple church universiti university kolej college san santa
    santo saint st puerto villa calle avenida rue avenue place port fort lake mount mt river barangay brgy sitio
    purok plaza mall wisma menara pasar syarikat kilang ladang estate ciudad city el los las north south east west
    chez trattoria wat pensjonat kost toko polleria panaderia peluqueria hostal pension rancho colonia
    ristorante pizzeria osteria bistro bistrot brasserie boutique gasthaus gasthof parroquia paroisse terminal
    stesen stasiun kecamatan kelurahan kabupaten mahalle sokak pasaje barrio vereda corregimiento hopital
    clinique pharmacie boulangerie farmacia colegio instituto lycee ecole mercado basar fundacion
    ulica ul ulitsa wijk gemeente"""
)
_CHINESE = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余"
    "于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷"
    "龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常張劉陳楊黃趙吳孫馬鄭謝許馮鄧蕭蔣葉蘇呂盧"
    "鐘譚陸龔錢嚴"
)
_SCRIPTS = re.compile(
    rf"(?:我叫|名字叫|名字是|姓名[:：]|我是|联系人[:：]?|聯繫人[:：]?|找)([{_CHINESE}][\u4e00-\u9fff]{{1,2}})"
    rf"|([{_CHINESE}](?:[\u4e00-\u9fff]{{1,2}})?)(?=小姐|先生|女士|经理|經理|老板|老師|老师)"
    r"|(?:اسمي|اسمها|اسمه|الاسم\s?:|السيدة|السيد|الأستاذ|ابو|أبو|"
    r"الآنسة)\s{1,2}([\u0600-\u06ff]{2,15}(?:\s[\u0600-\u06ff]{2,15})?)"
    rf"|(?:老板娘?|老闆娘?|中介|工头|工頭|同乡|老乡|朋友|同事|蛇头|介绍人|司机|受害人)([{_CHINESE}][\u4e00-\u9fff]{{1,2}})"
    rf"|([{_CHINESE}][\u4e00-\u9fff]{{1,2}})和([{_CHINESE}][\u4e00-\u9fff]{{1,2}})|(?:找|叫|问)(阿[\u4e00-\u9fff])"
    r"|(?:น้อง|พี่|เสี่ย|ป้า|ลุง|เจ๊)(?!สาว|ชาย|ๆ|น้อง|เลี้ยง)\s?([\u0e00-\u0e7f]{2,6})"
    r"|(?:ชื่อ|คุณ|นางสาว|นาย|นาง)\s?([\u0e00-\u0e7f]{2,20})"
    r"|(?:मेरा नाम|श्रीमती|श्री)\s{1,2}([\u0900-\u097f]{2,15}(?:\s[\u0900-\u097f]{2,15})?)"
    r"|(?:[Мм]еня зовут|[Мм]оё имя)\s{1,2}([А-ЯЁа-яё]{2,15}(?:\s[А-ЯЁ][а-яё]{1,15})?)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that ends where a name may begin.

    `sure` ones take any word; `polite` ones any that is written as a name; `asks`: rare words are names after it.
    """

    end: int
    sure: bool
    polite: bool = False
    asks: bool = False


class Spelled(Protocol):
    """What is asked of a word here: its letters in small, and where it stands."""

    @property
    def low(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def find(text: str, words: Sequence[Spelled]) -> Iterator[Cue]:
    """All cues of a folded text; `words` are its words in order."""
    if not _KEYS.isdisjoint([word.low for word in words]):
        yield from (Cue(match.end(), True) for match in _SURE.finditer(lowered(text)))
    for n, before in enumerate(words[:-1], start=1):
        if before.low not in _ANY:
            continue
        title = before.low in _TITLES or text[before.start : before.end] == "Ms"
        paired = n > 1 and (words[n - 2].low, before.low) in _LIKELY_PAIRS
        likely = before.low in _LIKELY or paired
        # "En. Fendi" is a title, "en Murcia" none
        polite = before.low in _POLITE or (before.low == "en" and text[before.start : before.end + 1] == "En.")
        asked = (likely and before.low in _ASKING_ENDS) or (paired and before.low == "to")
        if (title or likely or polite) and _AFTER_CUE.fullmatch(text, before.end, words[n].start):
            yield Cue(words[n].start, title, polite, before.low in _ASKED or asked)


def in_scripts(text: str) -> Iterator[Span]:
    """Persons named by a cue in Chinese, Arabic, Thai, Devanagari or Cyrillic script."""
    for match in _SCRIPTS.finditer(text):
        for group in (n for n in range(1, len(match.groups()) + 1) if match[n]):
            yield Span(match.start(group), match.end(group), "PERSON")
