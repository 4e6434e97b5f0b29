# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""How people are lured abroad, sold, or seen to be controlled by others: by sign, in English and Malay."""

RECRUIT: dict[str, dict[str, tuple[str, ...]]] = {
    "RF01_UPFRONT_FEE": {
        "en": (
            "Processing fee {pay:600-1800} [to be paid before you fly|payable first|upfront] to confirm your seat.",
            "You only need to pay {pay:500-1500} deposit first for visa and training.",
            "Agent fee {pay:800-2500} must be paid in advance, [bank in same day|transfer today to lock place].",
            "Registration and visa fee {pay:500-1500}, pay before departure.",
            "Pay {pay:700-1900} first for the work permit and medical, we handle the rest.",
        ),
        "ms": (
            "Bayar yuran pendaftaran {pay:500-1500} dulu sebelum terbang.",
            "Deposit {pay:500-1800} untuk visa dan latihan kena bayar awal.",
            "Duit proses {pay:600-1900} bayar dulu, bank in hari ini untuk kunci tempat.",
            "Biaya proses {pay:600-1500} dibayar di muka sebelum berangkat.",
        ),
    },
    "RF02_TOO_GOOD": {
        "en": (
            "Salary USD {n:3000-6000} a month, no experience, no education needed.",
            "Earn {pay:9000-16000} a month easy work, anybody can do, no skill.",
            "{pay:10000-18000} monthly guaranteed for simple job, no experience required.",
        ),
        "ms": (
            "Gaji {pay:9000-16000} sebulan, kerja senang, tak perlu pengalaman.",
            "Pendapatan USD {n:3000-6000} sebulan, tiada kelulusan pun boleh.",
        ),
    },
    "RF03_ALL_EXPENSES_HOUSING": {
        "en": (
            "Flight ticket, visa, hostel and food all arranged by us, you just bring yourself.",
            "We arrange everything: ticket, passport, visa, apartment, pick up at airport.",
        ),
        "ms": (
            "Tiket, visa, hostel, makan semua kami uruskan, bawa badan saja.",
            "Pasport, tiket kapal terbang dan tempat tinggal semua ditanggung agen.",
        ),
    },
    "RF04_URGENT_DEPARTURE": {
        "en": (
            "Must fly [this week|in 3 days|tomorrow night], contract you sign over there.",
            "Urgent! Departure [this friday|within 48 hours], don't wait, no time for paperwork.",
            "Leave [immediately|this weekend], contract given when you arrive.",
        ),
        "ms": (
            "Kena terbang [minggu ni|dalam 3 hari|esok malam], kontrak sign di sana.",
            "Segera! Berangkat [jumaat ini|dalam 48 jam], jangan tunggu, kontrak dapat bila sampai.",
        ),
    },
    "RF05_VAGUE_JOB_ABROAD": {
        "en": (
            "[Customer service|Online marketing|Typing job] for a company in {to}, {land}, details told later.",
            "Big company in {to} needs [marketing|chat support|hostess], company name given on arrival.",
        ),
        "ms": (
            "Kerja [khidmat pelanggan|marketing online|menaip] di {to}, {land}, nama syarikat bagitau kemudian.",
            "Syarikat besar di {to} perlukan [marketing|customer service|GRO], butiran bila sampai.",
        ),
    },
    "RF06_OFF_PLATFORM_CONTACT": {
        "en": (
            "[Telegram|Whatsapp] only {handle}, no calls, send passport photo and full body picture.",
            "Contact by telegram only {handle}, send your IC and selfie first.",
            "Only wechat / telegram {handle}. Send photo of your passport.",
        ),
        "ms": (
            "Telegram saja {handle}, tak layan call, hantar gambar pasport dan gambar penuh.",
            "Hubungi telegram {handle} sahaja, hantar gambar IC dan selfie dulu.",
        ),
    },
    "RF07_FEMALE_YOUNG_ONLY": {
        "en": ("Girls only 18-25, pretty and slim.", "Only young ladies below 25, good looking, single."),
        "ms": ("Perempuan sahaja 18-25, cantik dan langsing.", "Gadis bawah 25 tahun, bujang, muka lawa saja."),
    },
    "ILO07_RETENTION_OF_DOCUMENTS": {
        "en": ("You give us your passport on the day of payment and we keep it for you during the contract.", "Passport will be held by the company over there until contract end."),
        "ms": ("Pasport serah kepada kami masa bayar, syarikat simpan sampai habis kontrak.", "Pasport dipegang syarikat di sana."),
    },
}  # fmt: skip

