# ruff: noqa: E501 -- each saying on one line
"""Talks in many languages, for pages of boards: every word and name invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

#: What is said in each language, in the order of the page.
SAYS = {
    "en": "Has anyone been to the packing place by the river? They told my cousin there are rooms. | Yes. Long hours, and the rooms cost more than they said on the phone. | +1, same here | I was there in spring.\n\nThe bus leaves at five, you pay for it yourself, and nobody gets a copy of the contract. | Thanks for the warning! | Which agent was it? Mine wanted money before I had even seen the papers, so I walked away.",
    "ms": "Ada sesiapa pernah bekerja di kilang pembungkusan dekat sungai? Sepupu saya ditawarkan bilik. | Pernah. Kerja panjang, dan sewa bilik lebih mahal daripada yang dijanjikan. | Betul tu, saya pun sama | Saya di sana pada bulan Mac lalu.\n\nBas bertolak pukul lima, tambang bayar sendiri, dan tiada siapa dapat salinan kontrak. | Terima kasih atas amaran ini! | Ejen mana satu? Ejen saya minta duit sebelum saya lihat surat, jadi saya tolak.",
    "id": "Ada yang pernah kerja di pabrik pengemasan dekat sungai? Sepupu saya ditawari kamar. | Pernah. Jam kerja panjang, dan kamar lebih mahal dari yang dibilang di telepon. | Sama gan | Saya di sana musim lalu.\n\nBus berangkat jam lima, ongkos bayar sendiri, dan tidak ada yang dapat salinan kontrak. | Makasih infonya! | Agen yang mana? Agen saya minta uang sebelum saya lihat suratnya, jadi saya batal.",
    "th": "มีใครเคยทำงานที่โรงงานบรรจุริมแม่น้ำบ้าง เขาบอกญาติผมว่ามีห้องพักให้ | เคยครับ ทำงานนานมาก ค่าห้องแพงกว่าที่บอกทางโทรศัพท์ | เหมือนกันเลย | ผมไปอยู่ที่นั่นเมื่อต้นปี\n\nรถออกตีห้า ต้องจ่ายเอง และไม่มีใครได้สำเนาสัญญา | ขอบคุณที่เตือนนะคะ | นายหน้าคนไหน ของเราขอเงินก่อนเห็นเอกสาร เลยไม่เอา",
    "ar": "هل عمل أحد في مصنع التعبئة قرب النهر؟ قالوا لابن عمي إن هناك غرفا للسكن. | نعم. ساعات طويلة، والغرف أغلى مما قالوا على الهاتف. | وأنا كذلك | كنت هناك في الربيع.\n\nالحافلة تغادر في الخامسة وتدفع ثمنها بنفسك ولا أحد يحصل على نسخة من العقد. | شكرا على التحذير! | أي وكيل كان؟ طلب مني المال قبل أن أرى الأوراق فرفضت.",
    "ru": "Кто-нибудь был на упаковочной фабрике у реки? Двоюродному брату сказали, что дают комнаты. | Был. Работа долгая, а комнаты дороже, чем говорили по телефону. | У меня так же | Я был там весной.\n\nАвтобус уходит в пять, платишь сам, и никто не получает копию договора. | Спасибо за предупреждение! | Какой агент? Мой хотел денег до того, как я увидел бумаги, и я ушёл.",
    "zh": "有人去过河边那家包装厂吗？他们告诉我表弟那里包住。 | 去过。工时很长，房租比电话里说的贵。 | 我也一样 | 我春天在那里干过。\n\n班车五点开，车费自己付，谁也拿不到合同的副本。 | 谢谢提醒！ | 是哪个中介？我的那个还没给我看文件就要钱，我就走了。",
    "ja": "川沿いの梱包工場で働いたことのある人はいますか。いとこは部屋があると言われました。 | あります。労働時間が長く、部屋代は電話で聞いたより高いです。 | 自分も同じです | 春に行きました。\n\nバスは五時に出て、運賃は自腹で、契約書の写しは誰ももらえません。 | 教えてくれてありがとう！ | どの仲介でしたか。書類を見る前にお金を求められたのでやめました。",
    "vi": "Có ai từng làm ở xưởng đóng gói gần sông chưa? Họ bảo em họ tôi là có phòng ở. | Rồi. Giờ làm dài, tiền phòng đắt hơn họ nói qua điện thoại. | Mình cũng vậy | Tôi ở đó hồi mùa xuân.\n\nXe chạy lúc năm giờ, phải tự trả tiền, và không ai được giữ bản sao hợp đồng. | Cảm ơn đã cảnh báo! | Môi giới nào vậy? Bên tôi đòi tiền trước khi cho xem giấy tờ nên tôi bỏ.",
    "pt": "Alguém já trabalhou na fábrica de embalagens perto do rio? Disseram ao meu primo que há quartos. | Já. Muitas horas, e os quartos custam mais do que disseram ao telefone. | Comigo foi igual | Estive lá na primavera.\n\nO ônibus sai às cinco, cada um paga o seu, e ninguém recebe cópia do contrato. | Obrigado pelo aviso! | Qual agente? O meu queria dinheiro antes de eu ver os papéis, então desisti.",
    "tr": "Nehrin yanındaki paketleme fabrikasında çalışan oldu mu? Kuzenime oda var demişler. | Oldu. Mesai uzun, odalar telefonda söylenenden pahalı. | Bende de aynı | Baharda oradaydım.\n\nOtobüs beşte kalkıyor, parasını sen ödüyorsun, sözleşmenin kopyasını kimse alamıyor. | Uyarı için teşekkürler! | Hangi aracıydı? Benimki kağıtları görmeden para istedi, vazgeçtim.",
    "de": "War schon jemand in der Packerei am Fluss? Meinem Cousin hat man Zimmer versprochen. | Ja. Lange Tage, und die Zimmer kosten mehr als am Telefon gesagt. | Bei mir genauso | Ich war im Frühjahr dort.\n\nDer Bus fährt um fünf, man zahlt ihn selbst, und niemand bekommt den Vertrag in die Hand. | Danke für die Warnung! | Welcher Vermittler war das? Meiner wollte Geld, bevor ich die Papiere sah, da bin ich gegangen.",
    "fr": "Quelqu'un a travaillé à l'usine d'emballage près du fleuve ? On a promis une chambre à mon cousin. | Oui. De longues journées, et les chambres coûtent plus cher qu'annoncé au téléphone. | Pareil pour moi | J'y étais au printemps.\n\nLe bus part à cinq heures, on le paie soi-même, et personne n'a de copie du contrat. | Merci de nous prévenir ! | C'était quelle agence ? La mienne voulait de l'argent avant que je voie les papiers, j'ai refusé.",
    "es": "¿Alguien ha trabajado en la planta de empaque junto al río? A mi primo le dijeron que hay cuartos. | Sí. Muchas horas, y los cuartos cuestan más de lo que dijeron por teléfono. | A mí igual | Estuve allí en primavera.\n\nEl autobús sale a las cinco, lo paga uno mismo, y nadie recibe copia del contrato. | ¡Gracias por avisar! | ¿Qué agente era? El mío quería dinero antes de que viera los papeles, y me fui.",
    "it": "Qualcuno è stato alla ditta di imballaggio vicino al fiume? A mio cugino hanno promesso una stanza. | Sì. Giornate lunghe, e le stanze costano più di quanto detto al telefono. | Anche a me | Ci sono stato in primavera.\n\nL'autobus parte alle cinque, te lo paghi da solo, e nessuno riceve copia del contratto. | Grazie dell'avviso! | Quale agente era? Il mio voleva soldi prima che vedessi le carte, così ho lasciato perdere.",
    "ko": "강가 포장 공장에서 일해 보신 분 있나요? 사촌에게 방을 준다고 했다네요. | 네. 근무 시간이 길고 방값이 전화로 들은 것보다 비쌉니다. | 저도 그랬어요 | 봄에 거기 있었습니다.\n\n버스는 다섯 시에 떠나고 요금은 본인이 내며 계약서 사본은 아무도 못 받습니다. | 알려 주셔서 감사합니다! | 어느 중개인이었나요? 서류도 보기 전에 돈을 달라고 해서 그만뒀습니다.",
    "pl": "Był ktoś w pakowni nad rzeką? Kuzynowi obiecali tam pokój. | Byłem. Długie godziny, a pokoje droższe niż mówili przez telefon. | U mnie tak samo | Byłem tam wiosną.\n\nAutobus rusza o piątej, płacisz sam, i nikt nie dostaje kopii umowy. | Dzięki za ostrzeżenie! | Który pośrednik? Mój chciał pieniędzy, zanim zobaczyłem papiery, więc odszedłem.",
    "nl": "Is iemand weleens bij de inpakkerij aan de rivier geweest? Ze zeiden mijn neef dat er kamers zijn. | Ja. Lange dagen, en de kamers kosten meer dan ze aan de telefoon zeiden. | Hier ook zo | Ik was er in het voorjaar.\n\nDe bus gaat om vijf uur, je betaalt hem zelf, en niemand krijgt een kopie van het contract. | Bedankt voor de waarschuwing! | Welke bemiddelaar was dat? De mijne wilde geld voordat ik de papieren zag, dus ben ik gegaan.",
    "ro": "A fost cineva la fabrica de ambalaje de lângă râu? I-au spus vărului meu că sunt camere. | Da. Zile lungi, iar camerele costă mai mult decât au zis la telefon. | Și la mine la fel | Am fost acolo în primăvară.\n\nAutobuzul pleacă la cinci, îl plătești singur, și nimeni nu primește copia contractului. | Mulțumesc de avertisment! | Ce agent era? Al meu voia bani înainte să văd actele, așa că am plecat.",
}
NAMES = ["mira_k", "Old Tom", "sungai88", "Lena", "mira_k", "bricklayer"]
LOCAL = {
    "ru": ["Степаныч", "mira_k", "Лесник", "Ольга77", "Степаныч", "bricklayer"],
    "zh": ["江边客", "小米粥", "lao_wang9", "江边客", "阿玲", "石匠"],
    "ar": ["ابو سالم", "نجمة البحر", "Tariq_92", "ابو سالم", "ليلى", "البناء"],
    "th": ["ลุงทอม", "mira_k", "สมหญิง99", "ลุงทอม", "น้ำฝน", "ช่างปูน"],
    "ja": ["川原", "みらい", "Tom爺", "川原", "れな", "左官屋"],
    "ko": ["강변나그네", "미라", "톰할배", "강변나그네", "레나", "벽돌공"],
    "vi": ["Minh Sông", "mira_k", "Lão Tôm", "Minh Sông", "thợ xây", "Lê Na"],
}


@dataclass(frozen=True)
class Post:
    number: int
    place: int
    name: str
    text: str
    at: datetime
    quoted: str = ""
    quoted_name: str = ""
    edited: bool = False

    @property
    def html(self) -> str:
        return "".join(f"<p>{part}</p>" for part in self.text.split("\n\n"))

    @property
    def breaks(self) -> str:
        return self.text.replace("\n\n", "<br />\n<br />\n")


def posts(lang: str, count: int) -> list[Post]:
    """The second and the fourth quote the first; the fourth was changed later."""
    start = datetime(2019, 3, 4, 18, 5, tzinfo=UTC)
    said, names = SAYS[lang].split(" | "), LOCAL.get(lang, NAMES)
    found = []
    for n in range(count):
        quoted = (said[0], names[0]) if n in (1, 3) else ("", "")
        at = start + timedelta(hours=43 * n, minutes=7 * n)
        found.append(Post(90211 + 13 * n, n + 1, names[n % 6], said[n % 6], at, *quoted, edited=n == 3))
    return found


MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),  # noqa: SIM905
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie".split(),  # noqa: SIM905
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "pt": [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    "tr": [
        "Ocak",
        "Şubat",
        "Mart",
        "Nisan",
        "Mayıs",
        "Haziran",
        "Temmuz",
        "Ağustos",
        "Eylül",
        "Ekim",
        "Kasım",
        "Aralık",
    ],
    "id": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "ms": [
        "Januari",
        "Februari",
        "Mac",
        "April",
        "Mei",
        "Jun",
        "Julai",
        "Ogos",
        "September",
        "Oktober",
        "November",
        "Disember",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    "pl": [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "th": [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ],
}


def month(lang: str, at: datetime) -> str:
    return MONTHS[lang][at.month - 1]
