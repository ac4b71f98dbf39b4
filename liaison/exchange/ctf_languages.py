"""The codes of the school census for languages, and their names in English."""

_TABLE = """
ACL Acholi|ADA Adangme|AFA Afar|AFK Afrikaans|AKA Akan|AKAF Fante|AKAT Twi|ALB Albanian
ALU Alur|AMR Amharic|ARA Arabic|ARAA Arabic|ARAG Arabic (Algeria)|ARAI Arabic (Iraq)
ARAM Arabic (Morocco)|ARAS Arabic (Sudan)|ARAY Arabic (Yemen)|ARM Armenian|ASM Assamese
ASR Assyrian|AYB Anyi-Baule|AYM Aymara|AZE Azeri|BAI Bamileke|BAL Balochi|BEJ Beja
BEL Belarusian|BEM Bemba|BHO Bhojpuri|BIK Bikol|BLT Balti|BMA Burmese|BNG Bengali
BNGA Bengali|BNGC Bengali (Chittagong)|BNGS Bengali (Sylheti)|BSL British Sign Language
BSQ Basque|BUL Bulgarian|CAM Khmer|CAT Catalan|CCE Caribbean Creole English
CCF Caribbean Creole French|CGA Chaga|CGR Chattisgarhi|CHE Chechen|CHI Chinese|CHIA Chinese
CHIC Cantonese|CHIH Hokkien|CHIK Hakka|CHIM Mandarin|CKW Chokwe|CRN Cornish|CTR Chitrali
CWA Chichewa|CYM Welsh|CZE Czech|DAN Danish|DGA Dagaare|DGB Dagbane|DIN Dinka|DUT Dutch
DZO Dzongkha|EBI Ebira|EDO Edo|EFI Efik-Ibibio|ENB English|ENG English|ESA Esan|EST Estonian
EWE Ewe|EWO Ewondo|FAN Fang|FIJ Fijian|FIN Finnish|FON Fon|FRN French|FUL Fula|GAA Ga
GAE Irish|GAL Scottish Gaelic|GEO Georgian|GER German|GGO Gogo|GKY Kikuyu|GLG Galician
GRE Greek|GREA Greek|GREC Greek (Cyprus)|GRN Guarani|GUJ Gujarati|GUN Gurenne|GUR Gurma
HAU Hausa|HDK Hindko|HEB Hebrew|HER Herero|HGR Hungarian|HIN Hindi|IBA Iban|IDM Idoma
IGA Igala|IGB Igbo|IJO Ijo|ILO Ilokano|ISK Itsekiri|ISL Icelandic|ITA Italian|ITAA Italian
ITAN Neapolitan|ITAS Sicilian|JAV Javanese|JIN Jinghpaw|JPN Japanese|KAM Kikamba|KAN Kannada
KAR Karen|KAS Kashmiri|KAU Kanuri|KAZ Kazakh|KCH Katchi|KGZ Kirghiz|KHA Khasi|KHY Kihaya
KIN Kinyarwanda|KIR Kirundi|KIS Kisi|KLN Kalenjin|KMB Kimbundu|KME Kimeru|KNK Konkani
KNY Kinyakyusa|KON Kikongo|KOR Korean|KPE Kpelle|KRI Krio|KRU Kru|KSI Kisii|KSU Kisukuma
KUR Kurdish|KURA Kurdish|KURM Kurmanji|KURS Sorani|LAO Lao|LBA Luba|LBAC Chiluba|LBAK Kiluba
LGA Luganda|LGB Lugbara|LGS Lugisu|LIN Lingala|LIT Lithuanian|LNG Lango|LOZ Lozi|LSO Lusoga
LTV Latvian|LTZ Luxembourgish|LUE Luvale|LUN Lunda|LUO Luo|LUY Luhya|MAG Magahi|MAI Maithili
MAK Makua|MAN Manding|MANA Manding|MANB Bambara|MANJ Dyula|MAO Maori|MAR Marathi|MAS Maasai
MDV Dhivehi|MEN Mende|MKD Macedonian|MLG Malagasy|MLM Malayalam|MLT Maltese|MLY Malay
MLYA Malay|MLYI Indonesian|MNA Magindanao|MNG Mongolian|MNX Manx|MOR Moore|MSC Mauritian Creole
MUN Munda|MYA Maya|NAH Nahuatl|NAM Nama|NBN Nubian|NDB Ndebele|NDBS Ndebele (South Africa)
NDBZ Ndebele (Zimbabwe)|NEP Nepali|NOR Norwegian|NUE Nuer|NUP Nupe|NWA Newari|NZM Nzema
OAM Oshiwambo|OAMK Kwanyama|OAMN Ndonga|OGN Ogoni|ORI Oriya|ORM Oromo
OTB Believed to be other than English|OTH Another language|OTL Another language|PAG Pangasinan
PAM Pampangan|PAT Pashto|PHA Pahari|PHR Pahari (Pakistan)|PNJ Panjabi|PNJA Panjabi
PNJG Panjabi (Gurmukhi)|PNJM Panjabi (Mirpuri)|PNJP Panjabi (Pothwari)|POL Polish
POR Portuguese|PORA Portuguese|PORB Portuguese (Brazil)|PRS Farsi|PRSA Farsi|PRSD Dari
PRST Tajiki|QUE Quechua|RAJ Rajasthani|RME Romany|RMI Romani|RMN Romanian
RMNM Romanian (Moldova)|RMNR Romanian|RMS Romansch|RNY Runyakitara|RNYN Runyankore
RNYO Runyoro|RUS Russian|SAM Samoan|SCB Serbian, Croatian or Bosnian|SCBB Bosnian|SCBC Croatian
SCBS Serbian|SCO Scots|SHL Shilluk|SHO Shona|SID Sidamo|SIO Sign language|SLO Slovak
SLV Slovenian|SND Sindhi|SNG Sango|SNH Sinhala|SOM Somali|SPA Spanish|SRD Sardinian
SRK Siraiki|SSO Sotho|SSOO Sotho (Southern)|SSOT Sotho (Northern)|SSW Swazi|STS Tswana
SUN Sundanese|SWA Swahili|SWAA Swahili|SWAC Comorian|SWAK Kingwana|SWAM Brava Swahili
SWAT Bajuni|SWE Swedish|TAM Tamil|TEL Telugu|TEM Temne|TES Teso|TGE Tigre|TGL Tagalog
TGLF Filipino|TGLG Tagalog|TGR Tigrinya|THA Thai|TIB Tibetan|TIV Tiv|TMZ Berber|TMZA Berber
TMZK Kabyle|TMZT Tamashek|TNG Chitonga|TON Tongan|TPI Tok Pisin|TRI Shelta|TSO Tsonga
TUK Turkmen|TUL Tulu|TUM Tumbuka|TUR Turkish|UKR Ukrainian|UMB Umbundu|URD Urdu|URH Urhobo
UYG Uyghur|UZB Uzbek|VEN Venda|VIE Vietnamese|VSY Visayan|VSYA Visayan|VSYH Hiligaynon
VSYS Cebuano|VSYW Waray|WAP Parauk|WCP West African Creole Portuguese|WOL Wolof
WPE West African Pidgin English|XHO Xhosa|YAO Yao|YDI Yiddish|YOR Yoruba|ZND Zande|ZUL Zulu
"""

LANGUAGES: dict[str, str] = {
    code: name
    for code, _, name in (
        entry.partition(" ") for line in _TABLE.strip().splitlines() for entry in line.split("|")
    )
}
"""Code to name. Dialects have a fourth letter."""

NOT_TOLD = frozenset({"NOT", "REF", "ZZZ"})
"""Not obtained, refused, waiting: no language is known."""


def language_name(code: str) -> str | None:
    """The name for a census code; empty when none is known, nothing for a code not in the list."""
    upper = code.strip().upper()
    if upper in NOT_TOLD:
        return ""
    return LANGUAGES.get(upper) or LANGUAGES.get(upper[:3] if len(upper) == 4 else "")
