# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""What people tell beside the matter: small things of life and of work, that make one text unlike another."""

LIFE: dict[str, tuple[str, ...]] = {
    "en": (
        "I am {n:22-45}, two kids at home.", "Before this I drove a tuktuk.", "The food is ok, rice and egg mostly.", "My phone screen is cracked so sorry for typing.",
        "There is a temple across the road, I can hear the bell.", "My uncle also worked abroad, he had a good boss.", "It rains through the roof on tuesdays haha no, every day.",
        "One of us has a bad back now.", "I read this forum because of the football section.", "The customers are nice, they give tips sometimes.",
        "I had a small shop at home, sold it to come.", "Next month my daughter starts school.", "The other guys are older, {n:40-58} already.", "I can write some english, the others cannot.",
        "We come from three different countries, we talk with hands.", "I used to be a welder, good one.", "He has another branch in {n:2-4} other towns i think.", "The radio plays the same ten songs.",
        "I like this city, only not this work.", "My wife asks why I dont send anything home.", "A cat lives with us, her name is Susu.", "They say the boss is a datuk's nephew.",
        "I keep a notebook since february.", "Yesterday was my birthday.",
    ),
    "ms": (
        "Umur saya {n:22-45}, anak dua orang di kampung.", "Dulu saya bawa teksi.", "Makan nasi dengan telur saja, boleh la.", "Skrin telefon retak, maaf kalau salah taip.",
        "Depan tu ada kuil, dengar bunyi loceng.", "Pakcik saya dulu kerja luar juga, bos dia baik.", "Bumbung bocor kalau hujan.", "Kawan seorang sakit pinggang.",
        "Saya baca forum ni sebab ruangan bola.", "Pelanggan ok, kadang bagi tips.", "Kedai kecil di kampung saya jual untuk datang sini.", "Bulan depan anak masuk sekolah.",
        "Yang lain semua tua, {n:40-58} tahun.", "Kami dari tiga negara, cakap guna tangan.", "Dulu saya tukang kimpal.", "Dia ada cawangan lain di {n:2-4} bandar rasanya.",
        "Radio pasang lagu sama saja.", "Bandar ni best, kerja saja yang tak best.", "Isteri tanya kenapa tak hantar apa-apa.", "Ada kucing tinggal dengan kami, nama Tompok.",
        "Saya catat dalam buku sejak februari.", "Semalam hari jadi saya.",
    ),
}  # fmt: skip

OFFER: dict[str, tuple[str, ...]] = {
    "en": (
        "Office is air conditioned, new building.", "Monday to saturday.", "Speak a little english or mandarin is a plus.", "Many people from our town already there.",
        "Company bowling night every month lol.", "You must know typing.", "Couples can apply together.", "Age {n:18-20} to {n:35-45}.", "Bonus every quarter.", "Big kitchen with three cooks.",
        "Team leader is from here, speaks our language.", "You can video call home.", "Need {n:5-25} men and {n:5-25} women.", "Second batch after raya.", "Swimming pool downstairs.",
        "Tattoo no problem.", "Contract {n:1-2} years, can renew.", "We did this since {n:2014-2021}.", "Uniform given.", "Interview by video {n:5-15} minutes.",
    ),
    "ms": (
        "Pejabat aircond, bangunan baru.", "Isnin sampai sabtu.", "Boleh cakap mandarin atau inggeris sikit lagi bagus.", "Ramai orang kita dah ada kat sana.", "Kena pandai menaip.",
        "Suami isteri boleh mohon sekali.", "Umur {n:18-20} hingga {n:35-45}.", "Bonus setiap tiga bulan.", "Dapur besar tukang masak tiga orang.", "Ketua kumpulan orang sini juga.",
        "Boleh video call keluarga.", "Perlu {n:5-25} lelaki {n:5-25} perempuan.", "Batch kedua lepas raya.", "Ada kolam renang kat bawah.", "Bertatu tak apa.",
        "Kontrak {n:1-2} tahun boleh sambung.", "Dah buat sejak {n:2014-2021}.", "Baju seragam dapat.", "Temuduga video {n:5-15} minit.",
    ),
}  # fmt: skip

