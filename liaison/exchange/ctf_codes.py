"""The codes of the Common Transfer File for adults and for special educational needs."""

import re

RELATIONSHIPS = {
    "PAM": "mother",
    "PAF": "father",
    "STP": "step_parent",
    "CAR": "carer",
    "FOP": "foster_carer",
    "FOM": "foster_carer",
    "FOF": "foster_carer",
    "FAM": "other_relative",
    "REL": "other_relative",
    "GRM": "grandparent",
    "GRF": "grandparent",
    "CHM": "childminder",
    "SWR": "social_worker",
    "DOC": "doctor",
    "TCH": "teacher",
    "TUT": "teacher",
    "RLG": "religious_contact",
    "OTH": "other",
}
"""Code in the file to our own; a code that is not here is kept as it stands and shown as other."""

PROFESSIONALS = frozenset(["SWR", "DOC", "HFA", "AGN", "CHM", "TCH", "TUT", "RLG"])
RELATIVES = frozenset(["REL", "GRM", "GRF", "OTH"])

_PROFESSIONAL_WORDS = frozenset(
    {"social_worker", "doctor", "teacher", "religious_contact", "childminder",
     "other_professional", "agent", "head"}
)  # fmt: skip
_RELATIVE_WORDS = frozenset({"other_relative", "grandparent", "aunt_uncle", "sibling", "other"})
_WORDS = {
    "mother": "mother", "mum": "mother", "mummy": "mother", "mam": "mother",
    "father": "father", "dad": "father", "daddy": "father",
    "parent": "parent", "otherparent": "parent",
    "stepparent": "step_parent", "stepmother": "step_parent", "stepfather": "step_parent",
    "stepmum": "step_parent", "stepdad": "step_parent",
    "adoptiveparent": "adoptive_parent", "adoptivemother": "adoptive_parent",
    "adoptivefather": "adoptive_parent",
    "fosterparent": "foster_carer", "fostercarer": "foster_carer",
    "fostermother": "foster_carer", "fosterfather": "foster_carer",
    "carer": "carer", "guardian": "carer", "specialguardian": "special_guardian",
    "kinshipcarer": "kinship_carer",
    "grandparent": "grandparent", "grandmother": "grandparent", "grandfather": "grandparent",
    "nan": "grandparent", "gran": "grandparent", "grandad": "grandparent",
    "aunt": "aunt_uncle", "uncle": "aunt_uncle", "auntie": "aunt_uncle", "auntuncle": "aunt_uncle",
    "sibling": "sibling", "brother": "sibling", "sister": "sibling", "partner": "partner",
    "otherrelative": "other_relative", "relative": "other_relative", "cousin": "other_relative",
    "otherfamilymember": "other_relative", "familyfriend": "family_friend",
    "friend": "family_friend", "neighbour": "family_friend",
    "childminder": "childminder", "socialworker": "social_worker", "doctor": "doctor",
    "teacher": "teacher", "tutor": "teacher", "headteacher": "head",
    "religiouscontact": "religious_contact", "otherprofessional": "other_professional",
    "agency": "agent", "other": "other", "othercontact": "other",
}  # fmt: skip


def relationship(on_file: str) -> tuple[str, bool]:
    """Our code for what the file says, and whether the file's own code was known."""
    upper = on_file.upper()
    if upper in RELATIONSHIPS:
        return RELATIONSHIPS[upper], True
    word = _WORDS.get(re.sub(r"[^a-z]", "", on_file.lower()), "")
    return word or ("other" if on_file else ""), bool(word) or not on_file


def is_professional(on_file: str) -> bool:
    """Whether this contact works with the child and must never join families together."""
    return on_file.upper() in PROFESSIONALS or _word(on_file) in _PROFESSIONAL_WORDS


def is_relative(on_file: str) -> bool:
    """Whether this contact joins families only with responsibility and living there."""
    if on_file.upper() in RELATIONSHIPS:
        return on_file.upper() in RELATIVES
    return _word(on_file) in _RELATIVE_WORDS


def _word(on_file: str) -> str:
    return _WORDS.get(re.sub(r"[^a-z]", "", on_file.lower()), "")


SEN_PROVISION = {"N": "N", "K": "K", "E": "E", "A": "K", "P": "K", "S": "E"}
"""A school action, P school action plus, S statement are the words of before 2014."""

_SEN_WORDS = {
    "nosen": "N", "none": "N", "nospecialeducationalneed": "N", "no": "N",
    "sensupport": "K", "support": "K", "schoolaction": "K", "schoolactionplus": "K",
    "ehcp": "E", "ehcplan": "E", "educationhealthandcareplan": "E", "statement": "E",
}  # fmt: skip


def sen_provision(on_file: str) -> str:
    """N, K or E for what the file says; empty for anything else."""
    upper = on_file.upper()
    return SEN_PROVISION.get(upper) or _SEN_WORDS.get(re.sub(r"[^a-z]", "", on_file.lower()), "")


SEN_NEEDS = {
    "SPLD": "Specific learning difficulty",
    "MLD": "Moderate learning difficulty",
    "SLD": "Severe learning difficulty",
    "PMLD": "Profound and multiple learning difficulty",
    "SEMH": "Social, emotional and mental health",
    "SLCN": "Speech, language and communication",
    "HI": "Hearing impairment",
    "VI": "Vision impairment",
    "MSI": "Multi-sensory impairment",
    "PD": "Physical disability",
    "ASD": "Autism",
    "DS": "Down syndrome",
    "OTH": "Other difficulty",
    "NSA": "Support, no specialist assessment yet",
}
"""Types of need in the school census; a code that is not here stays itself."""
