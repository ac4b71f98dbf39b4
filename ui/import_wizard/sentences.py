"""What the wizard says of a file, of a plan, and of an import that is done."""

from PySide6.QtCore import QCoreApplication

from liaison.exchange.import_plan import Counts, ImportPlan
from liaison.exchange.pupil_file import PupilFile

translate = QCoreApplication.translate


def what_it_is(file: PupilFile) -> str:
    """The kind of file, and whether it holds everybody."""
    whole = translate("ImportWizard", "It lists everybody: who is not in it is checked.")
    part = translate("ImportWizard", "It lists some: nobody is missed who is not in it.")
    kind = f"{file.format}, {translate('ImportWizard', 'version')} {file.version}".rstrip(", ")
    return f"{kind}. {whole if file.full else part}"


def counted(file: PupilFile) -> str:
    """How many stand in the file."""
    contacts = sum(len(pupil.contacts) for pupil in file.pupils)
    words = translate("ImportWizard", "{0} pupils with {1} contacts")
    return words.format(len(file.pupils), contacts)


def answer(counts: Counts) -> str:
    """The one sentence to check: "Add 212 people, change 14, skip 3"."""
    people = counts.children + counts.adults
    words = translate("ImportWizard", "Add {0} people, change {1}, skip {2}")
    return words.format(people, counts.changed, counts.skipped)


def check_lines(plan: ImportPlan) -> list[tuple[str, str]]:
    """What is checked before it is done: a label and its answer."""
    counts = plan.counts
    return [
        (translate("ImportWizard", "New families"), str(counts.families)),
        (translate("ImportWizard", "New children"), str(counts.children)),
        (translate("ImportWizard", "New adults"), str(counts.adults)),
        (translate("ImportWizard", "People changed"), str(counts.changed)),
        (translate("ImportWizard", "Left out"), str(counts.skipped)),
    ]


def done(counts: Counts) -> str:
    """What was done, and that it can be taken back."""
    people = counts.children + counts.adults
    words = translate("ImportWizard", "Imported: {0} people added, {1} changed.")
    return words.format(people, counts.changed)
