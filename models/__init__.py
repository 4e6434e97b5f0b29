"""The classifier beside the rules: trained on the project's own texts, calibrated, explained, saved without pickle."""