SOLD_OPENING: dict[str, tuple[str, ...]] = {
    "en": (
        "My [friend|cousin|neighbour] works in a [massage place|bar|karaoke] in {city}.", "Met a girl at the [hotel|laundry|clinic] {corner} in {city}, she works at a [spa|massage parlour].",
        "I came to {city} for a [waitress|cashier|babysitter] job but they put me in a [bar|spa|karaoke].", "Writing this for someone in {city} who cannot, she is in a [massage shop|nightclub].",
        "There is a flat {corner} in {city} with {n:3-8} girls in it.", "I was with an agent in {city} until last week, they sent me to [hotels|customers in flats].",
    ),
    "ms": (
        "[Kawan|Sepupu|Jiran] saya kerja di [spa|bar|karaoke] di {city}.", "Jumpa seorang perempuan di [hotel|dobi|klinik] {corner} {city}, dia kerja rumah urut.",
        "Saya datang {city} sebab dijanji kerja [pelayan|kasyer], sampai sini kena masuk [bar|spa].", "Tulis bagi pihak seseorang di {city}, dia kerja di [kelab malam|rumah urut].",
        "Ada satu flat {corner} di {city}, {n:3-8} perempuan duduk situ.",
    ),
}  # fmt: skip

SOLD: dict[str, tuple[str, ...]] = {
    "en": (
        "The [manager|mamasan] keeps all the money from customers, she gets nothing.", "One man holds all the phones and makes all the bookings for them.", "A driver brings them from hotel to hotel and waits outside the door.",
        "They took the passports and say each must pay back {pay:9000-20000} first.", "She is never let out alone, the door is locked from outside.", "They said I owe {pay:8000-18000} and must go with customers until it is paid.",
        "If she says no to a customer they beat her.", "Every two weeks they move them to another city.", "The boss answers the messages as if he was her.", "They told me they send my pictures to my father if i stop.",
    ),
    "ms": (
        "Duit pelanggan semua [manager|mami] ambil, dia tak dapat apa.", "Seorang lelaki pegang semua telefon dan aturkan semua tempahan.", "Ada driver hantar dari hotel ke hotel dan tunggu luar pintu.",
        "Pasport diambil, katanya kena bayar balik {pay:9000-20000} dulu.", "Tak pernah dibenarkan keluar sendiri, pintu dikunci dari luar.", "Katanya hutang {pay:8000-18000}, kena layan pelanggan sampai habis.",
        "Kalau tolak pelanggan kena pukul.", "Tiap dua minggu dipindah ke bandar lain.", "Mereka ugut hantar gambar pada bapa saya kalau berhenti.",
    ),
}  # fmt: skip

POST: dict[str, tuple[str, ...]] = {
    "en": (
        "Meals twice a day.", "Strong men preferred.", "Can start tomorrow.", "Nepal or Bangladesh ok.", "Must follow instructions.", "Mosquito net provided.", "No experience also can.",
        "Room share with {n:5-9} others.", "Age {n:18-20} to {n:38-45}.", "Agent can bring groups.", "Transfer workers welcome.", "Open since {n:2005-2019}.", "Owner stays next door.", "Bring own slippers.",
    ),
    "ms": (
        "Makan dua kali sehari.", "Lelaki kuat diutamakan.", "Boleh mula esok.", "Nepal atau Bangladesh boleh.", "Mesti ikut arahan.", "Kelambu disediakan.", "Tiada pengalaman pun boleh.",
        "Bilik kongsi {n:5-9} orang.", "Umur {n:18-20} hingga {n:38-45}.", "Agen boleh bawa ramai.", "Buka sejak {n:2005-2019}.", "Tauke duduk sebelah.", "Bawa selipar sendiri.",
    ),
}  # fmt: skip
