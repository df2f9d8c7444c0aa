# Two commands do all the set-up: `make demo` and `make test`. Both need python3 (3.11 or newer) and the network once.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help demo test test-others clean

help:
	@echo "make demo   read the articles in seeds/ into refs.bib and say what was done"
	@echo "make test   lint, types and tests"
	@echo "make test-others  the tests that need the Japanese dictionary and npm"
	@echo "make clean  remove the virtual environment and all caches"
	@echo "PYTHON=...  the interpreter that makes the virtual environment (now: $(PYTHON))"

demo: $(VENV)/.installed
	$(BIN)/citekit extract seeds/*.txt -o refs.bib

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

# What needs more than the packages of the tests: a dictionary of 44 MB, and npm, if it is there, for a parser of BibTeX.
test-others: $(VENV)/.installed-dev
	$(PIP) install --quiet --editable ".[ja]"
	@if command -v npm >/dev/null; then \
		npm install --silent --no-save --no-audit --no-fund --prefix $(VENV)/node @retorquere/bibtex-parser@9; \
	else \
		echo "npm is not installed: nothing is read back by @retorquere/bibtex-parser" >&2; \
	fi
	$(BIN)/pytest -rs tests/library/test_readings.py tests/library/test_pairs.py tests/outputs/test_read_back.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: nothing is installed again until pyproject.toml changes.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable ".[dev]"
	@touch $(VENV)/.installed $@

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
		echo "citekit needs Python 3.11 or newer, and there is no $(PYTHON) here; name one: make PYTHON=/path/to/python3" >&2; \
		exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "citekit needs Python 3.11 or newer, $(PYTHON) is `"$(PYTHON)" -V 2>&1`; name another: make PYTHON=python3.11" >&2; \
		exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: sudo apt-get install python3-venv" >&2; \
		exit 1; }
	"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
