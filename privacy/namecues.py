"""Words after which a person is named ("my name is", "Puan", "hubungi"), and names in other scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.records import Span
from privacy.tokens import words_of

# After these a name stands for certain: whatever word follows is taken.
_SURE = re.compile(
    r"(?:\b(?:my|her|his|the girl'?s|our (?:maid|agent|boss)'?s) (?:real |full |first )?name(?: is|'s|:)|"
    r"\bname ?(?:is|:)(?= )|\bi am called|\bcall me|\bthey call me|"
    r"\b(?:is|was|girl|woman|man|boy|maid|worker|someone) (?:named|called)|\bnama (?:saya|sya|sy|aku|ak|ku|dia|beliau|penuh|"
    r"sebenar)? ?(?:ialah|adalah|:)?|\bpanggil saya|"
    r"\bme llamo|\bmi nombre es|\bse llama|\bnombre:|\bje m'appelle|\bmon nom est|\bs'appelle|\bnom:|"
    r"\bich hei(?:ss|s)e|\bmein name ist|"
    r"\b(?:o )?meu nome e|\bme chamo|\bchamo-me|\bmi chiamo|\bang pangalan ko ay|\bang pangalan ko|"
    r"\bako (?:po )?si|\bako ay si|\bsi (?=[A-Z])|\btoi ten la|\bten toi la|"
    r"\b(?:contact person|person in charge|pic|attn|attention|interviewed by|posted by|written by)\s?:|"
    r"\b(?:mr|mrs|ms|mdm|dr|prof|puan|pn|encik|datuk|datin|dato'?|bapak|senora|senor|senorita|sra|srta|mme|mlle|"
    r"monsieur|mademoiselle|"
    r"herr|frau|signora|signor|dona|madam|ustaz|ustazah|hajah)\b\.?)[ \t]{1,2}",
    re.IGNORECASE,
)
# After these a name often stands: the word must be a known name, or look like one and be followed by a number.
_LIKELY = re.compile(
    r"\b(?:i am|i'm|im|this is|it's|its me|here is|(?:please )?(?:call|contact|text|whatsapp|wasap|sms|message|"
    r"email|ask for|see|speak to|talk to|look for|ring|"
    r"reach|dm|pm|msg|tell|meet|with|by|from|to)|hubungi|hub|sila hubungi|telefon|jumpa|cari|tanya|kepada|oleh|"
    r"saya|aku|dengan|"
    r"soy|llama(?:r)? a|llame a|contact[ae]r? (?:a|con)|pregunta(?:r)? por|habla(?:r)? con|con|appele[zr]|"
    r"contacte[zr]|demande[zr]|je suis|joindre|avec|"
    r"anrufen|kontaktieren|ich bin|ligar para|falar com|sou|eu sou|kay|tawagan si|kontakin si|kausapin si|"
    r"miss|sir|cik|tuan|en|pak|bu|ibu|kak|kakak|abang|bang|mbak|mas|haji|sr|don|madame|m|ate|kuya|aling|mang|tita|"
    r"tito|aunty|auntie|uncle|"
    r"boss|bos|sister|sis|brother|bro|khun|chi|anh|agent|agen|ejen|manager|supervisor|nurse|patient|victim|maid|"
    r"employer|majikan|"
    r"son of|daughter of|wife of|husband of|friend|friends|cousin|mother|father|wife|husband)\b\.?[ \t:]{1,2}",
    re.IGNORECASE,
)
FOLLOWED = re.compile(
    r"\s{0,2}(?:\(|,|:|-|/|at\b|on\b|via\b|di\b|pada\b|al\b|au\b|en el\b|@)?\s{0,2}(?:\(?\+|\(?\d[\d ()\-]{6}|\x00)",
    re.IGNORECASE,
)
BEFORE_PLACES = words_of(
    """jalan jln jl lorong lrg persiaran lebuh taman kampung kampong kg bandar kota kuala bukit gunung pulau tanjung
    teluk desa hotel motel hostel restoran restaurant restaurante cafe kedai warung spa salon kopitiam klinik
    clinic hospital sekolah school masjid surau gereja temple church universiti university kolej college san santa
    santo saint st puerto villa calle avenida rue avenue place port fort lake mount mt river barangay brgy sitio
    purok plaza mall wisma menara pasar syarikat kilang ladang estate ciudad city el los las"""
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
    r"|(?:اسمي|اسمها|اسمه|الاسم\s?:|السيدة|السيد|الأستاذ|"
    r"الآنسة)\s{1,2}([\u0600-\u06ff]{2,15}(?:\s[\u0600-\u06ff]{2,15})?)"
    r"|(?:ชื่อ|คุณ|นางสาว|นาย|นาง)\s?([\u0e00-\u0e7f]{2,20})"
    r"|(?:मेरा नाम|श्रीमती|श्री)\s{1,2}([\u0900-\u097f]{2,15}(?:\s[\u0900-\u097f]{2,15})?)"
    r"|(?:[Мм]еня зовут|[Мм]оё имя)\s{1,2}([А-ЯЁа-яё]{2,15}(?:\s[А-ЯЁ][а-яё]{1,15})?)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that ends where a name may begin; `sure` ones take any word."""

    end: int
    sure: bool


def find(text: str) -> Iterator[Cue]:
    """All cues of a folded text."""
    yield from (Cue(match.end(), True) for match in _SURE.finditer(text))
    yield from (Cue(match.end(), False) for match in _LIKELY.finditer(text))


def in_scripts(text: str) -> Iterator[Span]:
    """Persons named by a cue in Chinese, Arabic, Thai, Devanagari or Cyrillic script."""
    for match in _SCRIPTS.finditer(text):
        group = next(n for n in range(1, 7) if match[n])
        yield Span(match.start(group), match.end(group), "PERSON")
