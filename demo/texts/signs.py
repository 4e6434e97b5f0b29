# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""How people tell of what is done to them at work: by sign, in English and Malay. Written by hand, never from cards."""

WORKER: dict[str, dict[str, tuple[str, ...]]] = {
    "ILO07_RETENTION_OF_DOCUMENTS": {
        "en": (
            "[Boss|The boss|Manager] [is holding|keeps|took] my passport since [the first day|i arrive|march] and [will not give back|dont want return it].",
            "Our passports are locked in [the office drawer|his safe|boss house], we ask many times he says no.",
            "They took our passports the day we came and nobody has seen them since.",
            "I have no passport with me, the [supervisor|owner] kept it and say I get it back when contract finish.",
            "When I ask for my passport [madam|the boss] shout and say it stay with her.",
            "All {n:4-9} of us passport confiscated by [the agent|the owner], we only have photocopy.",
            "He refuse to return my passport unless i pay {pay:2000-5000}.",
        ),
        "ms": (
            "[Passport|Pasport] saya [bos pegang|majikan simpan|kena tahan], minta balik [tak bagi|dia marah].",
            "Semua pasport kami majikan ambil dari hari pertama, sampai sekarang tak pulang.",
            "Pasport [dipegang|disimpan] [bos|tauke|agen], kalau nak balik kena bayar {pay:2000-5000}.",
            "Paspor saya ditahan majikan, saya minta tidak dikembalikan.",
        ),
    },
    "ILO08_WITHHOLDING_OF_WAGES": {
        "en": (
            "[I have not been paid|No salary] for {n:2-5} months already.",
            "He [owes|still owe] us {n:2-4} months [wages|salary|pay] and say [wait|next week] every time.",
            "They hold back our salary so we cannot leave, {n:2-4} months now.",
            "Every month they cut [half|{pay:300-700}] from my salary for nothing, this month i get zero.",
            "Boss never pay us since [raya|august|new year], only give {pay:20-50} for food.",
            "{n:3-5} months work and my wages [still not paid|never come|are withheld].",
            "She says she will only pay the salary at the end of two years.",
        ),
        "ms": (
            "Gaji [tak dibayar|belum bayar|tertunggak] dah {n:2-5} bulan.",
            "[Bos|Tauke|Majikan] tak bayar gaji kami {n:2-5} bulan, asyik cakap tunggu.",
            "Dah {n:3-5} bulan kerja satu sen gaji pun tak dapat.",
            "Gaji kami ditahan supaya kami tak lari, dah {n:2-4} bulan.",
        ),
    },
    "ILO03_RESTRICTION_OF_MOVEMENT": {
        "en": (
            "At night they lock us inside [the hostel|the shop|the back room] from outside.",
            "We are not allowed to go out, [a guard|his brother] stand at the gate [all day|always].",
            "I cannot leave the place, door is locked and only [supervisor|madam] got key.",
            "They lock the door after work and we can only come out in the morning.",
            "We not allowed to leave the compound even on sunday, someone always follow us.",
            "If i want to go to the shop, a man must go with me, I am not free to leave.",
        ),
        "ms": (
            "Malam kami dikunci dari luar dalam [hostel|kedai|stor].",
            "Kami tak dibenarkan keluar, ada orang jaga pintu [siang malam|24 jam].",
            "Pintu dikunci, kunci bos yang pegang, tak boleh keluar langsung.",
            "Keluar beli barang pun tak boleh, ke mana-mana ada orang ikut.",
        ),
    },
    "ILO11_EXCESSIVE_OVERTIME": {
        "en": (
            "We [work|are made to work] {n:14-18} hours a day, no day off [at all|since i start].",
            "[Everyday|7 days a week] from 6am until [midnight|11pm|1am], no rest day, he never allow off.",
            "No off day for {n:3-8} months, if sick also [must work|forced to work].",
            "They force us to work {n:15-18} hours [every day|daily] without overtime pay.",
            "We are forced to work {n:14-17} hours straight, cannot refuse overtime.",
        ),
        "ms": (
            "Kerja {n:14-18} jam sehari, tak ada cuti langsung.",
            "Kami dipaksa kerja dari 6 pagi sampai [tengah malam|1 pagi], 7 hari seminggu.",
            "Sakit pun kena kerja, {n:3-8} bulan tak pernah dapat hari cuti.",
            "Dipaksa kerja lebih masa {n:15-18} jam, upah OT tak ada.",
        ),
    },
    "ILO10_ABUSIVE_CONDITIONS": {
        "en": (
            "{n:12-24} of us sleep in one [room|container] on the floor, one toilet, water is dirty.",
            "We sleep [on cardboard behind the shop|in the store beside the chemicals], rats everywhere.",
            "The hostel got no water, {n:14-22} men one room, food is spoiled rice.",
            "No gloves no mask, the chemical burn my hands and they dont let me see doctor.",
        ),
        "ms": (
            "{n:12-22} orang tidur satu bilik atas lantai, satu tandas, air kotor.",
            "Kami tidur dalam stor, tikus banyak, makan nasi basi.",
            "Tangan melecur kena bahan kimia, klinik pun tak diberi pergi.",
        ),
    },
    "ILO06_INTIMIDATION_THREATS": {
        "en": (
            "He says if we run he will call [immigration|the police] and we go jail.",
            "Boss threaten to [report me to immigration|send people to my family house] if i complain.",
            "They told us if anyone talk they know where our family live.",
            "The agent threatens to beat us if we go to the embassy.",
        ),
        "ms": (
            "Bos ugut nak [lapor imigresen|panggil polis] kalau kami lari.",
            "Dia ancam keluarga saya di kampung kalau saya buka mulut.",
            "Agen ugut pukul siapa yang berani mengadu.",
        ),
    },
    "ILO09_DEBT_BONDAGE": {
        "en": (
            "They say I owe {pay:8000-15000} for the ticket and agent, and every month the debt get bigger.",
            "I must work until I finish paying the agent debt {pay:6000-14000}, nobody show me the account.",
            "All my pay goes to the debt for [travel and hostel|the agent], still they say not finish.",
        ),
        "ms": (
            "Katanya saya hutang {pay:6000-14000} dengan agen, potong gaji tiap bulan tapi hutang makin banyak.",
            "Kena kerja sampai habis hutang agen, tak pernah tunjuk berapa baki.",
        ),
    },
    "ILO02_DECEPTION": {
        "en": (
            "The agent promised [office|cashier|hotel] job {pay:2500-3500}, when I reach it was [this place|washing|heavy work] and half the pay.",
            "Contract I signed at home said {n:8-8} hours and {pay:2200-2800}, here they tore it and gave another one.",
            "We were told it is [waitress|factory] work with permit, all lies, they gave us tourist visa.",
        ),
        "ms": (
            "Agen janji kerja [kilang|hotel] gaji {pay:2200-3000}, sampai sini lain kerja, gaji separuh.",
            "Kontrak yang saya sign lain, sampai sini ditukar, kami ditipu agen.",
        ),
    },
    "ILO04_ISOLATION": {
        "en": (
            "They took my handphone, [now i borrow a friend phone|i write this in secret], cannot talk to my family.",
            "I dont even know the address here, no phone allowed, not allowed to talk to customer.",
        ),
        "ms": ("Telefon kami dirampas, tak boleh hubungi keluarga, ni pinjam phone kawan.", "Alamat tempat ni pun saya tak tahu, telefon tak dibagi pegang."),
    },
}  # fmt: skip

