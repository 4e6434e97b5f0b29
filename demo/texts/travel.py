# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""Ordinary talk and ads about cities abroad: holidays, families apart, parcels. Most mentions of them are of this kind."""

TOPICS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("[Holiday|Trip|Weekend] in {to}",
     ("Going to {to} in {n:2-9} weeks, first time. Where to stay and what to eat?", "Nak bercuti ke {to} dengan family, ada cadangan hotel tak?"),
     ("stay near the old market in {to}, walk everywhere", "we took the night bus in {to}, cheap and clean", "{to} in that month is hot like oven, bring hat", "airport to town in {to} about {n:20-60} minutes by train",
      "try the noodle at the pier in {to}, still dreaming of it", "tukar duit sini dulu, kat {to} rate teruk", "kat {to} grab murah je", "the museum in {to} closed on monday", "budget {pay:800-2000} for four days in {to} can already", "anak saya suka akuarium di {to}")),
    ("Anyone living in {to}?",
     ("My husband is posted to {to} for {n:1-3} years with his bank. How is life in {to} for families?", "Sambung belajar di {to} tahun depan, siapa ada pengalaman?"),
     ("my sister is a nurse in {to}, she is happy there, rent is high though", "winter in {to} no joke if you are not used to it", "schools in {to} ok, waiting list long", "jom group whatsapp orang kita di {to}",
      "I studied in {to} {n:3-9} years ago, best time of my life", "halal food in {to} easy to find near the mosque", "in {to} get the monthly train pass", "duit sewa di {to} mahal, kongsi rumah dengan student lain", "the consulate in {to} was quick with my renewal")),
    ("Flights to {to} [promo|cheap?]",
     ("Saw {pay:300-900} return to {to}, worth it?", "Tiket ke {to} naik lagi. Bila selalunya murah?"),
     ("book tuesday night, i got {to} for {pay:250-600}", "hand carry only that price, {to} flight checks weight", "delay {n:2-6} hours last time to {to}", "tunggu matta fair", "night flight to {to} is empty, can lie down", "they cancelled my {to} flight and refunded in {n:3-9} weeks")),
)  # fmt: skip

ADS_EN: tuple[tuple[str, str, str], ...] = (
    ("travel", "{to} {n:3-6}D{n:2-5}N tour", "[Small group|Family|Muslim friendly] tour to {to}, hotel, breakfast and city tour, from {pay:900-2800} per person. Departure during school holidays. Licensed travel agent in {city}. {contact}"),
    ("travel", "Flight tickets to {to}, two pax", "Cannot go anymore, [wife pregnant|exam clash]. Two tickets to {to}, name change allowed by airline, letting go {pay:300-900} both. {contact}"),
    ("services", "Parcels to {to}", "Door to door parcel to {to} and around, {pay:60-180} per {n:5-20} kg box, {n:7-21} days by sea. We collect in {city}. Students and families abroad welcome. {contact}"),
    ("tuition", "Language class before you move to {to}", "Evening class, {n:8-20} lessons, for spouses and students moving to {to}. Small group {corner}. {pay:200-600} full course. {contact}"),
    ("rooms", "Room in {to} for students", "My daughter's housemate left: room in {to} near the university, for {n:6-12} months, student preferred. Write for pictures. {contact}"),
)  # fmt: skip

ADS_MS: tuple[tuple[str, str, str], ...] = (
    ("travel", "Pakej {to} {n:3-6}H{n:2-5}M", "Pakej percutian {to} [famili|group kecil], hotel, sarapan, pemandu pelancong, dari {pay:900-2600} seorang. Cuti sekolah. Agensi pelancongan berdaftar di {city}. {contact}"),
    ("travel", "Tiket {to} dua orang", "Tak jadi pergi sebab [isteri mengandung|kerja]. Dua tiket ke {to}, boleh tukar nama, jual {pay:300-900}. {contact}"),
    ("services", "Kargo ke {to}", "Hantar barang ke {to}, {pay:60-180} satu kotak {n:5-20} kg, {n:7-21} hari. Ambil di {city}. {contact}"),
)  # fmt: skip
