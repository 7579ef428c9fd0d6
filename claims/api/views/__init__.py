"""The doors themselves, a file for each part of the record."""
