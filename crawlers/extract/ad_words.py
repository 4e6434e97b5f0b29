"""Words by which pages of ads label what they tell, and those about an ad that are the site's own."""

from __future__ import annotations

import re

#: Labels of the day on which an ad was put up.
POSTED = (
    "(date|datum|fecha|дата|tanggal|tarikh|tarih|日期|날짜)(?=\\s*[:：])"
    "|(ad |job |date |first )?(posted|posting|listed|published|added|created)( on| date| at)?|(post"
    "|listing|publication) date"
    "|eingestellt( am)?|veröffentlicht( am)?|veröffentlichungsdatum|erstellt am|erstellungsdatum"
    "|anzeige vom|online seit"
    "|(publiée?|mise? en ligne|postée?|déposée?|parue?)( le)?|date de (publication|parution|dépôt)"
    "|publicad[oa]( el| em)?|fecha( de)? publicación|data d[ae] publicação|anunciado em|adicionad[oa]( em)?"
    "|pubblicat[oa]( il)?|inserit[oa] il|data di (pubblicazione|inserimento)|geplaatst( op)?|plaatsingsdatum"
    "|data (dodania|publikacji)|dodan[oae]|opublikowan[oae]|zveřejněno|vloženo|přidáno|datum (vložení"
    "|zveřejnění)|pridané"
    "|publicat|postat( la)?|data publicării|adăugat( la)?|feladva|közzétéve|feladás dátuma"
    "|(дата )?(публикации|размещения|опубликован[оа]?|размещен[оа]?)|добавлено|опубліковано|додано"
    "|(ilan|yayın|yayınlanma) tarihi|diposting|(tanggal|tarikh) (posting|tayang|siaran|iklan)|diterbitkan|disiarkan"
    "|ngày đăng|đăng ngày|publicerad|inlagd|julkaistu|lisätty|publisert|oprettet|lisatud|δημοσιεύτηκε"
    "|تاريخ (النشر|الإعلان|الاعلان)|نشر في|ลงประกาศ(เมื่อ)?|วันที่ลงประกาศ"
    "|掲載(開始)?日|投稿日|公開日|등록일|게시일|发布(日期|时间|于)|發布日期|刊登日期"
)
#: Labels of the place an ad is about.
PLACE = (
    "(job |work |item )?location|city|area|town|(einsatz|arbeits|stand)?ort|stadt|localisation"
    "|lieu( de travail)?|ville"
    "|ubicación|localidad|ciudad|lugar( de trabajo)?|localização|localidade|cidade|local( de trabalho)?"
    "|località|luogo"
    "|sede( di lavoro)?|città|plaats|locatie|lokalizacja|miejscowość|miejsce pracy|místo( výkonu práce"
    "| pracoviště)?"
    "|lokalita|localitate|locație|oraș|helyszín|település|город|место(положение| работы)?|адрес|місто|konum|şehir"
    "|lokasi( kerja)?|tempat( kerja)?|kawasan|địa điểm|khu vực|ort|plats|paikkakunta|sijainti|sted|asukoht"
    "|الموقع|المدينة|المكان|สถานที่|พื้นที่|จังหวัด|勤務地|所在地|場所|근무지|근무지역|지역|工作地点|地点|地區|地区|所在地区"
)
#: Labels of what a job is called, where no heading says it.
TITLE = (
    "(job|position|vacancy|ad) title|title|position|stellenbezeichnung|intitulé( du poste)?|puesto|cargo"
    "|stanowisko|должность"
)
#: Labels by which a page of an ad is known beside the others.
OFFER = (
    "price|salary|pay|wage|compensation|(job|employment|contract) type|condition|job id|ad id|post id"
    "|requisition( number| id)?"
    "|preis|gehalt|prix|salaire|type de contrat|precio|salario|tipo de contrato|preço|salário|prezzo"
    "|stipendio|prijs|salaris"
    "|cena|wynagrodzenie|plat|mzda|preț|salariu|ár|fizetés|цена|зарплата|ціна|fiyat|maaş|harga|gaji|giá"
    "|mức lương|pris|lön|hinta"
    "|palkka|lønn|السعر|الراتب|الميزانية|ราคา|เงินเดือน|給与|時給|価格|급여|임금|가격|价格|薪资|工资"
)
#: Headings above an ad's words.
DESCRIPTION = (
    "(job |item |product )?description|about (the|this) (job|role|position)|(stellen"
    "|artikel)?beschreibung|descriptif|descripción"
    "|descrição|descrizione|omschrijving|opis( oferty| stanowiska)?|popis( pozice| práce| inzerátu)?"
    "|náplň práce|descriere|leírás"
    "|описание( вакансии)?|опис|açıklama|keterangan|penerangan|deskripsi( pekerjaan)?|mô tả( công việc)?"
    "|beskrivning|kuvaus"
    "|beskrivelse|الوصف|التفاصيل|รายละเอียด|仕事内容|職務内容|상세내용|职位描述|详细描述|描述"
)
#: What parts of a page that belong to other ads, to the site or to the reader are called in class names and ids.
_ASIDE = (
    "similar|related|recommend|suggest|also[-_]?(view|like)|more[-_]?(ads|jobs|from)|other[-_]?(ads|jobs"
    "|offers)|people[-_]also"
    "|nearby|sponsor|safety|scam|fraud|report|abuse|flag(ging)?|share|social|breadcrumb|login|log[-_]?in"
    "|sign[-_]?(in|up)"
    "|register|newsletter|job[-_]?alert|footer|navigation|menu|cookie|banner|modal|popup|tooltip|qrcode"
    "|print[-_]info|pagination"
    "|apply[-_]?(button|now)|disclaimer|advert(isement|isements|s)[-_]|polecane|podobne|aehnlich|similaire"
)
ASIDE = re.compile(rf"(?<![a-z])({_ASIDE})", re.IGNORECASE)
#: What the words of an ad are called there.
BODY = re.compile(
    r"(?<![a-z])(descriptions?|desc(ri)?|descripti?on?text|posting[-_]?body|(job|ad|advert|vacancy|offer|item|posting|project"
    r"|product|listing)[-_]?(body|text|desc\w*|brief)|rich[-_]?text|info[-_]?msg"
    r"|requirements?|responsibilities|qualifications|beschreibung|descripcion|descricao|descrizione"
    r"|omschrijving|opis|popis|tresc)(?![a-z])"
    r"|(job|ad|item|product|vacancy|posting)Desc|\wInfoMsg_|RichContent|markup",
    re.IGNORECASE,
)
#: What holds them and what is told about them: the ad's words where nothing within is called so.
WHOLE = re.compile(
    r"(?<![a-z])(job|ad|advert|vacancy|offer|item|posting|project|product|listing)[-_]?(content|details?)(?![a-z])"
    r"|(?<![a-z])rich[-_]?content(?![a-z])",
    re.IGNORECASE,
)
#: What is described but is not the ad.
NOT_BODY = re.compile(
    r"(?<![a-z])(compan(y|ies)|employer|seller|store|shop|categor(y|ies)|seo|meta|short|brief[-_]info)(?![a-z])",
    re.IGNORECASE,
)
#: Lines that are the site's own wherever they stand.
_OWN = (
    r"report( this)?( ad| job| listing| abuse)?|flag( this)?( ad)?|apply( now| for this job| here"
    r"| online)?|save( this)?( job| ad)?"
    r"|share( this)?( job| ad| page)?|print|email( to)? a friend|show (more|less)|see who \w+ know"
    r"|qr code link to this post"
    r"|sign in to .*|reply|google map|back to (search )?results|refer a friend.*|copy link"
    r"|show (phone )?number|save|favou?rites?"
    r"|post id:? *\d+.*|signaler( un abus)?|partager( sur| par)? ?\w*|imprimer|melden|merken|teilen"
    r"|drucken|denunciar|compartir"
    r"|guardar|imprimir|compartilhar|zgłoś( ogłoszenie)?|udostępnij|drukuj|segnala|condividi|stampa"
    r"|пожаловаться|поделиться"
    r"|laporkan|kongsi|bagikan|lamar( sekarang)?|odpovědět|nahlásit|bewerben|postuler|jetzt bewerben"
    r"|description|job description"
    r"|pracovní nabídka|beschreibung|descripción|descrição|opis"
)
OWN_LINE = re.compile(rf"[\W\d_]*({_OWN})[\W_]*", re.IGNORECASE)
#: A heading, or a paragraph's beginning, of advice against fraud: it is about no ad, and speaks of what is looked for.
SAFETY = re.compile(
    r"\W*((general )?safety (tips?|advice|first|notice)|(stay|be|shop|trade) safe\b|beware (of )?(scam"
    r"|fraud)|(avoid|how to avoid) scam"
    r"|scam (alert|warning)|security (tips|advice|notice)|fraud (alert|warning)|never (pay|send"
    r"|transfer) (money|in advance|any)"
    r"|do not (pay|send|transfer) (money|any|in advance)|sicherheits(hinweis|tipp)|conseils? de sécurité"
    r"|consejos? de seguridad"
    r"|dicas? de segurança|consigli (per la|di) sicurezza|veiligheidstips|porady bezpieczeństwa|bezpieczeństwo jest"
    r"|bezpečnostní (rady|tipy)|советы? по безопасности|правила безопасности|не (переводите"
    r"|платите) деньги|güvenlik ipuçları"
    r"|tips? (keselamatan|keamanan)|hati-hati (terhadap )?penipuan|awas penipuan|mẹo an toàn"
    r"|cảnh giác lừa đảo|säkerhetstips"
    r"|نصائح (السلامة|الأمان)|احذر من|安全(提示|小贴士)|谨防诈骗|防诈骗|安全な取引|안전거래)",
    re.IGNORECASE,
)
#: A heading above ads of others.
OTHERS = re.compile(
    r"\W*(similar (jobs|ads|listings|items|offers)|related (jobs|ads|searches|items)|people also (viewed"
    r"|searched)|you (may|might) also like"
    r"|more (jobs|ads) (from|like|by)|other (jobs|ads) (from|by|you)|recommended( for you| jobs| ads)?"
    r"|recently viewed|nearby (jobs|ads)"
    r"|ähnliche (anzeigen|jobs|stellen)|(offres|annonces) similaires|anuncios (similares|relacionados)"
    r"|otros anuncios"
    r"|anúncios (semelhantes|relacionados)|outros anúncios|annunci simili|vergelijkbare"
    r"|podobne (ogłoszenia|oferty)|podobné (nabídky|inzeráty)"
    r"|похожие (объявления|вакансии)|схожі оголошення|benzer ilanlar|iklan (serupa|lain|berkaitan)"
    r"|tin (tương tự|liên quan)"
    r"|إعلانات (مشابهة|أخرى)|وظائف مشابهة|相似(职位|广告)|相关职位|似た求人|おすすめ求人|類似の求人|비슷한 채용)",
    re.IGNORECASE,
)
