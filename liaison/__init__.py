"""The record of a school's work with families: entries, rules, files and papers. No Qt in here."""
