"""What is printed: one file for each sheet, a body of plain lines, and one way to lay it out."""

from __future__ import annotations

from liaison.errors import CannotPrint
from liaison.sheets.attempts_log import ATTEMPTS_LOG
from liaison.sheets.attendance_contract import ATTENDANCE_CONTRACT
from liaison.sheets.blank_forms import BLANK_FORMS
from liaison.sheets.call_list import CALL_LIST
from liaison.sheets.call_sheet import CALL_SHEET
from liaison.sheets.chronology import CHRONOLOGY
from liaison.sheets.family_agenda import FAMILY_AGENDA
from liaison.sheets.family_summary import FAMILY_SUMMARY
from liaison.sheets.meeting_minutes import MEETING_MINUTES
from liaison.sheets.meeting_pack import MEETING_PACK
from liaison.sheets.my_week import MY_WEEK
from liaison.sheets.outstanding import OUTSTANDING
from liaison.sheets.sheet import Sheet
from liaison.sheets.support_review import SUPPORT_REVIEW
from liaison.sheets.visit_card import VISIT_CARD
from liaison.sheets.visit_record import VISIT_RECORD

__all__ = ["SHEETS", "Sheet", "sheet_called"]

SHEETS: tuple[Sheet, ...] = (
    FAMILY_SUMMARY,
    MEETING_PACK,
    FAMILY_AGENDA,
    MEETING_MINUTES,
    SUPPORT_REVIEW,
    ATTENDANCE_CONTRACT,
    CHRONOLOGY,
    ATTEMPTS_LOG,
    CALL_SHEET,
    CALL_LIST,
    OUTSTANDING,
    VISIT_CARD,
    VISIT_RECORD,
    MY_WEEK,
    *BLANK_FORMS,
)


def sheet_called(code: str) -> Sheet:
    """The sheet of this code, or ``CannotPrint`` with those there are."""
    found = next((each for each in SHEETS if each.code == code), None)
    if found is None:
        offered = ", ".join(each.code for each in SHEETS)
        sentence = f"There is no sheet called “{code}”. Sheets: {offered}."
        raise CannotPrint(sentence)
    return found