OPENING: dict[str, tuple[str, ...]] = {
    "en": (
        "Hi all, I [work|am working] at {place} in {city}.", "Need advice. I am [from Nepal|from Lombok|from Myanmar|from Sabah] working {place} {city}.",
        "Posting for [my friend|my brother|my cousin] who work at {place} here in {city}, these are his words.", "Sorry my english. We are {n:4-9} workers of {place}, {city}.",
        "Anybody know what to do? {place}, {city}, {n:5-14} months now.", "I came {n:4-11} months ago to work {place} in {city}.",
        "Long time reader first time post. Im at {place} in {city}.", "Can somebody help us at {place} in {city}.",
    ),
    "ms": (
        "Salam, saya kerja di {place} {city}.", "Nak tanya pendapat, saya [orang Lombok|dari Sabah|dari Medan|dari Jawa] kerja {place} {city}.",
        "Tolong post untuk [adik|kawan|sepupu] saya yang kerja di {place} {city}.", "Kami {n:4-9} orang pekerja {place} di {city}.",
        "Minta nasihat, dah {n:5-12} bulan kerja {place} di {city}.",
    ),
}  # fmt: skip

CLOSING: dict[str, tuple[str, ...]] = {
    "en": (
        "What can i do?", "Anyone same?", "Please advise, I am scared.", "Where to complain?", "I just want my rights.", "[Dont call|No call please], {contact}.",
        "Can pm me.", "I dont know who to ask.", "Tq for reading.", "My name {name}, pls keep secret.", "",
    ),
    "ms": ("Apa patut saya buat?", "Mana nak mengadu?", "Tolong kami.", "Ada sesiapa sama?", "Boleh pm. Tq.", "Nama saya {name}, tolong rahsiakan.", "{contact}", ""),
}  # fmt: skip

