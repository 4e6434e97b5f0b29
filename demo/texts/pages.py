# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""What the news site, the advocacy site and the help-line site of the invented world say."""

NEWS: tuple[tuple[str, str, bool], ...] = (
    ("[Council|City council] to [widen|resurface] road {corner}",
     "{town}: The city council said works on the road {corner} will start next month and take {n:3-9} weeks. Motorists are advised to use other routes between 9am and 5pm. A spokesman said the cost of {pay:200000-900000} comes out of this year's budget. Traders along the road have asked for signs so that customers know they are open.", False),
    ("{town} [team|side] [wins|loses] in [extra time|friendly]",
     "{town}: A goal in the {n:60-89}th minute decided the match before {n:800-9000} spectators. The coach praised the young players but said the finishing must improve. The next game is away on {n:2-5} days' rest.", False),
    ("[Flood|Haze|Heat] warning for {town}",
     "{town}: The weather office has issued a warning until {n:2-6} days from now. Schools stay open for the moment. Residents in low lying areas should keep drains clear and listen to the radio. {n:3-40} people were moved to a hall as a precaution and have since gone home.", False),
    ("[Durian|Rice|Chicken|Egg] prices [up|down] in {town}",
     "{town}: Prices at the central market moved by {n:4-20} per cent this week, traders said, blaming the weather and transport. Buyers interviewed were [resigned|cheerful|looking for bargains]. The ministry expects supply to be normal by the end of the month.", False),
    ("New [clinic|bus line|library|bridge] opens in {town}",
     "{town}: The minister cut the ribbon on Saturday. The project took {n:2-6} years and was delayed twice. Residents said they were glad to save the long way round. Opening hours will be announced on the council's page.", False),
    ("Police [rescue|free] {n:4-28} workers in {town} raid",
     "{town}: Police freed {n:4-28} foreign workers from a [factory|plantation|house|restaurant] on {n:2-28} of the month after a tip-off. Officers said the workers' passports were held by the employer and wages had not been paid for months. Two men were arrested under the anti-trafficking act. The workers were taken to a shelter.", True),
    ("Court jails [man|couple] over forced labour",
     "{town}: The sessions court sentenced a {n:32-60}-year-old businessman to {n:3-12} years for forced labour. The court heard that victims were locked in at night, worked 16 hours a day and were told they owed a debt for their tickets. He will appeal.", True),
    ("Job scam victims return from {land}",
     "{town}: {n:3-16} people who were lured by offers of high pay in {land} came home yesterday. They said they paid a fee, had their passports taken and were forced to cheat strangers online. Police remind the public to check offers with the labour department.", True),
    ("Ministry [counts|publishes] trafficking figures",
     "The ministry said {n:60-400} suspected victims of trafficking were identified last year, most of them in domestic work, construction and entertainment outlets. Withheld wages and kept passports were the commonest signs. Groups asked for more shelters.", True),
)  # fmt: skip

ADVOCACY: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Know the signs", "Someone may be in forced labour if several of these are true. One sign alone proves nothing.",
     ("Their passport or identity card is kept by somebody else", "They are not paid, or paid far less than promised", "They are locked in, guarded or followed",
      "They work long hours without a day off", "They owe a debt that never gets smaller", "They are threatened with police or immigration", "They do not know the address of the place")),
    ("Signs in job offers", "Think twice about an offer abroad when it has one of these marks.",
     ("You must pay a fee or deposit before you start", "The pay is too good for the work", "You are pressed to leave at once", "They only use private messengers", "The employer is not named", "They ask for photos of your passport or body")),
    ("Signs at car washes, salons and restaurants", "Customers see more than they think. What to look for:",
     ("Workers look tired, thin or afraid", "They sleep on the premises", "They may not speak to you", "One person holds all papers and takes all money", "No gloves or masks with strong chemicals")),
    ("Tanda-tanda buruh paksa", "Seseorang mungkin mangsa jika beberapa tanda ini ada.",
     ("Pasport disimpan orang lain", "Gaji tidak dibayar atau ditahan", "Dikunci atau tidak dibenarkan keluar", "Bekerja terlalu lama tanpa cuti", "Diugut dengan polis atau imigresen")),
    ("For employers", "How decent employers do it: contracts in the worker's language, no recruitment fees, papers in the worker's own hand, wages by bank every month, doors that open from inside.", ()),
    ("For students and teachers", "Lesson plans for form four and five: what freedom at work means, how recruiters lie, and how to check a licence. Free to download and print for the class room.", ()),
    ("Our work", "We are a small group of volunteers in five cities. We train shop keepers, drivers and nurses to recognise forced labour and to call those who can help.", ()),
    ("Myths and facts", "Myth: victims are always locked up. Fact: many walk about freely, held by debts, lies and threats. Myth: it only happens to women. Fact: men on boats, farms and building sites are victims too.", ()),
)  # fmt: skip

HELPLINE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Call us", "We listen day and night in English, Malay, Nepali and Burmese. You do not need papers, you do not need to give your name, and we do not call anybody without asking you first.", ()),
    ("If your employer keeps your passport", "If somebody holds your passport, does not pay your wages or does not let you go out, you have the right to leave. Call us and we tell you where to go.", ()),
    ("If you need a safe place", "We know shelters for women, men and families. Tell us the city and whether you can speak; we arrange transport and an interpreter.", ()),
    ("If you paid for a job that was not there", "Keep the messages and the bank slip. We can tell you where to report and whether money can be claimed back.", ()),
    ("Jika majikan pegang pasport anda", "Jika pasport anda disimpan, gaji tidak dibayar atau anda tidak dibenarkan keluar, anda berhak pergi. Telefon kami, percuma dan sulit.", ()),
    ("Questions people ask", "Will I be sent home? Must I talk to the police? What happens to my wages? Answers to what callers ask most.", ()),
)  # fmt: skip
