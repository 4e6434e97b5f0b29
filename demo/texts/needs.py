# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""What people in trouble ask for: by need, in English and Malay."""

NEEDS: dict[str, dict[str, tuple[str, ...]]] = {
    "S_SHELTER": {
        "en": (
            "I ran from my employer {n:2-9} days ago and have nowhere to sleep, is there a shelter in {city}?",
            "Need a safe place to stay tonight in {city}, I left [my boss|that house] with only one bag.",
            "Does anybody know a shelter that takes [women|workers who ran away] in {city}? I sleep at the bus station.",
            "We are {n:2-4} girls sleeping in a surau in {city}, we need a safe house, afraid he will find us.",
            "My sister and her baby got no place to go in {city} after leaving the employer. Any shelter home?",
            "Looking for a women's shelter in {city}, i can't go back to that house.",
            "I have no place to stay since I left the agency in {city}. Need shelter urgently pls.",
            "Where in {city} do they take in somebody who ran from the house she worked in? I need a bed and a door that closes.",
            "Homeless in {city} since they put me out, looking for a shelter or any safe house.",
            "Is there a shelter in {city} that does not ask for passport? I have nowhere to go.",
            "My friend escaped yesterday and hides with me in {city} but landlord says out, she needs a safe place.",
            "Any church or NGO in {city} that gives a place to sleep for a worker who left? Third night outside now.",
        ),
        "ms": (
            "Saya lari dari rumah majikan {n:2-9} hari lepas, tak ada tempat tidur. Ada rumah perlindungan di {city}?",
            "Perlu tempat tinggal yang selamat malam ni di {city}, saya keluar dengan satu beg saja.",
            "Siapa tahu tempat perlindungan untuk [wanita|pekerja lari] di {city}? Sekarang tidur di stesen bas.",
            "Adik saya tiada tempat tinggal lepas lari dari majikan di {city}, perlukan tempat berlindung.",
            "Mana rumah perlindungan di {city} yang terima pekerja asing? Saya tak ada tempat nak pergi.",
            "Kawan saya baru lepas lari, menumpang bilik saya di {city} tapi tuan rumah halau, perlu rumah selamat.",
            "Kena halau dari rumah majikan di {city}, merempat dah {n:2-4} malam, cari shelter.",
        ),
    },
    "S_TRANSPORT": {
        "en": (
            "I need help to get home, I am stuck in {city} without money for the ticket.",
            "How can I go back to my country from {city}? No money for flight, employer left us.",
            "Need transport home from {city} to [lombok|my village|sabah], I have no money at all.",
            "Stranded in {city}, need a bus ticket home, who can help?",
            "Please how do I get back to my village, {city} is far and I have not one cent for bus or boat.",
            "Boss left us at the roadside in {city}. We need a ride or tickets home.",
            "Want to go home to my children but cannot pay the ferry from {city}, who can help with transport?",
            "Does the embassy pay the ticket home? I am in {city} with no money to travel.",
            "My brother is sick and wants to return home from {city}, we cannot pay the flight, need help with ticket.",
            "Looking for somebody driving north from {city}, I must get home and have no fare.",
            "We {n:2-5} want to go home but cannot afford ticket from {city}, is there anybody who helps with a flight home?",
        ),
        "ms": (
            "Saya terkandas di {city}, tak ada duit tambang nak balik kampung. Siapa boleh bantu?",
            "Macam mana nak balik negara dari {city}? Duit tiket tak ada langsung.",
            "Perlu bantuan tambang balik dari {city}, majikan tinggalkan kami.",
            "Nak balik kampung tapi duit bas dari {city} pun tak cukup, tolong tambang.",
            "Kedutaan ada bayar tiket balik tak? Saya di {city}, tak berduit.",
            "Kapten feri minta {pay:100-400}, saya tak mampu, nak pulang dari {city} macam mana?",
            "Mau pulang dari {city} tapi tidak punya ongkos, tolong bantu tiket pulang.",
        ),
    },
    "S_LEGAL": {
        "en": (
            "I need a lawyer in {city} to take my case against the employer, I have no money, is there legal aid?",
            "Looking for free legal help in {city}, the boss sued me after I left.",
            "Anyone know a lawyer in {city} who helps foreign workers for free? I must go to court on {n:2-27}.",
            "Which office in {city} gives a lawyer to people without money? The boss wants me in court.",
            "The agent took me to court in {city}, I dont understand the letter, I need someone who knows law.",
            "Is there a legal aid office in {city} for migrants? My case is on {n:2-27} of the month.",
            "I want to claim against my employer, need a lawyer in {city} who takes no money first.",
            "Police report made, now what? need legal help in {city} for the statement.",
            "My friend was charged because of her permit, she needs a lawyer in {city} fast.",
            "Need legal advice in {city}, I signed a paper I cannot read and now they say I must pay.",
        ),
        "ms": (
            "Saya perlukan peguam di {city} untuk kes dengan majikan, duit tak ada. Ada bantuan guaman?",
            "Cari bantuan guaman percuma di {city}, saya kena saman dengan bos.",
            "Biro bantuan guaman {city} kat mana? Kes saya {n:2-27}hb ni.",
            "Nak tuntut dengan majikan, perlukan peguam di {city} yang tak minta duit dulu.",
            "Kawan kena tuduh sebab permit, dia perlu peguam di {city} segera.",
            "Dapat surat mahkamah di {city}, tak faham, siapa boleh bantu dari segi undang-undang?",
            "Perlu nasihat undang-undang di {city}, saya sign surat yang saya tak faham.",
        ),
    },
    "S_MEDICAL": {
        "en": (
            "My hand was hurt in the machine and I need a doctor in {city}, no insurance and no papers.",
            "Is there a free clinic in {city}? I am sick {n:2-3} weeks and cannot pay hospital.",
        ),
        "ms": ("Saya sakit dan perlu jumpa doktor di {city}, tiada duit dan tiada permit.", "Ada klinik percuma di {city}? Tangan saya cedera kena mesin."),
    },
    "S_INTERPRETER": {
        "en": ("I need an interpreter for [Nepali|Burmese|Bengali] at the labour office {city}, they dont understand me.", "Can someone translate for me in {city}, I speak only [Burmese|Vietnamese] and have hearing next week."),
        "ms": ("Perlu penterjemah bahasa [Nepal|Myanmar|Bengali] di pejabat buruh {city}.", "Siapa boleh tolong terjemah untuk kawan saya di {city}, dia tak faham bahasa Melayu."),
    },
}  # fmt: skip

