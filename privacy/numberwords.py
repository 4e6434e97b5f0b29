"""Number words of some thirty languages, as tables: zero to nine, teens, tens, hundreds."""

from __future__ import annotations

from privacy.tokens import words_of

# Spelled without accents: the text is folded before it is matched. Zero to nine, alternatives after a slash.
UNITS = {
    "en": "zero/oh/nought/ought/naught/nil one two three four five/flve six/slx seven eight/elght nine/niner/nlne",
    "ms": "kosong/sifar satu dua tiga empat lima enam tujuh lapan sembilan",
    "id": "nol/nul satu/siji dua tiga empat/ampat lima enam/anam tujuh/tuju delapan sembilan",
    "es": "cero uno/un dos tres cuatro cinco seis siete ocho nueve",
    "fr": "zero un/une deux trois quatre cinq six sept huit neuf",
    "pt": "zero um/uma dois/duas tres quatro cinco seis/meia sete oito nove",
    "de": "null eins/ein zwei/zwo drei vier funf/fuenf sechs sieben acht neun",
    "it": "zero uno due tre quattro cinque sei sette otto nove",
    "tl": "sero/siro/wala isa/uno dalawa/dos tatlo/tres apat/kwatro/kuwatro lima/singko anim/sais pito/syete/siyete "
    "walo/otso siyam/nuwebe/nwebe",
    "vi": "khong mot hai ba bon/tu nam/lam sau bay tam chin",
    "hi": "shunya/sunya ek do teen char/chaar panch/paanch chhe/cheh saat aath nau",
    "zh": "ling yi/yao er san si wu liu qi ba jiu",
    "th": "sun/soon nueng/neung song sam si ha hok chet/jet paet gao/kao",
    "ar": "sifr wahid ithnan/itnin thalatha/talata arbaa/arba khamsa sitta sabaa thamaniya/tamanya tisaa",
    "pl": "zero jeden/jedna dwa/dwie trzy cztery piec szesc siedem osiem dziewiec",
    "cs": "nula jedna/jedno dva/dve tri ctyri pet sest sedm osm devet",
    "sk": "nula jeden dva tri styri pat sest sedem osem devat",
    "hr": "nula jedan dva tri cetiri pet sest sedam osam devet",
    "nl": "nul een twee drie vier vijf zes zeven acht negen",
    "tr": "sifir bir iki uc dort bes alti yedi sekiz dokuz",
    "ro": "zero unu doi/doua trei patru cinci sase sapte opt noua",
    "hu": "nulla egy ketto harom negy ot hat het nyolc kilenc",
    "sw": "sifuri moja mbili tatu nne tano sita saba nane tisa",
    "sv": "noll ett tva tre fyra fem sex sju atta nio",
    "el": "miden ena dyo tria tessera pente exi efta okto ennea/ennia",
}
# Of these, words of other languages as well: at an end of a number only where most of it is in words.
DOUBTFUL = words_of(
    "pet opt hat het ot sex tri tin uc pat egy een nul ett fem ena tres dos sais bir "
    "iki saba un una do sa si tu er ba san sau nau sam song sun teen ling cento ciento sto"
)
SCRIPT = {
    **dict(zip("零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖", "01234567890123456789", strict=True)),
    "幺": "1",
    "两": "2",
}
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty/fourty fifty sixty seventy eighty ninety"
FRENCH = "dix onze douze treize quatorze quinze seize"
SPANISH = "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte"
PORTUGUESE = (
    "dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito "
    "dezenove/dezanove vinte"
)
OTHER_TEENS = (
    "dziesiec jedenascie dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie osiemnascie "
    "dziewietnascie",
    "deset jedenact dvanact trinact ctrnact patnact sestnact sedmnact osmnact devatenact",
    "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
    "sepuluh sebelas",
    "zece unsprezece doisprezece treisprezece paisprezece cincisprezece saisprezece saptesprezece",
    "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
)
GERMAN = "zehn elf zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn zwanzig"
ROUND = {
    "pt": "trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "de": "dreisig/dreissig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig",
    "pl": "trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat",
    "cs": "tricet ctyricet padesat sedesat sedmdesat osmdesat devadesat",
    "nl": "dertig veertig vijftig zestig zeventig tachtig negentig",
    "tr": "otuz kirk elli altmis yetmis seksen doksan",
    "ro": "treizeci patruzeci cincizeci saizeci saptezeci optzeci nouazeci",
    "it": "trenta quaranta cinquanta sessanta settanta ottanta novanta",
}
TWENTIES = dict.fromkeys(("dwadziescia", "dvacet", "yirmi", "douazeci", "venti"), "20")
HUNDREDS = {
    "pl": "sto dwiescie trzysta czterysta piecset szescset siedemset osiemset dziewiecset",
    "cs": "sto dveste trista ctyrista petset sestset sedmset osmset devetset",
    "es": "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
    "pt": "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
}
HUNDRED = dict.fromkeys(("hundred", "hundert", "honderd", "yuz", "ratus"), "00")
# Words of other scripts, as written; they are folded like the text before they are looked for.
OTHER_SCRIPTS = {
    "th": "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
    "ar": "صفر واحد اثنان/اثنين/إثنين ثلاثة/ثلاث أربعة/اربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثمان تسعة/تسع",
    "hi": "शून्य एक दो तीन चार पांच/पाँच छह/छः/छे सात आठ नौ",
    "ru": "ноль один/одна два/две три четыре пять шесть семь восемь девять",
    "bn": "শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়",
    "uk": "нуль один/одна два/дві три чотири п'ять/пять/п’ять шість сім вісім дев'ять/девять/дев’ять",
    "bg": "нула едно/един две/два три четири пет шест седем осем девет",
    "fa": "صفر یک دو سه چهار پنج شش هفت هشت نه",
    "ur": "صفر ایک دو تین چار پانچ چھ سات آٹھ نو",
    "el": "μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά",
    "km": "សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន",
}
SCRIPT_TEENS = (
    "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять "
    "дев'ятнадцять",
    "ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده",
)
SCRIPT_TENS = (
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    "بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
)
SCRIPT_HUNDREDS = (
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
    "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد",
)
