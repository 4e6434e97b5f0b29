"""Plain words for the shipped signs and venues, as a newspaper would say them.

A card without a line here is called by the words of its own id, so that adding a card stays the whole act.
"""

from __future__ import annotations

from dashboard.look.speech import later

SIGNS = {
    "ILO01_ABUSE_OF_VULNERABILITY": later("a weak position made use of"),
    "ILO02_DECEPTION": later("another job than promised"),
    "ILO03_RESTRICTION_OF_MOVEMENT": later("not free to leave"),
    "ILO04_ISOLATION": later("cut off from others"),
    "ILO05_PHYSICAL_SEXUAL_VIOLENCE": later("violence"),
    "ILO06_INTIMIDATION_THREATS": later("threats"),
    "ILO07_RETENTION_OF_DOCUMENTS": later("passport or papers kept"),
    "ILO08_WITHHOLDING_OF_WAGES": later("pay kept back"),
    "ILO09_DEBT_BONDAGE": later("a debt to be worked off"),
    "ILO10_ABUSIVE_CONDITIONS": later("living and working conditions beneath any standard"),
    "ILO11_EXCESSIVE_OVERTIME": later("hours without end"),
    "RF01_UPFRONT_FEE": later("a fee before the start"),
    "RF02_TOO_GOOD": later("too good to be true"),
    "RF03_ALL_EXPENSES_HOUSING": later("housing and travel tied to the job"),
    "RF04_URGENT_DEPARTURE": later("leave at once"),
    "RF05_VAGUE_JOB_ABROAD": later("work abroad, left vague"),
    "RF06_OFF_PLATFORM_CONTACT": later("contact by messenger only"),
    "RF07_FEMALE_YOUNG_ONLY": later("young women only, no reason given"),
    "RF08_SCAM_COMPOUND": later("the words of scam compounds"),
    "RF09_EMPLOYER_NOT_NAMED": later("the employer is not named"),
    "RF10_MOBILE_ONLY": later("a mobile number only"),
    "RF11_WOMEN_ONLY": later("women only"),
    "RF12_HOUSING_TIED": later("housing tied to the job"),
    "RF13_PAY_NOT_STATED": later("pay not stated"),
    "RF14_PRIVATE_RECRUITER": later("a private recruiter"),
    "RF15_BOGUS_SELF_EMPLOYMENT": later("self-employed in name only"),
    "RF16_EQUIPMENT_CHARGE": later("charged for tools or clothing"),
    "RF17_BOND_TO_STAY": later("a bond to make one stay"),
    "RF18_NAMED_EXPLOITATION": later("exploitation called by its name"),
    "FS01_PAID_TO_OTHER": later("pay goes to somebody else"),
    "FS02_UNTRACEABLE_PAYMENT": later("payment that leaves no trace"),
    "AD01_OBSCURED_PHONE": later("a hidden phone number"),
    "AD02_TRUST_LANGUAGE": later("words that ask for trust"),
    "AD03_YOUTH_LANGUAGE": later("words of youth"),
    "AD04_ETHNICITY_SOLD": later("ethnicity as a selling point"),
    "AD05_MOVEMENT_LANGUAGE": later("words of moving about"),
    "AD06_CLIENT_SCREENING": later("screening of clients"),
    "AD07_STATED_AGE_UNDER_23": later("a stated age under 23"),
    "AD08_THIRD_PARTY_CONTROL": later("a third person in control"),
}

VOICES = {
    "VOICE_AD": later("advertiser"),
    "VOICE_FIRST_PERSON": later("person concerned"),
    "VOICE_NEWS": later("news"),
    "VOICE_ADVOCACY": later("help or advice page"),
}