STORIES: dict[str, tuple[str, ...]] = {
    "en": (
        "I washed dishes {n:5-14} months at a place {corner} and left with the clothes I wear.", "My little girl is {n:2-6} and she has fever since sunday.",
        "The aunty at the {corner} stall gave me rice and let me charge the phone.", "I walked {n:2-5} hours at night until I saw lights of the highway.",
        "We were {n:3-7} when we came, now only two are still here.", "I have a permit but the card is finished in {n:2-5} weeks.",
        "My mother calls every day and I tell her all is good.", "He was my friend first, then he changed.", "I sold my earring to buy this data.",
        "I am {n:24-51} and never asked anybody for anything before.", "The agent does not pick up since thursday.", "I have {pay:50-100} left and half a bag of biscuits.",
        "Someone at the mosque said ask on the internet so I ask.", "I can cook and clean while I wait, no problem.", "She is pregnant {n:5-8} months and cannot walk far.",
        "I learned english from the radio so excuse the mistakes.",
    ),
    "ms": (
        "Dulu kerja kedai dobi {corner}, sekarang sehelai sepinggang.", "Anak saya umur {n:2-6} tahun demam sejak ahad.", "Makcik gerai {corner} bagi nasi dan tumpang cas telefon.",
        "Saya jalan kaki {n:2-5} jam malam tu sampai nampak lampu lebuhraya.", "Mula-mula datang {n:3-7} orang, sekarang tinggal berdua.", "Permit ada tapi mati {n:2-5} minggu lagi.",
        "Mak di kampung telefon tiap hari, saya cakap semua ok.", "Saya jual subang nak beli data ni.", "Umur {n:24-51}, tak pernah minta tolong orang sebelum ni.",
        "Agen tak angkat telefon sejak khamis.", "Duit tinggal {pay:50-100} dengan biskut separuh peket.", "Ada orang di masjid suruh tanya di internet.",
        "Sementara tunggu saya boleh masak dan kemas.", "Dia mengandung {n:5-8} bulan, tak larat jalan jauh.",
    ),
}  # fmt: skip

NEED_OPENING = {
    "en": ("Hi, sorry to disturb.", "Please help.", "Hello everyone,", "Dont know where else to ask.", "Posting for a friend.", "I am [domestic helper|construction worker|cleaner] [from Java|from Nepal|from Cambodia].", ""),
    "ms": ("Assalamualaikum,", "Minta tolong.", "Maaf mengganggu,", "Tak tahu nak tanya siapa.", "Tolong kawan saya.", ""),
}  # fmt: skip
NEED_CLOSING = {
    "en": ("Thank you.", "Any number i can call?", "Pls pm.", "{contact}", "My name is {name}.", "God bless you all.", "I check here every evening at the cybercafe."),
    "ms": ("Terima kasih.", "Ada nombor boleh call?", "Tolong pm.", "{contact}", "Nama saya {name}.", "Saya online waktu malam saja."),
}  # fmt: skip
NEED_TITLES = {
    "en": ("Please help", "Anyone can help", "Question", "Need some info {city}", "Need help"),
    "ms": ("Minta tolong", "Tolong", "Nak tanya {city}", "Perlu bantuan"),
}
