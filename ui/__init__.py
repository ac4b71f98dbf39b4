"""The desktop app: windows, screens and forms over the record."""