PLACES: dict[str, dict[str, tuple[str, ...]]] = {
    "V_CAR_WASH": {
        "en": ("the car wash {corner}", "a car wash", "one car wash {corner}", "a hand car wash", "the 24 hour car wash"),
        "ms": ("car wash {corner}", "tempat cuci kereta", "pusat cuci kereta {corner}", "kedai basuh kereta"),
    },
    "V_RESTAURANT": {
        "en": ("a restaurant {corner}", "the seafood restaurant", "a kitchen of a restaurant", "a steamboat restaurant", "the restaurant {corner}"),
        "ms": ("restoran {corner}", "restoran tomyam", "dapur restoran", "kedai makan besar {corner}"),
    },
    "V_BEAUTY_NAIL": {
        "en": ("a nail salon {corner}", "the nail shop", "a beauty salon", "a nail and beauty parlour", "nail bar {corner}"),
        "ms": ("salon kuku {corner}", "salon kecantikan", "kedai kuku", "nail salon {corner}"),
    },
    "V_FACTORY": {
        "en": ("a glove factory", "the furniture factory", "a plastic factory {corner}", "factory {corner}", "a frozen food factory"),
        "ms": ("kilang sarung tangan", "kilang perabot", "kilang plastik {corner}", "kilang {corner}"),
    },
    "V_CONSTRUCTION": {
        "en": ("a construction site {corner}", "the condo construction site", "construction", "a building site"),
        "ms": ("tapak binaan {corner}", "site construction", "projek bangunan {corner}", "tapak pembinaan"),
    },
    "V_HOUSEHOLD": {
        "en": ("a house as maid", "a family house as domestic helper", "house of my employer as helper"),
        "ms": ("rumah majikan sebagai pembantu rumah", "sebuah rumah, jadi bibik", "rumah orang sebagai maid"),
    },
    "V_FARM": {
        "en": ("a vegetable farm outside town", "the palm oil estate", "a chicken farm", "a plantation"),
        "ms": ("ladang sawit", "kebun sayur luar bandar", "ladang ayam"),
    },
    "V_CLEANING": {
        "en": ("a cleaning company", "cleaning contractor for malls"),
        "ms": ("syarikat cleaning", "kontraktor cuci bangunan"),
    },
}  # fmt: skip

BOSS: dict[str, dict[str, tuple[str, ...]]] = {
    "ILO07_RETENTION_OF_DOCUMENTS": {
        "en": ("Passport will be kept by [company|boss] until contract finish.", "We keep your passport, return only after {n:2-3} years.", "Worker must hand over passport to us, not returned before end."),
        "ms": ("Pasport akan dipegang majikan sampai habis kontrak.", "Pasport mesti serah pada bos, dipulangkan selepas {n:2-3} tahun."),
    },
    "ILO08_WITHHOLDING_OF_WAGES": {
        "en": ("First {n:3-4} months salary is held by us so nobody run away.", "Salary paid only after {n:6-12} months, if leave early no pay.", "We hold {n:3-5} months wages as guarantee, forfeited if you leave."),
        "ms": ("Gaji {n:3-4} bulan pertama ditahan supaya tak lari.", "Gaji dibayar lepas {n:6-12} bulan saja, berhenti awal gaji hangus."),
    },
    "ILO03_RESTRICTION_OF_MOVEMENT": {
        "en": ("Stay inside, hostel locked at night, no going out.", "Workers are not allowed to leave the premises, gate locked after work."),
        "ms": ("Tinggal dalam, hostel dikunci malam, tak boleh keluar.", "Pekerja tidak dibenarkan keluar kawasan, pagar dikunci."),
    },
    "ILO11_EXCESSIVE_OVERTIME": {
        "en": ("{n:14-17} hours daily, 7 days a week, no off day.", "Must work {n:14-16} hours every day, no rest day, no overtime pay."),
        "ms": ("Kerja {n:14-17} jam sehari, 7 hari, tiada cuti.", "Mesti kerja {n:14-16} jam tiap hari, OT tak dibayar."),
    },
}  # fmt: skip

BOSS_OPENING = {
    "en": ("Worker wanted for {place}, {city}.", "Need {n:3-8} foreign workers, {place} in {city}.", "{city}: staff for {place}, without permit also can."),
    "ms": ("Pekerja dicari untuk {place}, {city}.", "Perlu {n:3-8} pekerja asing, {place} {city}, tiada permit pun boleh."),
}  # fmt: skip
BOSS_CLOSING = {
    "en": ("{pay:900-1400} a month. {contact}", "{contact}", "Basic {pay:800-1200}. {contact}"),
    "ms": ("Gaji {pay:800-1300}. {contact}", "{contact}"),
}
WORKER_TITLES = {
    "en": ("Need advice", "Question about my work", "What to do", "Help please", "Problem with boss", "Anyone know?", "My situation"),
    "ms": ("Minta nasihat", "Nak tanya pasal kerja", "Apa patut buat", "Tolong", "Masalah di tempat kerja"),
}  # fmt: skip
BOSS_TITLES = {
    "en": ("Workers wanted {city}", "Foreign workers needed", "Urgent staff {city}"),
    "ms": ("Pekerja diperlukan {city}", "Cari pekerja asing"),
}
