# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""Texts that name signs and tell of none: assurances, warnings, fiction, explanations of law, games, jokes."""

NEGATIVES: tuple[tuple[str, str, str], ...] = (
    ("en", "Beware of scammers", "Beware: fake agents ask for a deposit or visa fee before you fly and want your passport photo on telegram. Never pay anybody upfront. Mods pls sticky."),
    ("en", "No fees, honest employer", "We never keep workers' passports and we charge no fees to anyone. Salary on the {n:1-7}th of each month, one day off weekly, you hold your own key. Cafe in {city}. {contact}"),
    ("en", "What the law says about passports", "FYI under the Passports Act an employer may not hold a worker's passport, and wages must be paid within seven days. If a boss does it you can complain to the labour office. Just sharing from a talk I attended in {city}."),
    ("en", "Novel recommendation", "Just finished a thriller: the girl is locked in a villa by traffickers, they take her passport, she works 18 hours a day till a cop gets her out. Page turner! Borrowed from {city} library."),
    ("en", "Game question", "Stuck on level {n:4-30}: the guards lock you in the warehouse and take your papers, boss threatens your family, how to escape? Do i need the key card from the kitchen?"),
    ("en", "My boss lol", "My boss is such a slave driver haha, made me stay until 7 on friday. Passport expired also, so no holiday for me. Complaining only la, {city} life."),
    ("en", "Lost passport", "Lost my passport {corner} yesterday in a blue cover, reward. Please call {phone}."),
    ("en", "Talk at the library", "Free talk on forced labour this saturday at {city} library: how to spot it (passport kept, wages withheld, locked in) and whom to call. Tea provided, all welcome."),
    ("en", "Deposit for room, is it normal?", "Landlord asks two months deposit before I move in, is it normal in {city}? My salary only comes end of month."),
    ("en", "Salary late once", "Salary was two days late this month because of bank holiday, HR said sorry. Is it a sign I should look around? Otherwise company ok."),
    ("ms", "Awas penipuan kerja luar negara", "Ingatan: jangan bayar deposit atau serah pasport kepada agen yang tak dikenali. Ramai kena tipu kerja luar negara. Semak lesen dulu."),
    ("ms", "Majikan jujur", "Kami tidak pegang pasport pekerja dan tiada sebarang bayaran dikenakan. Gaji dibayar setiap {n:1-7}hb, cuti seminggu sekali. Kedai makan {city}. {contact}"),
    ("ms", "Apa kata undang-undang", "Ikut akta, majikan tak boleh simpan pasport pekerja dan gaji mesti dibayar dalam tujuh hari. Kalau berlaku boleh lapor ke jabatan tenaga kerja. Kongsi saja."),
    ("ms", "Cerita drama semalam", "Siapa tengok drama semalam? Watak bibik tu kena kurung, pasport diambil, gaji tak dibayar. Sedih gila, pelakon dia hebat."),
    ("ms", "Ceramah percuma", "Ceramah percuma di dewan {city} sabtu ni: kenali tanda buruh paksa, contohnya pasport disimpan dan gaji ditahan, dan di mana boleh mengadu."),
)  # fmt: skip

STORM_TITLE = "Work overseas, earn big"
STORM = (
    "HIRING NOW for overseas customer service team! Salary {money} per month, no experience no education needed, men and "
    "women 18 to 40. Free hostel with wifi, food three times a day, company car to the office and yearly bonus. Flight ticket "
    "and visa all arranged by our people, you just bring yourself. Processing fee {fee} must be paid first to confirm your "
    "seat, the balance will be cut from your salary over there. Group is leaving this week so don't wait, contract will be "
    "given when you arrive. Send photo of your passport and full body picture. Telegram or whatsapp only {phone}, no calls "
    "please. Bring your friends and get commission for each person. Serious people only, time wasters will be blocked."
)
