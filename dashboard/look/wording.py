"""Plain words for the shipped signs and venues, as a newspaper would say them.

A card without a line here is called by the words of its own id, so that adding a card stays the whole act.
"""

from __future__ import annotations

SIGNS = {
    "ILO01_ABUSE_OF_VULNERABILITY": "a weak position made use of",
    "ILO02_DECEPTION": "another job than promised",
    "ILO03_RESTRICTION_OF_MOVEMENT": "not free to leave",
    "ILO04_ISOLATION": "cut off from others",
    "ILO05_PHYSICAL_SEXUAL_VIOLENCE": "violence",
    "ILO06_INTIMIDATION_THREATS": "threats",
    "ILO07_RETENTION_OF_DOCUMENTS": "passport or papers kept",
    "ILO08_WITHHOLDING_OF_WAGES": "pay kept back",
    "ILO09_DEBT_BONDAGE": "a debt to be worked off",
    "ILO10_ABUSIVE_CONDITIONS": "living and working conditions beneath any standard",
    "ILO11_EXCESSIVE_OVERTIME": "hours without end",
    "RF01_UPFRONT_FEE": "a fee before the start",
    "RF02_TOO_GOOD": "too good to be true",
    "RF03_ALL_EXPENSES_HOUSING": "housing and travel tied to the job",
    "RF04_URGENT_DEPARTURE": "leave at once",
    "RF05_VAGUE_JOB_ABROAD": "work abroad, left vague",
    "RF06_OFF_PLATFORM_CONTACT": "contact by messenger only",
    "RF07_FEMALE_YOUNG_ONLY": "young women only, no reason given",
    "RF08_SCAM_COMPOUND": "the words of scam compounds",
    "RF09_EMPLOYER_NOT_NAMED": "the employer is not named",
    "RF10_MOBILE_ONLY": "a mobile number only",
    "RF11_WOMEN_ONLY": "women only",
    "RF12_HOUSING_TIED": "housing tied to the job",
    "RF13_PAY_NOT_STATED": "pay not stated",
    "RF14_PRIVATE_RECRUITER": "a private recruiter",
    "RF15_BOGUS_SELF_EMPLOYMENT": "self-employed in name only",
    "RF16_EQUIPMENT_CHARGE": "charged for tools or clothing",
    "RF17_BOND_TO_STAY": "a bond to make one stay",
    "FS01_PAID_TO_OTHER": "pay goes to somebody else",
    "FS02_UNTRACEABLE_PAYMENT": "payment that leaves no trace",
    "AD01_OBSCURED_PHONE": "a hidden phone number",
    "AD02_TRUST_LANGUAGE": "words that ask for trust",
    "AD03_YOUTH_LANGUAGE": "words of youth",
    "AD05_MOVEMENT_LANGUAGE": "words of moving about",
    "AD06_CLIENT_SCREENING": "screening of clients",
    "AD07_STATED_AGE_UNDER_23": "a stated age under 23",
    "AD08_THIRD_PARTY_CONTROL": "a third person in control",
}

VOICES = {
    "VOICE_AD": "advertiser",
    "VOICE_FIRST_PERSON": "person concerned",
    "VOICE_NEWS": "news",
    "VOICE_ADVOCACY": "help or advice page",
}
