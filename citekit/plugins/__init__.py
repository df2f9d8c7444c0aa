"""citekit inside other programs, through their entry points: pybtex, Sphinx, pre-commit (`.pre-commit-hooks.yaml`)."""