RECRUIT_OPENING = {
    "en": (
        "[Job|Work|Vacancy] in {to} {land}, we recruit from {town}.", "People from {town} wanted for {to}, {land}!", "{town} to {to}: {n:10-40} seats [left|open].",
        "Looking for staff in {town} to work in {to} ({land}).", "Want to work overseas? Group leaving {town} for {to}, {land}.",
        "Hiring now from {town} for our office in {to}, {land}.",
    ),
    "ms": (
        "Kerja di {to}, {land}, ambilan dari {town}.", "Orang {town} dicari untuk kerja di {to} {land}.", "{town} ke {to}: {n:10-40} tempat kosong lagi.",
        "Siapa nak kerja luar negara? Rombongan dari {town} ke {to}, {land}.", "Cari staf dari {town} untuk bekerja di {to}, {land}.",
    ),
}  # fmt: skip
NOWHERE_OPENING = {
    "en": (
        "[Job|Vacancy] overseas, people from {town} wanted.", "Want to earn outside the country? Group from {town} is going.", "{town}: {n:10-40} seats for overseas work, country told at interview.",
        "Looking for staff in {town} for our branch overseas.", "Hiring in {town} for abroad.",
    ),
    "ms": (
        "Kerja luar negara, ambilan dari {town}.", "Siapa nak cari rezeki di luar negara? Rombongan dari {town}.", "{town}: {n:10-40} tempat kosong kerja luar negara, negara diberitahu masa temuduga.",
        "Cari staf dari {town} untuk cawangan luar negara.",
    ),
}  # fmt: skip
"""For a recruiter who names no country."""

NOWHERE_JOB = {
    "en": ("[Customer service|Online marketing|Typing] for a big company overseas, details told later.", "Company abroad needs [marketing|chat support|hostess], name given on arrival."),
    "ms": ("Kerja [khidmat pelanggan|marketing online|menaip] di luar negara, nama syarikat bagitau kemudian.", "Syarikat luar negara perlukan [marketing|customer service|GRO], butiran bila sampai."),
}  # fmt: skip
NOWHERE_TITLES = {"en": ("Overseas job", "Job abroad", "Earn big overseas", "Hiring {town}"), "ms": ("Kerja luar negara", "Peluang kerja luar negara", "Ambilan {town}")}  # fmt: skip

RECRUIT_CLOSING = {"en": ("First come first serve.", "Limited.", "Serious only.", "Bring a friend also can.", "God bless.", ""), "ms": ("Siapa cepat dia dapat.", "Terhad.", "Serius sahaja.", "Ajak kawan pun boleh.", "")}  # fmt: skip
RECRUIT_TITLES = {
    "en": ("Work in {to}", "Overseas job {land}", "Job abroad", "{to} vacancy", "Earn big overseas", "Staff for {to}", "Hiring {town}"),
    "ms": ("Kerja di {to}", "Kerja luar negara {land}", "Jawatan di {to}", "Peluang kerja {land}", "Ambilan {town}"),
}  # fmt: skip

SOLD_CLOSE = {
    "en": "[What should i do?|Who to tell?|Pls advise.|Anyone can help her?]",
    "ms": "[Apa patut saya buat?|Nak lapor mana?|Tolong nasihat.]",
}
