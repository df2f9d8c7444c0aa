"""The descriptions from which `tools/make_styles.py` writes our own styles: a module a family."""
